# SPDX-License-Identifier: MIT
"""`LegacyAPIResponse`: the response that calls below `with_raw_response` return."""

from __future__ import annotations

from .base_response import BaseResponse, delegated_property

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..call.drivers import Deadline
    from ..call.message import Response
    from ..call.prepare import Call


class LegacyAPIResponse(BaseResponse):
    """HTTP response of a call. `parse()` returns the result that the call returns without `with_raw_response`.

    The body has been read. Only if it is a stream, `parse()` returns the stream unread, and the caller closes it.
    """

    def __init__(self, client: Any, call: Call, response: Response, deadline: Deadline) -> None:
        super().__init__(client, call, response, deadline)
        if call.stream:
            self._parse(None)  # the Stream releases the connection when it is garbage-collected

    def parse(self, *, to: Any = None) -> Any:
        """Return the result, the same object each time. Does no I/O, so it is not awaited with the async client.

        `to` is the type to convert the body to: a model class, `dict`, `list` or `object` for JSON, `str`, `bytes`, a
        dataclass, a TypedDict or `BinaryContent`. Raises APIResponseValidationError if the body cannot be converted to
        it, and ArgumentError if `to` is not a type.
        """
        return self._parse(to)

    content: bytes = delegated_property("content", "The body as bytes. Raises StreamConsumedError if it is a stream.")
    text: str = delegated_property("text", "The body as text. Raises StreamConsumedError if it is a stream.")
