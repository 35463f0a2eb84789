# SPDX-License-Identifier: MIT
"""The transport of a call under asyncio that can be cancelled, and whose limits are enforced; see limited_calls.py.

A wait is ended by cancelling the task that makes the call, as `asyncio.timeout` does: every async transport then closes
its connection.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from weakref import ref

from ..transport.abortable import CANCELLED
from ..transport.connection import WAITING
from .limited_calls import NO_LIMIT, READING, SIGNING, SLEEPING, note_stage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Awaitable, Callable, Optional, Tuple

    from ..transport.base import AsyncSendResult
    from .limited_calls import CallWatch, Limits


class AsyncActivity:
    """What an async call is doing: an attempt with the body of its response, or a pause."""

    __slots__ = ("stage", "limits", "close", "_watch", "_loop", "_task", "_exceeded", "_ended", "__weakref__")

    def __init__(self, watch: CallWatch, stage: str, limits: Optional[Limits] = None) -> None:
        self.stage: str = stage
        self.limits: Optional[Limits] = limits
        self.close: Optional[Callable[[], Awaitable[None]]] = None  # of the response
        self._watch = watch
        self._loop = asyncio.get_running_loop()
        self._task: Any = None  # while it waits
        self._exceeded = ""  # the name of a limit
        self._ended = False  # whether `_task` was cancelled here, or must not wait again
        watch.activity = ref(self)

    def check(self) -> None:
        """Raise ConnectionError if the token is cancelled: it ends the calls one after another."""
        if self._watch.is_cancelled():
            raise ConnectionError(CANCELLED)

    def interrupt(self) -> None:
        """End the wait, because the token was cancelled. May be called by any thread."""
        try:
            self._loop.call_soon_threadsafe(self._end)
        except RuntimeError:
            pass  # the loop is closed

    def _end(self, name: str = "") -> None:
        """End the wait of the task, or close the response for which nobody waits. Runs in the event loop."""
        if self._ended:
            return
        self._ended, self._exceeded = True, name
        if self._task is not None:
            self._task.cancel()
        elif self.close is not None:
            asyncio.ensure_future(_close(self.close))

    async def run(self, limit: Tuple[str, Optional[float]], function: Callable[..., Awaitable[Any]], *args: Any) -> Any:
        """Await `function(*args)` within a limit. Raises the error of what ended it, if anything did."""
        if self._ended or self._watch.is_cancelled():
            raise self._error()
        name, seconds = limit
        task: Any = asyncio.current_task()
        cancelling = task.cancelling() if hasattr(task, "cancelling") else 0
        timer = None if seconds is None else self._loop.call_later(seconds, self._end, name)
        started_at = self._loop.time()
        self._task = task
        try:
            return await function(*args)
        except asyncio.CancelledError:
            # Before Python 3.11 a task doesn't tell whether somebody else has cancelled it, too.
            ended: bool = self._ended  # set by `_end` meanwhile
            if not ended or hasattr(task, "uncancel") and task.uncancel() > cancelling:
                raise
        except Exception:
            if not (self._ended or self._watch.is_cancelled()):
                raise
        finally:
            self._task = None
            if timer is not None:
                timer.cancel()
                if self.limits is not None:
                    self.limits.use(self._loop.time() - started_at)
        raise self._error()

    def _error(self) -> BaseException:
        return self._watch.error(self.stage, self.limits, self._exceeded)


async def _close(close: Callable[[], Awaitable[None]]) -> None:
    with suppress(Exception):
        await close()


class AsyncLimitedTransport:
    """Sends the requests of one call over another async transport, within what `watch` has to enforce."""

    def __init__(self, transport: Any, watch: CallWatch) -> None:
        self._transport = transport
        self._watch = watch

    async def send(self, request: Any) -> AsyncSendResult:
        """Send a request; see `AsyncTransport.send`."""
        limits = self._watch.begin_limits()
        activity = AsyncActivity(self._watch, WAITING, limits)
        limited = StagedRequest(request, partial(note_stage, ref(activity)))
        status, headers, chunks, close = await activity.run(limits.for_head(), self._transport.send, limited)
        activity.stage, activity.close = READING, close
        return status, headers, AsyncLimitedChunks(chunks, activity, limits), close

    async def sleep_in_call(self, seconds: float) -> None:
        """Wait before the next attempt."""
        await AsyncActivity(self._watch, SLEEPING).run(NO_LIMIT, asyncio.sleep, seconds)

    async def sign_in_call(self, signing: Awaitable[Any]) -> Any:
        """Return the signed request."""
        try:
            return await AsyncActivity(self._watch, SIGNING).run(NO_LIMIT, _await, signing)
        finally:
            getattr(signing, "close", int)()  # a coroutine that was never awaited would warn


async def _await(awaitable: Awaitable[Any]) -> Any:
    return await awaitable


class StagedRequest:
    """A request whose transport tells what it is doing."""

    def __init__(self, request: Any, on_stage: Callable[[str], None]) -> None:
        self.method: str = request.method
        self.url: Any = request.url
        self.headers: Any = request.headers
        self.body: Any = request.body
        self.timeout: Any = request.timeout
        self._request = request
        self.on_stage: Callable[[str], None] = on_stage

    def __getattr__(self, name: str) -> Any:
        if name == "_request":  # of a copy that is not complete yet
            raise AttributeError(name)
        return getattr(self._request, name)


class AsyncLimitedChunks:
    """The body of a response: an async iterator of its bytes, each of whose waits can be ended.

    `limits` are told about events by whoever decodes them.
    """

    def __init__(self, chunks: Any, activity: AsyncActivity, limits: Limits) -> None:
        self.limits: Limits = limits
        self._activity = activity
        self._read: Callable[[], Awaitable[bytes]] = chunks.__aiter__().__anext__

    def __aiter__(self) -> AsyncLimitedChunks:
        return self

    def __anext__(self) -> Awaitable[bytes]:
        return self._activity.run(self.limits.for_body(), self._read)
