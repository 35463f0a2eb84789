# SPDX-License-Identifier: MIT
"""One HTTP exchange on one `http.client` connection: ask, then read the body piece by piece. Imports nothing of ours.

What `http.client`, `ssl` and `socket` raise is translated here, while sending and while reading alike: only
TimeoutError and other OSErrors leave this file. Who opens and keeps connections: urllib_transport.py and pool.py.
"""

from __future__ import annotations

import http.client
import socket
import time

from .http1 import Chunked, Head, Sized, UntilClose, read_head

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Optional

BLOCK = 64 * 1024  # bytes asked for at once; read1 gives what is there
PATIENCE = 0.05  # seconds that closing may wait for the end of a body that is all but there


class Response(http.client.HTTPResponse):
    """http.client's response with a head that was read by http1.py. `head` has the fields as they came."""

    head: Head

    def __init__(self, sock: Any, debuglevel: int = 0, method: Optional[str] = None, url: Optional[str] = None) -> None:
        super().__init__(sock, debuglevel, method, url)
        self.method = method or ""

    def begin(self) -> None:
        """Read the head. Raises RemoteDisconnected, NotHTTP or another OSError."""
        head = read_head(self.fp.readline)
        if head is None:
            raise http.client.RemoteDisconnected("the server closed the connection without an answer")
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


class DiedUnanswered(ConnectionError):
    """The connection ended before the first byte of an answer. On a kept one that says nothing about the server."""


def translated(error: Exception) -> Exception:
    """Return what a transport may raise in place of `error`; what is not about the network stays what it is."""
    if isinstance(error, socket.timeout):  # before Python 3.10 this is no TimeoutError
        return error if isinstance(error, TimeoutError) else TimeoutError(str(error) or "timed out")
    if isinstance(error, http.client.IncompleteRead):
        return ConnectionError("the answer is cut short")
    if isinstance(error, http.client.BadStatusLine) and not isinstance(error, OSError):
        return ConnectionError("the server doesn't speak HTTP; it said {!r}".format(str(error)[:80]))
    if isinstance(error, http.client.HTTPException) and not isinstance(error, (OSError, http.client.InvalidURL)):
        return ConnectionError("the answer isn't valid HTTP: {}".format(str(error) or type(error).__name__))
    return error


def ask(connection: Any, method: str, selector: str, body: Any, headers: Any, timeout: Any) -> Any:
    """Send one request on an open connection and return the head of the answer, an `HTTPResponse`.

    Raises DiedUnanswered, TimeoutError or another OSError; the connection is of no use then, and closed.
    """
    try:
        connection.sock.settimeout(timeout.write)
        try:
            connection.request(method, selector, body, headers)
        except (BrokenPipeError, ConnectionResetError, ConnectionAbortedError) as error:
            return _early_answer(connection, error)
        if timeout.read != timeout.write:
            connection.sock.settimeout(timeout.read)
        return connection.getresponse()
    except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError, ConnectionAbortedError) as error:
        connection.close()
        raise DiedUnanswered("the server closed the connection without an answer") from error
    except Exception as error:
        connection.close()
        if translated(error) is error:
            raise
        raise translated(error) from error  # kept in no variable: its frames would refer to themselves
    except BaseException:
        connection.close()
        raise


def _early_answer(connection: Any, error: OSError) -> Any:
    """Return the answer of a server that had enough before the body was through, or raise `error`."""
    try:
        # The request counts as sent as far as http.client is concerned: its state follows the head.
        connection.sock.settimeout(PATIENCE)
        answer = connection.getresponse()
    except (OSError, http.client.HTTPException):
        raise error from None
    answer.will_close = True  # what is left of the body would be taken for the next request
    return answer


class Body:
    """The body of an answer: an iterator of bytes as they arrive, and `close`.

    Once its end has come, or when it is closed while only the end is missing, it hands the connection to `keep`; else
    the connection is closed. `close` may come from another thread while a read waits, which ends that read.
    """

    def __init__(
        self, answer: Any, connection: Any, keep: Callable[[Any], None], read: Optional[float], end: Optional[float]
    ) -> None:
        self._answer = answer
        self._held = [connection]  # until somebody frees it; pop() sees to it that only one does
        self._sock = connection.sock  # None if the answer says that the connection ends with it
        self._keep = keep
        self._timeout = read
        self._end = end  # on the monotonic clock, when the whole answer must be there
        # The bytes are taken from below http.client's own framing. Recorders that stand in for it have no such place.
        source = getattr(answer, "fp", None)
        self._receive: Callable[[int], bytes] = source.read1 if source is not None else answer.read
        self._framing = framing_of(answer) if source is not None else UntilClose()
        # A reader says that it reads before it looks whether the body is closed, and a closer the other way round:
        # so at least one of the two sees the other.
        self._reading = False
        self._closed = False
        self._whole = False
        if self._framing.ended:
            self._finish()

    def __iter__(self) -> Body:
        return self

    def __next__(self) -> bytes:
        framing = self._framing
        while self._held:
            self._reading = True
            try:
                data = b"" if self._closed else self._wait()
            finally:
                self._reading = False
            if self._closed:  # whoever closed it while it was read left the rest to the reader
                self._discard()
                break
            piece = self._unframed(data)
            if framing.ended or not data:
                self._finish()
            if piece:
                return piece
        if self._whole:
            raise StopIteration
        raise ConnectionError("the answer was closed before its end")

    def _wait(self) -> bytes:
        """Wait for bytes; b"" when the connection ends. Raises TimeoutError or another OSError."""
        try:
            if self._end is not None:
                self._hurry(self._end)
            return self._receive(BLOCK)
        except Exception as error:
            self._discard()
            if self._closed:
                raise ConnectionError("the answer was closed while it was read") from error
            if translated(error) is error:
                raise
            raise translated(error) from error

    def _unframed(self, data: bytes) -> bytes:
        try:
            missing = "" if data else self._framing.missing()
            if not missing:
                return self._framing.feed(data)
        except ValueError as error:
            missing = "the answer isn't valid HTTP: {}".format(error)
        self._discard()
        raise ConnectionError(missing)

    def _hurry(self, end: float) -> None:
        left = end - time.monotonic()
        if left <= 0:
            raise TimeoutError("the whole answer took too long")
        if self._sock is not None:
            self._sock.settimeout(left if self._timeout is None else min(left, self._timeout))

    def _take(self) -> Any:
        try:
            return self._held.pop()
        except IndexError:  # another thread was first
            return None

    def _finish(self) -> None:
        """The body is through: keep the connection, unless one side wanted it closed."""
        self._whole = True
        self._free(self._take(), True)

    def _discard(self) -> None:
        self._free(self._take(), False)

    def _free(self, connection: Any, reusable: bool) -> None:
        if connection is None:
            return
        self._answer.close()
        if reusable and not self._answer.will_close and connection.sock is not None:
            self._keep(connection)
        else:
            connection.close()

    def close(self) -> None:
        """Free the connection. May be called at any time, more than once, from any thread."""
        if self._closed:
            return
        self._closed = True
        if self._reading:
            self._wake()
            return
        connection = self._take()
        if connection is not None:
            self._free(connection, self._is_all_but_over())

    def _wake(self) -> None:
        """End a read that waits in another thread, which then frees the connection."""
        if self._sock is not None:
            try:
                socket.socket.shutdown(self._sock, socket.SHUT_RDWR)
            except OSError:
                pass  # it has ended by itself

    def _is_all_but_over(self) -> bool:
        """Tell whether only the end of the body is missing, as after the last event of a stream."""
        if self._sock is None:
            return False
        try:
            self._sock.settimeout(PATIENCE)
            return not self._framing.feed(self._receive(BLOCK)) and bool(self._framing.ended)
        except (OSError, ValueError):
            return False


def framing_of(answer: Any) -> Any:
    """Return the framing that the head of an answer tells (RFC 9112 §6.3)."""
    if answer.chunked:
        return Chunked()
    return UntilClose() if answer.length is None else Sized(answer.length)
