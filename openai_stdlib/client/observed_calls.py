# SPDX-License-Identifier: MIT
"""Calls that something watches or limits: `on_event`, a rate limiter, a ledger. Loads when one of them is set."""

from __future__ import annotations

from ..call.call_observer import CallObserver
from ..call.drivers import is_logging

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List

    from ..call.call_observer import Flow
    from ..call.prepare import Call


_events_class: Any = (
    None  # CallEvents, once a call has a hook: import statements take longer than the rest of `observe`
)


def observe(call: Call, flow: Flow) -> Flow:
    """Return the exchange of a call within what watches or limits it.

    The limiter is next to the exchange: it delays each attempt. The ledger refuses a call before it waits, and the hook
    and the log see all of it.
    """
    global _events_class
    parts: List[Any] = []
    options: Any = call.options
    if options is not None:
        if "rate_limiter" in options:
            parts.append(options["rate_limiter"].observe_call(call))
        if "ledger" in options:
            parts.append(options["ledger"].observe_call(call))
        if "on_event" in options:
            if _events_class is None:
                from ..hooks.observed_events import CallEvents

                _events_class = CallEvents
            parts.append(_events_class(options["on_event"], call, options.get("content", False)))
    if is_logging():
        from ..call.call_log import CallLog

        parts.append(CallLog(call))
    return CallObserver(call, parts).watch(flow) if parts else flow
