# SPDX-License-Identifier: MIT
"""Encode JSON bodies, and decode those that are not plain UTF-8. Pure.

Only bodies with values that JSON does not have need jsonable.py.
"""

from __future__ import annotations

from json import JSONEncoder

from .errors import BodyError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Iterator, Mapping, Optional

NESTED_TOO_DEEPLY = "it is nested too deeply to be decoded"


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


def load_json(body: bytes, charset: str, decode: Callable[[str], Any]) -> Any:
    """Decode a JSON body with `decode`, whatever its character encoding is. Raises ValueError.

    Some gateways send UTF-16 or UTF-32, with or without a byte order mark, or the `charset` of the content type.
    """
    failure: Optional[ValueError] = None
    for text in _iter_texts(body, charset):
        try:
            return decode(text)
        except RecursionError:
            raise ValueError(NESTED_TOO_DEEPLY) from None
        except ValueError as error:
            failure = failure or error
    raise failure or ValueError("the body is not text in {}".format(charset))


def decode_text(body: bytes, charset: str) -> str:
    """Decode a body that may be JSON or plain text; undecodable bytes become U+FFFD."""
    text = next(_iter_texts(body, charset), None)
    return body.decode(charset, "replace") if text is None else text


def _iter_texts(body: bytes, charset: str) -> Iterator[str]:
    """Yield what the text of a body may be: by its byte order mark or zero bytes (RFC 4627 §3), then by `charset`."""
    from json import detect_encoding

    encoding = detect_encoding(body)
    for candidate in (encoding, charset) if encoding == "utf-8" != charset.lower() else (encoding,):
        try:
            yield body.decode(candidate)
        except ValueError:
            pass
