# SPDX-License-Identifier: MIT
"""Running a script in both environments, and comparing what it printed and requested."""

from __future__ import annotations

import difflib
import functools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Dict, List, NamedTuple, Pattern, Tuple

from openai_stdlib.testing.recorded_request import RecordedRequest

from .program import Program
from .server import EcosystemServer

TIMEOUT = 300  # seconds for a script
WORKS = "works"
MAX_REPORTED = 60  # lines of differences
MAX_WIDTH = 600  # characters of each


class Run(NamedTuple):
    """What a script did in one environment."""

    exit_code: int
    lines: List[str]
    requests: List[str]
    errors: str

    @property
    def last_error(self) -> str:
        """The last line on stderr that says something."""
        lines = [line.strip() for line in self.errors.splitlines() if line.strip()]
        return lines[-1] if lines else "exit code {}".format(self.exit_code)


def run(program: Program, python: Path) -> Run:
    """Run the script of a program against a server of its own."""
    with EcosystemServer() as server, tempfile.TemporaryDirectory() as home:
        # Under a name of its own, because scripts are called like the packages that they import.
        script = shutil.copy(str(program.script), str(Path(home) / "run_program.py"))
        for module in program.script.parent.glob("_*.py"):
            shutil.copy(str(module), home)
        try:
            completed = subprocess.run(
                [str(python), script],
                cwd=home,
                env=_environment(python, home, server.base_url),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=TIMEOUT,
            )
            code, output, errors = completed.returncode, completed.stdout, completed.stderr
        except subprocess.TimeoutExpired as error:
            code, output, errors = -1, error.stdout or b"", b"no end after %d seconds" % TIMEOUT
        requests = [describe(request) for request in list(server.requests)]
        prefix = str(python.parent.parent)
    volatile = [re.compile(re.escape(text) + r"\b") for text in ("127.0.0.1:{}".format(server.port), home, prefix)]
    volatile += program.volatile
    lines = [mask(line, volatile) for line in output.decode("utf-8", "replace").splitlines()]
    return Run(code, lines, [mask(line, volatile) for line in requests], errors.decode("utf-8", "replace"))


def _environment(python: Path, home: str, base_url: str) -> Dict[str, str]:
    """Return the environment of a script: its own home, no network but the server, no colours, no telemetry."""
    kept = {name: value for name, value in os.environ.items() if name in ("SYSTEMROOT", "LANG", "LC_ALL")}
    return {
        **kept,
        "PATH": os.pathsep.join([str(python.parent), os.environ.get("PATH", "")]),
        "HOME": home,
        "TMPDIR": home,
        "OPENAI_API_KEY": "sk-local",
        "OPENAI_BASE_URL": base_url,
        "OPENAI_API_BASE": base_url,  # the name that some programs read themselves
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONWARNINGS": "ignore",
        "NO_COLOR": "1",
        "TERM": "dumb",
        "COLUMNS": "100",
        "DO_NOT_TRACK": "1",
    }


def describe(request: RecordedRequest) -> str:
    """Return a request as one line: method, path, whether it has credentials, and body."""
    credentials = "Authorization" if request.header("authorization") or request.header("api-key") else "no credentials"
    if request.parts():
        fields = {part.name: part.filename or part.content.decode("utf-8", "replace") for part in request.parts()}
        body = json.dumps(fields, ensure_ascii=False, sort_keys=True)
    else:
        try:
            body = json.dumps(request.json(), ensure_ascii=False, sort_keys=True) if request.body else ""
        except ValueError:
            body = "{} bytes, {}".format(request.body_length, request.body_sha256[:16])
    return " ".join(filter(None, [request.method, request.target, credentials, body]))


def mask(line: str, volatile: List[Pattern[str]]) -> str:
    """Replace what differs from run to run by a mark."""
    for pattern in volatile:
        line = pattern.sub("…", line)
    return line


def compare(official: Run, ours: Run) -> Tuple[str, List[str]]:
    """Return the result for the table, and the differences as lines of a diff.

    The order of requests does not count, because programs send some of them at the same time.
    """
    if official.exit_code:
        return "does not run with the official package either: " + official.last_error, []
    differences = diff(official.lines, ours.lines) + diff(sorted(official.requests), sorted(ours.requests))
    if ours.exit_code:
        return "fails: " + ours.last_error, differences
    if not differences:
        return WORKS, []
    counts = count_differences(official.lines, ours.lines), count_differences(official.requests, ours.requests)
    parts = [_plural(count, noun) for count, noun in zip(counts, ("line", "request")) if count]
    return "differs: " + ", ".join(parts or ["the order of lines"]), differences


def diff(official: List[str], ours: List[str]) -> List[str]:
    """Return the lines that differ, "-" before those of the official package, "+" before ours."""
    lines = difflib.unified_diff(official, ours, n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def count_differences(official: List[str], ours: List[str]) -> int:
    """Return how many lines differ, not counting their order; a changed line counts once."""
    first, second = Counter(official), Counter(ours)
    return max(sum((first - second).values()), sum((second - first).values()))


def _plural(count: int, noun: str) -> str:
    return "{} {}{}".format(count, noun, "" if count == 1 else "s")


def keep(folder: Path, name: str, result: Run) -> None:
    """Write what a script did into files."""
    for suffix, text in (
        ("lines", "\n".join(result.lines)),
        ("requests", "\n".join(result.requests)),
        ("stderr", result.errors),
    ):
        (folder / "{}.{}.txt".format(name, suffix)).write_text(text + "\n", encoding="utf-8")


def report(program: Program, result: str, differences: List[str]) -> None:
    """Print the result of a program, and the differences."""
    print("{}: {}".format(program.name, result))
    removed = [line for line in differences if line.startswith("-")]
    for line in differences[:MAX_REPORTED]:
        others = [other for other in removed if line.startswith("+") and other[1:20] == line[1:20]]
        closest = max(others, key=functools.partial(common_length, line), default="")
        print("    " + (shorten(line, closest) if closest else line)[:MAX_WIDTH])
    sys.stdout.flush()


def common_length(first: str, second: str) -> int:
    """Return how many characters two lines have in common at their start, after the sign."""
    return len(os.path.commonprefix([first[1:], second[1:]]))


def shorten(line: str, other: str) -> str:
    """Return a line from a little before the place where it differs from another one."""
    start = max(0, common_length(line, other) - 80)
    return line if not start else "{} … {}".format(line[:20], line[start:])
