# SPDX-License-Identifier: MIT
"""`ResponsesWebSocketSession`: several responses at once over one WebSocket, for threads."""

from __future__ import annotations

import threading
import time
from weakref import WeakSet

from ..call.closing import close_after_block
from ..call.errors import OpenAIError
from ..call.websocket_errors import ConnectionClosed
from ..transport.pool import call_in_child
from .response_lanes import ROOM_TIMEOUT, LaneRouter, prepare_request

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any, Optional, Type

    from .response_lanes import Lane
    from .session_limits import ResponsesWebSocketLimits

END_TIMEOUT = 5.0  # seconds for the reader to end after the connection was closed

_claimed: Any = WeakSet()  # connections that have a session
_claims_lock = threading.Lock()


def claim(connection: Any) -> None:
    """Make a connection that of a session. Raises RuntimeError if it has one already."""
    with _claims_lock:
        if connection in _claimed:
            raise RuntimeError("connection: it has a session already; open another connection")
        _claimed.add(connection)


def release(connection: Any) -> None:
    """End the claim of a session."""
    with _claims_lock:
        _claimed.discard(connection)


class SessionBase:
    """What sessions for threads and for asyncio have in common."""

    def __init__(
        self, connection: Any, *, limits: ResponsesWebSocketLimits, isolate_lane_overflow: bool = False
    ) -> None:
        self.connection: Any = connection
        self._router = LaneRouter(limits, isolate_lane_overflow, self._wake)
        self._is_entered = False
        self._is_closed = False
        self.default: Any = self._add_lane(None)  # the lane without an id

    def _wake(self, lane: Lane) -> None:
        raise NotImplementedError

    def _add_lane(self, stream_id: Optional[str]) -> Any:
        raise NotImplementedError

    def _enter(self) -> None:
        if self._is_entered or self._is_closed:
            raise RuntimeError("the session was entered before; create another one over a new connection")
        claim(self.connection)
        self._is_entered = True

    def _check_entered(self) -> None:
        if not self._is_entered:
            raise RuntimeError("the session was not entered; use it in a with block")

    def _begin_send(self, lane: Lane, socket: Any, is_request: bool) -> None:
        """Raise RuntimeError if nothing can be sent on a lane over the WebSocket `socket`."""
        self._check_entered()
        self._router.check_active(lane)
        if self.connection._is_reconnecting or self.connection._connection is not socket:
            raise RuntimeError("send: the connection is being opened again; restore what the server has lost first")
        if is_request:
            self._router.begin_request(lane)


class ResponsesWebSocketLane:
    """One of several conversations over a connection. `session.lane` makes lanes; use each in one thread at a time."""

    def __init__(self, session: ResponsesWebSocketSession, state: Lane) -> None:
        self._session = session
        self._state = state

    def send(self, event: Any) -> None:
        """Send an event; a `response.create` gets the id of the lane as its `stream_id`.

        It is sent at once or not at all: never again, and not later. Raises RuntimeError if a response of this lane has
        not ended, or while the connection is being opened again; ConnectionClosed; and ValueError for another id.
        """
        session = self._session
        socket = session.connection._connection
        fields, is_request = prepare_request(event, self._state.stream_id)
        text = session.connection._encode(fields)
        with session.connection._lock, session._lock:
            session._begin_send(self._state, socket, is_request)
        socket.send(text)

    def recv(self, *, timeout: Optional[float] = None) -> Any:
        """Return the next event of the lane; wait for it up to `timeout` seconds (None: no limit).

        Raises TimeoutError; after the end of the connection its error, or EOFError if it was closed properly;
        ResponsesWebSocketBufferError if more was received than the limits of the session allow.
        """
        session = self._session
        session._check_entered()
        deadline = None if timeout is None else time.monotonic() + timeout
        with session._lock:
            return session._take(self._state, deadline)

    def get_final_response(self, *, timeout: Optional[float] = None) -> Any:
        """Receive events up to the end of the response, and return it, also if it is failed or incomplete.

        Once it has ended, further calls return it again, until the next one begins. Raises ResponsesWebSocketError for
        an error event, and what `recv` raises.
        """
        session = self._session
        deadline = None if timeout is None else time.monotonic() + timeout
        with session._lock:
            taken = self._state.taken
            while True:
                response = session._router.find_response(self._state, taken)
                if response is not None:
                    return response
                session._check_entered()
                session._take(self._state, deadline)

    def close(self) -> None:
        """Stop receiving on this lane, and drop its events. The connection and the other lanes stay open."""
        with self._session._lock:
            self._session._router.close_lane(self._state, self._session.connection._connection)


class ResponsesWebSocketSession(SessionBase):
    """Runs several responses at once over a connection of `client.responses.connect()`, each on a lane of its own.

    A daemon thread receives events and puts each into the lane whose id is its `stream_id`; `default` has the others.
    While the session is entered, receive and send through lanes only. Leaving it closes the connection.

    `limits` bounds the events that are waiting. What exceeds it closes the connection, and each lane raises
    ResponsesWebSocketBufferError; with `isolate_lane_overflow`, only the lane that is too full does.
    """

    def __init__(
        self, connection: Any, *, limits: ResponsesWebSocketLimits, isolate_lane_overflow: bool = False
    ) -> None:
        self._lock = threading.Lock()
        self._has_room = threading.Condition(self._lock)
        self._thread: Optional[threading.Thread] = None
        super().__init__(connection, limits=limits, isolate_lane_overflow=isolate_lane_overflow)
        call_in_child(ResponsesWebSocketSession._reset_after_fork, self)

    def _reset_after_fork(self) -> None:
        """End the session in a child process, which has neither the connection nor the thread."""
        self._lock = threading.Lock()
        self._has_room = threading.Condition(self._lock)
        for lane in self._router.lanes.values():
            lane.waiter = threading.Condition(self._lock)
        self._thread = None
        self._end(OpenAIError("the session belongs to the parent process; open a connection in the child"))

    def _add_lane(self, stream_id: Optional[str]) -> ResponsesWebSocketLane:
        with self._lock:
            state = self._router.add_lane(stream_id)
            state.waiter = threading.Condition(self._lock)
        return ResponsesWebSocketLane(self, state)

    def _wake(self, lane: Lane) -> None:
        lane.waiter.notify_all()  # the caller has the lock

    def lane(self, stream_id: Optional[str] = None) -> ResponsesWebSocketLane:
        """Return a new lane; None replaces the default lane, if that was closed before a reconnect.

        An id has 1 to 256 letters, digits, "_", "." and "-". Raises ValueError for another one or one in use, and
        ResponsesWebSocketBufferError if there are `max_lanes` already.
        """
        lane = self._add_lane(stream_id)
        if stream_id is None:
            self.default = lane
        return lane

    def _take(self, lane: Lane, deadline: Optional[float]) -> Any:
        """Return the next event of a lane; the caller has the lock."""
        while True:
            taken = self._router.take(lane)
            if taken is not None:
                self._has_room.notify_all()
                return taken[0]
            remaining = None if deadline is None else min(deadline - time.monotonic(), threading.TIMEOUT_MAX)
            if remaining is not None and remaining <= 0:
                raise TimeoutError("recv: no event came in time")
            lane.receivers += 1
            try:
                lane.waiter.wait(remaining)
            finally:
                lane.receivers -= 1

    def __enter__(self) -> ResponsesWebSocketSession:
        self._enter()
        self._thread = threading.Thread(target=self._read, name="responses-websocket", daemon=True)
        try:
            self._thread.start()
        except BaseException:
            self._thread = None
            release(self.connection)
            raise
        return self

    def __exit__(
        self, cls: Optional[Type[BaseException]], error: Optional[BaseException], traceback: Optional[TracebackType]
    ) -> None:
        """Close the session. What fails is raised only if the block has raised nothing."""
        close_after_block(self.close, error)

    def close(self) -> None:
        """End the session and close the connection. All receivers wake; what was received before can be taken."""
        self._is_closed = True
        self._end()
        if not self._is_entered:
            return
        try:
            self.connection.close()
        finally:
            thread = self._thread
            if thread is not None and thread is not threading.current_thread():
                thread.join(END_TIMEOUT)
            release(self.connection)

    def _end(self, error: Optional[BaseException] = None) -> None:
        with self._lock:
            self._router.end(error)
            self._has_room.notify_all()

    def _read(self) -> None:
        """Receive events and put them into their lanes until the connection ends; the thread runs it."""
        try:
            while self._receive():
                pass
        except BaseException as error:  # an overflow too; it is raised in each lane
            self._end(error)
            try:
                self.connection.close()
            except Exception:  # noqa: S110  # the first error counts
                pass
        finally:
            self._end()

    def _receive(self) -> bool:
        """Receive one event; return False after the end of the connection."""
        connection = self.connection
        try:
            data = connection.recv_bytes()
        except ConnectionClosed as error:
            if connection._reconnect(error):
                with self._lock:
                    self._router.release_lanes(connection._connection)
                return True
            if not connection._end(error):
                raise
            return False
        event, size = connection.parse_event(data), len(data)
        with self._lock:
            lane = self._router.find_crowded(event, size)
            if lane is not None:
                self._wait_for_room(lane, size)
            self._router.add_event(event, size)
        return True

    def _wait_for_room(self, lane: Lane, size: int) -> None:
        start, left = time.monotonic(), 1.0
        while left > 0 and not self._router.has_room(lane, size):
            left = self._router.time_left(lane, time.monotonic() - start)
            self._has_room.wait(min(left, ROOM_TIMEOUT))
        self._router.end_wait(lane, size, time.monotonic() - start)
