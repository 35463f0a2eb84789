# SPDX-License-Identifier: MIT
"""What goes back, before it becomes bytes on a wire: replies, refusals and server-sent events.

Must not live here: sockets, state, and any knowledge of a particular operation.
"""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional

DONE = b"data: [DONE]\n\n"


class ServerResponse:
    """A status, headers and a body in pieces. A streamed body travels chunked, a piece a chunk."""

    __slots__ = ("status", "chunks", "content_type", "headers", "streamed")

    def __init__(
        self,
        status: int,
        pieces: List[bytes],
        content_type: str = "application/json",
        headers: Optional[Dict[str, str]] = None,
        streamed: bool = False,
    ) -> None:
        self.status = status
        self.chunks = pieces
        self.content_type = content_type
        self.headers: Dict[str, str] = dict(headers or {})
        self.streamed = streamed

    @property
    def is_events(self) -> bool:
        """Tell whether the body is a stream of server-sent events."""
        return self.streamed and self.content_type.startswith("text/event-stream")


class APIErrorResponse(Exception):
    """A request that gets an error for an answer. Handlers raise it."""

    def __init__(
        self, status: int, message: str, param: Optional[str] = None, code: Optional[str] = None, type: str = ""
    ) -> None:
        super().__init__(message)
        self.reply = error_reply(status, message, param, code, type or "invalid_request_error")


def encode_json(value: Any) -> bytes:
    """Return the JSON of a value, as UTF-8 like the API's own."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    except UnicodeEncodeError:  # half a surrogate pair, which the request may have contained
        return json.dumps(value, separators=(",", ":")).encode("ascii")


def json_reply(value: Any, status: int = 200) -> ServerResponse:
    """Return a reply with a JSON body."""
    return ServerResponse(status, [encode_json(value)])


def error_reply(
    status: int,
    message: str,
    param: Optional[str] = None,
    code: Optional[str] = None,
    type: str = "invalid_request_error",
) -> ServerResponse:
    """Return a reply with an error body of the API's shape."""
    return json_reply({"error": {"message": message, "type": type, "param": param, "code": code}}, status)


def event(value: Any, name: str = "") -> bytes:
    """Return one server-sent event, with a name if the stream has named ones."""
    line = b"data: " + encode_json(value) + b"\n\n"
    return b"event: " + name.encode("ascii") + b"\n" + line if name else line


def event_stream(events: List[bytes]) -> ServerResponse:
    """Return a reply that streams the events, one a chunk."""
    return ServerResponse(200, events, "text/event-stream; charset=utf-8", streamed=True)
