# SPDX-License-Identifier: MIT
"""The classes that results have, and the types of their fields with these classes in them."""

from __future__ import annotations

import ast
import typing

from ..results import model_index
from ..results.declared_fields import annotations_of
from ..results.model_data import define, has_name, members_of
from ..results.models import flatten, model_class
from ..results.objects import APIObject
from .field_types import bases_of, evaluate, read_stub

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional, Tuple


def plain_class(path: str, name: str) -> Any:
    """Return the class that results have, or the union of classes; `typing.Any` for what is no model."""
    if not path:
        return APIObject
    package, _, last = path.rpartition(".")
    module = model_index.modules_of(package).get(last)
    if module is None or not has_name(module, name):
        return typing.Any
    definition = define(module, name)
    members = members_of(definition) if definition else []
    if members:
        return typing.Union[tuple(model_class(*member) for member in flatten(members))]
    return model_class(module, name)


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
