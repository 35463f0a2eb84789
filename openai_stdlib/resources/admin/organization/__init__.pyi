# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .roles import (
    Roles as Roles,
    AsyncRoles as AsyncRoles,
    RolesWithRawResponse as RolesWithRawResponse,
    AsyncRolesWithRawResponse as AsyncRolesWithRawResponse,
    RolesWithStreamingResponse as RolesWithStreamingResponse,
    AsyncRolesWithStreamingResponse as AsyncRolesWithStreamingResponse,
)
from .usage import (
    Usage as Usage,
    AsyncUsage as AsyncUsage,
    UsageWithRawResponse as UsageWithRawResponse,
    AsyncUsageWithRawResponse as AsyncUsageWithRawResponse,
    UsageWithStreamingResponse as UsageWithStreamingResponse,
    AsyncUsageWithStreamingResponse as AsyncUsageWithStreamingResponse,
)
from .users import (
    Users as Users,
    AsyncUsers as AsyncUsers,
    UsersWithRawResponse as UsersWithRawResponse,
    AsyncUsersWithRawResponse as AsyncUsersWithRawResponse,
    UsersWithStreamingResponse as UsersWithStreamingResponse,
    AsyncUsersWithStreamingResponse as AsyncUsersWithStreamingResponse,
)
from .groups import (
    Groups as Groups,
    AsyncGroups as AsyncGroups,
    GroupsWithRawResponse as GroupsWithRawResponse,
    AsyncGroupsWithRawResponse as AsyncGroupsWithRawResponse,
    GroupsWithStreamingResponse as GroupsWithStreamingResponse,
    AsyncGroupsWithStreamingResponse as AsyncGroupsWithStreamingResponse,
)
from .invites import (
    Invites as Invites,
    AsyncInvites as AsyncInvites,
    InvitesWithRawResponse as InvitesWithRawResponse,
    AsyncInvitesWithRawResponse as AsyncInvitesWithRawResponse,
    InvitesWithStreamingResponse as InvitesWithStreamingResponse,
    AsyncInvitesWithStreamingResponse as AsyncInvitesWithStreamingResponse,
)
from .projects import (
    Projects as Projects,
    AsyncProjects as AsyncProjects,
    ProjectsWithRawResponse as ProjectsWithRawResponse,
    AsyncProjectsWithRawResponse as AsyncProjectsWithRawResponse,
    ProjectsWithStreamingResponse as ProjectsWithStreamingResponse,
    AsyncProjectsWithStreamingResponse as AsyncProjectsWithStreamingResponse,
)
from .audit_logs import (
    AuditLogs as AuditLogs,
    AsyncAuditLogs as AsyncAuditLogs,
    AuditLogsWithRawResponse as AuditLogsWithRawResponse,
    AsyncAuditLogsWithRawResponse as AsyncAuditLogsWithRawResponse,
    AuditLogsWithStreamingResponse as AuditLogsWithStreamingResponse,
    AsyncAuditLogsWithStreamingResponse as AsyncAuditLogsWithStreamingResponse,
)
from .spend_limit import (
    SpendLimit as SpendLimit,
    AsyncSpendLimit as AsyncSpendLimit,
    SpendLimitWithRawResponse as SpendLimitWithRawResponse,
    AsyncSpendLimitWithRawResponse as AsyncSpendLimitWithRawResponse,
    SpendLimitWithStreamingResponse as SpendLimitWithStreamingResponse,
    AsyncSpendLimitWithStreamingResponse as AsyncSpendLimitWithStreamingResponse,
)
from .certificates import (
    Certificates as Certificates,
    AsyncCertificates as AsyncCertificates,
    CertificatesWithRawResponse as CertificatesWithRawResponse,
    AsyncCertificatesWithRawResponse as AsyncCertificatesWithRawResponse,
    CertificatesWithStreamingResponse as CertificatesWithStreamingResponse,
    AsyncCertificatesWithStreamingResponse as AsyncCertificatesWithStreamingResponse,
)
from .organization import (
    Organization as Organization,
    AsyncOrganization as AsyncOrganization,
    OrganizationWithRawResponse as OrganizationWithRawResponse,
    AsyncOrganizationWithRawResponse as AsyncOrganizationWithRawResponse,
    OrganizationWithStreamingResponse as OrganizationWithStreamingResponse,
    AsyncOrganizationWithStreamingResponse as AsyncOrganizationWithStreamingResponse,
)
from .spend_alerts import (
    SpendAlerts as SpendAlerts,
    AsyncSpendAlerts as AsyncSpendAlerts,
    SpendAlertsWithRawResponse as SpendAlertsWithRawResponse,
    AsyncSpendAlertsWithRawResponse as AsyncSpendAlertsWithRawResponse,
    SpendAlertsWithStreamingResponse as SpendAlertsWithStreamingResponse,
    AsyncSpendAlertsWithStreamingResponse as AsyncSpendAlertsWithStreamingResponse,
)
from .external_keys import (
    ExternalKeys as ExternalKeys,
    AsyncExternalKeys as AsyncExternalKeys,
    ExternalKeysWithRawResponse as ExternalKeysWithRawResponse,
    AsyncExternalKeysWithRawResponse as AsyncExternalKeysWithRawResponse,
    ExternalKeysWithStreamingResponse as ExternalKeysWithStreamingResponse,
    AsyncExternalKeysWithStreamingResponse as AsyncExternalKeysWithStreamingResponse,
)
from .admin_api_keys import (
    AdminAPIKeys as AdminAPIKeys,
    AsyncAdminAPIKeys as AsyncAdminAPIKeys,
    AdminAPIKeysWithRawResponse as AdminAPIKeysWithRawResponse,
    AsyncAdminAPIKeysWithRawResponse as AsyncAdminAPIKeysWithRawResponse,
    AdminAPIKeysWithStreamingResponse as AdminAPIKeysWithStreamingResponse,
    AsyncAdminAPIKeysWithStreamingResponse as AsyncAdminAPIKeysWithStreamingResponse,
)
from .data_retention import (
    DataRetention as DataRetention,
    AsyncDataRetention as AsyncDataRetention,
    DataRetentionWithRawResponse as DataRetentionWithRawResponse,
    AsyncDataRetentionWithRawResponse as AsyncDataRetentionWithRawResponse,
    DataRetentionWithStreamingResponse as DataRetentionWithStreamingResponse,
    AsyncDataRetentionWithStreamingResponse as AsyncDataRetentionWithStreamingResponse,
)
from .external_storage import (
    ExternalStorage as ExternalStorage,
    AsyncExternalStorage as AsyncExternalStorage,
    ExternalStorageWithRawResponse as ExternalStorageWithRawResponse,
    AsyncExternalStorageWithRawResponse as AsyncExternalStorageWithRawResponse,
    ExternalStorageWithStreamingResponse as ExternalStorageWithStreamingResponse,
    AsyncExternalStorageWithStreamingResponse as AsyncExternalStorageWithStreamingResponse,
)
from .workload_identity_providers import (
    WorkloadIdentityProviders as WorkloadIdentityProviders,
    AsyncWorkloadIdentityProviders as AsyncWorkloadIdentityProviders,
    WorkloadIdentityProvidersWithRawResponse as WorkloadIdentityProvidersWithRawResponse,
    AsyncWorkloadIdentityProvidersWithRawResponse as AsyncWorkloadIdentityProvidersWithRawResponse,
    WorkloadIdentityProvidersWithStreamingResponse as WorkloadIdentityProvidersWithStreamingResponse,
    AsyncWorkloadIdentityProvidersWithStreamingResponse as AsyncWorkloadIdentityProvidersWithStreamingResponse,
)
