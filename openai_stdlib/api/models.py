# SPDX-License-Identifier: MIT
"""The models that a key may use. https://platform.openai.com/docs/api-reference/models"""

from .operation import DELETE, GET, PAGE, Resource


class Models(Resource):
    """Models: list, look up, and delete a fine-tuned one."""

    model = "Model"
    retrieve = GET("/models/{model}")
    list = GET("/models", page=PAGE)
    delete = DELETE("/models/{model}", returns="ModelDeleted")
