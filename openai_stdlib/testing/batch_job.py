# SPDX-License-Identifier: MIT
"""The work on a batch: a state machine that goes on one step each time that the batch is retrieved."""

from __future__ import annotations

import json

from .bodies import MAX_STORED_BYTES, Blob
from .object_types import get_collection
from .server_responses import APIErrorResponse, encode_json, error_response

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional

    from .faults import Fault
    from .handler_call import Call
    from .server_responses import ServerResponse

    Row = Dict[str, Any]

MAX_ROWS = 50_000
MAX_ERRORS = 100  # of the file that a batch tells
ROWS_PER_STEP = 5_000  # answered by one request, unless batch-polls says otherwise
DAY = 86_400  # seconds
FILES = get_collection("files")
UNEXECUTED = {  # status -> code and message of the rows that were not executed
    "expired": ("batch_expired", "This request could not be executed before the completion window expired."),
    "cancelled": ("batch_cancelled", "This request could not be executed before the batch was cancelled."),
}


class BatchJob:
    """The rows of a batch, what became of them, and the directives of the request that created it."""

    def __init__(self, call: Call, batch: Dict[str, Any]) -> None:
        self._answer = call.answer_row
        self._store = call.store
        self._fault: Fault = call.request.fault
        self._batch = batch
        self._rows: List[Row] = []
        self._outputs: List[bytes] = []
        self._errors: List[bytes] = []
        self._done = 0  # rows
        self._time: int = batch["created_at"]

    def start(self) -> None:
        """Give the batch the fields that it has when it is created."""
        names = "in_progress finalizing completed failed expired cancelling cancelled".split()
        self._batch.update(("{}_at".format(name), None) for name in names)
        self._batch.update(
            status="validating",
            expires_at=self._time + DAY,
            errors=None,
            output_file_id=None,
            error_file_id=None,
            request_counts={"total": 0, "completed": 0, "failed": 0},
        )
        self._batch.setdefault("metadata", None)
        self._set_missing_ids()

    def advance(self) -> None:
        """Go on one step."""
        status = self._batch["status"]
        if status == "validating":
            errors = self._read_rows()
            if errors:
                self._batch["errors"] = {"object": "list", "data": errors[:MAX_ERRORS]}
            self._enter("failed" if errors else "in_progress")
        elif status == "in_progress":
            self._work()
        elif status == "finalizing":
            self._finish("completed")
        elif status == "cancelling":
            self._finish("cancelled")

    def cancel(self) -> None:
        """Begin to cancel the batch; the next step ends it."""
        if not self._rows:
            self._read_rows()
        self._enter("cancelling")

    def _enter(self, status: str) -> None:
        self._time += 1
        self._batch["status"] = status
        self._batch[status + "_at"] = self._time

    def _work(self) -> None:
        """Answer the rows of one step."""
        if "batch-stuck" in self._fault:
            return
        polls = self._fault.get("batch-polls")
        size = -(-len(self._rows) // polls) if polls else ROWS_PER_STEP
        limit = min(self._fault.get("batch-expire", len(self._rows)), len(self._rows))
        for row in self._rows[self._done : min(self._done + size, limit)]:
            self._done += 1
            self._answer_row(row)
        if self._done >= limit:
            if "batch-expire" in self._fault:
                self._finish("expired")
            else:
                self._enter("finalizing")

    def _answer_row(self, row: Row) -> None:
        response = self._respond(row)
        request_id = "batch_req_{:06d}".format(self._done)
        body = json.loads(b"".join(response.chunks).decode("utf-8"))
        record = {"id": request_id, "custom_id": row["custom_id"]}
        record["response"] = {"status_code": response.status, "request_id": request_id, "body": body}
        record["error"] = None
        is_ok = response.status < 300
        self._batch["request_counts"]["completed" if is_ok else "failed"] += 1
        if self._done % (self._fault.get("batch-lose") or self._done + 1):
            (self._outputs if is_ok else self._errors).append(encode_json(record))

    def _respond(self, row: Row) -> ServerResponse:
        if self._done % (self._fault.get("batch-fail") or self._done + 1) == 0:
            status = self._fault.get("batch-status", 500)
            message = "The embedded server was asked to fail this row with status {}.".format(status)
            return error_response(status, message, type="server_error" if status >= 500 else "invalid_request_error")
        try:
            response: ServerResponse = self._answer(row["url"], row["body"])
            return response
        except APIErrorResponse as error:
            return error.response

    def _finish(self, status: str) -> None:
        """Write the files of the results, and enter the last status."""
        for row in self._rows[self._done :] if status in UNEXECUTED else ():
            code, message = UNEXECUTED[status]
            record = {"id": "batch_req_none", "custom_id": row["custom_id"], "response": None}
            record["error"] = {"code": code, "message": message}
            self._errors.append(encode_json(record))
        for field, lines in (("output_file_id", self._outputs), ("error_file_id", self._errors)):
            if lines:
                self._batch[field] = self._write_file(field, lines)
        self._set_missing_ids()
        self._enter(status)
        self._rows, self._outputs, self._errors = [], [], []

    def _set_missing_ids(self) -> None:
        """Write the ids of files that don't exist as the directive asks: null, an empty text, or not at all."""
        for field in ("output_file_id", "error_file_id"):
            if not self._batch.get(field):
                kind = self._fault.get("batch-ids", "null")
                self._batch.pop(field, None)
                if kind != "missing":
                    self._batch[field] = "" if kind == "empty" else None

    def _write_file(self, field: str, lines: List[bytes]) -> str:
        blob = Blob()
        for line in reversed(lines):  # the API promises no order
            blob.write(line + b"\n")
        name = "{}_{}.jsonl".format(self._batch["id"], field.partition("_")[0])
        params = {"bytes": blob.digest.length, "filename": name, "purpose": "batch_output"}
        file = self._store.create(FILES, {}, params)
        self._store.blobs[file["id"]] = blob
        id: str = file["id"]
        return id

    def _read_rows(self) -> List[Dict[str, Any]]:
        """Read the rows of the input file, and return what is wrong with them."""
        if "batch-invalid" in self._fault:
            code = self._fault.get("batch-invalid") or "invalid_request"
            return [make_error(code, "The embedded server was asked to fail the batch with {}.".format(code))]
        blob = self._store.blobs.get(self._batch["input_file_id"])
        content = b"" if blob is None else blob.read()
        if content is None:
            message = "The embedded server does not keep files of more than {:,} bytes.".format(MAX_STORED_BYTES)
            return [make_error("file_too_large", message)]
        lines = content.splitlines()
        if not lines:
            return [make_error("empty_file", "The input file is empty. Please ensure that the batch has requests.")]
        max_rows = self._fault.get("batch-max-rows", MAX_ROWS)
        if len(lines) > max_rows:
            message = "The input file has {} requests; the limit is {}.".format(len(lines), max_rows)
            return [make_error("too_many_tasks", message)]
        errors: List[Dict[str, Any]] = []
        seen: Dict[str, Any] = {"ids": set(), "model": None}
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line.decode("utf-8"))
            except ValueError:
                errors.append(make_error("invalid_json_line", "This line is not parseable as valid JSON.", number))
                continue
            error = self._check_row(row, number, seen)
            if error is not None:
                errors.append(error)
            self._rows.append(row)
        self._batch["request_counts"]["total"] = 0 if errors else len(lines)
        return errors

    def _check_row(self, row: Any, number: int, seen: Dict[str, Any]) -> Optional[Dict[str, Any]]:
        """Return what is wrong with a row, or None."""
        if not isinstance(row, dict) or not isinstance(row.get("body"), dict):
            return make_error("invalid_request", "Each line needs a body, which is an object.", number, "body")
        for name in ("custom_id", "method", "url"):
            if not isinstance(row.get(name), str) or not row[name]:
                message = "Missing required parameter: '{}'.".format(name)
                return make_error("missing_required_parameter", message, number, name)
        if row["custom_id"] in seen["ids"]:
            message = "The custom_id '{}' for this request is a duplicate of another request.".format(row["custom_id"])
            return make_error("duplicate_custom_id", message, number, "custom_id")
        seen["ids"].add(row["custom_id"])
        if number % (self._fault.get("batch-refuse") or number + 1) == 0:
            return make_error("invalid_row", "The embedded server was asked to refuse this row.", number)
        if row["method"] != "POST":
            return make_error("invalid_method", "The method must be POST.", number, "method")
        if row["url"] != self._batch["endpoint"]:
            message = "The URL provided for this request does not match the batch endpoint."
            return make_error("mismatched_endpoint", message, number, "url")
        model = row["body"].get("model")
        seen["model"] = seen["model"] or model
        if model != seen["model"] and not self._store.lenient:
            message = "The model '{}' does not match '{}' of the other requests.".format(model, seen["model"])
            return make_error("model_mismatch", message, number, "body.model")
        return None


def make_error(code: str, message: str, line: Optional[int] = None, param: Optional[str] = None) -> Dict[str, Any]:
    """Return an error of the validation, as the field `errors` of a batch has them."""
    return {"code": code, "message": message, "line": line, "param": param}
