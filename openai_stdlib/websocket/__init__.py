# SPDX-License-Identifier: MIT
"""WebSockets (RFC 6455) for threads and asyncio, to any server.

    from openai_stdlib import websocket

    with websocket.connect("wss://example.com/chat") as connection:
        connection.send("hello")
        print(connection.recv(timeout=5))

`await websocket.aconnect(…)` is the same under asyncio. Importing this subpackage imports none of its modules.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..call.websocket_errors import (
        CloseFrame,
        ConcurrencyError,
        ConnectionClosed,
        ConnectionClosedError,
        ConnectionClosedOK,
    )
    from ..transport.asyncio_websocket_opener import AsyncStdlibWebSocketTransport
    from ..transport.websocket_base import AsyncWebSocketTransport, WebSocketTransport
    from ..transport.websocket_opener import StdlibWebSocketTransport
    from .async_connection import AsyncWebSocketConnection
    from .async_opening import aconnect
    from .connection import WebSocketConnection
    from .opening import connect

__all__ = [
    "AsyncStdlibWebSocketTransport",
    "AsyncWebSocketConnection",
    "AsyncWebSocketTransport",
    "CloseFrame",
    "ConcurrencyError",
    "ConnectionClosed",
    "ConnectionClosedError",
    "ConnectionClosedOK",
    "StdlibWebSocketTransport",
    "WebSocketConnection",
    "WebSocketTransport",
    "aconnect",
    "connect",
]
# The names that are not in call/websocket_errors.py, with the level of the relative import.
MODULES = {
    "AsyncStdlibWebSocketTransport": ("transport.asyncio_websocket_opener", 2),
    "AsyncWebSocketConnection": ("async_connection", 1),
    "AsyncWebSocketTransport": ("transport.websocket_base", 2),
    "StdlibWebSocketTransport": ("transport.websocket_opener", 2),
    "WebSocketConnection": ("connection", 1),
    "WebSocketTransport": ("transport.websocket_base", 2),
    "aconnect": ("async_opening", 1),
    "connect": ("opening", 1),
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError("module {!r} has no attribute {!r}".format(__name__, name))
    module, level = MODULES.get(name, ("call.websocket_errors", 2))
    value = globals()[name] = getattr(__import__(module, globals(), None, [name], level), name)
    return value
