# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ....._types import CallOptions
from ....._config import Config
from ....._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Dict, Union, Optional
from typing_extensions import Literal
from ..... import _legacy_response
from ....._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ....._resource import SyncAPIResource, AsyncAPIResource
from ....._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .....pagination import SyncCursorPage, AsyncCursorPage
from ....._base_client import AsyncPaginator
from .....types.admin.organization.workload_identity_providers import (
    federation_rule_create_params,
    federation_rule_update_params,
)
from .....types.admin.organization.workload_identity_providers.federation_rule import FederationRule
from .....types.admin.organization.workload_identity_providers.federation_rule_deleted import FederationRuleDeleted

class FederationRules(SyncAPIResource):
    @property
    def with_raw_response(self) -> FederationRulesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> FederationRulesWithStreamingResponse: ...
    def create(
        self,
        workload_identity_provider_id: str,
        *,
        attribute_matchers: Dict[str, Union[str, bool, Union[int, float]]],
        project_id: str,
        service_account_id: str,
        description: str | Omit = omit,
        enabled: bool | Omit = omit,
        name: str | Omit = omit,
        permissions: federation_rule_create_params.Permissions | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> FederationRule:
        """POST /organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules"""

    def retrieve(
        self,
        workload_identity_federation_rule_id: str,
        *,
        workload_identity_provider_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> FederationRule:
        """GET /organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules/{workload_identity_federation_rule_id}"""

    def update(
        self,
        workload_identity_federation_rule_id: str,
        *,
        workload_identity_provider_id: str,
        attribute_matchers: Dict[str, Union[str, bool, Union[int, float]]] | Omit = omit,
        description: Optional[str] | Omit = omit,
        enabled: bool | Omit = omit,
        name: Optional[str] | Omit = omit,
        permissions: federation_rule_update_params.Permissions | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> FederationRule:
        """POST /organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules/{workload_identity_federation_rule_id}"""

    def list(
        self,
        workload_identity_provider_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        service_account_id: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[FederationRule]:
        """GET /organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules"""

    def delete(
        self,
        workload_identity_federation_rule_id: str,
        *,
        workload_identity_provider_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> FederationRuleDeleted:
        """DELETE /organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules/{workload_identity_federation_rule_id}"""

class AsyncFederationRules(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncFederationRulesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncFederationRulesWithStreamingResponse: ...
    async def create(
        self,
        workload_identity_provider_id: str,
        *,
        attribute_matchers: Dict[str, Union[str, bool, Union[int, float]]],
        project_id: str,
        service_account_id: str,
        description: str | Omit = omit,
        enabled: bool | Omit = omit,
        name: str | Omit = omit,
        permissions: federation_rule_create_params.Permissions | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> FederationRule:
        """POST /organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules"""

    async def retrieve(
        self,
        workload_identity_federation_rule_id: str,
        *,
        workload_identity_provider_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> FederationRule:
        """GET /organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules/{workload_identity_federation_rule_id}"""

    async def update(
        self,
        workload_identity_federation_rule_id: str,
        *,
        workload_identity_provider_id: str,
        attribute_matchers: Dict[str, Union[str, bool, Union[int, float]]] | Omit = omit,
        description: Optional[str] | Omit = omit,
        enabled: bool | Omit = omit,
        name: Optional[str] | Omit = omit,
        permissions: federation_rule_update_params.Permissions | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> FederationRule:
        """POST /organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules/{workload_identity_federation_rule_id}"""

    def list(
        self,
        workload_identity_provider_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        service_account_id: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[FederationRule, AsyncCursorPage[FederationRule]]:
        """GET /organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules"""

    async def delete(
        self,
        workload_identity_federation_rule_id: str,
        *,
        workload_identity_provider_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> FederationRuleDeleted:
        """DELETE /organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules/{workload_identity_federation_rule_id}"""

class FederationRulesWithRawResponse:
    def __init__(self, federation_rules: FederationRules) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(federation_rules.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(federation_rules.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(federation_rules.update)
        self.list = _legacy_response.to_raw_response_wrapper(federation_rules.list)
        self.delete = _legacy_response.to_raw_response_wrapper(federation_rules.delete)

class AsyncFederationRulesWithRawResponse:
    def __init__(self, federation_rules: AsyncFederationRules) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(federation_rules.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(federation_rules.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(federation_rules.update)
        self.list = _legacy_response.async_to_raw_response_wrapper(federation_rules.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(federation_rules.delete)

class FederationRulesWithStreamingResponse:
    def __init__(self, federation_rules: FederationRules) -> None:
        self.create = to_streamed_response_wrapper(federation_rules.create)
        self.retrieve = to_streamed_response_wrapper(federation_rules.retrieve)
        self.update = to_streamed_response_wrapper(federation_rules.update)
        self.list = to_streamed_response_wrapper(federation_rules.list)
        self.delete = to_streamed_response_wrapper(federation_rules.delete)

class AsyncFederationRulesWithStreamingResponse:
    def __init__(self, federation_rules: AsyncFederationRules) -> None:
        self.create = async_to_streamed_response_wrapper(federation_rules.create)
        self.retrieve = async_to_streamed_response_wrapper(federation_rules.retrieve)
        self.update = async_to_streamed_response_wrapper(federation_rules.update)
        self.list = async_to_streamed_response_wrapper(federation_rules.list)
        self.delete = async_to_streamed_response_wrapper(federation_rules.delete)
