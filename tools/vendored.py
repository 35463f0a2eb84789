# SPDX-License-Identifier: MIT
"""Run a command over a vendored copy:  python tools/vendored.py pytest …

Copies the core's folder into a package of another name, as a program that embeds it would, and runs the command with
that copy as the package under test and without the original in reach.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENDORED = "hostapp._vendor.oai"


def main() -> int:
    """Copy, run, and return the command's exit code."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        target = home.joinpath(*VENDORED.split("."))
        target.parent.mkdir(parents=True)
        for package in (target.parent.parent, target.parent):
            (package / "__init__.py").write_text("")
        unwanted = shutil.ignore_patterns("__pycache__")
        shutil.copytree(str(ROOT / "openai_stdlib"), str(target), ignore=unwanted)
        shutil.copytree(str(ROOT / "tests"), str(home / "tests"), ignore=unwanted)
        shutil.copy(str(ROOT / "setup.cfg"), str(home))
        environment = {**os.environ, "PACKAGE_UNDER_TEST": VENDORED, "PYTHONPATH": str(home)}
        return subprocess.run([sys.executable, "-m"] + sys.argv[1:], cwd=folder, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
