# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ...._utils import PropertyInfo
from ...._models import BaseModel

class StatusActive(BaseModel):
    type: Literal["active"]

class StatusLocked(BaseModel):
    reason: Optional[str] = ...
    type: Literal["locked"]

class StatusClosed(BaseModel):
    reason: Optional[str] = ...
    type: Literal["closed"]

Status: TypeAlias = Annotated[Union[StatusActive, StatusLocked, StatusClosed], PropertyInfo(discriminator="type")]

class ChatKitThread(BaseModel):
    id: str
    created_at: int
    object: Literal["chatkit.thread"]
    status: Status
    title: Optional[str] = ...
    user: str
