# SPDX-License-Identifier: MIT
# Written by tools/stubs.py; do not edit.
from typing import Union, Iterable, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from .decision_input_text_param import DecisionInputTextParam
from .decision_user_message_param import (
    ContentPart as ItemContentParts,
    ContentPartInputText as ItemContentPartsInputText,
    ContentPartInputImage as ItemContentPartsInputImage,
    DecisionUserMessageParam,
    DecisionUserMessageParam as Item,
)
from .decision_system_message_param import DecisionSystemMessageParam
from .decision_assistant_message_param import DecisionAssistantMessageParam
from .decision_developer_message_param import DecisionDeveloperMessageParam

class ItemFunctionCall(TypedDict, total=False):
    arguments: Required[str]
    call_id: Required[str]
    name: Required[str]
    type: Required[Literal["function_call"]]
    id: Optional[str]
    namespace: Optional[str]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]

class ItemFunctionCallOutputOutputPartsInputImage(TypedDict, total=False):
    image_url: Required[str]
    type: Required[Literal["input_image"]]
    detail: Optional[Literal["low", "high", "auto", "original"]]

ItemFunctionCallOutputOutputParts: TypeAlias = Union[
    DecisionInputTextParam, ItemFunctionCallOutputOutputPartsInputImage
]

class ItemFunctionCallOutput(TypedDict, total=False):
    call_id: Required[str]
    output: Required[Union[str, Iterable[ItemFunctionCallOutputOutputParts]]]
    type: Required[Literal["function_call_output"]]
    id: Optional[str]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]

class ItemCustomToolCall(TypedDict, total=False):
    call_id: Required[str]
    input: Required[str]
    name: Required[str]
    type: Required[Literal["custom_tool_call"]]
    id: Optional[str]
    namespace: Optional[str]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]

class ItemCustomToolCallOutputOutputPartsInputImage(TypedDict, total=False):
    image_url: Required[str]
    type: Required[Literal["input_image"]]
    detail: Optional[Literal["low", "high", "auto", "original"]]

ItemCustomToolCallOutputOutputParts: TypeAlias = Union[
    DecisionInputTextParam, ItemCustomToolCallOutputOutputPartsInputImage
]

class ItemCustomToolCallOutput(TypedDict, total=False):
    call_id: Required[str]
    output: Required[Union[str, Iterable[ItemCustomToolCallOutputOutputParts]]]
    type: Required[Literal["custom_tool_call_output"]]
    id: Optional[str]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]

ItemUnion: TypeAlias = Union[
    DecisionUserMessageParam,
    DecisionDeveloperMessageParam,
    DecisionSystemMessageParam,
    DecisionAssistantMessageParam,
    ItemFunctionCall,
    ItemFunctionCallOutput,
    ItemCustomToolCall,
    ItemCustomToolCallOutput,
]

class DecisionItemCreateEventParam(TypedDict, total=False):
    item: Required[ItemUnion]
    type: Required[Literal["decision.item.create"]]
    event_id: Optional[str]

__all__ = [
    "DecisionItemCreateEventParam",
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
