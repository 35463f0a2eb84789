# SPDX-License-Identifier: MIT
"""Calls with a CancelToken, and with limits that transports don't enforce: first_byte, first_event, between_events.

Loads when one of them is set. `limit` puts a `LimitedTransport` around the transport of a call; under asyncio, that of
async_limited_calls.py. Either ends the wait that the call is in, whatever transport it uses, and raises the error in
place of what the transport makes of it.
"""

from __future__ import annotations

import time
from functools import partial
from weakref import ref

from ..call.limits import Latch, resolve_deadline
from ..transport.abortable import Abort, AbortableRequest
from ..transport.connection import WAITING
from .call_threads import LimitTimer, run_abandonably

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Iterator, Optional, Tuple

    from ..call.limits import CancelToken
    from ..call.prepare import Call
    from ..call.timeout import Timeout
    from ..transport.base import SendResult

READING = "reading the response"
SIGNING = "getting credentials"
SLEEPING = "waiting to retry"
NO_LIMIT = ("", None)
EXCEEDED = {
    "first_byte": "the response did not begin within {:g} s (first_byte)",
    "first_event": "the first event did not arrive within {:g} s (first_event)",
    "between_events": "no event arrived for {:g} s (between_events)",
}


def limit(client: Any, call: Call, transport: Any) -> Any:
    """Return a transport that ends a prepared call in time; make its deadline a number.

    Raises CallCancelledError if its token is cancelled already, and ConfigError if the callable of a deadline fails to
    return a number.
    """
    token: Optional[CancelToken] = (call.options or {}).get("cancel")
    try:
        if token is not None:
            token.check()
        timeout = call.request.timeout
        if callable(timeout.deadline):
            call.request = call.request.replace(timeout=resolve_deadline(timeout))
    except BaseException:
        call.close()
        raise
    if token is None and not call.request.timeout.needs_watch:
        return transport
    return client._limit_transport(transport, CallWatch(token, call.request.timeout, bool(call.stream)))


class Limits:
    """Which limit applies to the next wait of an attempt, and how many seconds of it are left.

    Only waits use them up, not what the program does between two events.
    """

    __slots__ = ("timeout", "name", "left", "reads_events", "_has_waited")

    def __init__(self, timeout: Timeout, is_stream: bool) -> None:
        self.timeout: Timeout = timeout
        self.name: str = "first_event"
        self.left: Optional[float] = timeout.first_event if is_stream else None
        self.reads_events: bool = False  # whether the body is decoded, and not read as bytes
        self._has_waited = False  # for the body

    def for_head(self) -> Tuple[str, Optional[float]]:
        """Return name and seconds of the limit for sending the request and waiting for the response."""
        first_byte: Optional[float] = self.timeout.first_byte
        if first_byte is None or self.left is not None and self.left < first_byte:
            return self.name, self.left
        return "first_byte", first_byte

    def for_body(self) -> Tuple[str, Optional[float]]:
        """Return name and seconds of the limit for the next wait for bytes of the body."""
        self._has_waited = True
        return self.name, self.left if self.reads_events else None

    def use(self, seconds: float) -> None:
        """Record how long a wait took."""
        if self.left is not None:
            self.left = max(0.0, self.left - seconds)

    def on_events(self) -> None:
        """Record that an event has arrived, if there was a wait for one."""
        if not self._has_waited:
            return
        self.name, self.left = "between_events", self.timeout.between_events

    def error(self, name: str) -> TimeoutError:
        """Return the error of a limit that was exceeded."""
        return TimeoutError(EXCEEDED[name].format(getattr(self.timeout, name)))


class CallWatch:
    """Ends the waits of one call when its token is cancelled. The token has a weak reference to it."""

    __slots__ = ("token", "timeout", "is_stream", "activity", "__weakref__")

    def __init__(self, token: Optional[CancelToken], timeout: Timeout, is_stream: bool) -> None:
        self.token: Optional[CancelToken] = token
        self.timeout: Timeout = timeout
        self.is_stream: bool = is_stream
        self.activity: Any = None  # weak reference to what the call is doing; strong ones would be a cycle
        if token is not None:
            token.watch_call(self)

    def stop(self) -> None:
        """End what the call is doing."""
        activity = None if self.activity is None else self.activity()
        if activity is not None:
            activity.interrupt()

    def is_cancelled(self) -> bool:
        """Return whether the token of the call is cancelled."""
        return self.token is not None and self.token.cancelled

    def begin_limits(self) -> Limits:
        """Return the limits of a new attempt."""
        return Limits(self.timeout, self.is_stream)

    def error(self, stage: str, limits: Optional[Limits], exceeded: str) -> BaseException:
        """Return the error of a call that was ended: of the token, else of the limit `exceeded`."""
        if self.token is not None and self.token.cancelled:
            return self.token.error(stage)
        assert limits is not None
        return limits.error(exceeded)


class Activity(Abort):
    """What a sync call is doing: an attempt with the body of its response, or a pause. Ended by another thread."""

    __slots__ = ("stage", "limits", "exceeded", "is_abandoned", "_watch", "_timer", "_outer", "__weakref__")

    def __init__(self, watch: CallWatch, stage: str, limits: Optional[Limits] = None, outer: Any = None) -> None:
        super().__init__()
        self.stage: str = stage
        self.limits: Optional[Limits] = limits
        self.exceeded: str = ""  # the name of a limit
        self.is_abandoned: bool = False  # whether a thread still uses the response, and will close it
        self._watch = watch
        self._timer: Optional[LimitTimer] = None
        self._outer: Optional[Callable[..., Any]] = outer  # `on_wait` of whatever else may abort the call
        watch.activity = ref(self)

    def check(self) -> None:
        """Notice that the token is cancelled before it tells: it ends the calls one after another."""
        if self._watch.is_cancelled():
            self.aborted = True

    def interrupt(self) -> None:
        """End the wait, because the token was cancelled. May be called by any thread."""
        self.abort()

    def on_wait(self, wake: Optional[Callable[[], Any]] = None) -> None:
        """Keep the function that ends the next wait. Raises ConnectionError if the call has been aborted."""
        self.check()
        super().on_wait(wake)
        if self._outer is not None:
            self._outer(wake)

    def run(self, limit: Tuple[str, Optional[float]], function: Callable[..., Any], *args: Any) -> Any:
        """Call a function that waits, within a limit. Raises the error of what ended it, if anything did."""
        name, seconds = limit
        started_at = 0.0
        try:
            self.on_wait(self._wake)
            if seconds is not None:
                started_at = self._start_timer(name, seconds)
            return function(*args)
        except Exception:
            if not self.aborted:
                raise
        finally:
            if seconds is not None:
                self._stop_timer(started_at)
        raise self._watch.error(self.stage, self.limits, self.exceeded)

    def _start_timer(self, name: str, seconds: float) -> float:
        if self._timer is None:
            self._timer = LimitTimer.start_for(self)
        now = time.monotonic()
        if self._timer is not None:
            self._timer.set(now + seconds, name)
        elif seconds <= 0:  # on a host without threads, limits are checked between two waits only
            self.expire(name)
            raise TimeoutError
        return now

    def _stop_timer(self, started_at: float) -> None:
        if self._timer is not None:
            self._timer.set(None)
        if self.limits is not None:
            self.limits.use(time.monotonic() - started_at)

    def expire(self, name: str) -> None:
        """End the wait because a limit is exceeded; called by the timer's thread."""
        self.exceeded = name
        self.abort()

    def end(self) -> None:
        """Let the timer's thread end."""
        if self._timer is not None:
            self._timer.end()

    def __del__(self) -> None:
        self.end()


def note_stage(reference: Any, stage: str) -> None:
    """Note what a call is doing now. `reference` is weak: what reads the response has this function."""
    activity = reference()
    if activity is not None:
        activity.check()
        activity.stage = stage


class LimitedTransport:
    """Sends the requests of one call over another sync transport, within what `watch` has to enforce."""

    def __init__(self, transport: Any, watch: CallWatch) -> None:
        self._transport = transport
        self._watch = watch
        self._is_abortable: bool = getattr(type(transport), "is_abortable", False)

    def send(self, request: Any) -> SendResult:
        """Send a request; see `Transport.send`."""
        limits = self._watch.begin_limits()
        activity = Activity(self._watch, WAITING, limits, getattr(request, "on_wait", None))
        try:
            status, headers, chunks, close = activity.run(limits.for_head(), self._send, request, activity)
        except BaseException:
            activity.end()
            raise
        activity.stage = READING
        body = LimitedChunks(iter(chunks), close, activity, limits, self._is_abortable)
        return status, headers, body, LimitedClose(close, activity)

    def _send(self, request: Any, activity: Activity) -> SendResult:
        limited = AbortableRequest(request, activity)
        limited.on_stage = partial(note_stage, ref(activity))
        result: SendResult
        if self._is_abortable:
            result = self._transport.send(limited)
        else:
            result = run_abandonably(activity, _close_result, self._transport.send, limited)
        try:
            activity.on_wait(result[3])
        except BaseException:
            result[3]()
            raise
        return result

    def sleep_in_call(self, seconds: float, event: Any = None) -> None:
        """Wait before the next attempt. Another thread may set `event`, which ends the wait."""
        activity = Activity(self._watch, SLEEPING)
        activity.run(NO_LIMIT, _wait, event or Latch(), activity, seconds)

    def sign_in_call(self, sign: Callable[[Any], Any], request: Any) -> Any:
        """Return the signed request. A `sign` that waits when the call is cancelled is abandoned with its thread."""
        activity = Activity(self._watch, SIGNING)
        return activity.run(NO_LIMIT, run_abandonably, activity, id, sign, request)


def _wait(event: Any, activity: Activity, seconds: float) -> None:
    activity.on_wait(event.set)
    event.wait(seconds)
    activity.on_wait()


def _close_result(result: Optional[SendResult]) -> None:
    """Close the response that an abandoned thread has received."""
    if result is not None:
        result[3]()


class LimitedChunks:
    """The body of a response: an iterator of its bytes, each of whose waits can be ended.

    `limits` are told about events by whoever decodes them.
    """

    def __init__(
        self, chunks: Iterator[bytes], close: Callable[[], Any], activity: Activity, limits: Limits, is_abortable: bool
    ) -> None:
        self.limits: Limits = limits
        self._chunks = chunks
        self._close = close
        self._activity = activity
        self._is_abortable = is_abortable

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        activity = self._activity
        try:
            chunk: bytes = activity.run(
                self.limits.for_body(), next if self._is_abortable else self._read, self._chunks
            )
            return chunk
        except BaseException:
            activity.end()
            raise

    def _read(self, chunks: Iterator[bytes]) -> bytes:
        """Return the next chunk, read by a thread that can be abandoned."""
        chunk: bytes = run_abandonably(self._activity, self._close_abandoned, next, chunks)
        self._activity.on_wait(self._close)
        return chunk

    def _close_abandoned(self, chunk: Any) -> None:
        self._close()


class LimitedClose:
    """Closes a response. It passes as a method of the transport's response, which programs may look for."""

    def __init__(self, close: Callable[[], Any], activity: Activity) -> None:
        self._close = close
        self._activity = activity

    def __call__(self) -> None:
        self._activity.end()
        if not self._activity.is_abandoned:
            self._close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._close, name)
