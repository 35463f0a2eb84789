# SPDX-License-Identifier: MIT
"""Files that other endpoints work on. https://platform.openai.com/docs/api-reference/files"""

from .rows import BINARY, CURSOR, DELETE, GET, POST, Resource


class Files(Resource):
    """Uploaded files."""

    create = POST("/files", "file purpose", upload="file", multipart=True)
    retrieve = GET("/files/{file_id}")
    list = GET("/files", page=CURSOR)
    delete = DELETE("/files/{file_id}")
    content = GET("/files/{file_id}/content", answer=BINARY, accept="application/binary")
