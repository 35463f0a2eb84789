# SPDX-License-Identifier: MIT
"""Conversations. https://platform.openai.com/docs/api-reference/conversations"""

from .operation import CONVERSATION, DELETE, GET, POST, Resource, SubResource


class Items(Resource):
    """Items of a conversation."""

    model = "conversations.ConversationItem"
    create = POST("/conversations/{conversation_id}/items", "items", returns="ConversationItemList", query="include")
    retrieve = GET("/conversations/{conversation_id}/items/{item_id}")
    list = GET("/conversations/{conversation_id}/items", page=CONVERSATION)
    delete = DELETE("/conversations/{conversation_id}/items/{item_id}", returns="conversations.Conversation")


class Conversations(Resource):
    """Conversations: stored items that responses can use and extend."""

    model = "conversations.Conversation"
    create = POST("/conversations")
    retrieve = GET("/conversations/{conversation_id}")
    update = POST("/conversations/{conversation_id}", "metadata")
    delete = DELETE("/conversations/{conversation_id}", returns="ConversationDeletedResource")
    items = SubResource("Items")
