# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel

class Click(BaseModel):
    button: Literal["left", "right", "wheel", "back", "forward"]
    type: Literal["click"]
    x: int
    y: int
    keys: Optional[List[str]] = ...

class DoubleClick(BaseModel):
    keys: Optional[List[str]] = ...
    type: Literal["double_click"]
    x: int
    y: int

class DragPath(BaseModel):
    x: int
    y: int

class Drag(BaseModel):
    path: List[DragPath]
    type: Literal["drag"]
    keys: Optional[List[str]] = ...

class Keypress(BaseModel):
    keys: List[str]
    type: Literal["keypress"]

class Move(BaseModel):
    type: Literal["move"]
    x: int
    y: int
    keys: Optional[List[str]] = ...

class Screenshot(BaseModel):
    type: Literal["screenshot"]

class Scroll(BaseModel):
    scroll_x: int
    scroll_y: int
    type: Literal["scroll"]
    x: int
    y: int
    keys: Optional[List[str]] = ...

class Type(BaseModel):
    text: str
    type: Literal["type"]

class Wait(BaseModel):
    type: Literal["wait"]

BetaComputerAction: TypeAlias = Annotated[
    Union[Click, DoubleClick, Drag, Keypress, Move, Screenshot, Scroll, Type, Wait], PropertyInfo(discriminator="type")
]
