# SPDX-License-Identifier: MIT
"""WebSocket transports over websockets 15 or later: ``WebsocketsTransport`` (threads), ``AsyncWebsocketsTransport``.

    client = OpenAI(websocket_transport=WebsocketsTransport(ssl=context, proxy="http://127.0.0.1:8080"))

Earlier versions lose messages that have arrived, but are not taken yet, when the connection ends. What websockets does
in another way than the default transports:

- Its queue is limited by frames, not by bytes: ``max_queue``, 16 by default, which you may pass. While the queue is
  full, it reads nothing: pings are not answered, and ``close`` takes as long as ``close_timeout``. The one for threads
  also reads nothing while a message is being sent.
- ``close`` ends a pending ``receive`` only when the closing handshake is over.
- It checks that a text is UTF-8 when the message is complete, or is taken.
- The body of a refused handshake is read as a whole, in the time for the handshake. One of more than 1 MB, and in
  version 15 a chunked one, is a ConnectionError. A response that is not valid may end with the time limit only.
- A header field ``Host`` cannot be replaced. ``max_frame_size`` needs version 16; in version 15 it is a ValueError.
- Before version 17, percent-encoded credentials in the URL of a proxy are not decoded.
- An interrupted ``send`` may leave half a frame behind.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from contextlib import contextmanager, suppress

import websockets.asyncio.client
import websockets.sync.client
from websockets.exceptions import ConnectionClosed
from websockets.protocol import State
from websockets.version import version

if int(version.partition(".")[0]) < 15:
    raise ImportError("WebSocket transports need websockets 15 or later: pip install --upgrade websockets")

from ._websockets import (
    Refused,
    close_frame,
    connect_arguments,
    copy_result,
    handshake_errors,
    iterate,
    nothing,
    nothing_async,
    response_head,
    translated_errors,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

CLOSED = "the connection is closed"
GOING_AWAY, NO_CODE = 1001, 1005  # close codes
ABORT_TIMEOUT = 1.0  # seconds in which an aborted connection ends
MAX_SECONDS = 1e6  # more counts as no limit


class _Connection(websockets.sync.client.ClientConnection):  # type: ignore[misc,unused-ignore]
    def handshake(self, *args: Any, **options: Any) -> None:
        """Perform the handshake; raises Refused."""
        with handshake_errors():
            super().handshake(*args, **options)


class _AsyncConnection(websockets.asyncio.client.ClientConnection):  # type: ignore[misc,unused-ignore]
    async def handshake(self, *args: Any, **options: Any) -> None:
        """Perform the handshake; raises Refused."""
        with handshake_errors():
            await super().handshake(*args, **options)


class WebsocketsTransport:
    """WebSocket transport over ``websockets.sync.client``.

    ``options`` are arguments of its ``connect``, such as ``ssl``, ``proxy``, ``server_hostname`` and ``max_queue``.
    """

    def __init__(self, **options: Any) -> None:
        self._options = options

    def connect(self, request: Any, options: Any) -> Any:
        """Perform the handshake, and return ``(status, headers, chunks, close, link)``."""
        connect = websockets.sync.client.connect
        arguments = connect_arguments(connect, request, options, self._options)
        try:
            with translated_errors():
                connection = connect(request.url, create_connection=_Connection, **arguments)
        except Refused as refused:
            return *response_head(refused.response), iter((refused.response.body or b"",)), nothing, None
        link = _Link(connection, options)
        return *response_head(connection.response), iter(()), link.abort, link


class AsyncWebsocketsTransport:
    """WebSocket transport over ``websockets.asyncio.client``; ``options`` are arguments of its ``connect``."""

    def __init__(self, **options: Any) -> None:
        self._options = options

    async def connect(self, request: Any, options: Any) -> Any:
        """Perform the handshake, and return ``(status, headers, chunks, close, link)``."""
        connect = websockets.asyncio.client.connect
        arguments = connect_arguments(connect, request, options, self._options)
        try:
            with translated_errors():
                connection = await connect(request.url, create_connection=_AsyncConnection, **arguments)
        except Refused as refused:
            return *response_head(refused.response), iterate(refused.response.body or b""), nothing_async, None
        link = _AsyncLink(connection, options)

        async def close() -> None:
            link.abort()

        return *response_head(connection.response), iterate(), close, link


class _LinkState:
    """What the links have in common: how a connection ended."""

    def __init__(self, connection: Any, options: Any) -> None:
        self._connection = connection
        self._close_timeout = options.close_timeout
        self._closing: tuple[int, str] | None = None  # what the program has closed the connection with
        self._cause: BaseException | None = None

    @property
    def end(self) -> Any:
        """How the connection ended: ``(received, sent, received_first, failure, cause)``; None while it is open."""
        protocol = self._connection.protocol
        received, sent = close_frame(protocol.close_rcvd), close_frame(protocol.close_sent)
        if protocol.state is State.OPEN and self._closing is None and received is None and sent is None:
            return None
        failure, cause = "", self._cause
        if received is None and self._closing is not None:
            sent, cause = sent or self._closing, None
        elif received is None:
            failure = sent[1] if sent is not None else "the connection ended"
        elif self._closing is None and sent is not None and not protocol.close_rcvd_then_sent:
            failure = sent[1]  # the library has failed the connection
        return received, sent, bool(protocol.close_rcvd_then_sent), failure, cause

    def _note_cause(self, error: BaseException) -> None:
        if isinstance(error.__cause__, Exception):
            self._cause = error.__cause__

    def _check_message(self, message: Any) -> Any:
        """Return a message that can be sent; other objects, which the library would send in parts, are a TypeError."""
        if isinstance(message, str):
            message.encode("utf-8")  # raises UnicodeError; the library would end the connection
        elif not isinstance(message, (bytes, bytearray, memoryview)):
            raise TypeError(f"message: expected str or bytes, got {type(message).__name__}")
        if self.end is not None:
            raise ConnectionError(CLOSED)
        return message if isinstance(message, (str, bytes)) else bytes(message)

    @contextmanager
    def _translated_end(self) -> Iterator[None]:
        try:
            yield
        except ConnectionClosed as error:
            self._note_cause(error)
            raise ConnectionError(CLOSED) from None


class _Link(_LinkState):
    """One connection for threads."""

    def __init__(self, connection: Any, options: Any) -> None:
        super().__init__(connection, options)
        self._pings: dict[bytes, threading.Event] = {}

    def send(self, message: Any) -> None:
        message = self._check_message(message)
        with self._translated_end():
            self._connection.send(message)

    def receive(self, timeout: float | None = None) -> Any:
        try:
            return self._connection.recv(None if timeout is None else min(max(timeout, 0), threading.TIMEOUT_MAX))
        except ConnectionClosed as error:
            self._note_cause(error)
            return None

    def ping(self, data: bytes | None = None) -> threading.Event:
        self._pings = {key: event for key, event in self._pings.items() if not event.is_set()}
        if data is not None and data in self._pings:
            return self._pings[data]
        if self.end is not None:
            raise ConnectionError(CLOSED)
        with self._translated_end():
            event: threading.Event = self._connection.ping(data, ack_on_close=True)
        if data is not None:
            self._pings[data] = event
        return event

    def close(self, code: int = 1000, reason: str = "") -> None:
        if self.end is None:
            self._closing = code, reason
        # The library waits without limit for a thread that is sending.
        seconds = MAX_SECONDS if self._close_timeout is None else self._close_timeout
        timer = threading.Timer(min(seconds + ABORT_TIMEOUT, MAX_SECONDS), self._shutdown)
        timer.daemon = True
        timer.start()
        try:
            with suppress(ConnectionClosed):
                self._connection.close(None if code == NO_CODE else code, reason)
        finally:
            timer.cancel()

    def abort(self) -> None:
        if self.end is None:
            self._closing = GOING_AWAY, ""
        self._shutdown()

    def _shutdown(self) -> None:
        sock = self._connection.socket
        with suppress(OSError):
            if isinstance(sock, socket.socket):
                socket.socket.shutdown(sock, socket.SHUT_RDWR)  # that of an SSLSocket interferes with other threads
            else:
                sock.close()


class _AsyncLink(_LinkState):
    """One connection under asyncio."""

    def __init__(self, connection: Any, options: Any) -> None:
        super().__init__(connection, options)
        self._loop = asyncio.get_running_loop()
        self._receiving: asyncio.Future[Any] | None = None  # goes on after a timeout, so that no message is lost
        self._pings: dict[bytes, asyncio.Future[float]] = {}

    async def send(self, message: Any) -> None:
        message = self._check_message(message)
        with self._translated_end():
            await self._connection.send(message)

    async def receive(self, timeout: float | None = None) -> Any:
        if self._receiving is None:
            if timeout is None:
                return await self._receive()
            self._receiving = asyncio.ensure_future(self._receive())
        await asyncio.wait({self._receiving}, timeout=None if timeout is None else max(timeout, 0))
        if not self._receiving.done():
            raise TimeoutError("timed out while waiting for a message")
        receiving, self._receiving = self._receiving, None
        return receiving.result()

    async def _receive(self) -> Any:
        try:
            return await self._connection.recv()
        except ConnectionClosed as error:
            self._note_cause(error)
            return None

    async def ping(self, data: bytes | None = None) -> asyncio.Future[float]:
        if data is not None and data in self._pings and not self._pings[data].done():
            return self._pings[data]
        if self.end is not None:
            raise ConnectionError(CLOSED)
        with self._translated_end():
            waiter = await self._connection.ping(data)
        pong: asyncio.Future[float] = self._loop.create_future()
        waiter.add_done_callback(lambda waiter: copy_result(waiter, pong))
        self._pings = {key: each for key, each in self._pings.items() if not each.done()}
        if data is not None:
            self._pings[data] = pong
        return pong

    async def close(self, code: int = 1000, reason: str = "") -> None:
        if self.end is None:
            self._closing = code, reason
        closing = asyncio.ensure_future(self._connection.close(None if code == NO_CODE else code, reason))
        # The library waits without limit while the network takes no more.
        done, _ = await asyncio.wait({closing}, timeout=self._close_timeout)
        if not done:
            self._connection.transport.abort()
            done, _ = await asyncio.wait({closing}, timeout=ABORT_TIMEOUT)
        for task in done:
            task.exception()  # that of a connection that has ended
        if self._receiving is not None:
            await asyncio.wait({self._receiving}, timeout=ABORT_TIMEOUT)

    def abort(self) -> None:
        if self.end is None:
            self._closing = GOING_AWAY, ""
        with suppress(RuntimeError):  # the loop is closed
            self._loop.call_soon_threadsafe(self._connection.transport.abort)
