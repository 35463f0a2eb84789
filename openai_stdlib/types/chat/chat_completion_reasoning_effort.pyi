# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..shared.reasoning_effort import ReasoningEffort

ChatCompletionReasoningEffort = ReasoningEffort
