# SPDX-License-Identifier: MIT
"""Build the head of a request, send the request over an open connection, and read the response head (asyncio)."""

from __future__ import annotations

import asyncio

from .asyncio_socket import CHUNK_SIZE
from .connection import DRAIN_TIMEOUT, NO_RESPONSE, SENDING, WAITING, ServerDisconnected
from .http1 import HeadReader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, List, Optional, Tuple

    from .asyncio_socket import NetworkStream
    from .connection import Timeouts
    from .http1 import ResponseHead
    from .urllib_transport import Route

METHODS_WITH_BODY = frozenset(("POST", "PUT", "PATCH"))
DISCONNECT_ERRORS = (BrokenPipeError, ConnectionResetError, ConnectionAbortedError)


async def send_request(
    stream: NetworkStream, head: bytes, body: Any, timeouts: Timeouts
) -> Tuple[ResponseHead, bytes, bool]:
    """Send one request; return the response head, the bytes that followed it, and whether all of the request was sent.

    Raises ServerDisconnected, TimeoutError, another OSError, or what iterating the body raised; the stream is closed
    then.
    """
    writer = RequestWriter(stream, timeouts)
    try:
        await writer.start(head, body)
        reader = HeadReader()
        response_head = await _read_head(stream, reader, writer)
        return response_head, reader.trailing_data, await writer.stop()
    except BaseException:
        writer.abort()
        raise


async def _read_head(stream: NetworkStream, reader: HeadReader, writer: RequestWriter) -> ResponseHead:
    while True:
        data, failure = b"", None
        try:
            writer.set_read_timeout()
            data = await stream.receive()
        except OSError as error:
            failure = error
        try:
            if not data:
                writer.raise_failure()  # if the upload failed, that is why nothing arrived
                raise_for_eof(reader, failure, writer.disconnect_error)
            head = reader.feed(data)
        finally:
            failure = None  # its traceback refers to this frame
        if head is not None:
            return head


def raise_for_eof(reader: HeadReader, read_error: Optional[OSError], write_error: Optional[OSError]) -> None:
    """Raise the error for a connection that ended, or failed to read or write, before the head was complete.

    Returns if it ended within the head without an error: the reader raises then.
    """
    try:
        if write_error is None and read_error is not None and not isinstance(read_error, DISCONNECT_ERRORS):
            raise read_error
        if not reader.has_received:
            raise ServerDisconnected(NO_RESPONSE) from (read_error or write_error)
        if read_error is not None:
            message = "incomplete response: connection lost within the head: {}".format(read_error)
            raise ConnectionError(message) from read_error
    finally:
        del read_error, write_error


class RequestWriter:
    """Sends a request. A large one is sent by its own task, so that an early response is noticed."""

    def __init__(self, stream: NetworkStream, timeouts: Timeouts) -> None:
        self._stream = stream
        self._timeouts = timeouts
        self._task: Optional[asyncio.Future[None]] = None
        self._failure: Optional[BaseException] = None
        self._is_waiting = False  # for the response: the read timeout runs
        timeouts.start_read(None)  # that of an attempt on an idle connection may have run
        self.disconnect_error: Optional[OSError] = None  # the server may have sent a response before it

    async def start(self, head: bytes, body: Any) -> None:
        """Send a small request, or start the task that sends a large one."""
        self._timeouts.on_stage(SENDING)
        if body is None or isinstance(body, bytes) and len(body) <= CHUNK_SIZE:
            try:
                await self._stream.send(head + (body or b""), self._timeouts.cap(self._timeouts.write))
            except DISCONNECT_ERRORS as error:
                self.disconnect_error = error
        else:
            self._task = asyncio.ensure_future(self._send(head, body))

    async def _send(self, head: bytes, body: Any) -> None:
        chunks = iter_chunks(head, body)
        try:
            for chunk in chunks:
                try:
                    await self._stream.send(chunk, self._timeouts.cap(self._timeouts.write))
                except DISCONNECT_ERRORS as error:
                    self.disconnect_error = error
                    break
        except Exception as error:
            self._failure = error
            self._stream.socket_stream.shutdown()
            return
        try:
            self.set_read_timeout(True)
        except TimeoutError:
            self._stream.socket_stream.shutdown()

    def set_read_timeout(self, is_sent: bool = False) -> None:
        """Limit the wait for the response head, from the moment the request is sent. Raises TimeoutError."""
        is_sent = is_sent or self._task is None or self._task.done()
        if not self._is_waiting and (is_sent or self.disconnect_error is not None):
            self._is_waiting = True
            self._timeouts.on_stage(WAITING)
            self._timeouts.start_read(self._timeouts.read if self.disconnect_error is None else DRAIN_TIMEOUT)
        self._stream.socket_stream.set_read_timeout(self._timeouts.remaining_read())

    def raise_failure(self) -> None:
        """Raise what iterating the body or sending it raised, if anything."""
        failure, self._failure = self._failure, None
        try:
            if failure is not None:
                raise failure
        finally:
            del failure

    async def stop(self) -> bool:
        """Stop sending, because the response head is there. Return whether all of the request was sent."""
        task = self._task
        if task is not None and not task.done():
            task.cancel()
            await asyncio.wait({task})
            return False
        return self.disconnect_error is None and self._failure is None

    def abort(self) -> None:
        """Close the stream, after the sending task has ended."""
        if self._task is None or self._task.done():
            self._stream.close()
        else:
            self._task.add_done_callback(lambda _: self._stream.close())
            self._task.cancel()


def iter_chunks(head: bytes, body: Any) -> Iterator[bytes]:
    """Yield a request in the chunks in which it is sent, the head together with the first one."""
    chunks: Any = body
    if isinstance(body, bytes):
        chunks = (body[start : start + CHUNK_SIZE] for start in range(0, len(body), CHUNK_SIZE))
    for chunk in chunks:
        if head or chunk:
            yield head + chunk
            head = b""
    if head:
        yield head


def build_head(route: Route, method: str, headers: Dict[str, str], body: Any) -> bytes:
    """Return the head of a request. Raises ValueError for a method or headers that would not form a valid one."""
    if not method.isalpha():
        raise ValueError("method: {!r} is not an HTTP method".format(method))
    lines = format_header_lines(route.apply_to(headers))
    names = {name.lower() for name in headers}
    added = [] if "host" in names else ["Host: " + route.authority]
    if "accept-encoding" not in names:
        added.append("Accept-Encoding: identity")
    if "content-length" not in names:
        length = content_length(method, body)
        if length is not None:
            added.append("Content-Length: " + str(length))
    lines = [method + " " + route.target + " HTTP/1.1"] + added + lines
    try:
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
    except UnicodeEncodeError:
        # Without the cause, which would show the value.
        raise ValueError("headers: a value contains a character outside Latin-1") from None


def format_header_lines(headers: Dict[str, str]) -> List[str]:
    """Return one line per header. Raises ValueError for a name or value that would not form exactly one line."""
    # Concatenated with +, because credentials are str subclasses that format as dots.
    lines = [name + ": " + value for name, value in headers.items()]
    text = "\0".join(lines)
    if "\r" in text or "\n" in text or text.count("\0") >= max(len(lines), 1):
        raise ValueError("headers: a value contains a line break or a NUL character")
    for name in headers:
        if not name or ":" in name or name != name.strip():
            raise ValueError("headers: {!r} is not a header name".format(name))
    return lines


def content_length(method: str, body: Any) -> Optional[int]:
    """Return the Content-Length to send, None to send none. Raises TypeError for a body without a length."""
    if body is None:
        return 0 if method in METHODS_WITH_BODY else None
    if isinstance(body, bytes):
        return len(body)
    length = getattr(body, "length", None)
    if length is None:
        raise TypeError("body: expected bytes or an iterable with a length, got {}".format(type(body).__name__))
    return int(length)
