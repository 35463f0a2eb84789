# SPDX-License-Identifier: MIT
"""Batches of requests. https://platform.openai.com/docs/api-reference/batches"""

from .operation import CURSOR, GET, POST, Helper, Resource


class Batches(Resource):
    """Batches: many requests processed asynchronously, within 24 hours."""

    model = "Batch"
    create = POST("/batches", "completion_window endpoint input_file_id")
    retrieve = GET("/batches/{batch_id}")
    list = GET("/batches", page=CURSOR)
    cancel = POST("/batches/{batch_id}/cancel", body_optional=True)
    run = Helper("batches", "run")
