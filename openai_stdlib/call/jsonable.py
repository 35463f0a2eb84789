# SPDX-License-Identifier: MIT
"""Convert values that JSON does not have: the one conversion for JSON bodies, forms, queries, headers and ids.

Imported when such a value appears; plain values never pay for it. Types of other libraries (pydantic, numpy …) are
recognised by their methods and never imported.

    Enum                                    its value
    date, time, datetime, numpy.datetime64  ISO 8601
    Decimal                                 a number, if a float represents it exactly
    UUID, path objects                      text
    dataclass, pydantic model, mapping      an object
    numpy array or scalar (`tolist`, `item`), generator, any other iterable      an array, or a scalar

Named tuples are arrays, as for the `json` module. Sets, bytes, files, timedelta, NaN and infinities are refused.
"""

from __future__ import annotations

from .errors import ArgumentError, BodyError
from .sentinels import SENTINEL_TYPES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterator, Optional, Tuple, Type

    Path = Tuple[Any, Any]  # the path of the container or None, and the key in it

JSON_KEY_TYPES = (str, int, float, type(None))  # keys that JSON accepts, or that its encoder converts to text
MAX_INTEGER_DIGITS = 4300  # Python 3.11 and later convert no more to text
PLAIN = frozenset((dict, list, tuple, str, int, float, bool, type(None)))
MAX_STEPS = 8  # an enum of dataclasses takes two; an object that answers to every name would never end
MAX_PATH = 200  # characters of a path in a message


class _Refusal(Exception):
    """A value cannot be converted; `template` says why, with {} for the format that lacks it."""

    def __init__(self, template: str, path: Optional[Path] = None) -> None:
        super().__init__(template)
        self.template = template
        self.path = path


def to_jsonable(value: Any, name: str = "", error_class: Type[ArgumentError] = BodyError, into: str = "JSON") -> Any:
    """Return a copy of `value` that consists of dicts, lists, text, numbers, booleans and None, without sentinels.

    Raises `error_class` with the path below `name` of the first value that cannot be converted. Exceptions of a
    generator of the caller are passed on.
    """
    try:
        return _convert(value, (None, name))
    except _Refusal as refusal:
        problem = refusal.template.format(into)
        path = _format_path(refusal.path or (None, name))
        if path == "response_format" and isinstance(value, dict) and isinstance(value.get(path), type):
            problem += "; to use a type as response_format, call parse() or stream()"
        message, cause = "{}: {}; nothing was sent".format(path or "body", problem), refusal.__cause__
    except RecursionError:
        message = "{}: it contains itself, or is nested too deeply; nothing was sent".format(name or "body")
        cause = None
    raise error_class(message) from cause


def to_text(value: Any, name: str, into: str) -> str:
    """Return a scalar as text: as JSON has it, without quotes. Raises ArgumentError for any other value."""
    value = to_jsonable(value, name, ArgumentError, into)
    if isinstance(value, (dict, list)) or value is None:
        raise ArgumentError("{}: expected one value, got {}".format(name, type(value).__name__))
    return _scalar_text(value)


def iter_fields(
    name: str, value: Any, into: str, is_file: Optional[Callable[[Any], bool]] = None
) -> Iterator[Tuple[str, Any]]:
    """Yield names and texts of one field of a query or form: `name[]` for lists, `name[key]` for mappings.

    None and sentinels are left out, and so are empty lists and mappings. Values that `is_file` accepts are yielded
    unchanged. Raises ArgumentError with the name of a value that cannot be converted.
    """
    if is_file is not None and is_file(value):
        yield name, value
        return
    if value is None or type(value) in SENTINEL_TYPES:
        return
    text: Optional[str] = None
    try:
        value = _simplify(value)
        if isinstance(value, dict):
            pairs = [("{}[{}]".format(name, _key_text(key)), item) for key, item in value.items()]
        elif isinstance(value, (list, tuple)):
            pairs = [(name + "[]", item) for item in value]
        else:
            pairs = []
            text = None if value is None else _scalar_text(_check_scalar(value))
            if isinstance(value, str):
                text = value  # a subclass may have a content type
    except _Refusal as refusal:
        message = "{}: {}; nothing was sent".format(_printable(name), refusal.template.format(into))
        raise ArgumentError(message) from refusal.__cause__
    if not isinstance(value, (dict, list, tuple)):
        if text is not None:
            yield name, text
        return
    for inner_name, item in pairs:
        for field in iter_fields(inner_name, item, into, is_file):
            yield field


def _convert(value: Any, path: Path) -> Any:
    if value is None or (type(value) is str and value.isascii()):
        return value
    try:
        value = None if type(value) in SENTINEL_TYPES else _simplify(value)
        if isinstance(value, dict):
            pairs = [(_check_key(key), item) for key, item in value.items() if type(item) not in SENTINEL_TYPES]
            return {key: _convert(item, (path, key)) for key, item in pairs}
        if isinstance(value, (list, tuple)):
            return [_convert(item, (path, i)) for i, item in enumerate(value) if type(item) not in SENTINEL_TYPES]
        return None if value is None else _check_scalar(value)
    except _Refusal as refusal:
        refusal.path = refusal.path or path
        raise


def _simplify(value: Any) -> Any:
    """Return what a value stands for: a dict, list, tuple or scalar whose items may need conversion, or None."""
    for _ in range(MAX_STEPS):
        if type(value) in PLAIN or isinstance(value, (dict, list, tuple)) or _is_scalar(value):
            return value
        value = _convert_step(value)
    raise _refuse(type(value).__name__)


def _is_scalar(value: Any) -> bool:
    return isinstance(value, (str, int, float)) and not hasattr(type(value), "__members__")


def _check_scalar(value: Any) -> Any:
    """Return a scalar as an instance of str, int, bool or float. Raises _Refusal if JSON cannot represent it."""
    if isinstance(value, str):
        if not value.isascii():
            _check_text(value)
        return str.__str__(value)
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        if value.bit_length() > 3 * MAX_INTEGER_DIGITS and value.bit_length() * 0.30103 > MAX_INTEGER_DIGITS - 1:
            raise _Refusal("the integer has more than {} digits".format(MAX_INTEGER_DIGITS))
        return int.__pos__(value)
    if value != value or value in (float("inf"), float("-inf")):
        raise _refuse(float.__repr__(value))
    return float.__pos__(value)


def _check_text(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise _Refusal("the text contains a lone surrogate, which is not valid Unicode") from None


def _scalar_text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return ("true" if value else "false") if isinstance(value, bool) else repr(value)


def _check_key(key: Any) -> Any:
    """Return the key of an object in a form that the JSON encoder accepts. Raises _Refusal."""
    if hasattr(type(key), "__members__") and not isinstance(key, type):
        key = key.value
    if not isinstance(key, JSON_KEY_TYPES):
        raise _Refusal("{} cannot be the key of a JSON object".format(type(key).__name__))
    return key if key is None else _check_scalar(key)


def _key_text(key: Any) -> str:
    key = _check_key(key)
    return "null" if key is None else _scalar_text(key)


def _refuse(subject: str, hint: str = "") -> _Refusal:
    subject = subject.replace("{", "{{").replace("}", "}}")
    return _Refusal(subject + " cannot be represented in {}" + ("; " + hint if hint else ""))


# What a type has -> what to do instead of passing it.
HINTS = (
    ("read", "read it first"),
    ("__await__", "await it first"),
    ("__aiter__", "collect it in a list first"),
    ("total_seconds", "pass a number of seconds"),
)


def _convert_step(value: Any) -> Any:
    """Return a value nearer to JSON than `value`, which is not a scalar, dict, list or tuple. Raises _Refusal."""
    cls = type(value)
    if isinstance(value, (type, set, frozenset, bytes, bytearray, memoryview)):
        hint = ""
        if not isinstance(value, type):
            is_set = isinstance(value, (set, frozenset))
            hint = "it has no order: pass a list" if is_set else "encode it first, for example as base64"
        raise _refuse(cls.__name__, hint)
    try:
        converted, nearer = _convert_known(cls, value)
    except _Refusal:
        raise
    except Exception as error:  # of a method of the value
        raise _Refusal(
            "cannot convert {}: {}".format(cls.__name__, error).replace("{", "{{").replace("}", "}}")
        ) from error
    if converted:
        if nearer is value:
            raise _refuse(cls.__name__)
        return nearer
    for name, hint in HINTS:
        if hasattr(value, name):
            raise _refuse(cls.__name__, hint)
    if hasattr(cls, "__iter__"):
        return list(value)  # may run code of the caller, whose exceptions are the caller's
    raise _refuse(cls.__name__)


def _convert_known(cls: Any, value: Any) -> Tuple[bool, Any]:
    """Return whether a value has a known type or method, and what it stands for."""
    if hasattr(cls, "__members__"):
        return True, value.value
    if has_fields(value):
        return True, dump_fields(value, mode="json", exclude_unset=True, by_alias=True)
    if hasattr(value, "isoformat") and not hasattr(value, "total_seconds"):
        if value != value:  # NaT of pandas
            raise _refuse(repr(value))
        return True, value.isoformat()
    if hasattr(cls, "as_tuple") and hasattr(cls, "is_finite"):
        return True, _convert_decimal(value)
    if hasattr(cls, "urn") and hasattr(cls, "hex"):
        return True, str(value)
    if hasattr(cls, "__fspath__"):
        path = value.__fspath__()
        return True, path if isinstance(path, str) else path.decode("utf-8")
    if hasattr(value, "tolist"):
        return True, _convert_array(value)
    if hasattr(value, "keys") and hasattr(cls, "__getitem__"):
        return True, dict(value)
    return (True, value.item()) if callable(getattr(value, "item", None)) else (False, None)


def has_fields(value: Any) -> bool:
    """Return whether a value is an instance of a pydantic model or a dataclass."""
    cls = type(value)
    is_model = hasattr(value, "model_dump") or (hasattr(cls, "__fields__") and hasattr(cls, "dict"))
    return is_model or hasattr(cls, "__dataclass_fields__")


def dump_fields(value: Any, **options: Any) -> Dict[str, Any]:
    """Return the fields of a model or dataclass as a dict; their values may need conversion. Options are pydantic's."""
    if hasattr(value, "model_dump"):
        if getattr(type(value), "__api_exclude__", None):
            options["exclude"] = value.__api_exclude__
        fields: Dict[str, Any] = value.model_dump(**options)
        return fields
    if not hasattr(type(value), "__dataclass_fields__"):  # pydantic 1
        options.pop("mode", None)
        old_fields: Dict[str, Any] = value.dict(**options)
        return old_fields
    from dataclasses import fields as iter_dataclass_fields

    return {field.name: getattr(value, field.name) for field in iter_dataclass_fields(value)}


def _convert_decimal(value: Any) -> Any:
    """Return a Decimal as an int, or as the float that stands for the same number. Raises _Refusal."""
    if not value.is_finite() or value.adjusted() > MAX_INTEGER_DIGITS:
        raise _refuse(str(value))
    if value == value.to_integral_value():
        return int(value)
    number = float(value)
    if type(value)(repr(number)) != value:
        raise _Refusal("{} has more digits than a number in {{}} can have; pass float(…) or str(…)".format(value))
    return number


def _convert_array(value: Any) -> Any:
    """Return the items of an array as lists, or the value of a scalar. Raises _Refusal."""
    kind = getattr(getattr(value, "dtype", None), "kind", "")
    if kind == "m":
        raise _refuse(type(value).__name__, "pass numbers of seconds")
    if kind == "M" and not hasattr(value, "to_numpy"):  # numpy would return nanoseconds as plain integers
        if (value != value).any():
            raise _refuse("NaT")
        return value.astype(str).tolist()
    return value.tolist()


def _format_path(path: Path) -> str:
    """Return a path like `messages[0].content`."""
    keys = []
    parent: Optional[Path] = path
    while parent is not None:
        keys.append(parent[1])
        parent = parent[0]
    text = ""
    for key in reversed(keys):
        if isinstance(key, int) and not isinstance(key, bool):
            text += "[{}]".format(key)
        else:
            text += ".{}".format(key) if text else str(key)
    text = _printable(text)
    return text if len(text) <= MAX_PATH else text[: MAX_PATH // 2] + "…" + text[-MAX_PATH // 2 :]


def _printable(text: str) -> str:
    """Return text that can be encoded, with lone surrogates escaped."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
