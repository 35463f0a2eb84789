# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ......_types import CallOptions
from ......_config import Config
from ......_types import TimeoutTypes
from typing_extensions import Unpack
from typing_extensions import Literal
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
from ......pagination import SyncNextCursorPage, AsyncNextCursorPage
from ......_base_client import AsyncPaginator
from ......types.admin.organization.projects.project_group import ProjectGroup
from ......types.admin.organization.projects.group_delete_response import GroupDeleteResponse

class Groups(SyncAPIResource):
    @property
    def roles(self) -> Roles: ...
    @property
    def with_raw_response(self) -> GroupsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> GroupsWithStreamingResponse: ...
    def create(
        self,
        project_id: str,
        *,
        group_id: str,
        role: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectGroup:
        """POST /organization/projects/{project_id}/groups"""

    def retrieve(
        self,
        group_id: str,
        *,
        project_id: str,
        group_type: Literal["group", "tenant_group"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectGroup:
        """GET /organization/projects/{project_id}/groups/{group_id}"""

    def list(
        self,
        project_id: str,
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
    ) -> SyncNextCursorPage[ProjectGroup]:
        """GET /organization/projects/{project_id}/groups"""

    def delete(
        self,
        group_id: str,
        *,
        project_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> GroupDeleteResponse:
        """DELETE /organization/projects/{project_id}/groups/{group_id}"""

class AsyncGroups(AsyncAPIResource):
    @property
    def roles(self) -> AsyncRoles: ...
    @property
    def with_raw_response(self) -> AsyncGroupsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncGroupsWithStreamingResponse: ...
    async def create(
        self,
        project_id: str,
        *,
        group_id: str,
        role: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectGroup:
        """POST /organization/projects/{project_id}/groups"""

    async def retrieve(
        self,
        group_id: str,
        *,
        project_id: str,
        group_type: Literal["group", "tenant_group"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectGroup:
        """GET /organization/projects/{project_id}/groups/{group_id}"""

    def list(
        self,
        project_id: str,
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
    ) -> AsyncPaginator[ProjectGroup, AsyncNextCursorPage[ProjectGroup]]:
        """GET /organization/projects/{project_id}/groups"""

    async def delete(
        self,
        group_id: str,
        *,
        project_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> GroupDeleteResponse:
        """DELETE /organization/projects/{project_id}/groups/{group_id}"""

class GroupsWithRawResponse:
    def __init__(self, groups: Groups) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(groups.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(groups.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(groups.list)
        self.delete = _legacy_response.to_raw_response_wrapper(groups.delete)

    @property
    def roles(self) -> RolesWithRawResponse: ...

class AsyncGroupsWithRawResponse:
    def __init__(self, groups: AsyncGroups) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(groups.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(groups.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(groups.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(groups.delete)

    @property
    def roles(self) -> AsyncRolesWithRawResponse: ...

class GroupsWithStreamingResponse:
    def __init__(self, groups: Groups) -> None:
        self.create = to_streamed_response_wrapper(groups.create)
        self.retrieve = to_streamed_response_wrapper(groups.retrieve)
        self.list = to_streamed_response_wrapper(groups.list)
        self.delete = to_streamed_response_wrapper(groups.delete)

    @property
    def roles(self) -> RolesWithStreamingResponse: ...

class AsyncGroupsWithStreamingResponse:
    def __init__(self, groups: AsyncGroups) -> None:
        self.create = async_to_streamed_response_wrapper(groups.create)
        self.retrieve = async_to_streamed_response_wrapper(groups.retrieve)
        self.list = async_to_streamed_response_wrapper(groups.list)
        self.delete = async_to_streamed_response_wrapper(groups.delete)

    @property
    def roles(self) -> AsyncRolesWithStreamingResponse: ...
