# SPDX-License-Identifier: MIT
"""Run the WebSocket clients against the fuzzing server of the Autobahn test suite.

    python tools/autobahn.py                       every case, with both clients
    python tools/autobahn.py 1.* 6.* --client sync
    python tools/autobahn.py --server /path/to/wstest

The server, `wstest` of the distribution `autobahntestsuite`, needs Python 2.7 or PyPy 2. Without --server, the program
looks for `wstest`, then makes an environment for it in --environment, if there is a `python2.7`. If there is none, it
says so and ends with the exit code 0, or 1 with --required. Otherwise the exit code is 1 unless every case is OK.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from openai_stdlib import OpenAIError, websocket

GOOD = ("OK", "INFORMATIONAL")
START_TIMEOUT = 60  # seconds
CASE_TIMEOUT = 120  # seconds without a message
# Cases 9.* send messages of 16 MB. A message that is compressed may be larger than its frames.
OPTIONS: dict[str, Any] = {"compression": "deflate", "max_size": None, "ping_interval": None, "proxy": ""}
INTERPRETERS = ("python2.7", "python2", "pypy2.7", "pypy2", "pypy")


def run_sync_case(url: str) -> None:
    """Send each message back until the connection is closed."""
    with websocket.connect(url, **OPTIONS) as connection:
        try:
            while True:
                connection.send(connection.recv(timeout=CASE_TIMEOUT))
        except websocket.ConnectionClosed:
            pass


async def run_async_case(url: str) -> None:
    """Send each message back until the connection is closed."""
    async with await websocket.aconnect(url, **OPTIONS) as connection:
        try:
            while True:
                await connection.send(await connection.recv(timeout=CASE_TIMEOUT))
        except websocket.ConnectionClosed:
            pass


def read_value(url: str) -> Any:
    """Return what the server tells in one message."""
    with websocket.connect(url, proxy="", max_retries=5) as connection:
        return json.loads(connection.recv(timeout=CASE_TIMEOUT))


def run_cases(base: str, client: str) -> None:
    """Run every case of the server with a client, and have it write its report."""
    agent = "openai_stdlib_" + client
    count = read_value(base + "/getCaseCount")
    for number in range(1, count + 1):
        url = "{}/runCase?case={}&agent={}".format(base, number, agent)
        try:
            if client == "sync":
                run_sync_case(url)
            else:
                asyncio.run(run_async_case(url))
        except (OpenAIError, TimeoutError) as error:
            print("{} case {}: {!r}".format(client, number, error))
    with websocket.connect("{}/updateReports?agent={}".format(base, agent), proxy="") as connection:
        for _ in connection:
            pass


def find_server(environment: Path) -> str | None:
    """Return the path of `wstest`, installed into `environment` if it must be; None if that cannot be done."""
    found = shutil.which("wstest") or shutil.which("wstest", path=str(environment / "bin"))
    if found:
        return found
    python = next((path for path in map(find_python2, INTERPRETERS) if path), None)
    if python is None:
        return None
    # virtualenv 20.22 and later make no environments for Python 2.7.
    commands = (
        [python, "-m", "pip", "install", "--quiet", "--target", str(environment / "bootstrap"), "virtualenv<20.22"],
        [python, "-m", "virtualenv", "--quiet", str(environment)],
        [str(environment / "bin" / "pip"), "install", "--quiet", "autobahntestsuite"],
    )
    variables = dict(os.environ, PYTHONPATH=str(environment / "bootstrap"))
    for command in commands:
        if subprocess.run(command, env=variables if "virtualenv" in command else None).returncode:
            return None
    return shutil.which("wstest", path=str(environment / "bin"))


def find_python2(name: str) -> str | None:
    """Return the path of an interpreter that runs Python 2.7, also one of pyenv."""
    folders = sorted(Path.home().glob(".pyenv/versions/2.7*/bin")) if name == "python2.7" else []
    code = "import sys; sys.exit(sys.version_info[:2] != (2, 7))"
    for path in (shutil.which(name), *(shutil.which(name, path=str(folder)) for folder in folders)):
        # What pyenv puts on the path fails unless the version is selected.
        if path and subprocess.run([path, "-c", code], stderr=subprocess.DEVNULL).returncode == 0:
            return path
    return None


def start_server(program: str, folder: Path, cases: list[str]) -> tuple[subprocess.Popen[bytes], str]:
    """Start the server in a folder, and wait until it accepts connections. Return the process and its URL."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port = sock.getsockname()[1]
    url = "ws://127.0.0.1:{}".format(port)
    spec = {
        "url": url,
        "webport": 0,
        "outdir": "reports",
        "cases": cases,
        "exclude-cases": [],
        "exclude-agent-cases": {},
    }
    (folder / "spec.json").write_text(json.dumps(spec), encoding="utf-8")
    with open(folder / "server.log", "wb") as log:
        command = [program, "-m", "fuzzingserver", "-s", "spec.json", "-u", "0"]
        process = subprocess.Popen(command, cwd=str(folder), stdout=log, stderr=log)
    expires_at = time.monotonic() + START_TIMEOUT
    while process.poll() is None and time.monotonic() < expires_at:
        try:
            with socket.create_connection(("127.0.0.1", port), 1) as sock:
                if sock.getsockname() != sock.getpeername():  # a socket can connect to itself
                    return process, url
        except OSError:
            time.sleep(0.1)
    process.kill()
    raise SystemExit("the server did not start: " + (folder / "server.log").read_text(errors="replace")[-2000:])


def report(folder: Path, clients: list[str]) -> bool:
    """Print a line for each client, and for each case that is not OK; return whether all are."""
    index = json.loads((folder / "reports" / "index.json").read_text(encoding="utf-8"))
    is_good = True
    for client in clients:
        results = index["openai_stdlib_" + client]
        behavior = Counter(result["behavior"] for result in results.values())
        closing = Counter(result["behaviorClose"] for result in results.values())
        print("{}: {} cases, {}; closing: {}".format(client, len(results), dict(behavior), dict(closing)))
        for case, result in sorted(results.items()):
            if result["behavior"] not in GOOD or result["behaviorClose"] not in GOOD:
                is_good = is_good and result["behavior"] == "UNIMPLEMENTED"
                print("  {}: {}, closing {}".format(case, result["behavior"], result["behaviorClose"]))
    return is_good


def main() -> int:
    """Run the program; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("cases", nargs="*", help="patterns like 6.*; every case by default")
    parser.add_argument("--client", choices=("sync", "async"), action="append")
    parser.add_argument("--server", help="the program wstest")
    parser.add_argument("--environment", type=Path, default=Path(".autobahn"), help="where to install it")
    parser.add_argument("--keep", type=Path, help="a folder for the server's reports")
    parser.add_argument("--required", action="store_true", help="fail if there is no server")
    options = parser.parse_args()
    program = options.server or find_server(options.environment.resolve())
    if program is None:
        print("skipped: there is no wstest (distribution autobahntestsuite), and no Python 2.7 to install it for")
        return int(options.required)
    clients = options.client or ["sync", "async"]
    with tempfile.TemporaryDirectory() as name:
        folder = options.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        process, url = start_server(program, folder, options.cases or ["*"])
        try:
            for client in clients:
                run_cases(url, client)
        finally:
            process.terminate()
            process.wait(30)
        return 0 if report(folder, clients) else 1


if __name__ == "__main__":
    sys.exit(main())
