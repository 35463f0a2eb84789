# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .metadata import Metadata as Metadata
from .reasoning import Reasoning as Reasoning
from .chat_model import ChatModel as ChatModel
from .compound_filter import CompoundFilter as CompoundFilter
from .responses_model import ResponsesModel as ResponsesModel
from .oauth_error_code import OAuthErrorCode as OAuthErrorCode
from .reasoning_effort import ReasoningEffort as ReasoningEffort
from .comparison_filter import ComparisonFilter as ComparisonFilter
from .decision_input_json import DecisionInputJSON as DecisionInputJSON
from .function_definition import FunctionDefinition as FunctionDefinition
from .function_parameters import FunctionParameters as FunctionParameters
from .response_format_text import ResponseFormatText as ResponseFormatText
from .custom_tool_input_format import CustomToolInputFormat as CustomToolInputFormat
from .response_format_json_object import ResponseFormatJSONObject as ResponseFormatJSONObject
from .response_format_json_schema import ResponseFormatJSONSchema as ResponseFormatJSONSchema
from .decision_question_input_part import DecisionQuestionInputPart as DecisionQuestionInputPart
from .decision_question_input_text import DecisionQuestionInputText as DecisionQuestionInputText
from .decision_question_input_image import DecisionQuestionInputImage as DecisionQuestionInputImage
