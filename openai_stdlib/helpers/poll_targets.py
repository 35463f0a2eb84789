# SPDX-License-Identifier: MIT
"""The types of objects that can be polled: how each is retrieved, and which states mean that work is in progress."""

from __future__ import annotations

from ..results.guard import guard

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, FrozenSet, List, Optional, Tuple

    Progress = Optional[Callable[[int, int], None]]

FILE_BATCH = "vector_stores.file_batches"
FILE_COUNTS = "file_counts completed failed cancelled"


class PollTarget:
    """An object type: the resource that retrieves it, the attributes that identify an object, and its states.

    `path` is the dotted path of the resource. `ids` are space-separated pairs `argument=attribute` for its `retrieve`.
    Either `pending` lists the states in progress, or `terminal` all the others. `progress_fields` names an attribute
    with a `total`, followed by the counters in it that are done; or a single attribute that counts to 100.
    """

    __slots__ = ("path", "ids", "pending", "terminal", "progress_fields")

    def __init__(self, path: str, ids: str, pending: str = "", terminal: str = "", progress_fields: str = "") -> None:
        self.path: str = path
        self.ids: Dict[str, str] = dict(pair.split("=") for pair in ids.split())
        self.pending: FrozenSet[str] = frozenset(pending.split())
        self.terminal: FrozenSet[str] = frozenset(terminal.split())
        self.progress_fields: List[str] = progress_fields.split()

    def in_progress(self, obj: Any, response: Any = None) -> bool:
        """Return whether the server is working on the object, which came with `response`.

        Raises APIResponseValidationError if the object does not tell.
        """
        in_progress: bool = guard("object", self._in_progress, obj, response)
        return in_progress

    def report_progress(self, progress: Progress, obj: Any, response: Any = None) -> None:
        """Call `progress(done, total)` if the object has a total. Raises APIResponseValidationError, as in_progress."""
        if progress is not None and self.progress_fields:
            done: Optional[Tuple[Any, Any]] = guard("object", self._progress, obj, response)
            if done is not None:
                progress(*done)

    def _in_progress(self, obj: Any) -> bool:
        status, counts = get_field(obj, "status"), get_field(obj, "file_counts")
        if self.path == FILE_BATCH and counts is not None:
            return bool(_to_number(get_field(counts, "in_progress")) > 0)
        if not isinstance(status, str) and (self.terminal or status is not None):  # waiting would never end
            raise TypeError("the status is missing or not text")
        return status not in self.terminal if self.terminal else status in self.pending

    def _progress(self, obj: Any) -> Optional[Tuple[Any, Any]]:
        field, *counters = self.progress_fields
        counts = get_field(obj, field)
        if not counters:
            return None if counts is None else (_to_number(counts), 100)
        total = _to_number(get_field(counts, "total"))
        return (sum(_to_number(get_field(counts, name)) for name in counters), total) if total else None


# By the field `object`. A paused fine-tuning job waits for a person, so it does not count as in progress.
POLL_TARGETS = {
    "response": PollTarget("responses", "response_id=id", "queued in_progress"),
    "thread.run": PollTarget(
        "beta.threads.runs",
        "thread_id=thread_id run_id=id",
        terminal="requires_action cancelled completed failed expired incomplete",
    ),
    "batch": PollTarget(
        "batches",
        "batch_id=id",
        "validating in_progress finalizing cancelling",
        progress_fields="request_counts completed failed",
    ),
    "fine_tuning.job": PollTarget("fine_tuning.jobs", "fine_tuning_job_id=id", "validating_files queued running"),
    "vector_store": PollTarget("vector_stores", "vector_store_id=id", "in_progress", progress_fields=FILE_COUNTS),
    "vector_store.file": PollTarget(
        "vector_stores.files", "vector_store_id=vector_store_id file_id=id", "in_progress cancelling"
    ),
    "vector_store.files_batch": PollTarget(
        FILE_BATCH, "vector_store_id=vector_store_id batch_id=id", "in_progress", progress_fields=FILE_COUNTS
    ),
    "file": PollTarget("files", "file_id=id", terminal="processed error deleted"),
    "video": PollTarget("videos", "video_id=id", "queued in_progress", progress_fields="progress"),
    "eval.run": PollTarget(
        "evals.runs",
        "eval_id=eval_id run_id=id",
        "queued in_progress",
        progress_fields="result_counts passed failed errored",
    ),
}
POLL_TARGETS["vector_store.file_batch"] = POLL_TARGETS["vector_store.files_batch"]  # some responses spell it so


def _to_number(value: Any) -> Any:
    """Return a count, 0 if there is none. Raises TypeError for anything else."""
    if isinstance(value, bool) or not isinstance(value, (int, float, type(None))):
        raise TypeError("a count is not a number")
    return value or 0


def read_id(obj: Any) -> Any:
    """Return the id of an object that the server has created. Raises APIResponseValidationError if it has none."""
    return guard("object", _read_id, obj)


def _read_id(obj: Any) -> Any:
    value = get_field(obj, "id")
    if not value or not isinstance(value, (str, int)) or isinstance(value, bool):
        raise TypeError("the id is missing or not text")
    return value


def get_field(obj: Any, name: str) -> Any:
    """Return an attribute of an object or an item of a dict, or None if there is none."""
    return obj.get(name) if isinstance(obj, dict) else getattr(obj, name, None)
