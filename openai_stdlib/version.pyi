# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .compat.version import VERSION as VERSION
from .compat.version import __version__ as __version__
