# SPDX-License-Identifier: MIT
"""JSON bodies: what may stand in one, and the place of what may not. Pure; a leaf but for the errors."""

from __future__ import annotations

from json import JSONEncoder

from .errors import BodyError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator, Mapping, Tuple


def encode_json(body: Any) -> bytes:
    """Write `body` as JSON. Raises BodyError naming the place of a value that JSON doesn't have."""
    try:
        return _encode(body).encode("utf-8")
    except (TypeError, ValueError, RecursionError) as error:
        raise BodyError("{}; nothing was sent".format(_complaint(body, error))) from None


def jsonable(value: Any) -> Any:
    """Turn one value that JSON doesn't have into one that it has, or raise TypeError.

    Dates become ISO 8601 text, enums their value, other mappings and iterators are copied out; objects of modelling
    libraries are asked for their content (`model_dump`), without being imported.
    """
    if hasattr(value, "model_dump") and not isinstance(value, type):
        return value.model_dump(mode="json", exclude_unset=True)
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if hasattr(value, "keys") and hasattr(value, "__getitem__") and not isinstance(value, type):
        return dict(value)
    if isinstance(value, (set, frozenset)) or hasattr(value, "__next__"):
        return list(value)
    if hasattr(type(value), "__members__") and hasattr(value, "value"):
        return value.value
    raise TypeError("{} is not JSON".format(type(value).__name__))


_encode = JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=jsonable).encode


def _complaint(body: Any, error: BaseException) -> str:
    if not isinstance(error, RecursionError):
        for place, value in _walk("", body, 0):
            problem = _problem(value)
            if problem:
                return "{}: {}".format(place or "body", problem)
    return "body: it contains itself, or is nested too deeply"


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
        jsonable(value)
    except TypeError:
        hint = "; encode it first, as base64 for instance" if isinstance(value, (bytes, bytearray)) else ""
        return "{} cannot be written as JSON{}".format(type(value).__name__, hint)
    return ""


def _walk(place: str, value: Any, depth: int) -> Iterator[Tuple[str, Any]]:
    """Yield every value with its place, like `messages[0].content`; deep enough to find, bounded to end."""
    yield place, value
    if depth > 100:
        return
    inner: Any = ()
    if isinstance(value, dict):
        inner = ((_named(place, key), key, item) for key, item in value.items())
    elif isinstance(value, (list, tuple)):
        inner = (("{}[{}]".format(place, index), "", item) for index, item in enumerate(value))
    for name, key, item in inner:
        if not isinstance(key, (str, int, float, bool, type(None))):
            yield name, key
        for found in _walk(name, item, depth + 1):
            yield found


def _named(place: str, key: Any) -> str:
    return "{}.{}".format(place, key) if place else str(key)


def merged(body: Any, extra: Mapping[str, Any]) -> Any:
    """Return the body with `extra` over it, field by field. Raises BodyError if there is no object to put it over."""
    if not isinstance(body, dict):
        raise BodyError("extra_body: the body is no JSON object that fields could be added to")
    return {**body, **extra}
