# SPDX-License-Identifier: MIT
"""Models of models. __init__.py explains the notation; written by tools/models.py."""

TOP_LEVEL = {
    "Model": 'id, created, object = "model", owned_by, shutdown_date',
    "ModelDeleted": "id, deleted, object",
}

MODELS = {"": TOP_LEVEL}
