# SPDX-License-Identifier: MIT
"""Two virtual environments for each program: with the official package, and with this library in place of it."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Iterator, List, NamedTuple, Optional, Sequence, Tuple

from ..run_tests import VERSIONS, has_version, list_candidates
from .program import Program

ROOT = Path(__file__).resolve().parent.parent.parent
TIMEOUT = 1800  # seconds for a command; some programs have requirements of more than a gigabyte
PREFERRED = "3.11"  # most programs have wheels for it
CHECK = "import sys, openai; sys.exit(('_stdlib' in openai.__file__ or hasattr(openai, '_stdlib')) != {})"


class SetupFailure(Exception):
    """An environment could not be made; the message is one line."""


class Environments(NamedTuple):
    """The interpreters of the two environments."""

    official: Path
    ours: Path


def followed_version() -> str:
    """Return the release of the official package that this project follows."""
    config = configparser.ConfigParser(interpolation=None)
    config.read(str(ROOT / "tox.ini"), encoding="utf-8")
    return config["openai"]["version"]


def create(program: Program, folder: Path) -> Environments:
    """Create what is missing of the environments of a program. Raises SetupFailure."""
    folder.mkdir(parents=True, exist_ok=True)
    interpreter = find_interpreter(program.python)
    requirement = "openai==" + followed_version()
    official = _install(program, folder / "official", interpreter, requirement)
    _run([str(official), "-c", CHECK.format(False)], "the official package was not installed")
    wheel = _build_wheel(folder / "wheel", program.models)
    ours = _install(program, folder / "ours", interpreter, "openai @ " + wheel.as_uri(), _freeze(official))
    _run([*_pip(ours), "--no-deps", *_reinstall(), str(wheel)], "the wheel was not installed")
    _run([str(ours), "-c", CHECK.format(True)], "the library was not installed")
    return Environments(official, ours)


def find_interpreter(oldest: Tuple[int, ...]) -> str:
    """Return an interpreter that a program supports. Raises SetupFailure if there is none."""
    versions = [version for version in VERSIONS if tuple(map(int, version.split("."))) >= oldest]
    for version in sorted(versions, key=lambda version: version != PREFERRED):
        for python in list_candidates(version):
            if has_version(python, version):
                return str(python)
    raise SetupFailure("Python {}.{} or later was not found".format(*oldest))


def installed_version(python: Path, distribution: str) -> str:
    """Return the version of a distribution in an environment. Raises SetupFailure."""
    code = "import importlib.metadata, sys; print(importlib.metadata.version(sys.argv[1]))"
    return _run([str(python), "-c", code, distribution], "{} was not installed".format(distribution)).strip()


def _freeze(python: Path) -> List[str]:
    """Return the versions in an environment as requirements, without openai: both environments have the same."""
    uv = _find_uv()
    command = [uv, "pip", "freeze", "--python", str(python)] if uv else [str(python), "-m", "pip", "freeze"]
    lines = _run(command, "the installed versions could not be listed").splitlines()
    return [line for line in lines if "==" in line and not line.startswith("openai==")]


def _install(program: Program, folder: Path, interpreter: str, openai: str, constraints: Sequence[str] = ()) -> Path:
    """Create an environment with what a program requires, and with a given `openai`; return its interpreter."""
    python = _python_in(folder)
    stamp = folder / "requirements.txt"
    wanted = "\n".join([interpreter, *program.requires, *program.overrides, openai, *constraints])
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    shutil.rmtree(str(folder), ignore_errors=True)
    failure = "{} could not be installed".format(", ".join(program.requires))
    for command in _install_commands(program, folder, interpreter, openai, constraints):
        _run(command, failure)
    stamp.write_text(wanted, encoding="utf-8")
    return python


def _install_commands(
    program: Program, folder: Path, interpreter: str, openai: str, constraints: Sequence[str]
) -> Iterator[List[str]]:
    """Yield the commands. Requirements of an older `openai` are overridden, for both environments.

    With uv, only what the programs require is beside this library. pip cannot override, so it installs the official
    package with its requirements first.
    """
    python, uv = _python_in(folder), _find_uv()
    yield (
        [uv, "venv", "--quiet", "--python", interpreter, str(folder)]
        if uv
        else [interpreter, "-m", "venv", str(folder)]
    )
    constraint_file, override_file = folder / "constraints.txt", folder / "overrides.txt"
    constraint_file.write_text("\n".join([*constraints, ""]), encoding="utf-8")
    override_file.write_text("\n".join([openai, *program.overrides, ""]), encoding="utf-8")
    install = [*_pip(python), "--constraint", str(constraint_file)]
    if uv:
        yield [*install, "--override", str(override_file), *program.requires, openai]
    else:
        yield [*install, *program.requires]
        yield [*_pip(python), *(["--no-deps"] if "@" in openai else []), openai]


def _python_in(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _build_wheel(folder: Path, models: Optional[str]) -> Path:
    """Build the wheel `openai` that contains this library, and return its path."""
    command = [sys.executable, "-m", "openai_stdlib", "install-as-openai", "--wheel", str(folder), "--standalone"]
    _run(command + (["--models", models] if models else []), "the wheel could not be built")
    return max(folder.glob("openai-*.whl"), key=lambda path: path.stat().st_mtime)


def _find_uv() -> Optional[str]:
    return shutil.which("uv")


def _pip(python: Path) -> List[str]:
    """Return the command that installs into an environment."""
    uv = _find_uv()
    if uv:
        return [uv, "pip", "install", "--quiet", "--python", str(python)]
    return [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]


def _reinstall() -> List[str]:
    """Return the options by which a wheel of the same version replaces the installed one."""
    return ["--reinstall", "--no-cache"] if _find_uv() else ["--force-reinstall"]


def _run(command: List[str], failure: str) -> str:
    """Run a command and return what it prints. Raises SetupFailure with `failure` and the last line of errors."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "UV_HTTP_TIMEOUT": "300"}
    environment.pop("PYTHONPATH", None)
    try:
        completed = subprocess.run(command, cwd=str(ROOT), env=environment, timeout=TIMEOUT, capture_output=True)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SetupFailure("{} ({})".format(failure, error)) from error
    if completed.returncode:
        lines = completed.stderr.decode("utf-8", "replace").strip().splitlines() or [""]
        raise SetupFailure("{} ({})".format(failure, " ".join(line.strip() for line in lines[-3:])))
    return completed.stdout.decode("utf-8", "replace")
