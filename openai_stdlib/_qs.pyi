# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .compat.querystrings import Querystring as Querystring
from .compat.querystrings import parse as parse
from .compat.querystrings import stringify as stringify
from .compat.querystrings import stringify_items as stringify_items
