# SPDX-License-Identifier: MIT
"""From JSON to instances of Python types, with the place of what doesn't fit. Pure.

Neighbours: type_info.py (what types say), schema.py (what was asked for, so that it should fit).
"""

from __future__ import annotations

from json import loads

from ..call.errors import ParseError
from . import type_info

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List

JSON_NAMES = {
    str: "a string",
    bool: "a boolean",
    int: "an integer",
    float: "a number",
    type(None): "null",
    list: "an array",
    dict: "an object",
}
MAX_REPR = 80  # characters of a value in an error


def parse_json_as(kind: Any, text: str) -> Any:
    """Return JSON text as an instance of a type; as plain dicts and lists if the type is a schema.

    Raises ParseError, with the path of what doesn't fit (`$.items[2].price`). pydantic's types are read by pydantic,
    whose ValidationError passes through.
    """
    library = type_info.pydantic_flavor(kind)
    if library == "model":
        return kind.model_validate_json(text)
    if library:
        return kind.parse_raw(text) if library == "model 1" else type_info.type_adapter(kind).validate_json(text)
    try:
        value = loads(text)
    except (ValueError, RecursionError) as error:
        raise ParseError("$: this is no JSON: {}".format(error), "$", text) from None
    return value if isinstance(kind, dict) else convert(kind, value, "$")


def convert(kind: Any, value: Any, path: str) -> Any:
    """Return a decoded JSON value as an instance of a type. Raises ParseError."""
    kind = type_info.unwrap(kind)[0]
    if kind is None:
        kind = type(None)
    library = type_info.pydantic_flavor(kind)
    if library:
        return _convert_pydantic(kind, library, value)
    if kind in SCALARS:
        return _scalar(kind, value, path)
    if type_info.is_enum(kind):
        return _convert_enum(kind, value, path)
    if type_info.has_fields(kind):
        return _record(kind, value, path)
    if type_info.is_any(kind) or kind is dict:
        return value
    texts = _text_readers().get(kind)
    if texts is not None:
        return _read(kind, texts, value, path)
    return _generic(kind, value, path)


SCALARS = (str, int, float, bool, type(None))


def _convert_pydantic(kind: Any, library: str, value: Any) -> Any:
    if library == "adapted":
        return type_info.type_adapter(kind).validate_python(value)
    return kind.model_validate(value) if library == "model" else kind.parse_obj(value)


def _scalar(kind: Any, value: Any, path: str) -> Any:
    if type(value) is kind:
        return value
    if kind is float and type(value) is int:
        return float(value)
    if kind is int and type(value) is float and value.is_integer():  # 3.0 is an integer to JSON Schema
        return int(value)
    raise _mismatch(JSON_NAMES[kind], value, path)


def _convert_enum(kind: Any, value: Any, path: str) -> Any:
    for member in kind:
        if member.value == value and type(member.value) is type(value):
            return member
    raise _mismatch("one of " + ", ".join(repr(member.value) for member in kind), value, path)


def _record(kind: Any, value: Any, path: str) -> Any:
    if not isinstance(value, dict):
        raise _mismatch("an object with the fields of {}".format(kind.__name__), value, path)
    fields = {field.name: field for field in type_info.fields_of(kind)}
    for name in value:
        if name not in fields:
            raise ParseError("{}: {} has no field {!r}".format(path, kind.__name__, name), path, value)
    made: Dict[str, Any] = {}
    for name, field in fields.items():
        if name in value:
            made[name] = convert(field.type_, value[name], "{}.{}".format(path, name))
        elif field.default is type_info.REQUIRED:
            raise ParseError("{}: the field {!r} of {} is missing".format(path, name, kind.__name__), path, value)
    try:
        return kind(**made)
    except ParseError:
        raise
    except (TypeError, ValueError) as error:  # of a __post_init__ that checks
        raise ParseError("{}: {} refuses it: {}".format(path, kind.__name__, error), path, value) from error


def _generic(kind: Any, value: Any, path: str) -> Any:
    from typing import Literal, Union

    origin, inside = type_info.origin(kind), type_info.arguments(kind)
    if origin is Union:
        return _convert_union(inside, value, path)
    if origin is Literal or getattr(origin, "_name", "") == "Literal":
        for allowed in inside:
            if allowed == value and type(allowed) is type(value):
                return value
        raise _mismatch("one of " + ", ".join(map(repr, inside)), value, path)
    if origin is dict and len(inside) == 2:
        if not isinstance(value, dict):
            raise _mismatch("an object", value, path)
        return {name: convert(inside[1], item, "{}.{}".format(path, name)) for name, item in value.items()}
    if inside and isinstance(origin, type) and not issubclass(origin, dict):
        if not isinstance(value, list):
            raise _mismatch("an array", value, path)
        items = [convert(inside[0], item, "{}[{}]".format(path, place)) for place, item in enumerate(value)]
        return origin(items) if origin in (set, frozenset, tuple) else items
    raise ParseError("{}: {} can't be read from JSON".format(path, kind), path, value)


def _convert_union(options: Any, value: Any, path: str) -> Any:
    """Return a value as the first type of a union that it fits; the error is of the one that it came closest to."""
    failures: List[ParseError] = []
    # An integer is one before it is a number.
    for option in sorted(options, key=lambda option: type(value) is not option):
        try:
            return convert(option, value, path)
        except ParseError as error:
            failures.append(error)
    deepest = max(failures, key=lambda error: len(error.path))
    if len(deepest.path) > len(path):
        raise deepest
    raise _mismatch(" or ".join(_type_name(option) for option in options), value, path)


def _type_name(kind: Any) -> str:
    return JSON_NAMES.get(kind) or str(getattr(kind, "__name__", kind)).replace("typing.", "")


def _text_readers() -> Dict[Any, Callable[[str], Any]]:
    """Return what reads the types that travel as text, of those whose modules are loaded: others can't be meant."""
    import sys

    found: Dict[Any, Callable[[str], Any]] = {}
    datetime, uuid, decimal = (sys.modules.get(name) for name in ("datetime", "uuid", "decimal"))
    if datetime:
        found[datetime.datetime] = lambda text: datetime.datetime.fromisoformat(_with_offset(text))
        found[datetime.date] = datetime.date.fromisoformat
        found[datetime.time] = lambda text: datetime.time.fromisoformat(_with_offset(text))
    if uuid:
        found[uuid.UUID] = uuid.UUID
    if decimal:
        found[decimal.Decimal] = decimal.Decimal
    return found


def _with_offset(text: str) -> str:
    """Return a time with its offset in digits: Z is understood only from Python 3.11 on."""
    return text[:-1] + "+00:00" if text[-1:] in "Zz" and text else text


def _read(kind: Any, read: Callable[[str], Any], value: Any, path: str) -> Any:
    try:
        if isinstance(value, str):
            return read(value)
    except (ValueError, ArithmeticError):
        pass
    raise _mismatch("text of a {}".format(kind.__name__), value, path)


def _mismatch(expected: str, value: Any, path: str) -> ParseError:
    found = repr(value)
    if len(found) > MAX_REPR:
        found = found[: MAX_REPR - 1] + "…"
    return ParseError("{}: expected {}, found {}".format(path, expected, found), path, value)
