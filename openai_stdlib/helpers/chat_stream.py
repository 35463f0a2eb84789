# SPDX-License-Identifier: MIT
"""`chat.completions.stream()`: streamed chat completions as events with snapshots, for both clients.

The state in chat_stream_state.py interprets the chunks; the base classes in event_streams.py read them.
"""

from __future__ import annotations

from ..call.sentinels import omit
from .chat_stream_state import ChatCompletionStreamState
from .event_streams import AsyncBaseEventStream, AsyncStreamManager, BaseEventStream, StreamManager
from .flow import with_headers
from .structured_output import chat_tools, to_response_format_param

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class ChatCompletionStream(BaseEventStream):
    """Iterator over the events of a chat completion."""

    @property
    def current_completion_snapshot(self) -> Any:
        """The completion so far. Raises RuntimeError before the first chunk."""
        return self._state.current_completion_snapshot

    def get_final_completion(self) -> Any:
        """Read the stream to its end and return the completion as a ParsedChatCompletion."""
        self.until_done()
        return self._state.get_final_completion()


class AsyncChatCompletionStream(AsyncBaseEventStream):
    """Async variant of `ChatCompletionStream`."""

    @property
    def current_completion_snapshot(self) -> Any:
        """The completion so far. Raises RuntimeError before the first chunk."""
        return self._state.current_completion_snapshot

    async def get_final_completion(self) -> Any:
        """Read the stream to its end and return the completion as a ParsedChatCompletion."""
        await self.until_done()
        return self._state.get_final_completion()


class ChatCompletionStreamManager(StreamManager):
    """Context manager of `chat.completions.stream()`."""


class AsyncChatCompletionStreamManager(AsyncStreamManager):
    """Async context manager of `chat.completions.stream()`."""


def stream_chat(resource: Any, *, response_format: Any = omit, tools: Any = omit, **arguments: Any) -> Any:
    """Stream a chat completion as events: `with client.chat.completions.stream(…) as stream`.

    Takes the arguments of `parse`; the request is sent when the `with` block is entered. Values of `event.type`:
    chunk, content.delta and .done, refusal.delta and .done, tool_calls.function.arguments.delta and .done,
    logprobs.content.delta and .done, logprobs.refusal.delta and .done.
    Raises SchemaError at once for a type that strict mode cannot express. While iterating, output that is to be parsed
    raises LengthFinishReasonError or ContentFilterFinishReasonError if it was cut off, ParseError if it does not match
    its type.
    """
    tools = chat_tools(tools)
    request = dict(
        with_headers(arguments, {"X-Stainless-Helper-Method": "chat.completions.stream"}),
        stream=True,
        response_format=to_response_format_param(response_format),
        tools=tools,
    )
    stream_class: Any = AsyncChatCompletionStream if resource._is_async else ChatCompletionStream
    manager_class: Any = AsyncChatCompletionStreamManager if resource._is_async else ChatCompletionStreamManager
    return manager_class(
        lambda: resource.create(**request),
        lambda raw: stream_class(raw, ChatCompletionStreamState(input_tools=tools, response_format=response_format)),
    )
