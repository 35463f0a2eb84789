# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..helpers.transcript_grouper import AsyncTranscriptGrouper as AsyncTranscriptGrouper
from ..helpers.transcript_grouper import TranscriptGrouper as TranscriptGrouper
from ..helpers.transcript_policy import TranscriptSegment as TranscriptSegment
from ..compat.annotations import TranscriptSegmentCloseReason as TranscriptSegmentCloseReason
from ..helpers.transcript_policy import TranscriptSegmentClosedEvent as TranscriptSegmentClosedEvent
