# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .compat.version import VERSION as VERSION
