# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal

TranscriptSegmentCloseReason = Literal["speaker_change", "inactivity", "timestamp_reset", "session_closed", "manual"]

class TranscriptSegment:
    id: str
    previous_id: str | None
    speaker: Literal["user", "assistant"]
    text: str
    start_ms: int
    end_ms: int

class TranscriptSegmentClosedEvent:
    segment: TranscriptSegment
    reason: TranscriptSegmentCloseReason

class TranscriptGrouperOptions:
    min_turn_separation_ms: float = ...
    assistant_silence_ms: float = ...
    backchannel_max_duration_ms: float = ...
    backchannel_isolation_ms: float = ...
    additional_acknowledgments: tuple[str, ...] = ...

class TranscriptFragment:
    speaker: Literal["user", "assistant"]
    text: str
    start_ms: int
    end_ms: int

GroupingUpdate = TranscriptSegment | TranscriptSegmentClosedEvent
