# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .beta_response_format_text_json_schema_config import BetaResponseFormatTextJSONSchemaConfig

class Agent(BaseModel):
    agent_name: str

class Reasoning(BaseModel):
    effort: Optional[Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]] = ...

class TextFormatText(BaseModel):
    type: Literal["text"]

TextFormat: TypeAlias = Annotated[
    Union[TextFormatText, BetaResponseFormatTextJSONSchemaConfig], PropertyInfo(discriminator="type")
]

class Text(BaseModel):
    format: TextFormat

class BetaResponseConfigurationUpdateItem(BaseModel):
    id: str
    type: Literal["configuration_update"]
    agent: Optional[Agent] = ...
    reasoning: Optional[Reasoning] = ...
    text: Optional[Text] = ...
