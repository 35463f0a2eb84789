# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from ..shared.reasoning_effort import ReasoningEffort
from ..shared.response_format_text import ResponseFormatText
from .response_format_text_json_schema_config import ResponseFormatTextJSONSchemaConfig

class Reasoning(BaseModel):
    effort: Optional[ReasoningEffort] = ...

TextFormat: TypeAlias = Annotated[
    Union[ResponseFormatText, ResponseFormatTextJSONSchemaConfig], PropertyInfo(discriminator="type")
]

class Text(BaseModel):
    format: TextFormat

class ResponseConfigurationUpdateItemParam(BaseModel):
    type: Literal["configuration_update"]
    id: Optional[str] = ...
    reasoning: Optional[Reasoning] = ...
    text: Optional[Text] = ...
