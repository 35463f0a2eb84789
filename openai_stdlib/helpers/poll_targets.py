# SPDX-License-Identifier: MIT
"""The types of objects that can be polled: how each is retrieved, and which states mean that work is in progress."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Optional

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
        self.path = path
        self.ids = dict(pair.split("=") for pair in ids.split())
        self.pending = frozenset(pending.split())
        self.terminal = frozenset(terminal.split())
        self.progress_fields = progress_fields.split()

    def in_progress(self, obj: Any) -> bool:
        """Return True while the server is working on the object."""
        status = get_field(obj, "status")
        if self.path == FILE_BATCH and get_field(obj, "file_counts") is not None:
            return bool(get_field(get_field(obj, "file_counts"), "in_progress"))
        return status not in self.terminal if self.terminal else status in self.pending

    def report_progress(self, progress: Progress, obj: Any) -> None:
        """Call `progress(done, total)` if the object has a total."""
        if progress is None or not self.progress_fields:
            return
        field, *counters = self.progress_fields
        counts = get_field(obj, field)
        if not counters:
            if counts is not None:
                progress(counts, 100)
        elif get_field(counts, "total"):
            progress(sum(get_field(counts, name) or 0 for name in counters), get_field(counts, "total"))


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


def get_field(obj: Any, name: str) -> Any:
    """Return an attribute of an object or an item of a dict, or None if there is none."""
    return obj.get(name) if isinstance(obj, dict) else getattr(obj, name, None)
