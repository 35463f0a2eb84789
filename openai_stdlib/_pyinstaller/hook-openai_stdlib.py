# SPDX-License-Identifier: MIT
"""What PyInstaller cannot read in the import statements of the package. It runs when a program is frozen.

The modules that load late are in ../static_imports.py, which PyInstaller follows like other tools. But it takes names
that the package makes when they are accessed, such as models below `types`, for missing modules.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def hook(hook_api: Any) -> None:
    """Remove names that exist from the modules that PyInstaller reports as missing."""
    graph = hook_api.module_graph
    for name, _, _ in graph.make_missing_toc():
        if name.startswith(hook_api.__name__ + ".") and _exists(name):
            graph.removeNode(graph.find_node(name))


def _exists(path: str) -> bool:
    """Return whether a dotted path names a module, or something in a module, when the program runs."""
    module, _, name = path.rpartition(".")
    try:
        return name in dir(_load(module)) or bool(_load(path))
    except ImportError:
        return False


def _load(module: str) -> Any:
    return __import__(module, None, None, ["__name__"])
