# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .decision_input_text import DecisionInputText
from .decision_user_message import (
    ContentPart as ItemContentParts,
    DecisionUserMessage,
    DecisionUserMessage as Item,
    ContentPartInputText as ItemContentPartsInputText,
    ContentPartInputImage as ItemContentPartsInputImage,
)
from .decision_system_message import DecisionSystemMessage
from .decision_assistant_message import DecisionAssistantMessage
from .decision_developer_message import DecisionDeveloperMessage

class ItemFunctionCall(BaseModel):
    arguments: str
    call_id: str
    name: str
    type: Literal["function_call"]
    id: Optional[str] = ...
    namespace: Optional[str] = ...
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = ...

class ItemFunctionCallOutputOutputPartsInputImage(BaseModel):
    image_url: str
    type: Literal["input_image"]
    detail: Optional[Literal["low", "high", "auto", "original"]] = ...

ItemFunctionCallOutputOutputParts: TypeAlias = Annotated[
    Union[DecisionInputText, ItemFunctionCallOutputOutputPartsInputImage], PropertyInfo(discriminator="type")
]

class ItemFunctionCallOutput(BaseModel):
    call_id: str
    output: Union[str, List[ItemFunctionCallOutputOutputParts]]
    type: Literal["function_call_output"]
    id: Optional[str] = ...
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = ...

class ItemCustomToolCall(BaseModel):
    call_id: str
    input: str
    name: str
    type: Literal["custom_tool_call"]
    id: Optional[str] = ...
    namespace: Optional[str] = ...
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = ...

class ItemCustomToolCallOutputOutputPartsInputImage(BaseModel):
    image_url: str
    type: Literal["input_image"]
    detail: Optional[Literal["low", "high", "auto", "original"]] = ...

ItemCustomToolCallOutputOutputParts: TypeAlias = Annotated[
    Union[DecisionInputText, ItemCustomToolCallOutputOutputPartsInputImage], PropertyInfo(discriminator="type")
]

class ItemCustomToolCallOutput(BaseModel):
    call_id: str
    output: Union[str, List[ItemCustomToolCallOutputOutputParts]]
    type: Literal["custom_tool_call_output"]
    id: Optional[str] = ...
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = ...

ItemUnion: TypeAlias = Annotated[
    Union[
        DecisionUserMessage,
        DecisionDeveloperMessage,
        DecisionSystemMessage,
        DecisionAssistantMessage,
        ItemFunctionCall,
        ItemFunctionCallOutput,
        ItemCustomToolCall,
        ItemCustomToolCallOutput,
    ],
    PropertyInfo(discriminator="type"),
]

class DecisionItemCreateEvent(BaseModel):
    item: ItemUnion
    type: Literal["decision.item.create"]
    event_id: Optional[str] = ...

__all__ = [
    "DecisionItemCreateEvent",
    "Item",
    "ItemContentParts",
    "ItemContentPartsInputImage",
    "ItemContentPartsInputText",
    "ItemCustomToolCall",
    "ItemCustomToolCallOutput",
    "ItemCustomToolCallOutputOutputParts",
    "ItemCustomToolCallOutputOutputPartsInputImage",
    "ItemFunctionCall",
    "ItemFunctionCallOutput",
    "ItemFunctionCallOutputOutputParts",
    "ItemFunctionCallOutputOutputPartsInputImage",
    "ItemUnion",
]
