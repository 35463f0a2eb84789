# SPDX-License-Identifier: MIT
"""Idle connections, kept for the next request, and turns for those in use. Thread-safe, bounded. Knows no HTTP.

A connection is in the pool only while nobody uses it: `take` hands it over, `put` gives it back. Safe across fork.
"""

from __future__ import annotations

import os
import select
import time
from _thread import allocate_lock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Hashable, List, Optional, Tuple


class ConnectionPool:
    """Idle connections by key; the one that was used last is taken first.

    At most `max_idle` are kept in all, none for longer than `idle_seconds`: servers and firewalls drop silent
    connections, and a request on a dropped one costs more than a new handshake.
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
        """Return an idle connection for `key` that is still good, or None."""
        while True:
            with self._lock:
                if self._pid != os.getpid():
                    self._reset_after_fork()
                waiting = self._idle.get(key)
                if not waiting:
                    return None
                since, connection = waiting.pop()
                self._count -= 1
            if time.monotonic() - since <= self.idle_timeout and not is_readable(connection.sock):
                return connection
            connection.close()

    def put(self, key: Hashable, connection: Any) -> None:
        """Keep a connection whose last answer has been read to its end; closes it if there is no room for it."""
        surplus = [connection]
        with self._lock:
            if self._pid == os.getpid() and not self._closed:
                now = time.monotonic()
                self._idle.setdefault(key, []).append((now, connection))
                self._count += 1
                surplus = self._pop_expired(now - self.idle_timeout)
        for connection in surplus:
            connection.close()

    def _pop_expired(self, limit: float) -> List[Any]:
        """Take out what has been idle since before `limit`, and the oldest of what is too many."""
        surplus = []
        for key in list(self._idle):
            waiting = self._idle[key]
            while waiting and (waiting[0][0] < limit):
                surplus.append(waiting.pop(0)[1])
            if not waiting:
                del self._idle[key]
        self._count -= len(surplus)
        if self._count > self.max_idle_connections:
            key = min(self._idle, key=lambda k: self._idle[k][0][0])
            surplus.append(self._idle[key].pop(0)[1])
            self._count -= 1
        return surplus

    def _reset_after_fork(self) -> None:
        # After a fork the sockets are shared with the parent: closing our copies of the descriptors leaves its
        # connections alone, using them would not.
        for waiting in self._idle.values():
            for _, connection in waiting:
                connection.close()
        self._idle = {}
        self._count = 0
        self._pid = os.getpid()

    def close(self) -> None:
        """Close all idle connections, and those that come back later."""
        with self._lock:
            self._closed = True
            waiting, self._idle, self._count = self._idle, {}, 0
        for connections in waiting.values():
            for _, connection in connections:
                connection.close()

    def __del__(self) -> None:
        if hasattr(self, "_lock"):
            self.close()


class ConnectionSemaphore:
    """Who may use a connection: so many threads at once, the others wait."""

    def __init__(self, count: int) -> None:
        # Imported by who wants a limit: it takes `threading` along. Its put() may be called while garbage is collected.
        from queue import Empty, SimpleQueue

        self._none = Empty
        self._free: Any = SimpleQueue()
        for _ in range(count):
            self._free.put(None)

    def acquire(self, seconds: Optional[float]) -> Permit:
        """Wait for one's turn. Raises TimeoutError."""
        try:
            self._free.get(timeout=seconds)
        except self._none:
            raise TimeoutError("timed out while waiting for one of the pool's connections") from None
        return Permit(self._free)


class Permit:
    """One turn; it can end but once, and ends when it is forgotten."""

    __slots__ = ("_free",)

    def __init__(self, free: Any) -> None:
        self._free = free

    def release(self) -> None:
        """Let others have their turn."""
        free, self._free = self._free, None
        if free is not None:
            free.put(None)

    __del__ = release


def is_readable(sock: Any) -> bool:
    """Tell whether a socket has something to read. On an idle connection that means: the server has hung up."""
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
