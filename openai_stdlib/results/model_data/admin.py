# SPDX-License-Identifier: MIT
"""Models of admin. __init__.py explains the notation; written by tools/models.py."""

ADMIN_ORGANIZATION = {
    "AdminAPIKey": """id, created_at, expires_at, object = "organization.admin_api_key", owner: Owner, redacted_value,
        last_used_at, name
    Owner: id, created_at, name, object, role, type
    """,
    "AdminAPIKeyCreateResponse": "(AdminAPIKey), value",
    "AdminAPIKeyDeleteResponse": 'id, deleted, object = "organization.admin_api_key.deleted"',
    "AuditLogListResponse": """id, effective_at, type, actor: Actor, api_key.created as api_key_created: APIKeyCreated,
        api_key.deleted as api_key_deleted: APIKeyDeleted, api_key.updated as api_key_updated: APIKeyUpdated,
        certificate.created as certificate_created: CertificateCreated,
        certificate.deleted as certificate_deleted: CertificateDeleted,
        certificate.updated as certificate_updated: CertificateUpdated,
        certificates.activated as certificates_activated: CertificatesActivated,
        certificates.deactivated as certificates_deactivated: CertificatesDeactivated,
        checkpoint.permission.created as checkpoint_permission_created: CheckpointPermissionCreated,
        checkpoint.permission.deleted as checkpoint_permission_deleted: CheckpointPermissionDeleted,
        external_key.registered as external_key_registered: ExternalKeyRegistered,
        external_key.removed as external_key_removed: ExternalKeyRemoved,
        external_storage.registered as external_storage_registered: ExternalStorageRegistered,
        external_storage.removed as external_storage_removed: ExternalStorageRemoved,
        group.created as group_created: GroupCreated, group.deleted as group_deleted: GroupDeleted,
        group.updated as group_updated: GroupUpdated, invite.accepted as invite_accepted: InviteAccepted,
        invite.deleted as invite_deleted: InviteDeleted, invite.sent as invite_sent: InviteSent,
        ip_allowlist.config.activated as ip_allowlist_config_activated: IPAllowlistConfigActivated,
        ip_allowlist.config.deactivated as ip_allowlist_config_deactivated: IPAllowlistConfigDeactivated,
        ip_allowlist.created as ip_allowlist_created: IPAllowlistCreated,
        ip_allowlist.deleted as ip_allowlist_deleted: IPAllowlistDeleted,
        ip_allowlist.updated as ip_allowlist_updated: IPAllowlistUpdated, login.failed as login_failed: LoginFailed,
        login.succeeded as login_succeeded, logout.failed as logout_failed: LogoutFailed,
        logout.succeeded as logout_succeeded, organization.updated as organization_updated: OrganizationUpdated,
        project: Project, project.archived as project_archived: ProjectArchived,
        project.created as project_created: ProjectCreated, project.deleted as project_deleted: ProjectDeleted,
        project.updated as project_updated: ProjectUpdated, rate_limit.deleted as rate_limit_deleted: RateLimitDeleted,
        rate_limit.updated as rate_limit_updated: RateLimitUpdated,
        role.assignment.created as role_assignment_created: RoleAssignmentCreated,
        role.assignment.deleted as role_assignment_deleted: RoleAssignmentDeleted,
        role.bound_to_resource as role_bound_to_resource: RoleBoundToResource,
        role.created as role_created: RoleCreated, role.deleted as role_deleted: RoleDeleted,
        role.unbound_from_resource as role_unbound_from_resource: RoleUnboundFromResource,
        role.updated as role_updated: RoleUpdated, scim.disabled as scim_disabled: ScimDisabled,
        scim.enabled as scim_enabled: ScimEnabled,
        service_account.created as service_account_created: ServiceAccountCreated,
        service_account.deleted as service_account_deleted: ServiceAccountDeleted,
        service_account.updated as service_account_updated: ServiceAccountUpdated, user.added as user_added: UserAdded,
        user.deleted as user_deleted: UserDeleted, user.updated as user_updated: UserUpdated,
        workload_identity_provider_mapping.created as workload_identity_provider_mapping_created:
        WorkloadIdentityProviderMappingCreated, workload_identity_provider_mapping.deleted as
        workload_identity_provider_mapping_deleted: WorkloadIdentityProviderMappingDeleted,
        workload_identity_provider_mapping.updated as workload_identity_provider_mapping_updated:
        WorkloadIdentityProviderMappingUpdated,
        workload_identity_provider.created as workload_identity_provider_created: WorkloadIdentityProviderCreated,
        workload_identity_provider.deleted as workload_identity_provider_deleted: WorkloadIdentityProviderDeleted,
        workload_identity_provider.updated as workload_identity_provider_updated: WorkloadIdentityProviderUpdated
    Actor: api_key: +APIKey, session: +Session, type
      +APIKey: id, service_account: +ServiceAccount, type, user: +User
        +ServiceAccount: id
        +User: id, email
      +Session: ip_address, user: +User
        +User: id, email
    APIKeyCreated: like UserAdded
      +Data: scopes
    APIKeyDeleted: id
    APIKeyUpdated: like RoleUpdated
      +ChangesRequested: expires_in_seconds, scopes
    CertificateCreated: id, name
    CertificateDeleted: id, certificate, name
    CertificateUpdated: id, name
    CertificatesActivated: certificates: [+Certificate]
      +Certificate: id, name
    CertificatesDeactivated: like CertificatesActivated
    CheckpointPermissionCreated: like UserAdded
      +Data: fine_tuned_model_checkpoint, project_id
    CheckpointPermissionDeleted: id
    ExternalKeyRegistered: id, data
    ExternalKeyRemoved: id
    ExternalStorageRegistered: like UserAdded
      +Data: geography, provider: +Provider
        +Provider = AwsExternalStorageProvider | AzureExternalStorageProvider | GcpExternalStorageProvider |
            OciExternalStorageProvider
    ExternalStorageRemoved: id
    GroupCreated: like UserAdded
      +Data: group_name
    GroupDeleted: id
    GroupUpdated: like RoleUpdated
      +ChangesRequested: group_name
    InviteAccepted: id
    InviteDeleted: id
    InviteSent: like UserAdded
      +Data: email, role
    IPAllowlistConfigActivated: configs: [+Config]
      +Config: id, name
    IPAllowlistConfigDeactivated: like IPAllowlistConfigActivated
    IPAllowlistCreated: id, allowed_ips, name
    IPAllowlistDeleted: id, allowed_ips, name
    IPAllowlistUpdated: id, allowed_ips
    LoginFailed: error_code, error_message
    LogoutFailed: like LoginFailed
    OrganizationUpdated: like RoleUpdated
      +ChangesRequested: api_call_logging, api_call_logging_project_ids, description, name, threads_ui_visibility,
          title, usage_dashboard_visibility
    Project: id, name
      +Archived: id
      +Created: like UserAdded
        +Data: name, title
      +Deleted: id
      +Updated: like RoleUpdated
        +ChangesRequested: title
    RateLimitDeleted: id
    RateLimitUpdated: like RoleUpdated
      +ChangesRequested: batch_1_day_max_input_tokens, max_audio_megabytes_per_1_minute, max_images_per_1_minute,
          max_requests_per_1_day, max_requests_per_1_minute, max_tokens_per_1_minute
    RoleAssignmentCreated: id, principal_id, principal_type, resource_id, resource_type
    RoleAssignmentDeleted: like RoleAssignmentCreated
    RoleBoundToResource: id, connector_id, connector_name, enabled, permissions, resource_id, resource_type, role_id,
        source, workspace_id
    RoleCreated: id, permissions, resource_id, resource_type, role_name
    RoleDeleted: id
    RoleUnboundFromResource: like RoleBoundToResource
    RoleUpdated: id, changes_requested: +ChangesRequested
      +ChangesRequested: description, metadata, permissions_added, permissions_removed, resource_id, resource_type,
          role_name
    ScimDisabled: id
    ScimEnabled: id
    ServiceAccountCreated: like UserAdded
    ServiceAccountDeleted: id
    ServiceAccountUpdated: like RoleUpdated
      +ChangesRequested: role
    UserAdded: id, data: +Data
      +Data: role
    UserDeleted: id
    UserUpdated: like RoleUpdated
      +ChangesRequested: role
    WorkloadIdentityProviderMappingCreated: id, data, identity_provider_id
    WorkloadIdentityProviderMappingDeleted: id, identity_provider_id, project_id, service_account_id
    WorkloadIdentityProviderMappingUpdated: id, changes_requested, identity_provider_id
    WorkloadIdentityProviderCreated: id, data
    WorkloadIdentityProviderDeleted: id, name
    WorkloadIdentityProviderUpdated: id, changes_requested
    """,
    "AwsExternalStorageProvider": 'account_id, bucket, external_id, region, role_arn, type = "aws"',
    "AzureExternalStorageProvider": """account_name, container, region, resource_group, subscription_id, tenant_id,
        type = "azure"
    """,
    "Certificate": """id, certificate_details: +Details, created_at, name, object, active
    CertificateDetails: content, expires_at, valid_at
    """,
    "CertificateActivateResponse": """id, active, certificate_details: CertificateDetails, created_at, name,
        object = "organization.certificate"
    CertificateDetails: expires_at, valid_at
    """,
    "CertificateDeactivateResponse": "like CertificateActivateResponse",
    "CertificateDeleteResponse": 'id, object = "certificate.deleted"',
    "CertificateListResponse": "like CertificateActivateResponse",
    "ExternalKey": """id, api_project_ids, created_at, name, object, type, workspace_id, audience, external_id,
        key_name, key_ocid, key_version, key_version_ocid, kms_arn, kms_key_location, kms_key_name, kms_key_ring_name,
        kms_key_version, kms_project_id, purpose, region, role_arn, tenant_id, vault_ocid, vault_uri,
        workload_identity_pool_id, workload_identity_project_number, workload_identity_provider_id
    """,
    "ExternalKeyValidateResponse": "status",
    "ExternalStorageConfiguration": """id, created_at, geography, object = "organization.external_storage", project_id,
        provider: Provider, status
    Provider = AuditLogListResponse.ExternalStorageRegisteredDataProvider
    """,
    "ExternalStorageDeleted": 'id, deleted, object = "organization.external_storage.deleted"',
    "GcpExternalStorageProvider": """audience, bucket, region, type = "gcp", workload_identity_pool_id,
        workload_identity_project_number, workload_identity_provider_id
    """,
    "Group": "id, created_at, group_type, is_scim_managed, name",
    "GroupDeleteResponse": 'id, deleted, object = "group.deleted"',
    "GroupUpdateResponse": "id, created_at, is_scim_managed, name",
    "Invite": """id, created_at, email, object = "organization.invite", projects: [Project], role, status, accepted_at,
        expires_at
    Project: id, role
    """,
    "InviteDeleteResponse": 'id, deleted, object = "organization.invite.deleted"',
    "OciExternalStorageProvider": 'bucket, region, tenancy_ocid, type = "oci"',
    "OrganizationDataRetention": 'object = "organization.data_retention", type',
    "OrganizationSpendAlert": """id, currency, interval, notification_channel: NotificationChannel,
        object = "organization.spend_alert", threshold_amount
    NotificationChannel: recipients, type = "email", subject_prefix
    """,
    "OrganizationSpendAlertDeleted": 'id, deleted, object = "organization.spend_alert.deleted"',
    "OrganizationSpendLimit": """currency, enforcement: Enforcement, interval, object = "organization.spend_limit",
        threshold_amount
    Enforcement: status
    """,
    "OrganizationSpendLimitDeleted": 'deleted, object = "organization.spend_limit.deleted"',
    "OrganizationUser": """id, added_at, object = "organization.user", api_key_last_used_at, created, developer_persona,
        email, is_default, is_scale_tier_authorized_purchaser, is_scim_managed, is_service_account, name,
        projects: Projects, role, technical_level, user: User
    Projects: data: [+Data], object = "list"
      +Data: id, name, role
    User: id, object = "user", banned, banned_at, email, enabled, name, picture
    """,
    "Project": 'id, created_at, object = "organization.project", archived_at, external_key_id, name, residency, status',
    "Role": 'id, description, name, object = "role", permissions, predefined_role, resource_type',
    "RoleDeleteResponse": 'id, deleted, object = "role.deleted"',
    "UsageAudioSpeechesResponse": """data: [Data], has_more, next_page, object = "page"
    Data: end_time, object = "bucket", results: [+Result], start_time
      +Result = +OrganizationUsageCompletionsResult | +OrganizationUsageEmbeddingsResult |
          +OrganizationUsageModerationsResult | +OrganizationUsageImagesResult | +OrganizationUsageAudioSpeechesResult |
          +OrganizationUsageAudioTranscriptionsResult | +OrganizationUsageVectorStoresResult |
          +OrganizationUsageCodeInterpreterSessionsResult | +OrganizationUsageFileSearchesResult |
          +OrganizationUsageWebSearchesResult | +OrganizationCostsResult
        +OrganizationUsageCompletionsResult: input_tokens, num_model_requests,
            object = "organization.usage.completions.result", output_tokens, api_key_id, api_source, batch,
            input_audio_tokens, input_cache_write_12h_tokens, input_cache_write_30m_tokens, input_cache_write_tokens,
            input_cached_audio_tokens, input_cached_image_tokens, input_cached_text_tokens, input_cached_tokens,
            input_image_tokens, input_text_tokens, input_uncached_tokens, model, output_audio_tokens,
            output_image_tokens, output_text_tokens, project_id, service_tier, user_id
        +OrganizationUsageEmbeddingsResult: input_tokens, num_model_requests,
            object = "organization.usage.embeddings.result", api_key_id, model, project_id, user_id
        +OrganizationUsageModerationsResult: input_tokens, num_model_requests,
            object = "organization.usage.moderations.result", api_key_id, model, project_id, user_id
        +OrganizationUsageImagesResult: images, num_model_requests, object = "organization.usage.images.result",
            api_key_id, model, project_id, size, source, user_id
        +OrganizationUsageAudioSpeechesResult: characters, num_model_requests,
            object = "organization.usage.audio_speeches.result", api_key_id, model, project_id, user_id
        +OrganizationUsageAudioTranscriptionsResult: num_model_requests,
            object = "organization.usage.audio_transcriptions.result", seconds, api_key_id, model, project_id, user_id
        +OrganizationUsageVectorStoresResult: object = "organization.usage.vector_stores.result", usage_bytes,
            project_id
        +OrganizationUsageCodeInterpreterSessionsResult: num_sessions,
            object = "organization.usage.code_interpreter_sessions.result", project_id
        +OrganizationUsageFileSearchesResult: num_requests, object = "organization.usage.file_searches.result",
            api_key_id, project_id, user_id, vector_store_id
        +OrganizationUsageWebSearchesResult: num_model_requests, num_requests,
            object = "organization.usage.web_searches.result", api_key_id, api_source, context_level, model, project_id,
            user_id
        +OrganizationCostsResult: object = "organization.costs.result", amount: +Amount, api_key_id, api_source,
            line_item, project_id, quantity: float, quantity_unit, user_id
          +Amount: currency, value: float
    """,
    "UsageAudioTranscriptionsResponse": "like UsageAudioSpeechesResponse",
    "UsageCodeInterpreterSessionsResponse": "like UsageAudioSpeechesResponse",
    "UsageCompletionsResponse": "like UsageAudioSpeechesResponse",
    "UsageCostsResponse": "like UsageAudioSpeechesResponse",
    "UsageDecisionsResponse": """data: [Data], has_more, next_page, object = "page"
    Data: end_time, object = "bucket", results: [+Result], start_time
      +Result: like UsageAudioSpeechesResponse.DataResultOrganizationUsageCompletionsResult,
          object = "organization.usage.decisions.result"
    """,
    "UsageEmbeddingsResponse": "like UsageAudioSpeechesResponse",
    "UsageFileSearchCallsResponse": "like UsageAudioSpeechesResponse",
    "UsageImagesResponse": "like UsageAudioSpeechesResponse",
    "UsageModerationsResponse": "like UsageAudioSpeechesResponse",
    "UsageVectorStoresResponse": "like UsageAudioSpeechesResponse",
    "UsageWebSearchCallsResponse": "like UsageAudioSpeechesResponse",
    "UserDeleteResponse": 'id, deleted, object = "organization.user.deleted"',
    "WorkloadIdentityProvider": """id, attribute_transformations: [AttributeTransformation], audience, created_at,
        description, enabled, issuer, name, object = "organization.workload_identity_provider", type = "oidc",
        updated_at, verification: Verification
    AttributeTransformation: attribute, expression
    Verification = +Discovery | +UploadedJwks
      +Discovery: discovery_url, type = "discovery"
      +UploadedJwks: jwks, type = "uploaded_jwks"
    """,
    "WorkloadIdentityProviderDeleted": 'id, deleted, object = "organization.workload_identity_provider.deleted"',
}

ADMIN_ORGANIZATION_GROUPS = {
    "OrganizationGroupUser": "id, email, name",
    "RoleCreateResponse": """group: Group, object = "group.role", role: Role
    Group: id, created_at, name, object = "group", scim_managed
    """,
    "RoleDeleteResponse": "deleted, object",
    "RoleListResponse": """id, assignment_sources: [AssignmentSource], created_at, created_by, created_by_user_obj,
        description, metadata, name, permissions, predefined_role, resource_type, updated_at
    AssignmentSource: principal_id, principal_type
    """,
    "RoleRetrieveResponse": "like RoleListResponse",
    "UserCreateResponse": 'group_id, object = "group.user", user_id',
    "UserDeleteResponse": 'deleted, object = "group.user.deleted"',
    "UserRetrieveResponse": "id, email, is_service_account, name, picture, user_type",
}

ADMIN_ORGANIZATION_PROJECTS = {
    "APIKeyDeleteResponse": 'id, deleted, object = "organization.project.api_key.deleted"',
    "CertificateActivateResponse": """like admin.CertificateActivateResponse,
        object = "organization.project.certificate"
    """,
    "CertificateDeactivateResponse": """like admin.CertificateActivateResponse,
        object = "organization.project.certificate"
    """,
    "CertificateListResponse": 'like admin.CertificateActivateResponse, object = "organization.project.certificate"',
    "GroupDeleteResponse": 'deleted, object = "project.group.deleted"',
    "ProjectAPIKey": """id, created_at, last_used_at, name, object = "organization.project.api_key", owner: Owner,
        owner_project_access, redacted_value, expires_at
    Owner: service_account: +ServiceAccount, type, user: +User
      +ServiceAccount: id, created_at, name, role
      +User: id, created_at, email, name, role
    """,
    "ProjectDataRetention": 'object = "project.data_retention", type',
    "ProjectGroup": 'created_at, group_id, group_name, group_type, object = "project.group", project_id',
    "ProjectHostedToolPermissions": """code_interpreter: CodeInterpreter, file_search: FileSearch,
        image_generation: ImageGeneration, mcp: Mcp, web_search: WebSearch
    CodeInterpreter: enabled
    FileSearch: enabled
    ImageGeneration: enabled
    Mcp: enabled
    WebSearch: enabled
    """,
    "ProjectModelPermissions": 'mode, model_ids as api_model_ids, object = "project.model_permissions"',
    "ProjectModelPermissionsDeleted": 'deleted, object = "project.model_permissions.deleted"',
    "ProjectRateLimit": """id, max_requests_per_1_minute, max_tokens_per_1_minute, model, object = "project.rate_limit",
        batch_1_day_max_input_tokens, max_audio_megabytes_per_1_minute, max_images_per_1_minute, max_requests_per_1_day
    """,
    "ProjectServiceAccount": 'id, created_at, name, object = "organization.project.service_account", role',
    "ProjectServiceTierSettings": 'default, enabled_tiers, object = "project.service_tier_settings"',
    "ProjectSpendAlert": 'like OrganizationSpendAlert, object = "project.spend_alert"',
    "ProjectSpendAlertDeleted": 'id, deleted, object = "project.spend_alert.deleted"',
    "ProjectSpendLimit": 'like OrganizationSpendLimit, object = "project.spend_limit"',
    "ProjectSpendLimitDeleted": 'deleted, object = "project.spend_limit.deleted"',
    "ProjectUser": 'id, added_at, object = "organization.project.user", role, email, name',
    "RoleDeleteResponse": 'id, deleted, object = "role.deleted"',
    "ServiceAccountCreateResponse": """id, api_key: APIKey, created_at, name,
        object = "organization.project.service_account", role
    APIKey: id, created_at, name, object = "organization.project.service_account.api_key", value, expires_at
    """,
    "ServiceAccountDeleteResponse": 'id, deleted, object = "organization.project.service_account.deleted"',
    "UserDeleteResponse": 'id, deleted, object = "organization.project.user.deleted"',
}

ADMIN_ORGANIZATION_PROJECTS_GROUPS = {
    "RoleCreateResponse": "like admin.RoleCreateResponse",
    "RoleDeleteResponse": "deleted, object",
    "RoleListResponse": "like admin.RoleListResponse",
    "RoleRetrieveResponse": "like admin.RoleListResponse",
}

ADMIN_ORGANIZATION_PROJECTS_SERVICE_ACCOUNTS = {
    "APIKeyCreateResponse": "like admin.ServiceAccountCreateResponse.APIKey",
}

ADMIN_ORGANIZATION_PROJECTS_USERS = {
    "RoleCreateResponse": 'object = "user.role", role: Role, user: OrganizationUser',
    "RoleDeleteResponse": "deleted, object",
    "RoleListResponse": "like admin.RoleListResponse",
    "RoleRetrieveResponse": "like admin.RoleListResponse",
}

ADMIN_ORGANIZATION_USERS = {
    "RoleCreateResponse": 'object = "user.role", role: Role, user: OrganizationUser',
    "RoleDeleteResponse": "deleted, object",
    "RoleListResponse": "like admin.RoleListResponse",
    "RoleRetrieveResponse": "like admin.RoleListResponse",
}

ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS = {
    "FederationRule": """id, attribute_matchers, created_at, description, enabled, name,
        object = "organization.workload_identity_federation_rule", permissions: Permissions, project_id,
        service_account_id, updated_at, workload_identity_provider_id
    Permissions = +ServiceAccountDefault | +Restricted
      +ServiceAccountDefault: type = "service_account_default"
      +Restricted: scopes, type = "restricted"
    """,
    "FederationRuleDeleted": 'id, deleted, object = "organization.workload_identity_federation_rule.deleted"',
}

MODELS = {
    "admin.organization": ADMIN_ORGANIZATION,
    "admin.organization.groups": ADMIN_ORGANIZATION_GROUPS,
    "admin.organization.projects": ADMIN_ORGANIZATION_PROJECTS,
    "admin.organization.projects.groups": ADMIN_ORGANIZATION_PROJECTS_GROUPS,
    "admin.organization.projects.service_accounts": ADMIN_ORGANIZATION_PROJECTS_SERVICE_ACCOUNTS,
    "admin.organization.projects.users": ADMIN_ORGANIZATION_PROJECTS_USERS,
    "admin.organization.users": ADMIN_ORGANIZATION_USERS,
    "admin.organization.workload_identity_providers": ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS,
}
