# SPDX-License-Identifier: MIT
"""`python -m` entry; the commands live in cli/."""

import sys

from .cli import run

sys.exit(run())
