# SPDX-License-Identifier: MIT
"""Helpers under their official names. ../compat/finder.py makes the modules below; this folder has their type stubs."""

from __future__ import annotations

import sys

from ..compat.finder import CompatModule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import List

__path__: List[str] = []  # no module below is a file
sys.modules[__name__].__class__ = CompatModule
