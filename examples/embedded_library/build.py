# SPDX-License-Identifier: MIT
"""Write the library with the copy in its `_vendor`: `python build.py [FOLDER]`. Without a folder, write it here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parent.parent  # has openai-stdlib, unless this folder was copied from there


def main(folder: str = "") -> int:
    """Write the library; return the exit code."""
    target = Path(folder).resolve() if folder else HERE
    if target != HERE:
        ignored = shutil.ignore_patterns("__pycache__", "openai_client", "*.egg-info", "build")
        shutil.copytree(str(HERE), str(target), ignore=ignored)
    environment = dict(os.environ)
    if (CHECKOUT / "openai_stdlib").is_dir():
        environment["PYTHONPATH"] = str(CHECKOUT)
    vendor = target / "src" / "textkit" / "_vendor"
    command = [sys.executable, "-m", "openai_stdlib", "vendor", str(vendor), "--name", "openai_client"]
    if (vendor / "openai_client").is_dir():
        command.append("--update")  # with the same options; refuses to overwrite what was edited
    else:
        command += ["--only", "chat"]
    code = subprocess.call(command, env=environment)
    if code == 0:
        print(target)
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
