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
from .....types.admin.organization.groups.user_create_response import UserCreateResponse
from .....types.admin.organization.groups.user_delete_response import UserDeleteResponse
from .....types.admin.organization.groups.user_retrieve_response import UserRetrieveResponse
from .....types.admin.organization.groups.organization_group_user import OrganizationGroupUser

class Users(SyncAPIResource):
    @property
    def with_raw_response(self) -> UsersWithRawResponse: ...
    @property
    def with_streaming_response(self) -> UsersWithStreamingResponse: ...
    def create(
        self,
        group_id: str,
        *,
        user_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> UserCreateResponse:
        """POST /organization/groups/{group_id}/users"""

    def retrieve(
        self,
        user_id: str,
        *,
        group_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> UserRetrieveResponse:
        """GET /organization/groups/{group_id}/users/{user_id}"""

    def list(
        self,
        group_id: str,
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
    ) -> SyncNextCursorPage[OrganizationGroupUser]:
        """GET /organization/groups/{group_id}/users"""

    def delete(
        self,
        user_id: str,
        *,
        group_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> UserDeleteResponse:
        """DELETE /organization/groups/{group_id}/users/{user_id}"""

class AsyncUsers(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncUsersWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncUsersWithStreamingResponse: ...
    async def create(
        self,
        group_id: str,
        *,
        user_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> UserCreateResponse:
        """POST /organization/groups/{group_id}/users"""

    async def retrieve(
        self,
        user_id: str,
        *,
        group_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> UserRetrieveResponse:
        """GET /organization/groups/{group_id}/users/{user_id}"""

    def list(
        self,
        group_id: str,
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
    ) -> AsyncPaginator[OrganizationGroupUser, AsyncNextCursorPage[OrganizationGroupUser]]:
        """GET /organization/groups/{group_id}/users"""

    async def delete(
        self,
        user_id: str,
        *,
        group_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> UserDeleteResponse:
        """DELETE /organization/groups/{group_id}/users/{user_id}"""

class UsersWithRawResponse:
    def __init__(self, users: Users) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(users.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(users.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(users.list)
        self.delete = _legacy_response.to_raw_response_wrapper(users.delete)

class AsyncUsersWithRawResponse:
    def __init__(self, users: AsyncUsers) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(users.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(users.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(users.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(users.delete)

class UsersWithStreamingResponse:
    def __init__(self, users: Users) -> None:
        self.create = to_streamed_response_wrapper(users.create)
        self.retrieve = to_streamed_response_wrapper(users.retrieve)
        self.list = to_streamed_response_wrapper(users.list)
        self.delete = to_streamed_response_wrapper(users.delete)

class AsyncUsersWithStreamingResponse:
    def __init__(self, users: AsyncUsers) -> None:
        self.create = async_to_streamed_response_wrapper(users.create)
        self.retrieve = async_to_streamed_response_wrapper(users.retrieve)
        self.list = async_to_streamed_response_wrapper(users.list)
        self.delete = async_to_streamed_response_wrapper(users.delete)
