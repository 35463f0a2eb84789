# SPDX-License-Identifier: MIT
"""Calls that something watches or limits: `on_event`, a rate limiter, a ledger. Loads when one of them is set."""

from __future__ import annotations

from ..call.call_observer import CallObserver
from ..call.drivers import check_result_deadline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List

    from ..call.call_observer import Flow
    from ..call.drivers import Deadline
    from ..call.message import Response
    from ..call.prepare import Call


def observe(client: Any, call: Call, flow: Flow) -> Flow:
    """Return the exchange of a call within what watches or limits it.

    The limiter is next to the exchange: it delays each attempt. The ledger refuses a call before it waits, and the hook
    sees all of it.
    """
    options: Any = call.options
    parts: List[Any] = []
    for name in ("rate_limiter", "ledger"):
        if name in options:
            parts.append(options[name].observe_call(call))
    if "on_event" in options:
        from ..hooks.observed_events import CallEvents

        parts.append(CallEvents(options["on_event"], call, options.get("content", False)))
    return CallObserver(call, parts).watch(flow) if parts else flow


def build_result(client: Any, call: Call, response: Response, deadline: Deadline) -> Any:
    """Convert a successful response to the result of the call, and report how that ended."""
    if call.stream:
        return client._open_stream(call, response, deadline)
    observer = response.observer
    try:
        result = client._parse_response(call, response)
        if deadline.expires_at is not None:
            check_result_deadline(response, deadline)
    except BaseException as error:
        observer.end(error)
        raise
    observer.on_result(result)
    return result
