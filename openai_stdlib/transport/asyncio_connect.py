# SPDX-License-Identifier: MIT
"""Open a network stream to a server under asyncio; the counterpart of connect.py, with the same steps.

`open_stream` does this for any route within one time limit. Names are looked up, and CAs loaded, in daemon threads and
not in the event loop's executor: asyncio.run() waits for those of the executor, however long the name server takes.
"""

from __future__ import annotations

import asyncio
import socket
from functools import partial

from .asyncio_socket import SocketStream, TLSStream, cancel_and_close, run_with_timeout
from .connect import (
    HANDSHAKE,
    LOOKUP,
    PROXY,
    default_ssl_context,
    first_host,
    interleave_addresses,
    server_name,
    start_loading_context,
    start_lookup,
)
from .pool import disconnect_in_child, ignore_stage, ip_address

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from typing import Any, Callable, Generator, List, Optional

    from .asyncio_socket import NetworkStream
    from .connect import BackgroundCall
    from .pool import Address
    from .urllib_transport import Route

HAPPY_EYEBALLS_DELAY = 0.25  # seconds before the next address is tried in parallel (RFC 8305 §5)


async def open_stream(
    route: Route,
    ssl_context: Optional[ssl.SSLContext],
    seconds: Optional[float],
    tls_name: Optional[str] = None,
    on_stage: Callable[[str], Any] = ignore_stage,
) -> NetworkStream:
    """Return a stream that is connected to the server of a route, through its proxy and with TLS if it has them.

    Without an `ssl_context` the shared one is used. `tls_name` replaces the server's name in TLS. `on_stage` is
    called with the name of each step. Raises TimeoutError after `seconds` (None: no limit), or another OSError:
    ssl.SSLCertVerificationError for a rejected certificate, socket.gaierror for an unknown name.
    """
    return await run_with_timeout(seconds, _open_stream(route, ssl_context, tls_name, on_stage), "connecting")


async def _open_stream(
    route: Route, ssl_context: Optional[ssl.SSLContext], tls_name: Optional[str], on_stage: Callable[[str], Any]
) -> NetworkStream:
    on_stage(LOOKUP)
    proxy = route.proxy
    if ssl_context is None and "https" in (route.scheme, proxy and proxy.scheme):
        loading = start_loading_context()
        if loading is not None:
            await wait_for_call(loading)
        ssl_context = default_ssl_context()
    host = route.host
    if proxy is not None and not proxy.resolves_names:
        host = first_host(await lookup(host, route.port))
    hop: Any = route if proxy is None else proxy
    try:
        addresses = await lookup(hop.host, hop.port)
        on_stage("connecting")
        stream: NetworkStream = await connect_tcp(addresses)
    except OSError as error:
        raise error if proxy is None else proxy.connection_error(error) from None
    try:
        if proxy is not None and proxy.scheme == "https":
            on_stage(HANDSHAKE)
            stream = await start_tls(stream, ssl_context, proxy.host)
        if proxy is not None and not route.is_forwarded:
            on_stage(PROXY)
            await run_steps(stream, proxy.negotiate(host, route.port))
        if route.scheme == "https":
            on_stage(HANDSHAKE)
        return await start_tls(stream, ssl_context, tls_name or route.host) if route.scheme == "https" else stream
    except BaseException:
        stream.close()
        raise


async def run_steps(stream: NetworkStream, steps: Generator[bytes, bytes, None]) -> None:
    """Perform the steps of a negotiation with a proxy. Raises OSError."""
    try:
        outgoing = next(steps)
        while True:
            if outgoing:
                await stream.send(outgoing, None)
                outgoing = b""  # so that the traceback of an error does not show the proxy's password
            incoming = await stream.receive()
            outgoing = steps.send(incoming)
    except StopIteration:
        pass


async def start_tls(stream: NetworkStream, context: Any, host: str) -> NetworkStream:
    """Perform a TLS handshake over a stream, which may itself use TLS. Raises OSError."""
    tls_stream = TLSStream(stream, context, server_name(host))
    await tls_stream.do_handshake()
    return tls_stream


async def lookup(host: str, port: int) -> List[Address]:
    """Return the addresses of a host, in the order in which to try them. Raises socket.gaierror."""
    address = ip_address(host, port)
    return [address] if address is not None else interleave_addresses(await wait_for_call(start_lookup(host, port)))


async def wait_for_call(call: BackgroundCall) -> Any:
    """Wait for the result of a call in a daemon thread; raise what it raised."""
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    call.add_waiter(partial(_notify, loop, future))
    await future
    return call.result()


def _notify(loop: asyncio.AbstractEventLoop, future: asyncio.Future[None]) -> None:
    try:
        loop.call_soon_threadsafe(_complete, future)
    except RuntimeError:
        pass  # the loop is closed; nobody waits any longer


def _complete(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)


async def connect_tcp(addresses: List[Address]) -> SocketStream:
    """Connect to the first address that accepts (Happy Eyeballs, RFC 8305). Raises an OSError."""
    if len(addresses) == 1:
        return await _connect_to(addresses[0])
    remaining = list(addresses)
    tasks: List[asyncio.Future[SocketStream]] = []
    pending: Any = set()
    failure: Optional[BaseException] = None
    try:
        while remaining or pending:
            if remaining:
                tasks.append(asyncio.ensure_future(_connect_to(remaining.pop(0))))
                pending.add(tasks[-1])
            delay = HAPPY_EYEBALLS_DELAY if remaining else None
            done, pending = await asyncio.wait(pending, timeout=delay, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                failure = task.exception()
                if failure is None:
                    tasks.remove(task)
                    stream: SocketStream = task.result()
                    return stream
        assert failure is not None
        raise failure
    finally:
        for task in tasks:
            cancel_and_close(task)
        del tasks, pending, failure


async def _connect_to(address: Address) -> SocketStream:
    family, type_, protocol, _, sockaddr = address
    stream = SocketStream(socket.socket(family, type_, protocol))
    try:
        disconnect_in_child(stream.sock)
        stream.sock.setblocking(False)
        await asyncio.get_running_loop().sock_connect(stream.sock, sockaddr)
        stream.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except BaseException:
        stream.close()
        raise
    return stream
