# SPDX-License-Identifier: MIT
"""`TranscriptGrouper`: the transcript of a live session as segments to show, one for each turn of a speaker."""

from __future__ import annotations

import threading
import time
from collections import deque

from ..call.errors import OpenAIError
from ..call.host_limits import start_daemon
from .transcript_policy import Options, TranscriptSegment
from .transcript_state import TranscriptState

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Deque, Dict, List, Optional, Sequence, Tuple

UPDATED, CLOSED = "segment.updated", "segment.closed"


class _BaseGrouper:
    """Handlers, updates, and the timer for what happens without an event."""

    def __init__(
        self,
        *,
        min_turn_separation_ms: Optional[float] = None,
        assistant_silence_ms: Optional[float] = None,
        backchannel_max_duration_ms: Optional[float] = None,
        backchannel_isolation_ms: Optional[float] = None,
        additional_acknowledgments: Optional[Sequence[str]] = None,
    ) -> None:
        given = {
            "min_turn_separation_ms": min_turn_separation_ms,
            "assistant_silence_ms": assistant_silence_ms,
            "backchannel_max_duration_ms": backchannel_max_duration_ms,
            "backchannel_isolation_ms": backchannel_isolation_ms,
        }
        options: Dict[str, Any] = {name: value for name, value in given.items() if value is not None}
        phrases = tuple(additional_acknowledgments or ())
        self._state = TranscriptState(Options(additional_acknowledgments=phrases, **options), self._now)
        self._updates: Deque[Any] = deque()
        self._timer: Any = None
        self._timer_number = 0
        self._handlers: Dict[str, List[Tuple[Any, bool]]] = {}  # event type -> handlers, and whether they run once
        self._handlers_lock = threading.Lock()
        # Of the sync grouper:
        self._lock = threading.Lock()
        self._is_dispatching = False
        # Of the async one:
        self._loop: Any = None
        self._task: Any = None  # that calls the handlers
        self._waiters = 0

    def _now(self) -> float:
        return time.monotonic() * 1000

    def on(self, event_type: str, handler: Optional[Callable[[Any], Any]] = None) -> Any:
        """Call a handler for each "segment.updated" or "segment.closed"; return self, or a decorator without one."""
        return self._register(event_type, handler, False)

    def once(self, event_type: str, handler: Optional[Callable[[Any], Any]] = None) -> Any:
        """Call a handler for the next event only; as `on`."""
        return self._register(event_type, handler, True)

    def _register(self, event_type: str, handler: Optional[Callable[[Any], Any]], is_once: bool) -> Any:
        def register(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
            with self._handlers_lock:
                self._handlers.setdefault(event_type, []).append((function, is_once))
            return function

        if handler is None:
            return register
        register(handler)
        return self

    def off(self, event_type: str, handler: Callable[[Any], Any]) -> Any:
        """Remove a handler; return self."""
        with self._handlers_lock:
            handlers = self._handlers.get(event_type, [])
            for entry in handlers:
                if entry[0] == handler:
                    handlers.remove(entry)
                    break
        return self

    def _handlers_for(self, update: Any) -> List[Any]:
        event_type = UPDATED if isinstance(update, TranscriptSegment) else CLOSED
        with self._handlers_lock:
            entries = self._handlers.get(event_type, [])
            self._handlers[event_type] = [entry for entry in entries if not entry[1]]
            return [handler for handler, _ in entries]

    def _stop_timer(self) -> None:
        self._timer_number += 1
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _schedule(self) -> None:
        self._stop_timer()
        delay = self._state.delay()
        if delay is not None:
            number = self._timer_number
            self._timer = self._call_later(delay / 1000, lambda: self._on_timer(number))

    def _take_tick(self, number: int) -> bool:
        """Take the updates of a timer, and return False if it is not the current one."""
        if number != self._timer_number or self._state.closed:
            return False
        self._timer = None
        self._updates.extend(self._state.tick())
        self._schedule()
        return True

    def _call_later(self, seconds: float, callback: Callable[[], None]) -> Any:
        raise NotImplementedError

    def _on_timer(self, number: int) -> None:
        raise NotImplementedError


class TranscriptGrouper(_BaseGrouper):
    """Groups the transcript events of one live session into segments of one speaker each.

    Push each event of the session; `on("segment.updated")` gets a TranscriptSegment to show instead of the one with the
    same id, `on("segment.closed")` a TranscriptSegmentClosedEvent. Short acknowledgments of the assistant while the
    user speaks are dropped, unless `backchannel_max_duration_ms` is 0. Handlers run one after the other, also in a
    thread of a timer. Also a context manager, which closes it.
    """

    def push(self, event: Any) -> None:
        """Take an event of the session. Raises OpenAIError for an invalid transcript event, and after `close`."""
        with self._lock:
            updates = self._state.push(event)
            if updates is None:
                return
            self._updates.extend(updates)
            self._schedule()
        self._dispatch()

    def close(self) -> None:
        """End all segments. May be called more than once, also by a handler."""
        with self._lock:
            self._updates.extend(self._state.finish("manual"))
            self._stop_timer()
        self._dispatch()

    def __enter__(self) -> TranscriptGrouper:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _call_later(self, seconds: float, callback: Callable[[], None]) -> Any:
        timer = threading.Timer(seconds, callback)
        start_daemon(timer, "TranscriptGrouper", "use AsyncTranscriptGrouper instead")
        return timer

    def _on_timer(self, number: int) -> None:
        with self._lock:
            if not self._take_tick(number):
                return
        self._dispatch()

    def _dispatch(self) -> None:
        """Call the handlers, unless that is being done already: then whoever does it goes on."""
        with self._lock:
            if self._is_dispatching:
                return
            self._is_dispatching = True
        try:
            while True:
                with self._lock:
                    if not self._updates:
                        self._is_dispatching = False
                        return
                    update = self._updates.popleft()
                for handler in self._handlers_for(update):
                    handler(update)
        except BaseException:
            with self._lock:
                self._is_dispatching = False
            raise


class AsyncTranscriptGrouper(_BaseGrouper):
    """Async variant of `TranscriptGrouper`; handlers may be async. Use it in one event loop, with `async with`."""

    def _get_loop(self) -> Any:
        from asyncio import get_running_loop

        loop = get_running_loop()
        if self._loop is None:
            self._loop = loop
        if self._loop is not loop:
            raise OpenAIError("the transcript grouper belongs to another event loop; use one for each")
        return loop

    async def push(self, event: Any) -> None:
        """Take an event of the session, and wait for the handlers. Raises OpenAIError as `TranscriptGrouper.push`."""
        self._get_loop()
        updates = self._state.push(event)
        if updates is not None:
            self._updates.extend(updates)
            self._schedule()
            await self._dispatch()

    async def close(self) -> None:
        """End all segments, and wait for the handlers. May be called more than once."""
        self._get_loop()
        self._updates.extend(self._state.finish("manual"))
        self._stop_timer()
        await self._dispatch()

    async def __aenter__(self) -> AsyncTranscriptGrouper:
        self._get_loop()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    def _call_later(self, seconds: float, callback: Callable[[], None]) -> Any:
        return self._get_loop().call_later(seconds, callback)

    def _on_timer(self, number: int) -> None:
        if self._take_tick(number):
            self._start()

    def _start(self) -> Any:
        """Return the task that calls the handlers, or None if there is nothing to tell."""
        if self._task is not None and not self._task.done():
            return self._task
        if not self._updates:
            return None
        self._task = self._get_loop().create_task(self._call_handlers())
        self._task.add_done_callback(self._report)
        return self._task

    def _report(self, task: Any) -> None:
        """Give the exception of a handler to the event loop if nobody waits for it."""
        error = None if task.cancelled() else task.exception()
        if error is not None and not self._waiters:
            context = {"message": "a handler of a live transcript failed", "exception": error, "task": task}
            self._get_loop().call_exception_handler(context)

    async def _dispatch(self) -> None:
        from asyncio import current_task, shield

        if self._task is not None and self._task is current_task():  # called by a handler
            return
        task = self._start()
        if task is None:
            return
        self._waiters += 1
        try:
            await shield(task)  # a cancelled caller doesn't stop the handlers of an event half-way
        finally:
            self._waiters -= 1

    async def _call_handlers(self) -> None:
        while self._updates:
            update = self._updates.popleft()
            for handler in self._handlers_for(update):
                result = handler(update)
                if hasattr(result, "__await__"):
                    await result
