# SPDX-License-Identifier: MIT
"""The release of the `openai` package that this library follows; `__version__` of the library is its own version."""

from __future__ import annotations

VERSION = __version__ = "3.57.0"
