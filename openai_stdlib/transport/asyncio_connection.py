# SPDX-License-Identifier: MIT
"""One question on a link under asyncio: the request goes out, the head of the answer comes in.

What HTTP/1.1 means is in http1.py, where bytes come from in asyncio_link.py; the answer's body is asyncio_body.py's.
"""

from __future__ import annotations

import asyncio

from .asyncio_socket import BLOCK
from .connection import DRAIN_TIMEOUT, ServerDisconnected
from .http1 import HeadReader, RemoteProtocolError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator, Optional, Tuple

    from .asyncio_socket import NetworkStream
    from .connection import Timeouts
    from .http1 import ResponseHead

DISCONNECT_ERRORS = (BrokenPipeError, ConnectionResetError, ConnectionAbortedError)


async def send_request(
    link: NetworkStream, head: bytes, body: Any, limits: Timeouts
) -> Tuple[ResponseHead, bytes, bool]:
    """Send one request; return the head of the answer, what came of its body, and whether the request is all sent.

    Raises ServerDisconnected, TimeoutError, another OSError, or what the body raised; the link is closed then.
    """
    upload = RequestWriter(link, limits)
    try:
        await upload.start(head, body)
        reader = HeadReader()
        answer = await _read_head(link, reader, upload)
        return answer, reader.trailing_data, await upload.stop()
    except BaseException:
        upload.abort()
        raise


async def _read_head(link: NetworkStream, reader: HeadReader, upload: RequestWriter) -> ResponseHead:
    while True:
        data, failure = b"", None
        try:
            upload.set_read_timeout()
            data = await link.receive()
        except OSError as error:
            failure = error
        try:
            if not data:
                upload.check()  # what ended the upload is why nothing came
                raise_for_eof(reader, failure, upload.disconnect_error)
            head = reader.feed(data)
        finally:
            failure = None  # its traceback refers to this frame
        if head is not None:
            return head


def raise_for_eof(reader: HeadReader, failure: Optional[OSError], broken: Optional[OSError]) -> None:
    """Raise what it means that a link ended, or failed, in place of a head. An end within it is left to the reader."""
    try:
        if broken is None and failure is not None and not isinstance(failure, DISCONNECT_ERRORS):
            raise failure
        if not reader.has_received:
            raise ServerDisconnected("the server closed the connection without an answer") from (failure or broken)
        if failure is not None:
            raise RemoteProtocolError("the answer is cut short in its head: {}".format(failure)) from failure
    finally:
        del failure, broken


class RequestWriter:
    """A request on its way. A large one goes by a task of its own, so that an answer that comes early is seen."""

    def __init__(self, link: NetworkStream, limits: Timeouts) -> None:
        self._link = link
        self._limits = limits
        self._task: Optional[asyncio.Future[None]] = None
        self._failure: Optional[BaseException] = None
        self.disconnect_error: Optional[OSError] = None  # how the server hung up; it may have answered before

    async def start(self, head: bytes, body: Any) -> None:
        """Send a small request; start to send a large one."""
        if body is None or isinstance(body, bytes) and len(body) <= BLOCK:
            try:
                await self._link.send(head + (body or b""), self._limits.cap(self._limits.write))
            except DISCONNECT_ERRORS as error:
                self.disconnect_error = error
        else:
            self._task = asyncio.ensure_future(self._send(head, body))

    async def _send(self, head: bytes, body: Any) -> None:
        blocks = iter_chunks(head, body)
        try:
            for block in blocks:
                try:
                    await self._link.send(block, self._limits.cap(self._limits.write))
                except DISCONNECT_ERRORS as error:
                    self.disconnect_error = error
                    break
        except Exception as error:
            self._failure = error
            self._link.socket_stream.shutdown()
            return
        try:
            self.set_read_timeout(True)
        except TimeoutError:
            self._link.socket_stream.shutdown()

    def set_read_timeout(self, is_over: bool = False) -> None:
        """Say how long an answer may take: without limit while the request is on its way. Raises TimeoutError."""
        seconds = None
        if self.disconnect_error is not None:
            seconds = DRAIN_TIMEOUT
        elif is_over or self._task is None or self._task.done():
            seconds = self._limits.read
        self._link.socket_stream.set_read_timeout(self._limits.cap(seconds))

    def check(self) -> None:
        """Raise what the body raised, or what went wrong while it was sent."""
        failure, self._failure = self._failure, None
        try:
            if failure is not None:
                raise failure
        finally:
            del failure

    async def stop(self) -> bool:
        """Send no more: the answer is there. Return whether all was sent, and the link can be used again."""
        task = self._task
        if task is not None and not task.done():
            task.cancel()
            await asyncio.wait({task})
            return False
        return self.disconnect_error is None and self._failure is None

    def abort(self) -> None:
        """Close the link, as soon as the loop doesn't wait for it any more."""
        if self._task is None or self._task.done():
            self._link.close()
        else:
            self._task.add_done_callback(lambda _: self._link.close())
            self._task.cancel()


def iter_chunks(head: bytes, body: Any) -> Iterator[bytes]:
    """Yield a request in the blocks in which it is sent."""
    blocks: Any = body
    if isinstance(body, bytes):
        blocks = (body[at : at + BLOCK] for at in range(0, len(body), BLOCK))
    for block in blocks:
        if head or block:
            yield head + block
            head = b""
    if head:
        yield head
