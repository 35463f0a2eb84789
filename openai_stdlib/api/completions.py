# SPDX-License-Identifier: MIT
"""Text completions, the predecessor of chat completions. https://platform.openai.com/docs/api-reference/completions"""

from .operation import POST, Resource


class Completions(Resource):
    """Completions of a text prompt."""

    create = POST("/completions", "model prompt", returns="Completion", stream="Completion")
