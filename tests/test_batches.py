# SPDX-License-Identifier: MIT
"""`client.batches.run` against the embedded server: results, resubmission, resuming after any failure, bad input."""

from __future__ import annotations

import asyncio
import io
import json
import os

import pytest

from . import load, package
from .test_embedded_batches import CHAT, make_row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any, Dict, Iterator, List

EmbeddedServer = load("testing").EmbeddedServer
ArgumentError, OpenAIError = load("call.errors").ArgumentError, load("call.errors").OpenAIError
RowError = load("bulk.row_errors").RowError
batches = load("helpers.batches")
batch_calls, batch_flow = load("helpers.batch_calls"), load("helpers.batch_flow")
BOTH = pytest.mark.parametrize("mode", ["sync", "async"])
ROWS = [make_row(number) for number in range(10)]
IDS = [row["custom_id"] for row in ROWS]


@pytest.fixture()
def server() -> Iterator[Any]:
    with EmbeddedServer() as running:
        yield running


def options_for(server: Any, **options: Any) -> Dict[str, Any]:
    return {"api_key": "k", "base_url": server.base_url, "environment": False, "max_retries": 0, **options}


def run(server: Any, *arguments: Any, mode: str = "sync", client: Any = (), **keywords: Any) -> Any:
    """Run rows with a sync or async client."""
    # Without kept connections, on which transports repeat a request whose response is lost.
    pooled = mode == "sync" and package.UrllibTransport or package.AsyncioTransport
    transport = pooled(max_idle_connections=0, proxy="")
    options = options_for(server, **{"transport": transport, **dict(client)})
    keywords = {"poll_interval": 0.001, **keywords}
    if mode == "sync":
        with package.OpenAI(**options) as opened:
            return opened.batches.run(*arguments, **keywords)

    async def main() -> Any:
        async with package.AsyncOpenAI(**options) as opened:
            return await opened.batches.run(*arguments, **keywords)

    return asyncio.run(main())


def read(path: Any) -> List[Any]:
    with open(path, "rb") as file:
        return [json.loads(line) for line in file]


def statuses(records: Any) -> Dict[str, Any]:
    """Return the status code, or the code of the error, of each record by its id; their order is the rows'."""
    return {
        record["custom_id"]: record["response"]["status_code"] if record["response"] else record["error"]["code"]
        for record in records
    }


def paths(server: Any) -> List[str]:
    return [request.method + " " + request.path[len("/v1") :] for request in server.requests]


@BOTH
def test_rows_become_records_in_their_order(mode: str, server: Any, tmp_path: Path) -> None:
    output, seen = tmp_path / "out.jsonl", []
    result = run(
        server, ROWS, output, mode=mode, metadata={"team": "blue"}, progress=lambda run: seen.append(repr(run))
    )
    records = read(output)
    assert [record["custom_id"] for record in records] == IDS
    assert all(record["response"]["body"]["choices"][0]["message"]["content"].endswith("row " + id)
               for id, record in zip(IDS, records))  # fmt: skip
    assert list(result) == records
    assert (result.total, result.completed, result.failed, result.is_finished) == (10, 10, 0, True)
    assert "finished" in seen[-1] and "0 of 10" in seen[0]
    (batch,) = result.batches
    assert batch["status"] == "completed" and batch["output_file_id"] and batch["error_file_id"] == ""
    created = next(request for request in server.requests if request.path == "/v1/batches")
    assert created.json()["metadata"] == {"team": "blue", "batch_run": "{}-part-0001-1.jsonl-0".format(result.id)}
    assert created.json()["completion_window"] == "24h" and created.header("idempotency-key")
    assert sorted(os.listdir(tmp_path)) == ["out.jsonl", "out.jsonl.state"]


SOURCES = {
    "dicts": lambda path: iter(ROWS),
    "path": lambda path: path,
    "text": lambda path: str(path),
    "open file": lambda path: io.BytesIO(path.read_bytes()),
    "lines": lambda path: path.read_text().splitlines(),
}


@pytest.mark.parametrize("kind", SOURCES)
def test_sources_of_rows(kind: str, server: Any, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    result = run(server, SOURCES[kind](path))
    assert statuses(result) == dict.fromkeys(IDS, 200)
    folder = os.path.dirname(result.state)
    del result
    assert not os.path.exists(folder)  # both paths were temporary


def test_rows_of_csv_fill_a_template(server: Any, tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("id,text\na,one\nb,two\n")
    body = {"model": "m", "messages": [{"role": "user", "content": "{text}"}]}
    result = run(server, path, template=body, endpoint=CHAT)
    contents = [record["response"]["body"]["choices"][0]["message"]["content"] for record in result]
    assert [record["custom_id"] for record in result] == ["a", "b"]
    assert contents[0].endswith("one") and contents[1].endswith("two")


@BOTH
def test_rows_are_divided_by_model_url_and_limits(mode: str, server: Any) -> None:
    rows = [make_row(number, body={**make_row(number)["body"], "model": "m%d" % (number % 2)}) for number in range(10)]
    rows.insert(3, make_row(99, url="/v1/embeddings", body={"model": "m0", "input": "é"}))
    result = run(server, rows, mode=mode, max_rows=2, max_batches=3)
    assert statuses(result) == {row["custom_id"]: 200 for row in rows}
    assert [record["custom_id"] for record in result] == [row["custom_id"] for row in rows]
    assert sorted(batch["rows"] for batch in result.batches) == [1, 1, 1, 2, 2, 2, 2]


def test_a_batch_has_at_most_max_bytes(server: Any) -> None:
    size = len(json.dumps(make_row(1), separators=(",", ":"))) + 1
    result = run(server, ROWS, max_bytes=3 * size)
    assert [batch["rows"] for batch in result.batches] == [3, 3, 3, 1] and statuses(result) == dict.fromkeys(IDS, 200)


def test_the_inputs_of_embeddings_are_limited(server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load("helpers.batch_parts"), "MAX_EMBEDDING_INPUTS", 5)
    rows = [make_row(i, url="/v1/embeddings", body={"model": "m", "input": ["a", "b"]}) for i in range(4)]
    assert [batch["rows"] for batch in run(server, rows).batches] == [2, 2]


FAULTS = {  # of the first batch: rows of the batches
    "batch-fail=2": [10, 5],
    "batch-fail=1; batch-status=429": [10, 10],
    "batch-fail=3; batch-ids=empty": [10, 3],
    "batch-lose=4; batch-ids=missing": [10, 2],
    "batch-expire=7": [10, 3],
    "batch-expire=0; batch-ids=empty": [10, 10],
}


@BOTH
@pytest.mark.parametrize("fault", FAULTS)
def test_what_failed_is_sent_again(mode: str, fault: str, server: Any) -> None:
    server.inject_fault(fault)
    result = run(server, ROWS, mode=mode)
    assert statuses(result) == dict.fromkeys(IDS, 200)
    assert [batch["rows"] for batch in result.batches] == FAULTS[fault]
    assert (result.completed, result.failed) == (10, 0)


@pytest.mark.parametrize("resubmit", [0, 1, 3])
def test_the_number_of_resubmissions_is_bounded(resubmit: int, server: Any) -> None:
    server.inject_fault("batch-fail=5; times=10")
    server.inject_fault("batch-fail=1; times=10")
    result = run(server, ROWS, resubmit=resubmit)
    assert len(result.batches) == min(resubmit, 1) + 1  # of two rows, none is the fifth
    server.inject_fault("batch-expire=0; times=20")
    server.reset()
    server.inject_fault("batch-lose=1; times=20")
    result = run(server, ROWS, resubmit=resubmit)
    assert len(result.batches) == resubmit + 1
    assert statuses(result) == dict.fromkeys(IDS, "result_missing") and result.failed == 10


def test_rows_that_cannot_succeed_are_not_sent_again(server: Any) -> None:
    rows = [make_row(1), make_row(2, body={"model": "m"}), make_row(3)]
    result = run(server, rows)
    assert statuses(result) == {"1": 200, "2": 400, "3": 200} and len(result.batches) == 1
    assert (result.completed, result.failed) == (2, 1)
    server.inject_fault("batch-fail=1; batch-status=422")
    assert len(run(server, ROWS).batches) == 1


def test_a_batch_that_fails_its_validation(server: Any) -> None:
    server.inject_fault("batch-invalid=billing_hard_limit_reached")
    result = run(server, ROWS)
    assert statuses(result) == dict.fromkeys(IDS, "billing_hard_limit_reached")
    assert "failed its validation" in next(iter(result))["error"]["message"]


@BOTH
def test_rows_that_the_server_refuses_do_not_take_the_others_with_them(mode: str, server: Any) -> None:
    server.inject_fault("batch-refuse=4")
    result = run(server, ROWS, mode=mode)
    assert statuses(result) == {id: "invalid_row" if id in ("3", "7") else 200 for id in IDS}
    assert [(batch["status"], batch["rows"]) for batch in result.batches] == [("failed", 10), ("completed", 8)]
    assert (result.completed, result.failed) == (8, 2)
    server.inject_fault("batch-refuse=4")
    result = run(server, ROWS, mode=mode, resubmit=0)
    assert set(statuses(result).values()) == {"invalid_row"} and result.failed == 10


@pytest.mark.parametrize("status", [404, 405, 501])
def test_servers_without_lists_have_batches_all_the_same(status: int, server: Any) -> None:
    server.inject_fault("on=POST /batches; reset")
    server.inject_fault("on=GET /batches; status={}; times=9".format(status))
    policy = package.RetryPolicy(1, initial_delay=0.001)
    assert run(server, ROWS, client={"retry_policy": policy, "max_retries": 1}).completed == 10


def test_a_temporary_output_stays_while_it_is_read(server: Any) -> None:
    assert [record["custom_id"] for record in run(server, ROWS)] == IDS
    records = iter(run(server, ROWS))
    assert next(records)["custom_id"] == IDS[0] and len(list(records)) == 9


def test_a_batch_waits_for_room(server: Any) -> None:
    server.inject_fault("batch-polls=1")
    server.inject_fault("batch-invalid=token_limit_exceeded; times=2")
    result = run(server, ROWS, max_rows=4, resubmit=0)
    assert statuses(result) == dict.fromkeys(IDS, 200)
    assert len([path for path in paths(server) if path == "POST /files"]) == 3  # none is uploaded twice


def test_a_batch_that_never_has_room_fails(server: Any) -> None:
    server.inject_fault("batch-invalid=token_limit_exceeded; times=9")
    result = run(server, ROWS, resubmit=2)
    assert statuses(result) == dict.fromkeys(IDS, "token_limit_exceeded")
    assert paths(server).count("POST /batches") == 3


@pytest.mark.parametrize(("mode", "number", "step"), [("sync", 0, 2), ("async", 1, 4)])
def test_nothing_is_sent_twice_whichever_response_is_lost(
    mode: str, number: int, step: int, server: Any, tmp_path: Path
) -> None:
    """The connection breaks after the server has carried out the request with this number. Then it goes on."""
    is_last = False
    while not is_last:
        server.reset()
        server.inject_fault("batch-fail=5")
        server.inject_fault("interim=0; times={}".format(number))
        server.inject_fault("reset")
        state, failures = tmp_path / "{}.state".format(number), 0
        result: Any = None
        while result is None:
            try:
                result = run(server, ROWS, state=state, mode=mode)
            except package.APIConnectionError:
                failures += 1
                assert failures == 1
        is_last = len(server.requests) <= number + 1  # the fault was not reached
        assert statuses(result) == dict.fromkeys(IDS, 200)
        if not is_last:
            names, keys = sent(server)
            assert len(set(names)) == len(names) == len(set(keys)) == len(keys) == 2, (number, names, keys)
        number += step
    assert number > 8


def sent(server: Any) -> Any:
    """Return the names of the files that were uploaded, and the keys of the batches that were not cancelled."""
    with package.OpenAI(**options_for(server)) as client:
        names = [file.filename for file in client.files.list(purpose="batch")]
        found = [batch for batch in client.batches.list() if not batch.status.startswith("cancel")]
        return names, [batch.metadata["batch_run"] for batch in found]


@BOTH
def test_a_batch_that_a_transport_has_created_twice_is_cancelled(mode: str, server: Any) -> None:
    server.inject_fault("on=POST /batches; reset")
    result = run(server, ROWS, mode=mode, client={"transport": None})
    assert statuses(result) == dict.fromkeys(IDS, 200)
    assert paths(server).count("POST /batches") == 2 and len(sent(server)[1]) == 1


RETRIED = ["status=503", "status=500", "reset", "status=429; retry-after-ms=1", "cut=5", "status=409"]


@pytest.mark.parametrize("fault", RETRIED)
@pytest.mark.parametrize("target", ["POST /files", "POST /batches", "GET /files/", "GET /batches/"])
def test_requests_are_retried_without_doing_them_twice(target: str, fault: str, server: Any) -> None:
    policy = package.RetryPolicy(2, initial_delay=0.001)
    server.inject_fault("on={}; {}; times=2".format(target, fault))
    result = run(server, ROWS, client={"retry_policy": policy, "max_retries": 2})
    assert statuses(result) == dict.fromkeys(IDS, 200)
    names, keys = sent(server)
    assert len(names) == len(keys) == 1


@BOTH
def test_a_server_that_is_down_from_the_start_is_an_error(mode: str, server: Any, tmp_path: Path) -> None:
    server.stop()
    with pytest.raises(package.APIConnectionError):
        run(server, ROWS, tmp_path / "out", mode=mode)
    assert os.path.exists(tmp_path / "out.state")  # so that the rows need not be read again


def test_polls_that_fail_are_repeated_up_to_a_limit(server: Any, tmp_path: Path) -> None:
    server.inject_fault("on=GET /batches/; status=503; times={}".format(batch_flow.MAX_FAILED_POLLS))
    assert run(server, ROWS).completed == 10
    server.inject_fault("on=GET /batches/; status=503; times={}".format(batch_flow.MAX_FAILED_POLLS + 1))
    with pytest.raises(package.InternalServerError):
        run(server, ROWS, tmp_path / "out")
    assert run(server, state=tmp_path / "out.state").completed == 10
    server.inject_fault("on=GET /batches/; status=401")
    with pytest.raises(package.AuthenticationError):
        run(server, ROWS)


@BOTH
def test_the_deadline_ends_the_wait_and_another_process_goes_on(mode: str, server: Any, tmp_path: Path) -> None:
    server.inject_fault("batch-polls=2")
    output = tmp_path / "out.jsonl"
    with pytest.raises(package.PollTimeoutError, match="run again with state='.*out.jsonl.state'") as caught:
        run(server, ROWS, output, mode=mode, deadline=0)
    assert caught.value.last.batches[0]["status"] == "in_progress"
    assert run(server, state=str(output) + ".state", mode=mode).completed == 10
    assert paths(server).count("POST /files") == paths(server).count("POST /batches") == 1


def test_wait_false_does_what_can_be_done_now(server: Any, tmp_path: Path) -> None:
    output, runs = tmp_path / "out.jsonl", []
    while not runs or not runs[-1].is_finished:
        runs.append(run(server, ROWS, output, wait=False))
    assert [len(found.batches) for found in runs] == [1, 1, 1]
    assert not runs[0].is_finished and statuses(runs[-1]) == dict.fromkeys(IDS, 200)
    with pytest.raises(ArgumentError, match="the run is not finished"):
        iter(runs[0])
    before = len(server.requests)
    assert run(server, ROWS, output).completed == 10 and len(server.requests) == before


@BOTH
def test_an_interrupt_leaves_a_state_to_go_on_with(mode: str, server: Any, tmp_path: Path) -> None:
    def interrupt(run: Any) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(server, ROWS, tmp_path / "out", mode=mode, progress=interrupt)
    assert run(server, ROWS, tmp_path / "out", mode=mode).completed == 10
    assert paths(server).count("POST /files") == paths(server).count("POST /batches") == 1


def test_a_temporary_state_is_kept_if_batches_were_created(server: Any) -> None:
    server.inject_fault("batch-stuck")
    with pytest.raises(package.PollTimeoutError) as caught:
        run(server, ROWS, deadline=0)
    path = str(caught.value).split("state='")[1].rstrip("'").replace("\\\\", "\\")
    with package.OpenAI(**options_for(server)) as client:
        assert batches.cancel(client, path).is_cancelled
    assert run(server, state=path).failed == 10
    __import__("shutil").rmtree(os.path.dirname(path))


def test_cancelled_runs_have_the_results_that_there_are(server: Any, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    server.inject_fault("batch-polls=2")
    for _ in range(2):
        run(server, ROWS, output, wait=False, max_rows=6, max_batches=1)
    with package.OpenAI(**options_for(server)) as client:
        state = str(output) + ".state"
        shown = batches.refresh(client, state)
        assert [batch["status"] for batch in shown.batches] == ["finalizing", "waiting"]
        assert [batch["status"] for batch in batches.cancel(client, state).batches] == ["cancelling", "waiting"]
    result = run(server, ROWS, output)
    expected = {id: 200 if int(id) < 6 else "batch_cancelled" for id in IDS}
    assert statuses(result) == expected and result.is_cancelled
    assert paths(server).count("POST /batches") == 1


def test_a_creation_that_was_not_answered_is_cancelled_too(server: Any, tmp_path: Path) -> None:
    server.inject_fault("on=POST /batches; reset")
    with pytest.raises(package.APIConnectionError):
        run(server, ROWS, tmp_path / "out")
    with package.OpenAI(**options_for(server)) as client:
        batches.cancel(client, tmp_path / "out.state")
        assert [batch.status for batch in client.batches.list()] == ["cancelling"]
    assert set(statuses(run(server, state=tmp_path / "out.state")).values()) == {"batch_cancelled"}


@BOTH
def test_a_full_disk_leaves_a_sound_state(mode: str, server: Any, tmp_path: Path) -> None:
    """Files of this process cannot become longer than a limit, as if the disk were full; then they can."""
    resource = pytest.importorskip("resource")
    old, failures = resource.getrlimit(resource.RLIMIT_FSIZE), []
    size = 0
    for size in (100, 1000, 1500, 2500, 4000, 100_000):
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, old[1]))
        try:
            run(server, ROWS, tmp_path / "out", mode=mode)
        except OSError:
            failures.append(sorted(name.partition(".")[2] for name in os.listdir(tmp_path)))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, old)
    assert failures[0] == [] and ["state", "state.lock", "state.parts"] in failures
    assert statuses(read(tmp_path / "out")) == dict.fromkeys(IDS, 200)
    assert paths(server).count("POST /files") == paths(server).count("POST /batches") == 1
    assert sorted(os.listdir(tmp_path)) == ["out", "out.state"]


def test_two_processes_do_not_share_a_state(server: Any, tmp_path: Path) -> None:
    def run_again(_: Any) -> None:
        with pytest.raises(ArgumentError, match="another process works with"):
            run(server, ROWS, tmp_path / "out")

    pytest.importorskip("fcntl")
    assert run(server, ROWS, tmp_path / "out", progress=run_again).is_finished


def test_rows_left_by_a_process_that_was_killed_while_it_read_them(server: Any, tmp_path: Path) -> None:
    folder = tmp_path / "out.state.parts"
    folder.mkdir()
    for name in ("order", "part-0001-1.jsonl"):
        (folder / name).write_bytes(b"incompl")
    assert statuses(run(server, ROWS, tmp_path / "out")) == dict.fromkeys(IDS, 200)


def test_a_damaged_result_is_a_missing_one(server: Any, tmp_path: Path) -> None:
    """Lines that are no records are skipped, and their rows are sent again."""
    results = load("helpers.batch_results")
    path = tmp_path / "results"
    path.write_bytes(b'{"custom_id": "1", "response": 3}\n{"cust\n[]\n\xff\n{"custom_id": 2}\n{"custom_id": "3"}')
    assert [record["custom_id"] for record, _, _ in results.read_records(path)] == ["1", "3"]
    assert all(results._has_failed(record) for record, _, _ in results.read_records(path))


INVALID_ROWS = {
    "not JSON": (['{"custom_id": "1"', json.dumps(make_row(2))], "line 1: not JSON"),
    "an id twice": ([make_row(1), make_row(2), make_row(1)], "line 3: the custom_id '1' is that of an earlier row"),
    "no model": ([make_row(1, body={"messages": []})], "line 1: the body has no model"),
    "no body": ([{"custom_id": "1", "url": CHAT}], "line 1: the row lacks body"),
    "stream": ([make_row(1, body={"model": "m", "stream": True})], "line 1: body.stream is set"),
    "another url": ([make_row(1, url="/v1/files")], "line 1: url is '/v1/files'; expected one of"),
    "too large": ([make_row(1), make_row(2, body={"model": "m", "input": "x" * 3000})], "line 2: the row has 3,"),
    "a value": ([make_row(1, body={"model": "m", "input": object()})], "line 1: .*body"),
    "nan": ([make_row(1, body={"model": "m", "input": float("nan")})], "line 1: .*body"),
    "several": (
        [make_row(1), {}, make_row(1), {}],
        "line 2: the row lacks .*; 2 more rows cannot be sent: lines 3, 4$",
    ),
    "many": ([{}] * 100, "99 more rows cannot be sent: lines 2, 3, .* …$"),
}


@BOTH
@pytest.mark.parametrize("name", INVALID_ROWS)
def test_invalid_rows_are_reported_before_anything_is_sent(mode: str, name: str, server: Any, tmp_path: Path) -> None:
    rows, message = INVALID_ROWS[name]
    with pytest.raises(RowError, match=message):
        run(server, rows, tmp_path / "out", mode=mode, max_bytes=2000)
    assert server.requests == [] and os.listdir(tmp_path) == []


INVALID_ARGUMENTS = {
    "no rows": ({"rows": []}, "rows: there are none"),
    "nothing": ({"rows": None, "output": None}, "rows: missing"),
    "no state": ({"rows": None, "output": None, "state": "none.state"}, "state: '.*none.state' does not exist"),
    "a dict": ({"rows": {}}, "rows: expected a path, a file or an iterable"),
    "no such file": ({"rows": "none.jsonl"}, "rows: cannot open 'none.jsonl'"),
    "output is a number": ({"output": 3}, "output: expected a path, got 3"),
    "state is a number": ({"state": 3}, "state: expected a path, got 3"),
    "max_rows": ({"max_rows": 0}, "max_rows: expected an integer >= 1, got 0"),
    "max_bytes": ({"max_bytes": "1"}, "max_bytes: expected an integer >= 1, got '1'"),
    "max_batches": ({"max_batches": True}, "max_batches: expected an integer >= 1, got True"),
    "resubmit": ({"resubmit": -1}, "resubmit: expected an integer >= 0, got -1"),
    "metadata": ({"metadata": {"a": 1}}, "metadata: expected a dict of text"),
    "much metadata": ({"metadata": {str(number): "" for number in range(16)}}, "metadata: at most 15 pairs"),
    "our metadata": ({"metadata": {"batch_run": ""}}, "metadata: at most 15 pairs, none of which is 'batch_run'"),
    "window": ({"completion_window": 24}, "completion_window: expected text such as '24h', got 24"),
    "deadline": ({"deadline": -1}, "deadline"),
    "poll_interval": ({"poll_interval": "1"}, "poll_interval"),
    "unknown": ({"window": 24}, "there is no argument 'window'"),
    "url": ({"endpoint": "https://a/v1/responses"}, "is not a path of the API"),
    "format": ({"format": "xml"}, "format: 'xml' is not supported"),
}


@BOTH
@pytest.mark.parametrize("name", INVALID_ARGUMENTS)
def test_invalid_arguments_are_refused(mode: str, name: str, server: Any, tmp_path: Path) -> None:
    arguments, message = INVALID_ARGUMENTS[name]
    arguments = {"rows": ROWS, "output": tmp_path / "out", **arguments}
    with pytest.raises((ArgumentError, OpenAIError), match=message):
        run(server, mode=mode, **arguments)
    assert server.requests == [] and os.listdir(tmp_path) == []


def test_an_asynchronous_iterable_is_refused(server: Any) -> None:
    async def generate() -> Any:
        yield ROWS[0]

    with pytest.raises(ArgumentError, match="an asynchronous iterable is not supported"):
        run(server, generate(), mode="async")


def test_outputs_and_states_of_others_are_left_alone(server: Any, tmp_path: Path) -> None:
    output = tmp_path / "out"
    output.write_text("precious")
    with pytest.raises(ArgumentError, match="output: '.*out' exists, and this run has not written it"):
        run(server, ROWS, output)
    with pytest.raises(ArgumentError, match="output: the folder of '.*' does not exist"):
        run(server, ROWS, tmp_path / "none" / "out", state=tmp_path / "s")
    state = tmp_path / "new.state"
    for text in ("precious", "{}", "[]", '{"kind": "other", "version": 1}'):
        state.write_text(text)
        with pytest.raises(ArgumentError, match="state: '.*new.state' (is not the state of|has kind)"):
            run(server, ROWS, tmp_path / "new")
        assert state.read_text() == text
    state.unlink()
    folder = tmp_path / "new.state.parts"
    folder.mkdir()
    (folder / "thesis.txt").write_text("precious")
    with pytest.raises(ArgumentError, match="has 'thesis.txt', which is not of a run"):
        run(server, ROWS, tmp_path / "new")
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps(ROWS[0]))
    with pytest.raises(ArgumentError, match="output: it is the file of the rows"):
        run(server, rows, rows)
    assert output.read_text() == (folder / "thesis.txt").read_text() == "precious" and server.requests == []


def test_a_state_belongs_to_its_rows_output_and_server(server: Any, tmp_path: Path) -> None:
    rows, output = tmp_path / "rows.jsonl", tmp_path / "out"
    rows.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    run(server, rows, output, wait=False)
    rows.write_text(rows.read_text())  # the same rows, as a file that was written again
    run(server, rows, output, wait=False)
    for other in (ROWS[1:], ROWS[::-1], [make_row(1)]):
        with pytest.raises(ArgumentError, match="belongs to other rows"):
            run(server, other, output)
    with pytest.raises(ArgumentError, match="output: the state '.*' writes to '.*out'"):
        run(server, rows, tmp_path / "other", state=tmp_path / "out.state")
    with pytest.raises(ArgumentError, match="state: the batches of '.*' are at .*/v1, and this client calls"):
        run(server, rows, output, client={"base_url": "http://127.0.0.1:9/v1"})
    assert run(server, ROWS, output).completed == 10
    os.unlink(output)
    with pytest.raises(ArgumentError, match="output: '.*out' is gone; its run is finished"):
        run(server, rows, output)


def test_an_output_that_appears_while_the_run_waits_is_not_replaced(server: Any, tmp_path: Path) -> None:
    output = tmp_path / "out"
    run(server, ROWS, output, wait=False)
    output.write_text("precious")
    with pytest.raises(ArgumentError, match="exists, and this run has not written it"):
        run(server, ROWS, output)
    assert output.read_text() == "precious"
    output.unlink()
    assert run(server, ROWS, output).completed == 10


def test_a_moved_folder_keeps_its_run(server: Any, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    run(server, ROWS, tmp_path / "old" / "out", wait=False)
    (tmp_path / "old").rename(tmp_path / "new")
    result = run(server, state=tmp_path / "new" / "out.state")
    assert result.output == str(tmp_path / "new" / "out") and result.completed == 10


BATCHES = [{}, {"status": 3}, {"status": "new"}, {"status": "completed", "request_counts": {"completed": "x"}}]


@pytest.mark.parametrize("batch", BATCHES)
def test_batches_without_a_known_status_are_refused(batch: Any) -> None:
    with pytest.raises(TypeError):
        batch_calls.read_batch(batch)


def test_the_interval_of_polls_grows_and_follows_the_server() -> None:
    waiting = batch_flow.Waiting(None, None)
    pauses = [waiting.next_pause() for _ in range(9)]
    assert pauses[0] == batch_flow.MIN_INTERVAL and pauses == sorted(pauses) and pauses[-1] == batch_flow.MAX_INTERVAL
    for header, pause in ((None, pauses[-1]), ("x", pauses[-1]), ("nan", pauses[-1]), ("250", 0.25), ("0", 0.02)):
        waiting.hear(header)
        assert waiting.next_pause() == pause
    assert batch_flow.Waiting(3.0, None).next_pause() == 3.0
    assert batch_flow.Waiting(3.0, 0.0).next_pause() is None
