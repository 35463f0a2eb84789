# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._types import CallOptions
from ...._config import Config
from ...._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Generic, Mapping, TypeVar
from typing_extensions import TypedDict
from ._types import ToolHandler, AsyncToolHandler
from ...._types import Headers, NotGiven, not_given
from ...beta.agents._tool_error import ToolErrorHandler, AsyncToolErrorHandler
from ....types.beta.agent_session_event import AgentSessionEvent
from ....types.beta.agent_function_call_item import AgentFunctionCallItem
from ....resources.beta.agents.sessions.sessions import Sessions, AsyncSessions

class _RequestOptions(TypedDict):
    extra_headers: Headers | None
    timeout: float | TimeoutTypes | None | NotGiven

def _request_options(options: _RequestOptions) -> _RequestOptions: ...

HandlerT = TypeVar("HandlerT", ToolHandler, AsyncToolHandler)

class _Dispatcher(Generic[HandlerT]):
    def __init__(self, handlers: Mapping[str, HandlerT] | None) -> None: ...
    def prepare(self, event: AgentSessionEvent) -> tuple[str, AgentFunctionCallItem, HandlerT] | None: ...

class ToolDispatcher(_Dispatcher[ToolHandler]):
    def __init__(
        self,
        sessions: Sessions,
        handlers: Mapping[str, ToolHandler] | None,
        *,
        on_tool_error: ToolErrorHandler | None = None,
        extra_headers: Headers | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> None: ...
    def dispatch(self, pending: tuple[str, AgentFunctionCallItem, ToolHandler]) -> None: ...

class AsyncToolDispatcher(_Dispatcher[AsyncToolHandler]):
    def __init__(
        self,
        sessions: AsyncSessions,
        handlers: Mapping[str, AsyncToolHandler] | None,
        *,
        on_tool_error: AsyncToolErrorHandler | None = None,
        extra_headers: Headers | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> None: ...
    async def dispatch(self, pending: tuple[str, AgentFunctionCallItem, AsyncToolHandler]) -> None: ...
