# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ....._types import CallOptions
from ....._config import Config
from ....._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Dict, Optional
from typing_extensions import Literal
from ..... import _legacy_response
from ....._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from .credentials import (
    Credentials,
    AsyncCredentials,
    CredentialsWithRawResponse,
    AsyncCredentialsWithRawResponse,
    CredentialsWithStreamingResponse,
    AsyncCredentialsWithStreamingResponse,
)
from ....._resource import SyncAPIResource, AsyncAPIResource
from ....._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .....pagination import SyncCursorPage, AsyncCursorPage
from ....._base_client import AsyncPaginator
from .....types.beta.agents.vault import Vault
from .....types.beta.agents.vault_deleted import VaultDeleted
from .....types.beta.agents.vault_status_filter_param import VaultStatusFilterParam

class Vaults(SyncAPIResource):
    @property
    def credentials(self) -> Credentials: ...
    @property
    def with_raw_response(self) -> VaultsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> VaultsWithStreamingResponse: ...
    def create(
        self,
        *,
        metadata: Optional[Dict[str, str]] | Omit = omit,
        name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Vault:
        """POST /vaults"""

    def retrieve(
        self,
        vault_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Vault:
        """GET /vaults/{vault_id}"""

    def update(
        self,
        vault_id: str,
        *,
        metadata: Dict[str, str] | Omit = omit,
        name: Optional[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Vault:
        """POST /vaults/{vault_id}"""

    def list(
        self,
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
    ) -> SyncCursorPage[Vault]:
        """GET /vaults"""

    def delete(
        self,
        vault_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VaultDeleted:
        """DELETE /vaults/{vault_id}"""

class AsyncVaults(AsyncAPIResource):
    @property
    def credentials(self) -> AsyncCredentials: ...
    @property
    def with_raw_response(self) -> AsyncVaultsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncVaultsWithStreamingResponse: ...
    async def create(
        self,
        *,
        metadata: Optional[Dict[str, str]] | Omit = omit,
        name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Vault:
        """POST /vaults"""

    async def retrieve(
        self,
        vault_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Vault:
        """GET /vaults/{vault_id}"""

    async def update(
        self,
        vault_id: str,
        *,
        metadata: Dict[str, str] | Omit = omit,
        name: Optional[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Vault:
        """POST /vaults/{vault_id}"""

    def list(
        self,
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
    ) -> AsyncPaginator[Vault, AsyncCursorPage[Vault]]:
        """GET /vaults"""

    async def delete(
        self,
        vault_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VaultDeleted:
        """DELETE /vaults/{vault_id}"""

class VaultsWithRawResponse:
    def __init__(self, vaults: Vaults) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(vaults.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(vaults.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(vaults.update)
        self.list = _legacy_response.to_raw_response_wrapper(vaults.list)
        self.delete = _legacy_response.to_raw_response_wrapper(vaults.delete)

    @property
    def credentials(self) -> CredentialsWithRawResponse: ...

class AsyncVaultsWithRawResponse:
    def __init__(self, vaults: AsyncVaults) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(vaults.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(vaults.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(vaults.update)
        self.list = _legacy_response.async_to_raw_response_wrapper(vaults.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(vaults.delete)

    @property
    def credentials(self) -> AsyncCredentialsWithRawResponse: ...

class VaultsWithStreamingResponse:
    def __init__(self, vaults: Vaults) -> None:
        self.create = to_streamed_response_wrapper(vaults.create)
        self.retrieve = to_streamed_response_wrapper(vaults.retrieve)
        self.update = to_streamed_response_wrapper(vaults.update)
        self.list = to_streamed_response_wrapper(vaults.list)
        self.delete = to_streamed_response_wrapper(vaults.delete)

    @property
    def credentials(self) -> CredentialsWithStreamingResponse: ...

class AsyncVaultsWithStreamingResponse:
    def __init__(self, vaults: AsyncVaults) -> None:
        self.create = async_to_streamed_response_wrapper(vaults.create)
        self.retrieve = async_to_streamed_response_wrapper(vaults.retrieve)
        self.update = async_to_streamed_response_wrapper(vaults.update)
        self.list = async_to_streamed_response_wrapper(vaults.list)
        self.delete = async_to_streamed_response_wrapper(vaults.delete)

    @property
    def credentials(self) -> AsyncCredentialsWithStreamingResponse: ...
