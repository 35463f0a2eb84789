# SPDX-License-Identifier: MIT
"""Images. https://platform.openai.com/docs/api-reference/images"""

from .operation import POST, Resource


class Images(Resource):
    """Images: generate, edit and vary images."""

    model = "ImagesResponse"
    create_variation = POST("/images/variations", "image", upload="image", multipart=True, deprecated="use images.edit")
    edit = POST("/images/edits", "image prompt", upload="image", multipart=True, stream="ImageEditStreamEvent")
    generate = POST("/images/generations", "prompt", stream="ImageGenStreamEvent")
