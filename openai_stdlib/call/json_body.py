# SPDX-License-Identifier: MIT
"""Encode JSON bodies, and name the path of a value that JSON cannot represent.

Pure, and dependency-free except for the errors and the sentinels.
"""

from __future__ import annotations

from json import JSONEncoder

from .errors import BodyError
from .sentinels import contains_not_given, strip_not_given

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator, Mapping, Set, Tuple


JSON_KEY_TYPES = (str, int, float, type(None))  # keys that JSON accepts, or that the encoder converts to text


def encode_json(body: Any) -> bytes:
    """Encode `body` as compact JSON in UTF-8. Raises BodyError with the path of a value that JSON cannot represent."""
    try:
        try:
            return _encode(body).encode("utf-8")
        except TypeError:
            if not contains_not_given(body):  # rare, so it is looked for only after a failure
                raise
            return _encode(strip_not_given({"": body}).get("")).encode("utf-8")
    except (TypeError, ValueError, RecursionError) as error:
        raise BodyError("{}; nothing was sent".format(_describe_error(body, error))) from None


def to_jsonable(value: Any) -> Any:
    """Convert one value without a JSON equivalent into one that has it. Raises TypeError.

    Dates become ISO 8601 text and enums their value; other mappings and iterables are copied into dicts and lists.
    Objects with a method `model_dump` (pydantic models) are converted by it, without importing their library.
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
    raise TypeError("{} cannot be represented in JSON".format(type(value).__name__))


_encode = JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=to_jsonable).encode


def _describe_error(body: Any, error: BaseException) -> str:
    """Return a message with the path of the first value that cannot be encoded."""
    if isinstance(error, RecursionError) or "Circular" in str(error):
        return "body: it contains itself, or is nested too deeply"
    for path, value, is_key in _walk("", body, set(), 0):
        problem = _problem(value)
        if is_key and not isinstance(value, JSON_KEY_TYPES):
            problem = "{} cannot be the key of a JSON object".format(type(value).__name__)
        if problem and path == "response_format":
            problem += "; to use a type as response_format, call parse() or stream()"
        if problem:
            return "{}: {}".format(path or "body", problem)
    return "body: {}".format(error)  # inside a value that was converted, or too deep for the search


def _problem(value: Any) -> str:
    """Return why JSON cannot represent a value, or ""."""
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return "{!r} cannot be represented in JSON".format(value)
    if isinstance(value, str):
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            return "the text contains a lone surrogate, which is not valid Unicode"
        return ""
    if value is None or isinstance(value, (bool, int, float, dict, list, tuple)):
        return ""
    try:
        to_jsonable(value)
    except TypeError:
        hint = "; encode it first, for example as base64" if isinstance(value, (bytes, bytearray)) else ""
        return "{} cannot be represented in JSON{}".format(type(value).__name__, hint)
    return ""


def _walk(path: str, value: Any, seen: Set[int], depth: int) -> Iterator[Tuple[str, Any, bool]]:
    """Yield each value with its path, like `messages[0].content`, and each key with the path of its object.

    The third item is True for a key. Bounded: visits no container twice, and none below a depth of 100.
    """
    yield path, value, False
    children: Any = ()
    if isinstance(value, dict):
        for key in value:
            yield path, key, True
        children = ((_join_path(path, key), item) for key, item in value.items())
    elif isinstance(value, (list, tuple)):
        children = (("{}[{}]".format(path, index), item) for index, item in enumerate(value))
    else:
        return
    if depth > 100 or id(value) in seen:
        return
    seen.add(id(value))
    for child_path, item in children:
        for entry in _walk(child_path, item, seen, depth + 1):
            yield entry


def _join_path(path: str, key: Any) -> str:
    return "{}.{}".format(path, key) if path else str(key)


def merge_extra_body(body: Any, extra: Mapping[str, Any]) -> Any:
    """Return a copy of the body with the fields of `extra`, which win. Raises BodyError if it is not an object."""
    if not isinstance(body, dict):
        raise BodyError("extra_body: the body is not a JSON object; only an object can have extra fields")
    return {**body, **extra}
