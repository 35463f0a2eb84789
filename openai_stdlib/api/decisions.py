# SPDX-License-Identifier: MIT
"""Decisions. https://platform.openai.com/docs/api-reference/decisions"""

from .operation import POST, Resource


class Decisions(Resource):
    """Decisions: a model's answers to questions about an input."""

    create = POST("/decisions", "input model questions", returns="Decision")
