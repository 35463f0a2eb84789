# SPDX-License-Identifier: MIT
"""Write the zip file of the Lambda function: the handler, and what it needs of the library, with bytecode.

    python3.13 build.py

Run it with the version of Python that the function will have: bytecode is that of one version. Equal sources make an
equal zip file, byte for byte, so a deployment tool sees whether anything has changed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict

HERE = Path(__file__).resolve().parent
MODULES = ("handler.py", "credentials.py", "streaming_handler.py", "streaming_runtime.py")
SCRIPT = "start_streaming"
RESOURCES = "chat,webhooks"  # of the client
DATE = (1980, 1, 1, 0, 0, 0)
MODE, SCRIPT_MODE = 0o100644, 0o100755  # Lambda runs a function as another user, who must be able to read it
SAME_HASHES = {"PYTHONHASHSEED": "0"}  # before Python 3.11, the order in bytecode depends on them


def main() -> int:
    """Write the zip file; return the exit code."""
    parser = argparse.ArgumentParser(description="Write the zip file of the Lambda function.")
    parser.add_argument("output", nargs="?", type=Path, default=Path("function.zip"), help="default: function.zip")
    parser.add_argument("--only", default=RESOURCES, metavar="FAMILY,…", help="default: " + RESOURCES)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        try:
            files = {**build_library(Path(folder), arguments.only), **build_modules(Path(folder))}
            write_zip(arguments.output, files)
        except subprocess.CalledProcessError as error:
            return int(error.returncode)  # the command has said why
        except OSError as error:
            print("{}: {}; nothing was changed".format(arguments.output, error.strerror or error), file=sys.stderr)
            return 1
    size = arguments.output.stat().st_size
    print("{}: {:,} bytes, for the runtime python{}.{}".format(arguments.output, size, *sys.version_info[:2]))
    print("Set the function's handler to handler.lambda_handler")
    return 0


def build_library(folder: Path, only: str) -> Dict[str, bytes]:
    """Return the files of the library, from the checkout around this folder, or as it is installed."""
    target = folder / "library.zip"
    command = [sys.executable, "-m", "openai_stdlib", "vendor", "--zip", str(target), "--compile"]
    environment = {**os.environ, **SAME_HASHES}
    checkout = HERE.parent.parent
    if (checkout / "openai_stdlib" / "cli").is_dir():
        environment["PYTHONPATH"] = str(checkout)
    subprocess.run([*command, "--only", only], env=environment, stdout=subprocess.DEVNULL, check=True)
    with zipfile.ZipFile(target) as archive:
        # Lambda unpacks the zip file. Bytecode beside its module is only for imports from a zip file.
        return {
            name: archive.read(name)
            for name in archive.namelist()
            if not name.endswith(".pyc") or "/__pycache__/" in name
        }


def build_modules(folder: Path) -> Dict[str, bytes]:
    """Return the modules of the function, with their bytecode.

    Its hash is not checked (PEP 552): with times instead, Python would find it outdated after Lambda has unpacked it,
    and compile again with each cold start, because it cannot write into the folder of the function.
    """
    target = folder / "function"
    target.mkdir()
    for name in MODULES:
        shutil.copy(str(HERE / name), str(target))
    # In a process that is the same wherever this script runs: bytecode depends on what else the process has loaded.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    command = [sys.executable, "-s", "-S", "-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash", "."]
    subprocess.run(command, env={**environment, **SAME_HASHES}, cwd=str(target), check=True)
    shutil.copy(str(HERE / SCRIPT), str(target))
    files = [path for path in target.rglob("*") if path.is_file()]
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in files}


def write_zip(path: Path, files: Dict[str, bytes]) -> None:
    """Write the zip file beside its target, and then replace that. Raises OSError."""
    handle, temporary = tempfile.mkstemp(dir=str(path.parent), prefix=path.name, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(files):
                entry = zipfile.ZipInfo(name, DATE)
                entry.create_system, entry.external_attr = 3, (SCRIPT_MODE if name == SCRIPT else MODE) << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, files[name])
        os.chmod(temporary, 0o644)
        os.replace(temporary, str(path))
    except BaseException:
        os.unlink(temporary)
        raise


if __name__ == "__main__":
    sys.exit(main())
