# SPDX-License-Identifier: MIT
"""Embeddings. https://platform.openai.com/docs/api-reference/embeddings"""

from .operation import EMBEDDINGS, POST, Resource


class Embeddings(Resource):
    """Embeddings: vectors of texts. Without `encoding_format`, they are requested as base64 and returned as floats."""

    create = POST(
        "/embeddings",
        "input model",
        returns="CreateEmbeddingResponse",
        field_order="model input user dimensions encoding_format",
        response_type=EMBEDDINGS,
    )
