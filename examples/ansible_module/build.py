# SPDX-License-Identifier: MIT
"""Write a folder with both forms of the module: `python build.py [FOLDER]`.

library/ask_model.py         the module, which needs Ansible's `module_utils`
library/ask_model_packed     the module as one zip file
module_utils/                what both import: a copy of the library, and the call
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parent.parent  # has the library, unless this folder was copied from there
SHEBANG = b"#!/usr/bin/python3\n"  # Ansible replaces it with the interpreter of the target host


def main(folder: str = "ansible") -> int:
    """Write the folder; return the exit code."""
    target = Path(folder).resolve()
    for name in ("library", "module_utils"):
        shutil.rmtree(str(target / name), ignore_errors=True)
        shutil.copytree(str(HERE / name), str(target / name), ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(str(HERE / "play.yml"), str(target))
    utilities = target / "module_utils"
    environment = dict(os.environ)
    if (CHECKOUT / "openai_stdlib").is_dir():
        environment["PYTHONPATH"] = str(CHECKOUT)
    command = [sys.executable, "-m", "openai_stdlib", "vendor", str(utilities), "--name", "openai_client"]
    code = subprocess.call([*command, "--only", "chat"], env=environment)
    if code:
        return code
    write_zip(target / "library" / "ask_model_packed", utilities)
    print(target)
    return 0


def write_zip(path: Path, utilities: Path) -> None:
    """Write a zip file that is a program: a line that names the interpreter, and then the archive."""
    path.write_bytes(SHEBANG)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.write(HERE / "packed" / "__main__.py", "__main__.py")
        archive.writestr(utilities.name + "/__init__.py", "")  # imports from a zip file need it
        for file in sorted(utilities.rglob("*")):
            if file.is_file():
                archive.write(file, file.relative_to(utilities.parent).as_posix())
    path.chmod(0o755)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
