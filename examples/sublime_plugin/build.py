# SPDX-License-Identifier: MIT
"""Write AskModel.sublime-package: the plug-in with a copy of the library for sync chats.

python build.py [FOLDER]
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGE = HERE / "AskModel"
CHECKOUT = HERE.parent.parent  # has the library, unless this folder was copied from there


def main(folder: str = ".") -> int:
    """Write the package into a folder; return the exit code."""
    target = Path(folder).resolve() / "AskModel.sublime-package"
    environment = dict(os.environ)
    if (CHECKOUT / "openai_stdlib").is_dir():
        environment["PYTHONPATH"] = str(CHECKOUT)
    with tempfile.TemporaryDirectory() as temporary:
        command = [sys.executable, "-m", "openai_stdlib", "vendor", temporary, "--name", "openai_client"]
        code = subprocess.call([*command, "--only", "chat", "--with", "http_options"], env=environment)
        if code:
            return code
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for root in (PACKAGE, Path(temporary)):
                for path in sorted(root.rglob("*")):
                    if path.is_file() and "__pycache__" not in path.parts:
                        archive.write(path, path.relative_to(root).as_posix())
    print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
