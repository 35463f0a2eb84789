# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .eval_api_error import EvalAPIError
from ..responses.tool import Tool
from ..shared.metadata import Metadata
from ..graders.grader_inputs import GraderInputs
from ..shared.reasoning_effort import ReasoningEffort
from ..responses.response_input_text import ResponseInputText
from ..responses.response_input_audio import ResponseInputAudio
from .create_eval_jsonl_run_data_source import CreateEvalJSONLRunDataSource
from ..responses.response_format_text_config import ResponseFormatTextConfig
from .create_eval_completions_run_data_source import CreateEvalCompletionsRunDataSource

class DataSourceResponsesSourceFileContentContent(BaseModel):
    item: Dict[str, object]
    sample: Optional[Dict[str, object]] = ...

class DataSourceResponsesSourceFileContent(BaseModel):
    content: List[DataSourceResponsesSourceFileContentContent]
    type: Literal["file_content"]

class DataSourceResponsesSourceFileID(BaseModel):
    id: str
    type: Literal["file_id"]

class DataSourceResponsesSourceResponses(BaseModel):
    type: Literal["responses"]
    created_after: Optional[int] = ...
    created_before: Optional[int] = ...
    instructions_search: Optional[str] = ...
    metadata: Optional[object] = ...
    model: Optional[str] = ...
    reasoning_effort: Optional[ReasoningEffort] = ...
    temperature: Optional[float] = ...
    tools: Optional[List[str]] = ...
    top_p: Optional[float] = ...
    users: Optional[List[str]] = ...

DataSourceResponsesSource: TypeAlias = Annotated[
    Union[DataSourceResponsesSourceFileContent, DataSourceResponsesSourceFileID, DataSourceResponsesSourceResponses],
    PropertyInfo(discriminator="type"),
]

class DataSourceResponsesInputMessagesTemplateTemplateChatMessage(BaseModel):
    content: str
    role: str

class DataSourceResponsesInputMessagesTemplateTemplateEvalItemContentOutputText(BaseModel):
    text: str
    type: Literal["output_text"]

class DataSourceResponsesInputMessagesTemplateTemplateEvalItemContentInputImage(BaseModel):
    image_url: str
    type: Literal["input_image"]
    detail: Optional[str] = ...

DataSourceResponsesInputMessagesTemplateTemplateEvalItemContent: TypeAlias = Union[
    str,
    ResponseInputText,
    DataSourceResponsesInputMessagesTemplateTemplateEvalItemContentOutputText,
    DataSourceResponsesInputMessagesTemplateTemplateEvalItemContentInputImage,
    ResponseInputAudio,
    GraderInputs,
]

class DataSourceResponsesInputMessagesTemplateTemplateEvalItem(BaseModel):
    content: DataSourceResponsesInputMessagesTemplateTemplateEvalItemContent
    role: Literal["user", "assistant", "system", "developer"]
    type: Optional[Literal["message"]] = ...

DataSourceResponsesInputMessagesTemplateTemplate: TypeAlias = Union[
    DataSourceResponsesInputMessagesTemplateTemplateChatMessage,
    DataSourceResponsesInputMessagesTemplateTemplateEvalItem,
]

class DataSourceResponsesInputMessagesTemplate(BaseModel):
    template: List[DataSourceResponsesInputMessagesTemplateTemplate]
    type: Literal["template"]

class DataSourceResponsesInputMessagesItemReference(BaseModel):
    item_reference: str
    type: Literal["item_reference"]

DataSourceResponsesInputMessages: TypeAlias = Annotated[
    Union[DataSourceResponsesInputMessagesTemplate, DataSourceResponsesInputMessagesItemReference],
    PropertyInfo(discriminator="type"),
]

class DataSourceResponsesSamplingParamsText(BaseModel):
    format: Optional[ResponseFormatTextConfig] = ...

class DataSourceResponsesSamplingParams(BaseModel):
    max_completion_tokens: Optional[int] = ...
    reasoning_effort: Optional[ReasoningEffort] = ...
    seed: Optional[int] = ...
    temperature: Optional[float] = ...
    text: Optional[DataSourceResponsesSamplingParamsText] = ...
    tools: Optional[List[Tool]] = ...
    top_p: Optional[float] = ...

class DataSourceResponses(BaseModel):
    source: DataSourceResponsesSource
    type: Literal["responses"]
    input_messages: Optional[DataSourceResponsesInputMessages] = ...
    model: Optional[str] = ...
    sampling_params: Optional[DataSourceResponsesSamplingParams] = ...

DataSource: TypeAlias = Annotated[
    Union[CreateEvalJSONLRunDataSource, CreateEvalCompletionsRunDataSource, DataSourceResponses],
    PropertyInfo(discriminator="type"),
]

class PerModelUsage(BaseModel):
    cached_tokens: int
    completion_tokens: int
    invocation_count: int
    run_model_name: str
    prompt_tokens: int
    total_tokens: int

class PerTestingCriteriaResult(BaseModel):
    failed: int
    passed: int
    testing_criteria: str

class ResultCounts(BaseModel):
    errored: int
    failed: int
    passed: int
    total: int

class RunCreateResponse(BaseModel):
    id: str
    created_at: int
    data_source: DataSource
    error: EvalAPIError
    eval_id: str
    metadata: Optional[Metadata] = ...
    model: str
    name: str
    object: Literal["eval.run"]
    per_model_usage: List[PerModelUsage]
    per_testing_criteria_results: List[PerTestingCriteriaResult]
    report_url: str
    result_counts: ResultCounts
    status: str
