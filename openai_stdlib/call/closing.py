# SPDX-License-Identifier: MIT
"""The end of a `with` block that closes something: what the block raised counts more than a failure of closing."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Awaitable, Callable, Optional


def close_after_block(close: Callable[[], Any], error: Optional[BaseException]) -> None:
    """Call `close`; raise what fails only if the block has raised nothing, that is, if `error` is None."""
    try:
        close()
    except Exception:
        if error is None:
            raise


async def aclose_after_block(close: Callable[[], Awaitable[Any]], error: Optional[BaseException]) -> None:
    """Await `close()`; otherwise like `close_after_block`."""
    try:
        await close()
    except Exception:
        if error is None:
            raise
