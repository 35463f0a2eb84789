# SPDX-License-Identifier: MIT
"""Network streams under asyncio: TCP connections, and TLS over them. Independent of HTTP.

asyncio's own streams are not used: their transports are bound to one event loop, cannot be closed once it is closed,
and warn when they are garbage-collected. A stream here is a non-blocking socket that the loop only waits for. So it can
be kept in the pool of pool.py, be closed from any thread without a running loop, and outlive a loop.
Timeouts shut the socket down, which wakes any pending read or write.
"""

from __future__ import annotations

import asyncio
import socket
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from typing import Any, Awaitable, List, Optional, TypeVar, Union

    from .tls_layers import Layer

    NetworkStream = Union["SocketStream", "TLSStream"]
    T = TypeVar("T")

CHUNK_SIZE = 64 * 1024  # bytes received or sent at once
ALERT_TIMEOUT = 0.1  # seconds that sending a TLS alert may take
YIELD_EVERY = 16  # operations without a wait before other tasks get to run


class SocketStream:
    """A connected socket. One task may receive while another one sends.

    `socket_stream` is the stream itself; a `TLSStream` has the same attribute.
    """

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self.socket_stream = self
        self.timed_out: bool = False
        self._is_receiving = False
        self._read_expires_at: Optional[float] = None  # on the monotonic clock
        self._timer: Optional[asyncio.TimerHandle] = None
        self._operations = 0

    async def receive(self) -> bytes:
        """Wait for bytes; return b"" when the server has closed. Raises TimeoutError or another OSError."""
        self._is_receiving = True
        self._start_timer()
        try:
            await self._checkpoint()
            data = await asyncio.get_running_loop().sock_recv(self.sock, CHUNK_SIZE)
        except OSError:
            if not self.timed_out:
                raise
            data = b""
        finally:
            self._is_receiving = False
            self._cancel_timer()
        if self.timed_out:
            raise TimeoutError("timed out")
        return data

    def set_read_timeout(self, seconds: Optional[float]) -> None:
        """Limit the waits for bytes from now on to `seconds` in total (None: no limit), also one that has begun."""
        self._read_expires_at = None if seconds is None else time.monotonic() + seconds
        self._cancel_timer()
        if self._is_receiving:
            self._start_timer()

    def _start_timer(self) -> None:
        if self._read_expires_at is not None:
            seconds = self._read_expires_at - time.monotonic()
            self._timer = asyncio.get_running_loop().call_later(max(seconds, 0), self._expire)

    def _cancel_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    async def send(self, data: bytes, seconds: Optional[float]) -> None:
        """Send all of `data` within `seconds` (None: no limit). Raises TimeoutError or another OSError."""
        await self._checkpoint()
        try:
            sent = self.sock.send(data)
        except (BlockingIOError, InterruptedError):
            sent = 0
        if sent == len(data):
            return
        loop = asyncio.get_running_loop()
        timer = None if seconds is None else loop.call_later(seconds, self._expire)
        try:
            await loop.sock_sendall(self.sock, data[sent:])
        except OSError:
            if not self.timed_out:
                raise
        finally:
            if timer is not None:
                timer.cancel()
        if self.timed_out:
            raise TimeoutError("timed out while sending")

    async def _checkpoint(self) -> None:
        # Operations that complete immediately never suspend the task: a fast server could starve all other tasks, and
        # delay cancellation.
        self._operations += 1
        if self._operations % YIELD_EVERY == 0:
            await asyncio.sleep(0)

    def _expire(self) -> None:
        self.timed_out = True
        self.shutdown()

    def shutdown(self) -> None:
        """End any pending read or write. The stream cannot be used afterwards."""
        try:
            self.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # the connection has already ended

    def unwrap_layers(self) -> List[Layer]:
        """Return the layers of TLS: none."""
        return []

    @property
    def has_buffered_data(self) -> bool:
        """Whether bytes have been read from the socket that `receive` has not returned yet."""
        return False

    def close(self) -> None:
        """Close the socket. No read or write may be pending."""
        self.sock.close()

    def __del__(self) -> None:
        self.sock.close()  # explicitly, because a socket that is garbage-collected open emits a ResourceWarning


class TLSStream:
    """TLS over another stream, which may itself be one: an https proxy carries the TLS of the server."""

    def __init__(self, transport_stream: NetworkStream, context: ssl.SSLContext, host: str) -> None:
        import ssl

        self._want_read_error = ssl.SSLWantReadError
        self._eof_errors = (ssl.SSLZeroReturnError, ssl.SSLEOFError)
        self.transport_stream = transport_stream
        self.socket_stream: SocketStream = transport_stream.socket_stream
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=host)
        self._sending = False

    @property
    def sock(self) -> socket.socket:
        """The underlying socket, for the pool to check whether it is readable."""
        return self.socket_stream.sock

    async def do_handshake(self) -> None:
        """Perform the TLS handshake. Raises SSLCertVerificationError or another OSError."""
        while True:
            try:
                self._tls.do_handshake()
                break
            except self._want_read_error:
                await self._flush(None)
                await self._fill()
            except self._eof_errors as error:
                raise ConnectionError("the server closed the connection during the TLS handshake") from error
            except OSError:
                await self._send_alert()
                raise
        await self._flush(None)

    async def _send_alert(self) -> None:
        """Send the pending TLS alert (RFC 8446 §6), so that the server's log shows why the handshake failed."""
        try:
            await self._flush(ALERT_TIMEOUT)
        except OSError:
            pass  # the error that caused the alert is raised anyway

    async def receive(self) -> bytes:
        """Wait for bytes; return b"" when the server has closed. Raises TimeoutError or another OSError."""
        while True:
            try:
                # An end without a TLS close_notify is accepted: the framing of the body detects a truncation.
                return self._tls.read(CHUNK_SIZE)
            except self._want_read_error:
                if self._outgoing.pending:
                    await self._flush(None)
                await self._fill()
            except self._eof_errors:
                return b""

    async def send(self, data: bytes, seconds: Optional[float]) -> None:
        """Send all of `data` within `seconds` per write (None: no limit). Raises TimeoutError or another OSError."""
        unsent = memoryview(data)
        while unsent:
            unsent = unsent[self._tls.write(unsent) :]  # one TLS record at a time
        await self._flush(seconds)

    async def _fill(self) -> None:
        data = await self.transport_stream.receive()
        if data:
            self._incoming.write(data)
        else:
            self._incoming.write_eof()

    async def _flush(self, seconds: Optional[float]) -> None:
        """Send the pending TLS records, unless another task is sending: that one sends these too."""
        if self._sending:
            return
        self._sending = True
        try:
            while self._outgoing.pending:
                await self.transport_stream.send(self._outgoing.read(), seconds)
        finally:
            self._sending = False

    def unwrap_layers(self) -> List[Layer]:
        """Return the layers of TLS, this one first."""
        return [(self._tls, self._incoming, self._outgoing)] + self.transport_stream.unwrap_layers()

    @property
    def has_buffered_data(self) -> bool:
        """Whether bytes have been read from the socket that `receive` has not returned yet."""
        return bool(self._incoming.pending or self._tls.pending())

    def close(self) -> None:
        """Close the socket. No read or write may be pending."""
        self.socket_stream.close()


async def run_with_timeout(seconds: Optional[float], work: Awaitable[T], activity: str) -> T:
    """Return the result of `work`, a stream or socket; cancel it after `seconds`, or when this task is cancelled.

    Raises TimeoutError "timed out while {activity}". asyncio.wait_for is not used: before Python 3.12 it can lose a
    result that arrives at the same moment, and so leave it open.
    """
    task: asyncio.Future[T] = asyncio.ensure_future(work)
    try:
        await asyncio.wait({task}, timeout=seconds)
        if not task.done():
            raise TimeoutError("timed out while " + activity)
        return task.result()
    except BaseException:
        cancel_and_close(task)
        raise
    finally:
        del task  # its exception's traceback refers to this frame


def cancel_and_close(task: asyncio.Future[Any]) -> None:
    """Cancel a task, and close its result if it completes anyway."""
    task.cancel()
    task.add_done_callback(_close_result)


def _close_result(task: asyncio.Future[Any]) -> None:
    if not task.cancelled() and task.exception() is None and task.result() is not None:
        task.result().close()
