# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ....._types import CallOptions
from ....._config import Config
from ....._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Union, Iterable
from typing_extensions import Literal
from ..... import _legacy_response
from ....._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ....._resource import SyncAPIResource, AsyncAPIResource
from ....._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .....types.admin.organization.projects.project_optional_service_tier import ProjectOptionalServiceTier
from .....types.admin.organization.projects.project_service_tier_settings import ProjectServiceTierSettings

class ServiceTierSettings(SyncAPIResource):
    @property
    def with_raw_response(self) -> ServiceTierSettingsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> ServiceTierSettingsWithStreamingResponse: ...
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
    ) -> ProjectServiceTierSettings:
        """GET /organization/projects/{project_id}/service_tier_settings"""

    def update(
        self,
        project_id: str,
        *,
        default: Literal["standard", "fast", "scale"] | Omit = omit,
        enabled_tiers: Union[Literal["all"], Iterable[ProjectOptionalServiceTier]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectServiceTierSettings:
        """POST /organization/projects/{project_id}/service_tier_settings"""

class AsyncServiceTierSettings(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncServiceTierSettingsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncServiceTierSettingsWithStreamingResponse: ...
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
    ) -> ProjectServiceTierSettings:
        """GET /organization/projects/{project_id}/service_tier_settings"""

    async def update(
        self,
        project_id: str,
        *,
        default: Literal["standard", "fast", "scale"] | Omit = omit,
        enabled_tiers: Union[Literal["all"], Iterable[ProjectOptionalServiceTier]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectServiceTierSettings:
        """POST /organization/projects/{project_id}/service_tier_settings"""

class ServiceTierSettingsWithRawResponse:
    def __init__(self, service_tier_settings: ServiceTierSettings) -> None:
        self.retrieve = _legacy_response.to_raw_response_wrapper(service_tier_settings.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(service_tier_settings.update)

class AsyncServiceTierSettingsWithRawResponse:
    def __init__(self, service_tier_settings: AsyncServiceTierSettings) -> None:
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(service_tier_settings.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(service_tier_settings.update)

class ServiceTierSettingsWithStreamingResponse:
    def __init__(self, service_tier_settings: ServiceTierSettings) -> None:
        self.retrieve = to_streamed_response_wrapper(service_tier_settings.retrieve)
        self.update = to_streamed_response_wrapper(service_tier_settings.update)

class AsyncServiceTierSettingsWithStreamingResponse:
    def __init__(self, service_tier_settings: AsyncServiceTierSettings) -> None:
        self.retrieve = async_to_streamed_response_wrapper(service_tier_settings.retrieve)
        self.update = async_to_streamed_response_wrapper(service_tier_settings.update)
