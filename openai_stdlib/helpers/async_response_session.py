# SPDX-License-Identifier: MIT
"""`AsyncResponsesWebSocketSession`: several responses at once over one WebSocket, under asyncio."""

from __future__ import annotations

import asyncio

from ..call.closing import aclose_after_block
from ..call.websocket_errors import ConnectionClosed
from .response_lanes import ROOM_TIMEOUT, prepare_request
from .response_session import SessionBase, release

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any, Optional, Type

    from .response_lanes import Lane


class AsyncResponsesWebSocketLane:
    """One of several conversations over a connection. `session.lane` makes lanes; use each in one task at a time."""

    def __init__(self, session: AsyncResponsesWebSocketSession, state: Lane) -> None:
        self._session = session
        self._state = state

    async def send(self, event: Any) -> None:
        """Send an event; a `response.create` gets the id of the lane as its `stream_id`.

        It is sent at once or not at all: never again, and not later. Raises RuntimeError if a response of this lane has
        not ended, or while the connection is being opened again; ConnectionClosed; and ValueError for another id.
        """
        session = self._session
        socket = session.connection._connection
        fields, is_request = prepare_request(event, self._state.stream_id)
        text = session.connection._encode(fields)
        session._begin_send(self._state, socket, is_request)
        await socket.send(text)

    async def recv(self) -> Any:
        """Return the next event of the lane. A cancelled call loses none.

        Raises after the end of the connection its error, or EOFError if it was closed properly, and
        ResponsesWebSocketBufferError if more was received than the limits of the session allow.
        """
        self._session._check_entered()
        return await self._session._take(self._state)

    async def get_final_response(self) -> Any:
        """Receive events up to the end of the response, and return it, also if it is failed or incomplete.

        Once it has ended, further calls return it again, until the next one begins. A cancelled call loses nothing.
        Raises ResponsesWebSocketError for an error event, and what `recv` raises.
        """
        taken = self._state.taken
        while True:
            response = self._session._router.find_response(self._state, taken)
            if response is not None:
                return response
            await self.recv()

    def close(self) -> None:
        """Stop receiving on this lane, and drop its events. The connection and the other lanes stay open."""
        self._session._router.close_lane(self._state, self._session.connection._connection)


class AsyncResponsesWebSocketSession(SessionBase):
    """Runs several responses at once over a connection of `client.responses.connect()`, each on a lane of its own.

    A task receives events and puts each into the lane whose id is its `stream_id`; `default` has the others. While the
    session is entered, receive and send through lanes only. Leaving it closes the connection.

    `limits` bounds the events that are waiting. What exceeds it closes the connection, and each lane raises
    ResponsesWebSocketBufferError; with `isolate_lane_overflow`, only the lane that is too full does.
    """

    _task: Optional[asyncio.Task[None]] = None
    _close_task: Optional[asyncio.Task[None]] = None
    _room_waiter: Optional[asyncio.Future[None]] = None

    def _add_lane(self, stream_id: Optional[str]) -> AsyncResponsesWebSocketLane:
        state = self._router.add_lane(stream_id)
        state.waiter = set()
        return AsyncResponsesWebSocketLane(self, state)

    def _wake(self, lane: Lane) -> None:
        while lane.waiter:
            _resolve(lane.waiter.pop())

    def lane(self, stream_id: Optional[str] = None) -> AsyncResponsesWebSocketLane:
        """Return a new lane; None replaces the default lane, if that was closed before a reconnect.

        An id has 1 to 256 letters, digits, "_", "." and "-". Raises ValueError for another one or one in use, and
        ResponsesWebSocketBufferError if there are `max_lanes` already.
        """
        lane = self._add_lane(stream_id)
        if stream_id is None:
            self.default = lane
        return lane

    async def _take(self, lane: Lane) -> Any:
        while True:
            taken = self._router.take(lane)
            if taken is not None:
                _resolve(self._room_waiter)
                return taken[0]
            waiter = asyncio.get_running_loop().create_future()
            lane.waiter.add(waiter)
            lane.receivers += 1
            try:
                await waiter
            finally:
                lane.receivers -= 1
                lane.waiter.discard(waiter)

    async def __aenter__(self) -> AsyncResponsesWebSocketSession:
        self._enter()
        self._task = asyncio.create_task(self._read(), name="responses-websocket")
        return self

    async def __aexit__(
        self, cls: Optional[Type[BaseException]], error: Optional[BaseException], traceback: Optional[TracebackType]
    ) -> None:
        """Close the session. What fails is raised only if the block has raised nothing."""
        await aclose_after_block(self.close, error)

    async def close(self) -> None:
        """End the session and close the connection. All receivers wake; what was received before can be taken.

        If the call is cancelled, the connection is closed nevertheless.
        """
        self._is_closed = True
        self._end()
        if self._task is None:
            return
        if self._close_task is None:
            self._close_task = asyncio.create_task(self._close(self._task), name="responses-websocket-close")
        await asyncio.shield(self._close_task)

    async def _close(self, reader: asyncio.Task[None]) -> None:
        reader.cancel()
        try:
            await asyncio.wait([reader])
            await self.connection.close()
        finally:
            release(self.connection)

    def _end(self, error: Optional[BaseException] = None) -> None:
        self._router.end(error)
        _resolve(self._room_waiter)

    async def _read(self) -> None:
        """Receive events and put them into their lanes until the connection ends; the task runs it."""
        try:
            while await self._receive():
                pass
        except Exception as error:  # an overflow too; it is raised in each lane
            self._end(error)
            try:
                await self.connection.close()
            except Exception:  # noqa: S110  # the first error counts
                pass
        finally:
            self._end()

    async def _receive(self) -> bool:
        """Receive one event; return False after the end of the connection."""
        connection = self.connection
        try:
            data = await connection.recv_bytes()
        except ConnectionClosed as error:
            if await connection._reconnect(error):
                self._router.release_lanes(connection._connection)
                return True
            if not connection._end(error):
                raise
            return False
        event, size = connection.parse_event(data), len(data)
        lane = self._router.find_crowded(event, size)
        if lane is not None:
            await self._wait_for_room(lane, size)
        self._router.add_event(event, size)
        return True

    async def _wait_for_room(self, lane: Lane, size: int) -> None:
        loop = asyncio.get_running_loop()
        start, left = loop.time(), 1.0
        while left > 0 and not self._router.has_room(lane, size):
            left = self._router.time_left(lane, loop.time() - start)
            self._room_waiter = loop.create_future()
            await asyncio.wait([self._room_waiter], timeout=max(0.0, min(left, ROOM_TIMEOUT)))
        self._router.end_wait(lane, size, loop.time() - start)


def _resolve(waiter: Optional[asyncio.Future[None]]) -> None:
    if waiter is not None and not waiter.done():
        waiter.set_result(None)
