# SPDX-License-Identifier: MIT
"""`BulkJob`: takes rows from the input, and finishes them: what threads.py and tasks.py have in common.

`take` and `finish` are each called by one thread at a time, and don't wait for the network. After `stop`, nothing is
taken any more; after `close`, nothing is written.
"""

from __future__ import annotations

import time
import zlib
from threading import Lock

from ..call.errors import ArgumentError, OpenAIError, OptionTypeError
from .adaptive import AdaptiveLimit
from .checks import check_count, checksum_of
from .output import Output
from .row_calls import RowCalls, RowEnd, encode_record, end_with_error, end_with_result
from .row_errors import RowError
from .rows import RowReader, raw_bytes
from .statistics import Statistics
from .summary import BulkProgress, BulkSummary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional, Tuple


DEFAULT_CONCURRENCY = 64
MAX_CONCURRENCY = 10_000
STOP_AFTER = 20  # rows that fail in a row for reasons that are not their own
STOP_AT_START = 8  # the same before any row has succeeded; rate limits, which pass, don't count as such
MIN_WINDOW = 1000  # records that may wait for a program that iterates
SYNC_INTERVAL = 1.0  # seconds between two times that output is forced to disk
PROGRESS_INTERVAL = 0.5  # seconds


class BulkStopped(OpenAIError):
    """A bulk run stopped before its end. `summary` is how far it came; `__cause__` is the error.

    Nothing is lost: the rows without a record are done by the same call, once the cause is gone.
    """

    def __init__(self, message: str, summary: Any = None) -> None:
        super().__init__(message)
        self.summary: Any = summary


class BulkJob:
    """The state of one run; `options` are those of `bulk` in methods.py."""

    def __init__(
        self,
        client: Any,
        rows: Any,
        output: Any,
        *,
        concurrency: int = DEFAULT_CONCURRENCY,
        ordered: bool = False,
        limit: Optional[int] = None,
        retry_failed: bool = False,
        stop_after: Optional[int] = STOP_AFTER,
        progress: Optional[Callable[[BulkProgress], Any]] = None,
        template: Any = None,
        format: Optional[str] = None,
        endpoint: Optional[str] = None,
        model: Optional[str] = None,
        skip_invalid: bool = False,
        adaptive: Optional[AdaptiveLimit] = None,
    ) -> None:
        self.client: Any = client
        check_count("concurrency", concurrency, MAX_CONCURRENCY)
        self.limit: AdaptiveLimit = adaptive or AdaptiveLimit(concurrency)
        self._row_limit = None if limit is None else check_count("limit", limit)
        self._stop_after = None if stop_after is None else check_count("stop_after", stop_after)
        if progress is not None and not callable(progress):
            raise OptionTypeError("progress: expected a function, got {}".format(type(progress).__name__))
        self._progress = progress
        self._ordered, self._skip_invalid = ordered, skip_invalid
        self.reader = RowReader(rows, template=template, format=format, endpoint=endpoint, model=model)
        sized = hasattr(rows, "__len__") and not isinstance(rows, (str, bytes))
        self.row_count: Optional[int] = len(rows) if sized else None
        self._raw_rows = self.reader.iter_raw()
        self.calls = RowCalls(client, self.limit.on_overload)
        self.output: Optional[Output] = None
        if output is not None:
            identity = {"template": checksum_of(template), "defaults": checksum_of([endpoint, model])}
            self._open_output(output, identity, retry_failed)
        elif retry_failed:
            raise ArgumentError("retry_failed: needs an output, which has the rows that failed; pass output=…")
        self.emit: Optional[Callable[[Dict[str, Any]], None]] = None  # takes records, if there is no output
        self.statistics = Statistics()
        self.error: Optional[BaseException] = None
        self.is_stopping = self.is_exhausted = self.is_closed = False
        self.taken = self.delivered = 0  # rows, and records that a program has got
        self._position = (0, 0)  # rows that were read, and their checksum
        self._suspects: List[Tuple[int, RowEnd]] = []  # failures that may be of the server
        self._has_result = False
        self._ledger = (client._settings.call_options or {}).get("ledger")
        self._cost_before = self._read_cost()
        self._held: Dict[int, Dict[str, Any]] = {}  # in order without an output: records whose turn has not come
        self._emit_next = 0
        self._is_dirty = self._is_complete = False
        self._sync_lock = Lock()
        self._started_at = self._synced_at = self._reported_at = time.monotonic()

    def _open_output(self, path: Any, identity: Dict[str, Any], retry_failed: bool) -> None:
        try:
            self.output = Output(path, self._ordered, identity, retry_failed)
        except BaseException as error:
            self.reader.close()
            if isinstance(error, OSError):
                raise ArgumentError("output: cannot write {!r} ({})".format(path, error.strerror)) from None
            raise

    # Taking

    def take(self) -> Optional[Tuple[int, Any]]:
        """Return the next row that is not done and its number, or None if there is none. Raises RowError.

        A row that cannot be sent is its RowError, if it is to be skipped.
        """
        rows, checksum = self._position
        output = self.output
        while not self.is_stopping and not self.is_exhausted and rows != self._row_limit:
            item = next(self._raw_rows, None)
            if item is None:
                self._check_end(rows)
                break
            line, raw = item
            index, rows = rows, rows + 1
            if output is not None:
                checksum = zlib.crc32(raw_bytes(raw), checksum)
                if output.journal.checkpoints:
                    output.journal.check(rows, checksum)
                elif rows == 1:
                    output.journal.add_checkpoint(rows, checksum)
                if index in output.done:
                    self._position = rows, checksum
                    continue
            try:
                row: Any = self.reader.parse(line, raw)
            except RowError as error:
                if not self._skip_invalid:
                    raise
                row = error
            self._position = rows, checksum
            self.taken += 1
            return index, row
        self.is_exhausted = not self.is_stopping
        return None

    def _check_end(self, rows: int) -> None:
        if self.output is not None and self.output.journal.checkpoints:
            self.output.journal.check(rows + 1, -1)
            if self.output.journal.checkpoints:
                raise self.output.journal.foreign("is that of another input, which had more than {} rows".format(rows))

    def must_wait(self) -> bool:
        """Return whether a program that iterates over the records is behind."""
        return self.emit is not None and self.taken - self.delivered >= max(MIN_WINDOW, 4 * self.limit.maximum)

    # Finishing

    def conclude(self, index: int, row: Any, result: Any, error: Optional[BaseException]) -> RowEnd:
        """Return the end of a row, for `finish`. Any thread may call it at any time."""
        try:
            end = end_with_result(index, row, result) if error is None else end_with_error(index, row, error)
            if self.output is not None:
                end.line = encode_record(end.record, None if error is not None else result.response)
        except BaseException as failure:  # of the program, the settings or the host: the row is not done
            return RowEnd({}, failure=failure)
        end.failure = error
        return end

    def finish(self, index: int, end: RowEnd) -> None:
        """Emit the record of a row, or add it to the output, which `flush` writes.

        Whatever makes that impossible stops the run, and the row is not done.
        """
        if self.is_closed:
            return
        try:
            if not end.record:
                assert end.failure is not None
                self.fail(end.failure)
            elif end.is_systemic and self._stop_after is not None:
                self._suspect(index, end)
            else:
                self._has_result = True
                if end.latency is not None:
                    self.limit.on_result(end.latency)
                if self._suspects:
                    self._clear_suspects()
                self._keep(index, end)
        except BaseException as failure:
            self.fail(failure)

    def flush(self) -> None:
        """Write the records of the rows that were finished."""
        if self.output is not None and not self.is_closed:
            try:
                self.output.flush()
            except OSError as error:
                self.fail(error)

    def _suspect(self, index: int, end: RowEnd) -> None:
        """Keep a failure until it is clear whether it is that of one row."""
        self._suspects.append((index, end))
        maximum = self._stop_after or 0
        if not self._has_result and not (end.error or "").startswith("429 rate_limit"):
            maximum = min(maximum, STOP_AT_START)
        if len(self._suspects) >= maximum and not self.is_stopping:
            self._stop_for_suspects()

    def _stop_for_suspects(self) -> None:
        error: Any = self._suspects[-1][1].failure
        text = error.summary if hasattr(error, "summary") else str(error)
        stopped = BulkStopped(
            "bulk: stopped, because no call succeeds; the last {} failed, and their rows count as not done. Remove the "
            "cause and call again to go on. The last error: {}".format(len(self._suspects), text)
        )
        stopped.__cause__ = error
        self.fail(stopped)

    def _clear_suspects(self) -> None:
        suspects, self._suspects = self._suspects, []
        for index, end in suspects:
            self._keep(index, end)

    def _keep(self, index: int, end: RowEnd) -> None:
        if self.output is not None:
            self.output.add(index, end.line)
            self._is_dirty = True
        elif self.emit is not None:
            self._emit(index, end.record)
        now = time.monotonic() - self._started_at
        self.statistics.add(now, end.latency or 0.0, end.error, end.tokens, self.limit.value, end.retries)

    def _emit(self, index: int, record: Dict[str, Any]) -> None:
        assert self.emit is not None
        if not self._ordered:
            self.emit(record)
            return
        self._held[index] = record
        while self._emit_next in self._held:
            self.emit(self._held.pop(self._emit_next))
            self._emit_next += 1

    def fail(self, error: BaseException) -> None:
        """Stop for an error, which is raised at the end."""
        if self.error is None:
            self.error = error
        self.is_stopping = True

    # The run as a whole

    def tick(self) -> None:
        """Report progress and force output to disk, if it is time to."""
        self.report()
        self.sync()

    def report(self, is_last: bool = False) -> None:
        """Call the program's function with the progress, if it is time to."""
        now = time.monotonic()
        if self._progress is not None and (is_last or now - self._reported_at >= PROGRESS_INTERVAL):
            self._reported_at = now
            self._progress(self._report(BulkProgress))

    def sync(self, is_last: bool = False) -> None:
        """Force output to disk, if it is time to. Any thread may call it."""
        if not self._is_dirty or self.output is None:
            return
        if is_last or time.monotonic() - self._synced_at >= SYNC_INTERVAL:
            with self._sync_lock:
                if not self.is_closed:
                    self._is_dirty = False
                    self.output.sync(*self._position)
            self._synced_at = time.monotonic()

    def end(self) -> BulkSummary:
        """Finish the run once nothing is in flight: write what is left, close the files. Raises its error."""
        try:
            if self._suspects and self.error is None:
                self._clear_suspects()
            self.flush()
            self.sync(is_last=True)
            self.report(is_last=True)
        except BaseException as error:
            self.fail(error)
        self.close()
        self._is_complete = self.is_exhausted and self.error is None
        summary = self.summary()
        if self.error is not None:
            if isinstance(self.error, BulkStopped):
                self.error.summary = summary
            raise self.error
        return summary

    def close(self) -> None:
        """Close the input and the output. Nothing is written afterwards."""
        self.is_stopping = True
        with self._sync_lock:
            if not self.is_closed:
                self.is_closed = True
                self.reader.close()
                if self.output is not None:
                    self.output.close()

    def summary(self) -> BulkSummary:
        """Return how far the run is."""
        path = None if self.output is None else self.output.path
        summary: BulkSummary = self._report(BulkSummary, output=path, is_complete=self._is_complete)
        return summary

    def _report(self, cls: Any, **options: Any) -> Any:
        resumed = failed = 0
        if self.output is not None:
            resumed, failed = self.output.done_count, self.output.failed_count
        cost = self._read_cost()
        if cost is not None:
            self.statistics.cost = cost - (self._cost_before or 0.0)
        now = time.monotonic() - self._started_at
        return cls(self.statistics, resumed, failed, self._estimate_total(), self.limit.value, now, **options)

    def _read_cost(self) -> Optional[float]:
        """Return what the client's ledger has counted, None without one, or without prices for all that was used."""
        try:
            cost: Optional[float] = getattr(self._ledger, "cost", None)
        except OpenAIError:
            return None
        return cost

    def _estimate_total(self) -> Optional[int]:
        rows, reader = self._position[0], self.reader
        total: Optional[int] = self.row_count
        if self.is_exhausted:
            total = rows
        elif total is None and reader.total_bytes and reader.read_bytes:
            total = int(rows * reader.total_bytes / reader.read_bytes)
        if self._row_limit is not None:
            total = self._row_limit if total is None else min(total, self._row_limit)
        return total
