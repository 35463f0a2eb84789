# SPDX-License-Identifier: MIT
"""Answers that are more than one JSON object, by the row and the content type. Pure.

Neighbours: objects.py reads the JSON of all others; pages.py and binary.py make the values.
"""

from __future__ import annotations

from ..call.api_errors import response_validation_error
from .objects import decode_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List

    from ..call.message import Response
    from ..call.prepare import Call


def decode_response(call: Call, reply: Response) -> Any:
    """Return the answer of a call whose reply has been read. Raises APIResponseValidationError."""
    kind = call.response_type
    if not kind:
        return decode_json(reply)
    if kind == "embeddings":
        answer = decode_json(reply)
        try:
            return decode_embeddings(answer)
        except (ValueError, AttributeError, TypeError) as error:
            raise response_validation_error(
                reply, "vectors that cannot be read ({})".format(error), "embeddings"
            ) from None
    if kind == "transcript":
        return decode_transcript(call, reply)
    if kind == "text":
        return reply.text
    if kind == "nothing":
        return None
    from .binary import BinaryContent

    return BinaryContent(reply)


def decode_embeddings(answer: Any) -> Any:
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


def decode_transcript(call: Call, reply: Response) -> Any:
    """Return JSON or text, as the request's response_format asked; unasked, as the content type says."""
    asked = call.arguments.get("response_format")
    if asked in ("text", "srt", "vtt"):
        return reply.text
    content_type = reply.headers.get("content-type", "") or ""
    if asked is None and content_type.startswith("text/") and "html" not in content_type:
        return reply.text
    return decode_json(reply)
