# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._types import CallOptions
from ...._config import Config
from ...._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Union, Optional
from typing_extensions import Literal, overload
from .... import _legacy_response
from ...._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ...._resource import SyncAPIResource, AsyncAPIResource
from ...._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ....pagination import SyncCursorPage, AsyncCursorPage
from ...._base_client import AsyncPaginator
from ....types.admin.organization.external_key import ExternalKey
from ....types.admin.organization.external_key_validate_response import ExternalKeyValidateResponse

class ExternalKeys(SyncAPIResource):
    @property
    def with_raw_response(self) -> ExternalKeysWithRawResponse: ...
    @property
    def with_streaming_response(self) -> ExternalKeysWithStreamingResponse: ...
    @overload
    def create(
        self,
        *,
        external_id: str,
        kms_arn: str,
        name: str,
        role_arn: str,
        type: Literal["aws"],
        purpose: Union[Literal["ekm"], Literal["psp_decryption"]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ExternalKey:
        """POST /organization/external_keys"""

    @overload
    def create(
        self,
        *,
        audience: str,
        kms_key_location: str,
        kms_key_name: str,
        kms_key_ring_name: str,
        kms_project_id: str,
        name: str,
        type: Literal["gcp"],
        workload_identity_pool_id: str,
        workload_identity_project_number: str,
        workload_identity_provider_id: str,
        kms_key_version: str | Omit = omit,
        purpose: Union[Literal["ekm"], Literal["psp_decryption"]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ExternalKey:
        """POST /organization/external_keys"""

    @overload
    def create(
        self,
        *,
        key_name: str,
        name: str,
        tenant_id: str,
        type: Literal["azure"],
        vault_uri: str,
        key_version: str | Omit = omit,
        purpose: Union[Literal["ekm"], Literal["psp_decryption"]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ExternalKey:
        """POST /organization/external_keys"""

    @overload
    def create(
        self,
        *,
        key_ocid: str,
        name: str,
        region: str,
        type: Literal["oci"],
        vault_ocid: str,
        key_version_ocid: str | Omit = omit,
        purpose: Union[Literal["ekm"], Literal["psp_decryption"]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ExternalKey:
        """POST /organization/external_keys"""

    def retrieve(
        self,
        external_key_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ExternalKey:
        """GET /organization/external_keys/{external_key_id}"""

    def list(
        self,
        *,
        after: Optional[str] | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        purpose: Literal["ekm", "psp_decryption"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[ExternalKey]:
        """GET /organization/external_keys"""

    def delete(
        self,
        external_key_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ExternalKey:
        """DELETE /organization/external_keys/{external_key_id}"""

    def validate(
        self,
        external_key_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ExternalKeyValidateResponse:
        """POST /organization/external_keys/{external_key_id}/validate"""

class AsyncExternalKeys(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncExternalKeysWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncExternalKeysWithStreamingResponse: ...
    @overload
    async def create(
        self,
        *,
        external_id: str,
        kms_arn: str,
        name: str,
        role_arn: str,
        type: Literal["aws"],
        purpose: Union[Literal["ekm"], Literal["psp_decryption"]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ExternalKey:
        """POST /organization/external_keys"""

    @overload
    async def create(
        self,
        *,
        audience: str,
        kms_key_location: str,
        kms_key_name: str,
        kms_key_ring_name: str,
        kms_project_id: str,
        name: str,
        type: Literal["gcp"],
        workload_identity_pool_id: str,
        workload_identity_project_number: str,
        workload_identity_provider_id: str,
        kms_key_version: str | Omit = omit,
        purpose: Union[Literal["ekm"], Literal["psp_decryption"]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ExternalKey:
        """POST /organization/external_keys"""

    @overload
    async def create(
        self,
        *,
        key_name: str,
        name: str,
        tenant_id: str,
        type: Literal["azure"],
        vault_uri: str,
        key_version: str | Omit = omit,
        purpose: Union[Literal["ekm"], Literal["psp_decryption"]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ExternalKey:
        """POST /organization/external_keys"""

    @overload
    async def create(
        self,
        *,
        key_ocid: str,
        name: str,
        region: str,
        type: Literal["oci"],
        vault_ocid: str,
        key_version_ocid: str | Omit = omit,
        purpose: Union[Literal["ekm"], Literal["psp_decryption"]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ExternalKey:
        """POST /organization/external_keys"""

    async def retrieve(
        self,
        external_key_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ExternalKey:
        """GET /organization/external_keys/{external_key_id}"""

    def list(
        self,
        *,
        after: Optional[str] | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        purpose: Literal["ekm", "psp_decryption"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[ExternalKey, AsyncCursorPage[ExternalKey]]:
        """GET /organization/external_keys"""

    async def delete(
        self,
        external_key_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ExternalKey:
        """DELETE /organization/external_keys/{external_key_id}"""

    async def validate(
        self,
        external_key_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ExternalKeyValidateResponse:
        """POST /organization/external_keys/{external_key_id}/validate"""

class ExternalKeysWithRawResponse:
    def __init__(self, external_keys: ExternalKeys) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(external_keys.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(external_keys.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(external_keys.list)
        self.delete = _legacy_response.to_raw_response_wrapper(external_keys.delete)
        self.validate = _legacy_response.to_raw_response_wrapper(external_keys.validate)

class AsyncExternalKeysWithRawResponse:
    def __init__(self, external_keys: AsyncExternalKeys) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(external_keys.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(external_keys.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(external_keys.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(external_keys.delete)
        self.validate = _legacy_response.async_to_raw_response_wrapper(external_keys.validate)

class ExternalKeysWithStreamingResponse:
    def __init__(self, external_keys: ExternalKeys) -> None:
        self.create = to_streamed_response_wrapper(external_keys.create)
        self.retrieve = to_streamed_response_wrapper(external_keys.retrieve)
        self.list = to_streamed_response_wrapper(external_keys.list)
        self.delete = to_streamed_response_wrapper(external_keys.delete)
        self.validate = to_streamed_response_wrapper(external_keys.validate)

class AsyncExternalKeysWithStreamingResponse:
    def __init__(self, external_keys: AsyncExternalKeys) -> None:
        self.create = async_to_streamed_response_wrapper(external_keys.create)
        self.retrieve = async_to_streamed_response_wrapper(external_keys.retrieve)
        self.list = async_to_streamed_response_wrapper(external_keys.list)
        self.delete = async_to_streamed_response_wrapper(external_keys.delete)
        self.validate = async_to_streamed_response_wrapper(external_keys.validate)
