# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ....._types import CallOptions
from ....._config import Config
from ....._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Optional
from typing_extensions import Literal
from ..... import _legacy_response
from ....._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ....._resource import SyncAPIResource, AsyncAPIResource
from ....._response import (
    StreamedBinaryAPIResponse,
    AsyncStreamedBinaryAPIResponse,
    to_streamed_response_wrapper,
    async_to_streamed_response_wrapper,
    to_custom_streamed_response_wrapper,
    async_to_custom_streamed_response_wrapper,
)
from .....pagination import SyncCursorPage, AsyncCursorPage
from ....._base_client import AsyncPaginator
from .....lib.beta.agents._result import AgentTurnResult
from .....lib.beta.agents._artifacts import AgentResultArtifacts, AsyncAgentResultArtifacts
from .....types.beta.agents.sessions.session_artifact import SessionArtifact
from .....types.beta.agents.sessions.session_artifact_deleted import SessionArtifactDeleted

class Artifacts(SyncAPIResource):
    @property
    def with_raw_response(self) -> ArtifactsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> ArtifactsWithStreamingResponse: ...
    def for_result(self, result: AgentTurnResult) -> AgentResultArtifacts: ...
    def retrieve(
        self,
        artifact_id: str,
        *,
        session_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SessionArtifact:
        """GET /agents/sessions/{session_id}/artifacts/{artifact_id}"""

    def list(
        self,
        session_id: str,
        *,
        after: str | Omit = omit,
        environment_id: Optional[str] | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[SessionArtifact]:
        """GET /agents/sessions/{session_id}/artifacts"""

    def delete(
        self,
        artifact_id: str,
        *,
        session_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SessionArtifactDeleted:
        """DELETE /agents/sessions/{session_id}/artifacts/{artifact_id}"""

    def content(
        self,
        artifact_id: str,
        *,
        session_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> _legacy_response.HttpxBinaryResponseContent:
        """GET /agents/sessions/{session_id}/artifacts/{artifact_id}/content"""

class AsyncArtifacts(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncArtifactsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncArtifactsWithStreamingResponse: ...
    def for_result(self, result: AgentTurnResult) -> AsyncAgentResultArtifacts: ...
    async def retrieve(
        self,
        artifact_id: str,
        *,
        session_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SessionArtifact:
        """GET /agents/sessions/{session_id}/artifacts/{artifact_id}"""

    def list(
        self,
        session_id: str,
        *,
        after: str | Omit = omit,
        environment_id: Optional[str] | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[SessionArtifact, AsyncCursorPage[SessionArtifact]]:
        """GET /agents/sessions/{session_id}/artifacts"""

    async def delete(
        self,
        artifact_id: str,
        *,
        session_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SessionArtifactDeleted:
        """DELETE /agents/sessions/{session_id}/artifacts/{artifact_id}"""

    async def content(
        self,
        artifact_id: str,
        *,
        session_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> _legacy_response.HttpxBinaryResponseContent:
        """GET /agents/sessions/{session_id}/artifacts/{artifact_id}/content"""

class ArtifactsWithRawResponse:
    def __init__(self, artifacts: Artifacts) -> None:
        self.retrieve = _legacy_response.to_raw_response_wrapper(artifacts.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(artifacts.list)
        self.delete = _legacy_response.to_raw_response_wrapper(artifacts.delete)
        self.content = _legacy_response.to_raw_response_wrapper(artifacts.content)

class AsyncArtifactsWithRawResponse:
    def __init__(self, artifacts: AsyncArtifacts) -> None:
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(artifacts.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(artifacts.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(artifacts.delete)
        self.content = _legacy_response.async_to_raw_response_wrapper(artifacts.content)

class ArtifactsWithStreamingResponse:
    def __init__(self, artifacts: Artifacts) -> None:
        self.retrieve = to_streamed_response_wrapper(artifacts.retrieve)
        self.list = to_streamed_response_wrapper(artifacts.list)
        self.delete = to_streamed_response_wrapper(artifacts.delete)
        self.content = to_custom_streamed_response_wrapper(artifacts.content, StreamedBinaryAPIResponse)

class AsyncArtifactsWithStreamingResponse:
    def __init__(self, artifacts: AsyncArtifacts) -> None:
        self.retrieve = async_to_streamed_response_wrapper(artifacts.retrieve)
        self.list = async_to_streamed_response_wrapper(artifacts.list)
        self.delete = async_to_streamed_response_wrapper(artifacts.delete)
        self.content = async_to_custom_streamed_response_wrapper(artifacts.content, AsyncStreamedBinaryAPIResponse)
