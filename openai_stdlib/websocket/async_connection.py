# SPDX-License-Identifier: MIT
"""`AsyncWebSocketConnection`, an open WebSocket under asyncio."""

from __future__ import annotations

from ..call.websocket_errors import ConcurrencyError, ConnectionClosedOK
from ..transport.websocket_frames import check_close
from .connection import WebSocketState, check_message, ping_payload

TYPE_CHECKING = False
if TYPE_CHECKING:
    import asyncio
    from types import TracebackType
    from typing import Any, AsyncIterator, Optional, Type, Union

    from ..call.message import Response


class AsyncWebSocketConnection(WebSocketState):
    """An open WebSocket under asyncio. Any number of tasks may send; one at a time may receive. `aconnect` opens it.

    The event loop answers pings and close frames, also while the program does something else. Leaving an `async with`
    block closes the connection. Iterating yields messages until the connection is closed.
    """

    def __init__(self, link: Any, response: Response) -> None:
        super().__init__(link, response)
        self._is_receiving = False

    async def send(self, message: Union[str, bytes, bytearray, memoryview]) -> None:
        """Send a message, `str` as text and `bytes` as binary; wait while the network takes no more.

        A cancelled call may still send the message, as a whole. Raises ConnectionClosed, or ArgumentError for anything
        else.
        """
        try:
            await self._link.send(message)
        except (TypeError, UnicodeError):
            check_message(message)
            raise
        except OSError:
            raise self._end_error() from None

    async def recv(self, timeout: Optional[float] = None) -> Union[str, bytes]:
        """Return the next message; wait for it up to `timeout` seconds (None: no limit).

        Messages that came before the end of the connection are returned first. A cancelled call loses none. Raises
        TimeoutError, then ConnectionClosed; ConcurrencyError if another task is receiving.
        """
        if self._is_receiving:
            raise ConcurrencyError("recv: another task is receiving; receive in one task, and pass messages on")
        self._is_receiving = True
        try:
            message: Optional[Union[str, bytes]] = await self._link.receive(timeout)
        finally:
            self._is_receiving = False
        if message is None:
            raise self._end_error()
        return message

    async def ping(self, data: Union[str, bytes, None] = None) -> asyncio.Future[float]:
        """Send a ping, and return a future of the seconds until its pong arrives; it is cancelled if none does.

        `data` are at most 125 bytes, random ones by default. Raises ConnectionClosed.
        """
        try:
            pong: asyncio.Future[float] = await self._link.ping(ping_payload(data))
            return pong
        except OSError:
            raise self._end_error() from None

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """Close the connection; a `recv` of another task ends at once, and messages that arrive are dropped.

        Waits for the server up to `close_timeout` seconds. Further calls do nothing. Raises ConfigError for a code that
        must not be sent.
        """
        check_close(code, reason)
        await self._link.close(code, reason)

    async def __aiter__(self) -> AsyncIterator[Union[str, bytes]]:
        """Yield messages until the connection is closed. Raises ConnectionClosedError if it was not closed properly."""
        while True:
            try:
                message = await self.recv()
            except ConnectionClosedOK:
                return
            yield message

    async def __aenter__(self) -> AsyncWebSocketConnection:
        return self

    async def __aexit__(
        self, cls: Optional[Type[BaseException]], error: Optional[BaseException], traceback: Optional[TracebackType]
    ) -> None:
        await self.close(1000 if error is None else 1011)
