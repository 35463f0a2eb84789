# SPDX-License-Identifier: MIT
"""Models of vector stores. __init__.py explains the notation; written by tools/models.py."""

TOP_LEVEL = {
    "FileChunkingStrategy": "= StaticFileChunkingStrategyObject | OtherFileChunkingStrategyObject",
    "OtherFileChunkingStrategyObject": 'type = "other"',
    "StaticFileChunkingStrategy": "chunk_overlap_tokens, max_chunk_size_tokens",
    "StaticFileChunkingStrategyObject": 'static: StaticFileChunkingStrategy, type = "static"',
    "VectorStore": """id, created_at, file_counts: FileCounts, last_active_at, metadata, name, object = "vector_store",
        status, usage_bytes, expires_after: ExpiresAfter, expires_at
    FileCounts: cancelled, completed, failed, in_progress, total
    ExpiresAfter: anchor, days
    """,
    "VectorStoreDeleted": 'id, deleted, object = "vector_store.deleted"',
    "VectorStoreSearchResponse": """attributes, content: [Content], file_id, filename, score: float
    Content: text, type = "text"
    """,
}

VECTOR_STORES = {
    "FileContentResponse": "text, type",
    "VectorStoreFile": """id, created_at, last_error: LastError, object = "vector_store.file", status, usage_bytes,
        vector_store_id, attributes, chunking_strategy: FileChunkingStrategy
    LastError: code, message
    """,
    "VectorStoreFileBatch": """id, created_at, file_counts: FileCounts, object = "vector_store.files_batch", status,
        vector_store_id
    FileCounts: like vector_stores.VectorStore.FileCounts
    """,
    "VectorStoreFileDeleted": 'id, deleted, object = "vector_store.file.deleted"',
}

MODELS = {"": TOP_LEVEL, "vector_stores": VECTOR_STORES}
