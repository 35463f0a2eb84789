# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._types import CallOptions
from ..._config import Config
from ..._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Iterable
from typing_extensions import Literal
from ... import _legacy_response
from ...types import container_create_params
from ..._types import Body, Omit, Query, Headers, NotGiven, SequenceNotStr, omit, not_given
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .files.files import (
    Files,
    AsyncFiles,
    FilesWithRawResponse,
    AsyncFilesWithRawResponse,
    FilesWithStreamingResponse,
    AsyncFilesWithStreamingResponse,
)
from ...pagination import SyncCursorPage, AsyncCursorPage
from ..._base_client import AsyncPaginator
from ...types.container_list_response import ContainerListResponse
from ...types.container_create_response import ContainerCreateResponse
from ...types.container_retrieve_response import ContainerRetrieveResponse

class Containers(SyncAPIResource):
    @property
    def files(self) -> Files: ...
    @property
    def with_raw_response(self) -> ContainersWithRawResponse: ...
    @property
    def with_streaming_response(self) -> ContainersWithStreamingResponse: ...
    def create(
        self,
        *,
        name: str,
        expires_after: container_create_params.ExpiresAfter | Omit = omit,
        file_ids: SequenceNotStr[str] | Omit = omit,
        memory_limit: Literal["1g", "4g", "16g", "64g"] | Omit = omit,
        network_policy: container_create_params.NetworkPolicy | Omit = omit,
        skills: Iterable[container_create_params.Skill] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ContainerCreateResponse:
        """POST /containers"""

    def retrieve(
        self,
        container_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ContainerRetrieveResponse:
        """GET /containers/{container_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        name: str | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[ContainerListResponse]:
        """GET /containers"""

    def delete(
        self,
        container_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """DELETE /containers/{container_id}"""

class AsyncContainers(AsyncAPIResource):
    @property
    def files(self) -> AsyncFiles: ...
    @property
    def with_raw_response(self) -> AsyncContainersWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncContainersWithStreamingResponse: ...
    async def create(
        self,
        *,
        name: str,
        expires_after: container_create_params.ExpiresAfter | Omit = omit,
        file_ids: SequenceNotStr[str] | Omit = omit,
        memory_limit: Literal["1g", "4g", "16g", "64g"] | Omit = omit,
        network_policy: container_create_params.NetworkPolicy | Omit = omit,
        skills: Iterable[container_create_params.Skill] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ContainerCreateResponse:
        """POST /containers"""

    async def retrieve(
        self,
        container_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ContainerRetrieveResponse:
        """GET /containers/{container_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        name: str | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[ContainerListResponse, AsyncCursorPage[ContainerListResponse]]:
        """GET /containers"""

    async def delete(
        self,
        container_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """DELETE /containers/{container_id}"""

class ContainersWithRawResponse:
    def __init__(self, containers: Containers) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(containers.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(containers.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(containers.list)
        self.delete = _legacy_response.to_raw_response_wrapper(containers.delete)

    @property
    def files(self) -> FilesWithRawResponse: ...

class AsyncContainersWithRawResponse:
    def __init__(self, containers: AsyncContainers) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(containers.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(containers.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(containers.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(containers.delete)

    @property
    def files(self) -> AsyncFilesWithRawResponse: ...

class ContainersWithStreamingResponse:
    def __init__(self, containers: Containers) -> None:
        self.create = to_streamed_response_wrapper(containers.create)
        self.retrieve = to_streamed_response_wrapper(containers.retrieve)
        self.list = to_streamed_response_wrapper(containers.list)
        self.delete = to_streamed_response_wrapper(containers.delete)

    @property
    def files(self) -> FilesWithStreamingResponse: ...

class AsyncContainersWithStreamingResponse:
    def __init__(self, containers: AsyncContainers) -> None:
        self.create = async_to_streamed_response_wrapper(containers.create)
        self.retrieve = async_to_streamed_response_wrapper(containers.retrieve)
        self.list = async_to_streamed_response_wrapper(containers.list)
        self.delete = async_to_streamed_response_wrapper(containers.delete)

    @property
    def files(self) -> AsyncFilesWithStreamingResponse: ...
