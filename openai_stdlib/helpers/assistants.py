# SPDX-License-Identifier: MIT
"""Streams of assistants' runs, told to the methods of a handler: `AssistantEventHandler`, `AsyncAssistantEventHandler`.

`AssistantState` thinks for both: it takes an event and says which methods to call with what. It is pure. The handlers
call or await them; the managers make the request when they are entered. What must not live here: how a stream is read.
Neighbours: deltas.py (adding up), ../answer/stream.py (the streams), ../api/beta.py (where clients have the helpers).
"""

from __future__ import annotations

from ..call.api_errors import APITimeoutError
from ..call.errors import ArgumentError
from .deltas import accumulate_delta, copy_untyped
from .flow import with_headers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Callable, Dict, Iterator, List, Optional, Tuple

    Call = Tuple[str, Tuple[Any, ...]]  # the name of a handler's method, and its arguments

RUN_ACTIVE = frozenset(("created", "in_progress", "cancelling", "queued"))
RUN_STOPPED = frozenset(("completed", "cancelled", "expired", "failed", "requires_action", "incomplete"))
STEP_TERMINAL = frozenset(("completed", "cancelled", "expired", "failed"))


class AssistantState:
    """What is known of a run after the events so far. No I/O.

    Snapshots are never changed: an event that adds to one makes another. The order of the calls is the official
    client's, whose handlers programs were written for; that includes a tool call that is told done twice.
    """

    def __init__(self) -> None:
        self.event: Any = None  # while its calls are being made
        self.run: Any = None
        self.message: Any = None
        self.messages: Dict[str, Any] = {}
        self.steps: Dict[str, Any] = {}
        self.step_id: Optional[str] = None
        self._content_index: Optional[int] = None
        self._content: Any = None
        self._tool_index: Optional[int] = None
        self._tool: Any = None

    @property
    def step(self) -> Any:
        """The snapshot of the step that is going on, or None."""
        return None if self.step_id is None else self.steps.get(self.step_id)

    def feed(self, event: Any) -> Iterator[Call]:
        """Take an event, and yield the calls to make; the state goes on as they are taken."""
        self.event = event
        yield "on_event", (event,)
        place, _, what = str(event.get("event")).rpartition(".")
        if place == "thread.run":
            yield from self._handle_run(what, event.data)
        elif place == "thread.run.step":
            yield from self._of_step(what, event.data)
        elif place == "thread.message":
            yield from self._of_message(what, event.data)
        self.event = None

    def _handle_run(self, what: str, run: Any) -> Iterator[Call]:
        if what in RUN_ACTIVE or what in RUN_STOPPED:
            self.run = run
        if what in RUN_STOPPED and self._tool is not None:
            yield "on_tool_call_done", (self._tool,)

    def _of_step(self, what: str, data: Any) -> Iterator[Call]:
        if what == "created":
            self.steps[data.id] = data
            self.step_id = data.id
            yield "on_run_step_created", (data,)
        elif what == "in_progress":
            self.step_id = data.id
        elif what == "delta":
            delta = data.delta
            snapshot = self.steps[data.id] = accumulate_delta(self.steps[data.id], delta or {})
            details = delta.step_details if delta else None
            if details and details.type == "tool_calls":
                for piece in details.tool_calls or ():
                    yield from self._of_tool(piece, snapshot)
            yield "on_run_step_delta", (delta, snapshot)
        elif what in STEP_TERMINAL:
            if self._tool is not None:
                yield "on_tool_call_done", (self._tool,)
            yield "on_run_step_done", (data,)
            self.step_id = None

    def _of_tool(self, piece: Any, step: Any) -> Iterator[Call]:
        tool = step.step_details.tool_calls[piece.index]
        if piece.index == self._tool_index:
            yield "on_tool_call_delta", (piece, tool)
        else:
            if self._tool is not None:
                yield "on_tool_call_done", (self._tool,)
            self._tool_index, self._tool = piece.index, tool
            yield "on_tool_call_created", (tool,)
        self._tool = tool

    def _of_message(self, what: str, data: Any) -> Iterator[Call]:
        if what == "created":
            self._store_message(data)
            yield "on_message_created", (data,)
        elif what == "delta":
            pieces = (data.delta.content if data.delta else None) or ()
            for index in self._apply_content(pieces):
                if self.message.content[index].type == "text":
                    yield "on_text_created", (self.message.content[index].text,)
            for piece in pieces:
                yield from self._of_content(piece)
            yield "on_message_delta", (data.delta, self.message)
        elif what in ("completed", "incomplete"):
            self._store_message(data)
            if self._content_index is not None:
                for content in (data.content or ())[self._content_index :][:1]:
                    yield from _content_done(content)
            yield "on_message_done", (data,)

    def _store_message(self, message: Any) -> None:
        self.message = self.messages[message.id] = message

    def _apply_content(self, pieces: Any) -> List[int]:
        """Add pieces to the message, and return the indexes of those that begin something."""
        if self.message is None:
            raise RuntimeError("Encountered a message delta with no previous snapshot")
        content: List[Any] = list(self.message.content or ())
        begun = []
        for piece in pieces:
            if piece.index < len(content):
                content[piece.index] = accumulate_delta(content[piece.index], piece)
            else:
                content.insert(piece.index, copy_untyped(piece))
                begun.append(piece.index)
        self._store_message(self.message.copy(update={"content": content}))
        return begun

    def _of_content(self, piece: Any) -> Iterator[Call]:
        content = self.message.content[piece.index]
        if piece.type == "text" and piece.text is not None:
            yield "on_text_delta", (piece.text, content.text)
        if piece.index != self._content_index:
            if self._content is not None:
                yield from _content_done(self._content)
            self._content_index = piece.index
        self._content = content


def _content_done(content: Any) -> Iterator[Call]:
    if content.type == "text":
        yield "on_text_done", (content.text,)
    elif content.type == "image_file":
        yield "on_image_file_done", (content.image_file,)


def extract_text(event: Any) -> List[str]:
    """Return the pieces of text that an event brings."""
    if event.get("event") != "thread.message.delta" or not event.data.delta:
        return []
    pieces = event.data.delta.content or ()
    return [piece.text.value for piece in pieces if piece.type == "text" and piece.text and piece.text.value]


class _Handler:
    """What both kinds of handler know of their stream."""

    def __init__(self) -> None:
        self._assistant_state = AssistantState()
        self._assistant_stream: Any = None
        self._assistant_events: Any = None  # made of the stream, with the calls of methods in between
        self._assistant_texts: Any = None

    def _init(self, stream: Any) -> None:
        self._check_new()
        self._assistant_stream = stream
        self._assistant_events = self._dispatch_events()

    def _check_new(self) -> None:
        if self._assistant_stream is not None:
            raise RuntimeError(
                "A single event handler cannot be shared between multiple streams; You will need to construct a new "
                "event handler instance"
            )

    def _started(self) -> Any:
        if self._assistant_events is None:
            raise RuntimeError("Stream has not been started yet")
        return self._assistant_events

    def _dispatch_events(self) -> Any:
        raise NotImplementedError

    def _iter_text(self) -> Any:
        raise NotImplementedError

    @property
    def text_deltas(self) -> Any:
        """An iterator over the pieces of text alone."""
        if self._assistant_texts is None:
            self._assistant_texts = self._iter_text()
        return self._assistant_texts

    @property
    def current_event(self) -> Any:
        """The event whose methods are being called, or None."""
        return self._assistant_state.event

    @property
    def current_run(self) -> Any:
        """The run as the last event about it said, or None."""
        return self._assistant_state.run

    @property
    def current_run_step_snapshot(self) -> Any:
        """The step that is going on, with all that has come of it, or None."""
        return self._assistant_state.step

    @property
    def current_message_snapshot(self) -> Any:
        """The last message, with all that has come of it, or None."""
        return self._assistant_state.message

    def _final_run(self) -> Any:
        if self._assistant_state.run is None:
            raise RuntimeError("No final run object found")
        return self._assistant_state.run

    def _final_steps(self) -> List[Any]:
        if not self._assistant_state.steps:
            raise RuntimeError("No run steps found")
        return list(self._assistant_state.steps.values())

    def _final_messages(self) -> List[Any]:
        if not self._assistant_state.messages:
            raise RuntimeError("No messages found")
        return list(self._assistant_state.messages.values())


class AssistantEventHandler(_Handler):
    """The events of one run, and methods that are called as they come: override those that matter.

    An iterator. Each handler serves one stream. What is a `delta` is as it was sent; a `snapshot` is all so far.
    """

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        return next(self._started())

    def until_done(self) -> None:
        """Read the stream to its end."""
        for _ in self:
            pass

    def get_final_run(self) -> Any:
        """Read the stream to its end, and return the run. Raises RuntimeError if there was none."""
        self.until_done()
        return self._final_run()

    def get_final_run_steps(self) -> List[Any]:
        """Read the stream to its end, and return the steps of the run. Raises RuntimeError if there were none."""
        self.until_done()
        return self._final_steps()

    def get_final_messages(self) -> List[Any]:
        """Read the stream to its end, and return the messages of the run. Raises RuntimeError if there were none."""
        self.until_done()
        return self._final_messages()

    def close(self) -> None:
        """End the call and free its connection. Leaving the `with` block does it too."""
        if self._assistant_stream is not None:
            self._assistant_stream.close()

    def _exit(self) -> None:
        self.close()
        if self._assistant_events is not None and not self._assistant_events.gi_running:
            self._assistant_events.close()  # calls on_end, if somebody had begun to read

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
        """Be called when the stream is over, whether it came to its end or failed."""

    def on_event(self, event: Any) -> None:
        """Be called for every event, first."""

    def on_run_step_created(self, run_step: Any) -> None:
        """Be called when a step begins."""

    def on_run_step_delta(self, delta: Any, snapshot: Any) -> None:
        """Be called for each piece of a step."""

    def on_run_step_done(self, run_step: Any) -> None:
        """Be called when a step is over, however it ended."""

    def on_tool_call_created(self, tool_call: Any) -> None:
        """Be called for the first piece of a tool call."""

    def on_tool_call_delta(self, delta: Any, snapshot: Any) -> None:
        """Be called for each further piece of a tool call."""

    def on_tool_call_done(self, tool_call: Any) -> None:
        """Be called when a tool call is complete."""

    def on_exception(self, exception: Exception) -> None:
        """Be called when something goes wrong: an APIError, or what a method of the handler raised."""

    def on_timeout(self) -> None:
        """Be called when time ran out, before `on_exception`."""

    def on_message_created(self, message: Any) -> None:
        """Be called when a message begins."""

    def on_message_delta(self, delta: Any, snapshot: Any) -> None:
        """Be called for each piece of a message."""

    def on_message_done(self, message: Any) -> None:
        """Be called when a message is over."""

    def on_text_created(self, text: Any) -> None:
        """Be called when a text begins, with its first piece."""

    def on_text_delta(self, delta: Any, snapshot: Any) -> None:
        """Be called for each piece of a text."""

    def on_text_done(self, text: Any) -> None:
        """Be called when a text is complete."""

    def on_image_file_done(self, image_file: Any) -> None:
        """Be called when an image is complete."""


class AsyncAssistantEventHandler(_Handler):
    """The events of one run, and coroutines that are awaited as they come: override those that matter.

    For `async for`. Each handler serves one stream. What is a `delta` is as it was sent; a `snapshot` is all so far.
    """

    def __aiter__(self) -> AsyncIterator[Any]:
        return self

    async def __anext__(self) -> Any:
        return await self._started().__anext__()

    async def until_done(self) -> None:
        """Read the stream to its end."""
        async for _ in self:
            pass

    async def get_final_run(self) -> Any:
        """Read the stream to its end, and return the run. Raises RuntimeError if there was none."""
        await self.until_done()
        return self._final_run()

    async def get_final_run_steps(self) -> List[Any]:
        """Read the stream to its end, and return the steps of the run. Raises RuntimeError if there were none."""
        await self.until_done()
        return self._final_steps()

    async def get_final_messages(self) -> List[Any]:
        """Read the stream to its end, and return the messages of the run. Raises RuntimeError if there were none."""
        await self.until_done()
        return self._final_messages()

    async def close(self) -> None:
        """End the call and free its connection. Leaving the `async with` block does it too."""
        if self._assistant_stream is not None:
            await self._assistant_stream.close()

    async def _exit(self) -> None:
        await self.close()
        if self._assistant_events is not None and not self._assistant_events.ag_running:
            await self._assistant_events.aclose()  # calls on_end, if somebody had begun to read

    async def _dispatch_events(self) -> AsyncIterator[Any]:
        from asyncio import TimeoutError as OutOfTime  # until 3.10 not the built-in one

        try:
            async for event in self._assistant_stream:
                for name, arguments in self._assistant_state.feed(event):
                    await getattr(self, name)(*arguments)
                yield event
        except Exception as error:
            if isinstance(error, (APITimeoutError, TimeoutError, OutOfTime)):
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
        """Be awaited when the stream is over, whether it came to its end or failed."""

    async def on_event(self, event: Any) -> None:
        """Be awaited for every event, first."""

    async def on_run_step_created(self, run_step: Any) -> None:
        """Be awaited when a step begins."""

    async def on_run_step_delta(self, delta: Any, snapshot: Any) -> None:
        """Be awaited for each piece of a step."""

    async def on_run_step_done(self, run_step: Any) -> None:
        """Be awaited when a step is over, however it ended."""

    async def on_tool_call_created(self, tool_call: Any) -> None:
        """Be awaited for the first piece of a tool call."""

    async def on_tool_call_delta(self, delta: Any, snapshot: Any) -> None:
        """Be awaited for each further piece of a tool call."""

    async def on_tool_call_done(self, tool_call: Any) -> None:
        """Be awaited when a tool call is complete."""

    async def on_exception(self, exception: Exception) -> None:
        """Be awaited when something goes wrong: an APIError, or what a method of the handler raised."""

    async def on_timeout(self) -> None:
        """Be awaited when time ran out, before `on_exception`."""

    async def on_message_created(self, message: Any) -> None:
        """Be awaited when a message begins."""

    async def on_message_delta(self, delta: Any, snapshot: Any) -> None:
        """Be awaited for each piece of a message."""

    async def on_message_done(self, message: Any) -> None:
        """Be awaited when a message is over."""

    async def on_text_created(self, text: Any) -> None:
        """Be awaited when a text begins, with its first piece."""

    async def on_text_delta(self, delta: Any, snapshot: Any) -> None:
        """Be awaited for each piece of a text."""

    async def on_text_done(self, text: Any) -> None:
        """Be awaited when a text is complete."""

    async def on_image_file_done(self, image_file: Any) -> None:
        """Be awaited when an image is complete."""


class AssistantStreamManager:
    """What the helpers return: `with` makes the request and gives the handler; leaving ends the call."""

    def __init__(self, api_request: Callable[[], Any], *, event_handler: Any) -> None:
        self._request = api_request
        self._handler = event_handler

    def __enter__(self) -> Any:
        self._handler._check_new()
        self._handler._init(self._request())
        return self._handler

    def __exit__(self, *_: object) -> None:
        self._handler._exit()


class AsyncAssistantStreamManager:
    """What the helpers of the async client return: `async with` makes the request and gives the handler."""

    def __init__(self, api_request: Callable[[], Any], *, event_handler: Any) -> None:
        self._request = api_request
        self._handler = event_handler

    async def __aenter__(self) -> Any:
        self._handler._check_new()
        self._handler._init(await self._request())
        return self._handler

    async def __aexit__(self, *_: object) -> None:
        await self._handler._exit()


def runs_stream(client: Any, *, event_handler: Any = None, **arguments: Any) -> Any:
    """Do what `runs.create` does, and tell the events of the run to a handler. Returns what `with` opens."""
    create = client.beta.threads.runs.create
    return _manager(create, "threads.runs.create_and_stream", event_handler, arguments)


def tool_outputs_stream(client: Any, *, event_handler: Any = None, **arguments: Any) -> Any:
    """Do what `runs.submit_tool_outputs` does, and tell the events of the run to a handler."""
    submit = client.beta.threads.runs.submit_tool_outputs
    return _manager(submit, "threads.runs.submit_tool_outputs_stream", event_handler, arguments)


def thread_stream(client: Any, *, event_handler: Any = None, **arguments: Any) -> Any:
    """Do what `threads.create_and_run` does, and tell the events of the run to a handler."""
    create = client.beta.threads.create_and_run
    return _manager(create, "threads.create_and_run_stream", event_handler, arguments)


def _manager(method: Any, helper: str, handler: Any, arguments: Dict[str, Any]) -> Any:
    from warnings import warn

    from ..results.client_wrappers import ClientWrapper

    row, client = method.operation, method._client
    if isinstance(client, ClientWrapper):
        raise AttributeError("{} has no raw response; {}(stream=True) has one".format(helper, row.name))
    row.check(arguments)
    warn("{} {} is deprecated: {}".format(row.method, row.path, row.deprecated), DeprecationWarning, 3)
    kind: Any = AsyncAssistantEventHandler if client._class_prefix else AssistantEventHandler
    manager: Any = AsyncAssistantStreamManager if client._class_prefix else AssistantStreamManager
    if not isinstance(handler, (kind, type(None))):
        raise ArgumentError("event_handler: expected an {}, got {!r}".format(kind.__name__, handler))
    headers = {
        "X-Stainless-Stream-Helper": helper,
        "X-Stainless-Custom-Event-Handler": "false" if handler is None else "true",
    }
    arguments = with_headers({**arguments, "stream": True}, headers)
    return manager(lambda: client._call(row, dict(arguments)), event_handler=kind() if handler is None else handler)
