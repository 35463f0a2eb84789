# SPDX-License-Identifier: MIT
"""Images from text and from images. https://platform.openai.com/docs/api-reference/images"""

from .rows import POST, Resource


class Images(Resource):
    """Image generation, edits and variations."""

    create_variation = POST("/images/variations", "image", upload="image", multipart=True)
    edit = POST("/images/edits", "image prompt", upload="image", multipart=True, stream="image")
    generate = POST("/images/generations", "prompt", stream="image")
