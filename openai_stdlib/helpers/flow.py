# SPDX-License-Identifier: MIT
"""How helpers that make several calls are written once for both clients: as generators that yield steps.

A step is a callable without arguments, mostly a call of the API, or one of `Pause` and `Together`. `follow` carries
the steps out, at once with the sync client, awaited with the other. A flow does no I/O, sleeps never and starts no
threads, so it can be driven by hand:

    flow = polled(…)
    next(flow)()                # the call that it wants made
    flow.send(answer) == Pause(1.0)

Neighbours: the helpers beside this file; ../call/drivers.py does the same for one call.
"""

from __future__ import annotations

import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Generator, List, Mapping, Optional, Sequence

    Flow = Generator[Any, Any, Any]


class Sleep:
    """A step: wait that many seconds."""

    __slots__ = ("seconds",)

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sleep) and self.seconds == other.seconds

    __hash__ = None  # type: ignore[assignment]  # a value to compare, not to look up

    def __repr__(self) -> str:
        return "Pause({!r})".format(self.seconds)


class Gather:
    """A step: carry out these steps, at most `limit` at a time; the result is the list of theirs, in their order.

    The first failure stops what has not begun, and is raised when what had begun is over. `done(place, result)` is
    called after each, by one thread at a time.
    """

    __slots__ = ("steps", "limit", "on_result")

    def __init__(
        self,
        steps: Sequence[Callable[[], Any]],
        limit: int,
        done: Optional[Callable[[int, Any], None]] = None,
    ) -> None:
        self.steps = steps
        self.limit = max(1, limit)
        self.on_result = done


def run_flow(client: Any, flow: Flow) -> Any:
    """Carry out a flow with a client, and return what it returns: a coroutine of that with the async client."""
    return run_flow_async(flow) if client._class_prefix else run_flow_sync(flow)


def run_flow_sync(flow: Flow) -> Any:
    """Carry out a flow, and return what it returns. Ctrl-C goes through the flow, which may clean up."""
    try:
        step = next(flow)
        while True:
            try:
                result = _execute(step)
            except BaseException as error:
                step = flow.throw(error)
            else:
                step = flow.send(result)
    except StopIteration as stop:
        return stop.value
    finally:
        flow.close()


def _execute(step: Any) -> Any:
    if isinstance(step, Sleep):
        return time.sleep(step.seconds)
    return _together(step) if isinstance(step, Gather) else step()


def _together(step: Gather) -> List[Any]:
    from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

    results: List[Any] = [None] * len(step.steps)
    waiting = list(enumerate(step.steps))[::-1]
    running: Dict[Any, int] = {}
    with ThreadPoolExecutor(step.limit) as pool:  # whose threads are waited for, however this ends
        while waiting or running:
            while waiting and len(running) < step.limit:
                place, begin = waiting.pop()
                running[pool.submit(begin)] = place
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                place = running.pop(future)
                results[place] = future.result()
                if step.on_result is not None:
                    step.on_result(place, results[place])
    return results


async def run_flow_async(flow: Flow) -> Any:
    """Do what `run_flow_sync` does, for asyncio. What a step returns is awaited if it can be."""
    try:
        step = next(flow)
        while True:
            try:
                result = await _carry_out_async(step)
            except BaseException as error:
                step = flow.throw(error)
            else:
                step = flow.send(result)
    except StopIteration as stop:
        return stop.value
    finally:
        flow.close()


async def _carry_out_async(step: Any) -> Any:
    if isinstance(step, Sleep):
        from asyncio import sleep

        return await sleep(step.seconds)
    if isinstance(step, Gather):
        return await _together_async(step)
    result = step()
    return await result if hasattr(result, "__await__") else result


async def _together_async(step: Gather) -> List[Any]:
    from asyncio import ensure_future, gather

    results: List[Any] = [None] * len(step.steps)
    waiting = list(enumerate(step.steps))[::-1]

    async def work() -> None:
        while waiting:
            place, begin = waiting.pop()
            results[place] = await _carry_out_async(begin)
            if step.on_result is not None:
                step.on_result(place, results[place])

    tasks = [ensure_future(work()) for _ in range(min(step.limit, len(waiting)))]
    try:
        await gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await gather(*tasks, return_exceptions=True)
    return results


def with_headers(arguments: Dict[str, Any], headers: Mapping[str, str]) -> Dict[str, Any]:
    """Return a call's arguments with headers of the helper's, which the caller's own go before."""
    return {**arguments, "extra_headers": {**headers, **(arguments.get("extra_headers") or {})}}
