# SPDX-License-Identifier: MIT
"""Models available to an API key. https://platform.openai.com/docs/api-reference/models"""

from .operation import DELETE, GET, PAGE, Resource


class Models(Resource):
    """Models: list and retrieve them, and delete fine-tuned ones."""

    model = "Model"
    retrieve = GET("/models/{model}")
    list = GET("/models", page=PAGE)
    delete = DELETE("/models/{model}", returns="ModelDeleted")
