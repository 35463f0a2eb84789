# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._types import CallOptions
from ...._config import Config
from ...._types import TimeoutTypes
from typing_extensions import Unpack
from types import TracebackType
from typing import Generic, Mapping, Iterable
from typing_extensions import Self
from ._types import ToolHandler, AsyncToolHandler
from ...._types import Omit, Headers, NotGiven, omit, not_given
from ...beta.agents._result import OutputT, AgentTurnResult
from ...beta.agents._tool_error import ToolErrorHandler, AsyncToolErrorHandler
from ....types.beta.agent_session_event import AgentSessionEvent
from ....types.beta.agent_session_input_param import SessionInputParamAgentSessionInputMessage
from ....types.beta.agent_session_input_message_param import AgentSessionInputMessageParam
from ....resources.beta.agents.sessions.sessions import Sessions, AsyncSessions

def _input_key(idempotency_key: str | Omit, headers: Headers | None) -> str | Omit: ...
def _input_event(input: str | Iterable[AgentSessionInputMessageParam]) -> SessionInputParamAgentSessionInputMessage: ...

class _TurnState:
    def __init__(self) -> None: ...
    def accept(self, event: AgentSessionEvent) -> bool: ...
    def terminal(self, event: AgentSessionEvent, session_id: str) -> bool: ...

class AgentSessionStream(Generic[OutputT]):
    def __init__(
        self,
        sessions: Sessions,
        session_id: str,
        *,
        input: str | Iterable[AgentSessionInputMessageParam],
        output_type: type[OutputT] | None = None,
        tool_handlers: Mapping[str, ToolHandler] | None = None,
        on_tool_error: ToolErrorHandler | None = None,
        idempotency_key: str | Omit = omit,
        extra_headers: Headers | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, exc_tb: TracebackType | None
    ) -> None: ...
    def __iter__(self) -> Self: ...
    def __next__(self) -> AgentSessionEvent: ...
    def until_done(self) -> None: ...
    def with_result_collection(self) -> Self: ...
    def get_final_result(self) -> AgentTurnResult[OutputT]: ...
    def close(self) -> None: ...

class AsyncAgentSessionStream(Generic[OutputT]):
    def __init__(
        self,
        sessions: AsyncSessions,
        session_id: str,
        *,
        input: str | Iterable[AgentSessionInputMessageParam],
        output_type: type[OutputT] | None = None,
        tool_handlers: Mapping[str, AsyncToolHandler] | None = None,
        on_tool_error: AsyncToolErrorHandler | None = None,
        idempotency_key: str | Omit = omit,
        extra_headers: Headers | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> None: ...
    async def __aenter__(self) -> Self: ...
    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, exc_tb: TracebackType | None
    ) -> None: ...
    def __aiter__(self) -> Self: ...
    async def __anext__(self) -> AgentSessionEvent: ...
    async def until_done(self) -> None: ...
    def with_result_collection(self) -> Self: ...
    async def get_final_result(self) -> AgentTurnResult[OutputT]: ...
    async def close(self) -> None: ...
