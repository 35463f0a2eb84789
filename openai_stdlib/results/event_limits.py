# SPDX-License-Identifier: MIT
"""`EventLimits`: tell the limits of a call, which its transport enforces, when events of its stream arrive."""

from __future__ import annotations

from .stream import IdleTimeout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional

    from ..call.drivers import Deadline


class EventLimits(IdleTimeout):
    """Read timeout of a stream whose call has the limit first_event or between_events, or another of that kind."""

    __slots__ = ("_limits",)

    def __init__(self, timeout: Optional[float], deadline: Deadline, chunks: Any) -> None:
        super().__init__(timeout, deadline)
        self._limits: Any = getattr(chunks, "limits", None)  # None if another transport has been put around
        if self._limits is not None:
            self._limits.reads_events = True

    def check(self, has_events: bool) -> None:
        """Record that a chunk was read, with or without events."""
        super().check(has_events)
        if has_events and self._limits is not None:
            self._limits.on_events()
