# SPDX-License-Identifier: MIT
"""What PyInstaller cannot read in the import statements of the package. It runs when a program is frozen.

The modules that load late are in ../static_imports.py, which PyInstaller follows like other tools. It takes names that
the package makes when they are accessed, such as `openai_stdlib.types.chat.ChatCompletion`, for missing modules.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

PACKAGE = "openai_stdlib"


def hook(hook_api: Any) -> None:
    """Remove the names that exist from the modules that PyInstaller reports as missing."""
    graph = hook_api.module_graph
    for name, _, _ in graph.make_missing_toc():
        if name.startswith(PACKAGE + ".") and _exists(name):
            graph.removeNode(graph.find_node(name))


def _exists(path: str) -> bool:
    """Return whether a dotted path names a module, or something in one, when the program runs."""
    module, _, name = path.rpartition(".")
    try:
        return hasattr(import_module(module), name)
    except ImportError:
        return False
