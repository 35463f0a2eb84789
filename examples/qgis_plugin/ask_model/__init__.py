# SPDX-License-Identifier: MIT
"""Ask a model about the layer that is active. `openai_client` is a copy of openai-stdlib."""

from __future__ import annotations

from typing import Any


def classFactory(iface: Any) -> Any:  # noqa: N802  # QGIS calls it by this name
    """Return the plug-in."""
    from .plugin import AskModelPlugin

    return AskModelPlugin(iface)
