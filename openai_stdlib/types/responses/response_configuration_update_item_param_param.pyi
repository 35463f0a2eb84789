# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from ..shared.reasoning_effort import ReasoningEffort
from ..shared_params.response_format_text import ResponseFormatText
from .response_format_text_json_schema_config_param import ResponseFormatTextJSONSchemaConfigParam

class Reasoning(TypedDict, total=False):
    effort: Optional[ReasoningEffort]

TextFormat: TypeAlias = Union[ResponseFormatText, ResponseFormatTextJSONSchemaConfigParam]

class Text(TypedDict, total=False):
    format: Required[TextFormat]

class ResponseConfigurationUpdateItemParamParam(TypedDict, total=False):
    type: Required[Literal["configuration_update"]]
    id: Optional[str]
    reasoning: Reasoning
    text: Text
