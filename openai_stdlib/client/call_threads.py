# SPDX-License-Identifier: MIT
"""Threads of calls that can be ended: the timer of a limit, and one that waits in place of the caller."""

from __future__ import annotations

import contextvars
import threading
import time
from weakref import ref

from ..call.host_limits import can_start_threads
from ..call.limits import Latch
from ..transport.abortable import CANCELLED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, List, Optional, Tuple


class LimitTimer:
    """Calls `expire(name)` of an object, from a daemon thread, once a limit is exceeded. Whoever uses it must end it.

    The thread sleeps until the earliest time that it knows; setting a later one, or none, doesn't wake it. So a stream
    with a limit between events costs no switch of threads for each event.
    """

    def __init__(self, target: Any) -> None:
        self._condition = threading.Condition()
        self._target = ref(target)
        self._expires_at: Optional[float] = None  # on the monotonic clock
        self._limit_name = ""
        self._wakes_at: Optional[float] = None
        self._ended = False

    @classmethod
    def start_for(cls, target: Any) -> Optional[LimitTimer]:
        """Return a running timer; None on a host that starts no threads."""
        timer = cls(target)
        try:
            if can_start_threads():
                threading.Thread(target=timer._run, name="call-limit", daemon=True).start()
                return timer
        except RuntimeError:  # no more threads
            pass
        return None

    def set(self, expires_at: Optional[float], name: str = "") -> None:
        """Set the time at which the limit `name` is exceeded; None for no limit."""
        with self._condition:
            self._expires_at, self._limit_name = expires_at, name
            if expires_at is not None and (self._wakes_at is None or expires_at < self._wakes_at):
                self._condition.notify()

    def end(self) -> None:
        """Let the thread end. Does not wait for it."""
        with self._condition:
            self._ended = True
            self._condition.notify()

    def _run(self) -> None:
        with self._condition:
            while not self._ended:
                seconds = None if self._expires_at is None else self._expires_at - time.monotonic()
                if seconds is not None and seconds <= 0:
                    target = self._target()
                    if target is not None:
                        # With the lock, so that the wait cannot end, and another one begin, meanwhile.
                        target.expire(self._limit_name)
                    return
                self._wakes_at = self._expires_at
                self._condition.wait(seconds)


def run_abandonably(abort: Any, on_abandoned: Callable[[Any], Any], function: Callable[..., Any], *args: Any) -> Any:
    """Return `function(*args)`, called in a daemon thread that is abandoned if the call is aborted meanwhile.

    For functions that nothing can end. When it returns after all, `on_abandoned(result)` is called, with None if it
    failed. On a host without threads this is a plain call. Raises ConnectionError if the call is aborted.
    """
    returned = Latch()
    outcome: List[Tuple[Any, Optional[BaseException]]] = []
    context = contextvars.copy_context()  # of instrumentation

    def work() -> None:
        try:
            outcome.append((context.run(function, *args), None))
        except BaseException as error:
            outcome.append((None, error))
        returned.set()
        if abort.aborted:
            discard()

    def discard() -> None:
        try:
            result, _ = outcome.pop()  # by this thread or the other one
        except IndexError:
            return
        on_abandoned(result)

    started = False
    try:
        started = _start(work)
        if started:
            abort.on_wait(returned.set)
            returned.wait()
            if abort.aborted:
                raise ConnectionError(CANCELLED)
    except BaseException:  # also KeyboardInterrupt
        abort.aborted = abort.is_abandoned = True
        discard()
        raise
    if not started:
        return function(*args)
    result, error = outcome.pop()
    try:
        if error is not None:
            raise error
    finally:
        del error  # its traceback refers to this frame
    return result


def _start(work: Callable[[], None]) -> bool:
    """Run `work` in a daemon thread; return False on a host that starts no threads, or no more of them."""
    try:
        if can_start_threads():
            threading.Thread(target=work, name="call-send", daemon=True).start()
            return True
    except RuntimeError:
        pass
    return False
