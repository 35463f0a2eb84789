# SPDX-License-Identifier: MIT
"""Events of the handshakes that open connections to the API over WebSockets."""

from __future__ import annotations

from ..call.outcome import Outcome
from .observed_events import CallEvents

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..call.call_observer import Flow


def watch_handshake(call: Any, parameters: Any, flow: Flow) -> Flow:
    """Run the exchange of a handshake, and report its steps to the hook of its client; nothing of the connection."""
    call.arguments = dict(parameters)
    events = CallEvents(call.options["on_event"], call, False)
    outcome = Outcome()
    try:
        response = yield from events.watch(flow)
    except BaseException as error:
        events.finish(outcome, error)
        raise
    outcome.response = response
    events.finish(outcome, None)
    return response
