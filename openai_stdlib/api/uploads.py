# SPDX-License-Identifier: MIT
"""Uploads of large files in parts. https://platform.openai.com/docs/api-reference/uploads"""

from .operation import POST, Helper, Resource, SubResource


class Parts(Resource):
    """Parts of an upload."""

    create = POST("/uploads/{upload_id}/parts", "data", returns="UploadPart", multipart=True)


class Uploads(Resource):
    """Uploads: large files, added in parts."""

    model = "Upload"
    create = POST("/uploads", "bytes filename mime_type purpose")
    cancel = POST("/uploads/{upload_id}/cancel", body_optional=True)
    complete = POST("/uploads/{upload_id}/complete", "part_ids")
    parts = SubResource("Parts")
    upload_file_chunked = Helper("uploads", "upload_file_chunked")
