# SPDX-License-Identifier: MIT
"""Responses of the embedded server before they are written to a socket: JSON, errors and server-sent events."""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional

    from ..transport.permessage_deflate import PerMessageDeflate
    from .websocket_session import Session

DONE = b"data: [DONE]\n\n"  # terminal event of most streams


class ServerResponse:
    """Status, headers and a body as a list of chunks; a streamed body is sent with one HTTP chunk for each."""

    __slots__ = ("status", "chunks", "content_type", "headers", "streamed")

    def __init__(
        self,
        status: int,
        chunks: List[bytes],
        content_type: str = "application/json",
        headers: Optional[Dict[str, str]] = None,
        streamed: bool = False,
    ) -> None:
        self.status: int = status
        self.chunks: List[bytes] = chunks
        self.content_type: str = content_type
        self.headers: Dict[str, str] = dict(headers or {})
        self.streamed: bool = streamed

    @property
    def is_event_stream(self) -> bool:
        """Whether the body is a stream of server-sent events."""
        return self.streamed and self.content_type.startswith("text/event-stream")


class UpgradeResponse(ServerResponse):
    """A response with status 101, after which a session runs on the connection (websocket_peer.py)."""

    __slots__ = ("session", "deflate")

    def __init__(self, headers: Dict[str, str], session: Any, deflate: Any) -> None:
        super().__init__(101, [], headers=headers)
        self.session: Session = session
        self.deflate: Optional[PerMessageDeflate] = deflate


class APIErrorResponse(Exception):
    """An error that handlers raise to send an error response."""

    def __init__(
        self, status: int, message: str, param: Optional[str] = None, code: Optional[str] = None, type: str = ""
    ) -> None:
        super().__init__(message)
        type = type or "invalid_request_error"
        self.fields: Dict[str, Optional[str]] = {"message": message, "type": type, "param": param, "code": code}
        self.response: ServerResponse = error_response(status, message, param, code, type)


def encode_json(value: Any) -> bytes:
    """Encode a value as compact JSON in UTF-8, as the API does."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate that the request contained
        return json.dumps(value, separators=(",", ":")).encode("ascii")


def json_response(value: Any, status: int = 200) -> ServerResponse:
    """Return a response with a JSON body."""
    return ServerResponse(status, [encode_json(value)])


def error_response(
    status: int,
    message: str,
    param: Optional[str] = None,
    code: Optional[str] = None,
    type: str = "invalid_request_error",
) -> ServerResponse:
    """Return a response with an error object of the API as its body."""
    return json_response({"error": {"message": message, "type": type, "param": param, "code": code}}, status)


def encode_event(value: Any, name: str = "") -> bytes:
    """Encode one server-sent event, with an `event:` line if a name is given."""
    line = b"data: " + encode_json(value) + b"\n\n"
    return b"event: " + name.encode("ascii") + b"\n" + line if name else line


def event_stream(events: List[bytes]) -> ServerResponse:
    """Return a streamed response with one HTTP chunk for each event."""
    return ServerResponse(200, events, "text/event-stream; charset=utf-8", streamed=True)
