# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from ..shared.metadata import Metadata
from ..graders.grader_inputs import GraderInputs
from ..shared.reasoning_effort import ReasoningEffort
from ..shared.response_format_text import ResponseFormatText
from ..responses.easy_input_message import EasyInputMessage
from ..responses.response_input_text import ResponseInputText
from ..responses.response_input_audio import ResponseInputAudio
from ..chat.chat_completion_function_tool import ChatCompletionFunctionTool
from ..shared.response_format_json_object import ResponseFormatJSONObject
from ..shared.response_format_json_schema import ResponseFormatJSONSchema

class SourceFileContentContent(BaseModel):
    item: Dict[str, object]
    sample: Optional[Dict[str, object]] = ...

class SourceFileContent(BaseModel):
    content: List[SourceFileContentContent]
    type: Literal["file_content"]

class SourceFileID(BaseModel):
    id: str
    type: Literal["file_id"]

class SourceStoredCompletions(BaseModel):
    type: Literal["stored_completions"]
    created_after: Optional[int] = ...
    created_before: Optional[int] = ...
    limit: Optional[int] = ...
    metadata: Optional[Metadata] = ...
    model: Optional[str] = ...

Source: TypeAlias = Annotated[
    Union[SourceFileContent, SourceFileID, SourceStoredCompletions], PropertyInfo(discriminator="type")
]

class InputMessagesTemplateTemplateEvalItemContentOutputText(BaseModel):
    text: str
    type: Literal["output_text"]

class InputMessagesTemplateTemplateEvalItemContentInputImage(BaseModel):
    image_url: str
    type: Literal["input_image"]
    detail: Optional[str] = ...

InputMessagesTemplateTemplateEvalItemContent: TypeAlias = Union[
    str,
    ResponseInputText,
    InputMessagesTemplateTemplateEvalItemContentOutputText,
    InputMessagesTemplateTemplateEvalItemContentInputImage,
    ResponseInputAudio,
    GraderInputs,
]

class InputMessagesTemplateTemplateEvalItem(BaseModel):
    content: InputMessagesTemplateTemplateEvalItemContent
    role: Literal["user", "assistant", "system", "developer"]
    type: Optional[Literal["message"]] = ...

InputMessagesTemplateTemplate: TypeAlias = Union[EasyInputMessage, InputMessagesTemplateTemplateEvalItem]

class InputMessagesTemplate(BaseModel):
    template: List[InputMessagesTemplateTemplate]
    type: Literal["template"]

class InputMessagesItemReference(BaseModel):
    item_reference: str
    type: Literal["item_reference"]

InputMessages: TypeAlias = Annotated[
    Union[InputMessagesTemplate, InputMessagesItemReference], PropertyInfo(discriminator="type")
]
SamplingParamsResponseFormat: TypeAlias = Union[ResponseFormatText, ResponseFormatJSONSchema, ResponseFormatJSONObject]

class SamplingParams(BaseModel):
    max_completion_tokens: Optional[int] = ...
    reasoning_effort: Optional[ReasoningEffort] = ...
    response_format: Optional[SamplingParamsResponseFormat] = ...
    seed: Optional[int] = ...
    temperature: Optional[float] = ...
    tools: Optional[List[ChatCompletionFunctionTool]] = ...
    top_p: Optional[float] = ...

class CreateEvalCompletionsRunDataSource(BaseModel):
    source: Source
    type: Literal["completions"]
    input_messages: Optional[InputMessages] = ...
    model: Optional[str] = ...
    sampling_params: Optional[SamplingParams] = ...
