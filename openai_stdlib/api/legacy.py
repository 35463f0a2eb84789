# SPDX-License-Identifier: MIT
"""Operations that the API has retired; compatible servers still have them.

Each call warns (DeprecationWarning) and names the successor. The rows stand apart so that the day on which nobody
needs one, its line can go.
"""

from .operation import ASSISTANTS, CURSOR, DELETE, GET, PAGE, POST, Resource, SubResource


class EngineCompletions(Resource):
    """Completions of an engine, before models."""

    create = POST(
        "/engines/{engine_id}/completions", "prompt", stream="Completion", successor="completions.create(model=…)"
    )


class Engines(Resource):
    """Engines, which became models."""

    list = GET("/engines", page=PAGE, successor="models.list")
    retrieve = GET("/engines/{engine_id}", successor="models.retrieve")
    completions = SubResource("EngineCompletions")


class Edits(Resource):
    """Edits of a text by an instruction."""

    create = POST("/edits", "model instruction", successor="chat.completions.create")


class FineTunes(Resource):
    """Fine-tunes, which became fine-tuning jobs."""

    create = POST("/fine-tunes", "training_file", successor="POST /fine_tuning/jobs")
    list = GET("/fine-tunes", page=PAGE, successor="GET /fine_tuning/jobs")
    retrieve = GET("/fine-tunes/{fine_tune_id}", successor="GET /fine_tuning/jobs/{id}")
    cancel = POST("/fine-tunes/{fine_tune_id}/cancel", successor="POST /fine_tuning/jobs/{id}/cancel")
    list_events = GET("/fine-tunes/{fine_tune_id}/events", page=PAGE, successor="GET /fine_tuning/jobs/{id}/events")


class AssistantFiles(Resource):
    """Files of an assistant, as the first beta had them."""

    beta = ASSISTANTS
    create = POST("/assistants/{assistant_id}/files", "file_id", successor="tool_resources of the assistant")
    list = GET("/assistants/{assistant_id}/files", page=CURSOR, successor="tool_resources of the assistant")
    retrieve = GET("/assistants/{assistant_id}/files/{file_id}", successor="tool_resources of the assistant")
    delete = DELETE("/assistants/{assistant_id}/files/{file_id}", successor="tool_resources of the assistant")


class MessageFiles(Resource):
    """Files of a message, as the first beta had them."""

    beta = ASSISTANTS
    list = GET("/threads/{thread_id}/messages/{message_id}/files", page=CURSOR, successor="attachments of the message")
    retrieve = GET("/threads/{thread_id}/messages/{message_id}/files/{file_id}", successor="attachments of the message")


class Threads(Resource):
    """The list of threads, which never was documented."""

    beta = ASSISTANTS
    list = GET("/threads", page=CURSOR, successor="a list of thread ids that you keep")


class Legacy(Resource):
    """All that is retired."""

    assistant_files = SubResource("AssistantFiles")
    edits = SubResource("Edits")
    engines = SubResource("Engines")
    fine_tunes = SubResource("FineTunes")
    message_files = SubResource("MessageFiles")
    threads = SubResource("Threads")
