# SPDX-License-Identifier: MIT
"""How a row becomes a call of a client, and the end of a call a record. No I/O.

The call goes through the ordinary machinery: settings, provider, retries, hooks, limiter and ledger. Only its result is
not typed, because a record has plain JSON.
"""

from __future__ import annotations

import json

from ..api.custom import CustomOperation
from ..call.api_errors import APIConnectionError, APIError, APIStatusError, APITimeoutError
from ..call.errors import ArgumentError
from ..call.outcome import count_tokens
from ..config.config import Config
from .output import ID_PREFIX
from .row_errors import VERSION_PREFIX, RowError
from .rows import result_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Optional, Union

    from ..call.message import Response
    from .rows import Row

    Fields = Dict[str, Any]
else:
    Fields = dict

MAX_URLS = 100  # whose operations are kept
# The status of an error that is about the row: all others may be about the server, the key or the quota.
ROW_STATUSES = frozenset((400, 409, 413, 422))
TEXT_LIMIT = 2000  # characters of a message in a record


class RowResult(Fields):
    """The result of a row: a dict for those who observe the call, with the `body` as it is and the `response`."""

    __slots__ = ("body", "response")

    def __init__(self, body: Any, response: Response) -> None:
        super().__init__(body if isinstance(body, dict) else ())
        self.body: Any = body
        self.response: Response = response


class RowOperation(CustomOperation):  # pyright: ignore[reportIncompatibleMethodOverride]
    """POST to the url of a row, for any number of rows: `extra_body` is the body."""

    __slots__ = ()

    def __init__(self, url: str) -> None:
        super().__init__("POST", url[len(VERSION_PREFIX) - 1 :], None, None, None, None, "")
        self.response_type: str = ""
        self.post_parser: Any = RowResult


class WatchedRetries:
    """The retry policy of a client, which also tells `on_overload` of each attempt that the server could not serve."""

    def __init__(self, policy: Any, on_overload: Callable[[], None]) -> None:
        if isinstance(policy, int):
            from ..call.retry import RetryPolicy

            policy = RetryPolicy(policy)
        self._policy: Any = policy
        self._on_overload = on_overload
        self.max_retries: int = getattr(policy, "max_retries", 1)

    def delay_after_error(self, error: BaseException, retries_taken: int) -> Optional[float]:
        """Return the delay of the policy after a failed connection."""
        self._on_overload()
        delay: Optional[float] = self._policy.delay_after_error(error, retries_taken)
        return delay

    def delay_after_status(self, status: int, headers: Any, code: Any, received_at: float, retries: int) -> Any:
        """Return the delay of the policy after an error status."""
        if status in (408, 429) or status >= 500:
            self._on_overload()
        return self._policy.delay_after_status(status, headers, code, received_at, retries)


class RowCalls:
    """Makes the arguments of a client's `_call` from rows."""

    def __init__(self, client: Any, on_overload: Callable[[], None]) -> None:
        settings = client._settings
        policy: Any = WatchedRetries(settings.retry, on_overload)
        self._settings = settings.with_layer(Config(retry_policy=policy), "bulk")
        self._operations: Dict[str, RowOperation] = {}

    def call(self, client: Any, row: Union[Row, RowError]) -> Any:
        """Call the API for a row; await the result, a `RowResult`, with an async client."""
        if isinstance(row, RowError):  # one that is to be skipped
            raise row
        operation = self._operations.get(row.url)
        if operation is None:
            if len(self._operations) >= MAX_URLS:
                self._operations.clear()
            operation = self._operations[row.url] = RowOperation(row.url)
        # `model` is for providers that have it in the URL.
        body = row.body
        return client._call(operation, {"extra_body": body, "model": body.get("model"), "config": self._settings})


class RowEnd:
    """How the call of a row ended: its record, and what is counted of it.

    `error` is the kind of the failure, or None, and `failure` its exception. `is_systemic` is whether it may be about
    more than this row. Without a `record`, the row is not done.
    """

    __slots__ = ("record", "line", "error", "failure", "is_systemic", "latency", "tokens", "retries")

    def __init__(
        self,
        record: Dict[str, Any],
        error: Optional[str] = None,
        is_systemic: bool = False,
        failure: Optional[BaseException] = None,
    ) -> None:
        self.record: Dict[str, Any] = record
        self.line: bytes = b""  # of the output
        self.failure: Optional[BaseException] = failure
        self.error: Optional[str] = error
        self.is_systemic: bool = is_systemic
        self.latency: Optional[float] = None  # seconds of the attempt that succeeded
        self.tokens: Any = None
        self.retries: int = 0


def end_with_result(index: int, row: Row, result: RowResult) -> RowEnd:
    """Return the end of a row that has a result."""
    response = result.response
    body = result.body
    end = RowEnd(result_record(ID_PREFIX + str(index), row.custom_id, response.status_code, response.request_id, body))
    end.latency = response.finished_at - response.started_at
    usage = result.get("usage")
    if isinstance(usage, dict):
        end.tokens = count_tokens(usage)
    end.retries = response.retries_taken
    return end


def end_with_error(index: int, row: Union[Row, RowError], error: BaseException) -> RowEnd:
    """Return the end of a row that failed. Raises an error again that is not about rows, such as one of settings."""
    id = ID_PREFIX + str(index)
    if isinstance(error, APIStatusError):
        body = read_error_body(error)
        record = result_record(id, row.custom_id, error.status_code, error.request_id, body)
        kind = " ".join(filter(None, (str(error.status_code), error.code or error.type)))
        end = RowEnd(record, kind, error.status_code not in ROW_STATUSES)
        end.retries = error.attempts - 1
        return end
    if isinstance(error, APITimeoutError):
        code = "timeout"
    elif isinstance(error, APIConnectionError):
        code = "connection_error"
    elif isinstance(error, APIError):
        code = "invalid_response"
    elif isinstance(error, (ArgumentError, RowError)):
        code = "invalid_row"
    else:
        raise error
    message = error.summary if isinstance(error, APIError) else str(error)
    record = result_record(id, row.custom_id, None, None, None, {"code": code, "message": message[:TEXT_LIMIT]})
    end = RowEnd(record, code, isinstance(error, APIConnectionError))
    end.retries = getattr(error, "attempts", 1) - 1
    return end


def read_error_body(error: APIStatusError) -> Any:
    """Return the body of an error response as the Batch API has it: JSON, or the text in an object."""
    try:
        body = json.loads(error.response.content.decode("utf-8"))
    except (ValueError, AttributeError, RecursionError):
        body = None
    if isinstance(body, dict):
        return body
    return {"error": {"message": error.message[:TEXT_LIMIT], "type": error.type, "code": error.code}}


def encode_record(record: Dict[str, Any], response: Optional[Response] = None) -> bytes:
    """Return the line of a record. It has the body of a `response` as it was sent, if that is JSON in one line."""
    body = b"" if response is None else response.body
    if body[:1] != b"{" or body[-1:] != b"}" or b"\n" in body or b"\r" in body or not body.isascii():
        return json.dumps(record).encode("ascii") + b"\n"  # ASCII: half characters of texts can be written, too
    assert response is not None
    head = '{{"id": {}, "custom_id": {}, "response": {{"status_code": {:d}, "request_id": {}, "body": '.format(
        *map(json.dumps, (record["id"], record["custom_id"])),
        response.status_code,
        json.dumps(response.request_id or ""),
    )
    return head.encode("ascii") + body + b'}, "error": null}\n'
