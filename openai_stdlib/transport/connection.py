# SPDX-License-Identifier: MIT
"""One HTTP exchange over one `http.client` connection: send the request, then read the body as it arrives.

Errors of `http.client`, `ssl` and `socket` are mapped here, both while sending and while reading: only TimeoutError
and other OSErrors leave this module.
"""

from __future__ import annotations

import http.client
import time
from functools import partial

from .http1 import HeadReader, ResponseHead, UntilCloseReader, body_reader
from .pool import ignore_stage, shutdown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterator, Optional

READ_SIZE = 64 * 1024  # bytes requested at once; read1 returns what has arrived
MIN_TIMEOUT = 0.001  # seconds; a socket timeout of 0 would mean non-blocking
# A coded body may expand to this many times its size: the limit of Apache's mod_deflate. Deflate allows up to 1,032.
MAX_DECOMPRESSION_RATIO = 200.0
DRAIN_TIMEOUT = 0.05  # seconds that `close` may wait for an outstanding terminator of the body
# Stages of a request.
QUEUED, SENDING, WAITING = "waiting for a connection", "sending the request", "waiting for the response"
NO_RESPONSE = "the server closed the connection without sending a response"
CLOSED = "the response was closed before it was complete"


class Response(http.client.HTTPResponse):
    """An `http.client` response whose head is read by http1.py. `head` keeps the header fields in their order.

    `limit_wait` is called before each wait for the head but the first; it sets the socket's timeout to what is left of
    the read timeout and of the deadline.
    """

    head: ResponseHead
    fp: Any = None  # close() reads it, also if an interrupt has come before the constructor sets it

    def __init__(
        self,
        sock: Any,
        debuglevel: int = 0,
        method: Optional[str] = None,
        url: Optional[str] = None,
        limit_wait: Optional[Callable[[], None]] = None,
    ) -> None:
        super().__init__(sock, debuglevel, method, url)
        self.method: str = method or ""
        self._limit_wait = limit_wait

    def begin(self) -> None:
        """Read the head.

        Raises RemoteDisconnected before its first byte has arrived, later RemoteProtocolError or another OSError.
        """
        data = self.fp.peek(1)
        if not data:
            raise http.client.RemoteDisconnected(NO_RESPONSE)
        reader = HeadReader()
        try:
            head = reader.feed(data)
            while head is None:
                self.fp.read(len(data))  # from the buffer, whose contents peek() has returned
                if self._limit_wait is not None:
                    self._limit_wait()
                data = self.fp.peek(1)
                head = reader.feed(data)
        except (ConnectionResetError, ConnectionAbortedError) as error:
            raise ConnectionError("incomplete response: connection lost within the head: {}".format(error)) from error
        self.fp.read(len(data) - len(reader.trailing_data))
        self.head = head
        self.status: int = head.status
        self.code: int = head.status
        self.reason: str = head.reason
        self.version: int = head.version
        self.headers: http.client.HTTPMessage = http.client.HTTPMessage()
        self.msg: http.client.HTTPMessage = self.headers
        for name, value in head.pairs:
            self.headers.set_raw(name, value)
        self.chunked: bool = head.is_chunked
        self.chunk_left: Optional[int] = None
        self.length: Optional[int] = head.length(self.method)
        self.will_close: bool = not head.keeps_alive or (self.length is None and not self.chunked)


class ServerDisconnected(ConnectionError):
    """The connection ended before the first byte of a response. On a reused one the server may just have been idle."""


def map_exception(error: Exception) -> Exception:
    """Return the builtin error to raise in place of `error`; `error` itself if it is not one of http.client's."""
    from .exchange_failures import map_exception  # most exchanges succeed

    return map_exception(error)


class Timeouts:
    """The timeouts of one exchange: seconds for each read and each write, and the point in time of the deadline.

    The read timeout limits how long no byte of the response's content arrives, however many others do: interim
    responses, a slow head, chunk sizes, trailers, coded data that decodes to nothing.
    """

    __slots__ = ("read", "write", "expires_at", "read_expires_at", "on_wait", "on_stage")

    def __init__(self, timeout: Any, request: Any = None) -> None:
        self.on_wait: Any = getattr(request, "on_wait", None)  # of calls that can be aborted: see abortable.py
        self.on_stage: Callable[[str], Any] = getattr(request, "on_stage", None) or ignore_stage
        self.read: Optional[float] = timeout.read
        self.write: Optional[float] = timeout.write
        self.expires_at: Optional[float] = None if timeout.deadline is None else time.monotonic() + timeout.deadline
        self.read_expires_at: Optional[float] = None  # as `expires_at` on the monotonic clock

    def start_read(self, seconds: Optional[float], started_at: Optional[float] = None) -> None:
        """Start waiting for content, for up to `seconds` (None: no limit), now or at a time of the monotonic clock."""
        now = time.monotonic() if started_at is None else started_at
        self.read_expires_at = None if seconds is None else now + max(seconds, MIN_TIMEOUT)

    def remaining_read(self) -> Optional[float]:
        """Return the seconds left to wait for content, None for no limit. Raises TimeoutError if none are left."""
        if self.read_expires_at is None:
            return self.cap(None)
        remaining = self.read_expires_at - time.monotonic()
        if remaining <= 0:
            self.cap(None)  # an exceeded deadline is the more specific error
            raise TimeoutError("timed out")
        return self.cap(remaining)

    def cap(self, seconds: Optional[float]) -> Optional[float]:
        """Return `seconds`, but no more than remain until the deadline. Raises TimeoutError if none remain."""
        if seconds is not None:
            seconds = max(seconds, MIN_TIMEOUT)
        if self.expires_at is None:
            return seconds
        remaining: float = self.expires_at - time.monotonic()
        if remaining <= 0:
            raise TimeoutError("the call's deadline was exceeded")
        return remaining if seconds is None else min(seconds, remaining)


def _with_deadline(chunks: Any, sock: Any, timeouts: Timeouts) -> Iterator[bytes]:
    for chunk in chunks:
        sock.settimeout(timeouts.cap(timeouts.write))
        yield chunk


def complete_headers(headers: Dict[str, str], body: Any) -> Dict[str, str]:
    """Return the headers with the length of the body. Raises ValueError for a value with a line break."""
    values = "\0".join(headers.values())
    if "\r" in values or "\n" in values:
        # http.client would accept a folded line, and would show the value of any other in its error.
        raise ValueError("headers: a value contains a line break")
    length = getattr(body, "length", None)
    if length is not None and not any(name.lower() == "content-length" for name in headers):
        headers["Content-Length"] = str(length)
    return headers


def send_request(connection: Any, method: str, selector: str, body: Any, headers: Any, timeouts: Timeouts) -> Any:
    """Send one request over an open connection and return a `Response` whose head has been read.

    Raises ServerDisconnected, TimeoutError or another OSError; the connection is closed then.
    """
    try:
        sock = connection.sock
        on_wait = timeouts.on_wait
        if on_wait is not None:
            on_wait(partial(shutdown, sock))
        timeouts.on_stage(SENDING)
        sock.settimeout(timeouts.cap(timeouts.write))
        connection.response_class = partial(Response, limit_wait=partial(_set_read_timeout, sock, timeouts))
        if timeouts.expires_at is not None:
            body = body if body is None or isinstance(body, bytes) else _with_deadline(body, sock, timeouts)
        try:
            connection.request(method, selector, body, headers)
        except (BrokenPipeError, ConnectionResetError, ConnectionAbortedError) as error:
            from .exchange_failures import read_early_response

            return read_early_response(connection, timeouts, error)
        timeouts.start_read(timeouts.read)
        if timeouts.expires_at is not None or timeouts.read != timeouts.write:
            sock.settimeout(timeouts.cap(timeouts.read))
        timeouts.on_stage(WAITING)
        response = connection.getresponse()
        if on_wait is not None:
            on_wait()  # the connection may be idle, or another request's, before the next wait
            timeouts.on_wait = None  # it refers to `close` of the body, which refers to these timeouts
        return response
    except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError, ConnectionAbortedError) as error:
        connection.close()
        raise ServerDisconnected(NO_RESPONSE) from error
    except Exception as error:
        connection.close()
        if map_exception(error) is error:
            raise
        raise map_exception(error) from error  # not kept in a variable: its traceback would refer to itself
    except BaseException:
        connection.close()
        raise


def _set_read_timeout(sock: Any, timeouts: Timeouts) -> None:
    sock.settimeout(timeouts.remaining_read())


class ResponseBody:
    """The body of a response: an iterator of its bytes as they arrive, and `close`.

    The connection is passed to `return_to_pool` once the body is complete, or if only its terminator is outstanding at
    `close`; otherwise it is closed. `close` may be called from another thread while a read waits, which ends that read.
    """

    def __init__(
        self,
        response: Any,
        connection: Any,
        sock: Any,
        return_to_pool: Callable[[Any], None],
        timeouts: Timeouts,
        permit: Any = None,
    ) -> None:
        self._response = response
        self._permit = permit  # released with the connection, or by garbage collection with this body
        self._connection_slot = [connection]  # emptied by the first thread that releases; list.pop() is atomic
        self._sock = sock  # the connection drops its own reference if the response ends it
        self._return_to_pool: Any = return_to_pool
        self._timeouts = timeouts
        # Read below http.client's own framing. A response that a recording tool puts in its place has no `fp`.
        source = getattr(response, "fp", None)
        self._receive: Callable[[int], bytes] = source.read1 if source is not None else response.read
        self.framing: Any = body_reader(response.chunked, response.length) if source is not None else UntilCloseReader()
        # The reader sets `_reading` and then checks `_closed`; `close` sets `_closed` and then checks `_reading`. So at
        # least one of the two sees the other.
        self._reading = self._closed = self._complete = False
        # Whether the socket's timeout is set before each wait: also once bytes without content have arrived.
        self.limits_waits: bool = timeouts.expires_at is not None
        self._read_started_at = 0.0  # on the monotonic clock
        if self.framing.is_complete:
            self._on_complete()

    def __iter__(self) -> ResponseBody:
        return self

    def __next__(self) -> bytes:
        self._read_started_at = time.monotonic()
        return self.receive()

    def start_read(self) -> None:
        """Start the read timeout: a byte of the content must arrive before it expires."""
        self._read_started_at = time.monotonic()

    def receive(self) -> bytes:
        """Return the next bytes without restarting the read timeout. Raises StopIteration at the end of the body."""
        framing = self.framing
        while self._connection_slot:
            self._reading = True
            try:
                data = b"" if self._closed else self._wait()
            finally:
                self._reading = False
            if self._closed:  # by another thread during the read: closing the connection is left to the reader
                self._discard()
                break
            chunk = self._decode_framing(data)
            if framing.is_complete or not data:
                self._on_complete()
            if chunk:
                return chunk
            self.limits_waits = True
        if self._complete:
            raise StopIteration
        raise ConnectionError(CLOSED)

    def _wait(self) -> bytes:
        """Wait for bytes; b"" at the end of the connection. Raises TimeoutError or another OSError."""
        try:
            if self.limits_waits:
                self._timeouts.start_read(self._timeouts.read, self._read_started_at)
                _set_read_timeout(self._sock, self._timeouts)
            return self._receive(READ_SIZE)
        except Exception as error:
            self._discard()
            if self._closed:
                raise ConnectionError(CLOSED) from error
            if map_exception(error) is error:
                raise
            raise map_exception(error) from error

    def _decode_framing(self, data: bytes) -> bytes:
        """Return the bytes of the body in `data`. Raises ConnectionError if they are invalid or end too early."""
        try:
            message = "" if data else self.framing.incomplete_reason()
            if message:
                raise ConnectionError(message)
            chunk: bytes = self.framing.feed(data)
            return chunk
        except ConnectionError:
            self._discard()
            raise

    def _pop_connection(self) -> Any:
        try:
            return self._connection_slot.pop()
        except IndexError:  # another thread was first
            return None

    def _on_complete(self) -> None:
        """Mark the body as complete and return the connection to the pool, unless it cannot be reused."""
        self._complete = True
        self._release(self._pop_connection(), not self.framing.has_extra_data)

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
        self._return_to_pool = None  # an idle connection refers to its last response, and must not keep the pool alive
        if self._permit is not None:
            self._permit.release()

    def close(self) -> None:
        """Release the connection. May be called at any time, more than once, from any thread."""
        if self._closed:
            return
        self._closed = True
        if self._reading:
            shutdown(self._sock)  # ends the read in the other thread, which then closes the connection
            return
        connection = self._pop_connection()
        if connection is not None:
            self._release(connection, self._try_drain())

    def _try_drain(self) -> bool:
        """Return whether only the terminator of the body was outstanding, as after the last event of a stream."""
        if self._response.will_close:
            return False
        try:
            self._sock.settimeout(DRAIN_TIMEOUT)
            return not self.framing.feed(self._receive(READ_SIZE)) and bool(self.framing.is_complete)
        except (OSError, ValueError):
            return False
