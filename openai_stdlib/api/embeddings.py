# SPDX-License-Identifier: MIT
"""Vectors of texts. https://platform.openai.com/docs/api-reference/embeddings"""

from .operation import EMBEDDINGS, POST, Resource


class Embeddings(Resource):
    """Vectors of texts; asked for as base64 and handed out as floats, unless the call names an encoding_format."""

    create = POST(
        "/embeddings",
        "input model",
        returns="CreateEmbeddingResponse",
        field_order="model input user dimensions encoding_format",
        response_type=EMBEDDINGS,
    )
