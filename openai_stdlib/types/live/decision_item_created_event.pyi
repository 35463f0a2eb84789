# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .decision_input_text import DecisionInputText
from .decision_stored_user_message import (
    ContentPart as ItemContentParts,
    ContentPartInputText as ItemContentPartsInputText,
    ContentPartInputImage as ItemContentPartsInputImage,
    DecisionStoredUserMessage,
    DecisionStoredUserMessage as Item,
)
from .decision_stored_system_message import DecisionStoredSystemMessage
from .decision_stored_assistant_message import DecisionStoredAssistantMessage
from .decision_stored_developer_message import DecisionStoredDeveloperMessage

class ItemFunctionCall(BaseModel):
    id: str
    arguments: str
    call_id: str
    name: str
    type: Literal["function_call"]
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
    id: str
    call_id: str
    output: Union[str, List[ItemFunctionCallOutputOutputParts]]
    type: Literal["function_call_output"]
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = ...

class ItemCustomToolCall(BaseModel):
    id: str
    call_id: str
    input: str
    name: str
    type: Literal["custom_tool_call"]
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
    id: str
    call_id: str
    output: Union[str, List[ItemCustomToolCallOutputOutputParts]]
    type: Literal["custom_tool_call_output"]
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = ...

ItemUnion: TypeAlias = Annotated[
    Union[
        DecisionStoredUserMessage,
        DecisionStoredDeveloperMessage,
        DecisionStoredSystemMessage,
        DecisionStoredAssistantMessage,
        ItemFunctionCall,
        ItemFunctionCallOutput,
        ItemCustomToolCall,
        ItemCustomToolCallOutput,
    ],
    PropertyInfo(discriminator="type"),
]

class DecisionItemCreatedEvent(BaseModel):
    event_id: str
    item: ItemUnion
    type: Literal["decision.item.created"]
    client_event_id: Optional[str] = ...

__all__ = [
    "DecisionItemCreatedEvent",
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
