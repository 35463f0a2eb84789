# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ....._types import CallOptions
from ....._config import Config
from ....._types import TimeoutTypes
from typing_extensions import Unpack
from typing_extensions import Literal
from ..... import _legacy_response
from ....._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ....._resource import SyncAPIResource, AsyncAPIResource
from ....._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .....pagination import SyncNextCursorPage, AsyncNextCursorPage
from ....._base_client import AsyncPaginator
from .....types.admin.organization.users.role_list_response import RoleListResponse
from .....types.admin.organization.users.role_create_response import RoleCreateResponse
from .....types.admin.organization.users.role_delete_response import RoleDeleteResponse
from .....types.admin.organization.users.role_retrieve_response import RoleRetrieveResponse

class Roles(SyncAPIResource):
    @property
    def with_raw_response(self) -> RolesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> RolesWithStreamingResponse: ...
    def create(
        self,
        user_id: str,
        *,
        role_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> RoleCreateResponse:
        """POST /organization/users/{user_id}/roles"""

    def retrieve(
        self,
        role_id: str,
        *,
        user_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> RoleRetrieveResponse:
        """GET /organization/users/{user_id}/roles/{role_id}"""

    def list(
        self,
        user_id: str,
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
    ) -> SyncNextCursorPage[RoleListResponse]:
        """GET /organization/users/{user_id}/roles"""

    def delete(
        self,
        role_id: str,
        *,
        user_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> RoleDeleteResponse:
        """DELETE /organization/users/{user_id}/roles/{role_id}"""

class AsyncRoles(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncRolesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncRolesWithStreamingResponse: ...
    async def create(
        self,
        user_id: str,
        *,
        role_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> RoleCreateResponse:
        """POST /organization/users/{user_id}/roles"""

    async def retrieve(
        self,
        role_id: str,
        *,
        user_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> RoleRetrieveResponse:
        """GET /organization/users/{user_id}/roles/{role_id}"""

    def list(
        self,
        user_id: str,
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
    ) -> AsyncPaginator[RoleListResponse, AsyncNextCursorPage[RoleListResponse]]:
        """GET /organization/users/{user_id}/roles"""

    async def delete(
        self,
        role_id: str,
        *,
        user_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> RoleDeleteResponse:
        """DELETE /organization/users/{user_id}/roles/{role_id}"""

class RolesWithRawResponse:
    def __init__(self, roles: Roles) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(roles.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(roles.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(roles.list)
        self.delete = _legacy_response.to_raw_response_wrapper(roles.delete)

class AsyncRolesWithRawResponse:
    def __init__(self, roles: AsyncRoles) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(roles.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(roles.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(roles.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(roles.delete)

class RolesWithStreamingResponse:
    def __init__(self, roles: Roles) -> None:
        self.create = to_streamed_response_wrapper(roles.create)
        self.retrieve = to_streamed_response_wrapper(roles.retrieve)
        self.list = to_streamed_response_wrapper(roles.list)
        self.delete = to_streamed_response_wrapper(roles.delete)

class AsyncRolesWithStreamingResponse:
    def __init__(self, roles: AsyncRoles) -> None:
        self.create = async_to_streamed_response_wrapper(roles.create)
        self.retrieve = async_to_streamed_response_wrapper(roles.retrieve)
        self.list = async_to_streamed_response_wrapper(roles.list)
        self.delete = async_to_streamed_response_wrapper(roles.delete)
