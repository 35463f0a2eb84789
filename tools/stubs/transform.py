# SPDX-License-Identifier: MIT
"""Reduce a module of the official package to what type checkers read: names, types, and what is optional.

No docstring, comment or function body passes through. Docstrings of operations come from this project's tables.
"""

from __future__ import annotations

import ast
from typing import Any, Callable, Dict, Iterable, List, Optional, Set, Tuple, Union

Function = Union[ast.FunctionDef, ast.AsyncFunctionDef]
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
# Decorators that a checker must see. All others are about what happens at run time.
KEPT_DECORATORS = {"overload", "property", "classmethod", "staticmethod", "final", "setter", "dataclass"}
SPECIAL_METHODS = {
    "__init__", "__enter__", "__exit__", "__aenter__", "__aexit__", "__iter__", "__aiter__", "__next__", "__anext__",
    "__getitem__", "__call__", "__fspath__",
}  # fmt: skip
# The classes of `with_raw_response` and `with_streaming_response`.
WRAPPER_SUFFIXES = ("WithRawResponse", "WithStreamingResponse", "WithStreamedResponse")
# Names of the HTTP library and of pydantic -> names of a stub of this project.
FOREIGN_NAMES = {
    "httpx2.Timeout": ("_types", "TimeoutTypes"),
    "httpx2.Response": ("_types", "HTTPResponse"),
    "httpx2.URL": ("_types", "URLLike"),
    "httpx2.Client": ("_types", "HTTPClient"),
    "httpx2.AsyncClient": ("_types", "AsyncHTTPClient"),
    "pydantic.BaseModel": ("_models", "BaseModel"),
}
# Names of other packages -> types of the same values here.
PLAIN_TYPES = {
    "StrictStr": "str",
    "StrictBool": "bool",
    "StrictInt": "int",
    "StrictFloat": "float",
    "_LaneState": "Any",
}
PLAIN_IMPORTS = {"Any": "typing"}
OTHER_PACKAGES = ("pydantic", "websockets", "httpx2", "openai", "logging", "json", "inspect")
# Keyword arguments of helpers that only this project has: the type, and the names in it with their modules.
ARGUMENT_TYPES: Dict[str, Tuple[str, Dict[str, str]]] = {
    "cancel": ("CancelToken | None", {"CancelToken": "call.limits"}),
    "check": ("bool", {}),
    "deadline": ("float | None", {}),
    "max_concurrency": ("int", {}),
    "progress": ("Callable[[int, Any], object] | None", {"Callable": "typing", "Any": "typing"}),
    "resume": ("bool", {}),
    "state_file": ("str | PathLike[str] | None", {"PathLike": "os"}),
}
SENTINELS = {"omit", "not_given", "NOT_GIVEN"}
TYPE_MAKERS = {"TypeVar", "ParamSpec", "TypedDict", "NewType"}
DEPRECATION = "The API reference calls this operation deprecated."


def dotted_name(node: Optional[ast.AST]) -> str:
    """Return `a.b.c` for a name or attribute access, or ""."""
    parts: List[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join([node.id] + parts[::-1]) if isinstance(node, ast.Name) else ""


def last_name(node: Optional[ast.AST]) -> str:
    """Return the last part of a name, also of one that is called."""
    return dotted_name(node.func if isinstance(node, ast.Call) else node).rpartition(".")[2]


class AnnotationSimplifier(ast.NodeTransformer):
    """Remove names of other libraries from annotations, and metadata apart from names and discriminators of fields."""

    def __init__(self) -> None:
        self.imports: Dict[str, str] = {}  # name -> module below the package, or a module of typing

    def visit_Subscript(self, node: ast.Subscript) -> Any:
        if last_name(node.value) == "Annotated" and isinstance(node.slice, ast.Tuple):
            metadata = [each for each in node.slice.elts[1:] if last_name(each) == "PropertyInfo"]
            node.slice.elts = [self.visit(node.slice.elts[0]), *metadata]
            return node if metadata else node.slice.elts[0]
        if last_name(node.value) in PLAIN_TYPES:  # a generic class without counterpart
            return self.visit(node.value)
        return self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if dotted_name(node) in FOREIGN_NAMES:
            module, name = FOREIGN_NAMES[dotted_name(node)]
            self.imports[name] = module
            return ast.Name(name, ast.Load())
        return self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> ast.AST:
        if node.id not in PLAIN_TYPES:
            return node
        expression = ast.parse(PLAIN_TYPES[node.id], mode="eval").body
        for child in ast.walk(expression):
            if isinstance(child, ast.Name) and child.id in PLAIN_IMPORTS:
                self.imports[child.id] = PLAIN_IMPORTS[child.id]
        return expression


class ModuleReducer:
    """Reduce one module.

    `describe(class, member)` returns the docstring of a member, "" if it has none, or None to leave the member out;
    with "" as member it tells whether to keep the class, with "" as class whether to keep a function or an alias.
    `additions` maps a class to members that only this project has, and `further_arguments(class, member)` returns the
    keyword arguments that only this project has, with their defaults.
    """

    def __init__(
        self,
        describe: Callable[[str, str], Optional[str]],
        additions: Dict[str, str],
        further_arguments: Callable[[str, str], Dict[str, Any]] = lambda owner, name: {},
    ) -> None:
        self.describe = describe
        self.additions = additions
        self.further_arguments = further_arguments
        self.simplifier = AnnotationSimplifier()

    @property
    def imports(self) -> Dict[str, str]:
        """The names that the reduced module needs besides its imports, with their modules."""
        return self.simplifier.imports

    def reduce(self, tree: ast.Module) -> ast.Module:
        """Return the syntax tree of the stub, made from that of the module."""
        exported = list_exported_names(tree)
        body = without_implementations(see_as_checker(tree.body))
        tree.body = [stub for node in body for stub in self._reduce_statement(node, exported)]
        aliases = [alias for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names]
        if any(alias.asname in exported and alias.asname != alias.name for alias in aliases):
            # `from a import b as c` exports c only if __all__ has it.
            tree.body.append(ast.parse("__all__ = {}".format(sorted(exported))).body[0])
        return tree

    def _reduce_statement(self, node: ast.stmt, exported: Set[str]) -> List[ast.stmt]:
        if isinstance(node, ast.ImportFrom):
            if node.module == "__future__" or (not node.level and (node.module or "").split(".")[0] in OTHER_PACKAGES):
                return []
            for alias in node.names:  # a stub exports only what it imports with `as` and the same name
                if not alias.asname and alias.name in exported:
                    alias.asname = alias.name
            return [node]
        if isinstance(node, ast.Import):
            node.names = [alias for alias in node.names if alias.name.split(".")[0] not in OTHER_PACKAGES]
            return [node] if node.names else []
        if isinstance(node, ast.ClassDef):
            return [self._reduce_class(node)] if self.describe(node.name, "") is not None else []
        if isinstance(node, FUNCTIONS):
            is_kept = node.name in exported if exported else self.describe("", node.name) is not None
            return self._reduce_function(node, "") if is_kept else []
        if isinstance(node, (ast.Assign, ast.AnnAssign)):
            return self._reduce_assignment(node)
        return []

    def _reduce_assignment(self, node: Union[ast.Assign, ast.AnnAssign]) -> List[ast.stmt]:
        if isinstance(node, ast.Assign):
            names = [dotted_name(target) for target in node.targets]
            is_type = (
                isinstance(node.value, (ast.Subscript, ast.Name, ast.Attribute, ast.BinOp))
                or last_name(node.value) in TYPE_MAKERS
            )
            if "__all__" in names or not is_type or "log" in names or self.describe("", names[0]) is None:
                return []
            node.value = self.simplifier.visit(node.value)
            return [node]
        if dotted_name(node.annotation).startswith("logging."):
            return []
        node.annotation = self.simplifier.visit(node.annotation)
        if last_name(node.annotation) == "TypeAlias" and node.value is not None:
            node.value = self.simplifier.visit(node.value)
        elif dotted_name(node.target).startswith("_"):
            return []
        elif node.value is not None:
            node.value = None if is_required(node.value) else ast.Constant(...)
        return [node]

    def _reduce_class(self, node: ast.ClassDef) -> ast.ClassDef:
        node.bases = [self.simplifier.visit(base) for base in node.bases]
        node.decorator_list = [each for each in node.decorator_list if last_name(each) in KEPT_DECORATORS]
        overloaded: Set[str] = set()
        body: List[ast.stmt] = []
        for child in see_as_checker(node.body):
            if isinstance(child, FUNCTIONS):
                if child.name in overloaded or self.describe(node.name, child.name) is None:
                    continue
                if is_overload(child):
                    body += self._reduce_function(child, node.name)
                    if not is_last_overload(node.body, child):
                        continue
                    overloaded.add(child.name)
                elif node.name.endswith(WRAPPER_SUFFIXES) and child.name == "__init__":
                    body.append(self._reduce_wrapper_constructor(child, node.name))
                elif not child.name.startswith("_") or child.name in SPECIAL_METHODS:
                    body += self._reduce_function(child, node.name)
            elif isinstance(child, (ast.Assign, ast.AnnAssign)):
                body += self._reduce_assignment(child)
            elif isinstance(child, ast.ClassDef):
                body.append(self._reduce_class(child))
        if node.name in self.additions:
            body += ast.parse(self.additions[node.name]).body
        node.body = body or [ast.Expr(ast.Constant(...))]
        return node

    def _reduce_wrapper_constructor(self, node: Function, owner: str) -> ast.stmt:
        """Keep `self.create = to_raw_response_wrapper(completions.create)`, from which checkers infer the types."""
        node.body = [
            child
            for child in node.body
            if isinstance(child, ast.Assign)
            and isinstance(child.targets[0], ast.Attribute)
            and isinstance(child.value, ast.Call)
            and self.describe(owner, child.targets[0].attr) is not None
        ] or [ast.Expr(ast.Constant(...))]
        return node

    def _reduce_function(self, node: Function, owner: str) -> List[ast.stmt]:
        decorators: List[ast.expr] = []
        for decorator in node.decorator_list:
            name = last_name(decorator)
            if name == "cached_property":
                decorators.append(ast.Name("property", ast.Load()))
            elif name == "deprecated":
                self.imports["deprecated"] = "typing_extensions"
                decorators.append(ast.Call(ast.Name("deprecated", ast.Load()), [ast.Constant(DEPRECATION)], []))
            elif name in KEPT_DECORATORS:
                decorators.append(decorator)
        node.decorator_list = decorators
        if isinstance(node, ast.AsyncFunctionDef) and any(isinstance(each, ast.Yield) for each in ast.walk(node)):
            node = ast.FunctionDef(**{name: getattr(node, name) for name in node._fields})  # an async generator
        self._reduce_arguments(node.args, bool(owner))
        for name, default in self.further_arguments(owner, node.name).items():
            if name not in {argument.arg for argument in node.args.args + node.args.kwonlyargs}:
                annotation, names = ARGUMENT_TYPES[name]
                self.imports.update(names)
                node.args.kwonlyargs.append(ast.arg(name, ast.parse(annotation, mode="eval").body))
                node.args.kw_defaults.append(ast.Constant(default))
        if node.returns is not None:
            node.returns = self.simplifier.visit(node.returns)
        docstring = self.describe(owner, node.name) if owner else ""
        node.body = [ast.Expr(ast.Constant(docstring or ...))]
        return [node]

    def _reduce_arguments(self, arguments: ast.arguments, is_method: bool) -> None:
        arguments.kw_defaults = [default and plain_default(default) for default in arguments.kw_defaults]
        arguments.defaults = [plain_default(default) for default in arguments.defaults]
        optional = [argument for argument in (arguments.vararg, arguments.kwarg) if argument is not None]
        for argument in arguments.posonlyargs + arguments.args + arguments.kwonlyargs + optional:
            if argument.annotation is not None:
                argument.annotation = self.simplifier.visit(argument.annotation)
        names = {argument.arg for argument in arguments.kwonlyargs}
        if is_method and {"extra_headers", "timeout"} <= names:
            arguments.kwonlyargs.append(ast.arg("config", ast.parse("Config | None", mode="eval").body))
            arguments.kw_defaults.append(ast.Constant(None))
            self.imports["Config"] = "_config"
            if arguments.kwarg is None:
                arguments.kwarg = ast.arg("options", ast.parse("Unpack[CallOptions]", mode="eval").body)
                self.imports.update({"CallOptions": "_types", "Unpack": "typing_extensions"})


def list_exported_names(tree: ast.Module) -> Set[str]:
    """Return the names in `__all__`."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and dotted_name(node.targets[0]) == "__all__":
            return set(ast.literal_eval(node.value))
    return set()


def see_as_checker(body: List[ast.stmt]) -> List[ast.stmt]:
    """Replace `if TYPE_CHECKING:` by the branch that a checker sees."""
    result: List[ast.stmt] = []
    for node in body:
        if isinstance(node, ast.If):
            is_negated = isinstance(node.test, ast.UnaryOp)
            test = node.test.operand if isinstance(node.test, ast.UnaryOp) else node.test
            if last_name(test) == "TYPE_CHECKING":
                result += see_as_checker(node.orelse if is_negated else node.body)
                continue
        result.append(node)
    return result


def is_overload(node: ast.stmt) -> bool:
    """Tell whether a statement is an overload of a function."""
    return isinstance(node, FUNCTIONS) and any(last_name(each) == "overload" for each in node.decorator_list)


def without_implementations(body: Iterable[ast.stmt]) -> List[ast.stmt]:
    """Return the statements of a module without the functions that implement overloads."""
    statements = list(body)
    overloaded = {node.name for node in statements if isinstance(node, FUNCTIONS) and is_overload(node)}
    return [
        node
        for node in statements
        if not (isinstance(node, FUNCTIONS) and node.name in overloaded and not is_overload(node))
    ]


def is_last_overload(body: List[ast.stmt], node: Function) -> bool:
    """Tell whether the implementation follows this overload; `body` is that of the class."""
    functions = [child for child in body if isinstance(child, FUNCTIONS) and child.name == node.name]
    overloads = [child for child in functions if is_overload(child)]
    return not overloads or overloads[-1] is node


def is_required(value: ast.expr) -> bool:
    """Tell whether `= FieldInfo(alias=…)` gives no default."""
    if last_name(value) not in ("FieldInfo", "Field") or not isinstance(value, ast.Call):
        return False
    return not value.args and not any(keyword.arg in ("default", "default_factory") for keyword in value.keywords)


def plain_default(node: ast.expr) -> ast.expr:
    """Return a default as checkers show it: a constant, or a sentinel, which the module imports for it."""
    if last_name(node) in SENTINELS or ast.unparse(node) in ("[]", "{}"):
        return node
    if any(isinstance(each, (ast.Name, ast.Call)) for each in ast.walk(node)):
        return ast.Constant(...)
    return ast.Constant(eval(ast.unparse(node)))  # noqa: S307  # such as `2 * 1024 * 1024`
