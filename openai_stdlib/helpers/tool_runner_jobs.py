# SPDX-License-Identifier: MIT
"""Drive the loop of a tool runner: turns go to the program, other steps are executed; and calls at the same time."""

from __future__ import annotations

from functools import partial

from .flow import execute_step, execute_step_async
from .tool_runner_state import ResponsesRunnerTurn

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncGenerator, Callable, Generator, List, Tuple

    from .flow import Flow


def drive(flow: Flow) -> Generator[Any, None, None]:
    """Execute the steps of a flow, and yield its turns."""
    try:
        step = next(flow)
        while True:
            if isinstance(step, ResponsesRunnerTurn):
                yield step
                step = flow.send(None)
                continue
            try:
                result = execute_step(step)
            except BaseException as error:
                step = flow.throw(error)
            else:
                step = flow.send(result)
    except StopIteration:
        return
    finally:
        flow.close()


async def drive_async(flow: Flow) -> AsyncGenerator[Any, None]:
    """Execute the steps of a flow under asyncio, and yield its turns."""
    try:
        step = next(flow)
        while True:
            if isinstance(step, ResponsesRunnerTurn):
                yield step
                step = flow.send(None)
                continue
            try:
                result = await execute_step_async(step)
            except BaseException as error:
                step = flow.throw(error)
            else:
                step = flow.send(result)
    except StopIteration:
        return
    finally:
        flow.close()


class Jobs:
    """Calls of functions in threads, or one after another on a host without threads."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._pool: Any = None
        self.running: List[Tuple[Any, Any]] = []  # item and future

    def start(self, item: Any, function: Callable[[], Any]) -> None:
        """Start a call, in a copy of the context."""
        from concurrent.futures import Future, ThreadPoolExecutor
        from contextvars import copy_context

        from ..call.host_limits import can_start_threads

        if can_start_threads():
            if self._pool is None:
                self._pool = ThreadPoolExecutor(self._limit)
            future: Any = self._pool.submit(copy_context().run, function)
        else:
            future = Future()
            try:
                future.set_result(copy_context().run(function))
            except Exception as error:
                future.set_exception(error)
        self.running.append((item, future))

    def take(self) -> List[Tuple[Any, Callable[[], Any]]]:
        """Return the items of the running calls, each with a step that waits for its result."""
        running, self.running = self.running, []
        return [(item, future.result) for item, future in running]

    def close(self) -> None:
        """Wait for the calls that still run."""
        if self._pool is not None:
            self._pool.shutdown()


def _return(task: Any) -> Any:
    return task


class AsyncJobs:
    """Calls of functions as tasks."""

    def __init__(self, limit: int) -> None:
        self.running: List[Tuple[Any, Any]] = []  # item and task

    def start(self, item: Any, function: Callable[[], Any]) -> None:
        """Start a call."""
        from asyncio import ensure_future

        self.running.append((item, ensure_future(function())))

    def take(self) -> List[Tuple[Any, Callable[[], Any]]]:
        """Return the items of the running calls, each with a step that waits for its result."""
        running, self.running = self.running, []
        return [(item, partial(_return, task)) for item, task in running]

    async def aclose(self) -> None:
        """Cancel the calls that still run, and wait for them."""
        from asyncio import gather

        tasks = [task for _, task in self.running]
        for task in tasks:
            task.cancel()
        await gather(*tasks, return_exceptions=True)
