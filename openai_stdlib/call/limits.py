# SPDX-License-Identifier: MIT
"""`CancelToken`, which ends calls from any thread, and deadlines that a callable sets. Loads when one is used."""

from __future__ import annotations

import _thread
from _weakref import ref

from .errors import ConfigError, OpenAIError, OptionTypeError
from .timeout import Timeout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Sequence


PAUSE = "waiting to poll again"  # what a helper does between two calls


class CallCancelledError(OpenAIError):
    """A call was ended by its CancelToken. Never retried.

    `stage` is what the call was doing, like "connecting", or "" if it had not begun: then nothing was sent. `reason` is
    what the program passed to `cancel`, or None. `received` has the events of a stream that arrived before.
    """

    received: Sequence[Any] = ()

    def __init__(self, message: str = "The call was cancelled.", *, reason: Any = None, stage: str = "") -> None:
        super().__init__(message)
        self.reason = reason
        self.stage = stage


class CancelToken:
    """Ends the calls that it was passed to as `cancel=`. May be used by any number of calls, threads and event loops.

    A token that is cancelled stays so: later calls with it raise CallCancelledError before anything is sent.
    """

    __slots__ = ("reason", "cancelled", "_calls", "__weakref__")

    def __init__(self) -> None:
        self.reason: Any = None  # what the first `cancel` was passed
        self.cancelled: bool = False
        self._calls: Dict[object, Any] = {}  # key -> weak reference to what watches a call

    def cancel(self, reason: Any = None) -> None:
        """End all calls with this token: each raises CallCancelledError. Does not wait for them.

        `reason` is an optional text for the message of the error. May be called from any thread, signal handler or
        task, and more than once; the first reason counts.
        """
        # No lock, which a signal handler might find locked by the code that it interrupts.
        if not self.cancelled:
            self.reason = reason
            self.cancelled = True
        for reference in list(self._calls.values()):
            watch = reference()
            if watch is not None:
                watch.stop()

    def watch_call(self, watch: Any) -> None:
        """Have `watch.stop()` called when the token is cancelled, as long as `watch` exists; at once if it is."""
        # The entry is made before `cancelled` is read; `cancel` sets that before it reads the entries.
        key, calls = object(), self._calls
        calls[key] = ref(watch, lambda _: calls.pop(key, None))
        if self.cancelled:
            watch.stop()

    def check(self, stage: str = "") -> None:
        """Raise CallCancelledError if the token is cancelled. `stage` is what the call is doing."""
        if self.cancelled:
            raise self.error(stage)

    def error(self, stage: str) -> CallCancelledError:
        """Return the error of a call that was cancelled at a stage."""
        where = "while " + stage if stage else "before it began; nothing was sent"
        reason = "" if self.reason is None else ": {}".format(self.reason)
        return CallCancelledError("The call was cancelled {}{}".format(where, reason), reason=self.reason, stage=stage)

    def __copy__(self) -> CancelToken:
        return self  # a copy would not be told

    def __deepcopy__(self, memo: Any) -> CancelToken:
        return self

    def __reduce__(self) -> Any:
        raise TypeError("CancelToken: cannot be pickled, because it ends calls of this process only")

    def __repr__(self) -> str:
        return "<{}{}>".format(type(self).__name__, ", cancelled" if self.cancelled else "")


class LambdaDeadline:
    """A deadline for AWS Lambda: the time that an invocation has left, except for `margin` seconds.

    `context` is the second argument of the handler; any object with the method `get_remaining_time_in_millis` will do.
    Pass the deadline as `Timeout(deadline=LambdaDeadline(context))`. The margin is what the handler needs after a call
    that took too long. Raises ConfigError.
    """

    __slots__ = ("context", "margin")

    def __init__(self, context: Any, margin: float = 1.0) -> None:
        if not callable(getattr(context, "get_remaining_time_in_millis", None)):
            raise OptionTypeError(
                "context: expected the context of a Lambda invocation, got {}; pass the second argument of the "
                "handler".format(type(context).__name__)
            )
        if isinstance(margin, bool) or not isinstance(margin, (int, float)) or not 0 <= margin < float("inf"):
            raise ConfigError("margin: {!r} is not a number of seconds >= 0".format(margin))
        self.context: Any = context
        self.margin: float = float(margin)

    def __call__(self) -> float:
        """Return the seconds that a call may take, at least 0."""
        seconds: float = self.context.get_remaining_time_in_millis() / 1000 - self.margin
        return max(0.0, seconds)

    def __repr__(self) -> str:
        return "LambdaDeadline(margin={})".format(self.margin)


class Latch:
    """Lets one thread wait until another one, or a signal handler in the same thread, calls `set`.

    Unlike those of `threading.Event`, its methods may interrupt each other.
    """

    __slots__ = ("_lock",)

    def __init__(self) -> None:
        self._lock: Any = _thread.allocate_lock()
        self._lock.acquire()

    def set(self) -> None:
        """End the wait."""
        try:
            self._lock.release()
        except RuntimeError:  # it is set
            pass

    def wait(self, seconds: float = -1) -> None:
        """Wait until the latch is set, at most for `seconds`; -1 for no limit."""
        self._lock.acquire(True, min(seconds, _thread.TIMEOUT_MAX))


class _Pause:
    """A wait of a program or a helper that a token ends by calling `wake`, in any thread."""

    __slots__ = ("stop", "__weakref__")

    def __init__(self, wake: Callable[[], Any]) -> None:
        self.stop: Callable[[], Any] = wake


def sleep(token: CancelToken, seconds: float, stage: str = PAUSE) -> None:
    """Wait for `seconds`. Raises CallCancelledError once the token is cancelled; `stage` is for its message."""
    latch = Latch()
    pause = _Pause(latch.set)
    token.watch_call(pause)
    latch.wait(seconds)
    token.check(stage)


async def sleep_async(token: CancelToken, seconds: float, stage: str = PAUSE) -> None:
    """Do the same as `sleep` under asyncio."""
    from asyncio import Event, get_running_loop

    loop, event = get_running_loop(), Event()

    def wake() -> None:
        try:
            loop.call_soon_threadsafe(event.set)
        except RuntimeError:
            pass  # the loop is closed

    pause = _Pause(wake)
    token.watch_call(pause)
    timer = loop.call_later(seconds, event.set)
    try:
        await event.wait()
    finally:
        timer.cancel()
    token.check(stage)


def resolve_deadline(timeout: Timeout) -> Timeout:
    """Return a Timeout whose deadline is a number: what its callable returns now, None for no limit.

    A negative number counts as 0, so that the call fails before anything is sent. Raises ConfigError for anything else.
    """
    deadline: Any = timeout.deadline
    if not callable(deadline):
        return timeout
    seconds: Any = deadline()
    if seconds is not None:
        if isinstance(seconds, bool) or not isinstance(seconds, (int, float)) or seconds != seconds:
            text = "timeout (deadline): the callable returned {!r}, not a number of seconds; for no limit, return None"
            raise ConfigError(text.format(seconds))
        seconds = max(0.0, seconds)
    return Timeout(timeout, deadline=seconds)
