# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._types import CallOptions
from ...._config import Config
from ...._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Optional
from typing_extensions import Literal
from .... import _legacy_response
from ...._types import Body, Omit, Query, Headers, NotGiven, SequenceNotStr, omit, not_given
from ...._resource import SyncAPIResource, AsyncAPIResource
from ...._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ....pagination import SyncNextCursorPage, AsyncNextCursorPage
from ...._base_client import AsyncPaginator
from ....types.admin.organization.role import Role
from ....types.admin.organization.role_delete_response import RoleDeleteResponse

class Roles(SyncAPIResource):
    @property
    def with_raw_response(self) -> RolesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> RolesWithStreamingResponse: ...
    def create(
        self,
        *,
        permissions: SequenceNotStr[str],
        role_name: str,
        description: Optional[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Role:
        """POST /organization/roles"""

    def retrieve(
        self,
        role_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Role:
        """GET /organization/roles/{role_id}"""

    def update(
        self,
        role_id: str,
        *,
        description: Optional[str] | Omit = omit,
        permissions: Optional[SequenceNotStr[str]] | Omit = omit,
        role_name: Optional[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Role:
        """POST /organization/roles/{role_id}"""

    def list(
        self,
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
    ) -> SyncNextCursorPage[Role]:
        """GET /organization/roles"""

    def delete(
        self,
        role_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> RoleDeleteResponse:
        """DELETE /organization/roles/{role_id}"""

class AsyncRoles(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncRolesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncRolesWithStreamingResponse: ...
    async def create(
        self,
        *,
        permissions: SequenceNotStr[str],
        role_name: str,
        description: Optional[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Role:
        """POST /organization/roles"""

    async def retrieve(
        self,
        role_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Role:
        """GET /organization/roles/{role_id}"""

    async def update(
        self,
        role_id: str,
        *,
        description: Optional[str] | Omit = omit,
        permissions: Optional[SequenceNotStr[str]] | Omit = omit,
        role_name: Optional[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Role:
        """POST /organization/roles/{role_id}"""

    def list(
        self,
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
    ) -> AsyncPaginator[Role, AsyncNextCursorPage[Role]]:
        """GET /organization/roles"""

    async def delete(
        self,
        role_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> RoleDeleteResponse:
        """DELETE /organization/roles/{role_id}"""

class RolesWithRawResponse:
    def __init__(self, roles: Roles) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(roles.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(roles.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(roles.update)
        self.list = _legacy_response.to_raw_response_wrapper(roles.list)
        self.delete = _legacy_response.to_raw_response_wrapper(roles.delete)

class AsyncRolesWithRawResponse:
    def __init__(self, roles: AsyncRoles) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(roles.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(roles.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(roles.update)
        self.list = _legacy_response.async_to_raw_response_wrapper(roles.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(roles.delete)

class RolesWithStreamingResponse:
    def __init__(self, roles: Roles) -> None:
        self.create = to_streamed_response_wrapper(roles.create)
        self.retrieve = to_streamed_response_wrapper(roles.retrieve)
        self.update = to_streamed_response_wrapper(roles.update)
        self.list = to_streamed_response_wrapper(roles.list)
        self.delete = to_streamed_response_wrapper(roles.delete)

class AsyncRolesWithStreamingResponse:
    def __init__(self, roles: AsyncRoles) -> None:
        self.create = async_to_streamed_response_wrapper(roles.create)
        self.retrieve = async_to_streamed_response_wrapper(roles.retrieve)
        self.update = async_to_streamed_response_wrapper(roles.update)
        self.list = async_to_streamed_response_wrapper(roles.list)
        self.delete = async_to_streamed_response_wrapper(roles.delete)
