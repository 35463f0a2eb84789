# SPDX-License-Identifier: MIT
"""`Connection`: events over a WebSocket, for threads."""

from __future__ import annotations

import threading

from ..call.websocket_errors import ConnectionClosed
from ..transport.pool import call_in_child
from .base import ConnectionBase, log_reconnection, log_warning
from .reconnection import close_code_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator, Optional, Union


class Connection(ConnectionBase):
    """A connection to an endpoint of the API. `connect` makes managers, which open it.

    Any number of threads may send, and one at a time may receive. Pings of the server are answered meanwhile. The
    attributes `session`, `response` … have a method for each event that the endpoint takes.
    """

    def __init__(self, connection: Any, **options: Any) -> None:
        super().__init__(connection, **options)
        self._is_closed = False
        self._reset_after_fork()
        call_in_child(Connection._reset_after_fork, self)

    def _reset_after_fork(self) -> None:
        self._lock = threading.Lock()  # guards the queue and the choice of the WebSocket; never held during I/O
        self._close_event = threading.Event()
        if self._is_closed:
            self._close_event.set()

    def recv(self, timeout: Optional[float] = None) -> Any:
        """Return the next event; wait for it up to `timeout` seconds (None: no limit).

        Raises TimeoutError, ConnectionClosedOK or ConnectionClosedError after the end of the connection, and
        json.JSONDecodeError for a message that is not JSON; the connection stays open then.
        """
        event = self.parse_event(self._connection.recv(timeout))
        if self._reconnection.attempt:
            self._note_progress(event)
        return event

    def recv_bytes(self, timeout: Optional[float] = None) -> bytes:
        """Return the next message, text or binary, as bytes; otherwise like `recv`."""
        message = self._connection.recv(timeout)
        if self._reconnection.attempt:
            self._note_raw_progress(message)
        return message.encode("utf-8") if isinstance(message, str) else bytes(message)

    def send(self, event: Any) -> None:
        """Send an event: a mapping, or a model. While the connection is being opened again, the event is queued.

        Raises ConnectionClosed, BodyError for what JSON cannot express, and WebSocketQueueFullError.
        """
        self.send_raw(self._encode(event))

    def send_raw(self, data: Union[str, bytes]) -> None:
        """Send a message, `str` as text and `bytes` as binary; otherwise like `send`."""
        me = threading.get_ident()
        with self._lock:
            connection = self._connection
            must_queue = not self._is_closed and self._must_queue(me)
            if must_queue:
                self._queue.append(data)
        if not must_queue:
            connection.send(data)
        elif not self._is_reconnecting:
            self._flush()

    def close(self, *, code: int = 1000, reason: str = "") -> None:
        """Close the connection; any thread may do so, and a pending `recv` ends at once.

        Waits for the server, up to the option `close_timeout`. Further calls do nothing. Messages of the queue are not
        sent; a pending iteration reports them.
        """
        with self._lock:
            self._is_closed = True
            connection = self._connection
        self._close_event.set()
        connection.close(code, reason)

    def restore_session(self) -> None:
        """Send the last `session.update` again, and what else configured the session. Fits as `on_reconnected`."""
        for message in self._session_messages():
            self.send_raw(message)

    def __iter__(self) -> Iterator[Any]:
        """Yield events until the connection is closed; open it again if `on_reconnecting` was given.

        Raises ConnectionClosedError if it was not closed properly, and WebSocketConnectionClosedError if messages of
        the queue were not sent.
        """
        while True:
            try:
                event = self.recv()
            except ConnectionClosed as error:
                if self._reconnect(error):
                    continue
                if self._end(error):
                    return
                raise
            yield event

    def dispatch_events(self) -> None:
        """Receive events until the connection is closed, and call the handlers of each.

        Raises what a handler raises, and OpenAIError for an event of the type "error" that has no handler.
        """
        for event in self:
            for handler in self._take_handlers(event):
                handler(event)

    def _flush(self, ends_reconnecting: bool = False) -> None:
        """Send the messages of the queue, in their order. One that fails is not sent again; the others stay."""
        while True:
            with self._lock:
                if not ends_reconnecting and (self._is_reconnecting or self._is_flushing):
                    return  # another thread sends them
                message = None if self._is_closed else self._queue.pop()
                self._is_flushing = message is not None
                if message is None:
                    if ends_reconnecting:
                        self._is_reconnecting = False
                    return
                connection = self._connection
            try:
                connection.send(message)
            finally:
                self._is_flushing = False

    def _reconnect(self, error: ConnectionClosed) -> bool:
        """Open the connection again, as often as the options say; return whether it is open."""
        with self._lock:
            if self._is_closed or not self._may_reconnect(error):
                return False
            self._is_reconnecting = True
        steps = self._reconnection.attempts(close_code_of(error))
        answer: Any = None
        try:
            while True:
                step, value = steps.send(answer)
                if step == "ask":
                    answer = self._reconnection.hook(value)
                    log_reconnection(value.attempt, value.max_attempts, value.delay)
                elif step == "wait":
                    answer = self._close_event.wait(value)
                else:
                    answer = self._open_again()
        except StopIteration as stop:
            return bool(stop.value)
        except Exception as failure:
            log_warning("on_reconnecting failed", failure)
            return False
        finally:
            self._is_reconnecting = False

    def _open_again(self) -> Any:
        """Return whether the connection is open, or the error."""
        try:
            connection = self._make_ws(self._reconnection.extra_query, self._reconnection.extra_headers)
        except Exception as error:
            log_warning("Failed to reconnect to WebSocket API", error)
            return error
        with self._lock:
            is_closed = self._is_closed
            if not is_closed:
                self._connection = connection
        try:
            if not is_closed and self._on_reconnected is not None:
                self._restorer = threading.get_ident()
                try:
                    self._on_reconnected(self)
                finally:
                    self._restorer = None
            self._flush(ends_reconnecting=True)
        except BaseException as error:
            connection.close()
            if not isinstance(error, Exception):
                raise
            log_warning("Failed to flush send queue after reconnect", error)
            return error
        if self._is_closed:
            connection.close()
        return not self._is_closed
