# SPDX-License-Identifier: MIT
"""Responses to requests for a part of a content (RFC 9110 §14): a single range of bytes, as in `Range: bytes=0-99`."""

from __future__ import annotations

import hashlib
import re

from .server_responses import ServerResponse, error_response

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, Optional, Tuple

    from .recorded_request import RecordedRequest

_SINGLE_RANGE = re.compile(r"bytes=[ \t]*(?:([0-9]+)-([0-9]*)|-([0-9]+))[ \t]*", re.ASCII | re.IGNORECASE)


def parse_range(text: str, length: int) -> Optional[Tuple[int, int]]:
    """Return start and end of the single range in a Range header; None if the header must be ignored.

    The range is empty if the content does not have any of the bytes. Several ranges, other units and invalid headers
    are ignored, as RFC 9110 §14.2 allows or demands.
    """
    match = _SINGLE_RANGE.fullmatch(text.strip())
    if match is None:
        return None
    first, last, suffix = match.groups()
    if suffix is not None:
        return max(0, length - int(suffix)), length
    start, end = int(first), int(last) + 1 if last else length
    if last and end <= start:
        return None  # the last position is before the first one, which makes the header invalid
    return start, min(end, length)


def ranged_response(
    request: RecordedRequest, content: bytes, content_type: str, headers: Dict[str, str]
) -> ServerResponse:
    """Return the response to a GET request for a content, or for the part of it that the request's Range asks for.

    `If-Range` must equal the ETag, otherwise the response has the whole content.
    """
    entity_tag = '"{}"'.format(hashlib.sha256(content).hexdigest()[:32])
    headers = {"Accept-Ranges": "bytes", "ETag": entity_tag, **headers}
    selected = parse_range(request.header("range"), len(content))
    if selected is None or request.header("if-range", entity_tag).strip() != entity_tag:
        return ServerResponse(200, [content], content_type, headers)
    start, end = selected
    if start >= end:
        response = error_response(416, "The requested range is not within the {:,} bytes.".format(len(content)))
        response.headers["Content-Range"] = "bytes */{}".format(len(content))
        return response
    headers["Content-Range"] = "bytes {}-{}/{}".format(start, end - 1, len(content))
    return ServerResponse(206, [content[start:end]], content_type, headers)
