# SPDX-License-Identifier: MIT
"""The hook for PyInstaller, which finds this module by an entry point of the wheel. Programs never import it.

Copies of the package under other names have no entry point and need none: PyInstaller follows ../static_imports.py.
"""

from __future__ import annotations

import os


def get_hook_dirs() -> list[str]:
    """Return the folders that contain hooks."""
    return [os.path.dirname(__file__)]
