# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._types import CallOptions
from ...._config import Config
from ...._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Dict, Iterable, Optional
from typing_extensions import Literal
from .... import _legacy_response
from ...._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ...._resource import SyncAPIResource, AsyncAPIResource
from ...._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ....pagination import SyncCursorPage, AsyncCursorPage
from ....types.beta import agent_create_params, agent_update_params
from .vaults.vaults import (
    Vaults,
    AsyncVaults,
    VaultsWithRawResponse,
    AsyncVaultsWithRawResponse,
    VaultsWithStreamingResponse,
    AsyncVaultsWithStreamingResponse,
)
from ...._base_client import AsyncPaginator
from .sessions.sessions import (
    Sessions,
    AsyncSessions,
    SessionsWithRawResponse,
    AsyncSessionsWithRawResponse,
    SessionsWithStreamingResponse,
    AsyncSessionsWithStreamingResponse,
)
from ....types.beta.agent import Agent
from .automations.automations import (
    Automations,
    AsyncAutomations,
    AutomationsWithRawResponse,
    AsyncAutomationsWithRawResponse,
    AutomationsWithStreamingResponse,
    AsyncAutomationsWithStreamingResponse,
)
from .environments.environments import (
    Environments,
    AsyncEnvironments,
    EnvironmentsWithRawResponse,
    AsyncEnvironmentsWithRawResponse,
    EnvironmentsWithStreamingResponse,
    AsyncEnvironmentsWithStreamingResponse,
)
from ....types.beta.agent_deleted import AgentDeleted
from ....types.beta.agent_text_param import AgentTextParam
from ....types.beta.agent_reasoning_param import AgentReasoningParam
from ....types.beta.multi_agent_config_param import MultiAgentConfigParam
from ....types.beta.persisted_agent_tool_param import PersistedAgentToolParam

class Agents(SyncAPIResource):
    @property
    def automations(self) -> Automations: ...
    @property
    def environments(self) -> Environments: ...
    @property
    def vaults(self) -> Vaults: ...
    @property
    def sessions(self) -> Sessions: ...
    @property
    def with_raw_response(self) -> AgentsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AgentsWithStreamingResponse: ...
    def create(
        self,
        *,
        model: str,
        compaction: Optional[agent_create_params.Compaction] | Omit = omit,
        experimental: agent_create_params.Experimental | Omit = omit,
        instructions: Optional[str] | Omit = omit,
        metadata: Optional[Dict[str, str]] | Omit = omit,
        multi_agent: Optional[MultiAgentConfigParam] | Omit = omit,
        name: Optional[str] | Omit = omit,
        reasoning: Optional[AgentReasoningParam] | Omit = omit,
        service_tier: Optional[Literal["auto", "default", "flex", "priority", "fast", "ultrafast"]] | Omit = omit,
        text: Optional[AgentTextParam] | Omit = omit,
        tools: Optional[Iterable[PersistedAgentToolParam]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Agent:
        """POST /agents"""

    def retrieve(
        self,
        agent_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Agent:
        """GET /agents/{agent_id}"""

    def update(
        self,
        agent_id: str,
        *,
        compaction: Optional[agent_update_params.Compaction] | Omit = omit,
        experimental: agent_update_params.Experimental | Omit = omit,
        instructions: Optional[str] | Omit = omit,
        metadata: Optional[Dict[str, str]] | Omit = omit,
        model: str | Omit = omit,
        multi_agent: Optional[MultiAgentConfigParam] | Omit = omit,
        name: Optional[str] | Omit = omit,
        reasoning: Optional[AgentReasoningParam] | Omit = omit,
        service_tier: Optional[Literal["auto", "default", "flex", "priority", "fast", "ultrafast"]] | Omit = omit,
        text: Optional[AgentTextParam] | Omit = omit,
        tools: Optional[Iterable[PersistedAgentToolParam]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Agent:
        """POST /agents/{agent_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[Agent]:
        """GET /agents"""

    def delete(
        self,
        agent_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AgentDeleted:
        """DELETE /agents/{agent_id}"""

class AsyncAgents(AsyncAPIResource):
    @property
    def automations(self) -> AsyncAutomations: ...
    @property
    def environments(self) -> AsyncEnvironments: ...
    @property
    def vaults(self) -> AsyncVaults: ...
    @property
    def sessions(self) -> AsyncSessions: ...
    @property
    def with_raw_response(self) -> AsyncAgentsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncAgentsWithStreamingResponse: ...
    async def create(
        self,
        *,
        model: str,
        compaction: Optional[agent_create_params.Compaction] | Omit = omit,
        experimental: agent_create_params.Experimental | Omit = omit,
        instructions: Optional[str] | Omit = omit,
        metadata: Optional[Dict[str, str]] | Omit = omit,
        multi_agent: Optional[MultiAgentConfigParam] | Omit = omit,
        name: Optional[str] | Omit = omit,
        reasoning: Optional[AgentReasoningParam] | Omit = omit,
        service_tier: Optional[Literal["auto", "default", "flex", "priority", "fast", "ultrafast"]] | Omit = omit,
        text: Optional[AgentTextParam] | Omit = omit,
        tools: Optional[Iterable[PersistedAgentToolParam]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Agent:
        """POST /agents"""

    async def retrieve(
        self,
        agent_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Agent:
        """GET /agents/{agent_id}"""

    async def update(
        self,
        agent_id: str,
        *,
        compaction: Optional[agent_update_params.Compaction] | Omit = omit,
        experimental: agent_update_params.Experimental | Omit = omit,
        instructions: Optional[str] | Omit = omit,
        metadata: Optional[Dict[str, str]] | Omit = omit,
        model: str | Omit = omit,
        multi_agent: Optional[MultiAgentConfigParam] | Omit = omit,
        name: Optional[str] | Omit = omit,
        reasoning: Optional[AgentReasoningParam] | Omit = omit,
        service_tier: Optional[Literal["auto", "default", "flex", "priority", "fast", "ultrafast"]] | Omit = omit,
        text: Optional[AgentTextParam] | Omit = omit,
        tools: Optional[Iterable[PersistedAgentToolParam]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Agent:
        """POST /agents/{agent_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[Agent, AsyncCursorPage[Agent]]:
        """GET /agents"""

    async def delete(
        self,
        agent_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AgentDeleted:
        """DELETE /agents/{agent_id}"""

class AgentsWithRawResponse:
    def __init__(self, agents: Agents) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(agents.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(agents.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(agents.update)
        self.list = _legacy_response.to_raw_response_wrapper(agents.list)
        self.delete = _legacy_response.to_raw_response_wrapper(agents.delete)

    @property
    def automations(self) -> AutomationsWithRawResponse: ...
    @property
    def environments(self) -> EnvironmentsWithRawResponse: ...
    @property
    def vaults(self) -> VaultsWithRawResponse: ...
    @property
    def sessions(self) -> SessionsWithRawResponse: ...

class AsyncAgentsWithRawResponse:
    def __init__(self, agents: AsyncAgents) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(agents.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(agents.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(agents.update)
        self.list = _legacy_response.async_to_raw_response_wrapper(agents.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(agents.delete)

    @property
    def automations(self) -> AsyncAutomationsWithRawResponse: ...
    @property
    def environments(self) -> AsyncEnvironmentsWithRawResponse: ...
    @property
    def vaults(self) -> AsyncVaultsWithRawResponse: ...
    @property
    def sessions(self) -> AsyncSessionsWithRawResponse: ...

class AgentsWithStreamingResponse:
    def __init__(self, agents: Agents) -> None:
        self.create = to_streamed_response_wrapper(agents.create)
        self.retrieve = to_streamed_response_wrapper(agents.retrieve)
        self.update = to_streamed_response_wrapper(agents.update)
        self.list = to_streamed_response_wrapper(agents.list)
        self.delete = to_streamed_response_wrapper(agents.delete)

    @property
    def automations(self) -> AutomationsWithStreamingResponse: ...
    @property
    def environments(self) -> EnvironmentsWithStreamingResponse: ...
    @property
    def vaults(self) -> VaultsWithStreamingResponse: ...
    @property
    def sessions(self) -> SessionsWithStreamingResponse: ...

class AsyncAgentsWithStreamingResponse:
    def __init__(self, agents: AsyncAgents) -> None:
        self.create = async_to_streamed_response_wrapper(agents.create)
        self.retrieve = async_to_streamed_response_wrapper(agents.retrieve)
        self.update = async_to_streamed_response_wrapper(agents.update)
        self.list = async_to_streamed_response_wrapper(agents.list)
        self.delete = async_to_streamed_response_wrapper(agents.delete)

    @property
    def automations(self) -> AsyncAutomationsWithStreamingResponse: ...
    @property
    def environments(self) -> AsyncEnvironmentsWithStreamingResponse: ...
    @property
    def vaults(self) -> AsyncVaultsWithStreamingResponse: ...
    @property
    def sessions(self) -> AsyncSessionsWithStreamingResponse: ...
