# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from types import TracebackType
from typing import List, Generic, Iterable, Awaitable
from typing_extensions import Self, Callable, Iterator, AsyncIterator
from ._types import ParsedResponseSnapshot
from ._events import ResponseStreamEvent as ResponseStreamEvent
from ...._types import Omit
from ...._streaming import Stream, AsyncStream
from ....types.responses import ParsedResponse, ResponseStreamEvent as RawResponseStreamEvent
from ..._parsing._responses import TextFormatT
from ....types.responses.tool_param import ToolParam
from ....types.responses.parsed_response import ParsedResponseOutputItem
from ....types.responses.response_output_item import ResponseOutputItem

class ResponseStream(Generic[TextFormatT]):
    def __init__(
        self,
        *,
        raw_stream: Stream[RawResponseStreamEvent],
        text_format: type[TextFormatT] | Omit,
        input_tools: Iterable[ToolParam] | Omit,
        starting_after: int | None,
    ) -> None: ...
    def __next__(self) -> ResponseStreamEvent[TextFormatT]: ...
    def __iter__(self) -> Iterator[ResponseStreamEvent[TextFormatT]]: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, exc_tb: TracebackType | None
    ) -> None: ...
    def close(self) -> None: ...
    def get_final_response(self) -> ParsedResponse[TextFormatT]: ...
    def until_done(self) -> Self: ...

class ResponseStreamManager(Generic[TextFormatT]):
    def __init__(
        self,
        api_request: Callable[[], Stream[RawResponseStreamEvent]],
        *,
        text_format: type[TextFormatT] | Omit,
        input_tools: Iterable[ToolParam] | Omit,
        starting_after: int | None,
    ) -> None: ...
    def __enter__(self) -> ResponseStream[TextFormatT]: ...
    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, exc_tb: TracebackType | None
    ) -> None: ...

class AsyncResponseStream(Generic[TextFormatT]):
    def __init__(
        self,
        *,
        raw_stream: AsyncStream[RawResponseStreamEvent],
        text_format: type[TextFormatT] | Omit,
        input_tools: Iterable[ToolParam] | Omit,
        starting_after: int | None,
    ) -> None: ...
    async def __anext__(self) -> ResponseStreamEvent[TextFormatT]: ...
    def __aiter__(self) -> AsyncIterator[ResponseStreamEvent[TextFormatT]]: ...
    async def __aenter__(self) -> Self: ...
    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, exc_tb: TracebackType | None
    ) -> None: ...
    async def close(self) -> None: ...
    async def get_final_response(self) -> ParsedResponse[TextFormatT]: ...
    async def until_done(self) -> Self: ...

class AsyncResponseStreamManager(Generic[TextFormatT]):
    def __init__(
        self,
        api_request: Awaitable[AsyncStream[RawResponseStreamEvent]],
        *,
        text_format: type[TextFormatT] | Omit,
        input_tools: Iterable[ToolParam] | Omit,
        starting_after: int | None,
    ) -> None: ...
    async def __aenter__(self) -> AsyncResponseStream[TextFormatT]: ...
    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, exc_tb: TracebackType | None
    ) -> None: ...

def _output_identity(
    item: ResponseOutputItem | ParsedResponseOutputItem[object],
) -> tuple[str, str | None, str | None]: ...
def _compatible_output_id(
    previous: ResponseOutputItem | ParsedResponseOutputItem[object], replacement: ResponseOutputItem
) -> bool: ...

class ResponseStreamState(Generic[TextFormatT]):
    def __init__(self, *, input_tools: Iterable[ToolParam] | Omit, text_format: type[TextFormatT] | Omit) -> None: ...
    def handle_event(self, event: RawResponseStreamEvent) -> List[ResponseStreamEvent[TextFormatT]]: ...
    def accumulate_event(self, event: RawResponseStreamEvent) -> ParsedResponseSnapshot: ...
