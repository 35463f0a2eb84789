# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._types import CallOptions
from ...._config import Config
from ...._types import TimeoutTypes
from typing_extensions import Unpack
from typing_extensions import deprecated
from typing_extensions import Literal
from .... import _legacy_response
from ...._types import Body, Omit, Query, Headers, NotGiven, SequenceNotStr, omit, not_given
from ...._resource import SyncAPIResource, AsyncAPIResource
from ...._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ....pagination import SyncPage, AsyncPage, SyncConversationCursorPage, AsyncConversationCursorPage
from ...._base_client import AsyncPaginator
from ....types.fine_tuning.checkpoints.permission_list_response import PermissionListResponse
from ....types.fine_tuning.checkpoints.permission_create_response import PermissionCreateResponse
from ....types.fine_tuning.checkpoints.permission_delete_response import PermissionDeleteResponse
from ....types.fine_tuning.checkpoints.permission_retrieve_response import PermissionRetrieveResponse

class Permissions(SyncAPIResource):
    @property
    def with_raw_response(self) -> PermissionsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> PermissionsWithStreamingResponse: ...
    def create(
        self,
        fine_tuned_model_checkpoint: str,
        *,
        project_ids: SequenceNotStr[str],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncPage[PermissionCreateResponse]:
        """POST /fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions"""

    @deprecated("The API reference calls this operation deprecated.")
    def retrieve(
        self,
        fine_tuned_model_checkpoint: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["ascending", "descending"] | Omit = omit,
        project_id: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> PermissionRetrieveResponse:
        """GET /fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions"""

    def list(
        self,
        fine_tuned_model_checkpoint: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["ascending", "descending"] | Omit = omit,
        project_id: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncConversationCursorPage[PermissionListResponse]:
        """GET /fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions"""

    def delete(
        self,
        permission_id: str,
        *,
        fine_tuned_model_checkpoint: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> PermissionDeleteResponse:
        """DELETE /fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions/{permission_id}"""

class AsyncPermissions(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncPermissionsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncPermissionsWithStreamingResponse: ...
    def create(
        self,
        fine_tuned_model_checkpoint: str,
        *,
        project_ids: SequenceNotStr[str],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[PermissionCreateResponse, AsyncPage[PermissionCreateResponse]]:
        """POST /fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions"""

    @deprecated("The API reference calls this operation deprecated.")
    async def retrieve(
        self,
        fine_tuned_model_checkpoint: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["ascending", "descending"] | Omit = omit,
        project_id: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> PermissionRetrieveResponse:
        """GET /fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions"""

    def list(
        self,
        fine_tuned_model_checkpoint: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["ascending", "descending"] | Omit = omit,
        project_id: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[PermissionListResponse, AsyncConversationCursorPage[PermissionListResponse]]:
        """GET /fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions"""

    async def delete(
        self,
        permission_id: str,
        *,
        fine_tuned_model_checkpoint: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> PermissionDeleteResponse:
        """DELETE /fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions/{permission_id}"""

class PermissionsWithRawResponse:
    def __init__(self, permissions: Permissions) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(permissions.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(permissions.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(permissions.list)
        self.delete = _legacy_response.to_raw_response_wrapper(permissions.delete)

class AsyncPermissionsWithRawResponse:
    def __init__(self, permissions: AsyncPermissions) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(permissions.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(permissions.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(permissions.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(permissions.delete)

class PermissionsWithStreamingResponse:
    def __init__(self, permissions: Permissions) -> None:
        self.create = to_streamed_response_wrapper(permissions.create)
        self.retrieve = to_streamed_response_wrapper(permissions.retrieve)
        self.list = to_streamed_response_wrapper(permissions.list)
        self.delete = to_streamed_response_wrapper(permissions.delete)

class AsyncPermissionsWithStreamingResponse:
    def __init__(self, permissions: AsyncPermissions) -> None:
        self.create = async_to_streamed_response_wrapper(permissions.create)
        self.retrieve = async_to_streamed_response_wrapper(permissions.retrieve)
        self.list = async_to_streamed_response_wrapper(permissions.list)
        self.delete = async_to_streamed_response_wrapper(permissions.delete)
