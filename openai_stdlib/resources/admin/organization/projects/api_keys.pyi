# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ....._types import CallOptions
from ....._config import Config
from ....._types import TimeoutTypes
from typing_extensions import Unpack
from typing_extensions import Literal
from ..... import _legacy_response
from ....._types import Body, Omit, Query, Headers, NotGiven, SequenceNotStr, omit, not_given
from ....._resource import SyncAPIResource, AsyncAPIResource
from ....._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .....pagination import SyncConversationCursorPage, AsyncConversationCursorPage
from ....._base_client import AsyncPaginator
from .....types.admin.organization.projects.project_api_key import ProjectAPIKey
from .....types.admin.organization.projects.api_key_delete_response import APIKeyDeleteResponse

class APIKeys(SyncAPIResource):
    @property
    def with_raw_response(self) -> APIKeysWithRawResponse: ...
    @property
    def with_streaming_response(self) -> APIKeysWithStreamingResponse: ...
    def retrieve(
        self,
        api_key_id: str,
        *,
        project_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectAPIKey:
        """GET /organization/projects/{project_id}/api_keys/{api_key_id}"""

    def update(
        self,
        api_key_id: str,
        *,
        project_id: str,
        expires_in_seconds: int | Omit = omit,
        scopes: SequenceNotStr[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectAPIKey:
        """POST /organization/projects/{project_id}/api_keys/{api_key_id}"""

    def list(
        self,
        project_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        owner_project_access: Literal["active", "inactive", "any"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncConversationCursorPage[ProjectAPIKey]:
        """GET /organization/projects/{project_id}/api_keys"""

    def delete(
        self,
        api_key_id: str,
        *,
        project_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> APIKeyDeleteResponse:
        """DELETE /organization/projects/{project_id}/api_keys/{api_key_id}"""

class AsyncAPIKeys(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncAPIKeysWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncAPIKeysWithStreamingResponse: ...
    async def retrieve(
        self,
        api_key_id: str,
        *,
        project_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectAPIKey:
        """GET /organization/projects/{project_id}/api_keys/{api_key_id}"""

    async def update(
        self,
        api_key_id: str,
        *,
        project_id: str,
        expires_in_seconds: int | Omit = omit,
        scopes: SequenceNotStr[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectAPIKey:
        """POST /organization/projects/{project_id}/api_keys/{api_key_id}"""

    def list(
        self,
        project_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        owner_project_access: Literal["active", "inactive", "any"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[ProjectAPIKey, AsyncConversationCursorPage[ProjectAPIKey]]:
        """GET /organization/projects/{project_id}/api_keys"""

    async def delete(
        self,
        api_key_id: str,
        *,
        project_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> APIKeyDeleteResponse:
        """DELETE /organization/projects/{project_id}/api_keys/{api_key_id}"""

class APIKeysWithRawResponse:
    def __init__(self, api_keys: APIKeys) -> None:
        self.retrieve = _legacy_response.to_raw_response_wrapper(api_keys.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(api_keys.update)
        self.list = _legacy_response.to_raw_response_wrapper(api_keys.list)
        self.delete = _legacy_response.to_raw_response_wrapper(api_keys.delete)

class AsyncAPIKeysWithRawResponse:
    def __init__(self, api_keys: AsyncAPIKeys) -> None:
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(api_keys.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(api_keys.update)
        self.list = _legacy_response.async_to_raw_response_wrapper(api_keys.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(api_keys.delete)

class APIKeysWithStreamingResponse:
    def __init__(self, api_keys: APIKeys) -> None:
        self.retrieve = to_streamed_response_wrapper(api_keys.retrieve)
        self.update = to_streamed_response_wrapper(api_keys.update)
        self.list = to_streamed_response_wrapper(api_keys.list)
        self.delete = to_streamed_response_wrapper(api_keys.delete)

class AsyncAPIKeysWithStreamingResponse:
    def __init__(self, api_keys: AsyncAPIKeys) -> None:
        self.retrieve = async_to_streamed_response_wrapper(api_keys.retrieve)
        self.update = async_to_streamed_response_wrapper(api_keys.update)
        self.list = async_to_streamed_response_wrapper(api_keys.list)
        self.delete = async_to_streamed_response_wrapper(api_keys.delete)
