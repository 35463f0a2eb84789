# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel

class FormatText(BaseModel):
    type: Literal["text"]

class FormatGrammar(BaseModel):
    definition: str
    syntax: Literal["lark", "regex"]
    type: Literal["grammar"]

Format: TypeAlias = Annotated[Union[FormatText, FormatGrammar], PropertyInfo(discriminator="type")]

class BetaCustomTool(BaseModel):
    name: str
    type: Literal["custom"]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]] = ...
    async_: Optional[bool] = ...
    defer_loading: Optional[bool] = ...
    description: Optional[str] = ...
    format: Optional[Format] = ...
