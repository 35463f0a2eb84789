# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Any
from typing_extensions import Sequence, TypeAlias, TypedDict

class SyncWebSocketConnectionOptions(TypedDict, total=False):
    extensions: Sequence[Any] | None
    subprotocols: Sequence[str] | None
    compression: str | None
    max_size: int | None
    max_queue: int | None | tuple[int | None, int | None]

class WebSocketConnectionOptions(SyncWebSocketConnectionOptions, total=False):
    write_limit: int | tuple[int, int | None]

WebsocketConnectionOptions: TypeAlias = WebSocketConnectionOptions
