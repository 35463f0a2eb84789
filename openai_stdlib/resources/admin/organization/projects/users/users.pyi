# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ......_types import CallOptions
from ......_config import Config
from ......_types import TimeoutTypes
from typing_extensions import Unpack
from typing import Optional
from ...... import _legacy_response
from .roles import (
    Roles,
    AsyncRoles,
    RolesWithRawResponse,
    AsyncRolesWithRawResponse,
    RolesWithStreamingResponse,
    AsyncRolesWithStreamingResponse,
)
from ......_types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ......_resource import SyncAPIResource, AsyncAPIResource
from ......_response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ......pagination import SyncConversationCursorPage, AsyncConversationCursorPage
from ......_base_client import AsyncPaginator
from ......types.admin.organization.projects.project_user import ProjectUser
from ......types.admin.organization.projects.user_delete_response import UserDeleteResponse

class Users(SyncAPIResource):
    @property
    def roles(self) -> Roles: ...
    @property
    def with_raw_response(self) -> UsersWithRawResponse: ...
    @property
    def with_streaming_response(self) -> UsersWithStreamingResponse: ...
    def create(
        self,
        project_id: str,
        *,
        role: str,
        email: Optional[str] | Omit = omit,
        user_id: Optional[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectUser:
        """POST /organization/projects/{project_id}/users"""

    def retrieve(
        self,
        user_id: str,
        *,
        project_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectUser:
        """GET /organization/projects/{project_id}/users/{user_id}"""

    def update(
        self,
        user_id: str,
        *,
        project_id: str,
        role: Optional[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectUser:
        """POST /organization/projects/{project_id}/users/{user_id}"""

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
    ) -> SyncConversationCursorPage[ProjectUser]:
        """GET /organization/projects/{project_id}/users"""

    def delete(
        self,
        user_id: str,
        *,
        project_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> UserDeleteResponse:
        """DELETE /organization/projects/{project_id}/users/{user_id}"""

class AsyncUsers(AsyncAPIResource):
    @property
    def roles(self) -> AsyncRoles: ...
    @property
    def with_raw_response(self) -> AsyncUsersWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncUsersWithStreamingResponse: ...
    async def create(
        self,
        project_id: str,
        *,
        role: str,
        email: Optional[str] | Omit = omit,
        user_id: Optional[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectUser:
        """POST /organization/projects/{project_id}/users"""

    async def retrieve(
        self,
        user_id: str,
        *,
        project_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectUser:
        """GET /organization/projects/{project_id}/users/{user_id}"""

    async def update(
        self,
        user_id: str,
        *,
        project_id: str,
        role: Optional[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectUser:
        """POST /organization/projects/{project_id}/users/{user_id}"""

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
    ) -> AsyncPaginator[ProjectUser, AsyncConversationCursorPage[ProjectUser]]:
        """GET /organization/projects/{project_id}/users"""

    async def delete(
        self,
        user_id: str,
        *,
        project_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> UserDeleteResponse:
        """DELETE /organization/projects/{project_id}/users/{user_id}"""

class UsersWithRawResponse:
    def __init__(self, users: Users) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(users.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(users.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(users.update)
        self.list = _legacy_response.to_raw_response_wrapper(users.list)
        self.delete = _legacy_response.to_raw_response_wrapper(users.delete)

    @property
    def roles(self) -> RolesWithRawResponse: ...

class AsyncUsersWithRawResponse:
    def __init__(self, users: AsyncUsers) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(users.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(users.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(users.update)
        self.list = _legacy_response.async_to_raw_response_wrapper(users.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(users.delete)

    @property
    def roles(self) -> AsyncRolesWithRawResponse: ...

class UsersWithStreamingResponse:
    def __init__(self, users: Users) -> None:
        self.create = to_streamed_response_wrapper(users.create)
        self.retrieve = to_streamed_response_wrapper(users.retrieve)
        self.update = to_streamed_response_wrapper(users.update)
        self.list = to_streamed_response_wrapper(users.list)
        self.delete = to_streamed_response_wrapper(users.delete)

    @property
    def roles(self) -> RolesWithStreamingResponse: ...

class AsyncUsersWithStreamingResponse:
    def __init__(self, users: AsyncUsers) -> None:
        self.create = async_to_streamed_response_wrapper(users.create)
        self.retrieve = async_to_streamed_response_wrapper(users.retrieve)
        self.update = async_to_streamed_response_wrapper(users.update)
        self.list = async_to_streamed_response_wrapper(users.list)
        self.delete = async_to_streamed_response_wrapper(users.delete)

    @property
    def roles(self) -> AsyncRolesWithStreamingResponse: ...
