# SPDX-License-Identifier: MIT
"""A stream whose bytes callbacks of the event loop receive and send, both at the same time. Independent of WebSockets.

There is no task that could be cancelled. Loops without `add_reader`, like the proactor of Windows, get tasks instead.
"""

from __future__ import annotations

import asyncio
import socket

from .asyncio_socket import CHUNK_SIZE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Coroutine, List, Optional, Set

    from .asyncio_socket import NetworkStream
    from .tls_layers import TLSLayers

MAX_UNSENT = 64 * 1024  # bytes that wait for the network before senders wait, too
RECEIVE_SIZE = 256 * 1024  # bytes received at once; fewer would cost more turns of the event loop


class DuplexStream:
    """A connected stream, which this object owns.

    `on_data(data)` is called with bytes, and with None at the end; `on_error(error)` when sending or receiving fails;
    `on_progress()` when the peer makes room after the network had taken no more.
    """

    def __init__(
        self,
        stream: NetworkStream,
        on_data: Callable[[Optional[bytes]], None],
        on_error: Callable[[OSError], None],
        on_progress: Callable[[], None],
    ) -> None:
        self.is_reading: bool = False
        self.is_closed: bool = False
        self._loop = asyncio.get_running_loop()
        self._stream = stream  # it closes the socket when it is freed
        self._sock = stream.sock
        self._tls: Optional[TLSLayers] = None
        layers = stream.unwrap_layers()
        if layers:
            from .tls_layers import TLSLayers

            self._tls = TLSLayers(layers)
        self._on_data, self._on_error, self._on_progress = on_data, on_error, on_progress
        self._unsent = bytearray()
        self._waiters: List[asyncio.Future[None]] = []  # of senders
        self._uses_tasks = False
        self._read_task: Optional[asyncio.Future[None]] = None
        self._tasks: Set[asyncio.Future[None]] = set()

    # Receiving

    def feed(self, data: bytes) -> None:
        """Pass on the plaintext of bytes that have arrived, b"" if none have: those that TLS holds back."""
        has_ended = False
        if self._tls is not None:
            try:
                data, has_ended = self._tls.decrypt(data)
            except OSError as error:
                self._on_error(error)
                return
        if data:
            self._on_data(data)
        if has_ended and not self.is_closed:
            self.pause()
            self._on_data(None)
        if self._tls is not None and self._tls.has_output:
            self.write(b"")

    def resume(self) -> None:
        """Receive from now on."""
        if self.is_reading or self.is_closed:
            return
        self.is_reading = True
        if not self._uses_tasks:
            try:
                self._loop.add_reader(self._sock, self._on_readable)
                return
            except NotImplementedError:
                self._uses_tasks = True
        if self._read_task is None or self._read_task.done():
            self._read_task = self._start_task(self._read())

    def pause(self) -> None:
        """Receive nothing for now; what arrives stays in the network."""
        if self.is_reading:
            self.is_reading = False
            if not self._uses_tasks:
                self._loop.remove_reader(self._sock)

    def _on_readable(self) -> None:
        try:
            data = self._sock.recv(RECEIVE_SIZE)
        except (BlockingIOError, InterruptedError):
            return
        except OSError as error:
            self.pause()
            self._on_error(error)
            return
        self._take(data)

    def _take(self, data: bytes) -> None:
        if data:
            self.feed(data)
        else:
            self.pause()
            self._on_data(None)

    async def _read(self) -> None:
        """Receive in a task; what arrives first after a pause is passed on, too."""
        while self.is_reading:
            try:
                data = await self._loop.sock_recv(self._sock, RECEIVE_SIZE)
            except OSError as error:
                if not self.is_closed:
                    self.is_reading = False
                    self._on_error(error)
                return
            if not self.is_closed:
                self._take(data)

    # Sending

    @property
    def is_blocked(self) -> bool:
        """Whether more waits for the network than senders should add to."""
        return len(self._unsent) > MAX_UNSENT

    def write(self, data: bytes) -> None:
        """Send bytes, after those that wait for the network. Failures are passed to `on_error`."""
        if self.is_closed:
            return
        if self._tls is not None:
            data = self._tls.encrypt(data)
        if self._unsent:
            self._unsent += data
            return
        sent = 0
        if data and not self._uses_tasks:
            try:
                sent = self._sock.send(data)
            except (BlockingIOError, InterruptedError):
                pass
            except OSError as error:
                self._on_error(error)
                return
        if sent < len(data):
            self._unsent += memoryview(data)[sent:]
            if self._uses_tasks:
                self._start_task(self._write_unsent())
            else:
                self._loop.add_writer(self._sock, self._on_writable)

    def _on_writable(self) -> None:
        try:
            sent = self._sock.send(self._unsent)
        except (BlockingIOError, InterruptedError):
            return
        except OSError as error:
            self._fail_sending(error)
            return
        self._advance(sent)

    async def _write_unsent(self) -> None:
        while self._unsent and not self.is_closed:
            chunk = bytes(self._unsent[:CHUNK_SIZE])
            try:
                await self._loop.sock_sendall(self._sock, chunk)
            except OSError as error:
                if not self.is_closed:
                    self._fail_sending(error)
                return
            self._advance(len(chunk))

    def _advance(self, sent: int) -> None:
        del self._unsent[:sent]
        self._on_progress()
        if not self._unsent and not self._uses_tasks:
            self._loop.remove_writer(self._sock)
        if not self.is_blocked:
            self._notify_senders()

    def _fail_sending(self, error: OSError) -> None:
        if not self._uses_tasks:
            self._loop.remove_writer(self._sock)
        self._unsent.clear()
        self._notify_senders()
        self._on_error(error)

    async def drain(self) -> None:
        """Wait until the network has taken enough. Raises ConnectionError if the stream is closed before."""
        while self.is_blocked:
            waiter = self._loop.create_future()
            self._waiters.append(waiter)
            await waiter
            if self.is_closed:
                raise ConnectionError("the connection is closed")

    def _notify_senders(self) -> None:
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            complete(waiter)

    # The end

    def _start_task(self, work: Coroutine[Any, Any, None]) -> asyncio.Future[None]:
        task = self._loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def shutdown_writing(self) -> None:
        """Tell the peer that nothing more will be sent."""
        self._shutdown(socket.SHUT_WR)

    def shutdown(self) -> None:
        """End the connection; `on_data(None)` follows. Any thread may call this."""
        self._shutdown(socket.SHUT_RDWR)

    def _shutdown(self, how: int) -> None:
        try:
            self._sock.shutdown(how)
        except OSError:
            pass  # the connection has already ended

    def close(self) -> None:
        """Close the socket. Nothing is called any more."""
        if self.is_closed:
            return
        self.pause()
        self.is_closed = True
        if not self._uses_tasks:
            self._loop.remove_writer(self._sock)
        self.shutdown()
        for task in self._tasks:
            task.cancel()
        self._unsent.clear()
        self._notify_senders()
        if self._tasks:  # they still use the socket until they are cancelled
            self._loop.call_soon(self.close_socket)
        else:
            self.close_socket()

    def close_socket(self) -> None:
        """Close the socket alone, which the event loop does not use."""
        self._stream.close()


def complete(future: asyncio.Future[None]) -> None:
    """Complete a future, unless it was cancelled."""
    if not future.done():
        future.set_result(None)
