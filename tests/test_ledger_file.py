"""The file of a ledger: several processes share it, no crash loses a call, and a file that is not one is an error."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
from typing import Any

import pytest

from . import FOLDER, PACKAGE, load, package

load("usage.ledger")
file_lock = load("call.file_lock")
Ledger: Any = package.Ledger
ConfigError: Any = package.ConfigError
BudgetExceeded: Any = package.BudgetExceeded

TIMEOUT = 60  # seconds that a test waits at most
HEADER = b'{"format":"usage ledger","version":1}\n'
PRICES = {"m": {"input": 1.0, "output": 2.0}}
ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="needs signals, or replaces files that are open")


def count(ledger: Any, number: int = 1, label: str = "") -> None:
    """Count calls of one input token and one output token."""
    for _ in range(number):
        ledger.record(("m", label), {"calls": 1, "input": 1, "output": 1}, None)


def start(program: str, *arguments: Any) -> Any:
    """Run a program in a new interpreter; `Ledger` and `count` are defined in it."""
    source = "import sys, importlib\nLedger = importlib.import_module({!r}).Ledger\n".format(PACKAGE)
    source += "def count(ledger, number):\n    for _ in range(number):\n"
    source += "        ledger.record(('m', ''), {'calls': 1, 'input': 1, 'output': 1}, None)\n" + program
    root = FOLDER
    for _ in PACKAGE.split("."):
        root = root.parent
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join([str(root), *filter(None, sys.path)]))
    command = [sys.executable, "-W", "error", "-c", source, *map(str, arguments)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    return subprocess.Popen(command, env=environment, universal_newlines=True, **pipes)


@pytest.fixture
def path(tmp_path: Any) -> Any:
    return tmp_path / "ledger.jsonl"


def test_a_ledger_goes_on_where_the_last_one_ended(path: Any) -> None:
    with Ledger(PRICES, path=path) as ledger:
        count(ledger, 3, "x")
        ledger.record(("m", ""), {"failed": 1}, None)
        expected = ledger.as_dict()
    assert (expected["calls"], expected["failed"], expected["cost"]) == (3, 1, 9e-6)
    again = Ledger(PRICES, path=str(path))
    assert again.as_dict() == expected
    assert again.path == os.path.realpath(path)
    count(again)
    assert ledger.calls == 4  # a closed one opens again
    lines = path.read_bytes().splitlines(keepends=True)
    assert lines[0] == HEADER
    assert json.loads(lines[1])["label"] == "x"
    assert len(lines) == 6


@pytest.mark.parametrize(
    "label", ['"quoted"\\', "line\nbreak", "ünï ☃ \U0001f600", "\ud800", "{}", "%s", "\x00\x1b[0m"]
)
def test_labels_of_any_text(path: Any, label: str) -> None:
    with Ledger(path=path) as ledger:
        count(ledger, 1, label)
    again = Ledger(path=path)
    assert list(again.by_label()) == [label]
    assert len(path.read_bytes().splitlines()) == 2


def test_ledgers_on_one_file_see_each_other(path: Any) -> None:
    ledgers = [Ledger(PRICES, path=path) for _ in range(3)]
    for ledger in ledgers * 5:
        count(ledger)
    assert [ledger.calls for ledger in ledgers] == [15, 15, 15]
    ledgers[0].reset()
    assert [ledger.calls for ledger in ledgers] == [0, 0, 0]
    count(ledgers[1])
    assert [ledger.total_tokens for ledger in ledgers] == [2, 2, 2]
    assert Ledger(path=path).calls == 1


def test_a_limit_holds_for_all_processes(path: Any) -> None:
    server: Any
    with load("testing").EmbeddedServer() as server:
        ledgers = [Ledger(path=path, limit="10 tokens") for _ in range(2)]
        clients = [package.OpenAI(api_key="k", base_url=server.base_url, ledger=ledger) for ledger in ledgers]
        for client in clients:
            client.embeddings.create(model="m", input="one two three four")
        count(ledgers[1])
        for client in clients:
            with client, pytest.raises(BudgetExceeded, match="10 tokens spent"):
                client.embeddings.create(model="m", input="one two three four")
        assert len(server.requests) == 2


def test_processes_count_exactly(path: Any) -> None:
    ledger = Ledger(path=path)
    processes = [start("count(Ledger(path=sys.argv[1]), 300)", path) for _ in range(3)]
    count(ledger, 300)
    for process in processes:
        output, _ = process.communicate(timeout=TIMEOUT)
        assert process.returncode == 0, output
    assert (ledger.calls, ledger.total_tokens) == (1200, 2400)
    assert all(json.loads(line) for line in path.read_bytes().splitlines())


@ON_POSIX
def test_a_killed_process_loses_nothing(path: Any) -> None:
    program = """
ledger = Ledger(path=sys.argv[1])
number = 0
while True:
    count(ledger, 1)
    number += 1
    print(number, flush=True)
"""
    process = start(program, path)
    for line in process.stdout:
        if int(line) == 200:
            process.send_signal(signal.SIGKILL)
            break
    counted = [200, *map(int, process.stdout.read().split())][-1]
    process.communicate(timeout=TIMEOUT)
    assert counted <= Ledger(path=path).calls <= counted + 1


@pytest.mark.parametrize("size", range(1, 12))
def test_a_truncated_last_line_is_cut_off(path: Any, size: int) -> None:
    with Ledger(path=path) as ledger:
        count(ledger, 2)
    other = Ledger(path=path)
    content = path.read_bytes()
    lines = content.splitlines(keepends=True)
    path.write_bytes(content[: -size * 3])
    expected = sum(len(line) for line in lines[1:]) - size * 3 >= len(lines[1])
    again = Ledger(path=path)
    assert again.calls == other.calls == int(expected)
    count(again)
    count(other)
    assert again.calls == int(expected) + 2
    assert Ledger(path=path).calls == int(expected) + 2
    assert path.read_bytes().endswith(b"}\n")


@pytest.mark.parametrize("size", range(len(HEADER)))
def test_a_truncated_first_line_is_written_again(path: Any, size: int) -> None:
    path.write_bytes(HEADER[:size])
    with Ledger(path=path) as ledger:
        count(ledger)
    assert path.read_bytes().startswith(HEADER)
    assert Ledger(path=path).calls == 1


FOREIGN: list[tuple[bytes, str]] = [
    (
        HEADER.replace(b"1", b"2"),
        "written by a later version of this library \\(format 2, not 1\\); update the library",
    ),
    (b"x" * 100, "is not the file of a ledger; choose another path"),
    (b"hello", "is not the file of a ledger"),
    (b"\x00" * 10, "is not the file of a ledger"),
    (b'{"model": "m"}\n', "is not the file of a ledger"),
    (b"[]\n" * 30, "is not the file of a ledger"),
    (b"5\n", "is not the file of a ledger"),
    (b"\n", "is not the file of a ledger"),
    (HEADER.replace(b"1", b"true"), "is not the file of a ledger"),
    (b"x" * (3 << 20), "is not the file of a ledger"),
    (HEADER + b"{\n", "has a damaged line: .*; remove the line '{'"),
    (HEADER + b"[]\n", "has a damaged line"),
    (HEADER + b"\x00\x00\n", "has a damaged line"),
    (HEADER + b'{"model":"m","calls":-1}\n', "a count is not a whole number of at least 0"),
    (HEADER + b'{"model":"m","calls":1.5}\n', "a count is not a whole number"),
    (HEADER + b'{"model":"m","input":"5"}\n', "a count is not a whole number"),
    (HEADER + b"[" * 100_000 + b"\n", "has a damaged line"),
]


@pytest.mark.parametrize("content, message", FOREIGN)
def test_a_file_that_is_no_ledger_stays_as_it_is(path: Any, content: bytes, message: str) -> None:
    path.write_bytes(content)
    for _ in range(2):
        with pytest.raises(ConfigError, match="path: .*" + message):
            Ledger(path=path)
    assert path.read_bytes() == content


def test_unknown_fields_are_ignored(path: Any) -> None:
    path.write_bytes(HEADER + b'{"model":"m","calls":2,"input":3,"new":{"x":[1]}}\n\n{"calls":1,"model":null}\n')
    assert Ledger(path=path).as_dict()["by_model"]["m"]["total_tokens"] == 3
    assert Ledger(path=path).calls == 3


def test_damage_while_a_ledger_is_open_is_an_error(path: Any) -> None:
    ledger = Ledger(path=path)
    with open(path, "ab") as file:
        file.write(b"damage\n")
    with pytest.raises(ConfigError, match="damaged line"):
        _ = ledger.calls
    content = path.read_bytes()
    count(ledger)  # the end of a call raises nothing
    assert path.read_bytes() == content
    with pytest.raises(ConfigError, match="damaged line"):
        ledger.close()
    path.write_bytes(HEADER)
    assert ledger.calls == 1  # which was kept
    ledger.close()
    assert Ledger(path=path).calls == 1


@ON_POSIX
def test_calls_that_cannot_be_saved_stop_the_next_one(path: Any) -> None:
    load("testing")
    program = """
import os, resource
package = importlib.import_module(Ledger.__module__.split(".usage")[0])
EmbeddedServer = importlib.import_module(package.__name__ + ".testing").EmbeddedServer
ledger = Ledger(path=sys.argv[1])
with EmbeddedServer() as server, package.OpenAI(api_key="k", base_url=server.base_url, ledger=ledger) as client:
    create = lambda: client.embeddings.create(model="m", input="hi")
    create()
    size = os.path.getsize(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20, resource.RLIM_INFINITY))
    assert create().data  # the result of a call that was made is returned
    for _ in range(2):
        try:
            create()
        except package.ConfigError as error:
            print(error)
    assert len(server.requests) == 2
    assert ledger.calls == 2  # in memory
    assert os.path.getsize(sys.argv[1]) == size
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    create()
    assert ledger.calls == 3
"""
    process = start(program, path)
    output, _ = process.communicate(timeout=TIMEOUT)
    assert process.returncode == 0, output
    assert output.count("cannot be used: File too large; choose a path that this program can write") == 2
    assert Ledger(path=path).calls == 3


@ON_POSIX
def test_a_large_file_is_compacted_without_loss(path: Any) -> None:
    line = b'{"time":1,"model":"m","label":"%d","calls":1,"input":1,"output":1,"x":"' + b"x" * 1000 + b'"}\n'
    path.write_bytes(HEADER + b"".join([line % (number % 7) for number in range(4500)]))
    with open(path, "ab") as file:
        file.write(b'{"model":"m","label":"z","pending":"resp_1"}\n')
    path.chmod(0o666)
    other = Ledger(PRICES, path=path)
    ledger = Ledger(PRICES, path=path)
    assert other.calls == 4500
    before = ledger.by_label()
    count(ledger, 1, "0")
    assert path.stat().st_size < 2000
    assert path.stat().st_mode & 0o777 == 0o666
    assert sorted(os.listdir(path.parent)) == [path.name]
    count(other, 1, "1")
    count(ledger, 1, "2")
    for each in (ledger, other, Ledger(PRICES, path=path)):
        after = each.by_label()
        assert sum(row["calls"] for row in after.values()) == 4503
        assert after["0"]["input"] == before["0"]["input"] + 1
        assert each.cost == pytest.approx(4503 * 3e-6)
    other.record(None, {"input": 5}, None, "", "resp_1")
    assert ledger.by_label()["z"]["input"] == 5


@ON_POSIX
def test_a_file_that_was_deleted_begins_anew(path: Any) -> None:
    ledger = Ledger(path=path)
    count(ledger, 2)
    path.unlink()
    count(ledger)
    assert ledger.calls == 1
    assert Ledger(path=path).calls == 1


@ON_POSIX
def test_the_target_of_a_symbolic_link_is_the_file(path: Any, tmp_path: Any) -> None:
    link = tmp_path / "link"
    link.symlink_to(path)
    with Ledger(path=link) as ledger:
        count(ledger)
    assert Ledger(path=path).calls == 1
    assert link.is_symlink()


def test_options_of_files(path: Any) -> None:
    ledger = Ledger(PRICES, path=path, fsync=True)
    count(ledger, 2)
    restored = pickle.loads(pickle.dumps(ledger))
    count(restored)
    assert (ledger.calls, restored.calls, restored.path) == (3, 3, ledger.path)


# Locks.


def test_locks_exclude_each_other_and_waits_are_bounded(path: Any) -> None:
    first, second = (os.open(path, os.O_RDWR | os.O_CREAT) for _ in range(2))
    try:
        file_lock.lock_file(first)
        with pytest.raises(TimeoutError, match="another process has had it locked for 0.05 s"):
            file_lock.lock_file(second, 0.05)
        file_lock.unlock_file(first)
        file_lock.lock_file(second, 0.05)
        os.close(second)  # which unlocks it
        file_lock.lock_file(first, 0.05)
    finally:
        os.close(first)


def test_a_dead_process_leaves_no_lock(path: Any) -> None:
    program = """
import os, time
lock = importlib.import_module(Ledger.__module__.replace("usage.ledger", "call.file_lock"))
fd = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT)
lock.lock_file(fd)
print("locked", flush=True)
time.sleep(600)
"""
    process = start(program, path)
    assert process.stdout.readline() == "locked\n"
    fd = os.open(path, os.O_RDWR)
    try:
        with pytest.raises(TimeoutError):
            file_lock.lock_file(fd, 0)
        process.kill()
        process.communicate(timeout=TIMEOUT)
        file_lock.lock_file(fd, TIMEOUT)
    finally:
        os.close(fd)


# The command.


def run_command(capsys: Any, *arguments: Any) -> Any:
    code = load("cli").main(["usage", *map(str, arguments)])
    output, errors = capsys.readouterr()
    return code, output, errors


def test_the_command_prints_tables(path: Any, tmp_path: Any, capsys: Any) -> None:
    with Ledger(path=path) as ledger:
        count(ledger, 1000, "team \x1b[0m")
        ledger.record(("n", ""), {"failed": 1, "input": 5, "cached_input": 2}, None)
    content = path.read_bytes()
    code, output, errors = run_command(capsys, path)
    assert (code, errors) == (0, "")
    by_model, by_label = [table.splitlines() for table in output.split("\n\n")]
    assert by_model[0].split() == ["model", "calls", "failed", "input", "cached", "output", "tokens"]
    assert by_model[1].split() == ["m", "1,000", "0", "1,000", "0", "1,000", "2,000"]
    assert by_model[-1].split() == ["total", "1,000", "1", "1,005", "2", "1,000", "2,005"]
    assert [line.split()[0] for line in by_label] == ["label", "-", "team", "total"]
    assert "\x1b" not in output
    assert len({len(line) for line in by_model}) == 1
    prices = tmp_path / "prices.json"
    prices.write_text(json.dumps(PRICES))
    code, output, errors = run_command(capsys, path, "--prices", prices)
    assert code == 0
    assert output.splitlines()[1].split()[-1] == "0.003000"
    assert output.splitlines()[2].split()[-1] == output.splitlines()[3].split()[-1] == "?"
    assert errors == "no price, and therefore no cost: 'n' (input)\n"
    code, output, errors = run_command(capsys, path, "--json")
    assert (code, json.loads(output)) == (0, Ledger(path=path).as_dict())
    assert path.read_bytes() == content


def test_the_command_explains_what_it_cannot_read(path: Any, tmp_path: Any, capsys: Any) -> None:
    code, _, errors = run_command(capsys, path)
    assert (code, "cannot be read: No such file" in errors, path.exists()) == (1, True, False)
    path.write_bytes(b"")
    assert run_command(capsys, path)[2].endswith("is not the file of a ledger; choose another path\n")
    path.write_bytes(HEADER + b'{"model":"m","calls":1}\n{"mod')
    code, output, _ = run_command(capsys, path)
    assert (code, output.split()[5:7]) == (0, ["m", "1"])
    assert run_command(capsys, path, "--prices", tmp_path / "none.json")[0] == 1
