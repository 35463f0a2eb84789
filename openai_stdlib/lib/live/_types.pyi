# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from dataclasses import dataclass
from typing_extensions import Literal

TranscriptSegmentCloseReason = Literal["speaker_change", "inactivity", "timestamp_reset", "session_closed", "manual"]

@dataclass(frozen=True)
class TranscriptSegment:
    id: str
    previous_id: str | None
    speaker: Literal["user", "assistant"]
    text: str
    start_ms: int
    end_ms: int

@dataclass(frozen=True)
class TranscriptSegmentClosedEvent:
    segment: TranscriptSegment
    reason: TranscriptSegmentCloseReason

@dataclass(frozen=True)
class TranscriptGrouperOptions:
    min_turn_separation_ms: float = ...
    assistant_silence_ms: float = ...
    backchannel_max_duration_ms: float = ...
    backchannel_isolation_ms: float = ...
    additional_acknowledgments: tuple[str, ...] = ...

@dataclass(frozen=True)
class TranscriptFragment:
    speaker: Literal["user", "assistant"]
    text: str
    start_ms: int
    end_ms: int

GroupingUpdate = TranscriptSegment | TranscriptSegmentClosedEvent
