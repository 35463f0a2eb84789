# SPDX-License-Identifier: MIT
"""Assistants and threads, the API's beta family. https://platform.openai.com/docs/api-reference/assistants"""

from .rows import ASSISTANTS, CURSOR, DELETE, GET, POST, Resource, Sub


class Assistants(Resource):
    """Assistants: a model, its instructions and its tools."""

    beta = ASSISTANTS
    create = POST("/assistants", "model")
    retrieve = GET("/assistants/{assistant_id}")
    update = POST("/assistants/{assistant_id}")
    list = GET("/assistants", page=CURSOR)
    delete = DELETE("/assistants/{assistant_id}")


class Messages(Resource):
    """The messages of a thread."""

    beta = ASSISTANTS
    create = POST("/threads/{thread_id}/messages", "content role")
    retrieve = GET("/threads/{thread_id}/messages/{message_id}")
    update = POST("/threads/{thread_id}/messages/{message_id}")
    list = GET("/threads/{thread_id}/messages", page=CURSOR)
    delete = DELETE("/threads/{thread_id}/messages/{message_id}")


class Steps(Resource):
    """What a run did, step by step."""

    beta = ASSISTANTS
    retrieve = GET("/threads/{thread_id}/runs/{run_id}/steps/{step_id}")
    list = GET("/threads/{thread_id}/runs/{run_id}/steps", page=CURSOR)


class Runs(Resource):
    """An assistant at work on a thread."""

    beta = ASSISTANTS
    create = POST("/threads/{thread_id}/runs", "assistant_id", query="include", stream="assistant")
    retrieve = GET("/threads/{thread_id}/runs/{run_id}")
    update = POST("/threads/{thread_id}/runs/{run_id}")
    list = GET("/threads/{thread_id}/runs", page=CURSOR)
    cancel = POST("/threads/{thread_id}/runs/{run_id}/cancel", empty=True)
    submit_tool_outputs = POST(
        "/threads/{thread_id}/runs/{run_id}/submit_tool_outputs", "tool_outputs", stream="assistant"
    )
    steps = Sub("Steps")


class Threads(Resource):
    """Conversations that the server keeps."""

    beta = ASSISTANTS
    create = POST("/threads")
    retrieve = GET("/threads/{thread_id}")
    update = POST("/threads/{thread_id}")
    delete = DELETE("/threads/{thread_id}")
    create_and_run = POST("/threads/runs", "assistant_id", stream="assistant")
    messages = Sub("Messages")
    runs = Sub("Runs")


class Beta(Resource):
    """What the API calls beta."""

    assistants = Sub("Assistants")
    chat = Sub("Chat", "chat")
    threads = Sub("Threads")
