# SPDX-License-Identifier: MIT
"""Run a `BulkJob` with threads: as many as the limit allows at the moment, started when it rises.

Workers write the records themselves. The thread that asked for the run only waits, so an interrupt, which hits that
one, cannot break a write off. It finishes what is in flight; a second one does not.
"""

from __future__ import annotations

from collections import deque
from queue import Empty, SimpleQueue
from threading import Condition, Event, Lock, Thread

from ..call.host_limits import start_daemon

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Deque, Dict, Optional, Tuple

    from .job import BulkJob
    from .row_calls import RowEnd
    from .summary import BulkSummary

TICK = 0.1  # seconds between two looks at the time, for progress and output


class ThreadRun:
    """One run of a job with threads. `finished` is set once nothing is in flight, and nothing more will be."""

    def __init__(self, job: BulkJob) -> None:
        self.job: BulkJob = job
        self.finished: Event = Event()
        self._lock = Lock()  # of the numbers of threads
        self._may_change = Condition(self._lock)
        self._take_lock, self._finish_lock = Lock(), Lock()
        self._started = self._alive = 0  # threads
        self._parked = 0  # of them: above the limit, or ahead of the program
        self._taken = self._finished_rows = 0  # rows
        self._ended: Deque[Tuple[int, RowEnd]] = deque()  # rows that wait for `finish`

    def start(self) -> None:
        """Start the first threads. Raises OpenAIError where there are none."""
        for _ in range(min(self.job.limit.value, self.job.row_count or self.job.limit.value)):
            self._start_thread()

    def stop(self) -> None:
        """Have the threads take no further rows. What is in flight goes on."""
        with self._lock:
            self.job.is_stopping = True
            self._look_for_end()

    def close(self) -> None:
        """Stop and close the job, also while rows are in flight. A write that has begun ends first."""
        self.stop()
        with self._finish_lock:
            self.job.close()

    def wake(self) -> None:
        """Have parked threads look whether they may go on."""
        if self._parked:
            with self._lock:
                self._may_change.notify_all()

    def _start_thread(self) -> None:
        with self._lock:
            number = self._started
            if number >= self.job.limit.value or self.job.is_stopping:
                return
            self._started += 1
            self._alive += 1
        thread = Thread(target=self._work, args=(number,), name="bulk-{}".format(number))
        try:
            start_daemon(thread, "bulk", "use AsyncOpenAI")
        except Exception:
            with self._lock:
                self._started -= 1
                self._alive -= 1
            if not number:
                raise
            self.job.limit.maximum = self.job.limit.value = number  # as many as this host can run

    def _work(self, number: int) -> None:
        job = self.job
        while self._may_take(number):
            try:
                with self._take_lock:
                    item = job.take()
                    if item is None or self.finished.is_set():
                        break
                    self._taken += 1
            except BaseException as error:
                job.fail(error)
                break
            self._run_row(*item)
        with self._lock:
            self._alive -= 1
            self._look_for_end()

    def _run_row(self, index: int, row: Any) -> None:
        job = self.job
        result = failure = None
        try:
            result = job.calls.call(job.client, row)
        except BaseException as error:
            failure = error
        self._ended.append((index, job.conclude(index, row, result, failure)))
        # One thread finishes what others have ended meanwhile: if all waited to write, they would take turns. It looks
        # again after the release, so nothing is left. A row whose record is not written yet is in flight, so nobody
        # goes on to another row while there are as many as may be.
        while self._ended or (self._is_full() and not job.is_stopping):
            if not self._finish_lock.acquire(self._is_full()):
                break
            try:
                self._finish_ended()
            finally:
                self._finish_lock.release()
        if job.limit.value > self._started:
            self._start_thread()

    def _is_full(self) -> bool:
        """Return whether as many rows are in flight as may be."""
        return self._taken - self._finished_rows >= self.job.limit.maximum

    def _finish_ended(self) -> None:
        """Finish the rows that have ended. The lock for it is held."""
        job = self.job
        before = job.limit.value
        count = 0
        while self._ended:
            job.finish(*self._ended.popleft())
            count += 1
        job.flush()
        self._finished_rows += count
        if job.is_stopping or (self._parked and job.limit.value > before):
            with self._lock:
                self._may_change.notify_all()
                self._look_for_end()

    def _may_take(self, number: int) -> bool:
        """Wait until the thread may take a row. Returns False if it must end."""
        job = self.job
        if number >= job.limit.value or job.must_wait():
            with self._lock:
                self._parked += 1
                while not self._is_over() and (number >= job.limit.value or job.must_wait()):
                    self._may_change.wait()
                self._parked -= 1
        return not self._is_over()

    def _is_over(self) -> bool:
        return self.job.is_stopping or self.job.is_exhausted

    def _look_for_end(self) -> None:
        """Wake who waits, if nothing more will be taken. The lock is held."""
        if self._is_over():
            self._may_change.notify_all()
            # A thread that waits for the input does nothing with it after the end, so it needs no waiting for.
            if not self._alive or (self.job.is_stopping and self._taken == self._finished_rows):
                self.finished.set()


def run_with_threads(job: BulkJob, on_interrupt: Optional[Callable[[], None]] = None) -> BulkSummary:
    """Run a job to its end and return its summary.

    KeyboardInterrupt is raised once what is in flight is finished; `on_interrupt` is called before. A second one is
    raised at once.
    """
    run = ThreadRun(job)
    interrupt: Optional[BaseException] = None
    try:
        run.start()
        try:
            _wait(run)
        except KeyboardInterrupt as error:
            interrupt = error
            run.stop()
            if on_interrupt is not None:
                on_interrupt()
            _wait(run)
        summary = job.end()
        if interrupt is not None:
            raise interrupt
        return summary
    finally:
        run.close()


def _wait(run: ThreadRun) -> None:
    while not run.finished.wait(TICK):
        try:
            run.job.tick()
        except Exception as error:  # of the disk, or of the program's function
            run.job.fail(error)
            run.stop()


class BulkRecords:
    """Iterator over the records of a run without an output, as done or in order. `summary` is how far it is.

    Rows are taken when the iteration begins, and a bounded number ahead of it. `close` stops the run, and so does
    leaving a `with` block.
    """

    def __init__(self, job: BulkJob) -> None:
        self._job = job
        self._run: Optional[ThreadRun] = None
        self._records: SimpleQueue[Dict[str, Any]] = SimpleQueue()
        job.emit = self._records.put

    @property
    def summary(self) -> BulkSummary:
        """The counters of the run so far."""
        return self._job.summary()

    def __iter__(self) -> BulkRecords:
        return self

    def __next__(self) -> Dict[str, Any]:
        job = self._job
        if self._run is None:
            if job.is_closed:
                raise StopIteration
            self._run = ThreadRun(job)
            self._run.start()
        while True:
            is_finished = self._run.finished.is_set()
            try:
                record = self._records.get(timeout=0 if is_finished else TICK)
            except Empty:
                if not is_finished:
                    job.tick()
                    continue
                if not job.is_closed:
                    job.end()
                    continue  # with the failures that were kept back
                raise StopIteration from None
            job.delivered += 1
            self._run.wake()
            return record

    def close(self) -> None:
        """Stop the run. Calls in flight end in their threads, and their results are dropped."""
        if self._run is None:
            self._job.close()
        else:
            self._run.close()

    def __enter__(self) -> BulkRecords:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        if not self._job.is_closed:
            self.close()
