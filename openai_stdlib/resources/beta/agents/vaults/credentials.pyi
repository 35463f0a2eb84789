# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ....._types import CallOptions
from ....._config import Config
from ....._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Dict
from typing_extensions import Literal
from ..... import _legacy_response
from ....._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ....._resource import SyncAPIResource, AsyncAPIResource
from ....._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .....pagination import SyncCursorPage, AsyncCursorPage
from ....._base_client import AsyncPaginator
from .....types.beta.agents.vaults.credential import Credential
from .....types.beta.agents.vault_status_filter_param import VaultStatusFilterParam
from .....types.beta.agents.vaults.credential_deleted import CredentialDeleted
from .....types.beta.agents.vaults.credential_auth_create_param import CredentialAuthCreateParam
from .....types.beta.agents.vaults.credential_auth_rotate_param import CredentialAuthRotateParam

class Credentials(SyncAPIResource):
    @property
    def with_raw_response(self) -> CredentialsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> CredentialsWithStreamingResponse: ...
    def create(
        self,
        vault_id: str,
        *,
        auth: CredentialAuthCreateParam,
        name: str,
        metadata: Dict[str, str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Credential:
        """POST /vaults/{vault_id}/credentials"""

    def retrieve(
        self,
        credential_id: str,
        *,
        vault_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Credential:
        """GET /vaults/{vault_id}/credentials/{credential_id}"""

    def update(
        self,
        credential_id: str,
        *,
        vault_id: str,
        auth: CredentialAuthRotateParam | Omit = omit,
        metadata: Dict[str, str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Credential:
        """POST /vaults/{vault_id}/credentials/{credential_id}"""

    def list(
        self,
        vault_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        metadata: Dict[str, str] | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        status: VaultStatusFilterParam | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[Credential]:
        """GET /vaults/{vault_id}/credentials"""

    def delete(
        self,
        credential_id: str,
        *,
        vault_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> CredentialDeleted:
        """DELETE /vaults/{vault_id}/credentials/{credential_id}"""

class AsyncCredentials(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncCredentialsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncCredentialsWithStreamingResponse: ...
    async def create(
        self,
        vault_id: str,
        *,
        auth: CredentialAuthCreateParam,
        name: str,
        metadata: Dict[str, str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Credential:
        """POST /vaults/{vault_id}/credentials"""

    async def retrieve(
        self,
        credential_id: str,
        *,
        vault_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Credential:
        """GET /vaults/{vault_id}/credentials/{credential_id}"""

    async def update(
        self,
        credential_id: str,
        *,
        vault_id: str,
        auth: CredentialAuthRotateParam | Omit = omit,
        metadata: Dict[str, str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Credential:
        """POST /vaults/{vault_id}/credentials/{credential_id}"""

    def list(
        self,
        vault_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        metadata: Dict[str, str] | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        status: VaultStatusFilterParam | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[Credential, AsyncCursorPage[Credential]]:
        """GET /vaults/{vault_id}/credentials"""

    async def delete(
        self,
        credential_id: str,
        *,
        vault_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> CredentialDeleted:
        """DELETE /vaults/{vault_id}/credentials/{credential_id}"""

class CredentialsWithRawResponse:
    def __init__(self, credentials: Credentials) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(credentials.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(credentials.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(credentials.update)
        self.list = _legacy_response.to_raw_response_wrapper(credentials.list)
        self.delete = _legacy_response.to_raw_response_wrapper(credentials.delete)

class AsyncCredentialsWithRawResponse:
    def __init__(self, credentials: AsyncCredentials) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(credentials.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(credentials.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(credentials.update)
        self.list = _legacy_response.async_to_raw_response_wrapper(credentials.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(credentials.delete)

class CredentialsWithStreamingResponse:
    def __init__(self, credentials: Credentials) -> None:
        self.create = to_streamed_response_wrapper(credentials.create)
        self.retrieve = to_streamed_response_wrapper(credentials.retrieve)
        self.update = to_streamed_response_wrapper(credentials.update)
        self.list = to_streamed_response_wrapper(credentials.list)
        self.delete = to_streamed_response_wrapper(credentials.delete)

class AsyncCredentialsWithStreamingResponse:
    def __init__(self, credentials: AsyncCredentials) -> None:
        self.create = async_to_streamed_response_wrapper(credentials.create)
        self.retrieve = async_to_streamed_response_wrapper(credentials.retrieve)
        self.update = async_to_streamed_response_wrapper(credentials.update)
        self.list = async_to_streamed_response_wrapper(credentials.list)
        self.delete = async_to_streamed_response_wrapper(credentials.delete)
