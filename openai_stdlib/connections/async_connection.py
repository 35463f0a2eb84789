# SPDX-License-Identifier: MIT
"""`AsyncConnection`: events over a WebSocket, for asyncio. The counterpart of connection.py."""

from __future__ import annotations

import asyncio

from ..call.websocket_errors import ConnectionClosed
from .base import ConnectionBase, log_reconnection, log_warning
from .reconnection import close_code_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Optional, Union


class AsyncConnection(ConnectionBase):
    """A connection to an endpoint of the API. `connect` makes managers, which open it.

    Any number of tasks may send, and one at a time may receive. Pings of the server are answered meanwhile. The
    attributes `session`, `response` … have a method for each event that the endpoint takes.
    """

    def __init__(self, connection: Any, **options: Any) -> None:
        super().__init__(connection, **options)
        self._is_closed = False
        self._close_waiter: Any = None  # a future, while an attempt to open the connection again waits

    async def recv(self, timeout: Optional[float] = None) -> Any:
        """Return the next event; wait for it up to `timeout` seconds (None: no limit). A cancelled call loses none.

        Raises TimeoutError, ConnectionClosedOK or ConnectionClosedError after the end of the connection, and
        json.JSONDecodeError for a message that is not JSON; the connection stays open then.
        """
        event = self.parse_event(await self._connection.recv(timeout))
        if self._reconnection.attempt:
            self._note_progress(event)
        return event

    async def recv_bytes(self, timeout: Optional[float] = None) -> bytes:
        """Return the next message, text or binary, as bytes; otherwise like `recv`."""
        message = await self._connection.recv(timeout)
        if self._reconnection.attempt:
            self._note_raw_progress(message)
        return message.encode("utf-8") if isinstance(message, str) else bytes(message)

    async def send(self, event: Any) -> None:
        """Send an event: a mapping, or a model. While the connection is being opened again, the event is queued.

        Raises ConnectionClosed, BodyError for what JSON cannot express, and WebSocketQueueFullError.
        """
        await self.send_raw(self._encode(event))

    async def send_raw(self, data: Union[str, bytes]) -> None:
        """Send a message, `str` as text and `bytes` as binary; otherwise like `send`."""
        if self._is_closed or not self._must_queue(asyncio.current_task()):
            await self._connection.send(data)
            return
        self._queue.append(data)
        if not self._is_reconnecting:
            await self._flush()

    async def close(self, *, code: int = 1000, reason: str = "") -> None:
        """Close the connection; any task may do so, and a pending `recv` ends at once.

        Waits for the server, up to the option `close_timeout`. Further calls do nothing. Messages of the queue are not
        sent; a pending iteration reports them.
        """
        self._is_closed = True
        if self._close_waiter is not None and not self._close_waiter.done():
            self._close_waiter.set_result(None)
        await self._connection.close(code, reason)

    async def restore_session(self) -> None:
        """Send the last `session.update` again, and what else configured the session. Fits as `on_reconnected`."""
        for message in self._session_messages():
            await self.send_raw(message)

    async def __aiter__(self) -> AsyncIterator[Any]:
        """Yield events until the connection is closed; open it again if `on_reconnecting` was given.

        Raises ConnectionClosedError if it was not closed properly, and WebSocketConnectionClosedError if messages of
        the queue were not sent.
        """
        while True:
            try:
                event = await self.recv()
            except ConnectionClosed as error:
                if await self._reconnect(error):
                    continue
                if self._end(error):
                    return
                raise
            yield event

    async def dispatch_events(self) -> None:
        """Receive events until the connection is closed, and call the handlers of each; coroutines are awaited.

        Raises what a handler raises, and OpenAIError for an event of the type "error" that has no handler.
        """
        async for event in self:
            for handler in self._take_handlers(event):
                await _await_if_needed(handler(event))

    async def _flush(self, ends_reconnecting: bool = False) -> None:
        """Send the messages of the queue, in their order. One that fails is not sent again; the others stay."""
        while ends_reconnecting or not (self._is_reconnecting or self._is_flushing):
            message = None if self._is_closed else self._queue.pop()
            if message is None:
                if ends_reconnecting:
                    self._is_reconnecting = False
                return
            self._is_flushing = True
            try:
                await self._connection.send(message)
            finally:
                self._is_flushing = False

    async def _reconnect(self, error: ConnectionClosed) -> bool:
        """Open the connection again, as often as the options say; return whether it is open."""
        if self._is_closed or not self._may_reconnect(error):
            return False
        self._is_reconnecting = True
        steps = self._reconnection.attempts(close_code_of(error))
        answer: Any = None
        try:
            while True:
                step, value = steps.send(answer)
                if step == "ask":
                    answer = await _await_if_needed(self._reconnection.hook(value))
                    log_reconnection(value.attempt, value.max_attempts, value.delay)
                elif step == "wait":
                    answer = await self._wait_for_close(value)
                else:
                    answer = await self._open_again()
        except StopIteration as stop:
            return bool(stop.value)
        except Exception as failure:
            log_warning("on_reconnecting failed", failure)
            return False
        finally:
            self._is_reconnecting = False

    async def _wait_for_close(self, seconds: float) -> bool:
        """Wait, and return whether the program has closed the connection meanwhile."""
        if not self._is_closed:
            self._close_waiter = asyncio.get_running_loop().create_future()
            try:
                await asyncio.wait([self._close_waiter], timeout=seconds)
            finally:
                self._close_waiter = None
        return self._is_closed

    async def _open_again(self) -> Any:
        """Return whether the connection is open, or the error."""
        try:
            connection = await self._make_ws(self._reconnection.extra_query, self._reconnection.extra_headers)
        except Exception as error:
            log_warning("Failed to reconnect to WebSocket API", error)
            return error
        if not self._is_closed:
            self._connection = connection
        try:
            if not self._is_closed and self._on_reconnected is not None:
                self._restorer = asyncio.current_task()
                try:
                    await _await_if_needed(self._on_reconnected(self))
                finally:
                    self._restorer = None
            await self._flush(ends_reconnecting=True)
        except BaseException as error:
            if not isinstance(error, Exception):  # cancelled
                await asyncio.shield(connection.close())
                raise
            await connection.close()
            log_warning("Failed to flush send queue after reconnect", error)
            return error
        if self._is_closed:
            await connection.close()
        return not self._is_closed


async def _await_if_needed(result: Any) -> Any:
    return await result if hasattr(result, "__await__") else result
