# SPDX-License-Identifier: MIT
"""JSON bodies: what may stand in one, and the place of what may not. Pure; a leaf but for the errors and sentinels."""

from __future__ import annotations

from json import JSONEncoder

from .errors import BodyError
from .sentinels import contains_not_given, strip_not_given

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator, Mapping, Set, Tuple


JSON_KEY_TYPES = (str, int, float, type(None))  # what JSON lets stand as the name of a field, or turns into one


def encode_json(body: Any) -> bytes:
    """Write `body` as JSON. Raises BodyError naming the place of a value that JSON doesn't have."""
    try:
        try:
            return _encode(body).encode("utf-8")
        except TypeError:
            if not contains_not_given(body):  # rarely: so it is looked for only now
                raise
            return _encode(strip_not_given({"": body}).get("")).encode("utf-8")
    except (TypeError, ValueError, RecursionError) as error:
        raise BodyError("{}; nothing was sent".format(_describe_error(body, error))) from None


def to_jsonable(value: Any) -> Any:
    """Turn one value that JSON doesn't have into one that it has, or raise TypeError.

    Dates become ISO 8601 text, enums their value, other mappings and iterables are copied out; objects of modelling
    libraries are asked for their content (`model_dump`), without being imported.
    """
    if hasattr(value, "model_dump") and not isinstance(value, type):
        return value.model_dump(mode="json", exclude_unset=True)
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if hasattr(value, "keys") and hasattr(value, "__getitem__") and not isinstance(value, type):
        return dict(value)
    if hasattr(type(value), "__members__") and hasattr(value, "value"):
        return value.value
    if hasattr(value, "__iter__") and not isinstance(value, (bytes, bytearray, memoryview, type)):
        return list(value)
    raise TypeError("{} is not JSON".format(type(value).__name__))


_encode = JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=to_jsonable).encode


def _describe_error(body: Any, error: BaseException) -> str:
    if isinstance(error, RecursionError) or "Circular" in str(error):
        return "body: it contains itself, or is nested too deeply"
    for place, value, is_key in _walk("", body, set(), 0):
        problem = _problem(value)
        if is_key and not isinstance(value, JSON_KEY_TYPES):
            problem = "{} cannot be the name of a field".format(type(value).__name__)
        if problem and place == "response_format":
            problem += "; parse() and stream() take types, and give back instances of them"
        if problem:
            return "{}: {}".format(place or "body", problem)
    return "body: {}".format(error)  # inside of something that was converted


def _problem(value: Any) -> str:
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return "{!r} is not a number that JSON has".format(value)
    if isinstance(value, str):
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            return "the text holds half of a surrogate pair, which is not valid Unicode"
        return ""
    if value is None or isinstance(value, (bool, int, float, dict, list, tuple)):
        return ""
    try:
        to_jsonable(value)
    except TypeError:
        hint = "; encode it first, as base64 for instance" if isinstance(value, (bytes, bytearray)) else ""
        return "{} cannot be written as JSON{}".format(type(value).__name__, hint)
    return ""


def _walk(place: str, value: Any, seen: Set[int], depth: int) -> Iterator[Tuple[str, Any, bool]]:
    """Yield every value with its place, like `messages[0].content`, and every key with the place of its object.

    Deep enough to find, and bounded: no list or object twice.
    """
    yield place, value, False
    inner: Any = ()
    if isinstance(value, dict):
        for key in value:
            yield place, key, True
        inner = ((_join_path(place, key), item) for key, item in value.items())
    elif isinstance(value, (list, tuple)):
        inner = (("{}[{}]".format(place, index), item) for index, item in enumerate(value))
    else:
        return
    if depth > 100 or id(value) in seen:
        return
    seen.add(id(value))
    for name, item in inner:
        for found in _walk(name, item, seen, depth + 1):
            yield found


def _join_path(place: str, key: Any) -> str:
    return "{}.{}".format(place, key) if place else str(key)


def merge_extra_body(body: Any, extra: Mapping[str, Any]) -> Any:
    """Return the body with `extra` over it, field by field. Raises BodyError if there is no object to put it over."""
    if not isinstance(body, dict):
        raise BodyError("extra_body: the body is no JSON object that fields could be added to")
    return {**body, **extra}
