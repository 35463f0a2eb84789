# SPDX-License-Identifier: MIT
"""`client.bulk`, which the clients load when it is used."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Optional


def bulk(
    self: Any,
    rows: Any,
    output: Any = None,
    *,
    concurrency: int = 64,
    ordered: bool = False,
    limit: Optional[int] = None,
    retry_failed: bool = False,
    stop_after: Optional[int] = 20,
    progress: Optional[Callable[[Any], Any]] = None,
    template: Any = None,
    format: Optional[str] = None,
    endpoint: Optional[str] = None,
    model: Optional[str] = None,
    skip_invalid: bool = False,
) -> Any:
    """Make one call for each row, many at a time, and write or yield a record of each result.

    `rows` is the path of a file of JSON Lines, an open file, or an iterable of dicts, in the form of the Batch API:
    custom_id, method, url and body. They are read when they are needed. With a `template`, a row with columns in
    braces, the input is any JSON Lines or CSV; `format` is jsonl, csv or tsv if the name of the file doesn't say so.
    `endpoint` and `model` are the url and the model of rows without one.

    With the path of an `output`, records are written there, in the form of the Batch API's output. The call returns a
    `BulkSummary` (await it with an async client). If the program ends at any moment, even by SIGKILL, the same call
    continues the run: a file beside the output, `….journal`, tells it what is done. Without an output, it returns an
    iterator over the records (an async one with an async client).

    At most `concurrency` calls run at once; how many do is adapted to the server. Records are in the order of the rows
    if `ordered`, else as they are done. Only the first `limit` rows are done. `retry_failed` does rows again that an
    earlier run recorded as failed. Each call is retried by the policy of the client; a row that fails then has a record
    with its error. After `stop_after` rows in a row that failed for reasons that may not be their own (connection, key,
    quota, server), the run stops with BulkStopped, and those rows count as not done; None never stops. Before any row
    has succeeded, eight are enough. With `skip_invalid`, a row that cannot be sent has such a record, too. `progress`
    is called with a `BulkProgress` about twice a second.

    Raises RowError for a row that cannot be sent, once what is in flight is done; BulkStateError if the output or its
    journal belongs to another job; OSError if the output cannot be written. After each of them, the same call continues
    the run.
    """
    options = {name: value for name, value in locals().items() if name not in ("self", "rows", "output")}
    from .job import BulkJob

    job = BulkJob(self, rows, output, **options)
    if self._is_async:
        from .tasks import AsyncBulk

        return AsyncBulk(job)
    from .threads import BulkRecords, run_with_threads

    return BulkRecords(job) if output is None else run_with_threads(job)


def find_method(name: str, cls: Any) -> Any:
    """Return the method of a client class with this name."""
    return bulk
