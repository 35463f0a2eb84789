# SPDX-License-Identifier: MIT
"""Tests of the file with which processes share rate limits: several processes, crashes, forks, and bad files."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any, Iterator

import pytest

from . import FOLDER, PACKAGE, load, package

testing = load("testing")
StateFile = load("rate_limits.state_file").StateFile
State = load("rate_limits.state").State
Timeout = load("call.timeout").Timeout

OpenAI: Any = package.OpenAI
AsyncOpenAI: Any = package.AsyncOpenAI
RateLimiter: Any = package.RateLimiter
MESSAGES = [{"role": "user", "content": "hi"}]
PROCESS_TIMEOUT = 60  # seconds
PROGRAM = """
import sys, threading, time
sys.path.insert(0, {root!r})
from {package} import OpenAI, RateLimiter, RateLimitWaitError, Timeout
url, path, seconds, threads = sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4])
client = OpenAI(api_key="k", base_url=url, rate_limiter=RateLimiter({limits}, path=path), max_retries=5)
messages = [{{"role": "user", "content": "hi"}}]
print("ready", flush=True)
sys.stdin.readline()
end, count = time.monotonic() + seconds, [0]
def work():
    while time.monotonic() < end:
        try:
            client.chat.completions.create(model="m", messages=messages, timeout=Timeout(10, deadline=seconds))
        except RateLimitWaitError:
            return
        count[0] += 1
workers = [threading.Thread(target=work) for _ in range(threads)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(count[0], flush=True)
sys.stdin.readline()
"""


@pytest.fixture(scope="module")
def shared_server() -> Iterator[Any]:
    with testing.EmbeddedServer() as running:
        yield running


@pytest.fixture
def server(shared_server: Any) -> Any:
    shared_server.reset()
    return shared_server


def start(limits: str, *arguments: Any) -> Any:
    root = str(FOLDER.parents[PACKAGE.count(".")])
    code = PROGRAM.format(root=root, package=PACKAGE, limits=limits)
    command = [sys.executable, "-I", "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, universal_newlines=True)


def run_together(processes: list[Any]) -> list[int]:
    try:
        for process in processes:
            assert process.stdout.readline() == "ready\n"
        for process in processes:
            process.stdin.write("\n")
            process.stdin.flush()
        return [int(process.stdout.readline()) for process in processes]
    finally:
        for process in processes:
            process.communicate("\n", timeout=PROCESS_TIMEOUT)


def make_client(server: Any, path: Any, limit: int = 100, **options: Any) -> Any:
    limiter = RateLimiter(limit, path=path, **options)
    return OpenAI(api_key="k", base_url=server.base_url, rate_limiter=limiter)


def call(client: Any, **options: Any) -> Any:
    return client.chat.completions.create(model="m", messages=MESSAGES, **options)


def left(path: Any, limit: int = 100) -> float:
    value: float = RateLimiter(limit, path=path).describe()["m"]["requests"]["available"]
    return value


def test_processes_share_a_limit(server: Any, tmp_path: Path) -> None:
    counts = run_together([start("30", server.base_url, tmp_path / "limits", 20, 4) for _ in range(2)])
    assert sum(counts) == 30 == len(server.requests)


def test_processes_share_what_a_server_reports(tmp_path: Path) -> None:
    limits = testing.ServerLimits(6000, burst=0.5)
    with testing.EmbeddedServer(rate_limits=limits) as server, make_client(server, tmp_path / "limits", 6000) as client:
        for _ in range(20):  # in which it is learned
            call(client)
        counts = run_together([start("6000", server.base_url, tmp_path / "limits", 0.5, 4) for _ in range(2)])
    assert limits.refused == 0
    assert sum(counts) == len(server.requests) - 20 >= 8


def test_a_process_that_is_killed_blocks_nobody(server: Any, tmp_path: Path) -> None:
    path = tmp_path / "limits"
    root = str(FOLDER.parents[PACKAGE.count(".")])
    code = (
        "import sys, time\nsys.path.insert(0, {!r})\nfrom {}.rate_limits import state, state_file\n"
        "s = state.State(100, None, None, 0.0)\nf = state_file.StateFile(sys.argv[1])\nassert f.load(s)\n"
        "print('locked', flush=True)\ntime.sleep(60)"
    ).format(root, PACKAGE)
    process = subprocess.Popen([sys.executable, "-I", "-c", code, str(path)], stdout=subprocess.PIPE)
    with process, make_client(server, path) as client:
        assert process.stdout is not None and process.stdout.readline().strip() == b"locked"
        caller = threading.Thread(target=call, args=(client,))
        caller.start()
        assert not server.requests
        process.kill()
        caller.join(PROCESS_TIMEOUT)
    assert len(server.requests) == 1
    assert left(path) == 99


def test_a_locked_file_does_not_block_the_event_loop(server: Any, tmp_path: Path) -> None:
    path = tmp_path / "limits"
    holder, state = StateFile(path), State(100, None, None, 0.0)
    limiter = RateLimiter(100, path=path)

    async def run() -> None:
        async with AsyncOpenAI(api_key="k", base_url=server.base_url, rate_limiter=limiter) as client:
            assert holder.load(state)
            task = asyncio.ensure_future(client.chat.completions.create(model="m", messages=MESSAGES))
            for _ in range(20):
                await asyncio.sleep(0.005)
            assert not task.done() and not server.requests
            holder.save(state)
            await task

    asyncio.run(run())
    holder.close()
    assert left(path) == 99


def test_a_file_that_is_locked_after_the_response_is_updated_later(server: Any, tmp_path: Path) -> None:
    path = tmp_path / "limits"
    holder, state = StateFile(path), State(100, 5000, None, 0.0)
    limiter = RateLimiter(100, 5000, path=path, estimate=lambda body, arguments: 400)
    with OpenAI(api_key="k", base_url=server.base_url, rate_limiter=limiter) as client:
        stream = call(client, stream=True, stream_options={"include_usage": True})
        assert holder.load(state)
        assert list(stream)
        holder.save(state)
        assert limiter.describe()["m"]["tokens"]["available"] == 4600
        call(client)
        assert limiter.describe()["m"]["tokens"]["available"] > 4900
    holder.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork()")
def test_a_forked_child_shares_the_file(server: Any, tmp_path: Path) -> None:
    path = tmp_path / "limits"
    code = (
        "import os, sys\nsys.path.insert(0, {!r})\nfrom {} import OpenAI, RateLimiter\n"
        "client = OpenAI(api_key='k', base_url=sys.argv[1], rate_limiter=RateLimiter(100, path=sys.argv[2]))\n"
        "call = lambda: client.chat.completions.create(model='m', messages=[{{'role': 'user', 'content': 'hi'}}])\n"
        "call()\nchild = os.fork()\nfor _ in range(20): call()\n"
        "if child: sys.exit(os.waitpid(child, 0)[1])"
    ).format(str(FOLDER.parents[PACKAGE.count(".")]), PACKAGE)
    command = [sys.executable, "-I", "-c", code, server.base_url, str(path)]
    subprocess.run(command, check=True, timeout=PROCESS_TIMEOUT)
    assert left(path) == 59


@pytest.mark.parametrize(
    "content",
    [b"", b'{"rate limits of OpenAI clients": 1, ', b'{"rate limits of OpenAI clients": 1, "limits":[1]}\n', b'{"rate'],
)
def test_a_file_that_is_only_half_written_is_an_empty_one(server: Any, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "limits"
    path.write_bytes(content)
    with make_client(server, path) as client:
        call(client)
    assert left(path) == 99


@pytest.mark.parametrize(
    "content", [b"my thesis", b'{"rate limits of OpenAI clients": 2, }', b"\0", b'{"rates": []}'], ids=repr
)
def test_other_files_are_not_overwritten(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "limits"
    path.write_bytes(content)
    with pytest.raises(
        package.ConfigError, match="path: .*limits' is no file of rate limits, or one of another version"
    ):
        RateLimiter(path=path)
    assert path.read_bytes() == content


@pytest.mark.skipif(os.name == "nt" or getattr(os, "geteuid", int)() == 0, reason="root may write everywhere")
def test_a_folder_or_file_that_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "limits"
    path.touch(0o400)
    with pytest.raises(package.ConfigError, match="path: cannot open .*Permission denied; choose a file"):
        RateLimiter(path=path)


def test_a_file_that_is_deleted_is_made_again(server: Any, tmp_path: Path) -> None:
    path = tmp_path / "limits"
    with make_client(server, path) as client:
        call(client)
        path.unlink()
        call(client)
        assert left(path) == 99
        path.unlink()
        tmp_path.rmdir()
        with pytest.raises(package.ConfigError, match="path: cannot read"):
            call(client)
        tmp_path.mkdir()
    assert len(server.requests) == 2


def test_limits_may_change_between_runs(server: Any, tmp_path: Path) -> None:
    path = tmp_path / "limits"
    with make_client(server, path) as client:
        call(client)
    assert left(path, 50) == 49
    assert left(path, 20) == 19


def test_a_relative_path_stays_the_same(server: Any, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    with make_client(server, "limits") as client:
        monkeypatch.chdir(tmp_path.parent)
        call(client)
    assert left(tmp_path / "limits") == 99


def test_files_are_closed_and_private(server: Any, tmp_path: Path) -> None:
    path = tmp_path / "limits"
    with make_client(server, path) as client:
        call(client, extra_headers={"X-Secret": "sk-secret"})
    assert os.name == "nt" or path.stat().st_mode & 0o077 == 0
    assert b"secret" not in path.read_bytes() and b"hi" not in path.read_bytes().replace(b"this", b"")
    begin = time.monotonic()
    assert RateLimiter(100, path=path).describe()["m"]["waiting"] == 0
    assert time.monotonic() - begin < PROCESS_TIMEOUT
