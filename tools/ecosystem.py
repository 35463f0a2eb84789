# SPDX-License-Identifier: MIT
"""Run third-party programs over this library and over the official package, and compare what they do.

    python tools/ecosystem.py [PROGRAM …] [--write] [--keep DIR]

Each program is a script in tools/ecosystem/programs, which says in its head what it requires. The command installs the
requirements into two virtual environments, one of them with this library in place of `openai`, runs the script in both
against a local server, and compares the lines that it prints and the requests that it sends. It needs the network for
pip, or for uv if that is on PATH, which is much faster. `--keep DIR` keeps environments and outputs for the next run;
`--write` updates the table in docs/ecosystem.md. The exit code is 0 if all programs work, 1 if one does not.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parent.parent)  # not this folder, where `ecosystem` would be this file

from tools.ecosystem.command import main  # noqa: E402  # importable from the line above on

if __name__ == "__main__":
    sys.exit(main())
