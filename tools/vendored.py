# SPDX-License-Identifier: MIT
"""Run a module against a vendored copy of the package: `python tools/vendored.py pytest …`.

The copy has another name, as in a program that embeds the package. The module runs with the copy as the package under
test, and cannot import the original.
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
    """Copy the package and the tests, run the module, and return its exit code."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        target = root.joinpath(*VENDORED.split("."))
        target.parent.mkdir(parents=True)
        for package in (target.parent.parent, target.parent):
            (package / "__init__.py").write_text("")
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(str(ROOT / "openai_stdlib"), str(target), ignore=ignored)
        shutil.copytree(str(ROOT / "tests"), str(root / "tests"), ignore=ignored)
        shutil.copy(str(ROOT / "setup.cfg"), str(root))
        environment = {**os.environ, "PACKAGE_UNDER_TEST": VENDORED, "PYTHONPATH": str(root)}
        return subprocess.run([sys.executable, "-m"] + sys.argv[1:], cwd=folder, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
