# SPDX-License-Identifier: MIT
"""Write the zip file of the plug-in, with a copy of the library: `python build.py [FOLDER]`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parent.parent  # has the library, unless this folder was copied from there


def main(folder: str = ".") -> int:
    """Write the zip file; return the exit code."""
    environment = dict(os.environ)
    if (CHECKOUT / "openai_stdlib").is_dir():
        environment["PYTHONPATH"] = str(CHECKOUT)
    with tempfile.TemporaryDirectory() as temporary:
        plugin = Path(temporary, "ask_model")
        shutil.copytree(str(HERE / "ask_model"), str(plugin), ignore=shutil.ignore_patterns("__pycache__"))
        command = [sys.executable, "-m", "openai_stdlib", "vendor", str(plugin), "--name", "openai_client"]
        code = subprocess.call([*command, "--only", "chat", "--with", "http_options"], env=environment)
        if code == 0:
            print(shutil.make_archive(str(Path(folder).resolve() / "ask_model"), "zip", temporary, "ask_model"))
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
