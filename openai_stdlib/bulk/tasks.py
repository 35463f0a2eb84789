# SPDX-License-Identifier: MIT
"""Run a `BulkJob` with asyncio: as many tasks as the limit allows at the moment, started when it rises.

Rows are read, and records are written, in the event loop: both are short. What may take long, forcing output to disk,
is done in a thread.
"""

from __future__ import annotations

import asyncio

from ..call.errors import ArgumentError
from ..call.host_limits import run_in_thread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Dict, Generator, List

    from .job import BulkJob
    from .summary import BulkSummary

TICK = 0.1  # seconds between two looks at the time, for progress and output


class TaskRun:
    """One run of a job in the running event loop."""

    def __init__(self, job: BulkJob) -> None:
        self.job: BulkJob = job
        self._tasks: List[asyncio.Task[None]] = []
        self._alive = 0
        self._changed = asyncio.Event()  # for parked tasks
        self.finished: asyncio.Event = asyncio.Event()

    def start(self) -> None:
        """Start tasks, up to the limit."""
        while len(self._tasks) < self.job.limit.value and not self._is_over():
            self._alive += 1
            self._tasks.append(asyncio.ensure_future(self._work(len(self._tasks))))
        if not self._alive:
            self.finished.set()

    def wake(self) -> None:
        """Have parked tasks look whether they may go on."""
        self._changed.set()
        self._changed = asyncio.Event()

    async def cancel(self) -> None:
        """Cancel the calls in flight, and wait for them to end. Their rows are not done."""
        self.job.is_stopping = True
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _work(self, number: int) -> None:
        job = self.job
        try:
            while await self._may_take(number):
                try:
                    item = job.take()
                except Exception as error:
                    job.fail(error)
                    break
                if item is None:
                    break
                result = failure = None
                try:
                    result = await job.calls.call(job.client, item[1])
                except Exception as error:
                    failure = error
                before = job.limit.value
                job.finish(item[0], job.conclude(*item, result, failure))
                job.flush()
                if job.limit.value > before:
                    self.wake()
                    self.start()
        finally:
            self._alive -= 1
            if self._is_over():
                self.wake()
            if not self._alive:
                self.finished.set()

    async def _may_take(self, number: int) -> bool:
        """Wait until the task may take a row. Returns False if it must end."""
        job = self.job
        while not self._is_over() and (number >= job.limit.value or job.must_wait()):
            await self._changed.wait()
        return not self._is_over()

    def _is_over(self) -> bool:
        return self.job.is_stopping or self.job.is_exhausted

    async def wait(self) -> None:
        """Wait until all tasks have ended, and meanwhile report progress and force output to disk."""
        while not self.finished.is_set():
            try:
                await asyncio.wait_for(self.finished.wait(), TICK)
            except asyncio.TimeoutError:
                try:
                    self.job.report()
                    await run_in_thread(self.job.sync)
                except Exception as error:  # of the disk, or of the program's function
                    self.job.fail(error)
                    self.wake()


class AsyncBulk:
    """A run with an async client: await it if it has an output, or iterate over its records with `async for`.

    Awaiting returns the `BulkSummary`. Cancelling the task that waits cancels the calls in flight; the same call goes
    on later. `summary` is how far the run is.
    """

    def __init__(self, job: BulkJob) -> None:
        self._job = job

    @property
    def summary(self) -> BulkSummary:
        """The counters of the run so far."""
        return self._job.summary()

    def __await__(self) -> Generator[Any, Any, BulkSummary]:
        if self._job.output is None:
            self._job.close()
            raise ArgumentError(
                "output: missing, so the records would be lost; pass output=…, or iterate over them with async for"
            )
        return self._run().__await__()

    async def _run(self) -> BulkSummary:
        run = TaskRun(self._job)
        try:
            run.start()
            await run.wait()
            return self._job.end()
        finally:
            await run.cancel()
            self._job.close()

    def __aiter__(self) -> AsyncIterator[Dict[str, Any]]:
        if self._job.output is not None:
            raise ArgumentError("output: the records are written there; await the run, or pass no output")
        return self._iterate()

    async def _iterate(self) -> AsyncIterator[Dict[str, Any]]:
        job = self._job
        records: asyncio.Queue[Dict[str, Any]] = asyncio.Queue()
        job.emit = records.put_nowait
        run = TaskRun(job)
        waiter = asyncio.ensure_future(self._finish(run))
        try:
            while True:
                getter = asyncio.ensure_future(records.get())
                await asyncio.wait((getter, waiter), return_when=asyncio.FIRST_COMPLETED)
                if not getter.done():
                    getter.cancel()
                    await waiter  # raises its error
                    while not records.empty():
                        yield records.get_nowait()
                    return
                job.delivered += 1
                run.wake()
                yield getter.result()
        finally:
            waiter.cancel()
            await run.cancel()
            job.close()

    async def _finish(self, run: TaskRun) -> None:
        run.start()
        await run.wait()
        self._job.end()

    def __del__(self) -> None:
        self._job.close()
