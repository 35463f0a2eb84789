# SPDX-License-Identifier: MIT
"""One HTTP exchange on one `http.client` connection: ask, then read the body piece by piece. Imports nothing of ours.

What `http.client`, `ssl` and `socket` raise is translated here, while sending and while reading alike: only
TimeoutError and other OSErrors leave this file. Who opens and keeps connections: urllib_transport.py and pool.py.
"""

from __future__ import annotations

import http.client
import socket
import time
from functools import partial

from .http1 import RemoteProtocolError, ResponseHead, UntilCloseReader, body_reader, read_final_head

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Iterator, Optional

READ_SIZE = 64 * 1024  # bytes asked for at once; read1 gives what is there
MIN_TIMEOUT = 0.001  # seconds; 0 would mean something else to a socket
DRAIN_TIMEOUT = 0.05  # seconds that closing may wait for the end of a body that is all but there


class Response(http.client.HTTPResponse):
    """http.client's response with a head that was read by http1.py. `head` has the fields as they came."""

    head: ResponseHead

    def __init__(
        self,
        sock: Any,
        debuglevel: int = 0,
        method: Optional[str] = None,
        url: Optional[str] = None,
        apply_deadline: Optional[Callable[[], None]] = None,
    ) -> None:
        super().__init__(sock, debuglevel, method, url)
        self.method = method or ""
        self._hurry = apply_deadline

    def begin(self) -> None:
        """Read the head. Raises RemoteDisconnected before its first byte, then RemoteProtocolError or another OSError."""
        if not self.fp.peek(1):
            raise http.client.RemoteDisconnected("the server closed the connection without an answer")
        try:
            head = read_final_head(self.fp.readline if self._hurry is None else self._readline_with_deadline)
        except (ConnectionResetError, ConnectionAbortedError) as error:
            raise RemoteProtocolError("the answer is cut short in its head: {}".format(error)) from error
        self.head = head
        self.status = self.code = head.status
        self.reason = head.reason
        self.version = head.version
        self.headers = self.msg = http.client.HTTPMessage()
        for name, value in head.pairs:
            self.headers.set_raw(name, value)
        self.chunked = head.is_chunked
        self.chunk_left = None
        self.length = head.length(self.method)
        self.will_close = not head.keeps_alive or (self.length is None and not self.chunked)

    def _readline_with_deadline(self, limit: int) -> bytes:
        """Read a line under a deadline: readline() itself would wait anew for each of its bytes."""
        line = b""
        while len(line) < limit and not line.endswith(b"\n"):
            if self._hurry is not None:
                self._hurry()
            there = self.fp.peek(1)
            if not there:
                break
            line += self.fp.read(min(there.find(b"\n") + 1 or len(there), limit - len(line)))
        return line


class ServerDisconnected(ConnectionError):
    """The connection ended before the first byte of an answer. On a kept one that says nothing about the server."""


def map_exception(error: Exception) -> Exception:
    """Return what a transport may raise in place of `error`; what is none of http.client's stays what it is."""
    if isinstance(error, socket.timeout):  # before Python 3.10 this is no TimeoutError
        return error if isinstance(error, TimeoutError) else TimeoutError(str(error) or "timed out")
    if isinstance(error, http.client.IncompleteRead):
        return ConnectionError("the answer is cut short")
    if isinstance(error, http.client.BadStatusLine) and not isinstance(error, OSError):
        return ConnectionError("the server doesn't speak HTTP; it said {!r}".format(str(error)[:80]))
    if isinstance(error, http.client.InvalidURL):
        return ValueError(str(error))
    if isinstance(error, http.client.HTTPException) and not isinstance(error, OSError):
        return ConnectionError("the answer isn't valid HTTP: {}".format(str(error) or type(error).__name__))
    return error


class Timeouts:
    """What limits each wait: the timeouts for reading and writing, and the end of the time for the whole answer."""

    __slots__ = ("read", "write", "expires_at")

    def __init__(self, timeout: Any) -> None:
        self.read: Optional[float] = timeout.read
        self.write: Optional[float] = timeout.write
        # On the monotonic clock.
        self.expires_at = None if timeout.deadline is None else time.monotonic() + timeout.deadline

    def cap(self, seconds: Optional[float]) -> Optional[float]:
        """Return how long a wait may take that may take `seconds` by itself. Raises TimeoutError if no time is left."""
        if seconds is not None:
            seconds = max(seconds, MIN_TIMEOUT)
        if self.expires_at is None:
            return seconds
        left: float = self.expires_at - time.monotonic()
        if left <= 0:
            raise TimeoutError("the time for the whole answer is over")
        return left if seconds is None else min(seconds, left)


def _with_deadline(blocks: Any, sock: Any, limits: Timeouts) -> Iterator[bytes]:
    for block in blocks:
        sock.settimeout(limits.cap(limits.write))
        yield block


def send_request(connection: Any, method: str, selector: str, body: Any, headers: Any, limits: Timeouts) -> Any:
    """Send one request on an open connection and return the head of the answer, a `Response`.

    Raises ServerDisconnected, TimeoutError or another OSError; the connection is of no use then, and closed.
    """
    try:
        sock = connection.sock
        sock.settimeout(limits.cap(limits.write))
        connection.response_class = Response
        if limits.expires_at is not None:
            connection.response_class = partial(Response, apply_deadline=partial(_set_read_timeout, sock, limits))
            body = body if body is None or isinstance(body, bytes) else _with_deadline(body, sock, limits)
        try:
            connection.request(method, selector, body, headers)
        except (BrokenPipeError, ConnectionResetError, ConnectionAbortedError) as error:
            return _read_early_response(connection, error)
        if limits.expires_at is not None or limits.read != limits.write:
            sock.settimeout(limits.cap(limits.read))
        return connection.getresponse()
    except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError, ConnectionAbortedError) as error:
        connection.close()
        raise ServerDisconnected("the server closed the connection without an answer") from error
    except Exception as error:
        connection.close()
        if map_exception(error) is error:
            raise
        raise map_exception(error) from error  # kept in no variable: its frames would refer to themselves
    except BaseException:
        connection.close()
        raise


def _set_read_timeout(sock: Any, limits: Timeouts) -> None:
    sock.settimeout(limits.cap(limits.read))


def _read_early_response(connection: Any, error: OSError) -> Any:
    """Return the answer of a server that had enough before the body was through, or raise `error`."""
    try:
        # The request counts as sent as far as http.client is concerned: its state follows the head.
        connection.sock.settimeout(DRAIN_TIMEOUT)
        answer = connection.getresponse()
    except (OSError, http.client.HTTPException):
        raise error from None
    answer.will_close = True  # what is left of the body would be taken for the next request
    return answer


class ResponseBody:
    """The body of an answer: an iterator of bytes as they arrive, and `close`.

    Once its end has come, or when it is closed while only the end is missing, it hands the connection to `keep`; else
    the connection is closed. `close` may come from another thread while a read waits, which ends that read.
    """

    def __init__(
        self, answer: Any, connection: Any, sock: Any, keep: Callable[[Any], None], limits: Timeouts, turn: Any = None
    ) -> None:
        self._response = answer
        self._permit = turn  # ends with the use of the connection, or when it is forgotten with this body
        self._connection_slot = [connection]  # until somebody frees it; pop() sees to it that only one does
        self._sock = sock  # the connection itself lets go of it if the answer ends it
        self._return_to_pool = keep
        self._limits = limits
        # The bytes are taken from below http.client's own framing. Recorders that stand in for it have no such place.
        source = getattr(answer, "fp", None)
        self._receive: Callable[[int], bytes] = source.read1 if source is not None else answer.read
        self._framing: Any = body_reader(answer.chunked, answer.length) if source is not None else UntilCloseReader()
        # A reader says that it reads before it looks whether the body is closed, and a closer the other way round:
        # so at least one of the two sees the other.
        self._reading = False
        self._closed = False
        self._complete = False
        if self._framing.is_complete:
            self._on_complete()

    def __iter__(self) -> ResponseBody:
        return self

    def __next__(self) -> bytes:
        framing = self._framing
        while self._connection_slot:
            self._reading = True
            try:
                data = b"" if self._closed else self._wait()
            finally:
                self._reading = False
            if self._closed:  # whoever closed it while it was read left the rest to the reader
                self._discard()
                break
            piece = self._decode_framing(data)
            if framing.is_complete or not data:
                self._on_complete()
            if piece:
                return piece
        if self._complete:
            raise StopIteration
        raise ConnectionError("the answer was closed before its end")

    def _wait(self) -> bytes:
        """Wait for bytes; b"" when the connection ends. Raises TimeoutError or another OSError."""
        try:
            if self._limits.expires_at is not None:
                _set_read_timeout(self._sock, self._limits)
            return self._receive(READ_SIZE)
        except Exception as error:
            self._discard()
            if self._closed:
                raise ConnectionError("the answer was closed while it was read") from error
            if map_exception(error) is error:
                raise
            raise map_exception(error) from error

    def _decode_framing(self, data: bytes) -> bytes:
        try:
            missing = "" if data else self._framing.incomplete_reason()
            if not missing:
                piece: bytes = self._framing.feed(data)
                return piece
        except ValueError as error:
            missing = "the answer isn't valid HTTP: {}".format(error)
        self._discard()
        raise ConnectionError(missing)

    def _pop_connection(self) -> Any:
        try:
            return self._connection_slot.pop()
        except IndexError:  # another thread was first
            return None

    def _on_complete(self) -> None:
        """The body is through: keep the connection, unless one side wanted it closed."""
        self._complete = True
        self._release(self._pop_connection(), not self._framing.has_extra_data)

    def _discard(self) -> None:
        self._release(self._pop_connection(), False)

    def _release(self, connection: Any, reusable: bool) -> None:
        if connection is None:
            return
        self._response.close()
        if reusable and not self._response.will_close and connection.sock is not None:
            self._return_to_pool(connection)
        else:
            connection.close()
        if self._permit is not None:
            self._permit.release()

    def close(self) -> None:
        """Free the connection. May be called at any time, more than once, from any thread."""
        if self._closed:
            return
        self._closed = True
        if self._reading:
            self._interrupt_read()
            return
        connection = self._pop_connection()
        if connection is not None:
            self._release(connection, self._try_drain())

    def _interrupt_read(self) -> None:
        """End a read that waits in another thread, which then frees the connection."""
        try:
            socket.socket.shutdown(self._sock, socket.SHUT_RDWR)
        except OSError:
            pass  # it has ended by itself

    def _try_drain(self) -> bool:
        """Tell whether only the end of the body is missing, as after the last event of a stream."""
        if self._response.will_close:
            return False
        try:
            self._sock.settimeout(DRAIN_TIMEOUT)
            return not self._framing.feed(self._receive(READ_SIZE)) and bool(self._framing.is_complete)
        except (OSError, ValueError):
            return False
