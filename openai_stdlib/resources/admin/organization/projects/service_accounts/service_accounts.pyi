# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ......_types import CallOptions
from ......_config import Config
from ......_types import TimeoutTypes
from typing_extensions import Unpack
from typing import Optional
from typing_extensions import Literal
from ...... import _legacy_response
from .api_keys import (
    APIKeys,
    AsyncAPIKeys,
    APIKeysWithRawResponse,
    AsyncAPIKeysWithRawResponse,
    APIKeysWithStreamingResponse,
    AsyncAPIKeysWithStreamingResponse,
)
from ......_types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ......_resource import SyncAPIResource, AsyncAPIResource
from ......_response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ......pagination import SyncConversationCursorPage, AsyncConversationCursorPage
from ......_base_client import AsyncPaginator
from ......types.admin.organization.projects.project_service_account import ProjectServiceAccount
from ......types.admin.organization.projects.service_account_create_response import ServiceAccountCreateResponse
from ......types.admin.organization.projects.service_account_delete_response import ServiceAccountDeleteResponse

class ServiceAccounts(SyncAPIResource):
    @property
    def api_keys(self) -> APIKeys: ...
    @property
    def with_raw_response(self) -> ServiceAccountsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> ServiceAccountsWithStreamingResponse: ...
    def create(
        self,
        project_id: str,
        *,
        name: str,
        create_service_account_only: Optional[bool] | Omit = omit,
        expires_in_seconds: Optional[int] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ServiceAccountCreateResponse:
        """POST /organization/projects/{project_id}/service_accounts"""

    def retrieve(
        self,
        service_account_id: str,
        *,
        project_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectServiceAccount:
        """GET /organization/projects/{project_id}/service_accounts/{service_account_id}"""

    def update(
        self,
        service_account_id: str,
        *,
        project_id: str,
        name: str | Omit = omit,
        role: Literal["member", "owner"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectServiceAccount:
        """POST /organization/projects/{project_id}/service_accounts/{service_account_id}"""

    def list(
        self,
        project_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncConversationCursorPage[ProjectServiceAccount]:
        """GET /organization/projects/{project_id}/service_accounts"""

    def delete(
        self,
        service_account_id: str,
        *,
        project_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ServiceAccountDeleteResponse:
        """DELETE /organization/projects/{project_id}/service_accounts/{service_account_id}"""

class AsyncServiceAccounts(AsyncAPIResource):
    @property
    def api_keys(self) -> AsyncAPIKeys: ...
    @property
    def with_raw_response(self) -> AsyncServiceAccountsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncServiceAccountsWithStreamingResponse: ...
    async def create(
        self,
        project_id: str,
        *,
        name: str,
        create_service_account_only: Optional[bool] | Omit = omit,
        expires_in_seconds: Optional[int] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ServiceAccountCreateResponse:
        """POST /organization/projects/{project_id}/service_accounts"""

    async def retrieve(
        self,
        service_account_id: str,
        *,
        project_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectServiceAccount:
        """GET /organization/projects/{project_id}/service_accounts/{service_account_id}"""

    async def update(
        self,
        service_account_id: str,
        *,
        project_id: str,
        name: str | Omit = omit,
        role: Literal["member", "owner"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectServiceAccount:
        """POST /organization/projects/{project_id}/service_accounts/{service_account_id}"""

    def list(
        self,
        project_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[ProjectServiceAccount, AsyncConversationCursorPage[ProjectServiceAccount]]:
        """GET /organization/projects/{project_id}/service_accounts"""

    async def delete(
        self,
        service_account_id: str,
        *,
        project_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ServiceAccountDeleteResponse:
        """DELETE /organization/projects/{project_id}/service_accounts/{service_account_id}"""

class ServiceAccountsWithRawResponse:
    def __init__(self, service_accounts: ServiceAccounts) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(service_accounts.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(service_accounts.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(service_accounts.update)
        self.list = _legacy_response.to_raw_response_wrapper(service_accounts.list)
        self.delete = _legacy_response.to_raw_response_wrapper(service_accounts.delete)

    @property
    def api_keys(self) -> APIKeysWithRawResponse: ...

class AsyncServiceAccountsWithRawResponse:
    def __init__(self, service_accounts: AsyncServiceAccounts) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(service_accounts.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(service_accounts.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(service_accounts.update)
        self.list = _legacy_response.async_to_raw_response_wrapper(service_accounts.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(service_accounts.delete)

    @property
    def api_keys(self) -> AsyncAPIKeysWithRawResponse: ...

class ServiceAccountsWithStreamingResponse:
    def __init__(self, service_accounts: ServiceAccounts) -> None:
        self.create = to_streamed_response_wrapper(service_accounts.create)
        self.retrieve = to_streamed_response_wrapper(service_accounts.retrieve)
        self.update = to_streamed_response_wrapper(service_accounts.update)
        self.list = to_streamed_response_wrapper(service_accounts.list)
        self.delete = to_streamed_response_wrapper(service_accounts.delete)

    @property
    def api_keys(self) -> APIKeysWithStreamingResponse: ...

class AsyncServiceAccountsWithStreamingResponse:
    def __init__(self, service_accounts: AsyncServiceAccounts) -> None:
        self.create = async_to_streamed_response_wrapper(service_accounts.create)
        self.retrieve = async_to_streamed_response_wrapper(service_accounts.retrieve)
        self.update = async_to_streamed_response_wrapper(service_accounts.update)
        self.list = async_to_streamed_response_wrapper(service_accounts.list)
        self.delete = async_to_streamed_response_wrapper(service_accounts.delete)

    @property
    def api_keys(self) -> AsyncAPIKeysWithStreamingResponse: ...
