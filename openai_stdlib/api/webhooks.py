# SPDX-License-Identifier: MIT
"""Webhooks. https://platform.openai.com/docs/api-reference/webhooks"""

from .operation import CURSOR, DELETE, GET, PLAIN, POST, Helper, Resource, SubResource


class EventTypes(Resource):
    """Webhook event types."""

    list = GET("/webhook_event_types", returns="WebhookEventTypeList")


class Webhooks(Resource):
    """Webhook endpoints, and verification of received events."""

    model = "WebhookEndpoint"
    create = POST("/webhook_endpoints", "event_types name url", returns="WebhookEndpointWithSecret")
    retrieve = GET("/webhook_endpoints/{webhook_endpoint_id}")
    update = POST("/webhook_endpoints/{webhook_endpoint_id}")
    list = GET("/webhook_endpoints", page=CURSOR)
    delete = DELETE("/webhook_endpoints/{webhook_endpoint_id}", returns="DeletedWebhookEndpoint")
    rotate_secret = POST("/webhook_endpoints/{webhook_endpoint_id}/rotate_secret", returns="WebhookEndpointWithSecret")
    test = POST("/webhook_endpoints/{webhook_endpoint_id}/test", "event_type", returns="WebhookEndpointTestResult")
    event_types = SubResource("EventTypes")
    unwrap = Helper("webhooks", "client_unwrap", PLAIN)
    verify_signature = Helper("webhooks", "client_verify_signature", PLAIN)
