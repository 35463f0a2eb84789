# SPDX-License-Identifier: MIT
"""The hook for PyInstaller, which finds this package by an entry point of the wheel. Programs never import it.

Copies of the library under other names have no entry point and need none: PyInstaller follows ../static_imports.py.
"""

from __future__ import annotations


def get_hook_dirs() -> list[str]:
    """Return the folders that contain hooks."""
    return list(__path__)
