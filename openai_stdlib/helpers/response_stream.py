# SPDX-License-Identifier: MIT
"""`responses.stream()`: streamed responses as events with snapshots, for both clients; resumes background responses.

The state in response_stream_state.py interprets the events; the base classes in event_streams.py read them.
"""

from __future__ import annotations

from ..call.errors import ArgumentError
from ..call.prepare import CALL_OPTIONS
from ..call.sentinels import is_given, omit
from ..results.guard import InvalidStreamError
from .event_streams import AsyncBaseEventStream, AsyncStreamManager, BaseEventStream, StreamManager
from .response_stream_state import ResponseStreamState
from .structured_output import response_tools, to_text_param

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Arguments that every operation takes.
OPTIONS = ("extra_headers", "extra_query", "extra_body", "timeout", "config", *CALL_OPTIONS)


class ResponseStream(BaseEventStream):
    """Iterator over the events of a response."""

    @property
    def current_response_snapshot(self) -> Any:
        """The response so far; None before the first event."""
        return self._state.snapshot

    def get_final_response(self) -> Any:
        """Read the stream to its end and return the response as a ParsedResponse.

        Raises InvalidStreamError, a RuntimeError, if the response did not complete.
        """
        self.until_done()
        return _final_response(self._state)


class AsyncResponseStream(AsyncBaseEventStream):
    """Async variant of `ResponseStream`."""

    @property
    def current_response_snapshot(self) -> Any:
        """The response so far; None before the first event."""
        return self._state.snapshot

    async def get_final_response(self) -> Any:
        """Read the stream to its end and return the response as a ParsedResponse.

        Raises InvalidStreamError, a RuntimeError, if the response did not complete.
        """
        await self.until_done()
        return _final_response(self._state)


def _final_response(state: ResponseStreamState) -> Any:
    if state.completed is None:
        raise InvalidStreamError(state.response, message="Didn't receive a `response.completed` event.")
    return state.completed


class ResponseStreamManager(StreamManager):
    """Context manager of `responses.stream()`."""


class AsyncResponseStreamManager(AsyncStreamManager):
    """Async context manager of `responses.stream()`."""


def stream_response(
    resource: Any,
    *,
    text_format: Any = omit,
    tools: Any = omit,
    starting_after: Any = omit,
    response_id: Any = omit,
    resume: bool = False,
    **arguments: Any,
) -> Any:
    """Stream a response as events: `with client.responses.stream(…) as stream`.

    Creates a response from the arguments of `parse`; the request is sent when the `with` block is entered. With
    `response_id`, replays an existing response instead, which must have been created with `stream=True` and
    `background=True`; events up to the sequence number `starting_after` are accumulated but not emitted.
    With `resume=True`, a broken stream of a background response is reconnected automatically; no event is emitted
    twice.
    Raises StreamArgumentError for a wrong combination of arguments and SchemaError for a type that strict mode cannot
    express, both at once; while iterating, InvalidStreamError for events out of order, APIResponseValidationError for
    invalid ones, ParseError for text that does not match its type.
    """
    tools = response_tools(tools)
    after = starting_after if is_given(starting_after) else None
    state = ResponseStreamState(text_format=text_format, input_tools=tools, starting_after=after)
    request = _stream_request(resource, text_format, tools, response_id, after, arguments)
    if resume:
        state.cancel = arguments.get("cancel")
        options = {name: arguments[name] for name in OPTIONS if name in arguments and name != "extra_body"}
        state.open_stream = lambda resumed_id, last: resource.retrieve(
            resumed_id, stream=True, starting_after=last, **options
        )
    stream_class: Any = AsyncResponseStream if resource._is_async else ResponseStream
    manager_class: Any = AsyncResponseStreamManager if resource._is_async else ResponseStreamManager
    return manager_class(request, lambda raw: stream_class(raw, state))


def _stream_request(resource: Any, text_format: Any, tools: Any, response_id: Any, after: Any, arguments: Any) -> Any:
    """Return a function that opens the stream. Raises StreamArgumentError for missing or exclusive arguments."""
    new = [name for name in arguments if name not in OPTIONS and name != "include" and is_given(arguments[name])]
    if is_given(response_id) or after is not None:
        if new:
            raise StreamArgumentError(
                "Cannot provide both response_id/starting_after can't be provided together with " + ", ".join(new)
            )
        if not is_given(response_id):
            raise StreamArgumentError("response_id must be provided when streaming an existing response")
        return lambda: resource.retrieve(response_id, stream=True, **arguments)
    for name in ("input", "model"):
        if not is_given(arguments.get(name)):
            raise StreamArgumentError("{} must be provided when creating a new response".format(name))
    request = dict(arguments, stream=True, tools=tools, text=to_text_param(arguments.get("text", omit), text_format))
    return lambda: resource.create(**request)


class StreamArgumentError(ArgumentError, ValueError):
    """The arguments of `responses.stream()` are incomplete or mutually exclusive."""
