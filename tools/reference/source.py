# SPDX-License-Identifier: MIT
"""What the sources tell: annotated attributes of classes, and modules that cannot be imported without a library.

Adapters and engines import libraries that need not be installed, so their classes and functions are read as text.
"""

from __future__ import annotations

import ast
import sys
from functools import lru_cache
from inspect import Parameter, Signature, cleandoc
from pathlib import Path
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Tuple

from openai_stdlib.api.signatures import _annotation_text

PROJECT = Path(__file__).resolve().parent.parent.parent


class Described(NamedTuple):
    """A class or function as its source has it; `signature` is that of the constructor, or None."""

    name: str
    doc: str
    signature: Optional[Signature]


@lru_cache(maxsize=None)
def parse(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=None)
def _lines(path: Path) -> List[bytes]:
    return path.read_bytes().splitlines()


def text_of(path: Path, node: Optional[ast.expr]) -> str:
    """Return the text of an annotation in a file; "" for None. `ast.get_source_segment` splits the file each time."""
    return _annotation_text(_lines(path), node)


def read_module(path: Path) -> Dict[str, Described]:
    """Return the public classes and functions of a file that defines them."""
    found = {}
    for node in parse(path).body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and not node.name.startswith("_"):
            function: Any = node
            if isinstance(node, ast.ClassDef):
                function = next((child for child in node.body if getattr(child, "name", "") == "__init__"), None)
            signature = None if function is None else _signature(path, function, isinstance(node, ast.ClassDef))
            found[node.name] = Described(node.name, cleandoc(ast.get_docstring(node) or ""), signature)
    return found


def _signature(path: Path, function: Any, is_method: bool) -> Signature:
    arguments = function.args

    def parameter(argument: ast.arg, kind: Any, default: Optional[ast.expr] = None) -> Parameter:
        annotation = text_of(path, argument.annotation)
        value = Parameter.empty if default is None else evaluate(path, default)
        return Parameter(argument.arg, kind, default=value, annotation=annotation or Parameter.empty)

    positional = arguments.args
    defaults: List[Any] = [None] * (len(positional) - len(arguments.defaults)) + arguments.defaults
    parameters = [parameter(each, Parameter.POSITIONAL_OR_KEYWORD, value) for each, value in zip(positional, defaults)]
    parameters = parameters[is_method:]
    for each, value in zip(arguments.kwonlyargs, arguments.kw_defaults):
        parameters.append(parameter(each, Parameter.KEYWORD_ONLY, value))
    if arguments.kwarg is not None:
        parameters.append(parameter(arguments.kwarg, Parameter.VAR_KEYWORD))
    returns = "" if is_method else text_of(path, function.returns)
    return Signature(parameters, return_annotation=returns or Signature.empty)


def evaluate(path: Path, node: ast.expr) -> Any:
    """Return the value of a default: a literal, or a constant of its module or of one beside it."""
    if isinstance(node, ast.Name):
        for statement in parse(path).body:
            if isinstance(statement, ast.Assign) and getattr(statement.targets[0], "id", "") == node.id:
                return evaluate(path, statement.value)
            if isinstance(statement, ast.ImportFrom) and statement.level == 1 and statement.module:
                if node.id in [alias.asname or alias.name for alias in statement.names]:
                    return evaluate(path.with_name(statement.module + ".py"), node)
        raise LookupError("{}: no constant {}".format(path, node.id))
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Mult, ast.LShift)):
        left, right = evaluate(path, node.left), evaluate(path, node.right)
        return left * right if isinstance(node.op, ast.Mult) else left << right
    return ast.literal_eval(node)


def attribute_types(cls: type) -> Dict[str, str]:
    """Return the annotations of the public attributes that a class declares or that its constructor sets."""
    found: Dict[str, str] = {}
    for name, annotation in _declared(cls):
        if not name.startswith("_"):
            found.setdefault(name, annotation)
    return found


def _declared(cls: type) -> Iterator[Tuple[str, str]]:
    function = vars(cls).get("__init__")
    modules = [cls.__module__, getattr(function, "__module__", "")]
    # The errors say that they are of the package itself.
    for base in vars(cls).values():
        modules.append(getattr(base, "__module__", None) or "")
    for module in dict.fromkeys(modules):
        file = getattr(sys.modules.get(module), "__file__", None)
        node = _find_class(Path(file), cls.__name__) if file else None
        if node is not None:
            yield from _annotations(Path(file), node)  # type: ignore[arg-type]
            return


def _find_class(path: Path, name: str) -> Optional[ast.ClassDef]:
    nodes = [node for node in parse(path).body if isinstance(node, ast.ClassDef) and node.name == name]
    return nodes[0] if nodes else None


def _annotations(path: Path, node: ast.ClassDef) -> Iterator[Tuple[str, str]]:
    for child in node.body:
        if isinstance(child, ast.AnnAssign) and isinstance(child.target, ast.Name):
            yield child.target.id, text_of(path, child.annotation)
        if isinstance(child, ast.FunctionDef) and child.name == "__init__":
            arguments = {each.arg: each.annotation for each in child.args.args + child.args.kwonlyargs}
            for inner in ast.walk(child):
                target: Any = inner.targets[0] if isinstance(inner, ast.Assign) else getattr(inner, "target", None)
                if not isinstance(target, ast.Attribute) or getattr(target.value, "id", "") != "self":
                    continue
                annotation = getattr(inner, "annotation", None)
                if isinstance(inner, ast.Assign) and isinstance(inner.value, ast.Name):
                    annotation = arguments.get(inner.value.id)
                yield target.attr, text_of(path, annotation) or "Any"


def typed_dict_keys(cls: Any) -> List[Tuple[str, str, bool]]:
    """Return the keys of a TypedDict: name, annotation, and whether it is required; [] for anything else.

    Pythons differ in what they know of the class at run time.
    """
    file = getattr(sys.modules.get(getattr(cls, "__module__", "")), "__file__", None)
    return _keys(Path(file), cls.__name__) if file and isinstance(cls, type) and hasattr(cls, "__total__") else []


def _keys(path: Path, name: str) -> List[Tuple[str, str, bool]]:
    node = _find_class(path, name)
    if node is None:  # TypedDict itself
        return []
    keys = [key for base in node.bases if isinstance(base, ast.Name) for key in _keys(path, base.id)]
    is_total = not any(keyword.arg == "total" for keyword in node.keywords)
    return keys + [(key, annotation, is_total) for key, annotation in _annotations(path, node)]
