# SPDX-License-Identifier: MIT
"""Which fragments of a live transcript belong to one segment. No I/O, no clock: times come from the fragments.

One speaker has the floor (`_current`). A fragment of the other one is held back (`_held`) until it is clear whether it
is a turn of its own, or an acknowledgment ("mm hmm") during the user's turn, which is dropped.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List, Optional, Tuple

# What \s means in ECMAScript, so that segments are those of the other SDKs.
WHITESPACE = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f"
    "\u3000\ufeff"
)
PUNCTUATION = ".,!?;:\"'()[]{}"
ACKNOWLEDGMENTS = frozenset(
    ("aha", "alright", "gotcha", "hm", "hmm", "mhm", "mm", "mm hmm", "okay", "ok", "right", "sure", "uh huh", "yeah")
    + ("yep", "yes")
)
USER, ASSISTANT = "user", "assistant"


@dataclass(frozen=True)
class TranscriptSegment:
    """What one speaker said, as it is now; show its text instead of that of an earlier one with the same id."""

    id: str
    previous_id: Optional[str]
    speaker: str
    text: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True)
class TranscriptSegmentClosedEvent:
    """A complete segment. `reason`: speaker_change, inactivity, timestamp_reset, session_closed or manual."""

    segment: TranscriptSegment
    reason: str


@dataclass(frozen=True)
class Options:
    """The limits of the policy, in milliseconds, and further phrases that count as acknowledgments."""

    min_turn_separation_ms: float = 500
    assistant_silence_ms: float = 2000
    backchannel_max_duration_ms: float = 1000
    backchannel_isolation_ms: float = 2000
    additional_acknowledgments: Tuple[str, ...] = ()


@dataclass(frozen=True)
class Fragment:
    """Some words of one speaker."""

    speaker: str
    text: str
    start_ms: int
    end_ms: int


class _Turn:
    """The fragments of one segment."""

    def __init__(self, fragment: Fragment, id: str) -> None:
        self.speaker, self.text = fragment.speaker, fragment.text
        self.start_ms, self.end_ms = fragment.start_ms, fragment.end_ms
        self.id = id
        self.previous_id: Optional[str] = None
        self.is_emitted = False
        self.may_drop = True  # if it is an acknowledgment

    def append(self, fragment: Fragment, is_separate: bool = False) -> None:
        """Append a fragment; a separate one, after words of the other speaker, begins a new word."""
        ends = self.text[-1:] + fragment.text[:1]
        needs_space = is_separate and len(ends) == 2 and all(map(_is_word_character, ends))
        self.text += (" " if needs_space else "") + fragment.text
        self.end_ms = max(self.end_ms, fragment.end_ms)

    def snapshot(self) -> TranscriptSegment:
        """Return the segment as it is now."""
        return TranscriptSegment(self.id, self.previous_id, self.speaker, self.text, self.start_ms, self.end_ms)


def _is_word_character(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN"


def _normalize(text: str) -> str:
    text = text.lower().replace("-", " ").strip(WHITESPACE + PUNCTUATION)
    return re.sub("[" + WHITESPACE + "]+", " ", text)


class TranscriptPolicy:
    """Turns fragments into updates: TranscriptSegment and TranscriptSegmentClosedEvent."""

    def __init__(self, options: Options, id_prefix: str) -> None:
        self._options = options
        self._id_prefix = id_prefix
        phrases = map(_normalize, options.additional_acknowledgments)
        self._acknowledgments = ACKNOWLEDGMENTS.union(phrase for phrase in phrases if phrase)
        self._current: Optional[_Turn] = None
        self._held: Optional[_Turn] = None
        self._last_id: Optional[str] = None
        self._count = 0
        self._assistant_ended_at: Optional[int] = None

    @property
    def speaker(self) -> Optional[str]:
        """Who has the floor."""
        return self._current.speaker if self._current is not None else None

    def process(self, fragments: List[Fragment]) -> List[Any]:
        """Take fragments of the same time, and return the updates."""
        first_speaker = self.speaker or USER
        ordered = sorted(fragments, key=lambda fragment: fragment.speaker != first_speaker)
        updates: List[Any] = []
        if not ordered:
            return updates
        start = ordered[0].start_ms
        deadline = self.deadline()
        while deadline is not None and deadline < start:
            updates += self.advance(deadline)
            deadline = self.deadline()
        speakers = {fragment.speaker for fragment in ordered}
        if self._current is not None and self.speaker not in speakers:
            updates += self.advance(start, USER in speakers)
        for fragment in ordered:
            updates += self._take(fragment)
        return updates

    def deadline(self) -> Optional[float]:
        """Return the time at which something happens without a fragment, or None."""
        if self._current is None:
            return None
        if self._held is not None:
            separated_at = self._current.end_ms + self._options.min_turn_separation_ms
            if self._is_undecided():
                return max(separated_at, self._isolated_at(self._held))
            return separated_at
        is_assistant = self._current.speaker == ASSISTANT
        return self._current.end_ms + self._options.assistant_silence_ms if is_assistant else None

    def advance(self, time_ms: float, is_user_next: bool = False) -> List[Any]:
        """Take the time, and return the updates."""
        current, held = self._current, self._held
        if current is None:
            return []
        if held is not None and time_ms >= current.end_ms + self._options.min_turn_separation_ms:
            if not (self._is_undecided() and time_ms < self._isolated_at(held)):
                self._held = self._keep_held(time_ms)
                if self._held is not None:
                    return self._give_floor()
        is_silent = time_ms >= current.end_ms + self._options.assistant_silence_ms
        if current.speaker == ASSISTANT and is_silent and not is_user_next:
            return self._end_current("inactivity")
        return []

    def close(self, time_ms: float, reason: str) -> List[Any]:
        """End all segments, and return the updates."""
        held = self._keep_held(time_ms)
        updates = self._end_current(reason)
        self._held = None
        if held is not None and held.text:
            updates += self._emit(held)
            updates += self._end(held, reason)
        if reason == "timestamp_reset":
            self._assistant_ended_at = None
        return updates

    def _take(self, fragment: Fragment) -> List[Any]:
        current = self._current
        if current is None:
            self._current = self._start(fragment)
            return self._emit(self._current)
        if fragment.speaker == current.speaker:
            current.append(fragment, self._held is not None)
            return self._emit(current)
        if current.speaker == USER and self._has_user_gone_on():
            self._held = None
        if current.speaker == ASSISTANT:
            self._hold(fragment)
            return self._give_floor()
        if fragment.start_ms - current.end_ms < self._options.min_turn_separation_ms:
            self._hold(fragment, self._may_become_acknowledgment(fragment))
            return []
        if self._is_acknowledgment(fragment):
            self._hold(fragment, self._held is not None)
            return []
        self._held = self._keep_held(None, fragment)
        updates = self._end_current("speaker_change")
        self._current, self._held = self._held, None
        if self._current is None:
            self._current = self._start(fragment)
        else:
            self._current.append(fragment)
        return updates + self._emit(self._current)

    def _start(self, fragment: Fragment) -> _Turn:
        turn = _Turn(fragment, "{}_{}".format(self._id_prefix, self._count))
        self._count += 1
        return turn

    def _hold(self, fragment: Fragment, may_drop: Optional[bool] = None) -> None:
        if self._held is None:
            self._held = self._start(fragment)
        else:
            self._held.append(fragment)
        if may_drop is not None:
            self._held.may_drop = may_drop

    def _give_floor(self) -> List[Any]:
        """Let the other speaker have the floor."""
        updates = self._end_current("speaker_change")
        self._current, self._held = self._held, None
        return updates + (self._emit(self._current) if self._current is not None else [])

    def _emit(self, turn: _Turn) -> List[Any]:
        if not turn.text:
            return []
        if not turn.is_emitted:
            turn.previous_id, self._last_id = self._last_id, turn.id
            turn.is_emitted = True
        return [turn.snapshot()]

    def _end_current(self, reason: str) -> List[Any]:
        current, self._current = self._current, None
        return self._end(current, reason) if current is not None else []

    def _end(self, turn: _Turn, reason: str) -> List[Any]:
        if turn.speaker == ASSISTANT:
            self._assistant_ended_at = turn.end_ms
        return [TranscriptSegmentClosedEvent(turn.snapshot(), reason)] if turn.is_emitted else []

    # What the held turn may be:

    def _isolated_at(self, held: _Turn) -> float:
        return held.end_ms + self._options.backchannel_isolation_ms

    def _is_short(self) -> bool:
        """Return whether the assistant's held turn is short enough for an acknowledgment of the user's turn."""
        current, held = self._current, self._held
        if current is None or held is None or (current.speaker, held.speaker) != (USER, ASSISTANT):
            return False
        return held.end_ms - held.start_ms < self._options.backchannel_max_duration_ms

    def _has_user_gone_on(self) -> bool:
        current, held = self._current, self._held
        if current is None or held is None or not self._is_short():
            return False
        return held.may_drop and current.end_ms > held.end_ms

    def _follows_assistant(self) -> bool:
        """Return whether the held turn rather continues the assistant's last turn."""
        current, held, ended_at = self._current, self._held, self._assistant_ended_at
        if current is None or held is None or ended_at is None:
            return False
        return held.start_ms - ended_at < self._options.backchannel_isolation_ms and held.start_ms <= current.start_ms

    def _is_undecided(self) -> bool:
        """Return whether only what follows can tell whether the held turn is an acknowledgment."""
        is_candidate = self._held is not None and self._held.may_drop and self._is_short()
        return is_candidate and not self._has_user_gone_on() and not self._follows_assistant()

    def _keep_held(self, time_ms: Optional[float], following: Optional[Fragment] = None) -> Optional[_Turn]:
        """Return the held turn, or None if it was an acknowledgment."""
        held = self._held
        if held is None or not self._is_short():
            return held
        if self._has_user_gone_on():
            return None
        if self._follows_assistant():
            return held
        time_ms = time_ms if following is None else following.start_ms
        if time_ms is None or time_ms < self._isolated_at(held):
            return held
        return None if held.may_drop else held

    def _is_acknowledgment(self, fragment: Fragment) -> bool:
        start, text = self._join_held(fragment)
        is_short = fragment.end_ms - start < self._options.backchannel_max_duration_ms
        return is_short and text in self._acknowledgments

    def _may_become_acknowledgment(self, fragment: Fragment) -> bool:
        start, text = self._join_held(fragment)
        is_short = fragment.end_ms - start < self._options.backchannel_max_duration_ms
        return is_short and bool(text) and any(phrase.startswith(text) for phrase in self._acknowledgments)

    def _join_held(self, fragment: Fragment) -> Tuple[int, str]:
        """Return start and text of the held turn with another fragment."""
        if self._held is None:
            return fragment.start_ms, _normalize(fragment.text)
        return self._held.start_ms, _normalize(self._held.text + fragment.text)
