# SPDX-License-Identifier: MIT
"""A WebSocket connection for threads: a daemon thread receives, answers pings and close frames, and fills a queue.

The thread refers to the link, not to the object of the program, so a connection that a program drops is closed. It
never waits while it sends: what the network does not take at once is sent when it does, by the thread or by the next
sender. Links exchange plain values, so one over another library can take their place.
"""

from __future__ import annotations

import os
import socket
import threading
import time
from contextlib import suppress
from queue import Empty, SimpleQueue

from .pool import call_in_child, disconnect_in_child
from .websocket_base import Link
from .websocket_frames import GOING_AWAY, INTERNAL_ERROR, Pong, ProtocolViolation
from .websocket_options import CLOSED, END_TIMEOUT, KEEPALIVE_FAILURE, MESSAGE_OVERHEAD, READ_AHEAD, finite_seconds
from .websocket_protocol import MAX_UNSENT_PONGS
from .websocket_socket import NonBlockingSocket
from .websocket_state import LinkState

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Union

    from .websocket_base import Message
    from .websocket_options import WebSocketOptions
    from .websocket_protocol import Event, WebSocketProtocol

UNSENT_INTERVAL = 0.1  # seconds between attempts to send a pong while the queue is full


class WebSocketLink(LinkState, Link):
    """One open connection. Once it is closed, `send` raises ConnectionError, and `receive` returns None.

    Only one thread at a time may receive; any number may send.
    """

    def __init__(self, sock: socket.socket, protocol: WebSocketProtocol, options: WebSocketOptions) -> None:
        self._protocol = protocol
        self._options = options
        self._read_limit = options.max_queue_bytes + READ_AHEAD
        self._socket = NonBlockingSocket(sock)
        self._messages: Any = SimpleQueue()  # str, bytes, and None at the end
        self._received_bytes = 0  # written by the thread alone
        self._taken_bytes = 0  # written by receivers alone
        self._receive_count = 0  # calls of `receive`; written by receivers alone
        self._message_count = 0  # messages; written by the thread alone
        self._is_paused = False
        self._resume: Any = SimpleQueue()  # something in it ends a pause; unlike an Event, `__del__` may signal it
        self._has_end = threading.Event()
        self._is_closed = threading.Event()  # the socket, too
        self._send_lock = threading.Lock()
        self._replies: List[bytes] = []
        self._pings: Dict[bytes, threading.Event] = {}
        self._is_awaiting_data = False  # after a keepalive ping
        self._progress = 0  # of the socket, when the last wait began
        self._is_aborted = False
        disconnect_in_child(sock)
        call_in_child(WebSocketLink._end_in_child, self)

    def start(self, data: bytes) -> None:
        """Start the thread; `data` are the first bytes that have arrived."""
        threading.Thread(target=self._run, args=(data,), name="websocket", daemon=True).start()

    def _end_in_child(self) -> None:
        """End the connection in a forked process, which has no thread that receives."""
        self._messages, self._resume, self._send_lock = SimpleQueue(), SimpleQueue(), threading.Lock()
        self._has_end, self._is_closed = threading.Event(), threading.Event()
        self._protocol.failure = "the process was forked; a connection belongs to the parent process"
        self._protocol.is_receiving = False
        self._set_end()
        self._is_closed.set()

    # For the program

    def send(self, message: Message) -> None:
        """Send a message, and wait until the network has taken it. Raises ConnectionError, TypeError, UnicodeError."""
        with self._send_lock:
            if not self.is_open:
                raise ConnectionError(CLOSED)
            self._write(self._protocol.send_message(message))
        self._send_replies()

    def ping(self, data: Optional[bytes] = None) -> threading.Event:
        """Send a ping; return an event that is set when its pong arrives, or the connection ends."""
        payload = os.urandom(4) if data is None else data
        with self._send_lock:
            if not self.is_open:
                raise ConnectionError(CLOSED)
            frame = self._protocol.send_ping(payload)
            pong = self._pings.setdefault(payload, threading.Event())
            self._write(frame)
        self._send_replies()
        if self._has_end.is_set():
            pong.set()  # the thread may not have seen it
        return pong

    def receive(self, timeout: Optional[float] = None) -> Optional[Union[str, bytes]]:
        """Return the next message, None at the end of the connection. Raises TimeoutError after `timeout` seconds."""
        self._receive_count += 1
        if self._is_paused and self._has_taken_all:
            self._resume.put(None)
        try:
            seconds = None if timeout is None else min(max(timeout, 0), threading.TIMEOUT_MAX)
            message: Optional[Union[str, bytes]] = self._messages.get(timeout=seconds)
        except Empty:
            self._receive_count -= 1
            raise TimeoutError("timed out while waiting for a message") from None
        if message is None:
            self._messages.put(None)  # for further calls
            return None
        self._taken_bytes += len(message) + MESSAGE_OVERHEAD
        if self._is_paused and self._queued_bytes <= self._options.max_queue_bytes // 2:
            self._resume.put(None)
        return message

    def close(self, code: int = 1000, reason: str = "") -> None:
        """Perform the closing handshake within its time limit; a pending `receive` ends at once. See `Link.close`."""
        expires_at = time.monotonic() + finite_seconds(self._options.close_timeout)
        if self._end is None and self._closing is None:
            self._closing = code, reason
        self._messages.put(None)
        self._resume.put(None)
        if self._send_lock.acquire(timeout=max(0.0, expires_at - time.monotonic())):
            try:
                with suppress(OSError):  # the connection has ended
                    if self._end is None and not self._is_aborted:
                        self._write(self._protocol.send_close(code, reason), expires_at)
            finally:
                self._send_lock.release()
        if not self._is_closed.wait(max(0.0, expires_at - time.monotonic())):
            self.abort()
            self._is_closed.wait(END_TIMEOUT)

    def abort(self) -> None:
        """End the connection without a closing handshake. Does not wait."""
        if self._end is None and self._closing is None:
            self._closing = GOING_AWAY, ""
        self._is_aborted = True
        self._socket.shutdown()
        self._resume.put(None)
        self._messages.put(None)

    # Sending

    def _write(self, data: bytes, expires_at: Optional[float] = None) -> None:
        """Send frames, and those that the thread could not send; the caller has the lock. Raises OSError.

        An interrupt does not harm the connection: the rest of a frame is sent before the next one.
        """
        is_data_sent = False
        try:
            self._write_replies()  # pongs first: nothing should follow a close frame
            is_sent = is_data_sent = self._socket.write(data)
            while not is_sent or self._replies:
                seconds = expires_at and max(0.0, expires_at - time.monotonic())
                if not is_sent and not self._socket.wait_writable(seconds):
                    return  # `close` gives up
                is_sent = self._socket.flush()
                is_data_sent = is_data_sent or is_sent
                is_sent = is_sent and self._write_replies()
        except OSError as error:
            self._cause = self._cause or error
            if is_data_sent:
                return  # only a reply failed; a program that sent the message again would send it twice
            # The thread knows how the connection ended: the server may have sent a close frame before.
            if not self._has_end.wait(END_TIMEOUT):
                self._socket.shutdown()
                self._resume.put(None)
                self._has_end.wait(END_TIMEOUT)
            raise ConnectionError(CLOSED) from error

    def _write_replies(self) -> bool:
        is_sent = True
        while self._replies:
            is_sent = self._socket.write(self._replies.pop(0))
        return is_sent

    def _reply(self) -> None:
        """Send the replies of the protocol without waiting; a sender that is waiting sends them otherwise."""
        self._replies += self._protocol.take_replies()
        if len(self._replies) > MAX_UNSENT_PONGS and self._protocol.is_receiving:
            del self._replies[:-1]  # all are pongs; the latest one is enough (RFC 6455 §5.5.3)
        self._send_replies()

    def _send_replies(self) -> None:
        """Send what waits, unless another thread is sending: each sends what came meanwhile, when it has finished."""
        while (self._replies or self._socket.has_output) and self._cause is None and self._send_lock.acquire(False):
            try:
                is_sent = self._socket.write(b"") and self._write_replies()
            except OSError as error:
                self._cause = error  # the thread goes on: what the server has sent before may say why
                self._socket.set_timeout(END_TIMEOUT)
                return
            finally:
                self._send_lock.release()
            if not is_sent:
                return

    # The thread

    def _run(self, first_data: bytes) -> None:
        try:
            data: Optional[bytes] = first_data + (self._socket.decrypt(b"") or b"")  # what TLS holds back
            self._socket.set_timeout(self._options.ping_interval)
            while True:
                if data:
                    events = self._protocol.receive_data(data)
                    self._replies += self._protocol.take_replies()  # before the program may send an answer
                    violation = self._handle(events)
                    if violation is not None:
                        self._wait_for_program()
                        self._protocol.fail(violation.code, violation.reason)
                elif data is None:
                    self._protocol.receive_eof()
                self._reply()
                if not self._protocol.is_receiving:
                    break
                if self._queued_bytes + self._protocol.message_size >= self._read_limit:
                    self._pause()
                data = self._receive()
        except OSError as error:
            self._cause = self._cause or error
            self._protocol.receive_eof()
        except BaseException as error:  # no memory, for example
            self._cause = error
            self._protocol.fail(INTERNAL_ERROR, "")
        finally:
            self._finish()

    def _handle(self, events: List[Event]) -> Optional[ProtocolViolation]:
        for event in events:
            if isinstance(event, (str, bytes)):
                if self._closing is None:
                    self._message_count += 1
                    self._received_bytes += len(event) + MESSAGE_OVERHEAD
                    self._messages.put(event)
            elif isinstance(event, Pong) and event.payload in self._pings:
                for payload in list(self._pings):  # a pong answers the earlier pings, too
                    self._pings.pop(payload).set()
                    if payload == event.payload:
                        break
            elif isinstance(event, ProtocolViolation):
                return event
        return None

    def _receive(self) -> Optional[bytes]:
        """Wait for bytes; return b"" if there are none yet, None at the end. Raises OSError."""
        try:
            may_reply = self._socket.has_output and self._cause is None and not self._send_lock.locked()
            data = self._socket.receive(may_reply)
        except socket.timeout:
            self._on_silence()
            return b""
        if self._is_awaiting_data and data:
            self._is_awaiting_data = False
            self._socket.set_timeout(self._options.ping_interval)
        return data

    def _on_silence(self) -> None:
        """Send a keepalive ping, or fail the connection if nothing has happened since the last one."""
        if isinstance(self._cause, OSError):
            raise self._cause
        is_alive = self._socket.progress != self._progress  # the server is reading a large message
        self._progress = self._socket.progress
        if self._options.ping_interval is None or is_alive or not self.is_open:
            return
        if self._is_awaiting_data:
            self._protocol.fail(INTERNAL_ERROR, KEEPALIVE_FAILURE)
            return
        self._replies.append(self._protocol.send_ping(os.urandom(4)))
        if self._options.ping_timeout is not None:
            self._is_awaiting_data = True
            self._socket.set_timeout(self._options.ping_timeout)

    @property
    def _has_taken_all(self) -> bool:
        """Whether the program has taken all messages, and asks for more."""
        return self._receive_count > self._message_count

    def _wait_for_program(self) -> None:
        """Wait for a short time until the program has taken the messages before a violation, and has answered them."""
        expires_at = time.monotonic() + END_TIMEOUT
        self._is_paused = True
        while not self._has_taken_all and self._closing is None and time.monotonic() < expires_at:
            self._reply()
            with suppress(Empty):
                self._resume.get(timeout=max(0.0, expires_at - time.monotonic()))
        self._is_paused = False

    @property
    def _queued_bytes(self) -> int:
        return self._received_bytes - self._taken_bytes

    def _pause(self) -> None:
        """Wait until the program has taken half of the queue."""
        self._is_paused = True
        while self._queued_bytes > self._options.max_queue_bytes // 2 and self._closing is None:
            try:
                self._resume.get(timeout=UNSENT_INTERVAL if self._socket.has_output else None)
            except Empty:
                self._reply()
        self._is_paused = False

    def _finish(self) -> None:
        """Record how the connection ended, wake who waits, and close the socket."""
        self._set_end()
        with suppress(OSError):
            self._linger()
        self._socket.shutdown()  # a sender that waits ends now
        with self._send_lock:
            self._socket.close()
        self._is_closed.set()

    def _set_end(self) -> None:
        self._end = self._find_end()
        self._has_end.set()
        self._messages.put(None)
        for pong in list(self._pings.values()):
            pong.set()

    def _linger(self) -> None:
        """Give the server time to read the close frame, and to close the network connection first (RFC 6455 §7.1.1)."""
        expires_at = time.monotonic() + min(END_TIMEOUT, finite_seconds(self._options.close_timeout))
        if self._protocol.sent_close is None or self._cause is not None:
            return
        while time.monotonic() < expires_at and self._cause is None:
            self._reply()
            if self._protocol.failure and not self._socket.has_output:
                self._socket.shutdown_writing()
            self._socket.set_timeout(expires_at - time.monotonic())
            if self._socket.receive(self._socket.has_output) is None:
                return
