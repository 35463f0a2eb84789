# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .compat.aliases import __title__ as __title__
from .compat.version import __version__ as __version__
