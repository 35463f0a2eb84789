# SPDX-License-Identifier: MIT
"""Event handlers of assistant runs: `AssistantEventHandler` and `AsyncAssistantEventHandler`.

A handler iterates over the events of one stream and calls its own methods, which subclasses override. Which methods
an event calls is decided by assistant_state.py; the stream is opened by assistant_streams.py.
"""

from __future__ import annotations

from ..call.api_errors import APITimeoutError
from ..results.guard import InvalidStreamError
from .assistant_state import AssistantState, extract_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Iterator, List


class _BaseHandler:
    """State, snapshots and checks that both handler classes share."""

    def __init__(self) -> None:
        self._assistant_state = AssistantState()
        self._assistant_stream: Any = None
        self._assistant_events: Any = None  # iterator over the stream that also calls the handler's methods
        self._assistant_texts: Any = None

    def _init(self, stream: Any) -> None:
        self._check_unused()
        self._assistant_stream = stream
        self._assistant_state.response = stream.response
        self._assistant_events = self._dispatch_events()

    def _check_unused(self) -> None:
        if self._assistant_stream is not None:
            raise RuntimeError(
                "A single event handler cannot be shared between multiple streams; You will need to construct a new "
                "event handler instance"
            )

    def _require_events(self) -> Any:
        if self._assistant_events is None:
            raise RuntimeError("Stream has not been started yet")
        return self._assistant_events

    def _dispatch_events(self) -> Any:
        raise NotImplementedError

    def _iter_text(self) -> Any:
        raise NotImplementedError

    @property
    def text_deltas(self) -> Any:
        """An iterator over the text deltas only, as strings."""
        if self._assistant_texts is None:
            self._assistant_texts = self._iter_text()
        return self._assistant_texts

    @property
    def current_event(self) -> Any:
        """The event whose methods are being called, or None."""
        return self._assistant_state.event

    @property
    def current_run(self) -> Any:
        """The run as of its latest event, or None."""
        return self._assistant_state.run

    @property
    def current_run_step_snapshot(self) -> Any:
        """The current step with all deltas so far, or None."""
        return self._assistant_state.step

    @property
    def current_message_snapshot(self) -> Any:
        """The latest message with all deltas so far, or None."""
        return self._assistant_state.message

    def _final_run(self) -> Any:
        if self._assistant_state.run is None:
            raise InvalidStreamError(self._assistant_state.response, message="No final run object found")
        return self._assistant_state.run

    def _final_steps(self) -> List[Any]:
        if not self._assistant_state.steps:
            raise InvalidStreamError(self._assistant_state.response, message="No run steps found")
        return list(self._assistant_state.steps.values())

    def _final_messages(self) -> List[Any]:
        if not self._assistant_state.messages:
            raise InvalidStreamError(self._assistant_state.response, message="No messages found")
        return list(self._assistant_state.messages.values())


class AssistantEventHandler(_BaseHandler):
    """Iterator over the events of one run that calls a method for each of them; override the methods you need.

    A handler serves one stream. A `delta` argument is what the event added; a `snapshot` is everything so far.
    """

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        return next(self._require_events())

    def until_done(self) -> None:
        """Read the stream to its end."""
        for _ in self:
            pass

    def get_final_run(self) -> Any:
        """Read the stream to its end and return the run. Raises RuntimeError if there was none."""
        self.until_done()
        return self._final_run()

    def get_final_run_steps(self) -> List[Any]:
        """Read the stream to its end and return the steps of the run. Raises RuntimeError if there were none."""
        self.until_done()
        return self._final_steps()

    def get_final_messages(self) -> List[Any]:
        """Read the stream to its end and return the messages of the run. Raises RuntimeError if there were none."""
        self.until_done()
        return self._final_messages()

    def close(self) -> None:
        """End the call and close its connection. Leaving the `with` block does so too."""
        if self._assistant_stream is not None:
            self._assistant_stream.close()

    def _exit(self) -> None:
        self.close()
        if self._assistant_events is not None and not self._assistant_events.gi_running:
            self._assistant_events.close()  # calls on_end if iteration has begun

    def _dispatch_events(self) -> Iterator[Any]:
        try:
            for event in self._assistant_stream:
                for name, arguments in self._assistant_state.feed(event):
                    getattr(self, name)(*arguments)
                yield event
        except Exception as error:
            if isinstance(error, (APITimeoutError, TimeoutError)):
                self.on_timeout()
            self.on_exception(error)
            raise
        finally:
            self.on_end()

    def _iter_text(self) -> Iterator[str]:
        for event in self:
            yield from extract_text(event)

    def on_end(self) -> None:
        """Called when the stream ends, whether it completed or failed."""

    def on_event(self, event: Any) -> None:
        """Called for every event, before any other method."""

    def on_run_step_created(self, run_step: Any) -> None:
        """Called when a step begins."""

    def on_run_step_delta(self, delta: Any, snapshot: Any) -> None:
        """Called for each delta of a step."""

    def on_run_step_done(self, run_step: Any) -> None:
        """Called when a step ends: completed, cancelled, expired or failed."""

    def on_tool_call_created(self, tool_call: Any) -> None:
        """Called for the first delta of a tool call."""

    def on_tool_call_delta(self, delta: Any, snapshot: Any) -> None:
        """Called for each further delta of a tool call."""

    def on_tool_call_done(self, tool_call: Any) -> None:
        """Called when a tool call is complete."""

    def on_exception(self, exception: Exception) -> None:
        """Called when the stream fails or a method of the handler raises."""

    def on_timeout(self) -> None:
        """Called when the stream times out, before `on_exception`."""

    def on_message_created(self, message: Any) -> None:
        """Called when a message begins."""

    def on_message_delta(self, delta: Any, snapshot: Any) -> None:
        """Called for each delta of a message."""

    def on_message_done(self, message: Any) -> None:
        """Called when a message is complete or incomplete."""

    def on_text_created(self, text: Any) -> None:
        """Called when a text begins, with its first delta."""

    def on_text_delta(self, delta: Any, snapshot: Any) -> None:
        """Called for each delta of a text."""

    def on_text_done(self, text: Any) -> None:
        """Called when a text is complete."""

    def on_image_file_done(self, image_file: Any) -> None:
        """Called when an image is complete."""


class AsyncAssistantEventHandler(_BaseHandler):
    """Async iterator over the events of one run that awaits a method for each; override the methods you need.

    A handler serves one stream. A `delta` argument is what the event added; a `snapshot` is everything so far.
    """

    def __aiter__(self) -> AsyncIterator[Any]:
        return self

    async def __anext__(self) -> Any:
        return await self._require_events().__anext__()

    async def until_done(self) -> None:
        """Read the stream to its end."""
        async for _ in self:
            pass

    async def get_final_run(self) -> Any:
        """Read the stream to its end and return the run. Raises RuntimeError if there was none."""
        await self.until_done()
        return self._final_run()

    async def get_final_run_steps(self) -> List[Any]:
        """Read the stream to its end and return the steps of the run. Raises RuntimeError if there were none."""
        await self.until_done()
        return self._final_steps()

    async def get_final_messages(self) -> List[Any]:
        """Read the stream to its end and return the messages of the run. Raises RuntimeError if there were none."""
        await self.until_done()
        return self._final_messages()

    async def close(self) -> None:
        """End the call and close its connection. Leaving the `async with` block does so too."""
        if self._assistant_stream is not None:
            await self._assistant_stream.close()

    async def _exit(self) -> None:
        await self.close()
        if self._assistant_events is not None and not self._assistant_events.ag_running:
            await self._assistant_events.aclose()  # calls on_end if iteration has begun

    async def _dispatch_events(self) -> AsyncIterator[Any]:
        from asyncio import TimeoutError as AsyncioTimeoutError  # a class of its own before Python 3.11

        try:
            async for event in self._assistant_stream:
                for name, arguments in self._assistant_state.feed(event):
                    await getattr(self, name)(*arguments)
                yield event
        except Exception as error:
            if isinstance(error, (APITimeoutError, TimeoutError, AsyncioTimeoutError)):
                await self.on_timeout()
            await self.on_exception(error)
            raise
        finally:
            await self.on_end()

    async def _iter_text(self) -> AsyncIterator[str]:
        async for event in self:
            for text in extract_text(event):
                yield text

    async def on_end(self) -> None:
        """Awaited when the stream ends, whether it completed or failed."""

    async def on_event(self, event: Any) -> None:
        """Awaited for every event, before any other method."""

    async def on_run_step_created(self, run_step: Any) -> None:
        """Awaited when a step begins."""

    async def on_run_step_delta(self, delta: Any, snapshot: Any) -> None:
        """Awaited for each delta of a step."""

    async def on_run_step_done(self, run_step: Any) -> None:
        """Awaited when a step ends: completed, cancelled, expired or failed."""

    async def on_tool_call_created(self, tool_call: Any) -> None:
        """Awaited for the first delta of a tool call."""

    async def on_tool_call_delta(self, delta: Any, snapshot: Any) -> None:
        """Awaited for each further delta of a tool call."""

    async def on_tool_call_done(self, tool_call: Any) -> None:
        """Awaited when a tool call is complete."""

    async def on_exception(self, exception: Exception) -> None:
        """Awaited when the stream fails or a method of the handler raises."""

    async def on_timeout(self) -> None:
        """Awaited when the stream times out, before `on_exception`."""

    async def on_message_created(self, message: Any) -> None:
        """Awaited when a message begins."""

    async def on_message_delta(self, delta: Any, snapshot: Any) -> None:
        """Awaited for each delta of a message."""

    async def on_message_done(self, message: Any) -> None:
        """Awaited when a message is complete or incomplete."""

    async def on_text_created(self, text: Any) -> None:
        """Awaited when a text begins, with its first delta."""

    async def on_text_delta(self, delta: Any, snapshot: Any) -> None:
        """Awaited for each delta of a text."""

    async def on_text_done(self, text: Any) -> None:
        """Awaited when a text is complete."""

    async def on_image_file_done(self, image_file: Any) -> None:
        """Awaited when an image is complete."""
