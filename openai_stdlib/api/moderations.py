# SPDX-License-Identifier: MIT
"""Classification of harmful content. https://platform.openai.com/docs/api-reference/moderations"""

from .operation import POST, Resource


class Moderations(Resource):
    """Is a text or an image harmful, and how."""

    create = POST("/moderations", "input", returns="ModerationCreateResponse")
