# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
import asyncio
from types import TracebackType
from typing import TypeVar, Sequence, Awaitable
from dataclasses import dataclass
from typing_extensions import Self, Protocol
from ._types import TranscriptGrouperOptions
from ._listeners import TranscriptListeners
from ...types.live import ServerEvent

_ReturnT = TypeVar("_ReturnT")

class _Timer(Protocol):
    def cancel(self) -> None: ...

@dataclass
class _DispatchRun:
    task: asyncio.Task[None] | None = ...
    waiters: int = ...
    observed: bool = ...

class _BaseTranscriptGrouper(TranscriptListeners[_ReturnT]):
    def __init__(self, options: TranscriptGrouperOptions) -> None: ...

def _options(
    min_turn_separation_ms: float | None,
    assistant_silence_ms: float | None,
    backchannel_max_duration_ms: float | None,
    backchannel_isolation_ms: float | None,
    additional_acknowledgments: Sequence[str] | None,
) -> TranscriptGrouperOptions: ...

class TranscriptGrouper(_BaseTranscriptGrouper[None]):
    def __init__(
        self,
        *,
        min_turn_separation_ms: float | None = None,
        assistant_silence_ms: float | None = None,
        backchannel_max_duration_ms: float | None = None,
        backchannel_isolation_ms: float | None = None,
        additional_acknowledgments: Sequence[str] | None = None,
    ) -> None: ...
    def push(self, event: ServerEvent) -> None: ...
    def close(self) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None: ...

class AsyncTranscriptGrouper(_BaseTranscriptGrouper[None | Awaitable[None]]):
    def __init__(
        self,
        *,
        min_turn_separation_ms: float | None = None,
        assistant_silence_ms: float | None = None,
        backchannel_max_duration_ms: float | None = None,
        backchannel_isolation_ms: float | None = None,
        additional_acknowledgments: Sequence[str] | None = None,
    ) -> None: ...
    async def push(self, event: ServerEvent) -> None: ...
    async def close(self) -> None: ...
    async def __aenter__(self) -> Self: ...
    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None: ...
