# SPDX-License-Identifier: MIT
"""Limits and errors of sessions with several responses on one WebSocket."""

from __future__ import annotations

from dataclasses import dataclass

from ..call.errors import OpenAIError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional


@dataclass(frozen=True)
class ResponsesWebSocketLimits:
    """How much a session may hold: lanes, and events that were received and not yet taken, by number and by bytes.

    Bytes are those of the messages as they were received. `max_response_bytes` limits the events of one response from
    which its final result is collected; None is no limit. Raises ValueError for what is not a positive integer.
    """

    max_lanes: int
    max_events_per_lane: int
    max_events: int
    max_bytes_per_lane: int
    max_bytes: int
    max_response_bytes: Optional[int] = None

    def __post_init__(self) -> None:
        for name, value in vars(self).items():
            is_positive = isinstance(value, int) and not isinstance(value, bool) and value > 0
            if not is_positive and (name, value) != ("max_response_bytes", None):
                raise ValueError("{}: expected a positive integer, got {!r}".format(name, value))


class ResponsesWebSocketBufferError(OpenAIError, RuntimeError):
    """A session or a response exceeds a limit of its `ResponsesWebSocketLimits`."""


class ResponsesWebSocketError(OpenAIError, RuntimeError):
    """The server refused a request on a WebSocket; `event` is its error event, which the message does not show."""

    event: Any

    def __init__(self, event: Any) -> None:
        super().__init__("The server answered the request with an error event; see the attribute `event`")
        self.event = event
