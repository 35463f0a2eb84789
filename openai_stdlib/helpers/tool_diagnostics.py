# SPDX-License-Identifier: MIT
"""What tool runners tell an observer: stages and their durations, without any content."""

from __future__ import annotations

from time import monotonic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Optional

    ToolDiagnostic = Dict[str, Any]
    ToolDiagnosticUsage = Dict[str, int]
    ToolDiagnosticObserver = Callable[[Dict[str, Any]], None]
else:
    ToolDiagnostic = ToolDiagnosticUsage = dict
    ToolDiagnosticObserver = object

TOKENS = ("input_tokens", "output_tokens", "total_tokens")


def emit_tool_diagnostic(
    observer: Optional[Callable[[Dict[str, Any]], Any]],
    api: str,
    stage: str,
    reason: str,
    started: float,
    *,
    call_id: Optional[str] = None,
    member: Optional[str] = None,
    usage: Any = None,
) -> None:
    """Tell the observer that a stage ended; `started` is a time of `monotonic()`. Ignore its exceptions."""
    if observer is None:
        return
    from asyncio import CancelledError

    counts: Optional[Dict[str, int]] = {name: getattr(usage, name, None) for name in TOKENS}  # type: ignore[misc]
    if usage is None or not all(type(count) is int and count >= 0 for count in (counts or {}).values()):
        counts = None
    diagnostic = {
        "api": api,
        "stage": stage,
        "reason": reason,
        "call_id": call_id,
        "member": member,
        "duration_ms": max(0.0, (monotonic() - started) * 1000),
        "usage": counts,
    }
    try:
        discard_awaitable(observer(diagnostic))
    except (Exception, CancelledError):
        return


def discard_awaitable(value: Any) -> None:
    """End a coroutine or cancel a future that nobody awaits."""
    end = getattr(value, "close", None) or getattr(value, "cancel", None)
    if hasattr(value, "__await__") and end is not None:
        end()
