# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ....._types import CallOptions
from ....._config import Config
from ....._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Optional
from ..... import _legacy_response
from ....._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ....._resource import SyncAPIResource, AsyncAPIResource
from ....._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .....types.admin.organization.projects import hosted_tool_permission_update_params
from .....types.admin.organization.projects.project_hosted_tool_permissions import ProjectHostedToolPermissions

class HostedToolPermissions(SyncAPIResource):
    @property
    def with_raw_response(self) -> HostedToolPermissionsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> HostedToolPermissionsWithStreamingResponse: ...
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
    ) -> ProjectHostedToolPermissions:
        """GET /organization/projects/{project_id}/hosted_tool_permissions"""

    def update(
        self,
        project_id: str,
        *,
        code_interpreter: Optional[hosted_tool_permission_update_params.CodeInterpreter] | Omit = omit,
        file_search: Optional[hosted_tool_permission_update_params.FileSearch] | Omit = omit,
        image_generation: Optional[hosted_tool_permission_update_params.ImageGeneration] | Omit = omit,
        mcp: Optional[hosted_tool_permission_update_params.Mcp] | Omit = omit,
        web_search: Optional[hosted_tool_permission_update_params.WebSearch] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectHostedToolPermissions:
        """POST /organization/projects/{project_id}/hosted_tool_permissions"""

class AsyncHostedToolPermissions(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncHostedToolPermissionsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncHostedToolPermissionsWithStreamingResponse: ...
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
    ) -> ProjectHostedToolPermissions:
        """GET /organization/projects/{project_id}/hosted_tool_permissions"""

    async def update(
        self,
        project_id: str,
        *,
        code_interpreter: Optional[hosted_tool_permission_update_params.CodeInterpreter] | Omit = omit,
        file_search: Optional[hosted_tool_permission_update_params.FileSearch] | Omit = omit,
        image_generation: Optional[hosted_tool_permission_update_params.ImageGeneration] | Omit = omit,
        mcp: Optional[hosted_tool_permission_update_params.Mcp] | Omit = omit,
        web_search: Optional[hosted_tool_permission_update_params.WebSearch] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectHostedToolPermissions:
        """POST /organization/projects/{project_id}/hosted_tool_permissions"""

class HostedToolPermissionsWithRawResponse:
    def __init__(self, hosted_tool_permissions: HostedToolPermissions) -> None:
        self.retrieve = _legacy_response.to_raw_response_wrapper(hosted_tool_permissions.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(hosted_tool_permissions.update)

class AsyncHostedToolPermissionsWithRawResponse:
    def __init__(self, hosted_tool_permissions: AsyncHostedToolPermissions) -> None:
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(hosted_tool_permissions.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(hosted_tool_permissions.update)

class HostedToolPermissionsWithStreamingResponse:
    def __init__(self, hosted_tool_permissions: HostedToolPermissions) -> None:
        self.retrieve = to_streamed_response_wrapper(hosted_tool_permissions.retrieve)
        self.update = to_streamed_response_wrapper(hosted_tool_permissions.update)

class AsyncHostedToolPermissionsWithStreamingResponse:
    def __init__(self, hosted_tool_permissions: AsyncHostedToolPermissions) -> None:
        self.retrieve = async_to_streamed_response_wrapper(hosted_tool_permissions.retrieve)
        self.update = async_to_streamed_response_wrapper(hosted_tool_permissions.update)
