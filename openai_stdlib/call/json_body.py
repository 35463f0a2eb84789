# SPDX-License-Identifier: MIT
"""Encode JSON bodies. Pure. Only bodies with values that JSON does not have need jsonable.py."""

from __future__ import annotations

from json import JSONEncoder

from .errors import BodyError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Mapping


def encode_json(body: Any) -> bytes:
    """Encode `body` as compact JSON in UTF-8. Raises BodyError with the path of a value that JSON cannot represent.

    Values that JSON does not have are converted as jsonable.py describes, and sentinels are left out.
    """
    try:
        return _encode(body).encode("utf-8")
    except (TypeError, ValueError, RecursionError):
        pass  # there is a value to convert or to refuse; the encoder stops at the first, before it consumes any
    from .jsonable import to_jsonable

    body = to_jsonable(body)
    try:
        return _encode(body).encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise BodyError("body: {}; nothing was sent".format(error)) from None


_encode = JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def merge_extra_body(body: Any, extra: Mapping[str, Any]) -> Any:
    """Return a copy of the body with the fields of `extra`, which win. Raises BodyError if it is not an object."""
    if not isinstance(body, dict):
        raise BodyError("extra_body: the body is not a JSON object; only an object can have extra fields")
    if not hasattr(extra, "keys"):
        raise BodyError("extra_body: expected a mapping, got {}".format(type(extra).__name__))
    return {**body, **extra}
