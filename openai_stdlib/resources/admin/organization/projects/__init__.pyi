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
from .api_keys import (
    APIKeys as APIKeys,
    AsyncAPIKeys as AsyncAPIKeys,
    APIKeysWithRawResponse as APIKeysWithRawResponse,
    AsyncAPIKeysWithRawResponse as AsyncAPIKeysWithRawResponse,
    APIKeysWithStreamingResponse as APIKeysWithStreamingResponse,
    AsyncAPIKeysWithStreamingResponse as AsyncAPIKeysWithStreamingResponse,
)
from .projects import (
    Projects as Projects,
    AsyncProjects as AsyncProjects,
    ProjectsWithRawResponse as ProjectsWithRawResponse,
    AsyncProjectsWithRawResponse as AsyncProjectsWithRawResponse,
    ProjectsWithStreamingResponse as ProjectsWithStreamingResponse,
    AsyncProjectsWithStreamingResponse as AsyncProjectsWithStreamingResponse,
)
from .rate_limits import (
    RateLimits as RateLimits,
    AsyncRateLimits as AsyncRateLimits,
    RateLimitsWithRawResponse as RateLimitsWithRawResponse,
    AsyncRateLimitsWithRawResponse as AsyncRateLimitsWithRawResponse,
    RateLimitsWithStreamingResponse as RateLimitsWithStreamingResponse,
    AsyncRateLimitsWithStreamingResponse as AsyncRateLimitsWithStreamingResponse,
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
from .spend_alerts import (
    SpendAlerts as SpendAlerts,
    AsyncSpendAlerts as AsyncSpendAlerts,
    SpendAlertsWithRawResponse as SpendAlertsWithRawResponse,
    AsyncSpendAlertsWithRawResponse as AsyncSpendAlertsWithRawResponse,
    SpendAlertsWithStreamingResponse as SpendAlertsWithStreamingResponse,
    AsyncSpendAlertsWithStreamingResponse as AsyncSpendAlertsWithStreamingResponse,
)
from .data_retention import (
    DataRetention as DataRetention,
    AsyncDataRetention as AsyncDataRetention,
    DataRetentionWithRawResponse as DataRetentionWithRawResponse,
    AsyncDataRetentionWithRawResponse as AsyncDataRetentionWithRawResponse,
    DataRetentionWithStreamingResponse as DataRetentionWithStreamingResponse,
    AsyncDataRetentionWithStreamingResponse as AsyncDataRetentionWithStreamingResponse,
)
from .service_accounts import (
    ServiceAccounts as ServiceAccounts,
    AsyncServiceAccounts as AsyncServiceAccounts,
    ServiceAccountsWithRawResponse as ServiceAccountsWithRawResponse,
    AsyncServiceAccountsWithRawResponse as AsyncServiceAccountsWithRawResponse,
    ServiceAccountsWithStreamingResponse as ServiceAccountsWithStreamingResponse,
    AsyncServiceAccountsWithStreamingResponse as AsyncServiceAccountsWithStreamingResponse,
)
from .model_permissions import (
    ModelPermissions as ModelPermissions,
    AsyncModelPermissions as AsyncModelPermissions,
    ModelPermissionsWithRawResponse as ModelPermissionsWithRawResponse,
    AsyncModelPermissionsWithRawResponse as AsyncModelPermissionsWithRawResponse,
    ModelPermissionsWithStreamingResponse as ModelPermissionsWithStreamingResponse,
    AsyncModelPermissionsWithStreamingResponse as AsyncModelPermissionsWithStreamingResponse,
)
from .service_tier_settings import (
    ServiceTierSettings as ServiceTierSettings,
    AsyncServiceTierSettings as AsyncServiceTierSettings,
    ServiceTierSettingsWithRawResponse as ServiceTierSettingsWithRawResponse,
    AsyncServiceTierSettingsWithRawResponse as AsyncServiceTierSettingsWithRawResponse,
    ServiceTierSettingsWithStreamingResponse as ServiceTierSettingsWithStreamingResponse,
    AsyncServiceTierSettingsWithStreamingResponse as AsyncServiceTierSettingsWithStreamingResponse,
)
from .hosted_tool_permissions import (
    HostedToolPermissions as HostedToolPermissions,
    AsyncHostedToolPermissions as AsyncHostedToolPermissions,
    HostedToolPermissionsWithRawResponse as HostedToolPermissionsWithRawResponse,
    AsyncHostedToolPermissionsWithRawResponse as AsyncHostedToolPermissionsWithRawResponse,
    HostedToolPermissionsWithStreamingResponse as HostedToolPermissionsWithStreamingResponse,
    AsyncHostedToolPermissionsWithStreamingResponse as AsyncHostedToolPermissionsWithStreamingResponse,
)
