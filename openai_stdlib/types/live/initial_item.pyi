# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel

class DeveloperContent(BaseModel):
    text: str
    type: Optional[Literal["input_text"]] = ...

class Developer(BaseModel):
    content: List[DeveloperContent]
    role: Literal["developer"]
    id: Optional[str] = ...
    status: Optional[Literal["incomplete", "completed"]] = ...
    type: Optional[Literal["message"]] = ...

class UserContent(BaseModel):
    text: str
    type: Optional[Literal["input_text"]] = ...

class User(BaseModel):
    content: List[UserContent]
    role: Literal["user"]
    id: Optional[str] = ...
    status: Optional[Literal["incomplete", "completed"]] = ...
    type: Optional[Literal["message"]] = ...

class AssistantContentText(BaseModel):
    text: str
    type: Optional[Literal["text"]] = ...

class AssistantContentOutputText(BaseModel):
    text: str
    type: Literal["output_text"]

AssistantContent: TypeAlias = Annotated[
    Union[AssistantContentText, AssistantContentOutputText], PropertyInfo(discriminator="type")
]

class Assistant(BaseModel):
    content: List[AssistantContent]
    role: Literal["assistant"]
    id: Optional[str] = ...
    status: Optional[Literal["incomplete", "completed"]] = ...
    type: Optional[Literal["message"]] = ...

InitialItem: TypeAlias = Annotated[Union[Developer, User, Assistant], PropertyInfo(discriminator="role")]
