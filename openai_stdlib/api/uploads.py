# SPDX-License-Identifier: MIT
"""Uploads in parts. https://platform.openai.com/docs/api-reference/uploads"""

from .operation import POST, Helper, Resource, SubResource


class Parts(Resource):
    """The parts of an upload."""

    create = POST("/uploads/{upload_id}/parts", "data", returns="UploadPart", multipart=True)


class Uploads(Resource):
    """Files too large for one request, put together from parts."""

    model = "Upload"
    create = POST("/uploads", "bytes filename mime_type purpose")
    cancel = POST("/uploads/{upload_id}/cancel", body_optional=True)
    complete = POST("/uploads/{upload_id}/complete", "part_ids")
    parts = SubResource("Parts")
    upload_file_chunked = Helper("uploads", "upload_file_chunked")
