# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._types import CallOptions
from ..._config import Config
from ..._types import TimeoutTypes
from typing_extensions import Unpack
from ... import _legacy_response
from ..._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ...types.realtime import client_secret_create_params
from ...types.realtime.client_secret_create_response import ClientSecretCreateResponse

class ClientSecrets(SyncAPIResource):
    @property
    def with_raw_response(self) -> ClientSecretsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> ClientSecretsWithStreamingResponse: ...
    def create(
        self,
        *,
        expires_after: client_secret_create_params.ExpiresAfter | Omit = omit,
        session: client_secret_create_params.Session | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ClientSecretCreateResponse:
        """POST /realtime/client_secrets"""

class AsyncClientSecrets(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncClientSecretsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncClientSecretsWithStreamingResponse: ...
    async def create(
        self,
        *,
        expires_after: client_secret_create_params.ExpiresAfter | Omit = omit,
        session: client_secret_create_params.Session | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ClientSecretCreateResponse:
        """POST /realtime/client_secrets"""

class ClientSecretsWithRawResponse:
    def __init__(self, client_secrets: ClientSecrets) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(client_secrets.create)

class AsyncClientSecretsWithRawResponse:
    def __init__(self, client_secrets: AsyncClientSecrets) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(client_secrets.create)

class ClientSecretsWithStreamingResponse:
    def __init__(self, client_secrets: ClientSecrets) -> None:
        self.create = to_streamed_response_wrapper(client_secrets.create)

class AsyncClientSecretsWithStreamingResponse:
    def __init__(self, client_secrets: AsyncClientSecrets) -> None:
        self.create = async_to_streamed_response_wrapper(client_secrets.create)
