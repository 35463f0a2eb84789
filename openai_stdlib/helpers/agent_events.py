# SPDX-License-Identifier: MIT
"""Event streams that call functions and collect a result, and `sessions.create(stream=True)`, which returns one."""

from __future__ import annotations

from ..call.sentinels import omit
from ..results.async_stream import AsyncStream
from ..results.stream import Stream
from .agent_dispatch import ToolDispatcher
from .agent_results import ResultCollection
from .agent_tools import with_output_schema

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator


class Results:
    """What all these streams have: the collection of a result, and the functions to call."""

    _collection: ResultCollection
    _dispatcher: ToolDispatcher

    def with_result_collection(self) -> Any:
        """Keep the final messages for `get_final_result`; call it before the first event is read."""
        self._collection.enable()
        return self

    def _check(self) -> bool:
        """Return whether all that a result needs was read. Raises AgentTurnResultError if there cannot be one."""
        collector = self._collection.enable()
        collector.check(self._dispatcher.handlers)
        return collector.is_done


class SyncResults(Results):
    """The result of a sync stream."""

    def get_final_result(self) -> Any:
        """Read the remaining events, calling functions, and return the AgentTurnResult of the turn.

        Raises AgentTurnResultError if it has none, AgentOutputParseError if the answer isn't of the requested type, and
        RuntimeError if events were read before `with_result_collection()`.
        """
        self._collection.enable()
        stream: Any = self
        try:
            if not self._check():
                for _ in stream:
                    if self._check():
                        break
            return self._collection.result()
        except Exception as error:
            failure = self._collection.failure(error)
            raise failure from failure.__cause__
        finally:
            stream.close()


class AsyncResults(Results):
    """The result of an async stream."""

    async def get_final_result(self) -> Any:
        """Read the remaining events, calling functions, and return the AgentTurnResult of the turn.

        Raises AgentTurnResultError if it has none, AgentOutputParseError if the answer isn't of the requested type, and
        RuntimeError if events were read before `with_result_collection()`.
        """
        self._collection.enable()
        stream: Any = self
        try:
            if not self._check():
                async for _ in stream:
                    if self._check():
                        break
            return self._collection.result()
        except Exception as error:
            failure = self._collection.failure(error)
            raise failure from failure.__cause__
        finally:
            await stream.close()


class AgentSessionEventStream(SyncResults, Stream):
    """Iterator over the events of a new session; it calls the functions that the agent asks for.

    A function is called when the event after its own is read. Also a context manager.
    """

    def __init__(self, raw: Any, output_type: Any, dispatcher: ToolDispatcher) -> None:
        self.response: Any = raw.response
        self._reader = raw._reader
        self._dispatcher = dispatcher
        self._collection = ResultCollection(output_type=output_type)
        self._items = self._iterator = self._iter_events(raw)

    def _iter_events(self, raw: Any) -> Iterator[Any]:
        try:
            for event in raw:
                self._collection.accept(event)
                pending = self._dispatcher.take_call(event)
                yield event
                if pending is not None and not self._reader.closed:
                    self._dispatcher.dispatch(pending)
        except Exception as error:
            self._collection.record_error(error)
            raise
        finally:
            self.close()


class AsyncAgentSessionEventStream(AsyncResults, AsyncStream):
    """Async variant of `AgentSessionEventStream`."""

    def __init__(self, raw: Any, output_type: Any, dispatcher: ToolDispatcher) -> None:
        self.response: Any = raw.response
        self._reader = raw._reader
        self._raw = raw
        self._dispatcher = dispatcher
        self._collection = ResultCollection(output_type=output_type)
        self._events: Any = self._iter_events()

    def __aiter__(self) -> Any:
        return self._events

    async def __anext__(self) -> Any:
        return await self._events.__anext__()

    async def _iter_events(self) -> Any:
        try:
            async for event in self._raw:
                self._collection.accept(event)
                pending = self._dispatcher.take_call(event)
                yield event
                if pending is not None and not self._reader.closed:
                    await self._dispatcher.dispatch(pending)
        except Exception as error:
            self._collection.record_error(error)
            raise
        finally:
            await self.close()

    async def close(self) -> None:
        """End the call and release its connection. May be called more than once."""
        await self._raw.close()

    aclose = close


def create_session(sessions: Any, operation: Any, arguments: Dict[str, Any]) -> Any:
    """Create a session whose answer has a type and whose events call functions: the arguments of `sessions.create`.

    `output_type` becomes the format of the agent's text; `tool_handlers` need `stream=True`.
    """
    output_type = arguments.pop("output_type", None)
    handlers = arguments.pop("tool_handlers", None)
    if output_type is not None:
        arguments["agent"] = with_output_schema(arguments.get("agent", omit), output_type)
    if handlers is not None and arguments.get("stream") is not True:
        raise ValueError("tool_handlers: they need stream=True; functions are called while events are read")
    options = {name: arguments[name] for name in ("extra_headers", "timeout") if name in arguments}
    dispatcher = ToolDispatcher(sessions, handlers, **options)
    result = sessions._client._call(operation, arguments)
    if sessions._is_async:
        return _wrap_async(result, output_type, dispatcher)
    return AgentSessionEventStream(result, output_type, dispatcher) if isinstance(result, Stream) else result


async def _wrap_async(call: Any, output_type: Any, dispatcher: ToolDispatcher) -> Any:
    result = await call
    return AsyncAgentSessionEventStream(result, output_type, dispatcher) if isinstance(result, AsyncStream) else result
