# SPDX-License-Identifier: MIT
"""The command `batch`: run, status and cancel, and processes that are killed and go on."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading

import pytest

from . import FOLDER, PACKAGE, load, package
from .test_batches import paths, sent, statuses
from .test_embedded_batches import make_row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any, Dict, Iterator, List

EmbeddedServer, main = load("testing").EmbeddedServer, load("cli").main
TIMEOUT = 60  # seconds for a command
IDS = [str(number) for number in range(6)]


@pytest.fixture()
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    with EmbeddedServer() as running:
        for name, value in environment_for(running).items():
            monkeypatch.setenv(name, value)
        yield running


@pytest.fixture()
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with rows."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(make_row(int(id))) + "\n" for id in IDS))
    return tmp_path


def environment_for(server: Any) -> Dict[str, str]:
    return {"OPENAI_API_KEY": "k", "OPENAI_BASE_URL": server.base_url, "NO_PROXY": "*"}


def run(*arguments: str, code: int = 0) -> None:
    """Run a command in this process."""
    assert main(["batch", *arguments]) == code


def records(path: Path) -> List[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_rows_are_run_and_shown(server: Any, folder: Path, capsys: Any) -> None:
    run("run", "in.jsonl", "out.jsonl", "--metadata", "team=a=b", "--poll-interval", "0.01")
    assert statuses(records(folder / "out.jsonl")) == dict.fromkeys(IDS, 200)
    shown = capsys.readouterr()
    assert shown.out.splitlines() == [
        "6 rows: 6 succeeded, 0 failed", "results: {}".format(os.path.realpath(folder / "out.jsonl"))
    ]  # fmt: skip
    assert shown.err.splitlines()[0] == "0 of 6 rows done; batches: 1 validating"
    assert shown.err.splitlines()[-1] == "6 of 6 rows done; batches: 1 completed"
    assert (
        next(request for request in server.requests if request.path == "/v1/batches").json()["metadata"]["team"]
        == "a=b"
    )
    run("status", "out.jsonl.state")
    assert "finished; results:" in capsys.readouterr().out
    run("run", "in.jsonl", "out.jsonl")
    assert "6 rows: 6 succeeded" in capsys.readouterr().out and paths(server).count("POST /batches") == 1


def test_csv_and_a_template(server: Any, folder: Path) -> None:
    (folder / "in.csv").write_text("id,word\na,one\n")
    (folder / "row.json").write_text('{"model": "m", "input": "{word}"}')
    run("run", "in.csv", "out", "--template", "row.json", "--endpoint", "/v1/responses", "--poll-interval", "0.01")
    (record,) = records(folder / "out")
    assert record["custom_id"] == "a" and record["response"]["body"]["object"] == "response"


def test_rows_that_failed_give_the_exit_code_1(server: Any, folder: Path, capsys: Any) -> None:
    server.inject_fault("batch-fail=3; times=9")
    run("run", "in.jsonl", "out", "--resubmit", "0", "--poll-interval", "0.01", code=1)
    out = capsys.readouterr().out
    assert "6 rows: 4 succeeded, 2 failed" in out and "an error, or a status_code of 400 or more" in out


def test_a_run_without_waiting_its_status_and_its_end(server: Any, folder: Path, capsys: Any) -> None:
    run("run", "in.jsonl", "out", "--no-wait", "--max-rows", "4", "--max-batches", "1")
    out = capsys.readouterr().out
    assert "batches: 1 in_progress, 1 waiting" in out
    command = re.search(r"python -m (\S+) batch (run --state \S+)", out)
    assert command and command.group(1) == PACKAGE
    before = (folder / "out.state").read_text()
    run("status", "out.state")
    out = capsys.readouterr().out
    assert "not finished. To go on:" in out and (folder / "out.state").read_text() == before
    assert re.search(r"1 +1 batch_\w+ +finalizing +4 +4 +0\n", out) and re.search(r"2 +1 - +waiting +2 +0 +0\n", out)
    run(*command.group(2).split(), "--poll-interval", "0.01")
    assert statuses(records(folder / "out")) == dict.fromkeys(IDS, 200)


def test_a_run_is_cancelled(server: Any, folder: Path, capsys: Any) -> None:
    server.inject_fault("batch-stuck")
    run("run", "in.jsonl", "out", "--deadline", "0", code=1)
    error = capsys.readouterr().err
    assert "error: deadline: 1 of 1 batches are not done" in error and "To cancel them:" in error
    run("cancel", "out.state")
    assert "cancelled. To write the results that there are:" in capsys.readouterr().out
    run("run", "--state", "out.state", "--poll-interval", "0.01", code=1)
    assert statuses(records(folder / "out")) == dict.fromkeys(IDS, "batch_cancelled")
    assert main(["batch", "cancel", "out.state"]) == 1
    assert "there is nothing to cancel" in capsys.readouterr().err


def test_single_batches_are_shown_and_cancelled(server: Any, folder: Path, capsys: Any) -> None:
    with package.OpenAI(api_key="k", base_url=server.base_url) as client:
        file = client.files.create(file=folder / "in.jsonl", purpose="batch")
        arguments = {"input_file_id": file.id, "endpoint": "/v1/chat/completions", "completion_window": "24h"}
        stuck, failed = client.batches.create(**arguments), None
        server.inject_fault("batch-invalid=quota")
        failed = client.batches.create(**arguments)
    run("cancel", stuck.id)
    run("status", failed.id)
    out = capsys.readouterr().out
    assert "batch {}: cancelling: 0 of 6 rows done, 0 failed\n".format(stuck.id) in out
    assert "batch {}: failed".format(failed.id) in out and "  quota: " in out


WRONG = {
    "OUT is missing": ["run", "in.jsonl"],
    "no rows": ["run"],
    "no state": ["run", "--state", "none"],
    "no such file": ["run", "none", "out"],
    "an output that exists": ["run", "in.jsonl", "in.jsonl"],
    "no such state": ["status", "none.state"],
    "no such batch": ["status", "batch_none"],
    "not a state": ["cancel", "in.jsonl"],
    "bad rows": ["run", "bad.jsonl", "out"],
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_arguments_are_one_line(server: Any, folder: Path, capsys: Any, name: str) -> None:
    (folder / "bad.jsonl").write_text("{}\n")
    assert main(["batch", *WRONG[name]]) == 1
    shown = capsys.readouterr()
    assert shown.out == "" and re.fullmatch(r"error: [^\n]+\n", shown.err), shown
    assert sorted(os.listdir(folder)) == ["bad.jsonl", "in.jsonl"] and not paths(server).count("POST /batches")


def test_a_disk_error_is_explained(server: Any, folder: Path, capsys: Any) -> None:
    run("run", "in.jsonl", "out", "--no-wait")
    (folder / "out.part").mkdir()  # no file can be written there
    run("run", "--state", "out.state", "--poll-interval", "0.01", code=1)
    error = capsys.readouterr().err
    assert "error: " in error and "out.part" in error and "To go on here:" in error
    (folder / "out.part").rmdir()
    run("run", "--state", "out.state", "--poll-interval", "0.01")
    assert statuses(records(folder / "out")) == dict.fromkeys(IDS, 200)


class Process:
    """A run in another process, which `kill` ends with a signal while the server stalls one of its requests."""

    def __init__(self, server: Any, target: str) -> None:
        self._server = server
        self._target = target
        server.inject_fault("on={}; stall=60".format(target))
        self._process = subprocess.Popen(
            [sys.executable, "-m", PACKAGE, "batch", "run", "in.jsonl", "out", "--poll-interval", "0.01"],
            env={**os.environ, **environment_for(server), "PYTHONPATH": str(FOLDER.parents[PACKAGE.count(".")])},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def end(self, number: int) -> str:
        """Wait for the request, send a signal, and return what the process wrote to stderr."""
        pause = threading.Event()
        for _ in range(TIMEOUT * 100):
            if any(path.startswith(self._target) for path in paths(self._server)) or self._process.poll() is not None:
                break
            pause.wait(0.01)
        if number == getattr(signal, "SIGKILL", None):
            self._process.kill()
        else:
            self._process.send_signal(number)
        return self._process.communicate(timeout=TIMEOUT)[1].decode()


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
@pytest.mark.parametrize("target", ["POST /files", "POST /batches", "GET /batches/", "GET /files/"])
def test_a_run_that_was_killed_goes_on(target: str, server: Any, folder: Path) -> None:
    Process(server, target).end(signal.SIGKILL)
    run("run", "in.jsonl", "out", "--poll-interval", "0.01")
    assert statuses(records(folder / "out")) == dict.fromkeys(IDS, 200)
    names, keys = sent(server)
    assert len(names) == len(keys) == 1


@pytest.mark.skipif(os.name == "nt", reason="signals of Windows are for groups of processes")
def test_an_interrupt_says_how_to_go_on(server: Any, folder: Path) -> None:
    error = Process(server, "GET /batches/").end(signal.SIGINT)
    assert "interrupted" in error and "Traceback" not in error
    command = re.search(r"batch (run --state \S+)", error)
    assert command, error
    run(*command.group(1).split(), "--poll-interval", "0.01")
    assert statuses(records(folder / "out")) == dict.fromkeys(IDS, 200)


def test_rows_of_standard_input(server: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(2):
        with open(folder / "in.jsonl", encoding="utf-8") as file:
            monkeypatch.setattr(sys, "stdin", file)
            run("run", "-", "out", "--poll-interval", "0.01")
    assert statuses(records(folder / "out")) == dict.fromkeys(IDS, 200)
