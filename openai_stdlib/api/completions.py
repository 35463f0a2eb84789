# SPDX-License-Identifier: MIT
"""Completions of a prompt, the older sibling of chat. https://platform.openai.com/docs/api-reference/completions"""

from .operation import POST, Resource


class Completions(Resource):
    """Text that goes on from a prompt."""

    create = POST("/completions", "model prompt", returns="Completion", stream="Completion")
