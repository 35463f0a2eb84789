# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ....._types import CallOptions
from ....._config import Config
from ....._types import TimeoutTypes
from typing_extensions import Unpack
from typing_extensions import Literal
from ..... import _legacy_response
from ....._types import Body, Query, Headers, NotGiven, SequenceNotStr, not_given
from ....._resource import SyncAPIResource, AsyncAPIResource
from ....._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .....types.admin.organization.projects.project_model_permissions import ProjectModelPermissions
from .....types.admin.organization.projects.project_model_permissions_deleted import ProjectModelPermissionsDeleted

class ModelPermissions(SyncAPIResource):
    @property
    def with_raw_response(self) -> ModelPermissionsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> ModelPermissionsWithStreamingResponse: ...
    def retrieve(
        self,
        project_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectModelPermissions:
        """GET /organization/projects/{project_id}/model_permissions"""

    def update(
        self,
        project_id: str,
        *,
        mode: Literal["allow_list", "deny_list"],
        model_ids: SequenceNotStr[str],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectModelPermissions:
        """POST /organization/projects/{project_id}/model_permissions"""

    def delete(
        self,
        project_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectModelPermissionsDeleted:
        """DELETE /organization/projects/{project_id}/model_permissions"""

class AsyncModelPermissions(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncModelPermissionsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncModelPermissionsWithStreamingResponse: ...
    async def retrieve(
        self,
        project_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectModelPermissions:
        """GET /organization/projects/{project_id}/model_permissions"""

    async def update(
        self,
        project_id: str,
        *,
        mode: Literal["allow_list", "deny_list"],
        model_ids: SequenceNotStr[str],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectModelPermissions:
        """POST /organization/projects/{project_id}/model_permissions"""

    async def delete(
        self,
        project_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectModelPermissionsDeleted:
        """DELETE /organization/projects/{project_id}/model_permissions"""

class ModelPermissionsWithRawResponse:
    def __init__(self, model_permissions: ModelPermissions) -> None:
        self.retrieve = _legacy_response.to_raw_response_wrapper(model_permissions.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(model_permissions.update)
        self.delete = _legacy_response.to_raw_response_wrapper(model_permissions.delete)

class AsyncModelPermissionsWithRawResponse:
    def __init__(self, model_permissions: AsyncModelPermissions) -> None:
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(model_permissions.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(model_permissions.update)
        self.delete = _legacy_response.async_to_raw_response_wrapper(model_permissions.delete)

class ModelPermissionsWithStreamingResponse:
    def __init__(self, model_permissions: ModelPermissions) -> None:
        self.retrieve = to_streamed_response_wrapper(model_permissions.retrieve)
        self.update = to_streamed_response_wrapper(model_permissions.update)
        self.delete = to_streamed_response_wrapper(model_permissions.delete)

class AsyncModelPermissionsWithStreamingResponse:
    def __init__(self, model_permissions: AsyncModelPermissions) -> None:
        self.retrieve = async_to_streamed_response_wrapper(model_permissions.retrieve)
        self.update = async_to_streamed_response_wrapper(model_permissions.update)
        self.delete = async_to_streamed_response_wrapper(model_permissions.delete)
