# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ....._types import CallOptions
from ....._config import Config
from ....._types import TimeoutTypes
from typing_extensions import Unpack
from os import PathLike
from typing import Mapping, Optional, Sequence
from typing_extensions import Literal, overload
from ..... import _legacy_response
from ....._types import Body, Omit, Query, Headers, NotGiven, FileTypes, omit, not_given
from ....._resource import SyncAPIResource, AsyncAPIResource
from ....._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .....pagination import SyncTokenPage, AsyncTokenPage
from ....._base_client import AsyncPaginator
from .....lib.beta.agents._files import StagedAgentFile, PreparedAgentFiles
from .....types.beta.agents.environments.environment_file import EnvironmentFile

class Files(SyncAPIResource):
    @property
    def with_raw_response(self) -> FilesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> FilesWithStreamingResponse: ...
    def prepare(
        self,
        files: Mapping[str, str | PathLike[str]],
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> PreparedAgentFiles: ...
    def prepare_directory(
        self,
        root: str | PathLike[str],
        *,
        destination: str,
        include: Sequence[str],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> PreparedAgentFiles: ...
    def upload(
        self,
        environment_id: str,
        *,
        file: FileTypes,
        path: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> StagedAgentFile: ...
    @overload
    def create(
        self,
        environment_id: str,
        *,
        file_id: str,
        path: str,
        type: Literal["file_id"],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EnvironmentFile:
        """POST /agents/environments/{environment_id}/files"""

    @overload
    def create(
        self,
        environment_id: str,
        *,
        data: str,
        path: str,
        type: Literal["inline"],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EnvironmentFile:
        """POST /agents/environments/{environment_id}/files"""

    def list(
        self,
        environment_id: str,
        *,
        limit: Optional[int] | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        page: str | Omit = omit,
        path: Optional[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncTokenPage[EnvironmentFile]:
        """GET /agents/environments/{environment_id}/files"""

class AsyncFiles(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncFilesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncFilesWithStreamingResponse: ...
    async def prepare(
        self,
        files: Mapping[str, str | PathLike[str]],
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> PreparedAgentFiles: ...
    async def prepare_directory(
        self,
        root: str | PathLike[str],
        *,
        destination: str,
        include: Sequence[str],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> PreparedAgentFiles: ...
    async def upload(
        self,
        environment_id: str,
        *,
        file: FileTypes,
        path: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> StagedAgentFile: ...
    @overload
    async def create(
        self,
        environment_id: str,
        *,
        file_id: str,
        path: str,
        type: Literal["file_id"],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EnvironmentFile:
        """POST /agents/environments/{environment_id}/files"""

    @overload
    async def create(
        self,
        environment_id: str,
        *,
        data: str,
        path: str,
        type: Literal["inline"],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EnvironmentFile:
        """POST /agents/environments/{environment_id}/files"""

    def list(
        self,
        environment_id: str,
        *,
        limit: Optional[int] | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        page: str | Omit = omit,
        path: Optional[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[EnvironmentFile, AsyncTokenPage[EnvironmentFile]]:
        """GET /agents/environments/{environment_id}/files"""

class FilesWithRawResponse:
    def __init__(self, files: Files) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(files.create)
        self.list = _legacy_response.to_raw_response_wrapper(files.list)

class AsyncFilesWithRawResponse:
    def __init__(self, files: AsyncFiles) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(files.create)
        self.list = _legacy_response.async_to_raw_response_wrapper(files.list)

class FilesWithStreamingResponse:
    def __init__(self, files: Files) -> None:
        self.create = to_streamed_response_wrapper(files.create)
        self.list = to_streamed_response_wrapper(files.list)

class AsyncFilesWithStreamingResponse:
    def __init__(self, files: AsyncFiles) -> None:
        self.create = async_to_streamed_response_wrapper(files.create)
        self.list = async_to_streamed_response_wrapper(files.list)
