# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ....._types import CallOptions
from ....._config import Config
from ....._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Iterable, Optional
from typing_extensions import Literal
from ..... import _legacy_response
from ....._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ....._resource import SyncAPIResource, AsyncAPIResource
from ....._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .....pagination import SyncCursorPage, AsyncCursorPage
from ....._base_client import AsyncPaginator
from .federation_rules import (
    FederationRules,
    AsyncFederationRules,
    FederationRulesWithRawResponse,
    AsyncFederationRulesWithRawResponse,
    FederationRulesWithStreamingResponse,
    AsyncFederationRulesWithStreamingResponse,
)
from .....types.admin.organization import (
    workload_identity_provider_create_params,
    workload_identity_provider_update_params,
)
from .....types.admin.organization.workload_identity_provider import WorkloadIdentityProvider
from .....types.admin.organization.workload_identity_provider_deleted import WorkloadIdentityProviderDeleted

class WorkloadIdentityProviders(SyncAPIResource):
    @property
    def federation_rules(self) -> FederationRules: ...
    @property
    def with_raw_response(self) -> WorkloadIdentityProvidersWithRawResponse: ...
    @property
    def with_streaming_response(self) -> WorkloadIdentityProvidersWithStreamingResponse: ...
    def create(
        self,
        *,
        audience: str,
        issuer: str,
        name: str,
        type: Literal["oidc"],
        attribute_transformations: Iterable[workload_identity_provider_create_params.AttributeTransformation]
        | Omit = omit,
        description: str | Omit = omit,
        enabled: bool | Omit = omit,
        verification: workload_identity_provider_create_params.Verification | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> WorkloadIdentityProvider:
        """POST /organization/workload_identity_providers"""

    def retrieve(
        self,
        workload_identity_provider_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> WorkloadIdentityProvider:
        """GET /organization/workload_identity_providers/{workload_identity_provider_id}"""

    def update(
        self,
        workload_identity_provider_id: str,
        *,
        attribute_transformations: Iterable[workload_identity_provider_update_params.AttributeTransformation]
        | Omit = omit,
        audience: str | Omit = omit,
        description: Optional[str] | Omit = omit,
        enabled: bool | Omit = omit,
        issuer: str | Omit = omit,
        name: str | Omit = omit,
        verification: workload_identity_provider_update_params.Verification | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> WorkloadIdentityProvider:
        """POST /organization/workload_identity_providers/{workload_identity_provider_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[WorkloadIdentityProvider]:
        """GET /organization/workload_identity_providers"""

    def delete(
        self,
        workload_identity_provider_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> WorkloadIdentityProviderDeleted:
        """DELETE /organization/workload_identity_providers/{workload_identity_provider_id}"""

class AsyncWorkloadIdentityProviders(AsyncAPIResource):
    @property
    def federation_rules(self) -> AsyncFederationRules: ...
    @property
    def with_raw_response(self) -> AsyncWorkloadIdentityProvidersWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncWorkloadIdentityProvidersWithStreamingResponse: ...
    async def create(
        self,
        *,
        audience: str,
        issuer: str,
        name: str,
        type: Literal["oidc"],
        attribute_transformations: Iterable[workload_identity_provider_create_params.AttributeTransformation]
        | Omit = omit,
        description: str | Omit = omit,
        enabled: bool | Omit = omit,
        verification: workload_identity_provider_create_params.Verification | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> WorkloadIdentityProvider:
        """POST /organization/workload_identity_providers"""

    async def retrieve(
        self,
        workload_identity_provider_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> WorkloadIdentityProvider:
        """GET /organization/workload_identity_providers/{workload_identity_provider_id}"""

    async def update(
        self,
        workload_identity_provider_id: str,
        *,
        attribute_transformations: Iterable[workload_identity_provider_update_params.AttributeTransformation]
        | Omit = omit,
        audience: str | Omit = omit,
        description: Optional[str] | Omit = omit,
        enabled: bool | Omit = omit,
        issuer: str | Omit = omit,
        name: str | Omit = omit,
        verification: workload_identity_provider_update_params.Verification | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> WorkloadIdentityProvider:
        """POST /organization/workload_identity_providers/{workload_identity_provider_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[WorkloadIdentityProvider, AsyncCursorPage[WorkloadIdentityProvider]]:
        """GET /organization/workload_identity_providers"""

    async def delete(
        self,
        workload_identity_provider_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> WorkloadIdentityProviderDeleted:
        """DELETE /organization/workload_identity_providers/{workload_identity_provider_id}"""

class WorkloadIdentityProvidersWithRawResponse:
    def __init__(self, workload_identity_providers: WorkloadIdentityProviders) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(workload_identity_providers.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(workload_identity_providers.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(workload_identity_providers.update)
        self.list = _legacy_response.to_raw_response_wrapper(workload_identity_providers.list)
        self.delete = _legacy_response.to_raw_response_wrapper(workload_identity_providers.delete)

    @property
    def federation_rules(self) -> FederationRulesWithRawResponse: ...

class AsyncWorkloadIdentityProvidersWithRawResponse:
    def __init__(self, workload_identity_providers: AsyncWorkloadIdentityProviders) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(workload_identity_providers.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(workload_identity_providers.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(workload_identity_providers.update)
        self.list = _legacy_response.async_to_raw_response_wrapper(workload_identity_providers.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(workload_identity_providers.delete)

    @property
    def federation_rules(self) -> AsyncFederationRulesWithRawResponse: ...

class WorkloadIdentityProvidersWithStreamingResponse:
    def __init__(self, workload_identity_providers: WorkloadIdentityProviders) -> None:
        self.create = to_streamed_response_wrapper(workload_identity_providers.create)
        self.retrieve = to_streamed_response_wrapper(workload_identity_providers.retrieve)
        self.update = to_streamed_response_wrapper(workload_identity_providers.update)
        self.list = to_streamed_response_wrapper(workload_identity_providers.list)
        self.delete = to_streamed_response_wrapper(workload_identity_providers.delete)

    @property
    def federation_rules(self) -> FederationRulesWithStreamingResponse: ...

class AsyncWorkloadIdentityProvidersWithStreamingResponse:
    def __init__(self, workload_identity_providers: AsyncWorkloadIdentityProviders) -> None:
        self.create = async_to_streamed_response_wrapper(workload_identity_providers.create)
        self.retrieve = async_to_streamed_response_wrapper(workload_identity_providers.retrieve)
        self.update = async_to_streamed_response_wrapper(workload_identity_providers.update)
        self.list = async_to_streamed_response_wrapper(workload_identity_providers.list)
        self.delete = async_to_streamed_response_wrapper(workload_identity_providers.delete)

    @property
    def federation_rules(self) -> AsyncFederationRulesWithStreamingResponse: ...
