# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Generic, TypeVar, Callable, overload
from dataclasses import dataclass
from typing_extensions import Self, Literal
from ._types import TranscriptSegment, TranscriptSegmentClosedEvent

_ReturnT = TypeVar("_ReturnT")
_EventName = Literal["segment.updated", "segment.closed"]

@dataclass(eq=False)
class _Registration(Generic[_ReturnT]):
    handler: Callable[..., _ReturnT]
    once: bool

class TranscriptListeners(Generic[_ReturnT]):
    def __init__(self) -> None: ...
    @overload
    def on(self, event_type: Literal["segment.updated"], handler: Callable[[TranscriptSegment], _ReturnT]) -> Self: ...
    @overload
    def on(
        self, event_type: Literal["segment.closed"], handler: Callable[[TranscriptSegmentClosedEvent], _ReturnT]
    ) -> Self: ...
    @overload
    def on(
        self, event_type: Literal["segment.updated"]
    ) -> Callable[[Callable[[TranscriptSegment], _ReturnT]], Callable[[TranscriptSegment], _ReturnT]]: ...
    @overload
    def on(
        self, event_type: Literal["segment.closed"]
    ) -> Callable[
        [Callable[[TranscriptSegmentClosedEvent], _ReturnT]], Callable[[TranscriptSegmentClosedEvent], _ReturnT]
    ]: ...
    @overload
    def once(
        self, event_type: Literal["segment.updated"], handler: Callable[[TranscriptSegment], _ReturnT]
    ) -> Self: ...
    @overload
    def once(
        self, event_type: Literal["segment.closed"], handler: Callable[[TranscriptSegmentClosedEvent], _ReturnT]
    ) -> Self: ...
    @overload
    def once(
        self, event_type: Literal["segment.updated"]
    ) -> Callable[[Callable[[TranscriptSegment], _ReturnT]], Callable[[TranscriptSegment], _ReturnT]]: ...
    @overload
    def once(
        self, event_type: Literal["segment.closed"]
    ) -> Callable[
        [Callable[[TranscriptSegmentClosedEvent], _ReturnT]], Callable[[TranscriptSegmentClosedEvent], _ReturnT]
    ]: ...
    def off(self, event_type: _EventName, handler: Callable[..., _ReturnT]) -> Self: ...
