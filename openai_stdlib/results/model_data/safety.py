# SPDX-License-Identifier: MIT
"""Models of safety. __init__.py explains the notation; written by tools/models.py."""

SAFETY = {
    "SafetyAlert": """id, created_at, error_type, model, object = "safety.alert", reason, request_id, request_paused,
        response_id, detailed_explanation
    """,
    "SafetyCase": """id, created_at, entity_identifier, notice: Notice, object = "safety.case", reason
    Notice: type
    """,
}

MODELS = {"safety": SAFETY}
