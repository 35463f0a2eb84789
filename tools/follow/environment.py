# SPDX-License-Identifier: MIT
"""A throw-away virtual environment with a release of the official package, and the facts that it prints."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict, List

from ..run_tests import VERSIONS, has_version, list_candidates

ROOT = Path(__file__).resolve().parent.parent.parent
OLDEST = (3, 10)  # Python that the official package needs
TIMEOUT = 900  # seconds for a command


class EnvironmentFailure(Exception):
    """There is no environment with the package: no interpreter, no network, no such version."""


def find_interpreter() -> str:
    """Return an interpreter that is new enough: the running one if possible. Raises EnvironmentFailure."""
    if sys.version_info[:2] >= OLDEST:
        return sys.executable
    for version in reversed(VERSIONS):
        if tuple(map(int, version.split("."))) >= OLDEST:
            for python in list_candidates(version):
                if has_version(python, version):
                    return str(python)
    raise EnvironmentFailure("no Python {}.{} or later was found".format(*OLDEST))


def create(folder: Path, version: str) -> Path:
    """Create an environment with a version of `openai`, "" for the newest. Returns its interpreter.

    Raises EnvironmentFailure with one line that says why.
    """
    run([find_interpreter(), "-m", "venv", str(folder)], "the virtual environment could not be created")
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    package = "openai=={}".format(version) if version else "openai"
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package]
    run(pip, "pip could not install {}; is there a network, and such a version?".format(package))
    return python


def collect(python: Path) -> Dict[str, Any]:
    """Return what official_facts.py prints. Raises EnvironmentFailure."""
    output = run([str(python), "-m", "tools.follow.official_facts"], "the facts could not be read")
    facts: Dict[str, Any] = json.loads(output)
    return facts


def are_models_current(python: Path) -> bool:
    """Tell whether tools/models.py finds the tables of models up to date."""
    return execute([str(python), "tools/models.py", "--check"]).returncode == 0


def write_models(python: Path) -> None:
    """Write the tables of models. Raises EnvironmentFailure."""
    run([str(python), "tools/models.py"], "tools/models.py failed")


def execute(command: List[str]) -> subprocess.CompletedProcess[bytes]:
    """Run a command in the project's root."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONWARNINGS": "ignore"}
    return subprocess.run(command, cwd=str(ROOT), env=environment, timeout=TIMEOUT, capture_output=True)


def run(command: List[str], failure: str) -> str:
    """Run a command and return what it prints. Raises EnvironmentFailure with `failure` and the last error line."""
    try:
        completed = execute(command)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise EnvironmentFailure("{} ({})".format(failure, error)) from error
    if completed.returncode:
        lines = completed.stderr.decode("utf-8", "replace").strip().splitlines() or [""]
        errors = [line for line in lines if line.startswith("ERROR")] or lines
        raise EnvironmentFailure("{} ({})".format(failure, errors[-1]))
    return completed.stdout.decode("utf-8")
