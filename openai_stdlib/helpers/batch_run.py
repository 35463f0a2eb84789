# SPDX-License-Identifier: MIT
"""`BatchRun`: a run of batches, as programs and the command line see it."""

from __future__ import annotations

from ..call.errors import ArgumentError
from .batch_results import iter_output

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, List

    from .batch_state import BatchState


class BatchRun:
    """A run of batches, as its state tells it; iterate it for the records of a finished one.

    `id` is in the metadata of its batches. `state` and `output` are paths. `total`, `completed` and `failed` count
    rows: of a run that is not finished, `completed` are those that the server has reported so far, and `failed` those
    that are not sent again. `batches` has a dict for each batch: id, status, rows, completed,
    failed, part, attempt, input_file_id, output_file_id and error_file_id; an id is "" until there is one.
    """

    def __init__(self, state: BatchState, folder: Any = None) -> None:
        self._state = state
        self._folder = folder  # a temporary folder, deleted when nothing refers to it any more

    @property
    def id(self) -> str:
        """The id of the run."""
        return str(self._state.data["id"])

    @property
    def state(self) -> str:
        """The path of the state file."""
        return self._state.path

    @property
    def output(self) -> str:
        """The path of the output; the file exists once the run is finished."""
        return self._state.output

    @property
    def is_finished(self) -> bool:
        """Whether the output is complete."""
        return self._state.is_finished

    @property
    def is_cancelled(self) -> bool:
        """Whether the run was cancelled."""
        return self._state.is_cancelled

    @property
    def total(self) -> int:
        """The number of rows."""
        return int(self._state.data["input"]["rows"])

    @property
    def completed(self) -> int:
        """The number of rows with a successful response."""
        return self._count("completed")

    @property
    def failed(self) -> int:
        """The number of rows that have failed, and are not sent again."""
        return self._count("failed")

    def _count(self, name: str) -> int:
        if self.is_finished:
            return int(self._state.data[name])
        count = 0
        for part in self._state.data["parts"]:
            for attempt in part["attempts"]:
                if name == "completed" or attempt["collected"]:  # before, it isn't known which are sent again
                    count += attempt["counts"].get(name, 0)
        return count

    @property
    def batches(self) -> List[Dict[str, Any]]:
        """The batches of the run, also those that wait to be created."""
        found = []
        for number, part in enumerate(self._state.data["parts"], 1):
            for attempt_number, attempt in enumerate(part["attempts"], 1):
                counts = attempt["counts"]
                batch = {"part": number, "attempt": attempt_number, "id": attempt["batch_id"]}
                batch.update(status=attempt["status"], rows=attempt["rows"])
                batch.update(completed=counts.get("completed", 0), failed=counts.get("failed", 0))
                for name in ("input_file_id", "output_file_id", "error_file_id"):
                    batch[name] = attempt.get(name, "")
                batch["error"] = attempt["error"]
                found.append(batch)
        return found

    def __iter__(self) -> Iterator[Dict[str, Any]]:
        """Yield the records of the output, one for each row, in the order of the rows."""
        if not self.is_finished:
            raise ArgumentError("output: the run is not finished; go on with state={!r}".format(self.state))
        return self._iter_records()

    def _iter_records(self) -> Iterator[Dict[str, Any]]:
        # A generator of this object, so that a temporary folder stays as long as somebody reads.
        for record in iter_output(self.output):
            yield record

    def __repr__(self) -> str:
        kind = "finished" if self.is_finished else "cancelled" if self.is_cancelled else "in progress"
        return "<BatchRun {}: {}, {} of {} rows done, {} failed>".format(
            self.id, kind, self.completed, self.total, self.failed
        )
