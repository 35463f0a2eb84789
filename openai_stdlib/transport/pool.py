# SPDX-License-Identifier: MIT
"""Open TCP connections, keep idle ones in a thread-safe pool, and limit those in use. Independent of HTTP.

A connection is in the pool only while nobody uses it: `get` removes it and `put` returns it.

After a fork, the child has only one thread, so a lock that another one held would stay locked for ever. Everything in
the package that has a lock, or threads, therefore registers with `call_in_child`, which replaces them; sockets register
with `disconnect_in_child`.
"""

from __future__ import annotations

import os
import select
import socket
import time
from _thread import allocate_lock
from _weakref import ref  # `weakref` would be one more module in every program
from functools import partial

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Hashable, List, Optional, Tuple

    Address = Tuple[Any, ...]  # as from socket.getaddrinfo


CHECK_INTERVAL = 0.05  # seconds between two looks at whether a call that waits for a permit has been aborted

# id of an object -> weak references to it and to the function to call, which belongs to its class or to a module
_inherited: Dict[int, Any] = {}
_pools: Dict[int, Any] = {}  # id of a pool -> weak reference to it, which closes its idle connections when it is freed


def call_in_child(function: Callable[[Any], None], obj: Any) -> None:
    """Have `function(obj)` called in each child process that is forked while both exist.

    Nothing here may keep a module alive: `register_at_fork` keeps this one for ever, also in a copy that is removed.
    """
    key = id(obj)
    _inherited[key] = ref(obj, lambda _: _inherited.pop(key, None)), ref(function)


def disconnect_in_child(sock: Any) -> None:
    """Have a forked child find the connection of a socket closed, whether it reads, writes or closes it.

    The connection is the parent's: reading would take its data, and shutdown() would end it for both.
    """
    call_in_child(_disconnect, sock)


def _disconnect(sock: Any) -> None:
    if sock.fileno() >= 0:
        one, other = socket.socketpair()
        other.close()
        # At the level of the file descriptor, because OpenSSL and file objects keep its number.
        os.dup2(one.fileno(), sock.fileno(), inheritable=False)
        one.close()


def _call_all() -> None:
    for references in list(_inherited.values()):
        obj, function = [reference() for reference in references]
        if obj is not None and function is not None:
            function(obj)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_call_all)


class ConnectionPool:
    """Idle connections by key; the most recently used one is returned first.

    At most `max_idle_connections` are kept in total, none for longer than `idle_timeout` seconds: servers and
    firewalls drop silent connections, and a request on a dropped one costs more than a new handshake.
    """

    def __init__(self, max_idle_connections: int = 100, idle_timeout: float = 50.0) -> None:
        self.max_idle_connections = max_idle_connections
        self.idle_timeout = idle_timeout
        self._lock = allocate_lock()
        self._idle: Dict[Hashable, List[Tuple[float, Any]]] = {}
        self._count = 0
        self._closed = False
        call_in_child(ConnectionPool._reset_after_fork, self)
        # Garbage collection calls this before any `__del__`; that of a socket that is still open warns.
        key = id(self)
        _pools[key] = ref(self, partial(_close_idle, self._idle, key))

    def get(self, key: Hashable) -> Optional[Any]:
        """Remove and return an idle connection for `key` that is still usable; None if there is none."""
        while True:
            with self._lock:
                idle = self._idle.get(key)
                if not idle:
                    return None
                since, connection = idle.pop()
                self._count -= 1
            if time.monotonic() - since <= self.idle_timeout and not is_readable(connection.sock):
                return connection
            connection.close()

    def put(self, key: Hashable, connection: Any) -> None:
        """Keep a connection whose last response was read completely, closing the oldest one if there are too many.

        The connection itself is closed if the pool is closed.
        """
        to_close = [connection]
        with self._lock:
            if not self._closed:
                now = time.monotonic()
                self._idle.setdefault(key, []).append((now, connection))
                self._count += 1
                to_close = self._pop_expired(now - self.idle_timeout)
        for connection in to_close:
            connection.close()

    def _pop_expired(self, oldest: float) -> List[Any]:
        """Remove and return connections idle since before `oldest`, and the oldest one if there are too many."""
        expired = []
        for key in list(self._idle):
            idle = self._idle[key]
            while idle and (idle[0][0] < oldest):
                expired.append(idle.pop(0)[1])
            if not idle:
                del self._idle[key]
        self._count -= len(expired)
        if self._count > self.max_idle_connections:
            key = min(self._idle, key=lambda k: self._idle[k][0][0])
            expired.append(self._idle[key].pop(0)[1])
            self._count -= 1
        return expired

    def _reset_after_fork(self) -> None:
        self._lock = allocate_lock()
        self._close_all()

    def close(self) -> None:
        """Close all idle connections, and from now on those that are returned."""
        with self._lock:
            self._closed = True
        self._close_all()

    def _close_all(self) -> None:
        self._count = 0
        _close_connections(self._idle)


def _close_connections(all_idle: Dict[Hashable, List[Tuple[float, Any]]]) -> None:
    while all_idle:
        for _, connection in all_idle.popitem()[1]:
            connection.close()


def _close_idle(all_idle: Dict[Hashable, List[Tuple[float, Any]]], key: int, _: Any) -> None:
    _pools.pop(key, None)
    _close_connections(all_idle)


class ConnectionSemaphore:
    """Limits the number of connections in use to `count`; further threads wait in `acquire`."""

    def __init__(self, count: int) -> None:
        # Imported here because it loads `threading`, which only transports with a limit need. SimpleQueue.put() is
        # reentrant, so a permit may be released during garbage collection.
        import queue

        self._queue_module = queue
        self._count = count
        self._reset_after_fork()
        call_in_child(ConnectionSemaphore._reset_after_fork, self)

    def _reset_after_fork(self) -> None:
        self._make_queue(self._count)  # the threads that have the permits do not exist in a child process

    def _make_queue(self, count: int) -> None:
        self._queue_class = self._queue_module.SimpleQueue
        self._available: Any = self._queue_class()
        for _ in range(count):
            self._available.put(None)

    def acquire(self, timeout: Optional[float], check: Optional[Callable[[], Any]] = None) -> Permit:
        """Wait up to `timeout` seconds (None: forever) for a permit. Raises TimeoutError.

        `check` is called now and then, because nothing else can wake a thread that waits here, and may raise.
        """
        if check is not None:
            return self._acquire_checking(Countdown(timeout, "waiting for a connection from the pool"), check)
        if self._queue_module.SimpleQueue is not self._queue_class:  # gevent or eventlet has replaced it since
            self._make_queue(self._available.qsize())
        try:
            self._available.get(timeout=timeout)
        except self._queue_module.Empty:
            raise TimeoutError("timed out while waiting for a connection from the pool") from None
        return Permit(self)

    def _acquire_checking(self, countdown: Countdown, check: Callable[[], Any]) -> Permit:
        while True:
            check()
            seconds = countdown.remaining()
            try:
                return self.acquire(CHECK_INTERVAL if seconds is None else min(seconds, CHECK_INTERVAL))
            except TimeoutError:
                pass

    def release(self) -> None:
        """Make a permit available again."""
        self._available.put(None)


class Permit:
    """Permission to use one connection. It is released once, at the latest by garbage collection."""

    __slots__ = ("_semaphore",)

    def __init__(self, semaphore: ConnectionSemaphore) -> None:
        self._semaphore: Optional[ConnectionSemaphore] = semaphore

    def release(self) -> None:
        """Return the permit. Further calls do nothing."""
        semaphore, self._semaphore = self._semaphore, None
        if semaphore is not None:
            semaphore.release()

    __del__ = release


def is_readable(sock: Any) -> bool:
    """Return whether a socket has something to read; on an idle connection that means that the server closed it."""
    if sock is None:
        return True
    try:
        if hasattr(select, "poll"):
            poll = select.poll()
            poll.register(sock, select.POLLIN | select.POLLERR | select.POLLHUP)
            return bool(poll.poll(0))
        return bool(select.select([sock], [], [], 0)[0])
    except (OSError, ValueError):
        return True


def ignore_stage(stage: str) -> None:
    """Do nothing: nobody wants to know what a request is doing."""


class Countdown:
    """The time that is left for an activity of several steps, such as "connecting"; no limit if `seconds` is None.

    `on_wait`, if there is one, is called before each wait with a function that ends it from another thread, and
    `on_stage` with the name of each step.
    """

    __slots__ = ("activity", "on_wait", "on_stage", "_expires_at")

    def __init__(
        self,
        seconds: Optional[float],
        activity: str,
        on_wait: Optional[Callable[..., None]] = None,
        on_stage: Callable[[str], Any] = ignore_stage,
    ) -> None:
        self.activity: str = activity
        self.on_wait: Optional[Callable[..., None]] = on_wait
        self.on_stage: Callable[[str], Any] = on_stage
        self._expires_at = None if seconds is None else time.monotonic() + seconds

    def remaining(self) -> Optional[float]:
        """Return the seconds that are left, None for no limit. Raises TimeoutError if none are left."""
        if self._expires_at is None:
            return None
        remaining = self._expires_at - time.monotonic()
        if remaining <= 0:
            raise timed_out(self)
        return remaining


def timed_out(countdown: Countdown) -> TimeoutError:
    """Return the error of an activity that took too long."""
    return TimeoutError("timed out while " + countdown.activity)


def shutdown(sock: Any) -> None:
    """End the waits of other threads for a socket. close() would wake none, and its descriptor could be reused."""
    try:
        # Not SSLSocket.shutdown(), which removes the TLS state while the other thread uses it.
        socket.socket.shutdown(sock, socket.SHUT_RDWR)
    except OSError:
        pass  # the connection has already ended


def ip_address(host: str, port: int) -> Optional[Address]:
    """Return the address of a host that is an IP address; None for a name, which must be looked up."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.inet_pton(family, host)
    except (OSError, ValueError):
        return None
    return family, socket.SOCK_STREAM, 0, "", (host, port)


def connect_tcp(addresses: List[Address], countdown: Countdown) -> socket.socket:
    """Connect to the first address that accepts. The addresses share the time: each gets its part of what is left.

    Raises the OSError of the last address.
    """
    countdown.on_stage("connecting")
    failure: Optional[OSError] = None
    try:
        for index, (family, type_, protocol, _, address) in enumerate(addresses):
            seconds = countdown.remaining()
            sock = None
            try:
                sock = socket.socket(family, type_, protocol)
                sock.settimeout(None if seconds is None else seconds / (len(addresses) - index))
                if countdown.on_wait is not None:
                    countdown.on_wait(partial(shutdown, sock))
                sock.connect(address)
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                return sock
            except BaseException as error:
                if sock is not None:
                    sock.close()
                if not isinstance(error, OSError):
                    raise
                failure = error
        if failure is None or isinstance(failure, socket.timeout) and failure.errno is None:
            raise timed_out(countdown)
        raise failure
    finally:
        failure = None  # its traceback refers to this frame
