# SPDX-License-Identifier: MIT
"""One turn of an agent's session as a stream: `sessions.stream()` submits an input and yields the turn's events."""

from __future__ import annotations

from collections import deque
from uuid import uuid4

from ..call.sentinels import is_given, omit
from .agent_dispatch import ToolDispatcher, request_options
from .agent_events import AsyncResults, SyncResults
from .agent_results import BUDGET_EVENT, TURN_END_EVENTS, ResultCollection, read_session_id
from .agent_tools import agent_text_format

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Deque, Dict, Iterator, Mapping, Optional

MAX_RECENT_EVENTS = 1024  # ids of events that are remembered, to pass over repeated ones
NOT_IDLE = "session_id: the session is not idle; follow an active one with sessions.events.stream"


class _TurnState:
    """Which events of a session belong to the turn that an input starts. No I/O."""

    def __init__(self, session_id: str) -> None:
        self._session_id = session_id
        self._turn_id = ""
        self._has_ended = False
        self._recent: Deque[str] = deque()
        self._recent_ids: Dict[str, None] = {}

    def accept(self, event: Any) -> bool:
        """Take the next event, and return False if it was received before."""
        event_id = event.get("event_id")
        if event_id in self._recent_ids:
            return False
        if len(self._recent) == MAX_RECENT_EVENTS:
            del self._recent_ids[self._recent.popleft()]
        self._recent.append(event_id)
        self._recent_ids[event_id] = None
        kind = event.get("type")
        if kind == "agent.session.turn.created" and not self._turn_id and event.turn.get("subagent_id") is None:
            self._turn_id = event.turn_id
        elif kind in TURN_END_EVENTS and self._turn_id and event.turn_id == self._turn_id:
            self._has_ended = True
        return True

    def is_last(self, event: Any) -> bool:
        """Return whether the session waits for the next input after this event."""
        kind = event.get("type")
        if kind == BUDGET_EVENT:
            return read_session_id(event) == self._session_id and (not self._turn_id or self._has_ended)
        return kind == "agent.session.failed" or (kind == "agent.session.idle" and self._has_ended)


class _BaseSessionStream:
    """What the sync and the async stream of a turn have: arguments, and what an event means."""

    def __init__(
        self,
        sessions: Any,
        session_id: str,
        *,
        input: Any,
        output_type: Any = None,
        tool_handlers: Optional[Mapping[str, Callable[..., Any]]] = None,
        on_tool_error: Optional[Callable[[Any], Any]] = None,
        idempotency_key: Any = omit,
        extra_headers: Optional[Mapping[str, Any]] = None,
        timeout: Any = omit,
    ) -> None:
        if output_type is not None:
            agent_text_format(output_type)  # raises for a type that cannot be parsed
        self._sessions = sessions
        self._session_id = session_id
        self._input = _input_event(input)
        self._options = request_options(extra_headers, timeout)
        self._dispatcher = ToolDispatcher(sessions, tool_handlers, on_tool_error=on_tool_error, **self._options)
        given = {name.lower(): value for name, value in (extra_headers or {}).items()}
        key = idempotency_key if is_given(idempotency_key) else str(uuid4())
        self._idempotency_key = given.get("idempotency-key", key)
        self._state = _TurnState(session_id)
        self._collection = ResultCollection(session_id, output_type)
        self._raw: Any = None
        self._events: Any = None
        self._is_entered = False
        self._is_closed = False

    def __class_getitem__(cls, _: Any) -> Any:
        return cls

    def _enter(self) -> None:
        if self._is_entered or self._is_closed:
            raise RuntimeError("the stream was entered before; call sessions.stream again")
        self._is_entered = True

    def _submit_input(self) -> Any:
        return self._sessions.events.create(
            self._session_id, events=[self._input], idempotency_key=self._idempotency_key, **self._options
        )


def _input_event(messages: Any) -> Dict[str, Any]:
    if isinstance(messages, str) and messages:
        messages = [{"role": "user", "content": [{"type": "input_text", "text": messages}]}]
    messages = list(messages)
    if not messages:
        raise ValueError("input: it is empty; pass a text or a list of messages")
    return {"type": "agent.session.input.message", "input": messages}


class AgentSessionStream(SyncResults, _BaseSessionStream):
    """Context manager that submits an input to an idle session, and iterator over the events of the turn.

    No other program may submit an input until the turn has ended. The functions of `tool_handlers` are called one after
    the other, when the event after their own is read; calls of other functions are left to the program. Closing the
    stream does not cancel the turn. Raises ValueError on entry if the session is not idle, and RuntimeError if the
    connection ends before the turn does.
    """

    def __enter__(self) -> AgentSessionStream:
        self._enter()
        session = self._sessions.retrieve(self._session_id, **self._options)
        if session.status != "idle":
            raise ValueError(NOT_IDLE)
        self._raw = self._sessions.events.stream(self._session_id, **self._options)
        try:
            self._submit_input()
        except BaseException:
            self.close()
            raise
        self._events = self._iter_events()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __iter__(self) -> AgentSessionStream:
        return self

    def __next__(self) -> Any:
        if self._is_closed:
            raise StopIteration
        if self._events is None:
            raise RuntimeError("the stream is not open; use sessions.stream in a with block")
        return next(self._events)

    def _iter_events(self) -> Iterator[Any]:
        try:
            for event in self._raw:
                if not self._state.accept(event):
                    continue
                self._collection.accept(event)
                is_last = self._state.is_last(event)
                if is_last:
                    self.close()
                pending = self._dispatcher.take_call(event)
                yield event
                if is_last or self._is_closed:
                    return
                if pending is not None:
                    self._dispatcher.dispatch(pending)
            raise RuntimeError("Session event stream ended before the turn reached idle or failed")
        except Exception as error:
            self._collection.record_error(error)
            raise
        finally:
            self.close()

    def until_done(self) -> None:
        """Read the remaining events, calling functions."""
        for _ in self:
            pass

    def close(self) -> None:
        """Close the connection. The turn continues on the server."""
        self._is_closed = True
        if self._raw is not None:
            self._raw.close()


class AsyncAgentSessionStream(AsyncResults, _BaseSessionStream):
    """Async variant of `AgentSessionStream`, for `async with`. Functions may be sync or async."""

    async def __aenter__(self) -> AsyncAgentSessionStream:
        self._enter()
        session = await self._sessions.retrieve(self._session_id, **self._options)
        if session.status != "idle":
            raise ValueError(NOT_IDLE)
        self._raw = await self._sessions.events.stream(self._session_id, **self._options)
        try:
            await self._submit_input()
        except BaseException:
            await self.close()
            raise
        self._events = self._iter_events()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    def __aiter__(self) -> AsyncAgentSessionStream:
        return self

    async def __anext__(self) -> Any:
        if self._is_closed:
            raise StopAsyncIteration
        if self._events is None:
            raise RuntimeError("the stream is not open; use sessions.stream in an async with block")
        return await self._events.__anext__()

    async def _iter_events(self) -> Any:
        try:
            async for event in self._raw:
                if not self._state.accept(event):
                    continue
                self._collection.accept(event)
                is_last = self._state.is_last(event)
                if is_last:
                    await self.close()
                pending = self._dispatcher.take_call(event)
                yield event
                if is_last or self._is_closed:
                    return
                if pending is not None:
                    await self._dispatcher.dispatch(pending)
            raise RuntimeError("Session event stream ended before the turn reached idle or failed")
        except Exception as error:
            self._collection.record_error(error)
            raise
        finally:
            await self.close()

    async def until_done(self) -> None:
        """Read the remaining events, calling functions."""
        async for _ in self:
            pass

    async def close(self) -> None:
        """Close the connection. The turn continues on the server."""
        self._is_closed = True
        if self._raw is not None:
            await self._raw.close()


def stream_session(
    sessions: Any,
    session_id: str,
    *,
    input: Any,
    output_type: Any = None,
    tool_handlers: Optional[Mapping[str, Callable[..., Any]]] = None,
    on_tool_error: Optional[Callable[[Any], Any]] = None,
    idempotency_key: Any = omit,
    extra_headers: Optional[Mapping[str, Any]] = None,
    timeout: Any = omit,
) -> Any:
    """Submit an input to an idle session and stream the turn; return an `AgentSessionStream`, a context manager.

    `input` is a text or a list of messages. `output_type` is the type of the answer, for `get_final_result`.
    `tool_handlers` are functions by the name of their tool; each gets the arguments as a dict and returns text, content
    parts, a dict, or None. `on_tool_error(error)` gets an AgentToolError for a call that failed.
    """
    stream_class: Any = AsyncAgentSessionStream if sessions._is_async else AgentSessionStream
    return stream_class(
        sessions,
        session_id,
        input=input,
        output_type=output_type,
        tool_handlers=tool_handlers,
        on_tool_error=on_tool_error,
        idempotency_key=idempotency_key,
        extra_headers=extra_headers,
        timeout=timeout,
    )
