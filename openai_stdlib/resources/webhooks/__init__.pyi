# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .webhooks import (
    WebhooksWithRawResponse as WebhooksWithRawResponse,
    AsyncWebhooksWithRawResponse as AsyncWebhooksWithRawResponse,
    WebhooksWithStreamingResponse as WebhooksWithStreamingResponse,
    AsyncWebhooksWithStreamingResponse as AsyncWebhooksWithStreamingResponse,
)
from .event_types import (
    EventTypes as EventTypes,
    AsyncEventTypes as AsyncEventTypes,
    EventTypesWithRawResponse as EventTypesWithRawResponse,
    AsyncEventTypesWithRawResponse as AsyncEventTypesWithRawResponse,
    EventTypesWithStreamingResponse as EventTypesWithStreamingResponse,
    AsyncEventTypesWithStreamingResponse as AsyncEventTypesWithStreamingResponse,
)
