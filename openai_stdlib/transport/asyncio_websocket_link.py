# SPDX-License-Identifier: MIT
"""A WebSocket connection under asyncio: callbacks receive, answer pings and close frames, and fill a queue.

The event loop refers to the link, not to the object of the program, so a connection that a program drops is closed. A
cancelled `receive` loses no message, and a cancelled `send` never leaves half a frame behind.
"""

from __future__ import annotations

import asyncio
import os
from collections import deque

from .asyncio_duplex import DuplexStream, complete
from .asyncio_socket import YIELD_EVERY
from .websocket_base import AsyncLink
from .websocket_frames import GOING_AWAY, INTERNAL_ERROR, Pong, ProtocolViolation
from .websocket_options import CLOSED, END_TIMEOUT, KEEPALIVE_FAILURE, MESSAGE_OVERHEAD, READ_AHEAD
from .websocket_state import LinkState

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Deque, Dict, List, Optional, Tuple, Union

    from .asyncio_socket import NetworkStream
    from .websocket_base import Message
    from .websocket_options import WebSocketOptions
    from .websocket_protocol import Event, WebSocketProtocol


class AsyncWebSocketLink(LinkState, AsyncLink):
    """One open connection. Once it is closed, `send` raises ConnectionError, and `receive` returns None.

    Only one task at a time may receive; any number may send.
    """

    def __init__(self, stream: NetworkStream, protocol: WebSocketProtocol, options: WebSocketOptions) -> None:
        self._loop = asyncio.get_running_loop()
        self._stream = DuplexStream(stream, self._on_data, self._on_error, self._on_progress)
        self._protocol = protocol
        self._options = options
        self._read_limit = options.max_queue_bytes + READ_AHEAD
        self._messages: Deque[Union[str, bytes]] = deque()
        self._queued_bytes = 0
        self._waiter: Optional[asyncio.Future[None]] = None
        self._closed: asyncio.Future[None] = self._loop.create_future()  # the socket, too
        self._violation: Optional[ProtocolViolation] = None
        self._timer: Optional[asyncio.TimerHandle] = None  # of keepalive, later of the end
        self._is_awaiting_data = False  # after a keepalive ping
        self._data_at = self._loop.time()  # when the server has sent, or read, something
        self._pings: Dict[bytes, Tuple[asyncio.Future[float], float]] = {}  # with the times when they were sent
        self._send_count = 0

    def start(self, data: bytes) -> None:
        """Begin to receive; `data` are the first bytes that have arrived."""
        self._start_keepalive(self._options.ping_interval)
        self._stream.resume()
        if data:
            self._on_data(data)
        self._stream.feed(b"")  # what TLS holds back

    # For the program

    async def send(self, message: Message) -> None:
        """Send a message; wait while the network takes no more. Raises ConnectionError, TypeError, UnicodeError."""
        self._check_open()
        self._stream.write(self._protocol.send_message(message))
        await self._drain()

    async def ping(self, data: Optional[bytes] = None) -> asyncio.Future[float]:
        """Send a ping; return a future of the seconds until its pong arrives, which is cancelled if none does."""
        payload = os.urandom(4) if data is None else data
        self._check_open()
        frame = self._protocol.send_ping(payload)
        if payload not in self._pings:
            self._pings[payload] = self._loop.create_future(), self._loop.time()
        pong = self._pings[payload][0]
        self._stream.write(frame)
        await self._drain()
        return pong

    def _check_open(self) -> None:
        if not self.is_open:
            raise ConnectionError(CLOSED)

    async def _drain(self) -> None:
        self._send_count += 1
        if self._send_count % YIELD_EVERY == 0:
            await asyncio.sleep(0)  # sends that never wait would starve the callbacks
        await self._stream.drain()
        if self._cause is not None:
            await asyncio.wait({self._closed}, timeout=2 * END_TIMEOUT)  # to know how the connection ended
            raise ConnectionError(CLOSED)

    async def receive(self, timeout: Optional[float] = None) -> Optional[Union[str, bytes]]:
        """Return the next message, None at the end of the connection. Raises TimeoutError after `timeout` seconds."""
        if not self._messages and self._violation is not None:
            self._fail(self._violation)
        if not self._messages and self._end is None and self._closing is None:
            waiter = self._waiter = self._loop.create_future()
            timer = None if timeout is None else self._loop.call_later(max(0, timeout), complete, waiter)
            try:
                await waiter
            finally:
                self._waiter = None
                if timer is not None:
                    timer.cancel()
        if not self._messages:
            if self._end is None and self._closing is None:
                raise TimeoutError("timed out while waiting for a message")
            return None
        message = self._messages.popleft()
        self._queued_bytes -= len(message) + MESSAGE_OVERHEAD
        if not self._stream.is_reading and self._end is None and self._violation is None:
            if self._queued_bytes <= self._options.max_queue_bytes // 2:
                self._data_at = self._loop.time()
                self._stream.resume()
        return message

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """Perform the closing handshake. A pending `receive` ends at once; messages that arrive are dropped.

        Returns at the latest after the close timeout.
        """
        if self._end is None and self._closing is None:
            self._closing = code, reason
            self._wake()
            self._stream.write(b"".join(self._protocol.take_replies()) + self._protocol.send_close(code, reason))
            self._stream.resume()
            self._finish_within(self._options.close_timeout)
        if not self._closed.done():
            await asyncio.wait({self._closed})

    def abort(self) -> None:
        """End the connection without a closing handshake. Does not wait; any thread may call it."""
        if self._end is None and self._closing is None:
            self._closing = GOING_AWAY, ""
        if not self._stream.is_closed:
            self._stream.shutdown()
            try:
                self._loop.call_soon_threadsafe(self._finish)
            except RuntimeError:  # the loop is closed
                self._stream.close_socket()

    # Callbacks

    def _on_data(self, data: Optional[bytes]) -> None:
        try:
            self._take(data)
        except Exception as error:  # no memory, for example: a message must not be lost without notice
            self._cause = error
            self._fail(ProtocolViolation(INTERNAL_ERROR, ""))

    def _take(self, data: Optional[bytes]) -> None:
        self._data_at = self._loop.time()
        if self._is_awaiting_data:
            self._is_awaiting_data = False
            self._start_keepalive(self._options.ping_interval)
        if self._end is not None:  # lingering
            if data is None:
                self._finish()
            return
        if data is None:
            self._protocol.receive_eof()
        else:
            self._handle(self._protocol.receive_data(data))
        self._reply()
        if self._violation is not None:
            # The program first takes the messages before the violation, and answers them.
            if self._waiter is not None and not self._messages or self._closing is not None:
                self._fail(self._violation)
            else:
                self._stream.pause()
                self._finish_within(END_TIMEOUT, self._fail, self._violation)
        elif not self._protocol.is_receiving:
            self._set_end()
        elif self._queued_bytes + self._protocol.message_size >= self._read_limit:
            if self._queued_bytes > self._options.max_queue_bytes // 2 and self._closing is None:
                self._stream.pause()

    def _reply(self) -> None:
        if self._stream.is_blocked and self._protocol.is_receiving:
            return  # the peer does not read now; the protocol limits the number of pongs that wait
        replies = self._protocol.take_replies()
        if replies:
            self._stream.write(replies[0] if len(replies) == 1 else b"".join(replies))

    def _fail(self, violation: ProtocolViolation) -> None:
        if self._end is None:
            self._protocol.fail(violation.code, violation.reason)
            self._reply()
            self._set_end()

    def _handle(self, events: List[Event]) -> None:
        for event in events:
            if isinstance(event, (str, bytes)):
                if self._closing is None:
                    self._queued_bytes += len(event) + MESSAGE_OVERHEAD
                    self._messages.append(event)
            elif isinstance(event, Pong) and event.payload in self._pings:
                while self._pings:  # a pong answers the earlier pings, too
                    payload = next(iter(self._pings))
                    pong, sent_at = self._pings.pop(payload)
                    if not pong.done():
                        pong.set_result(self._loop.time() - sent_at)
                    if payload == event.payload:
                        break
            elif isinstance(event, ProtocolViolation):
                self._violation = event
        if self._messages:
            self._wake()

    def _wake(self) -> None:
        if self._waiter is not None:
            complete(self._waiter)

    def _on_progress(self) -> None:
        self._data_at = self._loop.time()
        self._reply()

    def _on_error(self, error: OSError) -> None:
        """Take note of a failure. If it is one of sending, the server may have sent a close frame before."""
        is_first = self._cause is None
        self._cause = self._cause or error
        if not self._stream.is_reading:
            self._finish()
        elif is_first:
            self._finish_within(END_TIMEOUT)

    def _start_keepalive(self, seconds: Optional[float]) -> None:
        if self._timer is not None:
            self._timer.cancel()
        if seconds is not None:
            self._timer = self._loop.call_later(max(seconds, 0.001), self._on_timer)

    def _on_timer(self) -> None:
        """Send a keepalive ping after a silence, or fail the connection if nothing has happened since the last one."""
        timeout, interval = self._options.ping_timeout, self._options.ping_interval or 0.0
        silence = self._loop.time() - self._data_at
        if not self.is_open:
            return
        if not self._stream.is_reading:  # the program has to take messages first
            self._is_awaiting_data = False
            self._start_keepalive(interval)
        elif self._is_awaiting_data and timeout is not None:
            if silence >= timeout:
                self._fail(ProtocolViolation(INTERNAL_ERROR, KEEPALIVE_FAILURE))
            else:  # the ping itself was sent later, or the server is reading a large message
                self._start_keepalive(timeout - silence)
        elif silence < interval:
            self._is_awaiting_data = False
            self._start_keepalive(interval - silence)
        else:
            self._stream.write(self._protocol.send_ping(os.urandom(4)))
            self._is_awaiting_data = timeout is not None
            self._data_at = self._loop.time()
            self._start_keepalive(interval if timeout is None else timeout)

    def _set_end(self) -> None:
        """Record how the connection ended, and give the server time to close the network connection first.

        RFC 6455 §7.1.1. After a failure, only until it has read the close frame.
        """
        if self._end is not None:
            return
        self._end = self._find_end()
        for pong, _ in self._pings.values():
            pong.cancel()
        self._pings.clear()
        self._wake()
        if self._closed.done():
            return
        if self._protocol.sent_close is None or self._cause is not None:
            self._finish()
            return
        seconds = self._options.close_timeout
        self._finish_within(END_TIMEOUT if seconds is None else min(END_TIMEOUT, seconds))
        if self._protocol.failure and not self._stream.is_blocked:
            self._stream.shutdown_writing()
        self._stream.resume()

    def _finish_within(self, seconds: Optional[float], function: Any = None, *args: Any) -> None:
        """Close the socket, or call another function, after some seconds (None: never)."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None if seconds is None else self._loop.call_later(seconds, function or self._finish, *args)

    def _finish(self) -> None:
        """Close the socket."""
        if self._closed.done():
            return
        self._closed.set_result(None)
        if self._timer is not None:
            self._timer.cancel()
        self._stream.close()
        self._protocol.receive_eof()
        self._set_end()
