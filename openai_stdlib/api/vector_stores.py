# SPDX-License-Identifier: MIT
"""Vector stores. https://platform.openai.com/docs/api-reference/vector-stores"""

from .operation import ASSISTANTS, CURSOR, DELETE, GET, PAGE, POST, Helper, Resource, SubResource


class FileBatches(Resource):
    """File batches: files added to a vector store together."""

    beta = ASSISTANTS
    model = "VectorStoreFileBatch"
    create = POST("/vector_stores/{vector_store_id}/file_batches")
    retrieve = GET("/vector_stores/{vector_store_id}/file_batches/{batch_id}")
    cancel = POST("/vector_stores/{vector_store_id}/file_batches/{batch_id}/cancel", body_optional=True)
    list_files = GET(
        "/vector_stores/{vector_store_id}/file_batches/{batch_id}/files", returns="VectorStoreFile", page=CURSOR
    )
    poll = Helper("vector_store_files", "poll_file_batch")
    create_and_poll = Helper("vector_store_files", "create_file_batch_and_poll")
    upload_and_poll = Helper("vector_store_files", "upload_file_batch_and_poll")


class Files(Resource):
    """Files of a vector store."""

    beta = ASSISTANTS
    model = "VectorStoreFile"
    create = POST("/vector_stores/{vector_store_id}/files", "file_id")
    retrieve = GET("/vector_stores/{vector_store_id}/files/{file_id}")
    update = POST("/vector_stores/{vector_store_id}/files/{file_id}", "attributes")
    list = GET("/vector_stores/{vector_store_id}/files", page=CURSOR)
    delete = DELETE("/vector_stores/{vector_store_id}/files/{file_id}", returns="VectorStoreFileDeleted")
    content = GET("/vector_stores/{vector_store_id}/files/{file_id}/content", returns="FileContentResponse", page=PAGE)
    poll = Helper("vector_store_files", "poll_store_file")
    create_and_poll = Helper("vector_store_files", "create_store_file_and_poll")
    upload = Helper("vector_store_files", "upload_store_file")
    upload_and_poll = Helper("vector_store_files", "upload_store_file_and_poll")


class VectorStores(Resource):
    """Vector stores: chunked and indexed files for search."""

    beta = ASSISTANTS
    model = "VectorStore"
    create = POST("/vector_stores")
    retrieve = GET("/vector_stores/{vector_store_id}")
    update = POST("/vector_stores/{vector_store_id}")
    list = GET("/vector_stores", page=CURSOR)
    delete = DELETE("/vector_stores/{vector_store_id}", returns="VectorStoreDeleted")
    search = POST("/vector_stores/{vector_store_id}/search", "query", returns="VectorStoreSearchResponse", page=PAGE)
    file_batches = SubResource("FileBatches")
    files = SubResource("Files")
