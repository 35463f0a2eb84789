# SPDX-License-Identifier: MIT
"""Models of shared. __init__.py explains the notation; written by tools/models.py."""

SHARED = {
    "ComparisonFilter": 'key, type = "eq" | "ne" | "gt" | "gte" | "lt" | "lte" | "in" | "nin", value',
    "CompoundFilter": """filters: [ComparisonFilter], type = "and" | "or"
    Filter = ComparisonFilter
    """,
    "CustomToolInputFormat": """= Text | Grammar
    Text: type = "text"
    Grammar: definition, syntax, type = "grammar"
    """,
    "DecisionInputJSON": 'data, type = "input_json"',
    "DecisionQuestionInputImage": 'image_url, type = "input_image", detail',
    "DecisionQuestionInputPart": "= DecisionQuestionInputText | DecisionQuestionInputImage | DecisionInputJSON",
    "DecisionQuestionInputText": 'text, type = "input_text"',
    "ErrorObject": """code, message, param, type, misalignment: Misalignment
    Misalignment: detailed_explanation, error_type, review_target, steer: +Steer
      +Steer: message
    """,
    "FunctionDefinition": "name, description, parameters, strict",
    "Reasoning": "context, effort, generate_summary, mode, summary",
    "ResponseFormatJSONObject": 'type = "json_object"',
    "ResponseFormatJSONSchema": """json_schema: JSONSchema, type = "json_schema"
    JSONSchema: name, description, schema as schema_, strict
    """,
    "ResponseFormatText": 'type = "text"',
    "ResponseFormatTextGrammar": 'grammar, type = "grammar"',
    "ResponseFormatTextPython": 'type = "python"',
}

MODELS = {"shared": SHARED}
