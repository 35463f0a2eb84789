# SPDX-License-Identifier: MIT
"""Chat completions. https://platform.openai.com/docs/api-reference/chat"""

from .operation import CALL, CURSOR, DELETE, GET, MANAGER, POST, Helper, Resource, SubResource


class Messages(Resource):
    """Messages of a stored chat completion."""

    list = GET("/chat/completions/{completion_id}/messages", returns="ChatCompletionStoreMessage", page=CURSOR)


class Completions(Resource):
    """Chat completions: create them, and manage stored ones."""

    model = "ChatCompletion"
    create = POST("/chat/completions", "messages model", stream="chat.ChatCompletionChunk")
    retrieve = GET("/chat/completions/{completion_id}")
    update = POST("/chat/completions/{completion_id}", "metadata")
    list = GET("/chat/completions", page=CURSOR)
    delete = DELETE("/chat/completions/{completion_id}", returns="ChatCompletionDeleted")
    messages = SubResource("Messages")
    parse = Helper("structured_output", "parse_chat", CALL)
    stream = Helper("chat_stream", "stream_chat", MANAGER, of_resource=True)
    run_tools = Helper("run_tools", "run_chat_tools", of_resource=True)


class Chat(Resource):
    """Chat API."""

    completions = SubResource("Completions")
