# SPDX-License-Identifier: MIT
"""Bulk runs over real sockets, with threads and with asyncio."""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import subprocess
import sys
import threading
from typing import Any, Iterator

import pytest

from . import FOLDER, PACKAGE, load, package

clients = load("client.clients")
job = load("bulk.job")
threads = load("bulk.threads")
rows = load("bulk.rows")
BulkStateError = load("bulk.journal").BulkStateError
EmbeddedServer = load("testing").EmbeddedServer
errors = load("call.errors")

TIMEOUT = 60  # seconds that a test waits at most
KILLS = 4
CONCURRENCY = 16  # of the program that is killed
FAULT = "X-Embedded-Fault"


@pytest.fixture
def server() -> Iterator[Any]:
    with EmbeddedServer() as running:
        yield running


def make_rows(count: int, first: int = 0) -> list[dict[str, Any]]:
    return [
        {
            "custom_id": "row {}".format(number),
            "method": "POST",
            "url": "/v1/chat/completions",
            "body": {"model": "m", "messages": [{"role": "user", "content": "text {}".format(number)}]},
        }
        for number in range(first, first + count)
    ]


def write_rows(path: Any, count: int) -> Any:
    path.write_text("".join(json.dumps(row) + "\n" for row in make_rows(count)))
    return path


def read_records(path: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def sent_texts(server: Any) -> list[str]:
    return [json.loads(request.body)["messages"][0]["content"] for request in server.requests]


def make_client(server: Any, **options: Any) -> Any:
    return clients.OpenAI(**client_options(server, options))


def client_options(server: Any, options: Any) -> dict[str, Any]:
    retries = {} if "retry_policy" in options else {"max_retries": 0}
    return {"base_url": server.base_url, "api_key": "key", "environment": False, **retries, **options}


def run_bulk(kind: str, server: Any, source: Any, output: Any, client: Any = None, **options: Any) -> Any:
    """Run to the end with either client, and return the summary."""
    settings = client or {}
    if kind == "threads":
        with make_client(server, **settings) as sync_client:
            return sync_client.bulk(source, output, **options)

    async def main() -> Any:
        async with package.AsyncOpenAI(**client_options(server, settings)) as async_client:
            return await asyncio.wait_for(async_client.bulk(source, output, **options), TIMEOUT)

    return asyncio.run(main())


both = pytest.mark.parametrize("kind", ["threads", "asyncio"])


@both
@pytest.mark.parametrize("ordered", [False, True])
def test_all_rows_are_done_once(kind: str, ordered: bool, server: Any, tmp_path: Any) -> None:
    path = tmp_path / "out.jsonl"
    source = write_rows(tmp_path / "in.jsonl", 100)
    summary = run_bulk(kind, server, source, path, ordered=ordered)
    records = read_records(path)
    ids = [record["custom_id"] for record in records]
    expected = ["row {}".format(number) for number in range(100)]
    assert (ids if ordered else sorted(ids)) == (expected if ordered else sorted(expected))
    for record in records:
        text = "You said: text {}".format(record["custom_id"][4:])
        assert record["response"]["body"]["choices"][0]["message"]["content"].endswith(text)
        assert record["response"]["status_code"] == 200
        assert record["response"]["request_id"].startswith("req_")
        assert record["error"] is None
    assert len({record["id"] for record in records}) == 100
    assert (summary.done, summary.failed, summary.total, summary.is_complete) == (100, 0, 100, True)
    assert (summary.input_tokens > 0, summary.output_tokens > 0) == (True, True)
    assert len(server.requests) == 100
    again = run_bulk(kind, server, source, path, ordered=ordered)
    assert (again.done, again.resumed, len(server.requests)) == (100, 100, 100)


@both
def test_records_of_an_iteration(kind: str, server: Any) -> None:
    def iterate(source: Any, **options: Any) -> list[str]:
        if kind == "threads":
            with make_client(server) as client:
                return [record["custom_id"] for record in client.bulk(source, **options)]

        async def main() -> list[str]:
            options_ = {"base_url": server.base_url, "api_key": "key", "environment": False}
            async with package.AsyncOpenAI(**options_) as client:
                return [record["custom_id"] async for record in client.bulk(source, **options)]

        return asyncio.run(main())

    expected = [row["custom_id"] for row in make_rows(50)]
    assert iterate(iter(make_rows(50)), ordered=True) == expected
    assert sorted(iterate(make_rows(50))) == sorted(expected)
    assert iterate(make_rows(50), ordered=True, limit=7) == expected[:7]


def test_iteration_that_ends_early_reads_a_bounded_number_of_rows(server: Any) -> None:
    read = []

    def generate() -> Any:
        for row in make_rows(100_000):
            read.append(row["custom_id"])
            yield row

    with make_client(server) as client, client.bulk(generate(), concurrency=4) as records:
        for _ in range(10):
            next(records)
    assert len(read) < 2000


def test_stdin_that_is_slow_holds_no_record_up(server: Any, tmp_path: Any) -> None:
    """Records are written while the input is waited for."""
    reading, writing = os.pipe()
    path = tmp_path / "out.jsonl"
    with make_client(server) as client, open(reading, "rb") as source:
        thread = threading.Thread(target=client.bulk, args=(source, path))
        thread.start()
        try:
            os.write(writing, (json.dumps(make_rows(1)[0]) + "\n").encode())
            waited = threading.Event()
            for _ in range(TIMEOUT * 100):
                if path.exists() and path.read_bytes():
                    break
                waited.wait(0.01)
            assert len(read_records(path)) == 1
        finally:
            os.close(writing)
            thread.join(TIMEOUT)
    assert not thread.is_alive()


# Failures


@both
def test_failed_rows_have_records_and_can_be_retried(kind: str, server: Any, tmp_path: Any) -> None:
    path = tmp_path / "out.jsonl"
    source = make_rows(20)
    for number, url in ((3, "/v1/unknown"), (7, "/v1/embeddings"), (9, "/v1/moderations")):
        source[number] = {**source[number], "url": url}
    source[9]["body"] = {"input": {1, 2}}  # what JSON does not have
    summary = run_bulk(kind, server, source, path, ordered=True)
    records = read_records(path)
    assert [record["custom_id"] for record in records] == [row["custom_id"] for row in source]
    assert (summary.done, summary.failed) == (20, 3)
    assert records[3]["response"]["status_code"] == 404
    assert records[3]["response"]["body"]["error"]["message"]
    assert records[3]["error"] is None
    assert records[7]["response"]["status_code"] == 400
    assert records[9]["response"] is None
    assert records[9]["error"]["code"] == "invalid_row"
    assert summary.statistics.errors.keys() >= {"invalid_row"}
    count = len(server.requests)
    summary = run_bulk(kind, server, source, path, ordered=True, retry_failed=True)
    assert (summary.resumed, summary.done, summary.failed) == (17, 20, 3)
    assert len(server.requests) == count + 2
    assert [record["custom_id"] for record in read_records(path)] == [row["custom_id"] for row in source]


@both
def test_calls_are_retried_by_the_policy_of_the_client(kind: str, server: Any, tmp_path: Any) -> None:
    policy = package.RetryPolicy(6, initial_delay=0.01)
    server.inject_fault("status=429; retry-after-ms=5; times=3")
    server.inject_fault("status=503; times=2")
    server.inject_fault("reset")
    summary = run_bulk(kind, server, make_rows(30), tmp_path / "out", {"retry_policy": policy})
    assert (summary.done, summary.failed) == (30, 0)
    # A reset of a connection that has been used before is not an attempt.
    assert summary.statistics.retries in (5, 6)
    assert len(server.requests) == 36


def test_429_lowers_the_concurrency(server: Any, tmp_path: Any) -> None:
    server.inject_fault("status=429; retry-after-ms=5; times=40")
    policy = package.RetryPolicy(50, initial_delay=0.01)
    with make_client(server, retry_policy=policy) as client:
        run = job.BulkJob(client, make_rows(60), tmp_path / "out", concurrency=8)
        threads.run_with_threads(run)
    assert run.limit.decreases > 1


@pytest.mark.parametrize("limit", [1, 3, 40])
def test_concurrency_is_bounded(limit: int, server: Any) -> None:
    running, most, lock = [0], [0], threading.Lock()
    respond = server.respond

    class Counting(type(server)):  # type: ignore[misc]
        def respond(self, request: Any, body: Any) -> Any:
            with lock:
                running[0] += 1
                most[0] = max(most[0], running[0])
            result = respond(request, body)
            with lock:
                running[0] -= 1
            return result

    server.__class__ = Counting
    with make_client(server) as client:
        assert len(list(client.bulk(make_rows(60), concurrency=limit))) == 60
    assert most[0] <= limit


@both
def test_server_that_is_down_from_the_start(kind: str, tmp_path: Any) -> None:
    with EmbeddedServer() as server:
        pass
    path = tmp_path / "out.jsonl"
    with pytest.raises(job.BulkStopped, match="no call succeeds; the last 8 failed.*Connect(ion|.*call)") as caught:
        run_bulk(kind, server, write_rows(tmp_path / "in.jsonl", 1000), path)
    assert isinstance(caught.value.__cause__, package.APIConnectionError)
    assert (caught.value.summary.done, caught.value.summary.is_complete) == (0, False)
    assert path.read_bytes() == b""
    with EmbeddedServer(port=server.port) as server:
        assert run_bulk(kind, server, tmp_path / "in.jsonl", path, limit=30).done == 30


@both
def test_wrong_key(kind: str, server: Any, tmp_path: Any) -> None:
    with pytest.raises(job.BulkStopped) as caught:
        run_bulk(kind, server, make_rows(1000), tmp_path / "out", {"api_key": "wrong"})
    assert isinstance(caught.value.__cause__, package.AuthenticationError)
    assert len(server.requests) < 40


@both
def test_server_that_fails_in_the_middle(kind: str, server: Any, tmp_path: Any) -> None:
    path = tmp_path / "out"
    source = write_rows(tmp_path / "in.jsonl", 500)
    run_bulk(kind, server, source, path, limit=100)
    server.inject_fault("status=500; times=100")
    with pytest.raises(job.BulkStopped, match="500"):
        run_bulk(kind, server, source, path, concurrency=4)
    assert len(read_records(path)) == 100
    server.reset()
    assert run_bulk(kind, server, source, path).failed == 0
    assert len(read_records(path)) == 500


def test_few_failures_of_the_server_are_records(server: Any, tmp_path: Any) -> None:
    server.inject_fault("status=500; times=5")
    summary = run_bulk("threads", server, make_rows(50), tmp_path / "out", concurrency=2)
    assert (summary.done, summary.failed) == (50, 5)
    server.inject_fault("status=500; times=100")
    summary = run_bulk("threads", server, make_rows(50), tmp_path / "never", stop_after=None)
    assert (summary.done, summary.failed) == (50, 50)


@both
def test_row_that_cannot_be_sent(kind: str, server: Any, tmp_path: Any) -> None:
    """The rows before it are done; once it is repaired, the run goes on."""
    source, path = tmp_path / "in.jsonl", tmp_path / "out"
    good = [json.dumps(row) for row in make_rows(30)]
    source.write_text("\n".join([*good[:20], "{oops", *good[20:]]))
    with pytest.raises(rows.RowError, match="line 21: not JSON"):
        run_bulk(kind, server, source, path)
    assert len(read_records(path)) == 20
    source.write_text("\n".join([*good[:20], *good[20:]]))
    assert run_bulk(kind, server, source, path).done == 30
    assert len(server.requests) == 30
    source.write_text("\n".join([*good, "{oops"]))
    summary = run_bulk(kind, server, source, path, skip_invalid=True)
    assert (summary.done, summary.failed) == (31, 1)


@both
def test_input_that_changed(kind: str, server: Any, tmp_path: Any) -> None:
    source, path = write_rows(tmp_path / "in.jsonl", 20), tmp_path / "out"
    run_bulk(kind, server, source, path)
    lines = source.read_text().splitlines()
    before = path.read_bytes()
    for changed in (["{}".replace("{}", lines[1]), *lines[1:]], [*lines[:10], lines[0], *lines[11:]], lines[:10]):
        source.write_text("\n".join(changed) + "\n")
        with pytest.raises(BulkStateError, match="that of another input"):
            run_bulk(kind, server, source, path)
    source.write_text("\n".join([*lines, json.dumps(make_rows(1, 20)[0])]) + "\n")
    assert len(server.requests) == 20
    assert path.read_bytes() == before


def test_options_that_changed(server: Any, tmp_path: Any) -> None:
    path = tmp_path / "out"
    template = {"model": "m", "input": "{text}"}
    options = {"endpoint": "/v1/embeddings", "template": template}
    assert run_bulk("threads", server, [{"text": "x"}], path, **options).failed == 0
    for other in ({**options, "template": {**template, "model": "n"}}, {**options, "endpoint": "/v1/responses"}):
        with pytest.raises(BulkStateError, match="job with another"):
            run_bulk("threads", server, [{"text": "x"}], path, **other)


@both
def test_limit(kind: str, server: Any, tmp_path: Any) -> None:
    """Rows beyond the limit are not read, and a higher limit goes on."""

    def generate(count: int) -> Any:
        yield from make_rows(count)
        raise AssertionError("read too far")

    path = tmp_path / "out"
    assert run_bulk(kind, server, generate(10), path, limit=10).total == 10
    assert run_bulk(kind, server, generate(25), path, limit=25).done == 25
    assert len(server.requests) == 25


WRONG_OPTIONS = {
    "no output": {"retry_failed": True, "output": None},
    "concurrency 0": {"concurrency": 0},
    "concurrency": {"concurrency": "many"},
    "too many": {"concurrency": 100_000},
    "limit": {"limit": 0},
    "limit type": {"limit": 1.5},
    "stop_after": {"stop_after": -1},
    "progress": {"progress": 7},
    "format": {"format": "xml"},
    "rows": {"rows": 7},
    "endpoint": {"endpoint": "https://example.com"},
}


@pytest.mark.parametrize("options", WRONG_OPTIONS.values(), ids=WRONG_OPTIONS.keys())
def test_wrong_options(options: Any, server: Any, tmp_path: Any) -> None:
    options = {"rows": make_rows(1), "output": tmp_path / "out", **options}
    with make_client(server) as client, pytest.raises(errors.OpenAIError) as caught:
        client.bulk(**options)
    name = str(caught.value).partition(":")[0]
    assert name in options or name == "url"
    assert not server.requests
    assert not list(tmp_path.iterdir())


def test_awaiting_without_an_output_loses_nothing(server: Any) -> None:
    async def main() -> None:
        async with package.AsyncOpenAI(base_url=server.base_url, api_key="key") as client:
            with pytest.raises(errors.ArgumentError, match="output: missing"):
                await client.bulk(make_rows(1))

    asyncio.run(main())
    assert not server.requests


def test_full_disk(server: Any, tmp_path: Any) -> None:
    """What cannot be written is not done, and what was written is whole."""
    resource = pytest.importorskip("resource")
    if not hasattr(os, "fork"):
        pytest.skip("needs a process of its own")
    source, path = write_rows(tmp_path / "in.jsonl", 200), tmp_path / "out.jsonl"
    size = 40_000  # bytes: about 50 records

    def limit_files() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    code = KILLED_PROGRAM.format(package=PACKAGE, concurrency=CONCURRENCY)
    finished = run_program(code, server, source, path, preexec_fn=limit_files)
    assert finished.returncode == 1
    assert b"File too large" in finished.stderr
    whole = read_records(path)
    assert 10 < len(whole) < 200
    assert path.read_bytes().endswith(b"}\n")
    assert run_bulk("threads", server, source, path).done == 200
    assert len({record["custom_id"] for record in read_records(path)}) == 200


# What ends a run


KILLED_PROGRAM = """
import sys
from {package} import OpenAI
headers = {{"X-Embedded-Fault": sys.argv[4]}}
client = OpenAI(base_url=sys.argv[1], api_key="key", environment=False, default_headers=headers)
client.bulk(sys.argv[2], sys.argv[3], concurrency={concurrency}, ordered=len(sys.argv) > 5)
"""


def run_program(code: str, server: Any, source: Any, path: Any, *further: str, **options: Any) -> Any:
    command = [sys.executable, "-c", code, server.base_url, str(source), str(path), "stall=0.01", *further]
    environment = {**os.environ, "PYTHONPATH": str(FOLDER.parents[PACKAGE.count(".")])}
    return subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=TIMEOUT, **options
    )


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
@pytest.mark.parametrize("further", [(), ("ordered",)], ids=["as done", "ordered"])
def test_sigkill_at_random_moments(further: Any, server: Any, tmp_path: Any) -> None:
    """After any number of kills, every row has one record, and only rows in flight were sent twice."""
    choose = random.Random(19)
    count = 600
    source, path = write_rows(tmp_path / "in.jsonl", count), tmp_path / "out.jsonl"
    code = KILLED_PROGRAM.format(package=PACKAGE, concurrency=CONCURRENCY)
    command = [sys.executable, "-c", code, server.base_url, str(source), str(path), "stall=0.01", *further]
    environment = {**os.environ, "PYTHONPATH": str(FOLDER.parents[PACKAGE.count(".")])}
    waited = threading.Event()
    for kill in range(KILLS):
        process = subprocess.Popen(command, env=environment)
        goal = len(server.requests) + choose.randrange(1, count // KILLS - CONCURRENCY)
        for _ in range(TIMEOUT * 1000):
            if len(server.requests) >= goal or process.poll() is not None:
                break
            waited.wait(0.001)
        process.kill()
        assert process.wait(TIMEOUT) == -signal.SIGKILL, kill
    finished = run_program(code, server, source, path, *further)
    assert finished.returncode == 0, finished.stderr
    ids = [record["custom_id"] for record in read_records(path)]
    expected = [row["custom_id"] for row in make_rows(count)]
    assert (ids if further else sorted(ids)) == (expected if further else sorted(expected))
    texts = sent_texts(server)
    assert len(texts) - len(set(texts)) <= KILLS * CONCURRENCY
    assert not any(name.endswith((".held", ".tmp")) for name in os.listdir(tmp_path))


def test_cancelling_the_task(server: Any, tmp_path: Any) -> None:
    source, path = write_rows(tmp_path / "in.jsonl", 200), tmp_path / "out"

    async def main() -> None:
        options = {"default_headers": {FAULT: "stall=0.01"}}
        async with package.AsyncOpenAI(base_url=server.base_url, api_key="key", **options) as client:
            run = client.bulk(source, path)
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(run, 0.1)
            assert not run.summary.is_complete

    asyncio.run(main())
    run_bulk("asyncio", server, source, path)
    assert len({record["custom_id"] for record in read_records(path)}) == 200


@both
def test_progress(kind: str, server: Any, tmp_path: Any) -> None:
    seen: list[Any] = []
    source = write_rows(tmp_path / "in.jsonl", 100)
    run_bulk(kind, server, source, tmp_path / "out", {"default_headers": {FAULT: "stall=0.2"}}, progress=seen.append)
    last = seen[-1]
    assert (last.done, last.failed, last.total, last.seconds_left) == (100, 0, 100, 0)
    assert len(seen) > 1
    assert 0 <= seen[0].done < 100
    assert abs(seen[0].total - 100) < 5


@both
def test_progress_that_fails_stops_the_run(kind: str, server: Any, tmp_path: Any) -> None:
    def fail(progress: Any) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run_bulk(kind, server, make_rows(10), tmp_path / "out", progress=fail)


def test_cost_of_a_ledger(server: Any) -> None:
    """The cost is what the ledger counts meanwhile."""

    class Ledger:
        cost = 5.0

        def observe_call(self, call: Any) -> Any:
            assert call.arguments["model"] == "m"
            return Part(self)

    class Part(load("call.call_observer").CallPart):  # type: ignore[misc]
        def __init__(self, ledger: Any) -> None:
            self.ledger = ledger

        def finish(self, outcome: Any, error: Any) -> None:
            assert outcome.count_tokens()["output"] > 0
            self.ledger.cost += 0.5

    with make_client(server, ledger=Ledger()) as client:
        records = client.bulk(make_rows(4))
        assert len(list(records)) == 4
    assert records.summary.cost == 2.0


# Engines


def test_mapper(server: Any) -> None:
    import pickle

    mapper = load("bulk.mapper").RowMapper(make_client(server), concurrency=4)
    mapper = pickle.loads(pickle.dumps(mapper))
    source = make_rows(12)
    source[3] = {"custom_id": "broken"}
    records = mapper(source)
    assert [record["custom_id"] for record in records] == [row["custom_id"] for row in source]
    assert records[3]["error"]["code"] == "invalid_row"
    assert sum(rows.is_failed(record) for record in records) == 1
    assert mapper(source[0])["custom_id"] == "row 0"
    lazily = mapper(iter(source))
    assert next(lazily)["custom_id"] == "row 0"
    assert len(list(lazily)) == 11
    load("helpers.bulk").map_rows([], make_client(server))
    with pytest.raises(errors.ArgumentError, match="rows: expected"):
        mapper("rows.jsonl")
    with pytest.raises(errors.OptionTypeError, match="client: expected"):
        load("bulk.mapper").RowMapper(7)


def test_limiter_and_ledger(server: Any, tmp_path: Any) -> None:
    """A run keeps to the limits of a client, counts with its ledger, and stops at its budget."""
    try:
        limiter, ledger = (
            package.RateLimiter(requests_per_minute=60_000),
            package.Ledger({"m": {"input": 0, "output": 1e5}}, limit=20),
        )
    except ModuleNotFoundError as error:
        pytest.skip(str(error))
    source = write_rows(tmp_path / "in.jsonl", 40)
    with make_client(server, rate_limiter=limiter, ledger=ledger) as client:
        summary = client.bulk(source, tmp_path / "out", limit=5)
        assert summary.cost == ledger.cost > 0
        assert ledger.calls == 5
        with pytest.raises(package.BudgetExceeded):
            client.bulk(source, tmp_path / "out", concurrency=1)
    assert 5 <= len(read_records(tmp_path / "out")) < 40
    assert run_bulk("threads", server, source, tmp_path / "out").done == 40


def test_mapper_shares_a_limit(server: Any) -> None:
    try:
        package.RateLimiter(requests_per_minute=1)
    except ModuleNotFoundError as error:
        pytest.skip(str(error))
    mapper = load("bulk.mapper").RowMapper(make_client(server), workers=4, requests_per_minute=2400)
    assert len(mapper(make_rows(5))) == 5
    client, _ = mapper._open()
    assert client.settings.call_options["rate_limiter"].requests_per_minute == 600
