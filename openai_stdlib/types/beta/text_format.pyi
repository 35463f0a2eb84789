# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Union
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel

class TextFormatResourceText(BaseModel):
    type: Literal["text"]

class TextFormatResourceJSONSchema(BaseModel):
    schema_: Dict[str, object]
    type: Literal["json_schema"]

TextFormat: TypeAlias = Annotated[
    Union[TextFormatResourceText, TextFormatResourceJSONSchema], PropertyInfo(discriminator="type")
]
