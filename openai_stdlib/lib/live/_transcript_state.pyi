# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Callable
from dataclasses import dataclass
from typing_extensions import Literal
from ._types import GroupingUpdate, TranscriptFragment, TranscriptGrouperOptions
from ...types.live import ServerEvent

def validated_options(options: TranscriptGrouperOptions) -> TranscriptGrouperOptions: ...

@dataclass(frozen=True)
class _ReceivedFragment:
    fragment: TranscriptFragment
    received_at: float

class TranscriptState:
    def __init__(self, options: TranscriptGrouperOptions, now: Callable[[], float]) -> None: ...
    def push(self, event: ServerEvent) -> list[GroupingUpdate] | None: ...
    def finish(self, reason: Literal["manual", "session_closed"]) -> list[GroupingUpdate]: ...
    def tick(self) -> list[GroupingUpdate]: ...
    def delay(self) -> int | None: ...
