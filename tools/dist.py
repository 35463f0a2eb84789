# SPDX-License-Identifier: MIT
"""Build a wheel and an sdist, and test each in a new environment: install, import, run, uninstall.

Run it with `python tools/dist.py`; it needs the packages build and twine.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import List

ROOT = Path(__file__).resolve().parent.parent
SMOKE_TEST = """
import openai_stdlib, openai_stdlib_engines, openai_stdlib_transports
from openai_stdlib import OpenAI, chat_completion, Config
from openai_stdlib.testing import EmbeddedServer
with EmbeddedServer() as server, OpenAI(api_key="k", base_url=server.base_url) as client:
    completion = client.chat.completions.create(model="m", messages=[{"role": "user", "content": "hi"}])
    assert completion.choices[0].message.content
print(openai_stdlib.__version__, openai_stdlib.__file__)
"""


def run(*command: str, cwd: str) -> None:
    """Run a command. Raises CalledProcessError if it fails."""
    subprocess.run(command, cwd=cwd, check=True)


def check_distribution(dist: Path, folder: str) -> None:
    """Install a distribution in a new environment, use it from another folder, and uninstall it."""
    environment = Path(folder) / ("environment for " + dist.suffix.strip("."))
    venv.create(str(environment), with_pip=True)
    python = str(environment / ("Scripts" if os.name == "nt" else "bin") / "python")
    run(python, "-m", "pip", "install", "--quiet", str(dist), cwd=folder)
    run(python, "-c", SMOKE_TEST, cwd=folder)
    run(python, "-m", "openai_stdlib", "chat", "--embedded", "Say hello", cwd=folder)
    run(python, "-m", "pip", "uninstall", "--quiet", "--yes", "openai-stdlib", cwd=folder)
    process = subprocess.run([python, "-c", "import openai_stdlib"], cwd=folder, stderr=subprocess.DEVNULL)
    if process.returncode == 0:
        sys.exit("{}: the package can be imported after uninstalling".format(dist.name))


def main() -> int:
    """Build both distributions, check their metadata, and test them."""
    with tempfile.TemporaryDirectory() as folder:
        run(sys.executable, "-m", "build", "--outdir", folder, str(ROOT), cwd=folder)
        dists: List[Path] = sorted(Path(folder).glob("openai_stdlib-*"))
        if len(dists) != 2:
            sys.exit("expected one wheel and one sdist, got {}".format([dist.name for dist in dists]))
        run(sys.executable, "-m", "twine", "check", "--strict", *map(str, dists), cwd=folder)
        for dist in dists:
            check_distribution(dist, folder)
    print("both distributions build, install, work and uninstall")
    return 0


if __name__ == "__main__":
    sys.exit(main())
