# SPDX-License-Identifier: MIT
"""Rows on Ray Data, Dask and Spark: local clusters with several processes, one of which is killed in the middle.

`tox -e ray`, `dask` and `spark` have the engines. Without an engine, its tests are skipped.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Iterator

import pytest

from . import FOLDER, load

pytest.importorskip("openai_stdlib_engines", reason="not part of a vendored core")

from openai_stdlib_engines import _rows  # noqa: E402

EmbeddedServer = load("testing").EmbeddedServer
RowMapper = load("bulk.mapper").RowMapper

PROGRAM = Path(__file__).with_name("engine_program.py")
ENGINES = {
    "processes": [],
    "ray": ["ray", "pyarrow"],
    "dask": ["dask", "distributed", "pandas"],
    "spark": ["pyspark", "pyarrow"],
}
TIMEOUT = 400  # seconds of a program that runs all scenarios of an engine
COUNT = 60  # rows of the scenarios with a killed process
ROW = {"custom_id": "a", "url": "/v1/embeddings", "body": {"model": "m", "input": "text"}}


@pytest.fixture(scope="module", params=ENGINES)
def run(request: Any, tmp_path_factory: Any) -> Iterator[Any]:
    """Run all scenarios of an engine once: its name, the results, and the requests that the server got."""
    if os.name != "posix":
        pytest.skip("kills processes with signals")
    missing = [name for name in ENGINES[request.param] if importlib.util.find_spec(name) is None]
    if missing and os.environ.get("NEED_ENGINE") != request.param:
        pytest.skip("{} needs {}".format(request.param, ", ".join(missing)))
    assert not missing
    folder = tmp_path_factory.mktemp(request.param)
    path = os.pathsep.join([str(FOLDER.parent), str(Path(_rows.__file__).parent.parent)])
    environment = {name: value for name, value in os.environ.items() if not name.startswith("OPENAI_")}
    with EmbeddedServer() as server, open(folder / "output.txt", "wb") as output:
        process = subprocess.Popen(
            [sys.executable, str(PROGRAM), request.param, server.base_url, str(folder)],
            env={**environment, "PYTHONPATH": path},
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            status = process.wait(TIMEOUT)
        finally:
            kill_group(process.pid)
            process.wait()
        requests = list(server.requests)
    assert status == 0, (folder / "output.txt").read_text(errors="replace")[-5000:]
    results = json.loads((folder / "results.json").read_text())
    yield SimpleNamespace(engine=request.param, results=results, requests=requests, files=os.listdir(folder))


def kill_group(group: int) -> None:
    """Kill what is left of a program and its processes."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        pass


def bodies_of(run: Any, scenario: str) -> list[dict[str, Any]]:
    """Return the bodies of the requests that a scenario has sent."""
    bodies = [json.loads(request.body) for request in run.requests]
    return [body for body in bodies if body["input"].rpartition(" ")[0] == scenario]


def records_of(run: Any, scenario: str) -> list[dict[str, Any]]:
    """Return the records of a scenario in the order of its rows."""
    if scenario not in run.results:
        pytest.skip("{} has no such collection".format(run.engine))
    assert "records" in run.results[scenario], run.results[scenario]["error"][-5000:]
    records: list[dict[str, Any]] = run.results[scenario]["records"]
    return sorted(records, key=lambda record: int(record["custom_id"].rpartition(" ")[2]))


@pytest.mark.parametrize("scenario", ["killed", "killed_frame"])
def test_killed_process_loses_no_row_and_repeats_none(run: Any, scenario: str) -> None:
    records = records_of(run, scenario)
    assert [record["custom_id"] for record in records] == ["{} {}".format(scenario, n) for n in range(COUNT)]
    assert {record["status_code"] for record in records} == {200}
    calls = Counter(body["input"] for body in bodies_of(run, scenario))
    assert set(calls) == {record["custom_id"] for record in records}
    assert max(calls.values()) == 2  # what the process had done is done again, once
    workers = {
        dict(request.headers)["X-Worker"]
        for request in run.requests
        if json.loads(request.body)["input"].startswith(scenario + " ")
    }
    assert len(workers) >= 2
    assert "marker of " + scenario in run.files  # a process was killed


@pytest.mark.parametrize("scenario", ["columns", "structs", "template"])
def test_tables(run: Any, scenario: str) -> None:
    records = records_of(run, scenario)
    assert [record["custom_id"] for record in records] == ["{} {}".format(scenario, n) for n in range(4)]
    for record in records:
        assert list(record) == list(_rows.COLUMNS)
        assert (record["status_code"], record["error"]) == (200, None)
        assert record["request_id"].startswith("req_")
        assert json.loads(record["body"])["data"]
    bodies = sorted(bodies_of(run, scenario), key=lambda body: body["input"])
    assert len(bodies) == 4  # each use of the result makes no further calls
    expected = [{"model": "m", "input": "{} {}".format(scenario, n)} for n in range(4)]
    if scenario != "template":
        expected = [{**body, "user": "u"} if n % 2 else body for n, body in enumerate(expected)]
    assert bodies == expected


def test_reason_of_a_stop_reaches_the_program(run: Any) -> None:
    error = run.results["wrong_key"]["error"]
    assert "stopped, because no call succeeds" in error and "Incorrect API key" in error


def test_limits_for_fewer_workers_than_there_are(run: Any) -> None:
    if "limited" not in run.results:
        pytest.skip("the mapper says how many processes there are")
    error = run.results["limited"]["error"]
    assert re.match("ValueError: mapper: its limits are for 1 workers, and the engine has 2 processes", error)


def test_processes_share_a_limiter_through_its_file(run: Any) -> None:
    if "limiter" not in run.results:
        pytest.skip("tested with the processes of the standard library")
    failures = run.results["limiter"]["records"]
    assert failures and all(failures)
    assert len(bodies_of(run, "limiter")) == 40  # of 60 rows


# Without an engine


class Limited:
    """What the check of the workers reads of a mapper."""

    def __init__(self, workers: int, is_limited: bool) -> None:
        self.workers, self.is_limited = workers, is_limited


def test_check_of_the_workers() -> None:
    _rows.check_workers(Limited(2, True), 2, "")
    _rows.check_workers(Limited(1, False), 9, "")
    with pytest.raises(ValueError, match="3 processes .*; start fewer, or pass workers=3 to RowMapper"):
        _rows.check_workers(Limited(2, True), 3, "start fewer")


@pytest.mark.parametrize(
    "row, expected",
    [
        (ROW, ROW),
        ({"text": json.dumps(ROW)}, json.dumps(ROW)),
        ({"value": "not JSON"}, "not JSON"),
        ({"other": "text"}, {"other": "text", "body": None}),
        ({**ROW, "body": json.dumps(ROW["body"]), "method": None}, ROW),
        ({**ROW, "body": "{"}, {**ROW, "body": "{"}),
        (
            {**ROW, "body": {"model": "m", "user": None, "tools": [{"a": None, "enum": [None, 1]}]}},
            {**ROW, "body": {"model": "m", "tools": [{"enum": [None, 1]}]}},
        ),
    ],
    ids=["dict", "line of Ray", "line of Spark", "foreign column", "JSON body", "invalid body", "nulls of a struct"],
)
def test_rows_of_tables(row: Any, expected: Any) -> None:
    before = json.dumps(row)
    assert _rows.read_row(row) == expected
    assert json.dumps(row) == before


def test_records_of_tables() -> None:
    with EmbeddedServer() as server:
        client = load("client.clients").OpenAI(base_url=server.base_url, api_key="k", environment=False, max_retries=0)
        failing = {**ROW, "custom_id": "b", "body": '{"model": "m"}'}
        table = [ROW, failing, {"custom_id": "c", "url": None, "body": "{"}, {"custom_id": "d", "url": "/v1/x"}]
        good, bad, invalid, empty = _rows.map_table(RowMapper(client), table)
    assert (good["status_code"], good["error"], json.loads(good["body"])["model"]) == (200, None, "m")
    assert (bad["custom_id"], bad["status_code"], bad["error"]) == ("b", 400, None)
    assert json.loads(bad["body"])["error"]["message"]
    for record in (invalid, empty):
        assert (record["status_code"], record["request_id"], record["body"]) == (None, None, None)
        assert json.loads(record["error"])["code"] == "invalid_row"


@pytest.mark.parametrize("module", ["openai_stdlib_engines", "openai_stdlib_engines._rows"])
def test_importing_imports_neither_an_engine_nor_the_core(module: str) -> None:
    program = "import sys, {}; print([name for name in sys.modules if name.partition('.')[0] in {!r}])".format(
        module, ("ray", "dask", "distributed", "pyspark", "pyarrow", "pandas", "openai_stdlib")
    )
    path = str(Path(_rows.__file__).parent.parent)
    environment = {**os.environ, "PYTHONPATH": path}
    completed = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, env=environment, timeout=60)
    assert completed.stdout.decode().strip() == "[]"
