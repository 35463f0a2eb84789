# SPDX-License-Identifier: MIT
"""From a reply to what the caller gets, by the row and the content type. Pure.

JSON where JSON is promised, else an error of the tree: a program never gets a proxy's HTML page as if it were an
answer. Neighbours: objects.py, pages.py, binary.py make the values.
"""

from __future__ import annotations

from .objects import APIObject, parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List

    from ..call.message import Reply
    from ..call.prepare import Call


def decode(call: Call, reply: Reply) -> Any:
    """Return the answer of a call whose reply has been read. Raises APIResponseValidationError."""
    kind = call.answer
    if not kind:
        return decode_json(reply)
    if kind == "embeddings":
        answer = decode_json(reply)
        try:
            return embeddings(answer)
        except (ValueError, AttributeError, TypeError) as error:
            message = "Status {} with vectors that cannot be read: {}".format(reply.status_code, error)
            from ..call.failures import APIResponseValidationError

            raise APIResponseValidationError(reply, reply.body[:1000], message=message) from None
    if kind == "transcript":
        return transcript(call, reply)
    if kind == "text":
        return reply.text
    from .binary import BinaryContent

    return BinaryContent(reply)


def decode_json(reply: Reply) -> Any:
    """Decode a JSON answer; an object knows its `_request_id`. No content (204, 205) is None."""
    try:
        answer = parse(reply.body.decode("utf-8"))
    except (ValueError, RecursionError):
        if reply.status_code in (204, 205):
            return None
        from ..call.failures import APIResponseValidationError

        raise APIResponseValidationError(reply, reply.body[:1000], message=complaint(reply, "JSON")) from None
    if type(answer) is APIObject:
        answer.__dict__["_request_id"] = reply.request_id
    return answer


def complaint(reply: Reply, promised: str) -> str:
    """Say what came in place of what the operation promises, and how it begins."""
    content_type = reply.headers.get("content-type", "") or "no content type"
    hint = ""
    if not reply.body.strip():
        what = "an empty body"
    elif "html" in content_type or reply.body.lstrip()[:1] == b"<":
        what, hint = "an HTML page", " Is a proxy or a wrong base URL in between?"
    elif "json" in content_type:
        what = "one JSON object" if promised != "JSON" else "JSON that cannot be parsed"
    else:
        what = "a body of type {}".format(content_type)
    begins = " It begins: {!r}".format(reply.text[:120]) if reply.body else ""
    return "Status {} with {} where {} was promised.{}{}".format(reply.status_code, what, promised, hint, begins)


def embeddings(answer: Any) -> Any:
    """Turn vectors that came as base64 of little-endian float32 into lists of floats, in place."""
    from array import array
    from binascii import a2b_base64
    from sys import byteorder

    rows: List[Any] = answer.get("data") or [] if isinstance(answer, dict) else []
    for row in rows:
        vector = row.get("embedding")
        if isinstance(vector, str):
            floats = array("f", a2b_base64(vector))
            if byteorder == "big":
                floats.byteswap()
            row["embedding"] = floats.tolist()
    return answer


def transcript(call: Call, reply: Reply) -> Any:
    """Return JSON or text, as the request's response_format asked; unasked, as the content type says."""
    asked = call.arguments.get("response_format")
    if asked in ("text", "srt", "vtt"):
        return reply.text
    content_type = reply.headers.get("content-type", "") or ""
    if asked is None and content_type.startswith("text/") and "html" not in content_type:
        return reply.text
    return decode_json(reply)
