# SPDX-License-Identifier: MIT
"""Moderations. https://platform.openai.com/docs/api-reference/moderations"""

from .operation import POST, Resource


class Moderations(Resource):
    """Moderations: classify text and images as potentially harmful."""

    create = POST("/moderations", "input", returns="ModerationCreateResponse")
