# SPDX-License-Identifier: MIT
"""Webhooks. https://platform.openai.com/docs/api-reference/webhooks"""

from .rows import CURSOR, DELETE, GET, POST, Helper, Resource, Sub


class EventTypes(Resource):
    """The events that there are."""

    list = GET("/webhook_event_types", gives="WebhookEventTypeList")


class Webhooks(Resource):
    """Endpoints of one's own that the API tells about events; and the checking of what they are told."""

    model = "WebhookEndpoint"
    create = POST("/webhook_endpoints", "event_types name url", gives="WebhookEndpointWithSecret")
    retrieve = GET("/webhook_endpoints/{webhook_endpoint_id}")
    update = POST("/webhook_endpoints/{webhook_endpoint_id}")
    list = GET("/webhook_endpoints", page=CURSOR)
    delete = DELETE("/webhook_endpoints/{webhook_endpoint_id}", gives="DeletedWebhookEndpoint")
    rotate_secret = POST("/webhook_endpoints/{webhook_endpoint_id}/rotate_secret", gives="WebhookEndpointWithSecret")
    test = POST("/webhook_endpoints/{webhook_endpoint_id}/test", "event_type", gives="WebhookEndpointTestResult")
    event_types = Sub("EventTypes")
    unwrap = Helper("webhooks", "unwrap_for")
    verify_signature = Helper("webhooks", "verify_for")
