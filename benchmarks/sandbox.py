# SPDX-License-Identifier: MIT
"""The sandbox of the measured processes: a temporary folder with compiled code, the server and a large file.

The package is copied, so that its bytecode is cached as in an installation, the source tree stays clean, and a run
measures one state of the source.
"""

import compileall
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Dict, List, Mapping, Optional, Sequence, Type

HERE = Path(__file__).resolve().parent
PACKAGE = "openai_stdlib"
ADAPTERS = "openai_stdlib_transports"
SINGLE_FILES = {"openai_single_file.py": (), "openai_single_file_chat.py": ("--only", "chat")}  # options of `vendor`
UNCOMPILED = "uncompiled"  # a folder with the packages and modules without bytecode
SCRIPTS = (
    *("worker.py", "async_worker.py", "adapter_worker.py", "websocket_worker.py", "async_websocket_worker.py"),
    "bulk_worker.py",
    "replay_worker.py",
    *("server.py", "server_responses.py", "websocket_server.py"),
)
UPLOAD_BYTES = 300_000_000
COMPILED, SOURCE, ONE_FILE = "compiled", "source", "single_file"
COPIES = {  # options of the command `vendor`
    COMPILED: ["--compile"],
    SOURCE: [],
    ONE_FILE: ["--single-file"],
}
ASYNC, WEBSOCKET = "async", "websocket"
OTHER_COPIES = {ASYNC: ["--async"], WEBSOCKET: ["--async", "--with", "websocket"]}
CHILD_TIMEOUT = 60  # seconds
SLOW_WORKERS = {"bulk_worker": 300}  # seconds
COUNT_TIMEOUT = 300  # seconds; code takes about 50 times as long under valgrind
MAX_OPEN_FILES = 4096  # each stream uses one in the child and one in the server
COUNTER = ("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null")
REMOVED_PREFIXES = ("PYTHON", "OPENAI_")  # of environment variables; proxies are removed too


class ChildError(Exception):
    """A child process failed; the message is the last line of its standard error."""


class Sandbox:
    """Context manager of the temporary folder and the server; its methods run child processes."""

    def __init__(self, package: Path) -> None:
        self.package = package
        self.folder = tempfile.mkdtemp(prefix="benchmarks-")
        self.upload_path = os.path.join(self.folder, "data.bin")
        self.environment = clean_environment()
        self.url = ""
        self.copies: Dict[str, str] = {}  # name -> folder of a copy of the library that has only chat
        self.server: Optional["subprocess.Popen[str]"] = None

    def __enter__(self) -> "Sandbox":
        try:
            raise_file_limit()
            self.create_files()
            self.start_server()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self, type_: Optional[Type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self.close()

    def create_files(self) -> None:
        """Copy and compile the modules that the children import, and create the sparse file to upload."""
        ignore = shutil.ignore_patterns("__pycache__", "*.pyc")
        adapters = self.package.parent / "transports" / ADAPTERS
        for source, name in ((self.package, PACKAGE), (adapters, ADAPTERS), (HERE / "contenders", "contenders")):
            if source.is_dir():
                shutil.copytree(source, os.path.join(self.folder, name), ignore=ignore)
        for name in SCRIPTS:
            shutil.copy(HERE / name, self.folder)
        for name, options in SINGLE_FILES.items():
            path = os.path.join(self.folder, name)
            command = [sys.executable, "-B", "-m", PACKAGE, "vendor", "--single-file", path, *options]
            subprocess.run(command, cwd=str(self.package.parent), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if os.path.exists(path):  # an earlier version of the package has no such command
                os.makedirs(os.path.join(self.folder, UNCOMPILED), exist_ok=True)
                shutil.copy(path, os.path.join(self.folder, UNCOMPILED))
        for name in (PACKAGE, "contenders"):
            shutil.copytree(os.path.join(self.folder, name), os.path.join(self.folder, UNCOMPILED, name))
        compileall.compile_dir(self.folder, quiet=2, rx=re.compile(UNCOMPILED))
        with open(self.upload_path, "wb") as file:
            file.truncate(UPLOAD_BYTES)

    def start_server(self) -> None:
        """Start the server, and read its port."""
        self.server = subprocess.Popen(
            self.command("import server; server.main()", [], bare=True),
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            universal_newlines=True,
        )
        assert self.server.stdout
        self.url = "http://127.0.0.1:%d/v1" % int(self.server.stdout.readline())

    def close(self) -> None:
        """Stop the server by closing its standard input, and remove the folder."""
        if self.server:
            self.server.communicate()
        shutil.rmtree(self.folder, ignore_errors=True)

    def find_copy(self, name: str) -> str:
        """Return the folder of a copy with chat alone, one of COPIES or OTHER_COPIES. Writes it if it is not there."""
        if name not in self.copies:
            folder = os.path.join(self.folder, "copies", name)
            os.makedirs(folder)
            target = os.path.join(folder, PACKAGE + ".py") if name == ONE_FILE else folder
            command = [
                sys.executable,
                "-m",
                PACKAGE,
                "vendor",
                *{**COPIES, **OTHER_COPIES}[name],
                target,
                "--only",
                "chat",
            ]
            licence = ["--license", str(HERE.parent / "LICENSE")]
            environment = {**self.environment, "PYTHONPATH": str(self.package.parent), "PYTHONDONTWRITEBYTECODE": "1"}
            run_child([*command, *licence], environment, CHILD_TIMEOUT)
            self.copies[name] = folder
        return self.copies[name]

    def run_cold(self, code: str, copy: str) -> str:
        """Run code in a child that writes no bytecode, with a copy of the library (a name); return what it prints."""
        path = "import sys; sys.path[:0] = %r; " % [self.find_copy(copy), self.folder]
        return run_child([sys.executable, "-I", "-B", "-c", path + code], self.environment, CHILD_TIMEOUT).stdout

    def command(
        self, code: str, arguments: List[str], bare: bool, isolation: str = "-I", compiled: bool = True
    ) -> List[str]:
        """Return the command of an isolated child (-I) that imports from the folder; `bare` skips `site` too (-S).

        If not `compiled`, there is no bytecode of what it imports, and none is written.
        """
        flags = [isolation, "-S"] if bare else [isolation]
        flags += [] if compiled else ["-B"]
        path = "import sys; sys.path.insert(0, %r); " % os.path.join(self.folder, "" if compiled else UNCOMPILED)
        return [sys.executable, *flags, "-c", path + code, *arguments]

    def run(
        self, code: str, *arguments: str, bare: bool = False, compiled: bool = True, timeout: float = CHILD_TIMEOUT
    ) -> str:
        """Run code in a child, and return what it prints. Raises ChildError if the child fails."""
        command = self.command(code, list(arguments), bare, compiled=compiled)
        return run_child(command, self.environment, timeout).stdout

    def run_job(self, job: str, contender: str, seconds: float, worker: str = "worker") -> Dict[str, List[float]]:
        """Run a job of a worker module for about `seconds` seconds, and return its figures."""
        code = "import {0}; {0}.main()".format(worker)
        timeout = SLOW_WORKERS.get(worker, CHILD_TIMEOUT)
        output = self.run(code, job, contender, self.url, self.upload_path, str(seconds), timeout=timeout)
        figures: Dict[str, List[float]] = json.loads(output)
        return figures

    def measure_cpu(self, code: str, bare: bool = False, compiled: bool = True) -> float:
        """Run code in a child, and return the CPU seconds of the child. The server does not count while it runs."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.run(code, bare=bare, compiled=compiled)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime

    def count_instructions(self, code: str, bare: bool = False) -> int:
        """Run code in a child under valgrind, and return the instructions that the child executes outside the kernel.

        The hashes of strings are fixed, so that the count repeats. -I would ignore that setting; without it the child
        is isolated too, because the environment has no other variables of Python, -s leaves out the packages of the
        user, and the current folder is removed from the path.
        """
        self.run(code, bare=bare)  # caches the bytecode of modules that were never imported; reports errors better
        command = self.command("del sys.path[1]; " + code, [], bare, isolation="-s")
        environment = {**self.environment, "PYTHONHASHSEED": "0"}
        return parse_count(run_child([*COUNTER, *command], environment, COUNT_TIMEOUT).stderr)


def run_child(
    command: Sequence[str], environment: Mapping[str, str], timeout: float
) -> "subprocess.CompletedProcess[str]":
    """Run a command, and return its exit code and outputs. Raises ChildError if it fails."""
    try:
        child = subprocess.run(
            command,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            universal_newlines=True,
            timeout=timeout,
        )
    except subprocess.TimeoutExpired:
        raise ChildError("timed out after %d seconds" % timeout) from None
    if child.returncode:
        raise ChildError((child.stderr.strip().splitlines() or ["exit code %d" % child.returncode])[-1])
    return child


def can_count_instructions() -> bool:
    """Return whether valgrind is installed."""
    return shutil.which(COUNTER[0]) is not None


def parse_count(log: str) -> int:
    """Return the number of instructions that callgrind reports in its log."""
    match = re.search(r"^==\d+== Collected : (\d+)$", log, re.MULTILINE)
    if not match:
        raise ChildError("valgrind reported no count")
    return int(match[1])


def raise_file_limit() -> None:
    """Raise the number of files that this process and its children may open, as far as the system allows."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < MAX_OPEN_FILES:
        limit = MAX_OPEN_FILES if hard == resource.RLIM_INFINITY else min(MAX_OPEN_FILES, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (limit, hard))


def clean_environment() -> Dict[str, str]:
    """Return the environment without variables that affect Python, the clients or their proxies."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(REMOVED_PREFIXES) and not name.lower().endswith("_proxy")
    }
