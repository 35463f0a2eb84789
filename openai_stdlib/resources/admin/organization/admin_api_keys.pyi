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
from ....types.admin.organization.admin_api_key import AdminAPIKey
from ....types.admin.organization.admin_api_key_create_response import AdminAPIKeyCreateResponse
from ....types.admin.organization.admin_api_key_delete_response import AdminAPIKeyDeleteResponse

class AdminAPIKeys(SyncAPIResource):
    @property
    def with_raw_response(self) -> AdminAPIKeysWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AdminAPIKeysWithStreamingResponse: ...
    def create(
        self,
        *,
        name: str,
        expires_in_seconds: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AdminAPIKeyCreateResponse:
        """POST /organization/admin_api_keys"""

    def retrieve(
        self,
        key_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AdminAPIKey:
        """GET /organization/admin_api_keys/{key_id}"""

    def list(
        self,
        *,
        after: Optional[str] | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[AdminAPIKey]:
        """GET /organization/admin_api_keys"""

    def delete(
        self,
        key_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AdminAPIKeyDeleteResponse:
        """DELETE /organization/admin_api_keys/{key_id}"""

class AsyncAdminAPIKeys(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncAdminAPIKeysWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncAdminAPIKeysWithStreamingResponse: ...
    async def create(
        self,
        *,
        name: str,
        expires_in_seconds: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AdminAPIKeyCreateResponse:
        """POST /organization/admin_api_keys"""

    async def retrieve(
        self,
        key_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AdminAPIKey:
        """GET /organization/admin_api_keys/{key_id}"""

    def list(
        self,
        *,
        after: Optional[str] | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[AdminAPIKey, AsyncCursorPage[AdminAPIKey]]:
        """GET /organization/admin_api_keys"""

    async def delete(
        self,
        key_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AdminAPIKeyDeleteResponse:
        """DELETE /organization/admin_api_keys/{key_id}"""

class AdminAPIKeysWithRawResponse:
    def __init__(self, admin_api_keys: AdminAPIKeys) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(admin_api_keys.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(admin_api_keys.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(admin_api_keys.list)
        self.delete = _legacy_response.to_raw_response_wrapper(admin_api_keys.delete)

class AsyncAdminAPIKeysWithRawResponse:
    def __init__(self, admin_api_keys: AsyncAdminAPIKeys) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(admin_api_keys.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(admin_api_keys.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(admin_api_keys.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(admin_api_keys.delete)

class AdminAPIKeysWithStreamingResponse:
    def __init__(self, admin_api_keys: AdminAPIKeys) -> None:
        self.create = to_streamed_response_wrapper(admin_api_keys.create)
        self.retrieve = to_streamed_response_wrapper(admin_api_keys.retrieve)
        self.list = to_streamed_response_wrapper(admin_api_keys.list)
        self.delete = to_streamed_response_wrapper(admin_api_keys.delete)

class AsyncAdminAPIKeysWithStreamingResponse:
    def __init__(self, admin_api_keys: AsyncAdminAPIKeys) -> None:
        self.create = async_to_streamed_response_wrapper(admin_api_keys.create)
        self.retrieve = async_to_streamed_response_wrapper(admin_api_keys.retrieve)
        self.list = async_to_streamed_response_wrapper(admin_api_keys.list)
        self.delete = async_to_streamed_response_wrapper(admin_api_keys.delete)
