# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Generic
from typing_extensions import Self
from ._result import OutputT, AgentTurnResult
from ...._streaming import Stream, AsyncStream
from ....types.beta.agent_session_event import AgentSessionEvent

class AgentSessionEventStream(Stream[AgentSessionEvent], Generic[OutputT]):
    def with_result_collection(self) -> Self: ...
    def get_final_result(self) -> AgentTurnResult[OutputT]: ...

class AsyncAgentSessionEventStream(AsyncStream[AgentSessionEvent], Generic[OutputT]):
    def with_result_collection(self) -> Self: ...
    async def get_final_result(self) -> AgentTurnResult[OutputT]: ...
