# SPDX-License-Identifier: MIT
"""Deadlines, for all adapters. Imports neither an HTTP library nor the core.

The timeouts of sync HTTP libraries apply to single operations of a socket: a server that sends a byte now and then, a
host with several addresses or a name server that never responds can exceed them by any factor. So `send_within` waits
for the response in a thread of its own, and ends the wait at the deadline whatever the library is doing.
"""

from __future__ import annotations

import contextvars
import threading
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, TypeVar

    Result = TypeVar("Result", bound="tuple[Any, ...]")

DEADLINE_EXCEEDED = "the call's deadline was exceeded"


class Deadline:
    """The point in time at which an exchange must be complete: `seconds` from now, or never if None."""

    __slots__ = ("_expires_at",)

    def __init__(self, seconds: float | None) -> None:
        self._expires_at = None if seconds is None else time.monotonic() + seconds

    def cap(self, seconds: float | None) -> float | None:
        """Return `seconds`, but no more than remain until the deadline. Raises TimeoutError if none remain."""
        if self._expires_at is None:
            return seconds
        remaining = self._expires_at - time.monotonic()
        if remaining <= 0:
            raise TimeoutError(DEADLINE_EXCEEDED)
        return remaining if seconds is None else min(seconds, remaining)


def send_within(deadline: Deadline, send: Callable[[], Result], abandon: Callable[[], None] | None = None) -> Result:
    """Return `send()`, a tuple whose third item is a ResponseBody. Raises TimeoutError at the deadline.

    Without a deadline, this is a plain call. Otherwise a daemon thread sends, and expires the body at the deadline. A
    `send` that has not returned by then is abandoned: its thread ends with the library's own timeouts, and closes the
    response. `abandon` is called first, for example to end an upload.
    """
    if deadline.cap(None) is None:
        return send()
    supervised = _SupervisedSend(deadline, send)
    try:
        supervised.start()
    except RuntimeError:  # no more threads, or the interpreter is shutting down
        return send()
    result: Result = supervised.wait(abandon)
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
        if not abandoned and not body.is_released:
            try:
                self._released.wait(self._deadline.cap(None))
            except TimeoutError:
                pass
        if not self._released.is_set() and not body.is_released:
            body.expire()

    def wait(self, abandon: Callable[[], None] | None) -> Any:
        """Return the result of `send`, or raise its exception, or TimeoutError at the deadline."""
        try:
            self._returned.wait(self._deadline.cap(None))
            self._deadline.cap(None)
        except BaseException:  # also KeyboardInterrupt
            with self._lock:
                self._abandoned = True
                unused = self._result
            if abandon is not None:
                abandon()
            if unused is not None:
                unused[3]()
            raise
        result, error = self._result, self._error
        self._result = self._error = None
        try:
            if error is not None:
                raise error
        finally:
            del error  # its traceback refers to this frame
        return result


def _refuse() -> None:
    raise RuntimeError("the request was already sent")
