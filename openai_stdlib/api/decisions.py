# SPDX-License-Identifier: MIT
"""Decisions. https://platform.openai.com/docs/api-reference/decisions"""

from .operation import POST, Resource


class Decisions(Resource):
    """Judgements of a model on questions with given answers."""

    create = POST("/decisions", "input model questions", returns="Decision")
