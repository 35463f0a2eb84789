# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .computer_action_list import ComputerActionList

class PendingSafetyCheck(BaseModel):
    id: str
    code: Optional[str] = ...
    message: Optional[str] = ...

class ActionClick(BaseModel):
    button: Literal["left", "right", "wheel", "back", "forward"]
    type: Literal["click"]
    x: int
    y: int
    keys: Optional[List[str]] = ...

class ActionDoubleClick(BaseModel):
    keys: Optional[List[str]] = ...
    type: Literal["double_click"]
    x: int
    y: int

class ActionDragPath(BaseModel):
    x: int
    y: int

class ActionDrag(BaseModel):
    path: List[ActionDragPath]
    type: Literal["drag"]
    keys: Optional[List[str]] = ...

class ActionKeypress(BaseModel):
    keys: List[str]
    type: Literal["keypress"]

class ActionMove(BaseModel):
    type: Literal["move"]
    x: int
    y: int
    keys: Optional[List[str]] = ...

class ActionScreenshot(BaseModel):
    type: Literal["screenshot"]

class ActionScroll(BaseModel):
    scroll_x: int
    scroll_y: int
    type: Literal["scroll"]
    x: int
    y: int
    keys: Optional[List[str]] = ...

class ActionType(BaseModel):
    text: str
    type: Literal["type"]

class ActionWait(BaseModel):
    type: Literal["wait"]

Action: TypeAlias = Annotated[
    Union[
        ActionClick,
        ActionDoubleClick,
        ActionDrag,
        ActionKeypress,
        ActionMove,
        ActionScreenshot,
        ActionScroll,
        ActionType,
        ActionWait,
    ],
    PropertyInfo(discriminator="type"),
]

class ResponseComputerToolCall(BaseModel):
    id: str
    call_id: str
    pending_safety_checks: List[PendingSafetyCheck]
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["computer_call"]
    action: Optional[Action] = ...
    actions: Optional[ComputerActionList] = ...
