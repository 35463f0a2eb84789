# SPDX-License-Identifier: MIT
"""What the argument `websocket_connection_options` of `connect` takes."""

from ssl import SSLContext
from typing import Any
from typing_extensions import Literal, Mapping, Sequence, TypeAlias, TypedDict

from .._types import Omit

class SyncWebSocketConnectionOptions(TypedDict, total=False):
    extensions: Sequence[Any] | None
    subprotocols: Sequence[str] | None
    compression: str | None
    max_size: int | None
    max_frame_size: int | None
    max_queue_bytes: int
    open_timeout: float | None
    ping_interval: float | None
    ping_timeout: float | None
    close_timeout: float | None
    proxy: str | Literal[True] | None
    ssl: SSLContext | Literal[True] | None
    server_hostname: str | None
    origin: str | None
    additional_headers: Mapping[str, str | Omit] | None
    # Accepted, and without effect: the library has other limits, and its own logger.
    max_queue: int | None | tuple[int | None, int | None]
    logger: Any

class WebSocketConnectionOptions(SyncWebSocketConnectionOptions, total=False):
    write_limit: int | tuple[int, int | None]

WebsocketConnectionOptions: TypeAlias = WebSocketConnectionOptions
