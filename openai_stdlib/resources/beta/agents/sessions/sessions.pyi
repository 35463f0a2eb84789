# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ....._types import CallOptions
from ....._config import Config
from ....._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Dict, Union, Mapping, Iterable, Optional
from typing_extensions import Literal, overload
from ..... import _legacy_response
from .items import (
    Items,
    AsyncItems,
    ItemsWithRawResponse,
    AsyncItemsWithRawResponse,
    ItemsWithStreamingResponse,
    AsyncItemsWithStreamingResponse,
)
from .events import (
    Events,
    AsyncEvents,
    EventsWithRawResponse,
    AsyncEventsWithRawResponse,
    EventsWithStreamingResponse,
    AsyncEventsWithStreamingResponse,
)
from .traces import (
    Traces,
    AsyncTraces,
    TracesWithRawResponse,
    AsyncTracesWithRawResponse,
    TracesWithStreamingResponse,
    AsyncTracesWithStreamingResponse,
)
from .artifacts import (
    Artifacts,
    AsyncArtifacts,
    ArtifactsWithRawResponse,
    AsyncArtifactsWithRawResponse,
    ArtifactsWithStreamingResponse,
    AsyncArtifactsWithStreamingResponse,
)
from ....._types import Body, Omit, Query, Headers, NotGiven, SequenceNotStr, omit, not_given
from .turns.turns import (
    Turns,
    AsyncTurns,
    TurnsWithRawResponse,
    AsyncTurnsWithRawResponse,
    TurnsWithStreamingResponse,
    AsyncTurnsWithStreamingResponse,
)
from ....._resource import SyncAPIResource, AsyncAPIResource
from ....._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .....pagination import SyncCursorPage, AsyncCursorPage
from ....._base_client import AsyncPaginator
from .....lib.beta.agents import AgentSessionEventStream, AsyncAgentSessionEventStream
from .subagents.subagents import (
    Subagents,
    AsyncSubagents,
    SubagentsWithRawResponse,
    AsyncSubagentsWithRawResponse,
    SubagentsWithStreamingResponse,
    AsyncSubagentsWithStreamingResponse,
)
from .....types.beta.agents import session_create_params, session_update_params
from .....lib.streaming.agents import ToolHandler, AsyncToolHandler, AgentSessionStream, AsyncAgentSessionStream
from .....lib.beta.agents._result import OutputT
from .....types.beta.agent_session import AgentSession
from .....lib.beta.agents._tool_error import ToolErrorHandler, AsyncToolErrorHandler
from .....types.beta.environment_param import EnvironmentParam
from .....types.beta.agent_session_deleted import AgentSessionDeleted
from .....types.beta.agent_session_input_message_param import AgentSessionInputMessageParam

class Sessions(SyncAPIResource):
    def stream(
        self,
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
    ) -> AgentSessionStream[OutputT]: ...
    @property
    def subagents(self) -> Subagents: ...
    @property
    def artifacts(self) -> Artifacts: ...
    @property
    def items(self) -> Items: ...
    @property
    def events(self) -> Events: ...
    @property
    def traces(self) -> Traces: ...
    @property
    def turns(self) -> Turns: ...
    @property
    def with_raw_response(self) -> SessionsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> SessionsWithStreamingResponse: ...
    @overload
    def create(
        self,
        *,
        environment: EnvironmentParam,
        output_type: type[OutputT] | None = None,
        tool_handlers: Mapping[str, ToolHandler] | None = None,
        agent: session_create_params.Agent | Omit = omit,
        agent_id: str | Omit = omit,
        input: Union[str, Iterable[AgentSessionInputMessageParam], None] | Omit = omit,
        metadata: Optional[Dict[str, str]] | Omit = omit,
        prompt_cache_options: Optional[session_create_params.PromptCacheOptions] | Omit = omit,
        review: Literal["none", "auto_review"] | Omit = omit,
        stream: Literal[False] | Omit = omit,
        stream_options: session_create_params.StreamOptions | Omit = omit,
        vault_ids: Optional[SequenceNotStr[str]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AgentSession:
        """POST /agents/sessions"""

    @overload
    def create(
        self,
        *,
        environment: EnvironmentParam,
        output_type: type[OutputT] | None = None,
        tool_handlers: Mapping[str, ToolHandler] | None = None,
        stream: Literal[True],
        agent: session_create_params.Agent | Omit = omit,
        agent_id: str | Omit = omit,
        input: Union[str, Iterable[AgentSessionInputMessageParam], None] | Omit = omit,
        metadata: Optional[Dict[str, str]] | Omit = omit,
        prompt_cache_options: Optional[session_create_params.PromptCacheOptions] | Omit = omit,
        review: Literal["none", "auto_review"] | Omit = omit,
        stream_options: session_create_params.StreamOptions | Omit = omit,
        vault_ids: Optional[SequenceNotStr[str]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AgentSessionEventStream[OutputT]:
        """POST /agents/sessions"""

    @overload
    def create(
        self,
        *,
        environment: EnvironmentParam,
        output_type: type[OutputT] | None = None,
        tool_handlers: Mapping[str, ToolHandler] | None = None,
        stream: bool,
        agent: session_create_params.Agent | Omit = omit,
        agent_id: str | Omit = omit,
        input: Union[str, Iterable[AgentSessionInputMessageParam], None] | Omit = omit,
        metadata: Optional[Dict[str, str]] | Omit = omit,
        prompt_cache_options: Optional[session_create_params.PromptCacheOptions] | Omit = omit,
        review: Literal["none", "auto_review"] | Omit = omit,
        stream_options: session_create_params.StreamOptions | Omit = omit,
        vault_ids: Optional[SequenceNotStr[str]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AgentSession | AgentSessionEventStream[OutputT]:
        """POST /agents/sessions"""

    def retrieve(
        self,
        session_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AgentSession:
        """GET /agents/sessions/{session_id}"""

    def update(
        self,
        session_id: str,
        *,
        agent: session_update_params.Agent | Omit = omit,
        metadata: Optional[Dict[str, str]] | Omit = omit,
        prompt_cache_options: Optional[session_update_params.PromptCacheOptions] | Omit = omit,
        review: Literal["none", "auto_review"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AgentSession:
        """POST /agents/sessions/{session_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        agent_id: str | Omit = omit,
        limit: int | Omit = omit,
        metadata: Dict[str, str] | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[AgentSession]:
        """GET /agents/sessions"""

    def delete(
        self,
        session_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AgentSessionDeleted:
        """DELETE /agents/sessions/{session_id}"""

class AsyncSessions(AsyncAPIResource):
    def stream(
        self,
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
    ) -> AsyncAgentSessionStream[OutputT]: ...
    @property
    def subagents(self) -> AsyncSubagents: ...
    @property
    def artifacts(self) -> AsyncArtifacts: ...
    @property
    def items(self) -> AsyncItems: ...
    @property
    def events(self) -> AsyncEvents: ...
    @property
    def traces(self) -> AsyncTraces: ...
    @property
    def turns(self) -> AsyncTurns: ...
    @property
    def with_raw_response(self) -> AsyncSessionsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncSessionsWithStreamingResponse: ...
    @overload
    async def create(
        self,
        *,
        environment: EnvironmentParam,
        output_type: type[OutputT] | None = None,
        tool_handlers: Mapping[str, AsyncToolHandler] | None = None,
        agent: session_create_params.Agent | Omit = omit,
        agent_id: str | Omit = omit,
        input: Union[str, Iterable[AgentSessionInputMessageParam], None] | Omit = omit,
        metadata: Optional[Dict[str, str]] | Omit = omit,
        prompt_cache_options: Optional[session_create_params.PromptCacheOptions] | Omit = omit,
        review: Literal["none", "auto_review"] | Omit = omit,
        stream: Literal[False] | Omit = omit,
        stream_options: session_create_params.StreamOptions | Omit = omit,
        vault_ids: Optional[SequenceNotStr[str]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AgentSession:
        """POST /agents/sessions"""

    @overload
    async def create(
        self,
        *,
        environment: EnvironmentParam,
        output_type: type[OutputT] | None = None,
        tool_handlers: Mapping[str, AsyncToolHandler] | None = None,
        stream: Literal[True],
        agent: session_create_params.Agent | Omit = omit,
        agent_id: str | Omit = omit,
        input: Union[str, Iterable[AgentSessionInputMessageParam], None] | Omit = omit,
        metadata: Optional[Dict[str, str]] | Omit = omit,
        prompt_cache_options: Optional[session_create_params.PromptCacheOptions] | Omit = omit,
        review: Literal["none", "auto_review"] | Omit = omit,
        stream_options: session_create_params.StreamOptions | Omit = omit,
        vault_ids: Optional[SequenceNotStr[str]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncAgentSessionEventStream[OutputT]:
        """POST /agents/sessions"""

    @overload
    async def create(
        self,
        *,
        environment: EnvironmentParam,
        output_type: type[OutputT] | None = None,
        tool_handlers: Mapping[str, AsyncToolHandler] | None = None,
        stream: bool,
        agent: session_create_params.Agent | Omit = omit,
        agent_id: str | Omit = omit,
        input: Union[str, Iterable[AgentSessionInputMessageParam], None] | Omit = omit,
        metadata: Optional[Dict[str, str]] | Omit = omit,
        prompt_cache_options: Optional[session_create_params.PromptCacheOptions] | Omit = omit,
        review: Literal["none", "auto_review"] | Omit = omit,
        stream_options: session_create_params.StreamOptions | Omit = omit,
        vault_ids: Optional[SequenceNotStr[str]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AgentSession | AsyncAgentSessionEventStream[OutputT]:
        """POST /agents/sessions"""

    async def retrieve(
        self,
        session_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AgentSession:
        """GET /agents/sessions/{session_id}"""

    async def update(
        self,
        session_id: str,
        *,
        agent: session_update_params.Agent | Omit = omit,
        metadata: Optional[Dict[str, str]] | Omit = omit,
        prompt_cache_options: Optional[session_update_params.PromptCacheOptions] | Omit = omit,
        review: Literal["none", "auto_review"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AgentSession:
        """POST /agents/sessions/{session_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        agent_id: str | Omit = omit,
        limit: int | Omit = omit,
        metadata: Dict[str, str] | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[AgentSession, AsyncCursorPage[AgentSession]]:
        """GET /agents/sessions"""

    async def delete(
        self,
        session_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AgentSessionDeleted:
        """DELETE /agents/sessions/{session_id}"""

class SessionsWithRawResponse:
    def __init__(self, sessions: Sessions) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(sessions.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(sessions.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(sessions.update)
        self.list = _legacy_response.to_raw_response_wrapper(sessions.list)
        self.delete = _legacy_response.to_raw_response_wrapper(sessions.delete)

    @property
    def subagents(self) -> SubagentsWithRawResponse: ...
    @property
    def artifacts(self) -> ArtifactsWithRawResponse: ...
    @property
    def items(self) -> ItemsWithRawResponse: ...
    @property
    def events(self) -> EventsWithRawResponse: ...
    @property
    def traces(self) -> TracesWithRawResponse: ...
    @property
    def turns(self) -> TurnsWithRawResponse: ...

class AsyncSessionsWithRawResponse:
    def __init__(self, sessions: AsyncSessions) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(sessions.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(sessions.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(sessions.update)
        self.list = _legacy_response.async_to_raw_response_wrapper(sessions.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(sessions.delete)

    @property
    def subagents(self) -> AsyncSubagentsWithRawResponse: ...
    @property
    def artifacts(self) -> AsyncArtifactsWithRawResponse: ...
    @property
    def items(self) -> AsyncItemsWithRawResponse: ...
    @property
    def events(self) -> AsyncEventsWithRawResponse: ...
    @property
    def traces(self) -> AsyncTracesWithRawResponse: ...
    @property
    def turns(self) -> AsyncTurnsWithRawResponse: ...

class SessionsWithStreamingResponse:
    def __init__(self, sessions: Sessions) -> None:
        self.create = to_streamed_response_wrapper(sessions.create)
        self.retrieve = to_streamed_response_wrapper(sessions.retrieve)
        self.update = to_streamed_response_wrapper(sessions.update)
        self.list = to_streamed_response_wrapper(sessions.list)
        self.delete = to_streamed_response_wrapper(sessions.delete)

    @property
    def subagents(self) -> SubagentsWithStreamingResponse: ...
    @property
    def artifacts(self) -> ArtifactsWithStreamingResponse: ...
    @property
    def items(self) -> ItemsWithStreamingResponse: ...
    @property
    def events(self) -> EventsWithStreamingResponse: ...
    @property
    def traces(self) -> TracesWithStreamingResponse: ...
    @property
    def turns(self) -> TurnsWithStreamingResponse: ...

class AsyncSessionsWithStreamingResponse:
    def __init__(self, sessions: AsyncSessions) -> None:
        self.create = async_to_streamed_response_wrapper(sessions.create)
        self.retrieve = async_to_streamed_response_wrapper(sessions.retrieve)
        self.update = async_to_streamed_response_wrapper(sessions.update)
        self.list = async_to_streamed_response_wrapper(sessions.list)
        self.delete = async_to_streamed_response_wrapper(sessions.delete)

    @property
    def subagents(self) -> AsyncSubagentsWithStreamingResponse: ...
    @property
    def artifacts(self) -> AsyncArtifactsWithStreamingResponse: ...
    @property
    def items(self) -> AsyncItemsWithStreamingResponse: ...
    @property
    def events(self) -> AsyncEventsWithStreamingResponse: ...
    @property
    def traces(self) -> AsyncTracesWithStreamingResponse: ...
    @property
    def turns(self) -> AsyncTurnsWithStreamingResponse: ...
