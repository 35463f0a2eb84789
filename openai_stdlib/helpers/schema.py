# SPDX-License-Identifier: MIT
"""Convert Python types to the JSON schemas that strict mode accepts. No I/O.

Strict mode supports a subset of JSON Schema: the root is an object, every object is closed
(`additionalProperties: false`) with all its fields required, and there are no defaults. What a type expresses beyond
that is rejected here, with its path, before a request is sent. Schemas of pydantic types are not checked: programs for
the official package have them, some of them for servers that accept more.
https://platform.openai.com/docs/guides/structured-outputs
"""

from __future__ import annotations

from copy import deepcopy
from functools import lru_cache

from ..call.helper_errors import SchemaError
from . import type_info
from .type_info import schema_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple

    Schema = Dict[str, Any]

__all__ = ["schema_name", "to_strict_json_schema", "ensure_strict"]

SCALARS: Dict[Any, str] = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
# Format of each standard library type that is sent as text, by module and name, so that none of them is imported.
TEXT_FORMATS = {
    ("datetime", "datetime"): "date-time",
    ("datetime", "date"): "date",
    ("datetime", "time"): "time",
    ("uuid", "UUID"): "uuid",
    ("decimal", "Decimal"): "",
}
LISTS = (list, set, frozenset, tuple)
LIST_NAMES = ("Sequence", "MutableSequence", "Iterable", "Collection", "Set", "AbstractSet", "MutableSet")
SCHEMA_MAPS = ("$defs", "definitions", "properties")  # keywords whose value is a dict of schemas by name
OPTIONAL_HINT = "which strict mode does not support; make it Optional and treat None as the default, or require it"


def to_strict_json_schema(type_: Any) -> Schema:
    """Return the strict schema of a type, or the strict form of a schema passed as a dict. The result is a new dict.

    Raises SchemaError, a TypeError that names the field, for what strict mode cannot express.
    """
    try:
        if isinstance(type_, dict):
            return validate_strict(ensure_strict(deepcopy(type_)), schema_name(type_))
        return deepcopy(_cached_schema(type_))
    except RecursionError:
        raise SchemaError("{}: the schema is infinitely recursive".format(schema_name(type_))) from None


@lru_cache(maxsize=256)  # bounded, because programs may create types dynamically
def _cached_schema(type_: Any) -> Schema:
    flavor = type_info.pydantic_flavor(type_)
    if flavor:
        return ensure_strict(deepcopy(_pydantic_schema(type_, flavor)))
    if not type_info.has_fields(type_):
        raise SchemaError(
            "{}: the root must be a type with named fields: a dataclass, TypedDict, NamedTuple or pydantic model; "
            "wrap it in a field of such a type".format(_type_text(type_))
        )
    return validate_strict(ensure_strict(SchemaBuilder(type_).build_root()), schema_name(type_))


def _pydantic_schema(type_: Any, flavor: str) -> Schema:
    if flavor == "adapted":
        schema: Schema = type_info.type_adapter(type_).json_schema()
    else:
        schema = type_.model_json_schema() if flavor == "model" else type_.schema()
    return schema


class SchemaBuilder:
    """Builds the schema of one type; nested types with fields become definitions.

    With `allow_any`, dicts with arbitrary keys and `Any` are allowed: for schemas that are not used in strict mode.
    """

    def __init__(self, type_: Any, allow_any: bool = False) -> None:
        self._type = type_
        self._allow_any = allow_any
        self.definitions: Schema = {}
        self._names: Dict[Any, str] = {}

    def build_root(self) -> Schema:
        """Build the schema of the builder's own type, with the definitions it refers to. Raises SchemaError."""
        schema = self._build_object(self._type, schema_name(self._type))
        if self.definitions:
            schema["$defs"] = self.definitions
        return schema

    def build(self, type_: Any, path: str) -> Schema:
        """Build the schema of a type found at `path`, which errors name. Raises SchemaError."""
        type_, description = type_info.unwrap(type_)
        schema = self._build_bare(type_, path)
        return {**schema, "description": description} if description else schema

    def _build_bare(self, type_: Any, path: str) -> Schema:
        if type_ is None or type_ in SCALARS:
            return {"type": SCALARS[type(None) if type_ is None else type_]}
        if isinstance(type_, type) and (type_.__module__, type_.__name__) in TEXT_FORMATS:
            text_format = TEXT_FORMATS[type_.__module__, type_.__name__]
            return {"type": "string", "format": text_format} if text_format else {"type": "string"}
        if type_info.is_enum(type_):
            return _enum_schema([member.value for member in type_], path)  # pyright: ignore[reportGeneralTypeIssues]
        if type_info.has_fields(type_) or type_info.pydantic_flavor(type_):
            return self._build_reference(type_, path)
        return self._build_generic(type_, path)

    def _build_generic(self, type_: Any, path: str) -> Schema:
        from typing import Literal, Union

        origin = type_info.origin(type_)
        # On Python 3.8 a bare `List` has a TypeVar as its argument.
        arguments = tuple(item for item in type_info.arguments(type_) if type(item).__name__ != "TypeVar")
        if origin is Union:
            return {"anyOf": [self.build(member, path) for member in arguments]}
        if origin is Literal or getattr(origin, "_name", "") == "Literal":
            return _enum_schema(list(arguments), path)
        if arguments and (origin in LISTS or getattr(origin, "__name__", "") in LIST_NAMES):
            if origin is tuple and (len(arguments) != 2 or arguments[1] is not ...):
                raise SchemaError("{}: strict mode does not support fixed-length tuples; use a NamedTuple".format(path))
            return {"type": "array", "items": self.build(arguments[0], path + "[]")}
        if self._allow_any and type_info.is_any(type_):
            return {}
        if self._allow_any and dict in (type_, origin):
            values = self.build(arguments[1], path) if arguments else True
            return {"type": "object", "additionalProperties": values}
        raise SchemaError("{}: {}".format(path, _unsupported_reason(type_, origin)))

    def _build_reference(self, type_: Any, path: str) -> Schema:
        if type_ is self._type:
            return {"$ref": "#"}
        if type_ not in self._names:
            name = schema_name(type_)
            while name in self.definitions:
                name += "_"
            self._names[type_] = name
            self.definitions[name] = {}  # reserve the name while the definition is built: it may refer to itself
            flavor = type_info.pydantic_flavor(type_)
            definition = self._import_definitions(type_, flavor, path) if flavor else self._build_object(type_, name)
            self.definitions[name] = definition
        return {"$ref": "#/$defs/" + self._names[type_]}

    def _import_definitions(self, type_: Any, flavor: str, path: str) -> Schema:
        """Return the schema of a pydantic type, after moving its definitions into those of this builder."""
        schema = deepcopy(_pydantic_schema(type_, flavor))
        for name, definition in schema.pop("$defs", schema.pop("definitions", {})).items():
            if self.definitions.setdefault(name, definition) not in (definition, {}):
                raise SchemaError("{}: two types are named {}; rename one of them".format(path, name))
            self.definitions[name] = definition
        return schema

    def _build_object(self, type_: Any, name: str) -> Schema:
        properties: Schema = {}
        for field in type_info.fields_of(type_):
            path = "{}.{}".format(name, field.name)
            if field.default is not type_info.REQUIRED and field.default is not None:
                problem = "is not required" if type_info.is_typed_dict(type_) else "has a default"
                raise SchemaError("{}: {}, {}".format(path, problem, OPTIONAL_HINT))
            if field.type_ is type_info.REQUIRED:
                raise SchemaError("{}: has no type annotation; add one".format(path))
            schema = self.build(field.type_, path)
            if field.description and "description" not in schema:
                schema["description"] = field.description
            properties[field.name] = schema
        result: Schema = {"type": "object", "properties": properties, "required": list(properties)}
        result["additionalProperties"] = False
        description = type_info.own_docstring(type_)
        return {**result, "description": description} if description else result


def _type_text(type_: Any) -> str:
    return type_.__name__ if isinstance(type_, type) else str(type_).replace("typing.", "")


def _unsupported_reason(type_: Any, origin: Any) -> str:
    if (origin or type_) is dict or getattr(origin or type_, "__name__", "") in ("Mapping", "MutableMapping"):
        return "strict mode does not support dicts with arbitrary keys; use a type with fields, or a list of pairs"
    if type_ in LISTS or origin in LISTS:
        return "a {} needs an item type, as in List[str]".format((origin or type_).__name__)
    if type_info.is_any(type_):
        return "strict mode does not support Any; use a specific type"
    return "{} cannot be expressed as a JSON schema".format(_type_text(type_))


def _enum_schema(values: List[Any], path: str) -> Schema:
    """Return the schema of an enumeration of values. Raises SchemaError for a value that JSON does not have."""
    for value in values:
        if type(value) not in SCALARS:
            raise SchemaError("{}: {!r} cannot be represented in JSON; use text or numbers".format(path, value))
    types = list(dict.fromkeys(SCALARS[type(value)] for value in values))
    return {"type": types[0] if len(types) == 1 else types, "enum": values}


def ensure_strict(schema: Schema, root: Optional[Schema] = None, ancestors: Tuple[str, ...] = ("#",)) -> Schema:
    """Make a schema strict in place, as the API requires, and return it.

    Objects are closed and their fields required; an `allOf` with one member is replaced by that member; a default of
    null is removed; a `$ref` beside other keywords is replaced by the schema it refers to, unless that schema
    contains the reference: `ancestors` are the references to the schemas around this one.
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
    members = schema.get("allOf")
    if isinstance(members, list) and len(members) == 1:
        schema.update(ensure_strict(members[0], root, ancestors))
        del schema["allOf"]
    elif isinstance(members, list):
        schema["allOf"] = [ensure_strict(inner, root, ancestors) for inner in members]
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
    """Return the schema that a `$ref` refers to. Raises SchemaError if it is not inside `root`."""
    target: Any = root
    for name in reference[2:].split("/") if reference != "#" else ():
        target = target.get(name) if isinstance(target, dict) else None
    if not reference.startswith("#") or not isinstance(target, dict):
        raise SchemaError("$ref: {!r} is not defined in the schema".format(reference))
    return target


def validate_strict(schema: Schema, name: str) -> Schema:
    """Return the schema if strict mode accepts it. Raises SchemaError, naming the path, if not."""
    if schema.get("type") != "object":
        raise SchemaError(
            "{}: the root must be an object, and not a union; wrap it in a field of a type with fields".format(name)
        )
    _check_strict(schema, name)
    return schema


def _check_strict(schema: Any, path: str) -> None:
    if not isinstance(schema, dict):
        return
    if "default" in schema:
        raise SchemaError("{}: has a default, {}".format(path, OPTIONAL_HINT))
    types = schema.get("type")
    is_object = types == "object" or (isinstance(types, list) and "object" in types)
    if is_object and schema.get("additionalProperties") is not False:
        raise SchemaError("{}: {}".format(path, _unsupported_reason(dict, None)))
    for keyword in SCHEMA_MAPS:
        schemas = schema.get(keyword)
        for key, inner in schemas.items() if isinstance(schemas, dict) else ():
            _check_strict(inner, "{}.{}".format(path, key) if keyword == "properties" else key)
    _check_strict(schema.get("items"), path + "[]")
    for keyword in ("anyOf", "allOf", "oneOf"):
        for inner in schema.get(keyword) or ():
            _check_strict(inner, path)
