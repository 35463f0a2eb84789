# SPDX-License-Identifier: MIT
"""Models of embeddings. __init__.py explains the notation; written by tools/models.py."""

TOP_LEVEL = {
    "CreateEmbeddingResponse": """data: [Embedding], model, object = "list", usage: Usage
    Usage: prompt_tokens, total_tokens
    """,
    "Embedding": 'embedding: float, index, object = "embedding"',
}

MODELS = {"": TOP_LEVEL}
