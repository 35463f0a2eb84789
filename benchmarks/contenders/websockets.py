# SPDX-License-Identifier: MIT
"""The library `websockets`, with its C extension; no limit and no compression, as the official SDK uses it."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

URL_PATH = "/realtime"


class Client:
    """Client for messages."""

    def __init__(self, url: str) -> None:
        self.url = url.replace("http", "ws", 1) + URL_PATH

    def connect(self) -> "Any":
        from websockets.sync.client import connect

        return connect(self.url, max_size=None, compression=None)


class AsyncClient:
    """Client for messages under asyncio."""

    def __init__(self, url: str) -> None:
        self.url = url.replace("http", "ws", 1) + URL_PATH

    async def connect(self) -> "Any":
        from websockets.asyncio.client import connect

        return await connect(self.url, max_size=None, compression=None)

    async def close(self) -> None:
        """Do nothing: each connection is closed by itself."""
