# SPDX-License-Identifier: MIT
# Written by tools/stubs.py; do not edit.
from types import TracebackType
from typing import Generic, Callable, Iterable, Awaitable, AsyncIterator
from typing_extensions import Self, Iterator
from ._types import ParsedChoiceSnapshot, ParsedChatCompletionSnapshot
from ._events import ChatCompletionStreamEvent
from ...._types import Omit
from ..._parsing import ResponseFormatT
from ...._streaming import Stream, AsyncStream
from ....types.chat import ChatCompletionChunk, ParsedChatCompletion, ChatCompletionToolUnionParam
from ....types.chat.chat_completion_chunk import Choice as ChoiceChunk
from ....types.chat.completion_create_params import ResponseFormat as ResponseFormatParam

class ChatCompletionStream(Generic[ResponseFormatT]):

    def __init__(self, *, raw_stream: Stream[ChatCompletionChunk], response_format: type[ResponseFormatT] | ResponseFormatParam | Omit, input_tools: Iterable[ChatCompletionToolUnionParam] | Omit) -> None:
        ...

    def __next__(self) -> ChatCompletionStreamEvent[ResponseFormatT]:
        ...

    def __iter__(self) -> Iterator[ChatCompletionStreamEvent[ResponseFormatT]]:
        ...

    def __enter__(self) -> Self:
        ...

    def __exit__(self, exc_type: type[BaseException] | None, exc: BaseException | None, exc_tb: TracebackType | None) -> None:
        ...

    def close(self) -> None:
        ...

    def get_final_completion(self) -> ParsedChatCompletion[ResponseFormatT]:
        ...

    def until_done(self) -> Self:
        ...

    @property
    def current_completion_snapshot(self) -> ParsedChatCompletionSnapshot:
        ...

class ChatCompletionStreamManager(Generic[ResponseFormatT]):

    def __init__(self, api_request: Callable[[], Stream[ChatCompletionChunk]], *, response_format: type[ResponseFormatT] | ResponseFormatParam | Omit, input_tools: Iterable[ChatCompletionToolUnionParam] | Omit) -> None:
        ...

    def __enter__(self) -> ChatCompletionStream[ResponseFormatT]:
        ...

    def __exit__(self, exc_type: type[BaseException] | None, exc: BaseException | None, exc_tb: TracebackType | None) -> None:
        ...

class AsyncChatCompletionStream(Generic[ResponseFormatT]):

    def __init__(self, *, raw_stream: AsyncStream[ChatCompletionChunk], response_format: type[ResponseFormatT] | ResponseFormatParam | Omit, input_tools: Iterable[ChatCompletionToolUnionParam] | Omit) -> None:
        ...

    async def __anext__(self) -> ChatCompletionStreamEvent[ResponseFormatT]:
        ...

    async def __aiter__(self) -> AsyncIterator[ChatCompletionStreamEvent[ResponseFormatT]]:
        ...

    async def __aenter__(self) -> Self:
        ...

    async def __aexit__(self, exc_type: type[BaseException] | None, exc: BaseException | None, exc_tb: TracebackType | None) -> None:
        ...

    async def close(self) -> None:
        ...

    async def get_final_completion(self) -> ParsedChatCompletion[ResponseFormatT]:
        ...

    async def until_done(self) -> Self:
        ...

    @property
    def current_completion_snapshot(self) -> ParsedChatCompletionSnapshot:
        ...

class AsyncChatCompletionStreamManager(Generic[ResponseFormatT]):

    def __init__(self, api_request: Awaitable[AsyncStream[ChatCompletionChunk]], *, response_format: type[ResponseFormatT] | ResponseFormatParam | Omit, input_tools: Iterable[ChatCompletionToolUnionParam] | Omit) -> None:
        ...

    async def __aenter__(self) -> AsyncChatCompletionStream[ResponseFormatT]:
        ...

    async def __aexit__(self, exc_type: type[BaseException] | None, exc: BaseException | None, exc_tb: TracebackType | None) -> None:
        ...

class ChatCompletionStreamState(Generic[ResponseFormatT]):

    def __init__(self, *, input_tools: Iterable[ChatCompletionToolUnionParam] | Omit=..., response_format: type[ResponseFormatT] | ResponseFormatParam | Omit=...) -> None:
        ...

    def get_final_completion(self) -> ParsedChatCompletion[ResponseFormatT]:
        ...

    @property
    def current_completion_snapshot(self) -> ParsedChatCompletionSnapshot:
        ...

    def handle_chunk(self, chunk: ChatCompletionChunk) -> Iterable[ChatCompletionStreamEvent[ResponseFormatT]]:
        ...

class ChoiceEventState:

    def __init__(self, *, input_tools: list[ChatCompletionToolUnionParam]) -> None:
        ...

    def get_done_events(self, *, choice_chunk: ChoiceChunk, choice_snapshot: ParsedChoiceSnapshot, response_format: type[ResponseFormatT] | ResponseFormatParam | Omit) -> list[ChatCompletionStreamEvent[ResponseFormatT]]:
        ...

def _convert_initial_chunk_into_snapshot(chunk: ChatCompletionChunk) -> ParsedChatCompletionSnapshot:
    ...

def _is_valid_chat_completion_chunk_weak(sse_event: ChatCompletionChunk) -> bool:
    ...
