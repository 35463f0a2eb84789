# SPDX-License-Identifier: MIT
"""The calls of a run of batches: upload, create, retrieve, download and cancel. Each is a flow of helpers/flow.py.

An upload or a batch is never made twice. Before a request that makes one is sent, the state is saved with a note of it;
where its response is lost, by a broken connection or the end of the process, the next one first looks for what it may
have made: a file by its name, a batch by its metadata. Such a request also has an Idempotency-Key, for servers that
know it.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from functools import partial
from pathlib import Path

from ..bulk.rows import result_record
from ..call.api_errors import APIConnectionError, APIError, APIResponseValidationError, APIStatusError
from ..call.errors import OpenAIError
from ..call.json_body import encode_json
from ..call.retry import RetryPolicy
from ..config.config import Config
from ..results.guard import guard
from .batch_results import RESULT_FIELDS, result_path
from .batch_state import ACTIVE, write_durably
from .flow import Sleep, in_thread, with_headers
from .poll_targets import get_field, read_id
from .polling import call_operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional

    from .batch_state import Attempt, BatchState
    from .flow import Flow

METADATA_KEY = "batch_run"  # whose value tells the run, the rows and the number of the batch
DOWNLOAD_TRIES = 3
PAGE_SIZE, MAX_PAGES = 100, 50  # of the files and batches that are searched, newest first
STATUSES = ACTIVE | {"completed", "failed", "expired", "cancelled"}
NO_LISTS = (404, 405, 501)  # statuses of servers that have batches, but no lists of them
TOO_MUCH_WORK = frozenset(("token_limit_exceeded", "rate_limit_exceeded", "too_many_batches"))


class BatchCalls:
    """The calls of one run, with the options that each has: `extra_headers`, `extra_query` and `timeout`."""

    def __init__(self, client: Any, state: BatchState, options: Dict[str, Any]) -> None:
        self._client = client
        self._state = state
        self._options = options
        retry = client.settings.retry
        self._policy: Any = RetryPolicy() if retry is None else RetryPolicy(retry) if isinstance(retry, int) else retry

    def _call(self, path: str, **arguments: Any) -> Callable[[], Any]:
        return partial(call_operation, self._client, path, {**arguments, **self._options})

    def submit(self, part: Dict[str, Any], attempt: Attempt) -> Flow:
        """Upload the rows of an attempt, unless they are, and create its batch, unless there is one."""
        name = "{}-{}".format(self._state.data["id"], attempt["file"])
        if not attempt["input_file_id"]:
            path = self._state.part_path(attempt["file"])
            arguments: Dict[str, Any] = {"file": (name, Path(path)), "purpose": "batch"}
            find = partial(self._find_file, name, os.path.getsize(path))
            file = yield from self._make_once(attempt, "file", "files.create", arguments, name, find)
            attempt.update(input_file_id=read_id(file), sending="")
            yield in_thread(self._client, self._state.save)
        options = self._state.data["options"]
        key = "{}-{}".format(name, attempt["number"])
        arguments = {
            "input_file_id": attempt["input_file_id"],
            "endpoint": self._state.data["groups"][part["group"]]["url"],
            "completion_window": options["completion_window"],
            "metadata": {**options["metadata"], METADATA_KEY: key},
        }
        find = partial(self._find_batch, key)
        batch = yield from self._make_once(attempt, "batch", "batches.create", arguments, key, find)
        attempt.update(batch_id=read_id(batch), sending="", status="validating")
        self._read(attempt, batch)
        yield in_thread(self._client, self._state.save)
        yield from self._cancel_doubles(key, attempt["batch_id"])

    def _cancel_doubles(self, key: str, batch_id: str) -> Flow:
        """Cancel further batches with a key.

        A transport repeats a request if a kept connection ends before a response, because the server has closed it
        while it was idle, nearly always. It may also have received the request.
        """
        with suppress(APIError):  # this is no reason to end the run
            page = yield self._call("batches.list", limit=PAGE_SIZE)
            for batch in get_field(page, "data") or ():
                if has_key(batch, key) and read_id(batch) != batch_id and get_field(batch, "status") in ACTIVE:
                    yield self._call("batches.cancel", batch_id=read_id(batch))

    def _make_once(
        self, attempt: Attempt, what: str, path: str, arguments: Dict[str, Any], key: str, find: Callable[[], Flow]
    ) -> Flow:
        """Make a file or a batch, and return it. The client's retries are made here, with a search before each."""
        # A policy of the program's own class may not heed max_retries; others keep what their clients share.
        is_plain = type(self._policy) is RetryPolicy
        config = Config(max_retries=0) if is_plain else Config(retry_policy=RetryPolicy(0))
        arguments = {**arguments, **self._options, "config": config}
        arguments = with_headers(arguments, {"Idempotency-Key": key})
        retries = 0
        while True:
            if attempt["sending"] == what:
                found = yield from find()
                if found is not None:
                    return found
            attempt["sending"] = what
            yield in_thread(self._client, self._state.save)
            try:
                return (yield partial(call_operation, self._client, path, arguments))
            except APIError as error:
                if not may_have_succeeded(error):
                    attempt["sending"] = ""
                    yield in_thread(self._client, self._state.save)
                delay = self._retry_delay(error, retries)
                if delay is None:
                    raise
            yield Sleep(delay)
            retries += 1

    def _retry_delay(self, error: APIError, retries: int) -> Optional[float]:
        delay: Optional[float] = None
        if isinstance(error, APIStatusError):
            headers = error.response.headers
            delay = self._policy.delay_after_status(error.status_code, headers, error.code, time.time(), retries)
        elif isinstance(error, APIConnectionError):
            delay = self._policy.delay_after_error(error, retries)
        return None if delay is None else max(0.0, delay)

    def recover(self, part: Dict[str, Any], attempt: Attempt) -> Flow:
        """Find the batch whose creation was not answered, without creating it."""
        key = "{}-{}-{}".format(self._state.data["id"], attempt["file"], attempt["number"])
        batch = yield from self._find_batch(key)
        if batch is not None:
            attempt.update(batch_id=read_id(batch), sending="", status="validating")
            self._read(attempt, batch)
            yield in_thread(self._client, self._state.save)

    def _find_file(self, name: str, size: int) -> Flow:
        def matches(file: Any) -> bool:
            if get_field(file, "status") in ("error", "deleted"):
                return False
            return bool(get_field(file, "filename") == name and get_field(file, "bytes") == size)

        return (yield from self._find("files.list", matches, purpose="batch"))

    def _find_batch(self, key: str) -> Flow:
        return (yield from self._find("batches.list", partial(has_key, key=key)))

    def _find(self, path: str, matches: Callable[[Any], bool], **arguments: Any) -> Flow:
        """Return the first object of a list that matches, or None; None also if the server has no lists."""
        for _ in range(MAX_PAGES):
            try:
                page = yield self._call(path, limit=PAGE_SIZE, **arguments)
            except APIStatusError as error:
                if error.status_code not in NO_LISTS:
                    raise
                return None
            items: List[Any] = get_field(page, "data") or []
            for item in items:
                if matches(item):
                    return item
            if not items or not get_field(page, "has_more"):
                return None
            arguments["after"] = read_id(items[-1])
        return None

    def retrieve(self, attempt: Attempt) -> Flow:
        """Update an attempt from its batch, and return the milliseconds that the server asks to wait, or None."""
        arguments = with_headers(
            {"batch_id": attempt["batch_id"], **self._options},
            {"X-Stainless-Poll-Helper": "true", "X-Stainless-Raw-Response": "true"},
        )
        response = yield partial(call_operation, self._client, "batches.retrieve", arguments)
        self._read(attempt, response.parse(), getattr(response, "http_response", None))
        return response.headers.get("openai-poll-after-ms")

    def cancel(self, attempt: Attempt) -> Flow:
        """Cancel the batch of an attempt; one that has ended stays as it is."""
        try:
            batch = yield self._call("batches.cancel", batch_id=attempt["batch_id"])
        except APIStatusError as error:
            if error.status_code not in (400, 409):
                raise
            yield from self.retrieve(attempt)
        else:
            self._read(attempt, batch)

    def _read(self, attempt: Attempt, batch: Any, response: Any = None) -> None:
        attempt.update(guard("object", read_batch, batch, response))

    def fetch(self, attempt: Attempt) -> Flow:
        """Download the result files of a batch that has ended, except those that are there."""
        if attempt["status"] == "failed":
            yield in_thread(self._client, partial(write_line_errors, self._state, attempt))
        for field in RESULT_FIELDS:
            path = result_path(self._state, attempt, field)
            if attempt.get(field) and not os.path.exists(path):
                yield from self._download(attempt[field], path)

    def _download(self, file_id: str, path: str) -> Flow:
        def download() -> None:
            with self._client.with_streaming_response.files.content(file_id, **self._options) as response:
                response.stream_to_file(path)

        async def download_async() -> None:
            async with self._client.with_streaming_response.files.content(file_id, **self._options) as response:
                await response.stream_to_file(path)

        for number in range(1, DOWNLOAD_TRIES + 1):
            try:
                return (yield download_async if self._client._is_async else download)
            except APIConnectionError:  # the client has repeated the request, but not a body that breaks off
                if number == DOWNLOAD_TRIES:
                    raise
            yield Sleep(self._policy.backoff_delay(number - 1))


def has_key(batch: Any, key: str) -> bool:
    """Return whether a batch has the key of one of ours in its metadata."""
    metadata = get_field(batch, "metadata")
    return metadata is not None and get_field(metadata, METADATA_KEY) == key


def may_have_succeeded(error: OpenAIError) -> bool:
    """Return whether a request that failed with this error may have been carried out."""
    if isinstance(error, APIStatusError):
        return error.status_code >= 500 or error.status_code in (408, 409)
    return isinstance(error, (APIConnectionError, APIResponseValidationError))


def is_passing(error: APIError) -> bool:
    """Return whether a failed poll may succeed later."""
    if isinstance(error, APIStatusError):
        return error.status_code >= 500 or error.status_code in (408, 409, 429)
    return isinstance(error, APIConnectionError)


def read_batch(batch: Any) -> Dict[str, Any]:
    """Return what an attempt keeps of a batch. Raises TypeError if it has no status, or one that is not known."""
    status = get_field(batch, "status")
    if status not in STATUSES:
        raise TypeError("the status is missing or not known")
    counts = get_field(batch, "request_counts")
    numbers = {name: get_field(counts, name) or 0 for name in ("completed", "failed")}
    if not all(isinstance(number, int) for number in numbers.values()):
        raise TypeError("a count is not a number")
    result: Dict[str, Any] = {"status": status, "counts": numbers}
    for field in RESULT_FIELDS:
        result[field] = get_field(batch, field) or ""
    if status == "failed":
        errors = get_field(get_field(batch, "errors"), "data") or []
        details = [{name: get_field(error, name) for name in ("code", "message", "line")} for error in errors]
        result["errors"] = [detail for detail in details if detail["line"]]
        first = details[0] if details else {"code": "batch_failed", "message": "the server gives no reason"}
        message = "The batch failed its validation, so no row was executed: {}".format(first["message"])
        result["error"] = {"code": first["code"] or "batch_failed", "message": message}
    return result


def has_too_much_work(attempt: Attempt) -> bool:
    """Return whether a batch failed because others of the organization have to end first."""
    return attempt["status"] == "failed" and attempt["error"]["code"] in TOO_MUCH_WORK


def write_line_errors(state: BatchState, attempt: Attempt) -> None:
    """Write the errors of single rows, for which the server failed a batch, as if they were its error file."""
    from .batch_parts import read_custom_id

    errors = {error["line"]: error for error in attempt.get("errors") or ()}
    if not errors:
        return
    lines = []
    with open(state.part_path(attempt["file"]), "rb") as file:
        for number, line in enumerate(file, 1):
            if number in errors:
                error = {"code": errors[number]["code"], "message": errors[number]["message"]}
                record = result_record("", read_custom_id(line), None, None, None, error)
                lines.append(encode_json(record) + b"\n")
    if lines:
        write_durably(result_path(state, attempt, "error_file_id"), b"".join(lines))
