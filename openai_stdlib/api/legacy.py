# SPDX-License-Identifier: MIT
"""Operations that have been removed from the API, but that compatible servers still offer.

Each call emits a DeprecationWarning that names the successor.
"""

from .operation import ASSISTANTS, CURSOR, DELETE, GET, PAGE, POST, Resource, SubResource


class EngineCompletions(Resource):
    """Completions of an engine; replaced by `completions`."""

    create = POST(
        "/engines/{engine_id}/completions", "prompt", stream="Completion", successor="completions.create(model=…)"
    )


class Engines(Resource):
    """Engines; replaced by `models`."""

    list = GET("/engines", page=PAGE, successor="models.list")
    retrieve = GET("/engines/{engine_id}", successor="models.retrieve")
    completions = SubResource("EngineCompletions")


class Edits(Resource):
    """Edits of a text according to an instruction."""

    create = POST("/edits", "model instruction", successor="chat.completions.create")


class FineTunes(Resource):
    """Fine-tunes; replaced by fine-tuning jobs."""

    create = POST("/fine-tunes", "training_file", successor="POST /fine_tuning/jobs")
    list = GET("/fine-tunes", page=PAGE, successor="GET /fine_tuning/jobs")
    retrieve = GET("/fine-tunes/{fine_tune_id}", successor="GET /fine_tuning/jobs/{id}")
    cancel = POST("/fine-tunes/{fine_tune_id}/cancel", successor="POST /fine_tuning/jobs/{id}/cancel")
    list_events = GET("/fine-tunes/{fine_tune_id}/events", page=PAGE, successor="GET /fine_tuning/jobs/{id}/events")


class AssistantFiles(Resource):
    """Assistant files of the first Assistants beta."""

    beta = ASSISTANTS
    create = POST("/assistants/{assistant_id}/files", "file_id", successor="tool_resources of the assistant")
    list = GET("/assistants/{assistant_id}/files", page=CURSOR, successor="tool_resources of the assistant")
    retrieve = GET("/assistants/{assistant_id}/files/{file_id}", successor="tool_resources of the assistant")
    delete = DELETE("/assistants/{assistant_id}/files/{file_id}", successor="tool_resources of the assistant")


class MessageFiles(Resource):
    """Message files of the first Assistants beta."""

    beta = ASSISTANTS
    list = GET("/threads/{thread_id}/messages/{message_id}/files", page=CURSOR, successor="attachments of the message")
    retrieve = GET("/threads/{thread_id}/messages/{message_id}/files/{file_id}", successor="attachments of the message")


class Threads(Resource):
    """List of threads, which was never documented."""

    beta = ASSISTANTS
    list = GET("/threads", page=CURSOR, successor="a list of thread ids that you keep")


class Legacy(Resource):
    """Operations removed from the API."""

    assistant_files = SubResource("AssistantFiles")
    edits = SubResource("Edits")
    engines = SubResource("Engines")
    fine_tunes = SubResource("FineTunes")
    message_files = SubResource("MessageFiles")
    threads = SubResource("Threads")
