# SPDX-License-Identifier: MIT
"""Subscripted classes in annotations, such as `Stream[ChatCompletionChunk]`. Loaded when there is one."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def generic_alias(cls: Any, items: Any) -> Any:
    """Return `cls[items]`, which is called like the class, and which `typing.get_origin` and `get_args` take apart."""
    try:
        from types import GenericAlias
    except ImportError:  # Python 3.8
        from typing import _GenericAlias as GenericAlias  # type: ignore[attr-defined,no-redef]
    return GenericAlias(cls, items)
