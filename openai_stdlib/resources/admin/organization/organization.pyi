# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .roles import (
    Roles,
    AsyncRoles,
    RolesWithRawResponse,
    AsyncRolesWithRawResponse,
    RolesWithStreamingResponse,
    AsyncRolesWithStreamingResponse,
)
from .usage import (
    Usage,
    AsyncUsage,
    UsageWithRawResponse,
    AsyncUsageWithRawResponse,
    UsageWithStreamingResponse,
    AsyncUsageWithStreamingResponse,
)
from .invites import (
    Invites,
    AsyncInvites,
    InvitesWithRawResponse,
    AsyncInvitesWithRawResponse,
    InvitesWithStreamingResponse,
    AsyncInvitesWithStreamingResponse,
)
from .audit_logs import (
    AuditLogs,
    AsyncAuditLogs,
    AuditLogsWithRawResponse,
    AsyncAuditLogsWithRawResponse,
    AuditLogsWithStreamingResponse,
    AsyncAuditLogsWithStreamingResponse,
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
from ...._resource import SyncAPIResource, AsyncAPIResource
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
from .external_keys import (
    ExternalKeys,
    AsyncExternalKeys,
    ExternalKeysWithRawResponse,
    AsyncExternalKeysWithRawResponse,
    ExternalKeysWithStreamingResponse,
    AsyncExternalKeysWithStreamingResponse,
)
from .groups.groups import (
    Groups,
    AsyncGroups,
    GroupsWithRawResponse,
    AsyncGroupsWithRawResponse,
    GroupsWithStreamingResponse,
    AsyncGroupsWithStreamingResponse,
)
from .admin_api_keys import (
    AdminAPIKeys,
    AsyncAdminAPIKeys,
    AdminAPIKeysWithRawResponse,
    AsyncAdminAPIKeysWithRawResponse,
    AdminAPIKeysWithStreamingResponse,
    AsyncAdminAPIKeysWithStreamingResponse,
)
from .data_retention import (
    DataRetention,
    AsyncDataRetention,
    DataRetentionWithRawResponse,
    AsyncDataRetentionWithRawResponse,
    DataRetentionWithStreamingResponse,
    AsyncDataRetentionWithStreamingResponse,
)
from .external_storage import (
    ExternalStorage,
    AsyncExternalStorage,
    ExternalStorageWithRawResponse,
    AsyncExternalStorageWithRawResponse,
    ExternalStorageWithStreamingResponse,
    AsyncExternalStorageWithStreamingResponse,
)
from .projects.projects import (
    Projects,
    AsyncProjects,
    ProjectsWithRawResponse,
    AsyncProjectsWithRawResponse,
    ProjectsWithStreamingResponse,
    AsyncProjectsWithStreamingResponse,
)
from .workload_identity_providers.workload_identity_providers import (
    WorkloadIdentityProviders,
    AsyncWorkloadIdentityProviders,
    WorkloadIdentityProvidersWithRawResponse,
    AsyncWorkloadIdentityProvidersWithRawResponse,
    WorkloadIdentityProvidersWithStreamingResponse,
    AsyncWorkloadIdentityProvidersWithStreamingResponse,
)

class Organization(SyncAPIResource):
    @property
    def audit_logs(self) -> AuditLogs: ...
    @property
    def admin_api_keys(self) -> AdminAPIKeys: ...
    @property
    def usage(self) -> Usage: ...
    @property
    def invites(self) -> Invites: ...
    @property
    def users(self) -> Users: ...
    @property
    def groups(self) -> Groups: ...
    @property
    def roles(self) -> Roles: ...
    @property
    def data_retention(self) -> DataRetention: ...
    @property
    def external_keys(self) -> ExternalKeys: ...
    @property
    def workload_identity_providers(self) -> WorkloadIdentityProviders: ...
    @property
    def external_storage(self) -> ExternalStorage: ...
    @property
    def spend_limit(self) -> SpendLimit: ...
    @property
    def spend_alerts(self) -> SpendAlerts: ...
    @property
    def certificates(self) -> Certificates: ...
    @property
    def projects(self) -> Projects: ...
    @property
    def with_raw_response(self) -> OrganizationWithRawResponse: ...
    @property
    def with_streaming_response(self) -> OrganizationWithStreamingResponse: ...

class AsyncOrganization(AsyncAPIResource):
    @property
    def audit_logs(self) -> AsyncAuditLogs: ...
    @property
    def admin_api_keys(self) -> AsyncAdminAPIKeys: ...
    @property
    def usage(self) -> AsyncUsage: ...
    @property
    def invites(self) -> AsyncInvites: ...
    @property
    def users(self) -> AsyncUsers: ...
    @property
    def groups(self) -> AsyncGroups: ...
    @property
    def roles(self) -> AsyncRoles: ...
    @property
    def data_retention(self) -> AsyncDataRetention: ...
    @property
    def external_keys(self) -> AsyncExternalKeys: ...
    @property
    def workload_identity_providers(self) -> AsyncWorkloadIdentityProviders: ...
    @property
    def external_storage(self) -> AsyncExternalStorage: ...
    @property
    def spend_limit(self) -> AsyncSpendLimit: ...
    @property
    def spend_alerts(self) -> AsyncSpendAlerts: ...
    @property
    def certificates(self) -> AsyncCertificates: ...
    @property
    def projects(self) -> AsyncProjects: ...
    @property
    def with_raw_response(self) -> AsyncOrganizationWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncOrganizationWithStreamingResponse: ...

class OrganizationWithRawResponse:
    def __init__(self, organization: Organization) -> None: ...
    @property
    def audit_logs(self) -> AuditLogsWithRawResponse: ...
    @property
    def admin_api_keys(self) -> AdminAPIKeysWithRawResponse: ...
    @property
    def usage(self) -> UsageWithRawResponse: ...
    @property
    def invites(self) -> InvitesWithRawResponse: ...
    @property
    def users(self) -> UsersWithRawResponse: ...
    @property
    def groups(self) -> GroupsWithRawResponse: ...
    @property
    def roles(self) -> RolesWithRawResponse: ...
    @property
    def data_retention(self) -> DataRetentionWithRawResponse: ...
    @property
    def external_keys(self) -> ExternalKeysWithRawResponse: ...
    @property
    def workload_identity_providers(self) -> WorkloadIdentityProvidersWithRawResponse: ...
    @property
    def external_storage(self) -> ExternalStorageWithRawResponse: ...
    @property
    def spend_limit(self) -> SpendLimitWithRawResponse: ...
    @property
    def spend_alerts(self) -> SpendAlertsWithRawResponse: ...
    @property
    def certificates(self) -> CertificatesWithRawResponse: ...
    @property
    def projects(self) -> ProjectsWithRawResponse: ...

class AsyncOrganizationWithRawResponse:
    def __init__(self, organization: AsyncOrganization) -> None: ...
    @property
    def audit_logs(self) -> AsyncAuditLogsWithRawResponse: ...
    @property
    def admin_api_keys(self) -> AsyncAdminAPIKeysWithRawResponse: ...
    @property
    def usage(self) -> AsyncUsageWithRawResponse: ...
    @property
    def invites(self) -> AsyncInvitesWithRawResponse: ...
    @property
    def users(self) -> AsyncUsersWithRawResponse: ...
    @property
    def groups(self) -> AsyncGroupsWithRawResponse: ...
    @property
    def roles(self) -> AsyncRolesWithRawResponse: ...
    @property
    def data_retention(self) -> AsyncDataRetentionWithRawResponse: ...
    @property
    def external_keys(self) -> AsyncExternalKeysWithRawResponse: ...
    @property
    def workload_identity_providers(self) -> AsyncWorkloadIdentityProvidersWithRawResponse: ...
    @property
    def external_storage(self) -> AsyncExternalStorageWithRawResponse: ...
    @property
    def spend_limit(self) -> AsyncSpendLimitWithRawResponse: ...
    @property
    def spend_alerts(self) -> AsyncSpendAlertsWithRawResponse: ...
    @property
    def certificates(self) -> AsyncCertificatesWithRawResponse: ...
    @property
    def projects(self) -> AsyncProjectsWithRawResponse: ...

class OrganizationWithStreamingResponse:
    def __init__(self, organization: Organization) -> None: ...
    @property
    def audit_logs(self) -> AuditLogsWithStreamingResponse: ...
    @property
    def admin_api_keys(self) -> AdminAPIKeysWithStreamingResponse: ...
    @property
    def usage(self) -> UsageWithStreamingResponse: ...
    @property
    def invites(self) -> InvitesWithStreamingResponse: ...
    @property
    def users(self) -> UsersWithStreamingResponse: ...
    @property
    def groups(self) -> GroupsWithStreamingResponse: ...
    @property
    def roles(self) -> RolesWithStreamingResponse: ...
    @property
    def data_retention(self) -> DataRetentionWithStreamingResponse: ...
    @property
    def external_keys(self) -> ExternalKeysWithStreamingResponse: ...
    @property
    def workload_identity_providers(self) -> WorkloadIdentityProvidersWithStreamingResponse: ...
    @property
    def external_storage(self) -> ExternalStorageWithStreamingResponse: ...
    @property
    def spend_limit(self) -> SpendLimitWithStreamingResponse: ...
    @property
    def spend_alerts(self) -> SpendAlertsWithStreamingResponse: ...
    @property
    def certificates(self) -> CertificatesWithStreamingResponse: ...
    @property
    def projects(self) -> ProjectsWithStreamingResponse: ...

class AsyncOrganizationWithStreamingResponse:
    def __init__(self, organization: AsyncOrganization) -> None: ...
    @property
    def audit_logs(self) -> AsyncAuditLogsWithStreamingResponse: ...
    @property
    def admin_api_keys(self) -> AsyncAdminAPIKeysWithStreamingResponse: ...
    @property
    def usage(self) -> AsyncUsageWithStreamingResponse: ...
    @property
    def invites(self) -> AsyncInvitesWithStreamingResponse: ...
    @property
    def users(self) -> AsyncUsersWithStreamingResponse: ...
    @property
    def groups(self) -> AsyncGroupsWithStreamingResponse: ...
    @property
    def roles(self) -> AsyncRolesWithStreamingResponse: ...
    @property
    def data_retention(self) -> AsyncDataRetentionWithStreamingResponse: ...
    @property
    def external_keys(self) -> AsyncExternalKeysWithStreamingResponse: ...
    @property
    def workload_identity_providers(self) -> AsyncWorkloadIdentityProvidersWithStreamingResponse: ...
    @property
    def external_storage(self) -> AsyncExternalStorageWithStreamingResponse: ...
    @property
    def spend_limit(self) -> AsyncSpendLimitWithStreamingResponse: ...
    @property
    def spend_alerts(self) -> AsyncSpendAlertsWithStreamingResponse: ...
    @property
    def certificates(self) -> AsyncCertificatesWithStreamingResponse: ...
    @property
    def projects(self) -> AsyncProjectsWithStreamingResponse: ...
