# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ....._types import CallOptions
from ....._config import Config
from ....._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Optional
from ..... import _legacy_response
from .roles import (
    Roles,
    AsyncRoles,
    RolesWithRawResponse,
    AsyncRolesWithRawResponse,
    RolesWithStreamingResponse,
    AsyncRolesWithStreamingResponse,
)
from .api_keys import (
    APIKeys,
    AsyncAPIKeys,
    APIKeysWithRawResponse,
    AsyncAPIKeysWithRawResponse,
    APIKeysWithStreamingResponse,
    AsyncAPIKeysWithStreamingResponse,
)
from ....._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from .rate_limits import (
    RateLimits,
    AsyncRateLimits,
    RateLimitsWithRawResponse,
    AsyncRateLimitsWithRawResponse,
    RateLimitsWithStreamingResponse,
    AsyncRateLimitsWithStreamingResponse,
)
from .spend_limit import (
    SpendLimit,
    AsyncSpendLimit,
    SpendLimitWithRawResponse,
    AsyncSpendLimitWithRawResponse,
    SpendLimitWithStreamingResponse,
    AsyncSpendLimitWithStreamingResponse,
)
from .users.users import (
    Users,
    AsyncUsers,
    UsersWithRawResponse,
    AsyncUsersWithRawResponse,
    UsersWithStreamingResponse,
    AsyncUsersWithStreamingResponse,
)
from .certificates import (
    Certificates,
    AsyncCertificates,
    CertificatesWithRawResponse,
    AsyncCertificatesWithRawResponse,
    CertificatesWithStreamingResponse,
    AsyncCertificatesWithStreamingResponse,
)
from .spend_alerts import (
    SpendAlerts,
    AsyncSpendAlerts,
    SpendAlertsWithRawResponse,
    AsyncSpendAlertsWithRawResponse,
    SpendAlertsWithStreamingResponse,
    AsyncSpendAlertsWithStreamingResponse,
)
from ....._resource import SyncAPIResource, AsyncAPIResource
from ....._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .groups.groups import (
    Groups,
    AsyncGroups,
    GroupsWithRawResponse,
    AsyncGroupsWithRawResponse,
    GroupsWithStreamingResponse,
    AsyncGroupsWithStreamingResponse,
)
from .....pagination import SyncConversationCursorPage, AsyncConversationCursorPage
from .data_retention import (
    DataRetention,
    AsyncDataRetention,
    DataRetentionWithRawResponse,
    AsyncDataRetentionWithRawResponse,
    DataRetentionWithStreamingResponse,
    AsyncDataRetentionWithStreamingResponse,
)
from ....._base_client import AsyncPaginator
from .model_permissions import (
    ModelPermissions,
    AsyncModelPermissions,
    ModelPermissionsWithRawResponse,
    AsyncModelPermissionsWithRawResponse,
    ModelPermissionsWithStreamingResponse,
    AsyncModelPermissionsWithStreamingResponse,
)
from .service_tier_settings import (
    ServiceTierSettings,
    AsyncServiceTierSettings,
    ServiceTierSettingsWithRawResponse,
    AsyncServiceTierSettingsWithRawResponse,
    ServiceTierSettingsWithStreamingResponse,
    AsyncServiceTierSettingsWithStreamingResponse,
)
from .hosted_tool_permissions import (
    HostedToolPermissions,
    AsyncHostedToolPermissions,
    HostedToolPermissionsWithRawResponse,
    AsyncHostedToolPermissionsWithRawResponse,
    HostedToolPermissionsWithStreamingResponse,
    AsyncHostedToolPermissionsWithStreamingResponse,
)
from .....types.admin.organization import ProjectResidency
from .service_accounts.service_accounts import (
    ServiceAccounts,
    AsyncServiceAccounts,
    ServiceAccountsWithRawResponse,
    AsyncServiceAccountsWithRawResponse,
    ServiceAccountsWithStreamingResponse,
    AsyncServiceAccountsWithStreamingResponse,
)
from .....types.admin.organization.project import Project
from .....types.admin.organization.project_residency import ProjectResidency

class Projects(SyncAPIResource):
    @property
    def users(self) -> Users: ...
    @property
    def service_accounts(self) -> ServiceAccounts: ...
    @property
    def api_keys(self) -> APIKeys: ...
    @property
    def rate_limits(self) -> RateLimits: ...
    @property
    def model_permissions(self) -> ModelPermissions: ...
    @property
    def service_tier_settings(self) -> ServiceTierSettings: ...
    @property
    def hosted_tool_permissions(self) -> HostedToolPermissions: ...
    @property
    def groups(self) -> Groups: ...
    @property
    def roles(self) -> Roles: ...
    @property
    def data_retention(self) -> DataRetention: ...
    @property
    def spend_limit(self) -> SpendLimit: ...
    @property
    def spend_alerts(self) -> SpendAlerts: ...
    @property
    def certificates(self) -> Certificates: ...
    @property
    def with_raw_response(self) -> ProjectsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> ProjectsWithStreamingResponse: ...
    def create(
        self,
        *,
        name: str,
        external_key_id: Optional[str] | Omit = omit,
        geography: Optional[str] | Omit = omit,
        residency: Optional[ProjectResidency] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Project:
        """POST /organization/projects"""

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
    ) -> Project:
        """GET /organization/projects/{project_id}"""

    def update(
        self,
        project_id: str,
        *,
        external_key_id: Optional[str] | Omit = omit,
        geography: Optional[str] | Omit = omit,
        name: Optional[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Project:
        """POST /organization/projects/{project_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        include_archived: bool | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncConversationCursorPage[Project]:
        """GET /organization/projects"""

    def archive(
        self,
        project_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Project:
        """POST /organization/projects/{project_id}/archive"""

class AsyncProjects(AsyncAPIResource):
    @property
    def users(self) -> AsyncUsers: ...
    @property
    def service_accounts(self) -> AsyncServiceAccounts: ...
    @property
    def api_keys(self) -> AsyncAPIKeys: ...
    @property
    def rate_limits(self) -> AsyncRateLimits: ...
    @property
    def model_permissions(self) -> AsyncModelPermissions: ...
    @property
    def service_tier_settings(self) -> AsyncServiceTierSettings: ...
    @property
    def hosted_tool_permissions(self) -> AsyncHostedToolPermissions: ...
    @property
    def groups(self) -> AsyncGroups: ...
    @property
    def roles(self) -> AsyncRoles: ...
    @property
    def data_retention(self) -> AsyncDataRetention: ...
    @property
    def spend_limit(self) -> AsyncSpendLimit: ...
    @property
    def spend_alerts(self) -> AsyncSpendAlerts: ...
    @property
    def certificates(self) -> AsyncCertificates: ...
    @property
    def with_raw_response(self) -> AsyncProjectsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncProjectsWithStreamingResponse: ...
    async def create(
        self,
        *,
        name: str,
        external_key_id: Optional[str] | Omit = omit,
        geography: Optional[str] | Omit = omit,
        residency: Optional[ProjectResidency] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Project:
        """POST /organization/projects"""

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
    ) -> Project:
        """GET /organization/projects/{project_id}"""

    async def update(
        self,
        project_id: str,
        *,
        external_key_id: Optional[str] | Omit = omit,
        geography: Optional[str] | Omit = omit,
        name: Optional[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Project:
        """POST /organization/projects/{project_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        include_archived: bool | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[Project, AsyncConversationCursorPage[Project]]:
        """GET /organization/projects"""

    async def archive(
        self,
        project_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Project:
        """POST /organization/projects/{project_id}/archive"""

class ProjectsWithRawResponse:
    def __init__(self, projects: Projects) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(projects.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(projects.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(projects.update)
        self.list = _legacy_response.to_raw_response_wrapper(projects.list)
        self.archive = _legacy_response.to_raw_response_wrapper(projects.archive)

    @property
    def users(self) -> UsersWithRawResponse: ...
    @property
    def service_accounts(self) -> ServiceAccountsWithRawResponse: ...
    @property
    def api_keys(self) -> APIKeysWithRawResponse: ...
    @property
    def rate_limits(self) -> RateLimitsWithRawResponse: ...
    @property
    def model_permissions(self) -> ModelPermissionsWithRawResponse: ...
    @property
    def service_tier_settings(self) -> ServiceTierSettingsWithRawResponse: ...
    @property
    def hosted_tool_permissions(self) -> HostedToolPermissionsWithRawResponse: ...
    @property
    def groups(self) -> GroupsWithRawResponse: ...
    @property
    def roles(self) -> RolesWithRawResponse: ...
    @property
    def data_retention(self) -> DataRetentionWithRawResponse: ...
    @property
    def spend_limit(self) -> SpendLimitWithRawResponse: ...
    @property
    def spend_alerts(self) -> SpendAlertsWithRawResponse: ...
    @property
    def certificates(self) -> CertificatesWithRawResponse: ...

class AsyncProjectsWithRawResponse:
    def __init__(self, projects: AsyncProjects) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(projects.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(projects.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(projects.update)
        self.list = _legacy_response.async_to_raw_response_wrapper(projects.list)
        self.archive = _legacy_response.async_to_raw_response_wrapper(projects.archive)

    @property
    def users(self) -> AsyncUsersWithRawResponse: ...
    @property
    def service_accounts(self) -> AsyncServiceAccountsWithRawResponse: ...
    @property
    def api_keys(self) -> AsyncAPIKeysWithRawResponse: ...
    @property
    def rate_limits(self) -> AsyncRateLimitsWithRawResponse: ...
    @property
    def model_permissions(self) -> AsyncModelPermissionsWithRawResponse: ...
    @property
    def service_tier_settings(self) -> AsyncServiceTierSettingsWithRawResponse: ...
    @property
    def hosted_tool_permissions(self) -> AsyncHostedToolPermissionsWithRawResponse: ...
    @property
    def groups(self) -> AsyncGroupsWithRawResponse: ...
    @property
    def roles(self) -> AsyncRolesWithRawResponse: ...
    @property
    def data_retention(self) -> AsyncDataRetentionWithRawResponse: ...
    @property
    def spend_limit(self) -> AsyncSpendLimitWithRawResponse: ...
    @property
    def spend_alerts(self) -> AsyncSpendAlertsWithRawResponse: ...
    @property
    def certificates(self) -> AsyncCertificatesWithRawResponse: ...

class ProjectsWithStreamingResponse:
    def __init__(self, projects: Projects) -> None:
        self.create = to_streamed_response_wrapper(projects.create)
        self.retrieve = to_streamed_response_wrapper(projects.retrieve)
        self.update = to_streamed_response_wrapper(projects.update)
        self.list = to_streamed_response_wrapper(projects.list)
        self.archive = to_streamed_response_wrapper(projects.archive)

    @property
    def users(self) -> UsersWithStreamingResponse: ...
    @property
    def service_accounts(self) -> ServiceAccountsWithStreamingResponse: ...
    @property
    def api_keys(self) -> APIKeysWithStreamingResponse: ...
    @property
    def rate_limits(self) -> RateLimitsWithStreamingResponse: ...
    @property
    def model_permissions(self) -> ModelPermissionsWithStreamingResponse: ...
    @property
    def service_tier_settings(self) -> ServiceTierSettingsWithStreamingResponse: ...
    @property
    def hosted_tool_permissions(self) -> HostedToolPermissionsWithStreamingResponse: ...
    @property
    def groups(self) -> GroupsWithStreamingResponse: ...
    @property
    def roles(self) -> RolesWithStreamingResponse: ...
    @property
    def data_retention(self) -> DataRetentionWithStreamingResponse: ...
    @property
    def spend_limit(self) -> SpendLimitWithStreamingResponse: ...
    @property
    def spend_alerts(self) -> SpendAlertsWithStreamingResponse: ...
    @property
    def certificates(self) -> CertificatesWithStreamingResponse: ...

class AsyncProjectsWithStreamingResponse:
    def __init__(self, projects: AsyncProjects) -> None:
        self.create = async_to_streamed_response_wrapper(projects.create)
        self.retrieve = async_to_streamed_response_wrapper(projects.retrieve)
        self.update = async_to_streamed_response_wrapper(projects.update)
        self.list = async_to_streamed_response_wrapper(projects.list)
        self.archive = async_to_streamed_response_wrapper(projects.archive)

    @property
    def users(self) -> AsyncUsersWithStreamingResponse: ...
    @property
    def service_accounts(self) -> AsyncServiceAccountsWithStreamingResponse: ...
    @property
    def api_keys(self) -> AsyncAPIKeysWithStreamingResponse: ...
    @property
    def rate_limits(self) -> AsyncRateLimitsWithStreamingResponse: ...
    @property
    def model_permissions(self) -> AsyncModelPermissionsWithStreamingResponse: ...
    @property
    def service_tier_settings(self) -> AsyncServiceTierSettingsWithStreamingResponse: ...
    @property
    def hosted_tool_permissions(self) -> AsyncHostedToolPermissionsWithStreamingResponse: ...
    @property
    def groups(self) -> AsyncGroupsWithStreamingResponse: ...
    @property
    def roles(self) -> AsyncRolesWithStreamingResponse: ...
    @property
    def data_retention(self) -> AsyncDataRetentionWithStreamingResponse: ...
    @property
    def spend_limit(self) -> AsyncSpendLimitWithStreamingResponse: ...
    @property
    def spend_alerts(self) -> AsyncSpendAlertsWithStreamingResponse: ...
    @property
    def certificates(self) -> AsyncCertificatesWithStreamingResponse: ...
