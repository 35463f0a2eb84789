# SPDX-License-Identifier: MIT
"""The interface of WebSocket transports: what `connect` and the links that it returns must do.

Only built-in types cross it, so a transport needs to import nothing from this package.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

from .base import CO_COROUTINE

TYPE_CHECKING = False
if TYPE_CHECKING:
    import asyncio
    import threading
    from typing import Any, AsyncIterator, Awaitable, Callable, Iterator, List, Optional, Tuple, Union

    Message = Union[str, bytes, bytearray, memoryview]
    CodeAndReason = Tuple[int, str]  # of a close frame
    End = Tuple[Optional[CodeAndReason], Optional[CodeAndReason], bool, str, Optional[BaseException]]
    ConnectResult = Tuple[int, List[Tuple[str, str]], Iterator[bytes], Callable[[], None], Optional["Link"]]
    AsyncConnectResult = Tuple[
        int, List[Tuple[str, str]], AsyncIterator[bytes], Callable[[], Awaitable[None]], Optional["AsyncLink"]
    ]


def has_connect(cls: type, flag: int) -> bool:
    """Return whether a class has a `connect` method: an `async def` function if `flag` is CO_COROUTINE, none if 0."""
    connect = getattr(cls, "connect", None)
    return callable(connect) and getattr(getattr(connect, "__code__", None), "co_flags", 0) & CO_COROUTINE == flag


class WebSocketTransport(ABC):
    """Opens WebSocket connections (RFC 6455).

    It does not follow redirects, does not retry, and does not raise on any status. It may be used from several threads
    at once. Any class with this method counts as a transport; it need not inherit from this one.
    """

    @classmethod
    def __subclasshook__(cls, other: type, /) -> Any:
        return has_connect(other, 0) if cls is WebSocketTransport else NotImplemented

    @abstractmethod
    def connect(self, request: Any, options: Any) -> ConnectResult:
        """Perform the handshake, and return `(status, headers, chunks, close, link)` once the response head is there.

        `request` has `url` (ws or wss), `headers` (a dict, sent in addition to those of the handshake) and `timeout`
        (`connect` and `deadline`: seconds or None; the smaller one limits connecting and the handshake together).
        `options` has `subprotocols` (names to offer), `compression` ("deflate" to offer permessage-deflate, or None),
        `max_size` and `max_frame_size` (bytes of a message and of a frame that arrive), `max_queue_bytes` (of messages
        that wait for `receive`; then the server has to wait), `ping_interval`, `ping_timeout` and `close_timeout`
        (seconds); None is no limit. None of it may be modified.

        With the status 101, `link` is the open connection, and `close` ends it like `link.abort`. The transport has
        checked the handshake: Sec-WebSocket-Accept, and that the server uses what was offered, and nothing else. With
        any other status `link` is None, and the rest is that of a response; see `Transport.send`.

        Raises TimeoutError when the time is over, ConnectionError or another OSError when the network fails or the
        response is invalid. Such an error has an attribute `is_retryable` that is False if the response arrived, but is
        invalid. A rejected certificate stays an ssl.SSLCertVerificationError. Raises ValueError for what cannot be
        sent, such as a line break in a header, or an option that the transport does not support.
        """


class Link(ABC):
    """An open connection. One thread at a time receives; any number sends.

    The link answers pings and close frames while the program does something else, and fails the connection after a
    violation of the protocol. It does not keep the program from ending.
    """

    @property
    @abstractmethod
    def end(self) -> Optional[End]:
        """Return how the connection ended, `(received, sent, received_first, failure, cause)`; None while it is open.

        `received` and `sent` are `(code, reason)` of the close frames, or None; a frame without a code counts as 1005.
        `received_first` is whether the server began to close. `failure` is "", or a text that says what went wrong;
        `cause` is its exception, if there is one. The connection is no longer open once either side has begun to close
        it, so `received` may still change. What happens after the program has closed it is not a failure.
        """

    @abstractmethod
    def send(self, message: Message) -> None:
        """Send a str as a text message, anything else as a binary one, and wait until the network has taken it.

        Messages of one thread keep their order. Raises ConnectionError once the connection is closed: `end` then says
        how. Raises TypeError for other types, UnicodeError for a str that UTF-8 cannot express.
        """

    @abstractmethod
    def receive(self, timeout: Optional[float] = None) -> Union[str, bytes, None]:
        """Return the next message, and None once the connection is closed and all messages before have been taken.

        Waits up to `timeout` seconds, not at all for 0, without limit for None. Raises TimeoutError; no message is lost
        then.
        """

    @abstractmethod
    def ping(self, data: Optional[bytes] = None) -> threading.Event:
        """Send a ping with up to 125 bytes, random ones for None.

        Returns an event that is set when the pong arrives, or the connection ends. Raises ConnectionError once the
        connection is closed, ValueError for more bytes.
        """

    @abstractmethod
    def close(self, code: int = 1000, reason: str = "") -> None:
        """Perform the closing handshake; the code 1005 sends a frame without one.

        A pending `receive` of another thread ends at once, and messages that wait or arrive may be dropped. Returns at
        the latest after about `close_timeout` seconds, whatever the server does. Does nothing if the connection is
        closed. Any thread may call it. Raises ValueError for a code or reason that must not be sent.
        """

    @abstractmethod
    def abort(self) -> None:
        """End the connection without a closing handshake, at once. Any thread may call it, also a destructor.

        If it was open, `end` has a `sent` with the code 1001.
        """


class AsyncWebSocketTransport(ABC):
    """The same interface with `async def connect`; `chunks` is an async iterator, `close` an async function."""

    @classmethod
    def __subclasshook__(cls, other: type, /) -> Any:
        return has_connect(other, CO_COROUTINE) if cls is AsyncWebSocketTransport else NotImplemented

    @abstractmethod
    async def connect(self, request: Any, options: Any) -> AsyncConnectResult:
        """Perform the handshake; see `WebSocketTransport.connect`. Cancelling it closes the connection."""


class AsyncLink(ABC):
    """An open connection under asyncio. One task at a time receives; any number sends. See `Link`."""

    @property
    @abstractmethod
    def end(self) -> Optional[End]:
        """Return how the connection ended; see `Link.end`."""

    @abstractmethod
    async def send(self, message: Message) -> None:
        """Send a message; see `Link.send`. A cancelled call may still send it, as a whole."""

    @abstractmethod
    async def receive(self, timeout: Optional[float] = None) -> Union[str, bytes, None]:
        """Return the next message; see `Link.receive`. A cancelled call loses none."""

    @abstractmethod
    async def ping(self, data: Optional[bytes] = None) -> asyncio.Future[float]:
        """Send a ping; see `Link.ping`.

        Returns a future of the seconds until the pong arrives, which is cancelled if none does.
        """

    @abstractmethod
    async def close(self, code: int = 1000, reason: str = "") -> None:
        """Perform the closing handshake; see `Link.close`."""

    @abstractmethod
    def abort(self) -> None:
        """End the connection at once; see `Link.abort`. Not a coroutine."""
