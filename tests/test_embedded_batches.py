# SPDX-License-Identifier: MIT
"""Batches of the embedded server: states, results, limits and the faults that concern them."""

from __future__ import annotations

import json

import pytest

from . import load, package

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, List

EmbeddedServer = load("testing").EmbeddedServer
Fault = load("testing.faults").Fault
CHAT = "/v1/chat/completions"


@pytest.fixture()
def server() -> Iterator[Any]:
    with EmbeddedServer() as running:
        yield running


@pytest.fixture()
def client(server: Any) -> Iterator[Any]:
    with package.OpenAI(api_key="k", base_url=server.base_url, environment=False, max_retries=0) as made:
        yield made


def make_row(number: int, **fields: Any) -> Dict[str, Any]:
    messages = [{"role": "user", "content": "row {}".format(number)}]
    row = {"custom_id": str(number), "method": "POST", "url": CHAT, "body": {"model": "m", "messages": messages}}
    return {**row, **fields}


ROWS = [make_row(number) for number in range(6)]


def upload(client: Any, rows: List[Any], purpose: str = "batch") -> str:
    content = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
    return str(client.files.create(file=("rows.jsonl", content), purpose=purpose).id)


def create(client: Any, rows: List[Any] = ROWS, endpoint: str = CHAT) -> Any:
    return client.batches.create(
        input_file_id=upload(client, rows), endpoint=endpoint, completion_window="24h", metadata={"a": "b"}
    )


def records(client: Any, file_id: Any) -> List[Any]:
    if not file_id:
        return []
    return [json.loads(line) for line in client.files.content(file_id).text.splitlines()]


def test_a_batch_goes_on_each_time_it_is_retrieved(client: Any) -> None:
    batch = create(client)
    assert (batch.status, batch.request_counts.total, batch.metadata) == ("validating", 0, {"a": "b"})
    states = [client.batches.retrieve(batch.id) for _ in range(4)]
    assert [state.status for state in states] == ["in_progress", "finalizing", "completed", "completed"]
    assert [state.request_counts.completed for state in states] == [0, 6, 6, 6]
    last = states[-1]
    assert last.in_progress_at < last.finalizing_at < last.completed_at < last.expires_at
    assert client.files.retrieve(last.output_file_id).purpose == "batch_output" and last.error_file_id is None
    results = records(client, last.output_file_id)
    assert sorted(record["custom_id"] for record in results) == [row["custom_id"] for row in ROWS]
    assert [record["custom_id"] for record in results] != [row["custom_id"] for row in ROWS]  # as the API warns
    for record in results:
        content = record["response"]["body"]["choices"][0]["message"]["content"]
        assert content.endswith("row " + record["custom_id"])
        assert record["response"]["status_code"] == 200 and record["error"] is None
    assert [listed.id for listed in client.batches.list()] == [batch.id]


ENDPOINTS = [
    ("/v1/embeddings", {"input": "a"}, "list"),
    ("/v1/responses", {"input": "a"}, "response"),
    ("/v1/completions", {"prompt": "a"}, "text_completion"),
]


@pytest.mark.parametrize(("endpoint", "body", "kind"), ENDPOINTS)
def test_rows_are_answered_by_their_operations(client: Any, endpoint: str, body: Any, kind: str) -> None:
    batch = client.wait(create(client, [make_row(1, url=endpoint, body={"model": "m", **body})], endpoint))
    (record,) = records(client, batch.output_file_id)
    assert record["response"]["body"]["object"] == kind


def test_rows_that_fail_are_in_the_error_file(client: Any) -> None:
    bodies = [{"model": "m"}, {"model": "m", "messages": [], "stream": True}]
    rows = [make_row(number, body=body) for number, body in enumerate(bodies)]
    batch = client.wait(create(client, [*rows, make_row(2)]))
    assert (batch.status, batch.request_counts.completed, batch.request_counts.failed) == ("completed", 1, 2)
    failed = {record["custom_id"]: record["response"] for record in records(client, batch.error_file_id)}
    assert [failed[name]["status_code"] for name in ("0", "1")] == [400, 400]
    assert failed["0"]["body"]["error"]["param"] == "messages"


FAULTS = {  # fault: status, rows in the output file, in the error file
    "batch-fail=2": ("completed", 3, 3),
    "batch-fail=1; batch-status=429": ("completed", 0, 6),
    "batch-expire=4": ("expired", 4, 2),
    "batch-expire=0": ("expired", 0, 6),
    "batch-lose=3": ("completed", 4, 0),
    "batch-polls=3": ("completed", 6, 0),
    "batch-invalid=quota": ("failed", 0, 0),
    "batch-max-rows=5": ("failed", 0, 0),
    "batch-max-rows=6": ("completed", 6, 0),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_faults_wait_for_a_batch(server: Any, client: Any, fault: str) -> None:
    server.inject_fault(fault)
    batch = client.wait(create(client))
    found = len(records(client, batch.output_file_id)), len(records(client, batch.error_file_id))
    assert (batch.status, *found) == FAULTS[fault]
    if "expire" in fault:
        assert records(client, batch.error_file_id)[0]["error"]["code"] == "batch_expired"
    if "status" in fault:
        assert records(client, batch.error_file_id)[0]["response"]["status_code"] == 429
    assert client.wait(create(client)).request_counts.completed == 6  # the next one is not affected


@pytest.mark.parametrize(("kind", "expected"), [("null", None), ("empty", ""), ("missing", KeyError)])
def test_the_id_of_a_file_that_does_not_exist(server: Any, client: Any, kind: str, expected: Any) -> None:
    server.inject_fault("batch-ids=" + kind)
    batch = client.wait(create(client))
    assert batch.to_dict().get("error_file_id", KeyError) == expected and batch.output_file_id


def test_cancelled_batches_have_partial_results(server: Any, client: Any) -> None:
    server.inject_fault("batch-polls=3")
    batch = create(client)
    for _ in range(2):
        batch = client.batches.retrieve(batch.id)
    assert (batch.status, batch.request_counts.completed) == ("in_progress", 2)
    assert client.batches.cancel(batch.id).status == "cancelling"
    batch = client.batches.retrieve(batch.id)
    assert batch.status == "cancelled" and len(records(client, batch.output_file_id)) == 2
    assert {record["error"]["code"] for record in records(client, batch.error_file_id)} == {"batch_cancelled"}
    with pytest.raises(package.ConflictError, match="Cannot cancel a batch with status 'cancelled'"):
        client.batches.cancel(batch.id)


def test_a_stuck_batch_ends_when_it_is_cancelled(server: Any, client: Any) -> None:
    server.inject_fault("batch-stuck")
    batch = create(client)
    assert {client.batches.retrieve(batch.id).status for _ in range(5)} == {"in_progress"}
    client.batches.cancel(batch.id)
    assert client.wait(batch).status == "cancelled"


INVALID = {  # code, line
    "not JSON": (["{"], "invalid_json_line", 1),
    "no body": ([make_row(1), {"custom_id": "2"}], "invalid_request", 2),
    "no id": ([make_row(1, custom_id="")], "missing_required_parameter", 1),
    "same id": ([make_row(1), make_row(1)], "duplicate_custom_id", 2),
    "method": ([make_row(1, method="GET")], "invalid_method", 1),
    "other url": ([make_row(1), make_row(2, url="/v1/responses")], "mismatched_endpoint", 2),
    "other model": ([make_row(1), make_row(2, body={"model": "n", "messages": []})], "model_mismatch", 2),
    "empty": ([], "empty_file", None),
}


@pytest.mark.parametrize("name", INVALID)
def test_invalid_files_fail_the_batch(client: Any, name: str) -> None:
    rows, code, line = INVALID[name]
    content = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows).encode()
    file = client.files.create(file=("rows.jsonl", content), purpose="batch")
    batch = client.batches.create(input_file_id=file.id, endpoint=CHAT, completion_window="24h")
    batch = client.wait(batch)
    assert (batch.status, batch.errors.data[0].code, batch.errors.data[0].line) == ("failed", code, line)
    assert batch.failed_at and not batch.output_file_id


REFUSED = [
    ({"endpoint": "/v1/models"}, "endpoint"),
    ({"completion_window": "1h"}, "completion_window"),
    ({"input_file_id": "file-none"}, "id"),
]


@pytest.mark.parametrize(("arguments", "param"), REFUSED)
def test_invalid_arguments_are_refused(client: Any, arguments: Any, param: str) -> None:
    valid = {"input_file_id": upload(client, ROWS), "endpoint": CHAT, "completion_window": "24h"}
    with pytest.raises(package.APIStatusError) as caught:
        client.batches.create(**{**valid, **arguments})
    assert caught.value.status_code in (400, 404) and caught.value.param == param


def test_the_purpose_of_the_file_must_be_batch(client: Any) -> None:
    with pytest.raises(package.BadRequestError, match="purpose is 'fine-tune'"):
        client.batches.create(input_file_id=upload(client, ROWS, "fine-tune"), endpoint=CHAT, completion_window="24h")


def test_a_fault_waits_for_the_request_that_it_names(server: Any, client: Any) -> None:
    server.inject_fault("on=GET /batches/; status=418")
    server.inject_fault("on=POST /batches; status=418")
    with pytest.raises(package.APIStatusError, match="418"):
        create(client)
    batch = create(client)
    assert len(list(client.batches.list())) == 1
    with pytest.raises(package.APIStatusError, match="418"):
        client.batches.retrieve(batch.id)
    assert client.batches.retrieve(batch.id).status == "in_progress"


@pytest.mark.parametrize("text", ["on=batches", "on=GET batches", "batch-fail=0", "batch-polls=0", "batch-ids=none"])
def test_invalid_directives_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="does not take the value"):
        Fault(text)
