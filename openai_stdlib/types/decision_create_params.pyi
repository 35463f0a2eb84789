# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Iterable, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from .decision_input_text_param import DecisionInputTextParam
from .decision_input_image_param import DecisionInputImageParam
from .decision_input_part_union_param import DecisionInputPartUnionParam
from .shared_params.decision_question_input_part import DecisionQuestionInputPart

class DecisionCreateParams(TypedDict, total=False):
    input: Required[Union[str, Iterable[InputUnionMember1]]]
    model: Required[str]
    questions: Required[Iterable[Question]]
    prompt_cache_key: Optional[str]
    prompt_cache_options: Optional[PromptCacheOptions]
    safety_identifier: Optional[str]

class InputUnionMember1DecisionInputUserMessage(TypedDict, total=False):
    content: Required[Union[str, Iterable[DecisionInputPartUnionParam]]]
    role: Required[Literal["user"]]
    type: Literal["message"]

class InputUnionMember1DecisionInputDeveloperMessage(TypedDict, total=False):
    content: Required[Union[str, Iterable[DecisionInputTextParam]]]
    role: Required[Literal["developer"]]
    type: Literal["message"]

class InputUnionMember1DecisionInputSystemMessage(TypedDict, total=False):
    content: Required[Union[str, Iterable[DecisionInputTextParam]]]
    role: Required[Literal["system"]]
    type: Literal["message"]

class InputDecisionInputAssistantMessageContentDecisionInputAssistantContentPartDecisionInputOutputText(
    TypedDict, total=False
):
    text: Required[str]
    type: Required[Literal["output_text"]]

class InputDecisionInputAssistantMessageContentDecisionInputAssistantContentPartDecisionInputRefusal(
    TypedDict, total=False
):
    refusal: Required[str]
    type: Required[Literal["refusal"]]

InputDecisionInputAssistantMessageContentDecisionInputAssistantContentParts: TypeAlias = Union[
    InputDecisionInputAssistantMessageContentDecisionInputAssistantContentPartDecisionInputOutputText,
    InputDecisionInputAssistantMessageContentDecisionInputAssistantContentPartDecisionInputRefusal,
]

class InputUnionMember1DecisionInputAssistantMessage(TypedDict, total=False):
    content: Required[Union[str, Iterable[InputDecisionInputAssistantMessageContentDecisionInputAssistantContentParts]]]
    role: Required[Literal["assistant"]]
    phase: Optional[Literal["commentary", "final_answer"]]
    type: Literal["message"]

class InputUnionMember1DecisionInputFunctionCall(TypedDict, total=False):
    arguments: Required[str]
    call_id: Required[str]
    name: Required[str]
    type: Required[Literal["function_call"]]
    id: Optional[str]
    namespace: Optional[str]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]

InputUnionMember1FunctionCallOutputOutputParts: TypeAlias = Union[DecisionInputTextParam, DecisionInputImageParam]

class InputUnionMember1DecisionInputFunctionCallOutput(TypedDict, total=False):
    call_id: Required[str]
    output: Required[Union[str, Iterable[InputUnionMember1FunctionCallOutputOutputParts]]]
    type: Required[Literal["function_call_output"]]
    id: Optional[str]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]

class InputUnionMember1DecisionInputCustomToolCall(TypedDict, total=False):
    call_id: Required[str]
    input: Required[str]
    name: Required[str]
    type: Required[Literal["custom_tool_call"]]
    id: Optional[str]
    namespace: Optional[str]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]

InputUnionMember1CustomToolCallOutputOutputParts: TypeAlias = Union[DecisionInputTextParam, DecisionInputImageParam]

class InputUnionMember1DecisionInputCustomToolCallOutput(TypedDict, total=False):
    call_id: Required[str]
    output: Required[Union[str, Iterable[InputUnionMember1CustomToolCallOutputOutputParts]]]
    type: Required[Literal["custom_tool_call_output"]]
    id: Optional[str]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]

InputUnionMember1: TypeAlias = Union[
    InputUnionMember1DecisionInputUserMessage,
    InputUnionMember1DecisionInputDeveloperMessage,
    InputUnionMember1DecisionInputSystemMessage,
    InputUnionMember1DecisionInputAssistantMessage,
    InputUnionMember1DecisionInputFunctionCall,
    InputUnionMember1DecisionInputFunctionCallOutput,
    InputUnionMember1DecisionInputCustomToolCall,
    InputUnionMember1DecisionInputCustomToolCallOutput,
]

class QuestionQuestionParamPredicate(TypedDict, total=False):
    instructions: Required[Union[str, Iterable[DecisionQuestionInputPart]]]
    type: Required[Literal["predicate"]]
    name: str

class QuestionQuestionParamChoiceChoice(TypedDict, total=False):
    value: Required[Union[str, bool]]
    description: str

class QuestionQuestionParamChoice(TypedDict, total=False):
    choices: Required[Iterable[QuestionQuestionParamChoiceChoice]]
    instructions: Required[Union[str, Iterable[DecisionQuestionInputPart]]]
    type: Required[Literal["choice"]]
    name: str

class QuestionQuestionParamScoreLevel(TypedDict, total=False):
    label: Required[str]
    description: str

class QuestionQuestionParamScore(TypedDict, total=False):
    instructions: Required[Union[str, Iterable[DecisionQuestionInputPart]]]
    levels: Required[Iterable[QuestionQuestionParamScoreLevel]]
    type: Required[Literal["score"]]
    name: str

Question: TypeAlias = Union[QuestionQuestionParamPredicate, QuestionQuestionParamChoice, QuestionQuestionParamScore]

class PromptCacheOptions(TypedDict, total=False):
    mode: Optional[Literal["implicit", "explicit"]]
    ttl: Literal["30m"]
