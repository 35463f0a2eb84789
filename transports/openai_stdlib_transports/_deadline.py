# SPDX-License-Identifier: MIT
"""Deadlines, and calls that are aborted, for all adapters. Imports neither an HTTP library nor the core.

The timeouts of sync HTTP libraries apply to single operations of a socket: a server that sends a byte now and then, a
host with several addresses or a name server that never responds can exceed them by any factor. So `send_within` waits
for the response in a thread of its own, and ends the wait at the deadline whatever the library is doing.

No library tells which socket a request uses before its response is there. To wake the thread, `_shut_down_socket` looks
for the socket where the thread waits.
"""

from __future__ import annotations

import contextvars
import socket
import sys
import threading
import time
from contextlib import suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, TypeVar

    Result = TypeVar("Result", bound="tuple[Any, ...]")

DEADLINE_EXCEEDED = "the call's deadline was exceeded"
MAX_DEPTH = 20  # frames above that in which a thread waits; the libraries need fewer to find their sockets


class Deadline:
    """The point in time at which an exchange must be complete: `seconds` from now, or never if None."""

    __slots__ = ("_expires_at",)

    def __init__(self, seconds: float | None) -> None:
        self._expires_at = None if seconds is None else time.monotonic() + seconds

    @property
    def is_set(self) -> bool:
        """Whether there is a deadline."""
        return self._expires_at is not None

    def cap(self, seconds: float | None) -> float | None:
        """Return `seconds`, but no more than remain until the deadline. Raises TimeoutError if none remain."""
        if self._expires_at is None:
            return seconds
        remaining = self._expires_at - time.monotonic()
        if remaining <= 0:
            raise TimeoutError(DEADLINE_EXCEEDED)
        return remaining if seconds is None else min(seconds, remaining)


def send_within(
    deadline: Deadline,
    send: Callable[[], Result],
    abandon: Callable[[], None] | None = None,
    on_wait: Callable[..., None] | None = None,
) -> Result:
    """Return `send()`, a tuple whose third item is a ResponseBody. Raises TimeoutError at the deadline.

    Without a deadline, this is a plain call, unless another thread may abort the request: then it has an `on_wait`.
    Otherwise a daemon thread sends, and expires the body at the deadline. A `send` that has not returned by then is
    abandoned: its socket is shut down, and its thread closes the response if there is one. If it waits for something
    else, such as a name server, it ends with the library's own timeouts. `abandon` is called first, for example to end
    an upload.
    """
    if deadline.cap(None) is None and on_wait is None:
        return send()
    supervised = _SupervisedSend(deadline, send)
    try:
        supervised.start()
    except RuntimeError:  # no more threads, or the interpreter is shutting down
        return send()
    result: Result = supervised.wait(abandon, on_wait)
    return result


class _SupervisedSend(threading.Thread):
    """A thread that sends a request, and expires the body of the response at the deadline."""

    def __init__(self, deadline: Deadline, send: Callable[[], Any]) -> None:
        super().__init__(name="openai-stdlib-send", daemon=True)
        self._deadline = deadline
        self._send: Callable[[], Any] = send
        self._context = contextvars.copy_context()  # instrumentation of HTTP libraries keeps its state there
        self._lock = threading.Lock()
        self._returned, self._released = threading.Event(), threading.Event()
        self._abandoned = False
        self._result: Any = None
        self._error: BaseException | None = None

    def run(self) -> None:
        """Send, and watch the body until its connection is released."""
        try:
            result = self._context.run(self._send)
        except BaseException as error:
            if error.__traceback__ is not None:
                error.__traceback__ = error.__traceback__.tb_next  # without this frame, which may still be running
            self._send, self._error = _refuse, error
            self._returned.set()
            return
        self._send = _refuse  # it refers to the request
        body = result[2]
        body.on_release = self._released.set
        with self._lock:
            self._result = result
            abandoned = self._abandoned
        del result
        self._returned.set()
        if not abandoned and not self._deadline.is_set:
            return
        if not abandoned and not body.is_released:
            try:
                self._released.wait(self._deadline.cap(None))
            except TimeoutError:
                pass
        if not self._released.is_set() and not body.is_released:
            body.expire()

    def wait(self, abandon: Callable[[], None] | None, on_wait: Callable[..., None] | None) -> Any:
        """Return the result of `send`, or raise its exception, or TimeoutError at the deadline.

        Raises ConnectionError if the request is aborted.
        """
        try:
            if on_wait is not None:
                on_wait(self._returned.set)
            self._returned.wait(self._deadline.cap(None))
            self._deadline.cap(None)
            if on_wait is not None:
                on_wait()
        except BaseException:  # also KeyboardInterrupt
            with self._lock:
                self._abandoned = True
                unused = self._result
            if abandon is not None:
                abandon()
            if unused is not None:
                unused[3]()
            elif self.ident is not None:
                _shut_down_socket(self.ident)
            raise
        result, error = self._result, self._error
        self._result = self._error = None
        try:
            if error is not None:
                raise error
        finally:
            del error  # its traceback refers to this frame
        return result


def shutdown_socket(sock: object) -> None:
    """End any read that waits on a socket, in whatever thread; do nothing if `sock` is not a socket.

    close() would wake no reader, and its file descriptor could be reused while the reader still waits on it.
    """
    if isinstance(sock, socket.socket):
        with suppress(OSError):
            # Not SSLSocket.shutdown(), which removes the TLS state while the reader uses it.
            socket.socket.shutdown(sock, socket.SHUT_RDWR)


def _shut_down_socket(thread_id: int) -> None:
    """Shut down the socket for which a thread waits. Not with HTTP/2, where other calls share it."""
    frames: dict[int, Any] = getattr(sys, "_current_frames", dict)()
    frame = frames.get(thread_id)
    for _ in range(MAX_DEPTH):
        if frame is None or frame.f_globals.get("__name__", "").endswith("http2"):
            return
        # In socket.py and ssl.py, a socket is `self`, or an attribute of it; while connecting, a local variable.
        for owner in (frame.f_locals.get("self"), frame.f_locals.get("sock")):
            for candidate in (owner, getattr(owner, "_sock", None), getattr(owner, "sock", None)):
                if isinstance(candidate, socket.socket):
                    shutdown_socket(candidate)
                    return
        frame = frame.f_back


def _refuse() -> None:
    raise RuntimeError("the request was already sent")
