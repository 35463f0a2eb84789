# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ......_types import CallOptions
from ......_config import Config
from ......_types import TimeoutTypes
from typing_extensions import Unpack
from typing import Optional
from ...... import _legacy_response
from ......_types import Body, Omit, Query, Headers, NotGiven, SequenceNotStr, omit, not_given
from ......_resource import SyncAPIResource, AsyncAPIResource
from ......_response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ......types.admin.organization.projects.service_accounts.api_key_create_response import APIKeyCreateResponse

class APIKeys(SyncAPIResource):
    @property
    def with_raw_response(self) -> APIKeysWithRawResponse: ...
    @property
    def with_streaming_response(self) -> APIKeysWithStreamingResponse: ...
    def create(
        self,
        service_account_id: str,
        *,
        project_id: str,
        expires_in_seconds: Optional[int] | Omit = omit,
        name: str | Omit = omit,
        scopes: SequenceNotStr[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> APIKeyCreateResponse:
        """POST /organization/projects/{project_id}/service_accounts/{service_account_id}/api_keys"""

class AsyncAPIKeys(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncAPIKeysWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncAPIKeysWithStreamingResponse: ...
    async def create(
        self,
        service_account_id: str,
        *,
        project_id: str,
        expires_in_seconds: Optional[int] | Omit = omit,
        name: str | Omit = omit,
        scopes: SequenceNotStr[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> APIKeyCreateResponse:
        """POST /organization/projects/{project_id}/service_accounts/{service_account_id}/api_keys"""

class APIKeysWithRawResponse:
    def __init__(self, api_keys: APIKeys) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(api_keys.create)

class AsyncAPIKeysWithRawResponse:
    def __init__(self, api_keys: AsyncAPIKeys) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(api_keys.create)

class APIKeysWithStreamingResponse:
    def __init__(self, api_keys: APIKeys) -> None:
        self.create = to_streamed_response_wrapper(api_keys.create)

class AsyncAPIKeysWithStreamingResponse:
    def __init__(self, api_keys: AsyncAPIKeys) -> None:
        self.create = async_to_streamed_response_wrapper(api_keys.create)
