# SPDX-License-Identifier: MIT
"""Open a socket to a server: look up its name, connect, negotiate with a proxy, start TLS, all within one time limit.

`open_socket` does this for any route. The transport opens plain connections to IP addresses without it. The limit also
covers what the system does not bound: looking up a name and loading CAs run in daemon threads, which nobody waits for
any longer than that.
"""

from __future__ import annotations

import _thread
import os
import socket
import sys
from functools import partial

from .pool import connect_tcp, ip_address, shutdown, timed_out

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from typing import Any, Callable, Dict, Generator, List, Optional, Tuple

    from .pool import Address, Countdown
    from .urllib_transport import Route

# Stages of a request, for errors of calls that are cancelled.
LOOKUP, PROXY, HANDSHAKE = "looking up the name of the server", "connecting through the proxy", "starting TLS"
RECEIVE_SIZE = 16 * 1024  # bytes of a proxy's response that are received at once

_contexts: Dict[Tuple[Optional[str], ...], ssl.SSLContext] = {}
_running: Dict[Tuple[Any, ...], BackgroundCall] = {}


def open_socket(
    route: Route,
    ssl_context: Optional[ssl.SSLContext],
    countdown: Countdown,
    in_memory: bool = False,
    tls_name: Optional[str] = None,
) -> socket.socket:
    """Return a socket that is connected to the server of a route, through its proxy and with TLS if it has them.

    Without an `ssl_context` the shared one is used. With `in_memory`, TLS is that of nested_tls.py. `tls_name` replaces
    the server's name in TLS. Raises TimeoutError when `countdown` has run out, or another OSError:
    ssl.SSLCertVerificationError for a rejected certificate, socket.gaierror for an unknown name.
    """
    try:
        return _open_socket(route, ssl_context, countdown, in_memory, tls_name)
    except OSError as error:
        if isinstance(error, socket.timeout) and error.errno is None:
            raise timed_out(countdown) from None  # not always a TimeoutError, and its text names a C function
        raise


def _open_socket(
    route: Route,
    ssl_context: Optional[ssl.SSLContext],
    countdown: Countdown,
    in_memory: bool,
    tls_name: Optional[str],
) -> socket.socket:
    proxy = route.proxy
    if ssl_context is None and "https" in (route.scheme, proxy and proxy.scheme):
        ssl_context = default_ssl_context(countdown)
    if proxy is not None and route.scheme == proxy.scheme == "https":
        # Before anything is sent: a copy may lack it.
        from . import nested_tls  # noqa: F401  # pyright: ignore[reportUnusedImport]
    host = route.host
    if proxy is not None and not proxy.resolves_names:
        host = first_host(lookup(host, route.port, countdown))
    hop = route if proxy is None else proxy
    try:
        sock = connect_tcp(lookup(hop.host, hop.port, countdown), countdown)
    except OSError as error:
        raise error if proxy is None else proxy.connection_error(error) from None
    try:
        if proxy is not None and proxy.scheme == "https":
            sock = start_tls(sock, ssl_context, proxy.host, countdown, in_memory)
        if proxy is not None and not route.is_forwarded:
            run_steps(sock, proxy.negotiate(host, route.port), countdown)
        if route.scheme == "https":
            sock = start_tls(sock, ssl_context, tls_name or route.host, countdown, in_memory)
        return sock
    except BaseException:
        sock.close()
        raise


def run_steps(sock: socket.socket, steps: Generator[bytes, bytes, None], countdown: Countdown) -> None:
    """Perform the steps of a negotiation with a proxy. Raises OSError."""
    countdown.on_stage(PROXY)
    try:
        outgoing = next(steps)
        while True:
            if outgoing:
                sock.settimeout(countdown.remaining())
                sock.sendall(outgoing)
                outgoing = b""  # so that the traceback of an error does not show the proxy's password
            sock.settimeout(countdown.remaining())
            outgoing = steps.send(sock.recv(RECEIVE_SIZE))
    except StopIteration:
        pass


def start_tls(
    sock: socket.socket, context: Any, host: str, countdown: Countdown, in_memory: bool = False
) -> socket.socket:
    """Perform a TLS handshake over a socket, which may itself use TLS; return the socket to use. Raises OSError."""
    import ssl

    countdown.on_stage(HANDSHAKE)
    tls: Any
    if in_memory or isinstance(sock, ssl.SSLSocket):
        from .nested_tls import NestedTLSSocket

        tls = NestedTLSSocket(sock, context, server_name(host), countdown)
    else:
        sock.settimeout(countdown.remaining())
        tls = context.wrap_socket(sock, server_hostname=server_name(host), do_handshake_on_connect=False)
    try:
        if countdown.on_wait is not None:
            countdown.on_wait(partial(shutdown, tls))
        tls.do_handshake()
    except (ssl.SSLZeroReturnError, ssl.SSLEOFError) as error:
        tls.close()
        raise ConnectionError("the server closed the connection during the TLS handshake") from error
    except BaseException:
        tls.close()
        raise
    result: socket.socket = tls
    return result


def server_name(host: str) -> str:
    """Return the name in the certificate of a host: without the dot that ends an absolute name (RFC 6066 §3)."""
    return host[:-1] if host.endswith(".") else host


def default_ssl_context(countdown: Optional[Countdown] = None) -> ssl.SSLContext:
    """Return the TLS context shared by all transports; it trusts the CAs of the system or of SSL_CERT_FILE/_DIR.

    Loading the CAs takes about 10 ms, so there is one context for each setting of those variables. Raises TimeoutError.
    """
    loading = start_loading_context()
    if loading is not None:
        loading.wait(countdown)
    return _contexts[_locations()]


def start_loading_context() -> Optional[BackgroundCall]:
    """Begin to load the shared TLS context in another thread; return None if it is there."""
    import ssl

    locations = _locations()
    if locations in _contexts:
        return None

    def load() -> None:
        if sys.version_info < (3, 10) and locations[0] and os.path.isfile(locations[0]):
            with open(locations[0], "rb") as file:
                file.read()  # perhaps over a slow network: before 3.10, ssl holds the interpreter's lock meanwhile
        context = ssl.create_default_context()
        context.set_alpn_protocols(["http/1.1"])
        _contexts.setdefault(locations, context)

    return start_call(("ssl_context",) + locations, load)


def _locations() -> Tuple[Optional[str], ...]:
    return os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")


def lookup(host: str, port: int, countdown: Countdown) -> List[Address]:
    """Return the addresses of a host, in the order in which to try them. Raises TimeoutError or socket.gaierror."""
    address = ip_address(host, port)
    if address is not None:
        return [address]
    countdown.on_stage(LOOKUP)
    return interleave_addresses(start_lookup(host, port).wait(countdown))


def start_lookup(host: str, port: int) -> BackgroundCall:
    """Begin to look up a name in another thread; its result are the addresses as from `socket.getaddrinfo`."""
    # For text, getaddrinfo imports the idna codec.
    name: Any = host.encode("ascii") if host.isascii() else host
    return start_call(("lookup", host, port), partial(socket.getaddrinfo, name, port, type=socket.SOCK_STREAM))


def interleave_addresses(addresses: List[Address]) -> List[Address]:
    """Return the addresses with their families alternating, beginning with the first one's (RFC 8305 §4)."""
    by_family: Any = {}
    for address in addresses:
        by_family.setdefault(address[0], []).append(address)
    groups = list(by_family.values())
    return [group[index] for index in range(len(addresses)) for group in groups if index < len(group)]


def first_host(addresses: List[Address]) -> str:
    """Return the IP address of a server for a SOCKS proxy; an IPv4 address if there is one, as many have no IPv6."""
    families = [address[0] for address in addresses]
    host: str = addresses[families.index(socket.AF_INET) if socket.AF_INET in families else 0][4][0]
    return host


def start_call(key: Tuple[Any, ...], function: Callable[[], Any]) -> BackgroundCall:
    """Run `function` in a daemon thread, unless one with the same key is running already: then that one is returned."""
    key = (os.getpid(),) + key  # the threads of a parent process never end in its child
    call = BackgroundCall(key, function)
    running = _running.setdefault(key, call)
    if running is call:
        try:
            if sys.is_finalizing():  # a thread could be started, but would never run
                raise RuntimeError
            if getattr(_thread, "daemon_threads_allowed", _thread.get_ident)():
                _thread.start_new_thread(call.run, ())
            else:  # a subinterpreter: if it ended before the thread, it would crash the process
                import threading

                threading.Thread(target=call.run, daemon=False).start()
        except RuntimeError:  # this platform has no threads, or no more of them
            call.run()
    return running


class BackgroundCall:
    """A blocking call in a daemon thread, for whose result any number of threads and tasks may wait.

    The names of `_thread` are looked up when they are used, because gevent replaces them.
    """

    __slots__ = ("_key", "_function", "_waiters", "_is_done", "_value", "_error")

    def __init__(self, key: Tuple[Any, ...], function: Callable[[], Any]) -> None:
        self._key = key
        self._function = function
        self._waiters: List[Callable[[], Any]] = []
        self._is_done = False
        self._value: Any = None
        self._error: Optional[Exception] = None

    def run(self) -> None:
        """Make the call; runs in the daemon thread."""
        try:
            self._value = self._function()
        except Exception as error:
            self._error = error.with_traceback(None)
        self._is_done = True
        _running.pop(self._key, None)
        self._notify()

    def add_waiter(self, notify: Callable[[], Any]) -> None:
        """Call `notify` once the call is over, in any thread."""
        # The list is filled before `_is_done` is read, and `_is_done` is set before the list is emptied.
        self._waiters.append(notify)
        if self._is_done:
            self._notify()

    def _notify(self) -> None:
        while self._waiters:
            try:
                notify = self._waiters.pop()
            except IndexError:  # another thread was faster
                return
            notify()

    def wait(self, countdown: Optional[Countdown] = None) -> Any:
        """Wait for the result. Raises TimeoutError when `countdown` has run out, or what the call raised.

        The thread may be woken by what it has passed to `countdown.on_wait`, which then raises ConnectionError.
        """
        seconds = None if countdown is None else countdown.remaining()
        lock = _thread.allocate_lock()
        lock.acquire()
        on_wait = None if countdown is None else countdown.on_wait
        if on_wait is not None:
            on_wait(partial(self._remove_waiter, lock.release))
        self.add_waiter(lock.release)
        if lock.acquire(True, -1 if seconds is None else min(seconds, _thread.TIMEOUT_MAX)) or countdown is None:
            if on_wait is not None:
                on_wait()
            return self.result()
        raise timed_out(countdown)

    def _remove_waiter(self, notify: Callable[[], Any]) -> None:
        """Call `notify` now, in place of when the call is over."""
        try:
            self._waiters.remove(notify)
        except ValueError:  # it has been called
            return
        notify()

    def result(self) -> Any:
        """Return the result of a call that is over, or raise a copy of its exception: several threads may wait."""
        if self._error is not None:
            raise type(self._error)(*self._error.args)
        return self._value
