# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Iterable, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from .decision_input_text_param import DecisionInputTextParam
from .decision_input_part_union_param import DecisionInputPartUnionParam

class DecisionInputUserMessage(TypedDict, total=False):
    content: Required[Union[str, Iterable[DecisionInputPartUnionParam]]]
    role: Required[Literal["user"]]
    type: Literal["message"]

class DecisionInputMessageParam(DecisionInputUserMessage, total=False): ...

class DecisionInputDeveloperMessage(TypedDict, total=False):
    content: Required[Union[str, Iterable[DecisionInputTextParam]]]
    role: Required[Literal["developer"]]
    type: Literal["message"]

class DecisionInputSystemMessage(TypedDict, total=False):
    content: Required[Union[str, Iterable[DecisionInputTextParam]]]
    role: Required[Literal["system"]]
    type: Literal["message"]

class DecisionInputAssistantMessageContentPartsDecisionInputOutputText(TypedDict, total=False):
    text: Required[str]
    type: Required[Literal["output_text"]]

class DecisionInputAssistantMessageContentPartsDecisionInputRefusal(TypedDict, total=False):
    refusal: Required[str]
    type: Required[Literal["refusal"]]

DecisionInputAssistantMessageContentParts: TypeAlias = Union[
    DecisionInputAssistantMessageContentPartsDecisionInputOutputText,
    DecisionInputAssistantMessageContentPartsDecisionInputRefusal,
]

class DecisionInputAssistantMessage(TypedDict, total=False):
    content: Required[Union[str, Iterable[DecisionInputAssistantMessageContentParts]]]
    role: Required[Literal["assistant"]]
    phase: Optional[Literal["commentary", "final_answer"]]
    type: Literal["message"]

DecisionInputMessageUnionParam: TypeAlias = Union[
    DecisionInputUserMessage, DecisionInputDeveloperMessage, DecisionInputSystemMessage, DecisionInputAssistantMessage
]
