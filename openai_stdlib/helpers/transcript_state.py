# SPDX-License-Identifier: MIT
"""The events of a live session as updates of its transcript: checks, order and timing. No I/O; `now` is the clock."""

from __future__ import annotations

import itertools
import math

from ..call.errors import OpenAIError
from .transcript_policy import ASSISTANT, USER, Fragment, TranscriptPolicy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, List, Optional, Set, Tuple

    from .transcript_policy import Options

MAX_MS = 2**31 - 1
MAX_TIMESTAMP = 2**53 - 1
PAIRING_MS = 50  # a fragment of the other speaker with the same times can arrive this much later
SPEAKERS = {"session.input_transcript.delta": USER, "session.output_transcript.delta": ASSISTANT}
LIMITS = ("min_turn_separation_ms", "assistant_silence_ms", "backchannel_max_duration_ms", "backchannel_isolation_ms")
_counter = itertools.count()


class TranscriptState:
    """What the sync and the async grouper know; callers take turns."""

    def __init__(self, options: Options, now: Callable[[], float]) -> None:
        for name in LIMITS:
            value = getattr(options, name)
            if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= MAX_MS:
                raise OpenAIError("{}: expected a number of milliseconds from 0 to {}".format(name, MAX_MS))
        self._now = now
        self._policy = TranscriptPolicy(options, "segment_{}".format(next(_counter)))
        self._seen: Set[str] = set()
        self._waiting: List[Tuple[Fragment, float]] = []  # fragments of the same times, and when they arrived
        self._anchor: Optional[Tuple[int, float]] = None  # a time of the session, and when it was
        self._last_start: Optional[int] = None
        self.closed = False

    def push(self, event: Any) -> Optional[List[Any]]:
        """Take an event, and return the updates; None for an event that is of no interest. Raises OpenAIError."""
        if self.closed:
            raise OpenAIError("the transcript grouper is closed; use one for each session")
        if event.type == "session.closed":
            return self.finish("session_closed")
        if event.type not in SPEAKERS:
            return None
        names = ("event_id", "delta", "start_ms", "end_ms")
        event_id, text, start, end = (getattr(event, name, None) for name in names)  # type: Any, Any, Any, Any
        is_text = isinstance(event_id, str) and bool(event_id) and isinstance(text, str)
        if not is_text or not _is_timestamp(start) or not _is_timestamp(end) or end < start:
            raise OpenAIError("{}: expected an event_id, a delta, and start_ms up to end_ms".format(event.type))
        if event_id in self._seen:
            return None
        self._seen.add(event_id)
        if not text:
            return None
        received = Fragment(SPEAKERS[event.type], text, int(start), int(end)), self._now()
        return self._take(received)

    def _take(self, received: Tuple[Fragment, float]) -> List[Any]:
        fragment = received[0]
        waiting = self._waiting[0][0] if self._waiting else None
        if waiting is not None and (waiting.start_ms, waiting.end_ms) == (fragment.start_ms, fragment.end_ms):
            self._waiting.append(received)
            is_pair = any(other.speaker != fragment.speaker for other, _ in self._waiting)
            return self._flush() if is_pair else []
        updates = self._flush()
        if self._policy.speaker == fragment.speaker:
            return updates + self._commit([received])
        self._waiting.append(received)
        return updates

    def tick(self) -> List[Any]:
        """Take the time, and return the updates."""
        return self._flush() + self._policy.advance(self._session_time())

    def finish(self, reason: str) -> List[Any]:
        """End all segments, and return the updates."""
        if self.closed:
            return []
        self.closed = True
        updates = self._flush()
        updates += self._policy.close(self._session_time(), reason)
        self._seen.clear()
        return updates

    def delay(self) -> Optional[int]:
        """Return the milliseconds until the next `tick`, or None."""
        deadline = None if self.closed else self._policy.deadline()
        if self._waiting and not self.closed:
            delay = self._waiting[0][1] + PAIRING_MS - self._now()
        elif deadline is not None:
            delay = deadline - self._session_time()
        else:
            return None
        return min(MAX_MS, max(0, math.ceil(delay)))

    def _session_time(self) -> float:
        if self._anchor is None:
            return 0
        return self._anchor[0] + max(0, self._now() - self._anchor[1])

    def _flush(self) -> List[Any]:
        waiting, self._waiting = self._waiting, []
        return self._commit(waiting)

    def _commit(self, received: List[Tuple[Fragment, float]]) -> List[Any]:
        if not received:
            return []
        updates: List[Any] = []
        start = received[0][0].start_ms
        if self._last_start is not None and start < self._last_start:
            updates += self._policy.close(self._session_time(), "timestamp_reset")
            self._anchor = None
        self._last_start = start
        end = max(fragment.end_ms for fragment, _ in received)
        self._anchor = max(end, self._anchor[0] if self._anchor else 0), max(arrived for _, arrived in received)
        return updates + self._policy.process([fragment for fragment, _ in received])


def _is_timestamp(value: Any) -> bool:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return is_number and 0 <= value <= MAX_TIMESTAMP and int(value) == value
