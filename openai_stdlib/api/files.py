# SPDX-License-Identifier: MIT
"""Files that other endpoints use. https://platform.openai.com/docs/api-reference/files"""

from .operation import BINARY, CURSOR, DELETE, GET, POST, TEXT, Helper, Resource


class Files(Resource):
    """Uploaded files."""

    model = "FileObject"
    create = POST("/files", "file purpose", upload="file", multipart=True)
    retrieve = GET("/files/{file_id}")
    list = GET("/files", page=CURSOR)
    delete = DELETE("/files/{file_id}", returns="FileDeleted")
    content = GET("/files/{file_id}/content", response_type=BINARY, accept="application/binary")
    retrieve_content = GET("/files/{file_id}/content", response_type=TEXT, deprecated="use files.content")
    wait_for_processing = Helper("polling", "wait_for_processing")
