# SPDX-License-Identifier: MIT
"""The command `bulk`."""

from __future__ import annotations

import json
import os
import signal
import time
from typing import Any, Iterator

import pytest

from . import load
from .test_bulk import make_rows, read_records, write_rows
from .test_cli import ON_POSIX, TIMEOUT, environment_for, start

bulk = load("cli.bulk")
statistics = load("bulk.statistics")
summary = load("bulk.summary")
main = load("cli").main
EmbeddedServer = load("testing").EmbeddedServer


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    with EmbeddedServer() as running:
        for name, value in environment_for(running).items():
            monkeypatch.setenv(name, value)
        yield running


def test_run_and_again(server: Any, tmp_path: Any, capsys: Any) -> None:
    source, path = str(write_rows(tmp_path / "in.jsonl", 40)), tmp_path / "out.jsonl"
    report = tmp_path / "report.html"
    assert main(["bulk", source, str(path), "--ordered", "--concurrency", "5", "--report", str(report)]) == 0
    assert [record["custom_id"] for record in read_records(path)] == [row["custom_id"] for row in make_rows(40)]
    assert "40 of 40 done" in capsys.readouterr().err
    assert "Bulk run of {}".format(source) in report.read_text()
    assert main(["bulk", source, str(path), "--ordered"]) == 0
    assert len(server.requests) == 40


def test_template_over_csv(server: Any, tmp_path: Any) -> None:
    (tmp_path / "in.csv").write_text('id,text\na,"one, two"\nb,three\n')
    (tmp_path / "template.json").write_text(json.dumps({"input": "{text}"}))
    arguments = ["bulk", str(tmp_path / "in.csv"), str(tmp_path / "out"), "--template", str(tmp_path / "template.json")]
    assert main([*arguments, "--endpoint", "embeddings", "--model", "m"]) == 0
    assert {record["custom_id"] for record in read_records(tmp_path / "out")} == {"a", "b"}
    bodies = [json.loads(request.body) for request in server.requests]
    assert sorted(body["input"] for body in bodies) == ["one, two", "three"]
    assert {body["model"] for body in bodies} == {"m"}


def test_failed_rows(server: Any, tmp_path: Any, capsys: Any) -> None:
    source, path = write_rows(tmp_path / "in.jsonl", 20), str(tmp_path / "out")
    server.inject_fault("status=400; times=3")
    assert main(["bulk", str(source), path, "--quiet"]) == 1
    assert "20 of 20 done, 3 of them failed" in capsys.readouterr().err
    assert main(["bulk", str(source), path, "--retry-failed"]) == 0


REFUSED = {
    "row": (["bulk", "IN", "OUT"], "line 2: not JSON"),
    "input": (["bulk", "MISSING", "OUT"], "rows: cannot open"),
    "output": (["bulk", "IN", "IN"], "exists and has no journal"),
    "folder": (["bulk", "IN", "MISSING/out"], "output: cannot write"),
    "limit": (["bulk", "IN", "OUT", "--limit", "0"], "limit: expected a number at least 1"),
    "dry run": (["bulk", "IN", "OUT", "--dry-run"], "line 2: not JSON"),
}


@pytest.mark.parametrize(("arguments", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_refusals(arguments: list[str], message: str, server: Any, tmp_path: Any, capsys: Any) -> None:
    write_rows(tmp_path / "IN", 1)
    with open(str(tmp_path / "IN"), "a") as file:
        file.write("oops\n")
    paths = {name: str(tmp_path / name) for name in ("IN", "OUT", "MISSING", "MISSING/out")}
    assert main([paths.get(argument, argument) for argument in arguments]) == 1
    assert message in capsys.readouterr().err


def test_dry_run(server: Any, tmp_path: Any, capsys: Any) -> None:
    source = str(write_rows(tmp_path / "in.jsonl", 7))
    assert main(["bulk", source, str(tmp_path / "out"), "--dry-run"]) == 0
    output = capsys.readouterr()
    assert json.loads(output.out) == make_rows(1)[0]
    assert "7 rows can be sent" in output.err
    assert not server.requests
    assert os.listdir(tmp_path) == ["in.jsonl"]


def test_server_that_is_down(server: Any, tmp_path: Any, capsys: Any) -> None:
    server.stop()
    arguments = ["bulk", str(write_rows(tmp_path / "in.jsonl", 100)), str(tmp_path / "out"), "--stop-after", "2"]
    assert main(arguments) == 1
    errors = capsys.readouterr().err
    assert "error: bulk: stopped, because no call succeeds; the last 2 failed" in errors
    assert "the same command goes on" in errors


@ON_POSIX
@pytest.mark.parametrize("count", [1, 2])
def test_interrupt(count: int, tmp_path: Any) -> None:
    """The first one finishes what is in flight, the second one ends at once; the same command goes on."""
    source, path = write_rows(tmp_path / "in.jsonl", 60), tmp_path / "out.jsonl"
    with EmbeddedServer() as server:
        server.inject_fault("stall={}; times=60".format(0.3 if count == 1 else 30))
        arguments = ["bulk", str(source), str(path), "--concurrency", "4"]
        with start(*arguments, **environment_for(server)) as process:
            deadline = time.monotonic() + TIMEOUT
            while len(server.requests) < 4 and time.monotonic() < deadline:
                time.sleep(0.01)
            process.send_signal(signal.SIGINT)
            errors = b""
            if count == 2:
                while b"interrupt again" not in errors:
                    errors += process.stderr.readline()
                process.send_signal(signal.SIGINT)
            errors += process.communicate(timeout=TIMEOUT)[1]
            assert process.returncode == 130, errors
        sent = len(server.requests)
        assert b"finishing the calls in flight" in errors
        assert b"the same command goes on" in errors
        assert b"Traceback" not in errors
        assert len(read_records(path)) == (sent if count == 1 else 0)
        server.reset()
        with start(*arguments, **environment_for(server)) as process:
            process.communicate(timeout=TIMEOUT)
            assert process.returncode == 0
        assert len({record["custom_id"] for record in read_records(path)}) == 60
        assert len(server.requests) == (60 - sent if count == 1 else 60)


class Terminal:
    """A stream that says that it is a terminal."""

    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        self.text += text

    def flush(self) -> None:
        pass


def make_progress(seconds: float, succeeded: int, cost: float | None) -> Any:
    stats = statistics.Statistics()
    for number in range(succeeded):
        stats.add(seconds * number / succeeded, 0.1, None, {"input": 10, "output": 5}, 8, 0)
    stats.add(seconds, 0.1, "timeout", None, 8, 0)
    stats.cost = cost
    return summary.BulkProgress(stats, 100, 2, 10_000, 8, seconds)


def test_line_of_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    line = bulk.describe(make_progress(100.0, 900, 1.5))
    assert line.startswith("1,001 of 10,000 done, 3 of them failed; ")
    assert "9,000 + 4,500 tokens; cost 1.5000; 8 at once; 16 min" in line
    monkeypatch.setenv("COLUMNS", "30")
    terminal = Terminal()
    printer = bulk.ProgressPrinter(terminal)
    printer(make_progress(100.0, 900, None))
    assert terminal.text == "\r" + line[:29]
    printer.clear()
    assert terminal.text.endswith("\r" + " " * 29 + "\r")


@pytest.mark.parametrize(
    ("seconds", "expected"), [(0, "0 s"), (59.6, "1 min 0 s"), (3725, "1 h 2 min"), (90_000, "1 d 1 h")]
)
def test_durations(seconds: float, expected: str) -> None:
    assert bulk.format_duration(seconds) == expected
