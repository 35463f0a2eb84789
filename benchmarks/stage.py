# SPDX-License-Identifier: MIT
"""Where the measured processes run: a temporary folder with everything compiled, the server, and the big file.

The package is copied, so that its bytecode is cached as in an installation while the source tree stays clean,
and so that a run measures one state of it.
"""

import compileall
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Dict, List, Optional, Type

HERE = Path(__file__).resolve().parent
PACKAGE = "openai_stdlib"
ADAPTERS = "openai_stdlib_transports"
SCRIPTS = ("worker.py", "async_worker.py", "adapter_worker.py", "server.py", "answers.py")
UPLOAD_BYTES = 300_000_000
TIMEOUT = 60  # seconds for one child
FILES = 4096  # open at once: a stream has one, in the child and in the server
UNWANTED = ("PYTHON", "OPENAI_")  # and proxies: the server is on the loopback


class ChildError(Exception):
    """A child did not do its work; the message is the last it said."""


class Stage:
    """The temporary folder and the server, from `with` to its end; `run` and `spent` start children there."""

    def __init__(self, package: Path) -> None:
        self.package = package
        self.folder = tempfile.mkdtemp(prefix="benchmarks-")
        self.upload_path = os.path.join(self.folder, "data.bin")
        self.environment = clean_environment()
        self.url = ""
        self.server: Optional["subprocess.Popen[str]"] = None

    def __enter__(self) -> "Stage":
        try:
            allow_files()
            self.furnish()
            self.serve()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self, kind: Optional[Type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self.close()

    def furnish(self) -> None:
        """Copy and compile what the children import, and make the (sparse) file to upload."""
        ignore = shutil.ignore_patterns("__pycache__", "*.pyc")
        adapters = self.package.parent / "transports" / ADAPTERS
        for source, name in ((self.package, PACKAGE), (adapters, ADAPTERS), (HERE / "contenders", "contenders")):
            if source.is_dir():
                shutil.copytree(source, os.path.join(self.folder, name), ignore=ignore)
        for name in SCRIPTS:
            shutil.copy(HERE / name, self.folder)
        compileall.compile_dir(self.folder, quiet=2)
        with open(self.upload_path, "wb") as file:
            file.truncate(UPLOAD_BYTES)

    def serve(self) -> None:
        """Start the server and learn its port."""
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
        """End the server, which goes with its standard input, and remove the folder."""
        if self.server:
            self.server.communicate()
        shutil.rmtree(self.folder, ignore_errors=True)

    def command(self, code: str, arguments: List[str], bare: bool) -> List[str]:
        """Return the command of a child: isolated (-I), except for the folder; bare, without `site` as well."""
        flags = ["-I", "-S"] if bare else ["-I"]
        path = "import sys; sys.path.insert(0, %r); " % self.folder
        return [sys.executable, *flags, "-c", path + code, *arguments]

    def run(self, code: str, *arguments: str, bare: bool = False) -> str:
        """Run code in a child and return what it printed; raise `ChildError` when it can't."""
        try:
            child = subprocess.run(
                self.command(code, list(arguments), bare),
                env=self.environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                universal_newlines=True,
                timeout=TIMEOUT,
            )
        except subprocess.TimeoutExpired:
            raise ChildError("no end after %d seconds" % TIMEOUT) from None
        if child.returncode:
            raise ChildError((child.stderr.strip().splitlines() or ["exit code %d" % child.returncode])[-1])
        return child.stdout

    def work(self, job: str, contender: str, seconds: float, worker: str = "worker") -> Dict[str, List[float]]:
        """Run a job of `worker.py`, or of another worker, for about so many seconds and return its figures."""
        code = "import {0}; {0}.main()".format(worker)
        printed = self.run(code, job, contender, self.url, self.upload_path, str(seconds))
        figures: Dict[str, List[float]] = json.loads(printed)
        return figures

    def spent(self, code: str, bare: bool = False) -> float:
        """Return the CPU seconds, user and system, of a whole child. The server counts only once it has ended."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.run(code, bare=bare)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def allow_files() -> None:
    """Let this process and its children open enough files, if the system lets them."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < FILES:
        wanted = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def clean_environment() -> Dict[str, str]:
    """Return the environment without what would change how the children run, or where they call."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(UNWANTED) and not name.lower().endswith("_proxy")
    }
