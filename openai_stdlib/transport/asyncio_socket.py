# SPDX-License-Identifier: MIT
"""Bytes to and from a server under asyncio: a socket, TLS over it, and how to connect one. Knows no HTTP.

Why not asyncio's streams: their transports belong to one event loop, cannot be closed once it is gone, and warn when
they are forgotten. A link is a non-blocking socket that the loop only waits for. So it can be kept idle in pool.py like
any other, is closed at once from any thread with no loop running, and outlives a loop.
Time is kept by waking: when it is over, the socket is shut down, which ends whatever waits for it.
Neighbours: asyncio_connection.py makes exchanges of it, asyncio_transport.py says where to connect.
"""

from __future__ import annotations

import asyncio
import socket

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from typing import Any, Awaitable, List, Optional, Tuple, TypeVar, Union

    NetworkStream = Union["SocketStream", "TLSStream"]
    T = TypeVar("T")

BLOCK = 64 * 1024  # bytes asked for, and sent, at once
HAPPY_EYEBALLS_DELAY = 0.25  # seconds that an address has before the next one is tried too (RFC 8305 §5)
ALERT_TIMEOUT = 0.1  # seconds that a last word may take
YIELD_EVERY = 16  # blocks that may come or go without a wait, before others get their turn


class SocketStream:
    """A connected socket. One task may receive while another one sends."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self.socket_stream = self
        self.timed_out = False  # whether time was
        self._is_receiving = False
        self._read_timeout: Optional[float] = None
        self._timer: Optional[asyncio.TimerHandle] = None
        self._operations = 0

    async def receive(self) -> bytes:
        """Wait for bytes; b"" when the server has closed. Raises TimeoutError or another OSError."""
        self._is_receiving = True
        self.set_read_timeout(self._read_timeout)
        try:
            await self._checkpoint()
            data = await asyncio.get_running_loop().sock_recv(self.sock, BLOCK)
        except OSError:
            if not self.timed_out:
                raise
            data = b""
        finally:
            self._is_receiving = False
            self._disarm()
        if self.timed_out:
            raise TimeoutError("timed out")
        return data

    def set_read_timeout(self, seconds: Optional[float]) -> None:
        """Let each wait for bytes end in `seconds`, also one that is under way."""
        self._read_timeout = seconds
        self._disarm()
        if seconds is not None and self._is_receiving:
            self._timer = asyncio.get_running_loop().call_later(seconds, self._expire)

    def _disarm(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    async def send(self, data: bytes, seconds: Optional[float]) -> None:
        """Send all of `data`. Raises TimeoutError or another OSError."""
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
        # What is done at once suspends nobody: a fast server could hold up all other tasks, and cancelling.
        self._operations += 1
        if self._operations % YIELD_EVERY == 0:
            await asyncio.sleep(0)

    def _expire(self) -> None:
        self.timed_out = True
        self.shutdown()

    def shutdown(self) -> None:
        """End whatever waits for this socket, which is of no use then."""
        try:
            self.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # it has ended by itself

    @property
    def has_buffered_data(self) -> bool:
        """Whether bytes have come that nobody received."""
        return False

    def close(self) -> None:
        """Close the socket. Nobody may be waiting for it."""
        self.sock.close()

    def __del__(self) -> None:
        self.sock.close()  # forgotten with its loop: no reason to warn


class TLSStream:
    """TLS over another link, so that it also goes through a proxy that is itself reached by TLS."""

    def __init__(self, below: NetworkStream, context: ssl.SSLContext, host: str) -> None:
        import ssl

        self._wants_more = ssl.SSLWantReadError
        self._ends = (ssl.SSLZeroReturnError, ssl.SSLEOFError)
        self.transport_stream = below
        self.socket_stream: SocketStream = below.socket_stream
        self._in, self._out = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._in, self._out, server_hostname=host)
        self._sending = False

    @property
    def sock(self) -> socket.socket:
        """The socket below, to ask whether it has something to read."""
        return self.socket_stream.sock

    async def do_handshake(self) -> None:
        """Agree on keys with the server. Raises SSLCertVerificationError or another OSError."""
        while True:
            try:
                self._tls.do_handshake()
                break
            except self._wants_more:
                await self._flush(None)
                await self._fill()
            except self._ends as error:
                raise ConnectionError("the server closed the connection while TLS began") from error
            except OSError:
                await self._send_alert()
                raise
        await self._flush(None)

    async def _send_alert(self) -> None:
        """Let the server know what was wrong with it, as TLS has it: its owner will look there first."""
        try:
            await self._flush(ALERT_TIMEOUT)
        except OSError:
            pass  # what was wrong is told to our side anyway

    async def receive(self) -> bytes:
        """Wait for bytes; b"" when the server has closed. Raises TimeoutError or another OSError."""
        while True:
            try:
                # An end without TLS's own is one too: what it cuts off, the framing of the body knows.
                return self._tls.read(BLOCK)
            except self._wants_more:
                if self._out.pending:
                    await self._flush(None)
                await self._fill()
            except self._ends:
                return b""

    async def send(self, data: bytes, seconds: Optional[float]) -> None:
        """Send all of `data`. Raises TimeoutError or another OSError."""
        rest = memoryview(data)
        while rest:
            rest = rest[self._tls.write(rest) :]  # one record at a time
        await self._flush(seconds)

    async def _fill(self) -> None:
        data = await self.transport_stream.receive()
        if data:
            self._in.write(data)
        else:
            self._in.write_eof()

    async def _flush(self, seconds: Optional[float]) -> None:
        """Send what TLS has to say. If another task is at it, that one will."""
        if self._sending:
            return
        self._sending = True
        try:
            while self._out.pending:
                await self.transport_stream.send(self._out.read(), seconds)
        finally:
            self._sending = False

    @property
    def has_buffered_data(self) -> bool:
        """Whether bytes have come that nobody received."""
        return bool(self._in.pending or self._tls.pending())

    def close(self) -> None:
        """Close the socket. Nobody may be waiting for it."""
        self.socket_stream.close()


async def run_with_timeout(seconds: Optional[float], work: Awaitable[T], what: str) -> T:
    """Return what `work` gives, a link or a socket. When time is over or we are cancelled, it is cancelled.

    asyncio.wait_for would do nearly that, but before Python 3.12 it can lose a result, and so leave it open.
    """
    task: asyncio.Future[T] = asyncio.ensure_future(work)
    try:
        await asyncio.wait({task}, timeout=seconds)
        if not task.done():
            raise TimeoutError("timed out while " + what)
        return task.result()
    except BaseException:
        cancel_and_close(task)
        raise
    finally:
        del task  # its exception's traceback refers to this frame


def cancel_and_close(task: asyncio.Future[Any]) -> None:
    """Cancel a task, and close what it may have made all the same."""
    task.cancel()
    task.add_done_callback(_close_result)


def _close_result(task: asyncio.Future[Any]) -> None:
    if not task.cancelled() and task.exception() is None and task.result() is not None:
        task.result().close()


async def connect_tcp(host: str, port: int) -> SocketStream:
    """Connect to the first of the host's addresses that answers (RFC 8305). Raises an OSError."""
    addresses = interleave_addresses(await _resolve(host, port))
    if len(addresses) == 1:
        return await _connect_to(addresses[0])
    tasks: List[asyncio.Future[SocketStream]] = []
    pending: Any = set()
    failure: Optional[BaseException] = None
    try:
        while addresses or pending:
            if addresses:
                tasks.append(asyncio.ensure_future(_connect_to(addresses.pop(0))))
                pending.add(tasks[-1])
            patience = HAPPY_EYEBALLS_DELAY if addresses else None
            done, pending = await asyncio.wait(pending, timeout=patience, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                failure = task.exception()
                if failure is None:
                    tasks.remove(task)
                    link: SocketStream = task.result()
                    return link
        assert failure is not None
        raise failure
    finally:
        for task in tasks:
            cancel_and_close(task)
        del tasks, pending, failure


async def _resolve(host: str, port: int) -> List[Any]:
    try:
        # A number needs no thread.
        return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    except socket.gaierror:
        return await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)


def interleave_addresses(addresses: List[Tuple[Any, ...]]) -> List[Tuple[Any, ...]]:
    """Order addresses so that their families take turns, the first one's first (RFC 8305 §4)."""
    families: Any = {}
    for address in addresses:
        families.setdefault(address[0], []).append(address)
    rows = list(families.values())
    return [row[turn] for turn in range(len(addresses)) for row in rows if turn < len(row)]


async def _connect_to(address: Tuple[Any, ...]) -> SocketStream:
    family, kind, protocol, _, where = address
    link = SocketStream(socket.socket(family, kind, protocol))
    try:
        link.sock.setblocking(False)
        await asyncio.get_running_loop().sock_connect(link.sock, where)
        link.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except BaseException:
        link.close()
        raise
    return link
