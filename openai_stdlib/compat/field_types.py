# SPDX-License-Identifier: MIT
"""Types of the fields of models, read from the type stubs in ../types when something asks for them.

The table of models has only what calls need: names, models inside, and the strings by which models are told apart. The
stubs have the rest. A copy of the package without stubs knows the types in the table.
"""

from __future__ import annotations

import ast
import builtins
import sys
import typing
from pkgutil import get_data

from ..results import model_index
from ..results.model_data import define as define_model
from ..results.model_data import members_of
from . import modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterable, List, Optional, Tuple

    # Returns the class of a model by the path of its module below `types` and its name, or what stands for it.
    Provider = Callable[[str, str], Any]

PACKAGE = __name__.rpartition(".compat.")[0]
BASES = ("BaseModel", "GenericModel")  # names in the stub `_models`
_stubs: Dict[str, Optional[Stub]] = {}
# Values of aliases, for the providers here: a name has the same value each time if the classes are complete.
kept_values: Dict[Provider, Dict[Tuple[str, str], Any]] = {}


class Stub:
    """The names that the stub of one module defines."""

    def __init__(self, path: str, is_package: bool, source: str) -> None:
        self.path = path
        self.is_package = is_package
        self.classes: Dict[str, ast.ClassDef] = {}
        self.values: Dict[str, Any] = {}  # aliases as syntax trees; type variables once they are made
        self.imports: Dict[str, Tuple[str, str]] = {}  # name -> module and name there
        package = ["types", *filter(None, path.split("."))][: None if is_package else -1]
        for node in ast.parse(source).body:
            if isinstance(node, ast.ClassDef):
                self.classes[node.name] = node
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
                self.values[node.target.id] = node.value
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                name, value = node.targets[0].id, node.value
                if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "TypedDict":
                    self.classes[name] = _class_statement(name, value)
                else:
                    self.values[name] = value
            elif isinstance(node, ast.Import):
                self.imports.update({alias.name: (alias.name, "") for alias in node.names})
            elif isinstance(node, ast.ImportFrom):
                parts = package[: len(package) + 1 - node.level] if node.level else []
                module = ".".join(parts + ([node.module] if node.module else []))
                module = "." + module if node.level else module
                self.imports.update({alias.asname or alias.name: (module, alias.name) for alias in node.names})

    def has(self, name: str) -> bool:
        """Return whether the stub defines or imports a name."""
        return name in self.classes or name in self.values or name in self.imports

    def exported_names(self) -> Iterable[str]:
        """Return the names that the module exports: what it defines, or what a package imports."""
        return self.imports if self.is_package else [*self.classes, *self.values]

    def fields(self, name: str) -> Dict[str, Tuple[ast.expr, bool]]:
        """Return type and whether it is required for each field in the body of a class."""
        return {
            node.target.id: (node.annotation, node.value is None)
            for node in self.classes[name].body
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
        }


def _class_statement(name: str, call: ast.Call) -> ast.ClassDef:
    """Return `Name = TypedDict("Name", {...}, total=False)` as a class; it has keys that are keywords of Python."""
    fields = call.args[1]
    assert isinstance(fields, ast.Dict)
    body: Any = [
        ast.AnnAssign(ast.Name(ast.literal_eval(key), ast.Store()), annotation, None, 1)
        for key, annotation in zip(fields.keys, fields.values)
        if key is not None
    ]
    statement: Any = ast.ClassDef(name, [call.func], call.keywords, body, [])
    return typing.cast(ast.ClassDef, ast.copy_location(statement, call))


def read_stub(path: str) -> Optional[Stub]:
    """Return the stub of the module at a path below `types`, None if there is none."""
    if path not in _stubs:
        stub = None
        folder = "/".join(["types", *filter(None, path.split("."))])
        for file in (".pyi", "/__init__.pyi"):
            try:
                source = get_data(PACKAGE, folder + file)
            except OSError:
                continue
            if source is not None:
                stub = Stub(path, file != ".pyi", source.decode("utf-8"))
                break
        _stubs.setdefault(path, stub)
    return _stubs[path]


class _Unmarked:
    """Stands for `Required` and `Annotated` where typing and typing_extensions lack them: gives the type inside."""

    def __class_getitem__(cls, item: Any) -> Any:
        return item[0] if type(item) is tuple else item


class _Names(dict):  # type: ignore[type-arg]
    """The names that an annotation in a stub can have, looked up when it has them."""

    def __init__(self, path: str, provider: Provider) -> None:
        super().__init__()
        self.path = path
        self.provider = provider

    def __missing__(self, name: str) -> Any:
        return find_value(self.path, name, self.provider)


class _Attributes:
    """A module in an annotation, such as `chat_model` in `chat_model.ChatModel`."""

    def __init__(self, path: str, provider: Provider) -> None:
        self._names = _Names(path, provider)

    def __getattr__(self, name: str) -> Any:
        return self._names[name]


def evaluate(path: str, node: Any, provider: Provider) -> Any:
    """Return the value of an expression in a stub."""
    stub = read_stub(path)
    return _value_of(node, _Names(path, provider), stub.values if stub is not None else {})


def _value_of(node: Any, names: Any, aliases: Dict[str, Any]) -> Any:
    """Return the value of an expression that has only what types in stubs have."""
    if isinstance(node, ast.Name):
        return names[node.id]
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Attribute):
        return getattr(_value_of(node.value, names, aliases), node.attr)
    if isinstance(node, ast.Subscript):
        origin = _value_of(node.value, names, aliases)
        if isinstance(node.value, ast.Name) and node.value.id in aliases:
            return origin  # of a union of pydantic's generic classes, which takes no parameters at run time
        return origin[_value_of(node.slice, names, aliases)]
    if isinstance(node, ast.Tuple):
        return tuple(_value_of(item, names, aliases) for item in node.elts)
    if isinstance(node, ast.List):
        return [_value_of(item, names, aliases) for item in node.elts]
    if isinstance(node, ast.BinOp):
        left, right = _value_of(node.left, names, aliases), _value_of(node.right, names, aliases)
        return left | right if sys.version_info >= (3, 10) else typing.Union[left, right]
    if isinstance(node, ast.Call):
        options = {str(keyword.arg): _value_of(keyword.value, names, aliases) for keyword in node.keywords}
        return _value_of(node.func, names, aliases)(*(_value_of(item, names, aliases) for item in node.args), **options)
    return _value_of(node.value, names, aliases)  # ast.Index, in Python 3.8


def find_value(path: str, name: str, provider: Provider) -> Any:
    """Return the value of a name in a stub. Raises KeyError if there is no such name."""
    stub = read_stub(path)
    if stub is not None:
        if "types." + path in modules.MODULES:
            return find_listed("types." + path, name)
        if name in stub.classes:
            return provider(path, name)
        if name in stub.values:
            value = stub.values[name]
            if not isinstance(value, ast.AST):
                return value
            kept = kept_values.get(provider, {})
            if (path, name) in kept:
                return kept[path, name]
            value = evaluate(path, value, provider)
            if isinstance(value, typing.TypeVar):
                stub.values[name] = value  # the same object each time
            return kept.setdefault((path, name), value)
        if name in stub.imports:
            return _find_imported(*stub.imports[name], provider)
    if sys.version_info < (3, 9) and name in ("dict", "list", "set", "tuple"):
        return getattr(typing, name.title())  # which takes parameters
    if hasattr(builtins, name):
        return getattr(builtins, name)
    raise KeyError(name)


def find_listed(module: str, name: str) -> Any:
    """Return the value of a name that modules.py lists, or `typing.Any`."""
    home = modules.names_in(module).get(name) if module in modules.MODULES else None
    return getattr(__import__(home, globals(), None, [name], 2), name) if home else typing.Any


def _find_imported(module: str, name: str, provider: Provider) -> Any:
    if name in BASES:
        return provider("", name)
    if module == "." or module.startswith("._"):  # beside `types`
        return find_listed(module[1:], name)
    if module.startswith(".types"):
        path = module[len(".types.") :]
        if is_model_of_table(path, name):
            return provider(path, name)  # without reading the stub
        submodule = (path + "." if path else "") + name
        is_module = name[:1].islower() and read_stub(submodule) is not None
        return _Attributes(submodule, provider) if is_module else find_value(path, name, provider)
    if module in ("typing", "typing_extensions"):
        loaded = sys.modules.get("typing_extensions")
        absent = _Unmarked if name in ("Annotated", "Required") else typing.Any
        return getattr(typing, name, None) or getattr(loaded, name, absent)
    found = __import__(module, None, None, ["__name__"])
    return getattr(found, name) if name else found


def is_model_of_table(path: str, name: str) -> bool:
    """Return whether the table has the model that the module at a path defines; unions are not models."""
    package, _, last = path.rpartition(".")
    module = model_index.modules_of(package).get(last)
    definition = define_model(module, name) if module is not None else None
    return bool(definition) and not members_of(definition or [])


def is_model(path: str, name: str) -> bool:
    """Return whether a class in a stub is a model, not a typed dict; also True without stubs."""
    stub = read_stub(path)
    if stub is None or name not in stub.classes:
        return True
    names = [getattr(base, "id", "") for base in stub.classes[name].bases]
    return any(base in BASES for base in names) or any(is_model(*base) for base in bases_of(path, name))


def bases_of(path: str, name: str) -> List[Tuple[str, str]]:
    """Return module and name of the models that a class in a stub inherits from."""
    stub = read_stub(path)
    bases: List[Tuple[str, str]] = []
    for node in stub.classes[name].bases if stub is not None else ():
        if isinstance(node, ast.Name):
            found = find_value(path, node.id, lambda *place: place)
            if isinstance(found, tuple) and found[0]:
                bases.append(found)
    return bases
