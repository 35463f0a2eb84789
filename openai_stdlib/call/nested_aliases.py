# SPDX-License-Identifier: MIT
"""Rename nested fields whose names are keywords of Python, such as `async_`, to those of the API. Pure."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List


def rename_fields(arguments: Dict[str, Any], paths: str) -> Dict[str, Any]:
    """Return a copy of the arguments in which each field of `paths`, like "compaction.async_", has no final "_".

    Copies only the mappings and lists on the way to a renamed field. If a mapping has both names, the last one wins.
    """
    for path in paths.split():
        arguments = _rename(arguments, path.split("."))
    return arguments


def _rename(value: Any, path: List[str]) -> Any:
    if isinstance(value, (list, tuple)):
        return [_rename(item, path) for item in value]
    if not hasattr(value, "keys") or path[0] not in value:
        return value
    if len(path) > 1:
        return {key: _rename(value[key], path[1:]) if key == path[0] else value[key] for key in value.keys()}
    return {key[:-1] if key == path[0] else key: value[key] for key in value.keys()}
