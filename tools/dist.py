# SPDX-License-Identifier: MIT
"""Build one wheel and one sdist and try each as a user would: install, import, run, uninstall.

python tools/dist.py        (needs the packages build and twine)
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
TRIAL = """
import openai_stdlib, openai_stdlib_transports
from openai_stdlib import OpenAI, chat_completion, Config
from openai_stdlib.testing import EmbeddedServer
with EmbeddedServer() as server, OpenAI(api_key="k", base_url=server.base_url) as client:
    answer = client.chat.completions.create(model="m", messages=[{"role": "user", "content": "hi"}])
    assert answer.choices[0].message.content
print(openai_stdlib.__version__, openai_stdlib.__file__)
"""


def run(*command: str, cwd: str) -> None:
    """Run a command; its failure ends the script."""
    subprocess.run(command, cwd=cwd, check=True)


def try_out(dist: Path, folder: str) -> None:
    """Install one distribution into an environment of its own, use it from elsewhere, and take it out again."""
    home = Path(folder) / ("trial of " + dist.suffix.strip("."))
    venv.create(str(home), with_pip=True)
    python = str(home / ("Scripts" if os.name == "nt" else "bin") / "python")
    run(python, "-m", "pip", "install", "--quiet", str(dist), cwd=folder)
    run(python, "-c", TRIAL, cwd=folder)
    run(python, "-m", "openai_stdlib", "chat", "--embedded", "Say hello", cwd=folder)
    run(python, "-m", "pip", "uninstall", "--quiet", "--yes", "openai-stdlib", cwd=folder)
    left = subprocess.run([python, "-c", "import openai_stdlib"], cwd=folder, stderr=subprocess.DEVNULL)
    if left.returncode == 0:
        sys.exit("{}: something is left after uninstalling".format(dist.name))


def main() -> int:
    """Build both, check their metadata, try both."""
    with tempfile.TemporaryDirectory() as folder:
        run(sys.executable, "-m", "build", "--outdir", folder, str(ROOT), cwd=folder)
        dists: List[Path] = sorted(Path(folder).glob("openai_stdlib-*"))
        if len(dists) != 2:
            sys.exit("expected one wheel and one sdist, got {}".format([dist.name for dist in dists]))
        run(sys.executable, "-m", "twine", "check", "--strict", *map(str, dists), cwd=folder)
        for dist in dists:
            try_out(dist, folder)
    print("both distributions build, install, work and uninstall")
    return 0


if __name__ == "__main__":
    sys.exit(main())
