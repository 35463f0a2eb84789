# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._types import CallOptions
from ...._config import Config
from ...._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Iterable
from typing_extensions import Literal
from .... import _legacy_response
from ...._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ...._resource import SyncAPIResource, AsyncAPIResource
from ...._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ....pagination import SyncConversationCursorPage, AsyncConversationCursorPage
from ...._base_client import AsyncPaginator
from ....types.admin.organization import invite_create_params
from ....types.admin.organization.invite import Invite
from ....types.admin.organization.invite_delete_response import InviteDeleteResponse

class Invites(SyncAPIResource):
    @property
    def with_raw_response(self) -> InvitesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> InvitesWithStreamingResponse: ...
    def create(
        self,
        *,
        email: str,
        role: Literal["reader", "owner"],
        projects: Iterable[invite_create_params.Project] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Invite:
        """POST /organization/invites"""

    def retrieve(
        self,
        invite_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Invite:
        """GET /organization/invites/{invite_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncConversationCursorPage[Invite]:
        """GET /organization/invites"""

    def delete(
        self,
        invite_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> InviteDeleteResponse:
        """DELETE /organization/invites/{invite_id}"""

class AsyncInvites(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncInvitesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncInvitesWithStreamingResponse: ...
    async def create(
        self,
        *,
        email: str,
        role: Literal["reader", "owner"],
        projects: Iterable[invite_create_params.Project] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Invite:
        """POST /organization/invites"""

    async def retrieve(
        self,
        invite_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Invite:
        """GET /organization/invites/{invite_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[Invite, AsyncConversationCursorPage[Invite]]:
        """GET /organization/invites"""

    async def delete(
        self,
        invite_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> InviteDeleteResponse:
        """DELETE /organization/invites/{invite_id}"""

class InvitesWithRawResponse:
    def __init__(self, invites: Invites) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(invites.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(invites.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(invites.list)
        self.delete = _legacy_response.to_raw_response_wrapper(invites.delete)

class AsyncInvitesWithRawResponse:
    def __init__(self, invites: AsyncInvites) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(invites.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(invites.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(invites.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(invites.delete)

class InvitesWithStreamingResponse:
    def __init__(self, invites: Invites) -> None:
        self.create = to_streamed_response_wrapper(invites.create)
        self.retrieve = to_streamed_response_wrapper(invites.retrieve)
        self.list = to_streamed_response_wrapper(invites.list)
        self.delete = to_streamed_response_wrapper(invites.delete)

class AsyncInvitesWithStreamingResponse:
    def __init__(self, invites: AsyncInvites) -> None:
        self.create = async_to_streamed_response_wrapper(invites.create)
        self.retrieve = async_to_streamed_response_wrapper(invites.retrieve)
        self.list = async_to_streamed_response_wrapper(invites.list)
        self.delete = async_to_streamed_response_wrapper(invites.delete)
