# SPDX-License-Identifier: MIT
"""Convert values that JSON does not have: the one conversion for JSON bodies, forms, queries, headers and ids.

Imported when such a value appears; plain values never pay for it. conversion.py converts what is neither a scalar nor
a container; named tuples are arrays, as for the `json` module.
"""

from __future__ import annotations

from .errors import MAX_INTEGER_DIGITS, ArgumentError, BodyError, Refusal, refuse
from .sentinels import SENTINEL_TYPES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Iterator, Optional, Tuple, Type

    Path = Tuple[Any, Any]  # the path of the container or None, and the key in it

JSON_KEY_TYPES = (str, int, float, type(None))  # keys that JSON accepts, or that its encoder converts to text
PLAIN = frozenset((dict, list, tuple, str, int, float, bool, type(None)))
MAX_STEPS = 8  # an enum of dataclasses takes two; an object that answers to every name would never end
MAX_PATH = 200  # characters of a path in a message


def to_jsonable(value: Any, name: str = "", error_class: Type[ArgumentError] = BodyError, into: str = "JSON") -> Any:
    """Return a copy of `value` that consists of dicts, lists, text, numbers, booleans and None, without sentinels.

    Raises `error_class` with the path below `name` of the first value that cannot be converted. Exceptions of a
    generator of the caller are passed on.
    """
    try:
        return _convert(value, (None, name))
    except Refusal as refusal:
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
    except Refusal as refusal:
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
    except Refusal as refusal:
        refusal.path = refusal.path or path
        raise


def _simplify(value: Any) -> Any:
    """Return what a value stands for: a dict, list, tuple or scalar whose items may need conversion, or None."""
    for _ in range(MAX_STEPS):
        if type(value) in PLAIN or isinstance(value, (dict, list, tuple)) or _is_scalar(value):
            return value
        try:
            from .conversion import convert_step
        except ModuleNotFoundError as error:  # in a copy without it
            raise refuse(type(value).__name__, str(error)) from None
        value = convert_step(value)
    raise refuse(type(value).__name__)


def _is_scalar(value: Any) -> bool:
    return isinstance(value, (str, int, float)) and not hasattr(type(value), "__members__")


def _check_scalar(value: Any) -> Any:
    """Return a scalar as an instance of str, int, bool or float. Raises Refusal if JSON cannot represent it."""
    if isinstance(value, str):
        if not value.isascii():
            _check_text(value)
        return str.__str__(value)
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        if value.bit_length() > 3 * MAX_INTEGER_DIGITS and value.bit_length() * 0.30103 > MAX_INTEGER_DIGITS - 1:
            raise Refusal("the integer has more than {} digits".format(MAX_INTEGER_DIGITS))
        return int.__pos__(value)
    if value != value or value in (float("inf"), float("-inf")):
        raise refuse(float.__repr__(value))
    return float.__pos__(value)


def _check_text(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise Refusal("the text contains a lone surrogate, which is not valid Unicode") from None


def _scalar_text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return ("true" if value else "false") if isinstance(value, bool) else repr(value)


def _check_key(key: Any) -> Any:
    """Return the key of an object in a form that the JSON encoder accepts. Raises Refusal."""
    if hasattr(type(key), "__members__") and not isinstance(key, type):
        key = key.value
    if not isinstance(key, JSON_KEY_TYPES):
        raise Refusal("{} cannot be the key of a JSON object".format(type(key).__name__))
    return key if key is None else _check_scalar(key)


def _key_text(key: Any) -> str:
    key = _check_key(key)
    return "null" if key is None else _scalar_text(key)


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
