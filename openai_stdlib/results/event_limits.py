# SPDX-License-Identifier: MIT
"""`EventLimits`: tell the limits of a call, which its transport enforces, when events of its stream arrive."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..call.drivers import Deadline
    from .stream import IdleTimeout


class EventLimits:
    """Read timeout of a stream whose call also limits the wait for events. `chunks` are the body of the response."""

    __slots__ = ("deadline", "_idle_timeout", "_limits")

    def __init__(self, idle_timeout: IdleTimeout, chunks: Any) -> None:
        self._idle_timeout = idle_timeout
        self.deadline: Deadline = idle_timeout.deadline
        self._limits: Any = getattr(chunks, "limits", None)  # None if another transport has been put around
        if self._limits is not None:
            self._limits.reads_events = True

    def check(self, has_events: bool) -> None:
        """Record that a chunk was read, with or without events; see `IdleTimeout.check`."""
        self._idle_timeout.check(has_events)
        if has_events and self._limits is not None:
            self._limits.on_events()
