# SPDX-License-Identifier: MIT
"""From Python types to JSON schemas as strict mode wants them. Pure.

Strict mode knows a part of JSON Schema: objects are closed and all their fields required, the root is an object, there
are no defaults. What a type says beyond that is refused here, with the place, before anything is sent.
Neighbours: type_info.py (what types say), values.py (the way back). https://platform.openai.com/docs/guides/structured-outputs
"""

from __future__ import annotations

from copy import deepcopy
from functools import lru_cache

from ..call.errors import SchemaError
from . import type_info
from .type_info import schema_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple

    Schema = Dict[str, Any]

__all__ = ["schema_name", "to_strict_json_schema", "ensure_strict"]

SCALARS = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
# Types of the standard library that travel as text, by module and name, so that none of them is imported.
FORMATS = {
    ("datetime", "datetime"): "date-time",
    ("datetime", "date"): "date",
    ("datetime", "time"): "time",
    ("uuid", "UUID"): "uuid",
    ("decimal", "Decimal"): "",
}
LISTS = (list, set, frozenset, tuple)
LIST_NAMES = ("Sequence", "MutableSequence", "Iterable", "Collection", "Set", "AbstractSet", "MutableSet")
INNER = ("$defs", "definitions", "properties")  # keywords that hold schemas by name
OPTIONAL_HINT = "strict mode has no defaults: make it Optional and let None mean it, or leave the default out"


def to_strict_json_schema(kind: Any) -> Schema:
    """Return the strict schema of a type, a fresh dict; of a schema as a dict, its strict form.

    Raises SchemaError, a TypeError, naming the field, for what strict mode cannot express.
    """
    try:
        if isinstance(kind, dict):
            return validate_strict(ensure_strict(deepcopy(kind)), schema_name(kind))
        return deepcopy(_cached_schema(kind))
    except RecursionError:
        raise SchemaError("{}: it contains itself without an end".format(schema_name(kind))) from None


@lru_cache(maxsize=256)  # bounded: types that programs make as they go don't pile up
def _cached_schema(kind: Any) -> Schema:
    library = type_info.pydantic_flavor(kind)
    if library:
        return validate_strict(ensure_strict(deepcopy(_of_library(kind, library))), schema_name(kind))
    if not type_info.has_fields(kind):
        raise SchemaError(
            "{}: the root must be a type with named fields: a dataclass, TypedDict, NamedTuple or pydantic model; "
            "put it into a field of one".format(_said(kind))
        )
    return validate_strict(ensure_strict(SchemaBuilder(kind).root()), schema_name(kind))


def _of_library(kind: Any, library: str) -> Schema:
    if library == "adapted":
        found: Schema = type_info.type_adapter(kind).json_schema()
    else:
        found = kind.model_json_schema() if library == "model" else kind.schema()
    return found


class SchemaBuilder:
    """Makes the schema of one type; types with fields that stand inside become definitions.

    If `free`, dicts with free names and anything at all are allowed: for what strict mode needn't take.
    """

    def __init__(self, kind: Any, allow_any: bool = False) -> None:
        self._kind = kind
        self._free = allow_any
        self.definitions: Schema = {}
        self._names: Dict[Any, str] = {}

    def root(self) -> Schema:
        """Return the schema of the whole."""
        schema = self._record(self._kind, schema_name(self._kind))
        if self.definitions:
            schema["$defs"] = self.definitions
        return schema

    def build(self, kind: Any, place: str) -> Schema:
        """Return the schema of a type that stands at a place."""
        kind, description = type_info.unwrap(kind)
        schema = self._plain(kind, place)
        return {**schema, "description": description} if description else schema

    def _plain(self, kind: Any, place: str) -> Schema:
        if kind is None or kind in SCALARS:
            return {"type": SCALARS[type(None) if kind is None else kind]}
        if isinstance(kind, type) and (kind.__module__, kind.__name__) in FORMATS:
            said = FORMATS[kind.__module__, kind.__name__]
            return {"type": "string", "format": said} if said else {"type": "string"}
        if type_info.is_enum(kind):
            return _enum_schema([member.value for member in kind], place)
        if type_info.has_fields(kind) or type_info.pydantic_flavor(kind):
            return self._reference(kind, place)
        return self._generic(kind, place)

    def _generic(self, kind: Any, place: str) -> Schema:
        from typing import Literal, Union

        origin = type_info.origin(kind)
        inside = tuple(each for each in type_info.arguments(kind) if type(each).__name__ != "TypeVar")  # List, on 3.8
        if origin is Union:
            return {"anyOf": [self.build(each, place) for each in inside]}
        if origin is Literal or getattr(origin, "_name", "") == "Literal":
            return _enum_schema(list(inside), place)
        if inside and (origin in LISTS or getattr(origin, "__name__", "") in LIST_NAMES):
            if origin is tuple and (len(inside) != 2 or inside[1] is not ...):
                raise SchemaError("{}: strict mode has no tuples of fixed length; use a NamedTuple".format(place))
            return {"type": "array", "items": self.build(inside[0], place + "[]")}
        if self._free and type_info.is_any(kind):
            return {}
        if self._free and dict in (kind, origin):
            return {"type": "object", "additionalProperties": self.build(inside[1], place) if inside else True}
        raise SchemaError("{}: {}".format(place, _unsupported_reason(kind, origin)))

    def _reference(self, kind: Any, place: str) -> Schema:
        if kind is self._kind:
            return {"$ref": "#"}
        if kind not in self._names:
            name = schema_name(kind)
            while name in self.definitions:
                name += "_"
            self._names[kind] = name
            self.definitions[name] = {}  # taken, also while it is made
            library = type_info.pydantic_flavor(kind)
            made = self._import_definitions(kind, library, place) if library else self._record(kind, name)
            self.definitions[name] = made
        return {"$ref": "#/$defs/" + self._names[kind]}

    def _import_definitions(self, kind: Any, library: str, place: str) -> Schema:
        """Return the schema of a modelling library's type, its definitions moved to ours."""
        schema = deepcopy(_of_library(kind, library))
        for name, inner in schema.pop("$defs", schema.pop("definitions", {})).items():
            if self.definitions.setdefault(name, inner) not in (inner, {}):
                raise SchemaError("{}: there are two types of the name {}; rename one".format(place, name))
            self.definitions[name] = inner
        return schema

    def _record(self, kind: Any, name: str) -> Schema:
        properties: Schema = {}
        for field in type_info.fields_of(kind):
            place = "{}.{}".format(name, field.name)
            if field.default is not type_info.REQUIRED and field.default is not None:
                what = "it may be left out" if type_info.is_typed_dict(kind) else "it has a default"
                raise SchemaError("{}: {}; {}".format(place, what, OPTIONAL_HINT))
            if field.type_ is type_info.REQUIRED:
                raise SchemaError("{}: it has no type; say one".format(place))
            schema = self.build(field.type_, place)
            if field.description and "description" not in schema:
                schema["description"] = field.description
            properties[field.name] = schema
        made: Schema = {"type": "object", "properties": properties, "required": list(properties)}
        made["additionalProperties"] = False
        description = type_info.own_docstring(kind)
        return {**made, "description": description} if description else made


def _said(kind: Any) -> str:
    return kind.__name__ if isinstance(kind, type) else str(kind).replace("typing.", "")


def _unsupported_reason(kind: Any, origin: Any) -> str:
    if (origin or kind) is dict or getattr(origin or kind, "__name__", "") in ("Mapping", "MutableMapping"):
        return "a dict with free names cannot be told in strict mode; use a type with fields, or a list of pairs"
    if kind in LISTS or origin in LISTS:
        return "a {} needs to say what is in it, as in List[str]".format((origin or kind).__name__)
    if type_info.is_any(kind):
        return "anything at all cannot be told in strict mode; say a type"
    return "{} cannot be told as JSON schema".format(_said(kind))


def _enum_schema(values: List[Any], place: str) -> Schema:
    """Return the schema of a choice of values."""
    for value in values:
        if type(value) not in SCALARS:
            raise SchemaError("{}: {!r} is no value that JSON has; use text or numbers".format(place, value))
    types = list(dict.fromkeys(SCALARS[type(value)] for value in values))
    return {"type": types[0] if len(types) == 1 else types, "enum": values}


def ensure_strict(schema: Schema, root: Optional[Schema] = None, ancestors: Tuple[str, ...] = ("#",)) -> Schema:
    """Make a schema strict, in place, as the API demands, and return it.

    Objects are closed, their fields required; an `allOf` of one is that one; a default of null is dropped; a `$ref`
    beside other keywords is replaced by what it refers to, unless that is what it stands in: `inside` says so.
    """
    root = schema if root is None else root
    for name in ("$defs", "definitions"):
        for key, inner in (schema.get(name) or {}).items():
            ensure_strict(inner, root, ancestors + ("#/{}/{}".format(name, key),))
    if schema.get("type") == "object" and "additionalProperties" not in schema and "properties" in schema:
        schema["additionalProperties"] = False
    properties = schema.get("properties")
    if isinstance(properties, dict):
        schema["required"] = list(properties)
        schema["properties"] = {name: ensure_strict(inner, root, ancestors) for name, inner in properties.items()}
    if isinstance(schema.get("items"), dict):
        schema["items"] = ensure_strict(schema["items"], root, ancestors)
    if isinstance(schema.get("anyOf"), list):
        schema["anyOf"] = [ensure_strict(inner, root, ancestors) for inner in schema["anyOf"]]
    every = schema.get("allOf")
    if isinstance(every, list) and len(every) == 1:
        schema.update(ensure_strict(every[0], root, ancestors))
        del schema["allOf"]
    elif isinstance(every, list):
        schema["allOf"] = [ensure_strict(inner, root, ancestors) for inner in every]
    if "default" in schema and schema["default"] is None:
        del schema["default"]
    if "$ref" in schema and len(schema) > 1:
        reference = schema.pop("$ref")
        if reference in ancestors:
            schema["anyOf"] = [{"$ref": reference}]
            return schema
        schema.update({**deepcopy(resolve_ref(root, reference)), **schema})
        return ensure_strict(schema, root, ancestors + (reference,))
    return schema


def resolve_ref(root: Schema, reference: str) -> Schema:
    """Return what a `$ref` refers to. Raises SchemaError if it is not inside this schema."""
    found: Any = root
    for name in reference[2:].split("/") if reference != "#" else ():
        found = found.get(name) if isinstance(found, dict) else None
    if not reference.startswith("#") or not isinstance(found, dict):
        raise SchemaError("$ref: {!r} refers to nothing inside the schema".format(reference))
    return found


def validate_strict(schema: Schema, name: str) -> Schema:
    """Return a strict schema. Raises SchemaError, with the place, if strict mode would not take it."""
    if schema.get("type") != "object":
        raise SchemaError(
            "{}: the root must be an object, and no union: put it into a field of a type with fields".format(name)
        )
    _check(schema, name)
    return schema


def _check(schema: Any, place: str) -> None:
    if not isinstance(schema, dict):
        return
    if "default" in schema:
        raise SchemaError("{}: it has a default; {}".format(place, OPTIONAL_HINT))
    kinds_said = schema.get("type")
    is_object = kinds_said == "object" or (isinstance(kinds_said, list) and "object" in kinds_said)
    if is_object and schema.get("additionalProperties") is not False:
        raise SchemaError("{}: {}".format(place, _unsupported_reason(dict, None)))
    for name in INNER:
        inside = schema.get(name)
        for key, inner in inside.items() if isinstance(inside, dict) else ():
            _check(inner, "{}.{}".format(place, key) if name == "properties" else key)
    _check(schema.get("items"), place + "[]")
    for name in ("anyOf", "allOf", "oneOf"):
        for inner in schema.get(name) or ():
            _check(inner, place)
