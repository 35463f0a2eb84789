# SPDX-License-Identifier: MIT
"""Run multi-call helpers, written once as generators of steps, with the sync or the async client.

A step is a callable without arguments, usually an API call, or a `Sleep` or `Gather`. `run_flow` executes the steps:
directly with the sync client, awaited with the async one. A flow itself does no I/O, never sleeps and starts no
threads, so a test can drive it by hand:

    flow = poll(…)
    response = next(flow)()     # the call that the flow requests
    flow.send(response)         # Sleep(1.0)
"""

from __future__ import annotations

import time
from functools import partial

from ..call.host_limits import can_start_threads, run_in_thread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, ClassVar, Dict, Generator, Iterable, List, Mapping, Optional, Sequence

    Flow = Generator[Any, Any, Any]


class Sleep:
    """A step that waits for a number of seconds, or until a CancelToken ends the wait."""

    __slots__ = ("seconds", "cancel")

    def __init__(self, seconds: float, cancel: Any = None) -> None:
        self.seconds: float = seconds
        self.cancel: Any = cancel

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sleep) and self.seconds == other.seconds

    __hash__: ClassVar[None] = None  # type: ignore[assignment]  # compared by value, never used as a key

    def __repr__(self) -> str:
        return "Sleep({!r})".format(self.seconds)


class Gather:
    """A step that executes several steps, at most `limit` at a time; its result is the list of theirs, in order.

    The first failure prevents the remaining steps from starting, and is raised once the running ones have ended.
    `on_result(index, result)` is called after each step, by one thread at a time.
    """

    __slots__ = ("steps", "limit", "on_result")

    def __init__(
        self,
        steps: Sequence[Callable[[], Any]],
        limit: int,
        on_result: Optional[Callable[[int, Any], None]] = None,
    ) -> None:
        self.steps: Sequence[Callable[[], Any]] = steps
        self.limit: int = max(1, limit)
        self.on_result: Optional[Callable[[int, Any], None]] = on_result


def run_flow(client: Any, flow: Flow) -> Any:
    """Run a flow and return its result; with an async client, return a coroutine that does."""
    return run_flow_async(flow) if client._is_async else run_flow_sync(flow)


def run_flow_sync(flow: Flow) -> Any:
    """Run a flow and return its result. KeyboardInterrupt is raised inside the flow, so that it can clean up."""
    try:
        step = next(flow)
        while True:
            try:
                result = execute_step(step)
            except BaseException as error:
                step = flow.throw(error)
            else:
                step = flow.send(result)
    except StopIteration as stop:
        return stop.value
    finally:
        flow.close()


def execute_step(step: Any) -> Any:
    """Execute a step of a flow and return its result."""
    if isinstance(step, Sleep):
        return sleep(step.seconds, step.cancel)
    return _gather(step) if isinstance(step, Gather) else step()


def _gather(gather: Gather) -> List[Any]:
    results: List[Any] = [None] * len(gather.steps)
    if not can_start_threads():
        for index, step in enumerate(gather.steps):
            results[index] = step()
            if gather.on_result is not None:
                gather.on_result(index, results[index])
        return results
    from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

    waiting = list(enumerate(gather.steps))[::-1]
    running: Dict[Any, int] = {}
    with ThreadPoolExecutor(gather.limit) as executor:  # joins its threads on exit, also after an error
        while waiting or running:
            while waiting and len(running) < gather.limit:
                index, step = waiting.pop()
                running[executor.submit(step)] = index
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                index = running.pop(future)
                results[index] = future.result()
                if gather.on_result is not None:
                    gather.on_result(index, results[index])
    return results


async def run_flow_async(flow: Flow) -> Any:
    """Run a flow under asyncio and return its result. Awaitable results of steps are awaited."""
    try:
        step = next(flow)
        while True:
            try:
                result = await execute_step_async(step)
            except BaseException as error:
                step = flow.throw(error)
            else:
                step = flow.send(result)
    except StopIteration as stop:
        return stop.value
    finally:
        flow.close()


async def execute_step_async(step: Any) -> Any:
    """Execute a step of a flow under asyncio and return its result."""
    if isinstance(step, Sleep):
        return await sleep_async(step.seconds, step.cancel)
    if isinstance(step, Gather):
        return await _gather_async(step)
    result = step()
    return await result if hasattr(result, "__await__") else result


async def _gather_async(gather: Gather) -> List[Any]:
    import asyncio

    results: List[Any] = [None] * len(gather.steps)
    waiting = list(enumerate(gather.steps))[::-1]

    async def work() -> None:
        while waiting:
            index, step = waiting.pop()
            results[index] = await execute_step_async(step)
            if gather.on_result is not None:
                gather.on_result(index, results[index])

    tasks = [asyncio.ensure_future(work()) for _ in range(min(gather.limit, len(waiting)))]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return results


def sleep(seconds: float, cancel: Any = None) -> None:
    """Wait for `seconds`. Raises CallCancelledError once the token `cancel` is cancelled."""
    if cancel is None:
        return time.sleep(seconds)
    from ..call.limits import sleep

    return sleep(cancel, seconds)


async def sleep_async(seconds: float, cancel: Any = None) -> None:
    """Do the same as `sleep` under asyncio."""
    if cancel is None:
        from asyncio import sleep

        return await sleep(seconds)
    from ..call.limits import sleep_async

    return await sleep_async(cancel, seconds)


def in_thread(client: Any, work: Callable[[], Any]) -> Callable[[], Any]:
    """Return a step for blocking work: with an async client it runs in a thread of the event loop's executor."""
    return partial(run_in_thread, work) if client._is_async else work


def table_entry(client: Any, path: str) -> Any:
    """Return an operation by its dotted path, whatever has replaced the method of the same name."""
    *names, last = path.split(".")
    return getattr_path(client, names).table[last]


def getattr_path(obj: Any, names: Iterable[str]) -> Any:
    """Return an attribute of an attribute …"""
    for name in names:
        obj = getattr(obj, name)
    return obj


def with_headers(arguments: Dict[str, Any], headers: Mapping[str, str]) -> Dict[str, Any]:
    """Return a call's arguments with extra headers added; headers passed by the caller take precedence."""
    return {**arguments, "extra_headers": {**headers, **(arguments.get("extra_headers") or {})}}
