# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ._types import (
    TranscriptSegment as TranscriptSegment,
    TranscriptSegmentClosedEvent as TranscriptSegmentClosedEvent,
    TranscriptSegmentCloseReason as TranscriptSegmentCloseReason,
)
from ._transcript_grouper import (
    TranscriptGrouper as TranscriptGrouper,
    AsyncTranscriptGrouper as AsyncTranscriptGrouper,
)
