# SPDX-License-Identifier: MIT
"""ChatKit (beta). https://platform.openai.com/docs/api-reference/chatkit"""

from .operation import CHATKIT, CONVERSATION, DELETE, GET, POST, Resource, SubResource


class Sessions(Resource):
    """ChatKit sessions."""

    beta = CHATKIT
    model = "ChatSession"
    create = POST("/chatkit/sessions", "user workflow")
    cancel = POST("/chatkit/sessions/{session_id}/cancel", body_optional=True)


class Threads(Resource):
    """ChatKit threads and their items."""

    beta = CHATKIT
    model = "ChatKitThread"
    retrieve = GET("/chatkit/threads/{thread_id}")
    list = GET("/chatkit/threads", page=CONVERSATION)
    delete = DELETE("/chatkit/threads/{thread_id}", returns="ThreadDeleteResponse")
    list_items = GET(
        "/chatkit/threads/{thread_id}/items", returns="beta.chatkit.chatkit_thread_item_list.Data", page=CONVERSATION
    )


class Chatkit(Resource):
    """ChatKit API."""

    beta = CHATKIT
    sessions = SubResource("Sessions")
    threads = SubResource("Threads")
