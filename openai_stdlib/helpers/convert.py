# SPDX-License-Identifier: MIT
"""Convert decoded JSON to instances of Python types; errors name the path of the value that does not fit. No I/O."""

from __future__ import annotations

from json import loads

from ..call.errors import ParseError
from . import type_info

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List

SCALARS = (str, int, float, bool, type(None))
JSON_NAMES: Dict[Any, str] = {
    str: "a string",
    bool: "a boolean",
    int: "an integer",
    float: "a number",
    type(None): "null",
    list: "an array",
    dict: "an object",
}
MAX_REPR = 80  # characters of a value in an error message


def parse_json_as(type_: Any, text: str) -> Any:
    """Parse JSON text into an instance of a type, or into plain dicts and lists if `type_` is a schema (a dict).

    Raises ParseError with the path of the value that does not fit (`$.items[2].price`). Pydantic types are parsed by
    pydantic, whose ValidationError is passed on unchanged.
    """
    flavor = type_info.pydantic_flavor(type_)
    if flavor == "model":
        return type_.model_validate_json(text)
    if flavor:
        return type_.parse_raw(text) if flavor == "model 1" else type_info.type_adapter(type_).validate_json(text)
    try:
        value = loads(text)
    except (ValueError, RecursionError) as error:
        raise ParseError("$: invalid JSON: {}".format(error), "$", text) from None
    try:
        return value if isinstance(type_, dict) else convert(type_, value, "$")
    except RecursionError:
        raise ParseError("$: nested too deeply", "$", text) from None


def convert(type_: Any, value: Any, path: str) -> Any:
    """Convert a decoded JSON value, located at `path`, to an instance of a type. Raises ParseError."""
    type_ = type_info.unwrap(type_)[0]
    if type_ is None:
        type_ = type(None)
    flavor = type_info.pydantic_flavor(type_)
    if flavor:
        return _convert_pydantic(type_, flavor, value)
    if type_ in SCALARS:
        return _convert_scalar(type_, value, path)
    if type_info.is_enum(type_):
        return _convert_enum(type_, value, path)
    if type_info.has_fields(type_):
        return _convert_fields(type_, value, path)
    if type_info.is_any(type_) or type_ is dict:
        return value
    parse_text = _text_parsers().get(type_)
    if parse_text is not None:
        return _convert_text(type_, parse_text, value, path)
    return _convert_generic(type_, value, path)


def _convert_pydantic(type_: Any, flavor: str, value: Any) -> Any:
    if flavor == "adapted":
        return type_info.type_adapter(type_).validate_python(value)
    return type_.model_validate(value) if flavor == "model" else type_.parse_obj(value)


def _convert_scalar(type_: Any, value: Any, path: str) -> Any:
    if type(value) is type_:
        return value
    if type_ is float and type(value) is int:
        try:
            return float(value)
        except OverflowError:
            raise _mismatch("a number of less than 309 digits", value, path) from None
    if type_ is int and type(value) is float and value.is_integer():  # JSON Schema counts 3.0 as an integer
        return int(value)
    raise _mismatch(JSON_NAMES[type_], value, path)


def _convert_enum(type_: Any, value: Any, path: str) -> Any:
    for member in type_:
        if member.value == value and type(member.value) is type(value):
            return member
    raise _mismatch("one of " + ", ".join(repr(member.value) for member in type_), value, path)


def _convert_fields(type_: Any, value: Any, path: str) -> Any:
    if not isinstance(value, dict):
        raise _mismatch("an object with the fields of {}".format(type_.__name__), value, path)
    fields = {field.name: field for field in type_info.fields_of(type_)}
    for name in value:
        if name not in fields:
            raise ParseError("{}: {} has no field {!r}".format(path, type_.__name__, name), path, value)
    arguments: Dict[str, Any] = {}
    for name, field in fields.items():
        if name in value:
            arguments[name] = convert(field.type_, value[name], "{}.{}".format(path, name))
        elif field.default is type_info.REQUIRED:
            raise ParseError("{}: the field {!r} of {} is missing".format(path, name, type_.__name__), path, value)
    try:
        return type_(**arguments)
    except ParseError:
        raise
    except (TypeError, ValueError) as error:  # raised by a __post_init__ that validates
        raise ParseError("{}: {} rejected the value: {}".format(path, type_.__name__, error), path, value) from error


def _convert_generic(type_: Any, value: Any, path: str) -> Any:
    from typing import Literal, Union

    origin, arguments = type_info.origin(type_), type_info.arguments(type_)
    if origin is Union:
        return _convert_union(arguments, value, path)
    if origin is Literal or getattr(origin, "_name", "") == "Literal":
        for allowed in arguments:
            if allowed == value and type(allowed) is type(value):
                return value
        raise _mismatch("one of " + ", ".join(map(repr, arguments)), value, path)
    if origin is dict and len(arguments) == 2:
        if not isinstance(value, dict):
            raise _mismatch("an object", value, path)
        return {name: convert(arguments[1], item, "{}.{}".format(path, name)) for name, item in value.items()}
    if arguments and isinstance(origin, type) and not issubclass(origin, dict):
        if not isinstance(value, list):
            raise _mismatch("an array", value, path)
        items = [convert(arguments[0], item, "{}[{}]".format(path, index)) for index, item in enumerate(value)]
        try:
            return origin(items) if origin in (set, frozenset, tuple) else items
        except TypeError as error:
            raise ParseError("{}: {}".format(path, error), path, value) from None
    raise ParseError("{}: cannot convert JSON to {}".format(path, type_), path, value)


def _convert_union(members: Any, value: Any, path: str) -> Any:
    """Convert a value to the first member of a union that fits.

    If none fits, the error is that of the member that matched deepest into the value.
    """
    failures: List[ParseError] = []
    # The exact type goes first: an integer fits float too.
    for member in sorted(members, key=lambda member: type(value) is not member):
        try:
            return convert(member, value, path)
        except ParseError as error:
            failures.append(error)
    deepest = max(failures, key=lambda error: len(error.path))
    if len(deepest.path) > len(path):
        raise deepest
    raise _mismatch(" or ".join(_type_name(member) for member in members), value, path)


def _type_name(type_: Any) -> str:
    return JSON_NAMES.get(type_) or str(getattr(type_, "__name__", type_)).replace("typing.", "")


def _text_parsers() -> Dict[Any, Callable[[str], Any]]:
    """Return the parser of each type that JSON holds as text.

    Modules that are not loaded are skipped: nobody can have passed one of their types.
    """
    import sys

    parsers: Dict[Any, Callable[[str], Any]] = {}
    datetime, uuid, decimal = (sys.modules.get(name) for name in ("datetime", "uuid", "decimal"))
    if datetime:
        parsers[datetime.datetime] = lambda text: datetime.datetime.fromisoformat(_with_numeric_offset(text))
        parsers[datetime.date] = datetime.date.fromisoformat
        parsers[datetime.time] = lambda text: datetime.time.fromisoformat(_with_numeric_offset(text))
    if uuid:
        parsers[uuid.UUID] = uuid.UUID
    if decimal:
        parsers[decimal.Decimal] = decimal.Decimal
    return parsers


def _with_numeric_offset(text: str) -> str:
    """Replace a trailing `Z` by `+00:00`: `fromisoformat` accepts Z only from Python 3.11 on."""
    return text[:-1] + "+00:00" if text[-1:] in "Zz" and text else text


def _convert_text(type_: Any, parse_text: Callable[[str], Any], value: Any, path: str) -> Any:
    try:
        if isinstance(value, str):
            return parse_text(value)
    except (ValueError, ArithmeticError):
        pass
    raise _mismatch("text of a {}".format(type_.__name__), value, path)


def _mismatch(expected: str, value: Any, path: str) -> ParseError:
    shown = repr(value)
    if len(shown) > MAX_REPR:
        shown = shown[: MAX_REPR - 1] + "…"
    return ParseError("{}: expected {}, got {}".format(path, expected, shown), path, value)
