# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import TypedDict
from .realtime_reasoning_effort import RealtimeReasoningEffort

class RealtimeReasoningParam(TypedDict, total=False):
    effort: RealtimeReasoningEffort
