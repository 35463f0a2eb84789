# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._types import CallOptions
from ...._config import Config
from ...._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Optional
from typing_extensions import Literal
from .... import _legacy_response
from ...._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ...._resource import SyncAPIResource, AsyncAPIResource
from ...._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ....pagination import SyncCursorPage, AsyncCursorPage
from ...._base_client import AsyncPaginator
from ....types.admin.organization import external_storage_create_params
from ....types.admin.organization.external_storage_deleted import ExternalStorageDeleted
from ....types.admin.organization.external_storage_configuration import ExternalStorageConfiguration

class ExternalStorage(SyncAPIResource):
    @property
    def with_raw_response(self) -> ExternalStorageWithRawResponse: ...
    @property
    def with_streaming_response(self) -> ExternalStorageWithStreamingResponse: ...
    def create(
        self,
        *,
        project_id: str,
        provider: external_storage_create_params.Provider,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ExternalStorageConfiguration:
        """POST /organization/external_storage"""

    def retrieve(
        self,
        external_storage_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ExternalStorageConfiguration:
        """GET /organization/external_storage/{external_storage_id}"""

    def list(
        self,
        *,
        after: Optional[str] | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        project_id: Optional[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[ExternalStorageConfiguration]:
        """GET /organization/external_storage"""

    def delete(
        self,
        external_storage_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ExternalStorageDeleted:
        """DELETE /organization/external_storage/{external_storage_id}"""

    def validate(
        self,
        external_storage_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ExternalStorageConfiguration:
        """POST /organization/external_storage/{external_storage_id}/validate"""

class AsyncExternalStorage(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncExternalStorageWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncExternalStorageWithStreamingResponse: ...
    async def create(
        self,
        *,
        project_id: str,
        provider: external_storage_create_params.Provider,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ExternalStorageConfiguration:
        """POST /organization/external_storage"""

    async def retrieve(
        self,
        external_storage_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ExternalStorageConfiguration:
        """GET /organization/external_storage/{external_storage_id}"""

    def list(
        self,
        *,
        after: Optional[str] | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        project_id: Optional[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[ExternalStorageConfiguration, AsyncCursorPage[ExternalStorageConfiguration]]:
        """GET /organization/external_storage"""

    async def delete(
        self,
        external_storage_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ExternalStorageDeleted:
        """DELETE /organization/external_storage/{external_storage_id}"""

    async def validate(
        self,
        external_storage_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ExternalStorageConfiguration:
        """POST /organization/external_storage/{external_storage_id}/validate"""

class ExternalStorageWithRawResponse:
    def __init__(self, external_storage: ExternalStorage) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(external_storage.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(external_storage.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(external_storage.list)
        self.delete = _legacy_response.to_raw_response_wrapper(external_storage.delete)
        self.validate = _legacy_response.to_raw_response_wrapper(external_storage.validate)

class AsyncExternalStorageWithRawResponse:
    def __init__(self, external_storage: AsyncExternalStorage) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(external_storage.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(external_storage.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(external_storage.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(external_storage.delete)
        self.validate = _legacy_response.async_to_raw_response_wrapper(external_storage.validate)

class ExternalStorageWithStreamingResponse:
    def __init__(self, external_storage: ExternalStorage) -> None:
        self.create = to_streamed_response_wrapper(external_storage.create)
        self.retrieve = to_streamed_response_wrapper(external_storage.retrieve)
        self.list = to_streamed_response_wrapper(external_storage.list)
        self.delete = to_streamed_response_wrapper(external_storage.delete)
        self.validate = to_streamed_response_wrapper(external_storage.validate)

class AsyncExternalStorageWithStreamingResponse:
    def __init__(self, external_storage: AsyncExternalStorage) -> None:
        self.create = async_to_streamed_response_wrapper(external_storage.create)
        self.retrieve = async_to_streamed_response_wrapper(external_storage.retrieve)
        self.list = async_to_streamed_response_wrapper(external_storage.list)
        self.delete = async_to_streamed_response_wrapper(external_storage.delete)
        self.validate = async_to_streamed_response_wrapper(external_storage.validate)
