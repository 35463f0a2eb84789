# SPDX-License-Identifier: MIT
"""Calls that return the HTTP response instead of the result: those behind the views in api/response_views.py."""

from __future__ import annotations

from ..api.response_views import RAW_RESPONSE_HEADER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Tuple

    from ..api.operation import Operation


def pop_response_class(operation: Operation, arguments: Dict[str, Any], is_async: bool) -> Tuple[Any, bool]:
    """Return the class of the response that a call asks for, and whether its body is read first.

    Removes the header that asks for it, which is not sent.
    """
    headers = dict(arguments["extra_headers"])
    kind = headers.pop(RAW_RESPONSE_HEADER)
    arguments["extra_headers"] = headers
    if not headers:
        del arguments["extra_headers"]
    if kind == "true":
        from ..results.raw_response import LegacyAPIResponse

        return LegacyAPIResponse, True
    from ..results import streaming_response

    name = "StreamedBinaryAPIResponse" if operation.response_type == "binary" else "APIResponse"
    return getattr(streaming_response, ("Async" if is_async else "") + name), False
