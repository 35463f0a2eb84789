# SPDX-License-Identifier: MIT
"""Decode responses that are not one JSON object, according to the operation and the content type. No I/O."""

from __future__ import annotations

from .objects import decode_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List

    from ..call.message import Response
    from ..call.prepare import Call


STORED_CONTENT = "application/binary"  # accepted by operations that return stored files, which may be any JSON


def decode_response(call: Call, response: Response) -> Any:
    """Return the result of a call from its response, whose body must have been read.

    The type of the result follows from `call.response_type`, one of the constants in `api/operation.py`. Raises
    APIResponseValidationError if the body cannot be decoded.
    """
    response_type = call.response_type
    if not response_type:
        return decode_json(response)
    if response_type == "embeddings":
        result = decode_json(response)
        try:
            return decode_embeddings(result)
        except (ValueError, AttributeError, TypeError) as error:
            from ..call.response_errors import response_validation_error

            raise response_validation_error(
                response, "vectors that cannot be decoded ({})".format(error), "a list of embeddings"
            ) from None
    if response_type == "transcript":
        return decode_transcript(call, response)
    if response_type == "text":
        return response.text
    if response_type == "nothing":
        return None
    if _is_json(response) and call.operation.accept != STORED_CONTENT:
        _check_report(response)
    from .binary import HttpxBinaryResponseContent

    return HttpxBinaryResponseContent(response)


def _is_json(response: Response) -> bool:
    """Return whether a body may be a JSON object, by its content type and its first character."""
    return "json" in (response.headers.get("content-type") or "") and response.body.lstrip()[:1] == b"{"


def _check_report(response: Response) -> None:
    """Raise the error that a body reports, where the operation returns no JSON."""
    from ..call.api_errors import APIResponseValidationError

    try:
        decode_json(response, "explicit")
    except APIResponseValidationError:
        pass  # not JSON


def decode_embeddings(result: Any) -> Any:
    """Replace vectors encoded as base64 of little-endian float32 by lists of floats, in place, and return `result`."""
    from array import array
    from binascii import a2b_base64
    from sys import byteorder

    items: List[Any] = result.get("data") or [] if isinstance(result, dict) else []
    for item in items:
        vector = item.get("embedding")
        if isinstance(vector, str):
            floats = array("f", a2b_base64(vector))
            if byteorder == "big":
                floats.byteswap()
            item["embedding"] = floats.tolist()
    return result


def decode_transcript(call: Call, response: Response) -> Any:
    """Return JSON or text as requested by `response_format`; if that is not set, according to the content type."""
    response_format = call.arguments.get("response_format")
    if response_format in ("text", "srt", "vtt"):
        if _is_json(response):
            _check_report(response)
        return response.text
    content_type = response.headers.get("content-type", "") or ""
    if response_format is None and content_type.startswith("text/") and "html" not in content_type:
        return response.text
    return decode_json(response)
