# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ....._types import CallOptions
from ....._config import Config
from ....._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Optional
from typing_extensions import Literal
from ..... import _legacy_response
from .files import (
    Files,
    AsyncFiles,
    FilesWithRawResponse,
    AsyncFilesWithRawResponse,
    FilesWithStreamingResponse,
    AsyncFilesWithStreamingResponse,
)
from .templates import (
    Templates,
    AsyncTemplates,
    TemplatesWithRawResponse,
    AsyncTemplatesWithRawResponse,
    TemplatesWithStreamingResponse,
    AsyncTemplatesWithStreamingResponse,
)
from ....._types import Body, Omit, Query, Headers, NotGiven, SequenceNotStr, omit, not_given
from ....._resource import SyncAPIResource, AsyncAPIResource
from ....._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .....pagination import SyncCursorPage, AsyncCursorPage
from ....._base_client import AsyncPaginator
from .....types.beta.agents import environment_create_params
from .....types.beta.agents.environment_info import EnvironmentInfo

class Environments(SyncAPIResource):
    @property
    def files(self) -> Files: ...
    @property
    def templates(self) -> Templates: ...
    @property
    def with_raw_response(self) -> EnvironmentsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> EnvironmentsWithStreamingResponse: ...
    def create(
        self,
        *,
        environment: environment_create_params.Environment,
        vault_ids: Optional[SequenceNotStr[str]] | Omit = omit,
        idempotency_key: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EnvironmentInfo:
        """POST /agents/environments"""

    def retrieve(
        self,
        environment_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EnvironmentInfo:
        """GET /agents/environments/{environment_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        type: Literal["openai_hosted"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[EnvironmentInfo]:
        """GET /agents/environments"""

class AsyncEnvironments(AsyncAPIResource):
    @property
    def files(self) -> AsyncFiles: ...
    @property
    def templates(self) -> AsyncTemplates: ...
    @property
    def with_raw_response(self) -> AsyncEnvironmentsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncEnvironmentsWithStreamingResponse: ...
    async def create(
        self,
        *,
        environment: environment_create_params.Environment,
        vault_ids: Optional[SequenceNotStr[str]] | Omit = omit,
        idempotency_key: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EnvironmentInfo:
        """POST /agents/environments"""

    async def retrieve(
        self,
        environment_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EnvironmentInfo:
        """GET /agents/environments/{environment_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        type: Literal["openai_hosted"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[EnvironmentInfo, AsyncCursorPage[EnvironmentInfo]]:
        """GET /agents/environments"""

class EnvironmentsWithRawResponse:
    def __init__(self, environments: Environments) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(environments.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(environments.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(environments.list)

    @property
    def files(self) -> FilesWithRawResponse: ...
    @property
    def templates(self) -> TemplatesWithRawResponse: ...

class AsyncEnvironmentsWithRawResponse:
    def __init__(self, environments: AsyncEnvironments) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(environments.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(environments.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(environments.list)

    @property
    def files(self) -> AsyncFilesWithRawResponse: ...
    @property
    def templates(self) -> AsyncTemplatesWithRawResponse: ...

class EnvironmentsWithStreamingResponse:
    def __init__(self, environments: Environments) -> None:
        self.create = to_streamed_response_wrapper(environments.create)
        self.retrieve = to_streamed_response_wrapper(environments.retrieve)
        self.list = to_streamed_response_wrapper(environments.list)

    @property
    def files(self) -> FilesWithStreamingResponse: ...
    @property
    def templates(self) -> TemplatesWithStreamingResponse: ...

class AsyncEnvironmentsWithStreamingResponse:
    def __init__(self, environments: AsyncEnvironments) -> None:
        self.create = async_to_streamed_response_wrapper(environments.create)
        self.retrieve = async_to_streamed_response_wrapper(environments.retrieve)
        self.list = async_to_streamed_response_wrapper(environments.list)

    @property
    def files(self) -> AsyncFilesWithStreamingResponse: ...
    @property
    def templates(self) -> AsyncTemplatesWithStreamingResponse: ...
