# SPDX-License-Identifier: MIT
"""Print what a release of the official package has and openai_stdlib lacks.

    python tools/follow_official.py [VERSION] [--write]

VERSION is a release of `openai`, the newest by default; it is installed into a throw-away virtual environment, so the
command needs the network for pip. `--write` updates tests/data/operations.tsv, the tables of models, and the operations
of resources that are known. What is missing on purpose is listed in official_exceptions.txt. The exit code is 0 if
nothing else is missing, 1 if something is, 2 if the release could not be examined. See CONTRIBUTING.md.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.follow.command import main  # noqa: E402  # importable from the line above on

if __name__ == "__main__":
    sys.exit(main())
