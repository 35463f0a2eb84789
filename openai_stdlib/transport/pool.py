# SPDX-License-Identifier: MIT
"""Open TCP connections, keep idle ones in a thread-safe pool, and limit those in use. Independent of HTTP.

A connection is in the pool only while nobody uses it: `get` removes it and `put` returns it. Safe across fork.
"""

from __future__ import annotations

import os
import select
import socket
import time
from _thread import allocate_lock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Hashable, List, Optional, Tuple

    Address = Tuple[Any, ...]  # as from socket.getaddrinfo


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
        self._pid = os.getpid()
        self._closed = False

    def get(self, key: Hashable) -> Optional[Any]:
        """Remove and return an idle connection for `key` that is still usable; None if there is none."""
        while True:
            with self._lock:
                if self._pid != os.getpid():
                    self._reset_after_fork()
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

        The connection itself is closed if the pool is closed or belongs to the parent process.
        """
        to_close = [connection]
        with self._lock:
            if self._pid == os.getpid() and not self._closed:
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
        # After a fork the sockets are shared with the parent process. Closing this process's copies of the descriptors
        # leaves the parent's connections intact; using them would not.
        for idle in self._idle.values():
            for _, connection in idle:
                connection.close()
        self._idle = {}
        self._count = 0
        self._pid = os.getpid()

    def close(self) -> None:
        """Close all idle connections, and from now on those that are returned."""
        with self._lock:
            self._closed = True
            all_idle, self._idle, self._count = self._idle, {}, 0
        for idle in all_idle.values():
            for _, connection in idle:
                connection.close()

    def __del__(self) -> None:
        if hasattr(self, "_lock"):
            self.close()


class ConnectionSemaphore:
    """Limits the number of connections in use to `count`; further threads wait in `acquire`."""

    def __init__(self, count: int) -> None:
        # Imported here because it loads `threading`, which only transports with a limit need. SimpleQueue.put() is
        # reentrant, so a permit may be released during garbage collection.
        from queue import Empty, SimpleQueue

        self._empty_error = Empty
        self._available: Any = SimpleQueue()
        for _ in range(count):
            self._available.put(None)

    def acquire(self, timeout: Optional[float]) -> Permit:
        """Wait up to `timeout` seconds (None: forever) for a permit. Raises TimeoutError."""
        try:
            self._available.get(timeout=timeout)
        except self._empty_error:
            raise TimeoutError("timed out while waiting for a connection from the pool") from None
        return Permit(self._available)


class Permit:
    """Permission to use one connection. It is released once, at the latest by garbage collection."""

    __slots__ = ("_available",)

    def __init__(self, available: Any) -> None:
        self._available = available

    def release(self) -> None:
        """Return the permit. Further calls do nothing."""
        available, self._available = self._available, None
        if available is not None:
            available.put(None)

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


class Countdown:
    """The time that is left for an activity of several steps, such as "connecting"; no limit if `seconds` is None."""

    __slots__ = ("activity", "_expires_at")

    def __init__(self, seconds: Optional[float], activity: str) -> None:
        self.activity = activity
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
    failure: Optional[OSError] = None
    try:
        for index, (family, type_, protocol, _, address) in enumerate(addresses):
            seconds = countdown.remaining()
            sock = None
            try:
                sock = socket.socket(family, type_, protocol)
                sock.settimeout(None if seconds is None else seconds / (len(addresses) - index))
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
