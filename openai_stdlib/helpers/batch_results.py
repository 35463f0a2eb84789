# SPDX-License-Identifier: MIT
"""The results of a run: which rows to send again, and the output in the order of the input. No calls.

Memory holds the ids of one part for each group: at most 50,000 each.
"""

from __future__ import annotations

import json
import os

from ..bulk.rows import is_failed, result_record
from ..call.errors import ArgumentError
from ..call.json_body import encode_json
from .batch_parts import GROUP_NUMBER, ORDER_FILE, read_custom_id
from .batch_state import new_attempt, replacing, sync

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, List, Optional, Tuple

    from .batch_state import Attempt, BatchState

    Part = Dict[str, Any]
    Place = Tuple[bool, str, int, int]  # whether the row has failed, file, offset, length

RESULT_FIELDS = ("output_file_id", "error_file_id")
RETRYABLE_STATUSES = frozenset((408, 409, 429))  # and those from 500 on
FINAL_CODES = frozenset(("insufficient_quota", "batch_cancelled", "request_cancelled"))
# Codes and messages of rows that no file of the server mentions, by the status of their batch.
MISSING = {
    "expired": ("batch_expired", "The batch expired before the row was executed."),
    "cancelled": ("batch_cancelled", "The batch was cancelled before the row was executed."),
    "waiting": ("batch_cancelled", "The run was cancelled before the row was sent."),
    "": ("result_missing", "The batch ended, and neither its output file nor its error file has the row."),
}


def result_path(state: BatchState, attempt: Attempt, field: str) -> str:
    """Return the path of the downloaded file that a field of the batch names."""
    return state.part_path("{}.{}".format(attempt["file"], field.partition("_")[0]))


def is_retryable(record: Dict[str, Any]) -> bool:
    """Return whether a failed row may succeed when it is sent again."""
    response, error = record.get("response"), record.get("error")
    code = error.get("code") if isinstance(error, dict) else None
    if isinstance(response, dict) and isinstance(response.get("status_code"), int):
        body = response.get("body")
        inner = body.get("error") if isinstance(body, dict) else None
        code = inner.get("code") if isinstance(inner, dict) else code
        status = response["status_code"]
        return code not in FINAL_CODES and (status in RETRYABLE_STATUSES or status >= 500)
    # A record without an id is one of write_line_errors: the server refuses this row.
    return bool(record.get("id")) and code not in FINAL_CODES


def read_records(path: str) -> Iterator[Tuple[Dict[str, Any], int, int]]:
    """Yield the records of a downloaded file with the offset and the length of each. Other lines are skipped."""
    offset = 0
    with open(path, "rb") as file:
        for line in file:
            try:
                record = json.loads(line.decode("utf-8"))
            except (ValueError, RecursionError):
                record = None
            if isinstance(record, dict) and isinstance(record.get("custom_id"), str):
                yield record, offset, len(line.rstrip(b"\r\n"))
            offset += len(line)


def _has_failed(record: Dict[str, Any]) -> bool:
    try:
        return is_failed(record)
    except (KeyError, TypeError):  # a record of another form
        return True


def collect(state: BatchState, part: Part, resubmit: int) -> None:
    """Read the results of a part's last batch, and add an attempt for the rows to send again, if any."""
    attempt = part["attempts"][-1]
    succeeded, refused = set(), set()
    for field in RESULT_FIELDS:
        path = result_path(state, attempt, field)
        for record, _, _ in read_records(path) if os.path.exists(path) else ():
            if not _has_failed(record):
                succeeded.add(record["custom_id"])
            elif not is_retryable(record):
                refused.add(record["custom_id"])
    attempt.update(collected=True, counts={"completed": len(succeeded), "failed": attempt["rows"] - len(succeeded)})
    if state.is_cancelled or attempt["status"] == "cancelled" or len(part["attempts"]) > resubmit:
        return
    if attempt["status"] == "failed" and not attempt["errors"]:  # for a reason that concerns all rows
        return
    name = "{}-{}.jsonl".format(attempt["file"].rpartition("-")[0], len(part["attempts"]) + 1)
    count = 0
    with open(state.part_path(attempt["file"]), "rb") as rows, open(state.part_path(name), "wb") as again:
        for line in rows:
            custom_id = read_custom_id(line)
            if custom_id not in succeeded and custom_id not in refused:
                again.write(line)
                count += 1
        sync(again)
    if count:
        attempt["counts"]["failed"] -= count  # which the next attempt counts
        part["attempts"].append(new_attempt(name, count))
    else:
        os.unlink(state.part_path(name))


class PartResults:
    """The records of a part, in the order of its rows."""

    def __init__(self, state: BatchState, part: Part) -> None:
        self._state = state
        self._part = part
        self._places: Dict[str, Place] = {}  # custom_id -> the best record: a success, or else the last one
        for attempt in part["attempts"]:
            for field in RESULT_FIELDS:
                path = result_path(state, attempt, field)
                for record, offset, length in read_records(path) if os.path.exists(path) else ():
                    failed = _has_failed(record)
                    known = self._places.get(record["custom_id"])
                    if known is None or known[0]:
                        self._places[record["custom_id"]] = (failed, path, offset, length)

    def __iter__(self) -> Iterator[Tuple[bytes, bool]]:
        """Yield the line of each record, and whether its row has failed."""
        files: Dict[str, Any] = {}
        try:
            with open(self._state.part_path(self._part["attempts"][0]["file"]), "rb") as rows:
                for line in rows:
                    custom_id = read_custom_id(line)
                    place = self._places.get(custom_id)
                    if place is None:
                        yield encode_json(self._make_record(custom_id)), True
                        continue
                    failed, path, offset, length = place
                    if path not in files:
                        files[path] = open(path, "rb")  # noqa: SIM115  # closed below
                    files[path].seek(offset)
                    yield files[path].read(length), failed
        finally:
            for file in files.values():
                file.close()

    def _make_record(self, custom_id: str) -> Dict[str, Any]:
        """Return the record of a row that no file of the server mentions."""
        attempt = self._part["attempts"][-1]
        error: Optional[Dict[str, Any]] = attempt["error"]
        if error is None:
            code, message = MISSING.get(attempt["status"], MISSING[""])
            error = {"code": code, "message": message}
        return result_record("", custom_id, None, None, None, error)


def _iter_group(state: BatchState, parts: List[Part]) -> Iterator[Tuple[bytes, bool]]:
    for part in parts:
        for item in PartResults(state, part):
            yield item


def merge(state: BatchState) -> None:
    """Write the output, in the order of the input, and finish the run. Raises ArgumentError if the output exists."""
    output = state.output
    if state.data["status"] != "merging":
        check_output(output)
        state.data["status"] = "merging"
        state.save()
    groups: List[Iterator[Tuple[bytes, bool]]] = [
        _iter_group(state, [part for part in state.data["parts"] if part["group"] == number])
        for number in range(len(state.data["groups"]))
    ]
    completed = failed = 0
    try:
        with replacing(output) as file, open(state.part_path(ORDER_FILE), "rb") as order:
            for number in iter(lambda: order.read(GROUP_NUMBER.size), b""):
                line, has_failed = next(groups[GROUP_NUMBER.unpack(number)[0]])
                file.write(line + b"\n")
                failed += has_failed
                completed += not has_failed
    finally:
        for group in groups:
            group.close()  # type: ignore[attr-defined]  # it is a generator
    state.data.update(status="finished", completed=completed, failed=failed)
    state.save()
    state.remove_parts()


def check_output(path: str) -> None:
    """Raise ArgumentError if something is in the place of the output, or its folder does not exist."""
    if not os.path.isdir(os.path.dirname(path)):
        raise ArgumentError("output: the folder of {!r} does not exist; make it first".format(path))
    if os.path.lexists(path):
        message = "output: {!r} exists, and this run has not written it; pass another path, or remove it"
        raise ArgumentError(message.format(path))


def iter_output(path: str) -> Iterator[Dict[str, Any]]:
    """Yield the records of an output."""
    with open(path, "rb") as file:
        for line in file:
            yield json.loads(line.decode("utf-8"))
