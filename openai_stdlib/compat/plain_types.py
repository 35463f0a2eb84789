# SPDX-License-Identifier: MIT
"""The classes that results have, and the types of their fields with these classes in them.

Models that no call returns, such as the events of the Realtime API, are not in the table: their classes are built from
the stubs when a program names them.
"""

from __future__ import annotations

import ast
import typing
from operator import methodcaller

from ..results import model_index
from ..results.declared_fields import alternatives, annotations_of, apply_annotation
from ..results.model_data import Module, define, has_name, members_of
from ..results.models import PACKAGE, FloatField, Model, flatten, model_class
from ..results.objects import APIObject
from .field_types import bases_of, evaluate, is_model, read_stub

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple

LITERALS = frozenset(("Literal", "Optional"))
PLAIN_NAMES = LITERALS.union(("Any", "Dict", "List", "Union", "bool", "float", "int", "object", "str"))
_classes: Dict[Tuple[str, str], Any] = {}  # of the models that are not in the table


def plain_class(path: str, name: str) -> Any:
    """Return the class that results have, or the union of classes; `typing.Any` for what is no model."""
    if not path:
        return APIObject
    package, _, last = path.rpartition(".")
    module = model_index.modules_of(package).get(last)
    if module is None or not has_name(module, name):
        return _class_of_stub(path, name)
    definition = define(module, name)
    members = members_of(definition) if definition else []
    if members:
        return typing.Union[tuple(model_class(*member) for member in flatten(members))]
    return model_class(module, name)


class _StubField:
    """Property for a field whose type is in a stub. Reading it assigns classes."""

    __slots__ = ("wire", "_path", "_node", "_alternatives")

    def __init__(self, wire: str, path: str, node: ast.expr) -> None:
        self.wire = wire
        self._path = path
        self._node = node
        self._alternatives: Optional[List[Any]] = None

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self
        value = dict.get(instance, self.wire)
        self.apply(value)
        return value

    def apply(self, value: Any) -> None:
        """Assign the class of the type to an object, to the items of a list or to the values of a mapping."""
        if type(value) is APIObject or type(value) is list:
            if self._alternatives is None:
                self._alternatives = alternatives(evaluate(self._path, self._node, plain_class))
            apply_annotation(value, self._alternatives)


def _class_of_stub(path: str, name: str) -> Any:
    """Return the class of a model that is not in the table, `typing.Any` if the stub has no such model."""
    stub = read_stub(path)
    if stub is None or name not in stub.classes or not is_model(path, name):
        return typing.Any
    if (path, name) in _classes:
        return _classes[path, name]
    bases = tuple(plain_class(*base) for base in bases_of(path, name)) or (Model,)
    fields = {entry[0]: entry for base in bases for entry in base._fields}
    module = Module("", path.rpartition(".")[0], path.rpartition(".")[2], "")
    namespace: Dict[str, Any] = {
        "__module__": "{}.types.{}".format(PACKAGE, path),
        "__doc__": "Model of the API.",
        "_path": (module, name),
    }
    texts = []  # of the fields, as in the table
    for field, (node, _) in stub.fields(name).items():
        property_, text = _field_of_stub(path, field, node)
        fields[field] = field, field, None if isinstance(property_, property) else property_
        namespace[field] = property_
        texts.append(text)
    namespace["_fields"] = tuple(fields.values())
    namespace["_names"] = frozenset(fields)
    module.models[name] = ", ".join(texts)
    return _classes.setdefault((path, name), type(name, bases, namespace))


def _field_of_stub(path: str, name: str, node: ast.expr) -> Tuple[Any, str]:
    """Return the property for a field, and the text for it that the table would have."""
    names = {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}
    if names <= LITERALS:
        values = [inner.value for inner in ast.walk(node) if isinstance(inner, ast.Constant)]
        return property(methodcaller("get", name)), "{} = {}".format(name, " | ".join(map(str, values)))
    if "float" in names and "int" not in names:
        return FloatField(name), name
    return property(methodcaller("get", name)) if names <= PLAIN_NAMES else _StubField(name, path, node), name


def find_field(path: str, name: str, field: str) -> Optional[Tuple[str, ast.expr, bool]]:
    """Return in which module a field of a class is, its type, and whether it is required; None without a stub."""
    stub = read_stub(path)
    if stub is None or name not in stub.classes:
        return None
    fields = stub.fields(name)
    if field in fields:
        return (path, *fields[field])
    for base in bases_of(path, name):
        found = find_field(base[0], base[1], field)
        if found is not None:
            return found
    return None


def annotation_of(cls: Any, name: str) -> Any:
    """Return the type of a field of a model's class; `typing.Any` if it is not known."""
    declared = annotations_of(cls)
    if name in declared:
        return (
            getattr(declared[name], "__origin__", None) if hasattr(declared[name], "__metadata__") else declared[name]
        )
    found = find_field(cls._path[0].path, cls._path[1], name) if cls._path is not None else None
    return typing.Any if found is None else evaluate(found[0], found[1], plain_class)


def is_required(cls: Any, name: str) -> bool:
    """Return whether a field of a model's class has to be there."""
    found = find_field(cls._path[0].path, cls._path[1], name) if cls._path is not None else None
    return found is not None and found[2]
