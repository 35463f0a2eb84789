# SPDX-License-Identifier: MIT
"""Set up and run the whole test suite:  python3 tools/test.py [tox arguments]

Needs Python 3.8 or later and the network for pip; everything goes into .venv and .tox beside this file's folder.
Runs on every interpreter from 3.8 on that is found on PATH or under pyenv, and says which were not found. The last
line is the sum over all of pytest's runs.
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


def candidates(version: str) -> List[Path]:
    """Return the places where an interpreter of this version may be."""
    found = [shutil.which("python" + version), shutil.which("python3"), sys.executable]
    places = [Path(place) for place in found if place]
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    places += sorted((pyenv / "versions").glob(version + ".*/bin/python"), reverse=True)
    return places


def answers(python: Path, version: str) -> bool:
    """Tell whether this is a working interpreter of that version, and no shim that only has its name."""
    code = "import sys, venv; print('%d.%d' % sys.version_info[:2])"
    try:
        run = subprocess.run([str(python), "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return run.stdout.decode().strip() == version


def interpreters() -> Dict[str, Path]:
    """Return the interpreters that there are, by version."""
    found = {}
    for version in VERSIONS:
        for python in candidates(version):
            if answers(python, version):
                found[version] = python
                break
    return found


def tox_of_our_own() -> Path:
    """Return the path of tox in .venv, made now if need be."""
    folder = ROOT / ".venv"
    scripts = folder / ("Scripts" if WINDOWS else "bin")
    tox = scripts / ("tox.exe" if WINDOWS else "tox")
    if not tox.exists():
        print("setting up .venv with tox …", flush=True)
        try:
            venv.create(str(folder), with_pip=True, clear=True)
        except (subprocess.CalledProcessError, ImportError):
            sys.exit("this Python cannot make virtual environments; on Debian and Ubuntu: apt install python3-venv")
        subprocess.run([str(scripts / "python"), "-m", "pip", "install", "--quiet", "tox>=4"], check=True)
    return tox


def results() -> Tuple[int, int, int]:
    """Return how many tests passed, failed and were skipped, over all of pytest's reports."""
    tests = failed = skipped = 0
    for report in sorted((ROOT / ".tox" / "results").glob("*.xml")):
        for suite in ElementTree.parse(str(report)).getroot().iter("testsuite"):
            tests += int(suite.get("tests", 0))
            failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            skipped += int(suite.get("skipped", 0))
    return tests - failed - skipped, failed, skipped


def main() -> int:
    """Find interpreters, run tox, and sum up. Returns tox's exit code."""
    found = interpreters()
    shutil.rmtree(str(ROOT / ".tox" / "results"), ignore_errors=True)
    shutil.rmtree(str(ROOT / ".tox" / "measured"), ignore_errors=True)
    tox = tox_of_our_own()
    discover = ["--discover"] + [str(python) for python in found.values()]
    code = subprocess.run([str(tox), "run"] + sys.argv[1:] + discover, cwd=str(ROOT)).returncode
    print("\ninterpreters: " + ", ".join("{} ({})".format(version, found[version]) for version in found))
    missing = [version for version in VERSIONS if version not in found]
    print("not found, so skipped: {}".format(", ".join(missing) or "none"))
    passed, failed, skipped = results()
    if not passed:
        code = code or 1
    if code and not failed:
        print("a check other than the tests failed; see above")
    print("{} passed, {} failed, {} skipped".format(passed, failed, skipped))
    return code


if __name__ == "__main__":
    sys.exit(main())
