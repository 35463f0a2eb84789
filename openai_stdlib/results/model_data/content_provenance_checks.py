# SPDX-License-Identifier: MIT
"""Models of content provenance checks. __init__.py explains the notation; written by tools/models.py."""

TOP_LEVEL = {
    "ContentProvenanceCheck": """created_at, object = "content_provenance_check", results: [Result]
    Result = +C2PA | +SynthID
      +C2PA: generated_at, issuer, model, outcome, type = "c2pa", validation_state
      +SynthID: generated_at, model, outcome, type = "synthid"
    """,
}

MODELS = {"": TOP_LEVEL}
