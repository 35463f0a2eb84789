# SPDX-License-Identifier: MIT
"""Shared by the tests of the examples: build them, run programs with them, and find the programs that host them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Iterator

import pytest

from . import FOLDER, PACKAGE

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
TIMEOUT = 120  # seconds for a program that takes a few
REPLY = "Hello from the embedded server! You said: "
# Set where programs that host an example must be tested: they take long to start, or few machines have them.
NEED_HOSTS = bool(os.environ.get("NEED_HOSTS"))

if PACKAGE != "openai_stdlib" or not EXAMPLES.is_dir():
    pytest.skip("a vendored copy has no examples", allow_module_level=True)


def clean_environment(**changes: str) -> dict[str, str]:
    """Return the environment without settings of the API, and with the library under test for `build.py`."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("OPENAI_")}
    return {**environment, "PYTHONPATH": str(FOLDER.parent), "PYTHONDONTWRITEBYTECODE": "1", **changes}


def run(command: list[Any], **options: Any) -> str:
    """Run a program that must exit with 0; return what it prints."""
    options.setdefault("env", clean_environment())
    options.setdefault("stdin", None if "input" in options else subprocess.DEVNULL)
    process: Any = subprocess.run(
        [str(part) for part in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=TIMEOUT,
        **{name: value for name, value in options.items() if name != "stdin" or value is not None},
    )
    assert process.returncode == 0, (process.stdout + process.stderr).decode(errors="replace")
    return process.stdout.decode()  # type: ignore[no-any-return]


def build(example: str, *arguments: Any) -> Path:
    """Run the script `build.py` of an example; return what it has written, the last line that it prints."""
    return Path(run([sys.executable, EXAMPLES / example / "build.py", *arguments]).splitlines()[-1])


def find_python(version: str) -> str:
    """Return an interpreter of a version such as "3.8", on PATH or in pyenv; the running one if there is none."""
    if "{}.{}".format(*sys.version_info[:2]) == version:
        return sys.executable
    folder = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    candidates = [str(path) for path in sorted(folder.glob(version + ".*/bin/python"))]
    for path in [*candidates[::-1], shutil.which("python" + version)]:
        # A shim of pyenv starts no interpreter unless its version is chosen.
        if path and subprocess.run([path, "-c", ""], stderr=subprocess.DEVNULL, timeout=TIMEOUT).returncode == 0:
            return path
    return sys.executable


def require_program(name: str, is_fast: bool = False) -> str:
    """Return the path of a program. Skip the test if it is not installed, or takes too long for the main suite."""
    path = shutil.which(name)
    if not NEED_HOSTS and not is_fast:
        pytest.skip("run by `tox -e hosts`")
    if path is None:
        pytest.skip("{} is not installed".format(name))
    return path


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """Run an X server without a screen; yield its name, such as ":1". Skip the test if there is none."""
    program = require_program("Xvfb", is_fast=True)
    reading, writing = os.pipe()
    command = [program, "-displayfd", str(writing), "-screen", "0", "800x600x24", "-nolisten", "tcp"]
    process = subprocess.Popen(
        command, pass_fds=[writing], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(writing)
    with os.fdopen(reading) as file:
        number = file.readline().strip()  # empty if the server has ended
    try:
        if not number:
            pytest.skip("Xvfb does not start")
        yield ":" + number
    finally:
        process.terminate()
        process.wait(TIMEOUT)
