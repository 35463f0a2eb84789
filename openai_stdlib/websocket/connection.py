# SPDX-License-Identifier: MIT
"""`WebSocketConnection`, an open WebSocket for threads."""

from __future__ import annotations

import threading

from ..call.errors import ArgumentError
from ..call.websocket_errors import ConcurrencyError, ConnectionClosedOK, connection_closed
from ..transport.pool import call_in_child
from ..transport.websocket_frames import check_close, check_ping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any, Iterator, Optional, Type, Union

    from ..call.message import Response
    from ..call.websocket_errors import ConnectionClosed

ENDED = "the connection ended"  # the failure of a link that does not say how


class WebSocketState:
    """What connections for threads and for asyncio have in common. `response` is that to the handshake."""

    def __init__(self, link: Any, response: Response) -> None:
        self._link = link
        self.response: Response = response
        self.subprotocol: Optional[str] = response.headers.get("sec-websocket-protocol")

    @property
    def is_open(self) -> bool:
        """Whether messages can be sent: neither side has begun to close the connection."""
        return self._link.end is None

    @property
    def close_code(self) -> Optional[int]:
        """The code with which the connection was closed, 1006 if it broke; None while it is open."""
        error = self._closed_error()
        return None if error is None else error.code

    @property
    def close_reason(self) -> Optional[str]:
        """The reason that belongs to `close_code`; None while the connection is open."""
        error = self._closed_error()
        return None if error is None else error.reason

    def _closed_error(self) -> Optional[ConnectionClosed]:
        end = self._link.end
        return None if end is None else connection_closed(end)

    def _end_error(self) -> ConnectionClosed:
        """Return the error of a connection that the link reports as closed; its frames may still be on their way."""
        return self._closed_error() or connection_closed((None, None, False, ENDED, None))

    def __del__(self) -> None:
        link = getattr(self, "_link", None)
        if link is not None:
            link.abort()

    def __repr__(self) -> str:
        state = "open" if self.is_open else "closed"
        return "<{} {} {}>".format(type(self).__name__, self.response.url.split("?")[0], state)


def ping_payload(data: Union[str, bytes, None]) -> Optional[bytes]:
    """Return the payload of a ping, None for a random one. Raises ConfigError if it is too large."""
    if data is None:
        return None
    payload = data.encode("utf-8") if isinstance(data, str) else data
    check_ping(payload)
    return payload


def check_message(message: Any) -> Any:
    """Return a message that can be sent. Raises ArgumentError."""
    if isinstance(message, str):
        try:
            message.encode("utf-8")
        except UnicodeEncodeError as error:
            problem = "the text contains a lone surrogate at index {}".format(error.start)
            raise ArgumentError("message: {}, which UTF-8 cannot express".format(problem)) from None
        return message
    if not isinstance(message, (bytes, bytearray, memoryview)):
        raise ArgumentError("message: expected str or bytes, got {}".format(type(message).__name__))
    return message


class WebSocketConnection(WebSocketState):
    """An open WebSocket. Any number of threads may send; one at a time may receive. `connect` opens it.

    A daemon thread answers pings and close frames, also while the program does something else. Leaving a `with` block
    closes the connection. Iterating yields messages until the connection is closed.
    """

    def __init__(self, link: Any, response: Response) -> None:
        super().__init__(link, response)
        self._reset_after_fork()
        call_in_child(WebSocketConnection._reset_after_fork, self)

    def _reset_after_fork(self) -> None:
        self._receive_lock = threading.Lock()

    def send(self, message: Union[str, bytes, bytearray, memoryview]) -> None:
        """Send a message, `str` as text and `bytes` as binary, and wait until the network has taken it.

        Raises ConnectionClosed, or ArgumentError for anything else.
        """
        try:
            self._link.send(message)
        except (TypeError, UnicodeError):
            check_message(message)
            raise
        except OSError:
            raise self._end_error() from None

    def recv(self, timeout: Optional[float] = None) -> Union[str, bytes]:
        """Return the next message; wait for it up to `timeout` seconds (None: no limit).

        Messages that came before the end of the connection are returned first. Raises TimeoutError, then
        ConnectionClosed; ConcurrencyError if another thread is receiving.
        """
        if not self._receive_lock.acquire(False):
            raise ConcurrencyError("recv: another thread is receiving; receive in one thread, and pass messages on")
        try:
            message: Optional[Union[str, bytes]] = self._link.receive(timeout)
        finally:
            self._receive_lock.release()
        if message is None:
            raise self._end_error()
        return message

    def ping(self, data: Union[str, bytes, None] = None) -> threading.Event:
        """Send a ping, and return an event that is set when its pong arrives or the connection ends.

        `data` are at most 125 bytes, random ones by default. Raises ConnectionClosed.
        """
        try:
            pong: threading.Event = self._link.ping(ping_payload(data))
            return pong
        except OSError:
            raise self._end_error() from None

    def close(self, code: int = 1000, reason: str = "") -> None:
        """Close the connection; a `recv` of another thread ends at once, and messages that arrive are dropped.

        Waits for the server up to `close_timeout` seconds. Further calls do nothing. Raises ConfigError for a code that
        must not be sent.
        """
        check_close(code, reason)
        self._link.close(code, reason)

    def __iter__(self) -> Iterator[Union[str, bytes]]:
        """Yield messages until the connection is closed. Raises ConnectionClosedError if it was not closed properly."""
        while True:
            try:
                message = self.recv()
            except ConnectionClosedOK:
                return
            yield message

    def __enter__(self) -> WebSocketConnection:
        return self

    def __exit__(
        self, cls: Optional[Type[BaseException]], error: Optional[BaseException], traceback: Optional[TracebackType]
    ) -> None:
        self.close(1000 if error is None or isinstance(error, GeneratorExit) else 1011)
