# SPDX-License-Identifier: MIT
"""Write the zip file of the add-on, with a copy of the library: `python build.py [FOLDER] [--name NAME] [OPTION…]`.

The zip file is a legacy add-on for Blender 2.93 to 4.1, and an extension for 4.2 and later. Further options are those
of the command `vendor`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parent.parent  # has the library, unless this folder was copied from there


def main() -> int:
    """Write the zip file; return the exit code."""
    parser = argparse.ArgumentParser(description="Write the zip file of the add-on.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("."), help="default: this folder")
    parser.add_argument("--name", default="ask_model", help="the name of the add-on's folder and of its operator")
    arguments, options = parser.parse_known_args()
    environment = dict(os.environ)
    if (CHECKOUT / "openai_stdlib").is_dir():
        environment["PYTHONPATH"] = str(CHECKOUT)
    with tempfile.TemporaryDirectory() as temporary:
        addon = Path(temporary, arguments.name)
        shutil.copytree(str(HERE / "ask_model"), str(addon), ignore=shutil.ignore_patterns("__pycache__"))
        manifest = addon / "blender_manifest.toml"
        manifest.write_text(manifest.read_text().replace('id = "ask_model"', 'id = "{}"'.format(arguments.name)))
        command = [sys.executable, "-m", "openai_stdlib", "vendor", str(addon), "--name", "openai_client"]
        code = subprocess.call([*command, *(options or ["--only", "chat", "--with", "http_options"])], env=environment)
        if code:
            return code
        print(shutil.make_archive(str(arguments.folder.resolve() / arguments.name), "zip", temporary, arguments.name))
    return 0


if __name__ == "__main__":
    sys.exit(main())
