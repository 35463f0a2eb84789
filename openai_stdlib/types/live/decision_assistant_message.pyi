# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel

class ContentPartOutputText(BaseModel):
    text: str
    type: Literal["output_text"]

class ContentPartRefusal(BaseModel):
    refusal: str
    type: Literal["refusal"]

ContentPart: TypeAlias = Annotated[Union[ContentPartOutputText, ContentPartRefusal], PropertyInfo(discriminator="type")]

class DecisionAssistantMessage(BaseModel):
    content: Union[str, List[ContentPart]]
    role: Literal["assistant"]
    id: Optional[str] = ...
    phase: Optional[Literal["commentary", "final_answer"]] = ...
    type: Optional[Literal["message"]] = ...
