# SPDX-License-Identifier: MIT
# Written by tools/stubs.py; do not edit.
from types import TracebackType
from typing import Generic, TypeVar, Callable, Iterable, Iterator
from typing_extensions import Awaitable, AsyncIterable, AsyncIterator
from ._deltas import accumulate_delta as accumulate_delta
from ..._streaming import Stream, AsyncStream
from ...types.beta import AssistantStreamEvent
from ...types.beta.threads import Run, Text, Message, ImageFile, TextDelta, MessageDelta, MessageContentDelta
from ...types.beta.threads.runs import RunStep, ToolCall, RunStepDelta, ToolCallDelta

def _timeout_exceptions() -> tuple[type[Exception], ...]:
    ...

def _iter_events(stream: Stream[AssistantStreamEvent]) -> Iterator[AssistantStreamEvent]:
    ...

async def _aiter_events(stream: AsyncStream[AssistantStreamEvent]) -> AsyncIterator[AssistantStreamEvent]:
    ...

class AssistantEventHandler:
    text_deltas: Iterable[str]

    def __init__(self) -> None:
        ...

    def __next__(self) -> AssistantStreamEvent:
        ...

    def __iter__(self) -> Iterator[AssistantStreamEvent]:
        ...

    @property
    def current_event(self) -> AssistantStreamEvent | None:
        ...

    @property
    def current_run(self) -> Run | None:
        ...

    @property
    def current_run_step_snapshot(self) -> RunStep | None:
        ...

    @property
    def current_message_snapshot(self) -> Message | None:
        ...

    def close(self) -> None:
        ...

    def until_done(self) -> None:
        ...

    def get_final_run(self) -> Run:
        ...

    def get_final_run_steps(self) -> list[RunStep]:
        ...

    def get_final_messages(self) -> list[Message]:
        ...

    def on_end(self) -> None:
        ...

    def on_event(self, event: AssistantStreamEvent) -> None:
        ...

    def on_run_step_created(self, run_step: RunStep) -> None:
        ...

    def on_run_step_delta(self, delta: RunStepDelta, snapshot: RunStep) -> None:
        ...

    def on_run_step_done(self, run_step: RunStep) -> None:
        ...

    def on_tool_call_created(self, tool_call: ToolCall) -> None:
        ...

    def on_tool_call_delta(self, delta: ToolCallDelta, snapshot: ToolCall) -> None:
        ...

    def on_tool_call_done(self, tool_call: ToolCall) -> None:
        ...

    def on_exception(self, exception: Exception) -> None:
        ...

    def on_timeout(self) -> None:
        ...

    def on_message_created(self, message: Message) -> None:
        ...

    def on_message_delta(self, delta: MessageDelta, snapshot: Message) -> None:
        ...

    def on_message_done(self, message: Message) -> None:
        ...

    def on_text_created(self, text: Text) -> None:
        ...

    def on_text_delta(self, delta: TextDelta, snapshot: Text) -> None:
        ...

    def on_text_done(self, text: Text) -> None:
        ...

    def on_image_file_done(self, image_file: ImageFile) -> None:
        ...
AssistantEventHandlerT = TypeVar('AssistantEventHandlerT', bound=AssistantEventHandler)

class AssistantStreamManager(Generic[AssistantEventHandlerT]):

    def __init__(self, api_request: Callable[[], Stream[AssistantStreamEvent]], *, event_handler: AssistantEventHandlerT) -> None:
        ...

    def __enter__(self) -> AssistantEventHandlerT:
        ...

    def __exit__(self, exc_type: type[BaseException] | None, exc: BaseException | None, exc_tb: TracebackType | None) -> None:
        ...

class AsyncAssistantEventHandler:
    text_deltas: AsyncIterable[str]

    def __init__(self) -> None:
        ...

    async def __anext__(self) -> AssistantStreamEvent:
        ...

    async def __aiter__(self) -> AsyncIterator[AssistantStreamEvent]:
        ...

    async def close(self) -> None:
        ...

    @property
    def current_event(self) -> AssistantStreamEvent | None:
        ...

    @property
    def current_run(self) -> Run | None:
        ...

    @property
    def current_run_step_snapshot(self) -> RunStep | None:
        ...

    @property
    def current_message_snapshot(self) -> Message | None:
        ...

    async def until_done(self) -> None:
        ...

    async def get_final_run(self) -> Run:
        ...

    async def get_final_run_steps(self) -> list[RunStep]:
        ...

    async def get_final_messages(self) -> list[Message]:
        ...

    async def on_end(self) -> None:
        ...

    async def on_event(self, event: AssistantStreamEvent) -> None:
        ...

    async def on_run_step_created(self, run_step: RunStep) -> None:
        ...

    async def on_run_step_delta(self, delta: RunStepDelta, snapshot: RunStep) -> None:
        ...

    async def on_run_step_done(self, run_step: RunStep) -> None:
        ...

    async def on_tool_call_created(self, tool_call: ToolCall) -> None:
        ...

    async def on_tool_call_delta(self, delta: ToolCallDelta, snapshot: ToolCall) -> None:
        ...

    async def on_tool_call_done(self, tool_call: ToolCall) -> None:
        ...

    async def on_exception(self, exception: Exception) -> None:
        ...

    async def on_timeout(self) -> None:
        ...

    async def on_message_created(self, message: Message) -> None:
        ...

    async def on_message_delta(self, delta: MessageDelta, snapshot: Message) -> None:
        ...

    async def on_message_done(self, message: Message) -> None:
        ...

    async def on_text_created(self, text: Text) -> None:
        ...

    async def on_text_delta(self, delta: TextDelta, snapshot: Text) -> None:
        ...

    async def on_text_done(self, text: Text) -> None:
        ...

    async def on_image_file_done(self, image_file: ImageFile) -> None:
        ...
AsyncAssistantEventHandlerT = TypeVar('AsyncAssistantEventHandlerT', bound=AsyncAssistantEventHandler)

class AsyncAssistantStreamManager(Generic[AsyncAssistantEventHandlerT]):

    def __init__(self, api_request: Awaitable[AsyncStream[AssistantStreamEvent]], *, event_handler: AsyncAssistantEventHandlerT) -> None:
        ...

    async def __aenter__(self) -> AsyncAssistantEventHandlerT:
        ...

    async def __aexit__(self, exc_type: type[BaseException] | None, exc: BaseException | None, exc_tb: TracebackType | None) -> None:
        ...

def accumulate_run_step(*, event: AssistantStreamEvent, run_step_snapshots: dict[str, RunStep]) -> None:
    ...

def accumulate_event(*, event: AssistantStreamEvent, current_message_snapshot: Message | None) -> tuple[Message | None, list[MessageContentDelta]]:
    ...
