# SPDX-License-Identifier: MIT
"""Assistants and threads, and the other resources that the API calls beta.

https://platform.openai.com/docs/api-reference/beta
"""

from .operation import ASSISTANTS, CURSOR, DELETE, GET, MANAGER, POST, Helper, Resource, SubResource

RESPONSES_API = "use the Responses API"


class Assistants(Resource):
    """Assistants: a model with instructions and tools."""

    beta = ASSISTANTS
    deprecated = RESPONSES_API
    model = "beta.Assistant"
    create = POST("/assistants", "model")
    retrieve = GET("/assistants/{assistant_id}")
    update = POST("/assistants/{assistant_id}")
    list = GET("/assistants", page=CURSOR)
    delete = DELETE("/assistants/{assistant_id}", returns="AssistantDeleted")


class Messages(Resource):
    """Messages of a thread."""

    beta = ASSISTANTS
    deprecated = RESPONSES_API
    model = "beta.threads.Message"
    create = POST("/threads/{thread_id}/messages", "content role")
    retrieve = GET("/threads/{thread_id}/messages/{message_id}")
    update = POST("/threads/{thread_id}/messages/{message_id}")
    list = GET("/threads/{thread_id}/messages", page=CURSOR)
    delete = DELETE("/threads/{thread_id}/messages/{message_id}", returns="MessageDeleted")


class Steps(Resource):
    """Run steps: the steps of a run."""

    beta = ASSISTANTS
    deprecated = RESPONSES_API
    model = "RunStep"
    retrieve = GET("/threads/{thread_id}/runs/{run_id}/steps/{step_id}")
    list = GET("/threads/{thread_id}/runs/{run_id}/steps", page=CURSOR)


class Runs(Resource):
    """Runs: executions of an assistant on a thread."""

    beta = ASSISTANTS
    deprecated = RESPONSES_API
    model = "Run"
    create = POST("/threads/{thread_id}/runs", "assistant_id", query="include", stream="beta.AssistantStreamEvent")
    retrieve = GET("/threads/{thread_id}/runs/{run_id}")
    update = POST("/threads/{thread_id}/runs/{run_id}")
    list = GET("/threads/{thread_id}/runs", page=CURSOR)
    cancel = POST("/threads/{thread_id}/runs/{run_id}/cancel", body_optional=True)
    submit_tool_outputs = POST(
        "/threads/{thread_id}/runs/{run_id}/submit_tool_outputs", "tool_outputs", stream="beta.AssistantStreamEvent"
    )
    stream = Helper("assistant_streams", "stream_run", MANAGER)
    create_and_stream = Helper("assistant_streams", "stream_run", MANAGER)
    submit_tool_outputs_stream = Helper("assistant_streams", "stream_tool_outputs", MANAGER)
    poll = Helper("polling", "poll_run")
    create_and_poll = Helper("polling", "create_run_and_poll")
    submit_tool_outputs_and_poll = Helper("polling", "submit_tool_outputs_and_poll")
    steps = SubResource("Steps")


class Threads(Resource):
    """Threads: conversations that assistants work on."""

    beta = ASSISTANTS
    deprecated = RESPONSES_API
    model = "Thread"
    create = POST("/threads")
    retrieve = GET("/threads/{thread_id}")
    update = POST("/threads/{thread_id}")
    delete = DELETE("/threads/{thread_id}", returns="ThreadDeleted")
    create_and_run = POST("/threads/runs", "assistant_id", returns="Run", stream="beta.AssistantStreamEvent")
    create_and_run_stream = Helper("assistant_streams", "stream_thread_run", MANAGER)
    create_and_run_poll = Helper("polling", "create_thread_and_run_poll")
    messages = SubResource("Messages")
    runs = SubResource("Runs")


class Beta(Resource):
    """Beta resources."""

    assistants = SubResource("Assistants")
    threads = SubResource("Threads")
    agents = SubResource("Agents", "agents")
    chat = SubResource("Chat", "chat")
    chatkit = SubResource("Chatkit", "chatkit")
    responses = SubResource("Responses", "beta_responses")
    realtime = SubResource("BetaRealtime", "realtime")
