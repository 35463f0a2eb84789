# SPDX-License-Identifier: MIT
"""Set up and run the whole test suite: `python3 tools/test.py [tox arguments]`.

It needs Python 3.8 or later, and network access for pip; it writes to .venv and .tox in the root of the repository. It
runs on every interpreter from 3.8 on that is on PATH or in pyenv, and lists the missing ones. The last line is the
total over all runs of pytest.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import Dict, List, Tuple
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
VERSIONS = ("3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14")
WINDOWS = os.name == "nt"


def list_candidates(version: str) -> List[Path]:
    """Return paths at which an interpreter of this version may exist."""
    executables = [shutil.which("python" + version), shutil.which("python3"), sys.executable]
    paths = [Path(executable) for executable in executables if executable]
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    paths += sorted((pyenv / "versions").glob(version + ".*/bin/python"), reverse=True)
    return paths


def has_version(python: Path, version: str) -> bool:
    """Return whether a path is a working interpreter of a version; the shims of pyenv may not be."""
    code = "import sys, venv; print('%d.%d' % sys.version_info[:2])"
    try:
        process = subprocess.run(
            [str(python), "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return process.stdout.decode().strip() == version


def find_interpreters() -> Dict[str, Path]:
    """Return the available interpreters by version."""
    interpreters = {}
    for version in VERSIONS:
        for python in list_candidates(version):
            if has_version(python, version):
                interpreters[version] = python
                break
    return interpreters


def install_tox() -> Path:
    """Return the path of tox in .venv, which is created if it does not exist."""
    folder = ROOT / ".venv"
    scripts = folder / ("Scripts" if WINDOWS else "bin")
    tox = scripts / ("tox.exe" if WINDOWS else "tox")
    if not tox.exists():
        print("setting up .venv with tox …", flush=True)
        try:
            venv.create(str(folder), with_pip=True, clear=True)
        except (subprocess.CalledProcessError, ImportError):
            sys.exit("this Python cannot create virtual environments; on Debian and Ubuntu: apt install python3-venv")
        subprocess.run([str(scripts / "python"), "-m", "pip", "install", "--quiet", "tox>=4"], check=True)
    return tox


def count_results() -> Tuple[int, int, int]:
    """Return the numbers of passed, failed and skipped tests in all reports of pytest."""
    tests = failed = skipped = 0
    for report in sorted((ROOT / ".tox" / "results").glob("*.xml")):
        for suite in ElementTree.parse(str(report)).getroot().iter("testsuite"):
            tests += int(suite.get("tests", 0))
            failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            skipped += int(suite.get("skipped", 0))
    return tests - failed - skipped, failed, skipped


def main() -> int:
    """Find interpreters, run tox, and print a summary; return the exit code of tox."""
    interpreters = find_interpreters()
    shutil.rmtree(str(ROOT / ".tox" / "results"), ignore_errors=True)
    shutil.rmtree(str(ROOT / ".tox" / "measured"), ignore_errors=True)
    tox = install_tox()
    discover = ["--discover"] + [str(python) for python in interpreters.values()]
    code = subprocess.run([str(tox), "run"] + discover + sys.argv[1:], cwd=str(ROOT)).returncode
    print("\ninterpreters: " + ", ".join("{} ({})".format(version, interpreters[version]) for version in interpreters))
    missing = [version for version in VERSIONS if version not in interpreters]
    print("not found, so skipped: {}".format(", ".join(missing) or "none"))
    passed, failed, skipped = count_results()
    if not passed and not sys.argv[1:]:  # selected environments may have no tests
        code = code or 1
    if code and not failed:
        print("a check other than the tests failed; see above")
    print("{} passed, {} failed, {} skipped".format(passed, failed, skipped))
    return code


if __name__ == "__main__":
    sys.exit(main())
