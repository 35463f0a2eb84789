# SPDX-License-Identifier: MIT
"""Administration of an organization: users, projects, API keys, limits and usage. Requires an admin API key.

https://platform.openai.com/docs/api-reference/admin
"""

from .operation import CONVERSATION, CURSOR, DELETE, GET, NEXT, PAGE, POST, Resource, SubResource


class AdminApiKeys(Resource):
    """Admin API keys of the organization."""

    admin = True
    model = "AdminAPIKey"
    create = POST("/organization/admin_api_keys", "name", returns="AdminAPIKeyCreateResponse")
    retrieve = GET("/organization/admin_api_keys/{key_id}")
    list = GET("/organization/admin_api_keys", page=CURSOR)
    delete = DELETE("/organization/admin_api_keys/{key_id}", returns="AdminAPIKeyDeleteResponse")


class AuditLogs(Resource):
    """Audit logs: user actions and configuration changes in the organization."""

    admin = True
    list = GET("/organization/audit_logs", returns="AuditLogListResponse", page=CONVERSATION)


class OrganizationCertificates(Resource):
    """Mutual TLS certificates of the organization."""

    admin = True
    model = "Certificate"
    create = POST("/organization/certificates", "certificate")
    retrieve = GET("/organization/certificates/{certificate_id}")
    update = POST("/organization/certificates/{certificate_id}")
    list = GET("/organization/certificates", returns="admin.organization.CertificateListResponse", page=CONVERSATION)
    delete = DELETE("/organization/certificates/{certificate_id}", returns="CertificateDeleteResponse")
    activate = POST(
        "/organization/certificates/activate",
        "certificate_ids",
        returns="admin.organization.CertificateActivateResponse",
        page=PAGE,
    )
    deactivate = POST(
        "/organization/certificates/deactivate",
        "certificate_ids",
        returns="admin.organization.CertificateDeactivateResponse",
        page=PAGE,
    )


class OrganizationDataRetention(Resource):
    """Data retention settings of the organization."""

    admin = True
    model = "OrganizationDataRetention"
    retrieve = GET("/organization/data_retention")
    update = POST("/organization/data_retention", "retention_type")


class ExternalKeys(Resource):
    """External encryption keys, held in a key management service."""

    admin = True
    model = "ExternalKey"
    create = POST(
        "/organization/external_keys",
        "external_id kms_arn name role_arn type"
        " | audience kms_key_location kms_key_name kms_key_ring_name kms_project_id name type"
        " workload_identity_pool_id workload_identity_project_number workload_identity_provider_id"
        " | key_name name tenant_id type vault_uri"
        " | key_ocid name region type vault_ocid",
        field_order="external_id kms_arn name role_arn type purpose audience kms_key_location kms_key_name"
        " kms_key_ring_name kms_project_id workload_identity_pool_id workload_identity_project_number"
        " workload_identity_provider_id kms_key_version key_name tenant_id vault_uri key_version key_ocid"
        " region vault_ocid key_version_ocid",
    )
    retrieve = GET("/organization/external_keys/{external_key_id}")
    list = GET("/organization/external_keys", page=CURSOR)
    delete = DELETE("/organization/external_keys/{external_key_id}")
    validate = POST(
        "/organization/external_keys/{external_key_id}/validate",
        returns="ExternalKeyValidateResponse",
        body_optional=True,
    )


class ExternalStorage(Resource):
    """External storage configurations of the organization's projects."""

    admin = True
    model = "ExternalStorageConfiguration"
    create = POST("/organization/external_storage", "project_id provider")
    retrieve = GET("/organization/external_storage/{external_storage_id}")
    list = GET("/organization/external_storage", page=CURSOR)
    delete = DELETE("/organization/external_storage/{external_storage_id}", returns="ExternalStorageDeleted")
    validate = POST("/organization/external_storage/{external_storage_id}/validate", body_optional=True)


class OrganizationGroupsRoles(Resource):
    """Role assignments of a group."""

    admin = True
    create = POST(
        "/organization/groups/{group_id}/roles", "role_id", returns="admin.organization.groups.RoleCreateResponse"
    )
    retrieve = GET(
        "/organization/groups/{group_id}/roles/{role_id}", returns="admin.organization.groups.RoleRetrieveResponse"
    )
    list = GET("/organization/groups/{group_id}/roles", returns="admin.organization.groups.RoleListResponse", page=NEXT)
    delete = DELETE(
        "/organization/groups/{group_id}/roles/{role_id}", returns="admin.organization.groups.RoleDeleteResponse"
    )


class GroupsUsers(Resource):
    """Users of a group."""

    admin = True
    create = POST("/organization/groups/{group_id}/users", "user_id", returns="UserCreateResponse")
    retrieve = GET("/organization/groups/{group_id}/users/{user_id}", returns="UserRetrieveResponse")
    list = GET("/organization/groups/{group_id}/users", returns="OrganizationGroupUser", page=NEXT)
    delete = DELETE(
        "/organization/groups/{group_id}/users/{user_id}", returns="admin.organization.groups.UserDeleteResponse"
    )


class OrganizationGroups(Resource):
    """Groups of users."""

    admin = True
    model = "admin.organization.Group"
    create = POST("/organization/groups", "name")
    retrieve = GET("/organization/groups/{group_id}")
    update = POST("/organization/groups/{group_id}", "name", returns="GroupUpdateResponse")
    list = GET("/organization/groups", page=NEXT)
    delete = DELETE("/organization/groups/{group_id}", returns="admin.organization.GroupDeleteResponse")
    roles = SubResource("OrganizationGroupsRoles")
    users = SubResource("GroupsUsers")


class Invites(Resource):
    """Invites to the organization."""

    admin = True
    model = "Invite"
    create = POST("/organization/invites", "email role")
    retrieve = GET("/organization/invites/{invite_id}")
    list = GET("/organization/invites", page=CONVERSATION)
    delete = DELETE("/organization/invites/{invite_id}", returns="InviteDeleteResponse")


class ProjectsApiKeys(Resource):
    """API keys of a project."""

    admin = True
    model = "ProjectAPIKey"
    retrieve = GET("/organization/projects/{project_id}/api_keys/{api_key_id}")
    update = POST("/organization/projects/{project_id}/api_keys/{api_key_id}")
    list = GET("/organization/projects/{project_id}/api_keys", page=CONVERSATION)
    delete = DELETE("/organization/projects/{project_id}/api_keys/{api_key_id}", returns="APIKeyDeleteResponse")


class ProjectsCertificates(Resource):
    """Mutual TLS certificates activated for a project."""

    admin = True
    list = GET(
        "/organization/projects/{project_id}/certificates",
        returns="admin.organization.projects.CertificateListResponse",
        page=CONVERSATION,
    )
    activate = POST(
        "/organization/projects/{project_id}/certificates/activate",
        "certificate_ids",
        returns="admin.organization.projects.CertificateActivateResponse",
        page=PAGE,
    )
    deactivate = POST(
        "/organization/projects/{project_id}/certificates/deactivate",
        "certificate_ids",
        returns="admin.organization.projects.CertificateDeactivateResponse",
        page=PAGE,
    )


class ProjectsDataRetention(Resource):
    """Data retention settings of a project."""

    admin = True
    model = "ProjectDataRetention"
    retrieve = GET("/organization/projects/{project_id}/data_retention")
    update = POST("/organization/projects/{project_id}/data_retention", "retention_type")


class ProjectsGroupsRoles(Resource):
    """Role assignments of a group in a project."""

    admin = True
    create = POST(
        "/projects/{project_id}/groups/{group_id}/roles",
        "role_id",
        returns="admin.organization.projects.groups.RoleCreateResponse",
    )
    retrieve = GET(
        "/projects/{project_id}/groups/{group_id}/roles/{role_id}",
        returns="admin.organization.projects.groups.RoleRetrieveResponse",
    )
    list = GET(
        "/projects/{project_id}/groups/{group_id}/roles",
        returns="admin.organization.projects.groups.RoleListResponse",
        page=NEXT,
    )
    delete = DELETE(
        "/projects/{project_id}/groups/{group_id}/roles/{role_id}",
        returns="admin.organization.projects.groups.RoleDeleteResponse",
    )


class ProjectsGroups(Resource):
    """Groups with access to a project."""

    admin = True
    model = "ProjectGroup"
    create = POST("/organization/projects/{project_id}/groups", "group_id role")
    retrieve = GET("/organization/projects/{project_id}/groups/{group_id}")
    list = GET("/organization/projects/{project_id}/groups", page=NEXT)
    delete = DELETE(
        "/organization/projects/{project_id}/groups/{group_id}",
        returns="admin.organization.projects.GroupDeleteResponse",
    )
    roles = SubResource("ProjectsGroupsRoles")


class HostedToolPermissions(Resource):
    """Hosted tool permissions of a project."""

    admin = True
    model = "ProjectHostedToolPermissions"
    retrieve = GET("/organization/projects/{project_id}/hosted_tool_permissions")
    update = POST("/organization/projects/{project_id}/hosted_tool_permissions")


class ModelPermissions(Resource):
    """Model permissions of a project."""

    admin = True
    model = "ProjectModelPermissions"
    retrieve = GET("/organization/projects/{project_id}/model_permissions")
    update = POST("/organization/projects/{project_id}/model_permissions", "mode model_ids")
    delete = DELETE("/organization/projects/{project_id}/model_permissions", returns="ProjectModelPermissionsDeleted")


class RateLimits(Resource):
    """Rate limits of a project."""

    admin = True
    model = "ProjectRateLimit"
    list_rate_limits = GET("/organization/projects/{project_id}/rate_limits", page=CONVERSATION)
    update_rate_limit = POST("/organization/projects/{project_id}/rate_limits/{rate_limit_id}")


class ProjectsRoles(Resource):
    """Custom roles of a project."""

    admin = True
    model = "Role"
    create = POST("/projects/{project_id}/roles", "permissions role_name")
    retrieve = GET("/projects/{project_id}/roles/{role_id}")
    update = POST("/projects/{project_id}/roles/{role_id}")
    list = GET("/projects/{project_id}/roles", page=NEXT)
    delete = DELETE("/projects/{project_id}/roles/{role_id}", returns="admin.organization.projects.RoleDeleteResponse")


class ServiceAccountsApiKeys(Resource):
    """API keys of a service account."""

    admin = True
    create = POST(
        "/organization/projects/{project_id}/service_accounts/{service_account_id}/api_keys",
        returns="APIKeyCreateResponse",
    )


class ServiceAccounts(Resource):
    """Service accounts of a project."""

    admin = True
    model = "ProjectServiceAccount"
    create = POST(
        "/organization/projects/{project_id}/service_accounts", "name", returns="ServiceAccountCreateResponse"
    )
    retrieve = GET("/organization/projects/{project_id}/service_accounts/{service_account_id}")
    update = POST("/organization/projects/{project_id}/service_accounts/{service_account_id}")
    list = GET("/organization/projects/{project_id}/service_accounts", page=CONVERSATION)
    delete = DELETE(
        "/organization/projects/{project_id}/service_accounts/{service_account_id}",
        returns="ServiceAccountDeleteResponse",
    )
    api_keys = SubResource("ServiceAccountsApiKeys")


class ServiceTierSettings(Resource):
    """Service tier settings of a project."""

    admin = True
    model = "ProjectServiceTierSettings"
    retrieve = GET("/organization/projects/{project_id}/service_tier_settings")
    update = POST("/organization/projects/{project_id}/service_tier_settings")


class ProjectsSpendAlerts(Resource):
    """Spend alerts of a project."""

    admin = True
    model = "ProjectSpendAlert"
    create = POST(
        "/organization/projects/{project_id}/spend_alerts", "currency interval notification_channel threshold_amount"
    )
    retrieve = GET("/organization/projects/{project_id}/spend_alerts/{alert_id}")
    update = POST(
        "/organization/projects/{project_id}/spend_alerts/{alert_id}",
        "currency interval notification_channel threshold_amount",
    )
    list = GET("/organization/projects/{project_id}/spend_alerts", page=CONVERSATION)
    delete = DELETE("/organization/projects/{project_id}/spend_alerts/{alert_id}", returns="ProjectSpendAlertDeleted")


class ProjectsSpendLimit(Resource):
    """Spend limit of a project."""

    admin = True
    model = "ProjectSpendLimit"
    retrieve = GET("/organization/projects/{project_id}/spend_limit")
    update = POST("/organization/projects/{project_id}/spend_limit", "currency interval threshold_amount")
    delete = DELETE("/organization/projects/{project_id}/spend_limit", returns="ProjectSpendLimitDeleted")


class ProjectsUsersRoles(Resource):
    """Role assignments of a user in a project."""

    admin = True
    create = POST(
        "/projects/{project_id}/users/{user_id}/roles",
        "role_id",
        returns="admin.organization.projects.users.RoleCreateResponse",
    )
    retrieve = GET(
        "/projects/{project_id}/users/{user_id}/roles/{role_id}",
        returns="admin.organization.projects.users.RoleRetrieveResponse",
    )
    list = GET(
        "/projects/{project_id}/users/{user_id}/roles",
        returns="admin.organization.projects.users.RoleListResponse",
        page=NEXT,
    )
    delete = DELETE(
        "/projects/{project_id}/users/{user_id}/roles/{role_id}",
        returns="admin.organization.projects.users.RoleDeleteResponse",
    )


class ProjectsUsers(Resource):
    """Users of a project."""

    admin = True
    model = "ProjectUser"
    create = POST("/organization/projects/{project_id}/users", "role")
    retrieve = GET("/organization/projects/{project_id}/users/{user_id}")
    update = POST("/organization/projects/{project_id}/users/{user_id}")
    list = GET("/organization/projects/{project_id}/users", page=CONVERSATION)
    delete = DELETE(
        "/organization/projects/{project_id}/users/{user_id}", returns="admin.organization.projects.UserDeleteResponse"
    )
    roles = SubResource("ProjectsUsersRoles")


class Projects(Resource):
    """Projects of the organization."""

    admin = True
    model = "admin.organization.Project"
    create = POST("/organization/projects", "name")
    retrieve = GET("/organization/projects/{project_id}")
    update = POST("/organization/projects/{project_id}")
    list = GET("/organization/projects", page=CONVERSATION)
    archive = POST("/organization/projects/{project_id}/archive", body_optional=True)
    api_keys = SubResource("ProjectsApiKeys")
    certificates = SubResource("ProjectsCertificates")
    data_retention = SubResource("ProjectsDataRetention")
    groups = SubResource("ProjectsGroups")
    hosted_tool_permissions = SubResource("HostedToolPermissions")
    model_permissions = SubResource("ModelPermissions")
    rate_limits = SubResource("RateLimits")
    roles = SubResource("ProjectsRoles")
    service_accounts = SubResource("ServiceAccounts")
    service_tier_settings = SubResource("ServiceTierSettings")
    spend_alerts = SubResource("ProjectsSpendAlerts")
    spend_limit = SubResource("ProjectsSpendLimit")
    users = SubResource("ProjectsUsers")


class OrganizationRoles(Resource):
    """Custom roles of the organization."""

    admin = True
    model = "Role"
    create = POST("/organization/roles", "permissions role_name")
    retrieve = GET("/organization/roles/{role_id}")
    update = POST("/organization/roles/{role_id}")
    list = GET("/organization/roles", page=NEXT)
    delete = DELETE("/organization/roles/{role_id}", returns="admin.organization.RoleDeleteResponse")


class OrganizationSpendAlerts(Resource):
    """Spend alerts of the organization."""

    admin = True
    model = "OrganizationSpendAlert"
    create = POST("/organization/spend_alerts", "currency interval notification_channel threshold_amount")
    retrieve = GET("/organization/spend_alerts/{alert_id}")
    update = POST("/organization/spend_alerts/{alert_id}", "currency interval notification_channel threshold_amount")
    list = GET("/organization/spend_alerts", page=CONVERSATION)
    delete = DELETE("/organization/spend_alerts/{alert_id}", returns="OrganizationSpendAlertDeleted")


class OrganizationSpendLimit(Resource):
    """Spend limit of the organization."""

    admin = True
    model = "OrganizationSpendLimit"
    retrieve = GET("/organization/spend_limit")
    update = POST("/organization/spend_limit", "currency interval threshold_amount")
    delete = DELETE("/organization/spend_limit", returns="OrganizationSpendLimitDeleted")


class Usage(Resource):
    """Usage and costs of the organization, in time buckets."""

    admin = True
    audio_speeches = GET("/organization/usage/audio_speeches", "start_time", returns="UsageAudioSpeechesResponse")
    audio_transcriptions = GET(
        "/organization/usage/audio_transcriptions", "start_time", returns="UsageAudioTranscriptionsResponse"
    )
    code_interpreter_sessions = GET(
        "/organization/usage/code_interpreter_sessions", "start_time", returns="UsageCodeInterpreterSessionsResponse"
    )
    completions = GET("/organization/usage/completions", "start_time", returns="UsageCompletionsResponse")
    costs = GET("/organization/costs", "start_time", returns="UsageCostsResponse")
    decisions = GET("/organization/usage/decisions", "start_time", returns="UsageDecisionsResponse")
    embeddings = GET("/organization/usage/embeddings", "start_time", returns="UsageEmbeddingsResponse")
    file_search_calls = GET(
        "/organization/usage/file_search_calls", "start_time", returns="UsageFileSearchCallsResponse"
    )
    images = GET("/organization/usage/images", "start_time", returns="UsageImagesResponse")
    moderations = GET("/organization/usage/moderations", "start_time", returns="UsageModerationsResponse")
    vector_stores = GET("/organization/usage/vector_stores", "start_time", returns="UsageVectorStoresResponse")
    web_search_calls = GET("/organization/usage/web_search_calls", "start_time", returns="UsageWebSearchCallsResponse")


class OrganizationUsersRoles(Resource):
    """Role assignments of a user in the organization."""

    admin = True
    create = POST(
        "/organization/users/{user_id}/roles", "role_id", returns="admin.organization.users.RoleCreateResponse"
    )
    retrieve = GET(
        "/organization/users/{user_id}/roles/{role_id}", returns="admin.organization.users.RoleRetrieveResponse"
    )
    list = GET("/organization/users/{user_id}/roles", returns="admin.organization.users.RoleListResponse", page=NEXT)
    delete = DELETE(
        "/organization/users/{user_id}/roles/{role_id}", returns="admin.organization.users.RoleDeleteResponse"
    )


class OrganizationUsers(Resource):
    """Users of the organization."""

    admin = True
    model = "OrganizationUser"
    retrieve = GET("/organization/users/{user_id}")
    update = POST("/organization/users/{user_id}")
    list = GET("/organization/users", page=CONVERSATION)
    delete = DELETE("/organization/users/{user_id}", returns="admin.organization.UserDeleteResponse")
    roles = SubResource("OrganizationUsersRoles")


class FederationRules(Resource):
    """Federation rules of a workload identity provider."""

    admin = True
    model = "FederationRule"
    create = POST(
        "/organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules",
        "attribute_matchers project_id service_account_id",
    )
    retrieve = GET(
        "/organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules/{workload_identity_federation_rule_id}",
    )
    update = POST(
        "/organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules/{workload_identity_federation_rule_id}",
    )
    list = GET(
        "/organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules", page=CURSOR
    )
    delete = DELETE(
        "/organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules/{workload_identity_federation_rule_id}",
        returns="FederationRuleDeleted",
    )


class WorkloadIdentityProviders(Resource):
    """Workload identity providers."""

    admin = True
    model = "WorkloadIdentityProvider"
    create = POST("/organization/workload_identity_providers", "audience issuer name type")
    retrieve = GET("/organization/workload_identity_providers/{workload_identity_provider_id}")
    update = POST("/organization/workload_identity_providers/{workload_identity_provider_id}")
    list = GET("/organization/workload_identity_providers", page=CURSOR)
    delete = DELETE(
        "/organization/workload_identity_providers/{workload_identity_provider_id}",
        returns="admin.organization.WorkloadIdentityProviderDeleted",
    )
    federation_rules = SubResource("FederationRules")


class Organization(Resource):
    """Organization that the admin API key belongs to."""

    admin_api_keys = SubResource("AdminApiKeys")
    audit_logs = SubResource("AuditLogs")
    certificates = SubResource("OrganizationCertificates")
    data_retention = SubResource("OrganizationDataRetention")
    external_keys = SubResource("ExternalKeys")
    external_storage = SubResource("ExternalStorage")
    groups = SubResource("OrganizationGroups")
    invites = SubResource("Invites")
    projects = SubResource("Projects")
    roles = SubResource("OrganizationRoles")
    spend_alerts = SubResource("OrganizationSpendAlerts")
    spend_limit = SubResource("OrganizationSpendLimit")
    usage = SubResource("Usage")
    users = SubResource("OrganizationUsers")
    workload_identity_providers = SubResource("WorkloadIdentityProviders")


class Admin(Resource):
    """Administration API. Requires an admin API key."""

    organization = SubResource("Organization")
