# SPDX-License-Identifier: MIT
"""Models of webhooks. __init__.py explains the notation; written by tools/models.py."""

WEBHOOKS = {
    "AgentEnvironmentExpiredWebhookEvent": """id, created_at, data: Data, object = "event",
        type = "agent.environment.expired"
    Data: id
    """,
    "AgentEnvironmentFailedWebhookEvent": """id, created_at, data: Data, object = "event",
        type = "agent.environment.failed"
    Data: id
    """,
    "AgentEnvironmentReadyWebhookEvent": """id, created_at, data: Data, object = "event",
        type = "agent.environment.ready"
    Data: id
    """,
    "AgentEnvironmentSuspendedWebhookEvent": """id, created_at, data: Data, object = "event",
        type = "agent.environment.suspended"
    Data: id
    """,
    "AgentSessionActionRequiredWebhookEvent": """id, created_at, data: Data, object = "event",
        type = "agent.session.action_required"
    Data: id, required_action: +RequiredAction
      +RequiredAction: type
    """,
    "AgentSessionCreatedWebhookEvent": """id, created_at, data: Data, object = "event", type = "agent.session.created"
    Data: id, environment_type, connect: +Connect, environment_id
      +Connect: remote_url
    """,
    "AgentSessionFailedWebhookEvent": """id, created_at, data: Data, object = "event", type = "agent.session.failed"
    Data: id, environment_type, environment_id
    """,
    "AgentSessionIdleWebhookEvent": """id, created_at, data: Data, object = "event", type = "agent.session.idle"
    Data: id, environment_type, environment_id
    """,
    "AgentSessionInProgressWebhookEvent": """id, created_at, data: Data, object = "event",
        type = "agent.session.in_progress"
    Data: id, environment_type, environment_id
    """,
    "BatchCancelledWebhookEvent": """id, created_at, data: Data, type = "batch.cancelled", object = "event"
    Data: id
    """,
    "BatchCompletedWebhookEvent": """id, created_at, data: Data, type = "batch.completed", object = "event"
    Data: id
    """,
    "BatchExpiredWebhookEvent": """id, created_at, data: Data, type = "batch.expired", object = "event"
    Data: id
    """,
    "BatchFailedWebhookEvent": """id, created_at, data: Data, type = "batch.failed", object = "event"
    Data: id
    """,
    "DeletedWebhookEndpoint": 'id, deleted, object = "webhook_endpoint.deleted"',
    "EvalRunCanceledWebhookEvent": """id, created_at, data: Data, type = "eval.run.canceled", object = "event"
    Data: id
    """,
    "EvalRunFailedWebhookEvent": """id, created_at, data: Data, type = "eval.run.failed", object = "event"
    Data: id
    """,
    "EvalRunSucceededWebhookEvent": """id, created_at, data: Data, type = "eval.run.succeeded", object = "event"
    Data: id
    """,
    "FineTuningJobCancelledWebhookEvent": """id, created_at, data: Data, type = "fine_tuning.job.cancelled",
        object = "event"
    Data: id
    """,
    "FineTuningJobFailedWebhookEvent": """id, created_at, data: Data, type = "fine_tuning.job.failed", object = "event"
    Data: id
    """,
    "FineTuningJobSucceededWebhookEvent": """id, created_at, data: Data, type = "fine_tuning.job.succeeded",
        object = "event"
    Data: id
    """,
    "LiveCallIncomingWebhookEvent": """id, created_at, data: Data, type = "live.call.incoming", object = "event"
    Data: session_id, sip_headers: [+SipHeader], sip_media_security
      +SipHeader: name, value
    """,
    "LiveTransportConnectedWebhookEvent": """id, created_at, data: Data, object = "event",
        type = "live.transport.connected"
    Data: session_id, type = "webrtc"
    """,
    "LiveTransportIncomingWebhookEvent": """id, created_at, data: Data, type = "live.transport.incoming",
        object = "event"
    Data: like LiveCallIncomingWebhookEvent.Data, type = "sip", sip_media_security
    """,
    "RealtimeCallIncomingWebhookEvent": """id, created_at, data: Data, type = "realtime.call.incoming", object = "event"
    Data: call_id, sip_headers: [+SipHeader], sip_media_security
      +SipHeader: name, value
    """,
    "ResponseCancelledWebhookEvent": """id, created_at, data: Data, type = "response.cancelled", object = "event"
    Data: id
    """,
    "ResponseCompletedWebhookEvent": """id, created_at, data: Data, type = "response.completed", object = "event"
    Data: id
    """,
    "ResponseFailedWebhookEvent": """id, created_at, data: Data, type = "response.failed", object = "event"
    Data: id
    """,
    "ResponseIncompleteWebhookEvent": """id, created_at, data: Data, type = "response.incomplete", object = "event"
    Data: id
    """,
    "SafetyAlertCreatedWebhookEvent": """id, created_at, data: Data, object = "event", type = "safety.alert.created"
    Data: id
    """,
    "SafetyDeactivationIssuedWebhookEvent": """id, created_at, data: Data, object = "event",
        type = "safety.deactivation_issued"
    Data: id
    """,
    "SafetyIdentifierBlockedWebhookEvent": """id, created_at, data: Data, type = "safety_identifier.blocked",
        object = "event"
    Data: safety_category, safety_identifier, model, project_id, request_id
    """,
    "SafetyOrgAlertCreatedWebhookEvent": """id, created_at, data: Data, object = "event",
        type = "safety.org_alert.created"
    Data: id
    """,
    "SafetyWarningIssuedWebhookEvent": """id, created_at, data: Data, object = "event", type = "safety.warning_issued"
    Data: id
    """,
    "UnwrapWebhookEvent": """= AgentEnvironmentExpiredWebhookEvent | AgentEnvironmentFailedWebhookEvent |
        AgentEnvironmentReadyWebhookEvent | AgentEnvironmentSuspendedWebhookEvent |
        AgentSessionActionRequiredWebhookEvent | AgentSessionCreatedWebhookEvent | AgentSessionFailedWebhookEvent |
        AgentSessionIdleWebhookEvent | AgentSessionInProgressWebhookEvent | BatchCancelledWebhookEvent |
        BatchCompletedWebhookEvent | BatchExpiredWebhookEvent | BatchFailedWebhookEvent | EvalRunCanceledWebhookEvent |
        EvalRunFailedWebhookEvent | EvalRunSucceededWebhookEvent | FineTuningJobCancelledWebhookEvent |
        FineTuningJobFailedWebhookEvent | FineTuningJobSucceededWebhookEvent | LiveCallIncomingWebhookEvent |
        LiveTransportConnectedWebhookEvent | LiveTransportIncomingWebhookEvent | RealtimeCallIncomingWebhookEvent |
        ResponseCancelledWebhookEvent | ResponseCompletedWebhookEvent | ResponseFailedWebhookEvent |
        ResponseIncompleteWebhookEvent | SafetyAlertCreatedWebhookEvent | SafetyDeactivationIssuedWebhookEvent |
        SafetyOrgAlertCreatedWebhookEvent | SafetyWarningIssuedWebhookEvent
    """,
    "WebhookEndpoint": """id, created_at, event_types, name, object = "webhook_endpoint", signing_secret_hint, url,
        updated_at
    """,
    "WebhookEndpointList": 'data: [WebhookEndpoint], first_id, has_more, last_id, object = "list"',
    "WebhookEndpointTestResult": """event_type, object = "webhook_endpoint.test", status_code, success,
        webhook_endpoint_id
    """,
    "WebhookEndpointWithSecret": """id, created_at, event_types, name, object = "webhook_endpoint", signing_secret,
        signing_secret_hint, url, updated_at
    """,
    "WebhookEventTypeList": 'data, object = "list"',
}

MODELS = {"webhooks": WEBHOOKS}
