# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .items import (
    Items as Items,
    AsyncItems as AsyncItems,
    ItemsWithRawResponse as ItemsWithRawResponse,
    AsyncItemsWithRawResponse as AsyncItemsWithRawResponse,
    ItemsWithStreamingResponse as ItemsWithStreamingResponse,
    AsyncItemsWithStreamingResponse as AsyncItemsWithStreamingResponse,
)
from .conversations import (
    Conversations as Conversations,
    AsyncConversations as AsyncConversations,
    ConversationsWithRawResponse as ConversationsWithRawResponse,
    AsyncConversationsWithRawResponse as AsyncConversationsWithRawResponse,
    ConversationsWithStreamingResponse as ConversationsWithStreamingResponse,
    AsyncConversationsWithStreamingResponse as AsyncConversationsWithStreamingResponse,
)
