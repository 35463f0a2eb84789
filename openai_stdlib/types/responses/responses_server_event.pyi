# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .response_failed_event import ResponseFailedEvent
from .response_queued_event import ResponseQueuedEvent
from .response_created_event import ResponseCreatedEvent
from .response_completed_event import ResponseCompletedEvent
from .response_text_done_event import ResponseTextDoneEvent
from .response_audio_done_event import ResponseAudioDoneEvent
from .response_incomplete_event import ResponseIncompleteEvent
from .response_text_delta_event import ResponseTextDeltaEvent
from .response_audio_delta_event import ResponseAudioDeltaEvent
from .response_in_progress_event import ResponseInProgressEvent
from .response_refusal_done_event import ResponseRefusalDoneEvent
from .response_steer_failed_event import ResponseSteerFailedEvent
from .response_refusal_delta_event import ResponseRefusalDeltaEvent
from .response_steer_pending_event import ResponseSteerPendingEvent
from .response_steer_accepted_event import ResponseSteerAcceptedEvent
from .response_mcp_call_failed_event import ResponseMcpCallFailedEvent
from .response_output_item_done_event import ResponseOutputItemDoneEvent
from .response_content_part_done_event import ResponseContentPartDoneEvent
from .response_output_item_added_event import ResponseOutputItemAddedEvent
from .response_content_part_added_event import ResponseContentPartAddedEvent
from .response_mcp_call_completed_event import ResponseMcpCallCompletedEvent
from .response_reasoning_text_done_event import ResponseReasoningTextDoneEvent
from .response_mcp_call_in_progress_event import ResponseMcpCallInProgressEvent
from .response_reasoning_text_delta_event import ResponseReasoningTextDeltaEvent
from .response_audio_transcript_done_event import ResponseAudioTranscriptDoneEvent
from .response_compaction_compacting_event import ResponseCompactionCompactingEvent
from .response_mcp_list_tools_failed_event import ResponseMcpListToolsFailedEvent
from .response_audio_transcript_delta_event import ResponseAudioTranscriptDeltaEvent
from .response_mcp_call_arguments_done_event import ResponseMcpCallArgumentsDoneEvent
from .response_shell_call_command_done_event import ResponseShellCallCommandDoneEvent
from .response_image_gen_call_completed_event import ResponseImageGenCallCompletedEvent
from .response_mcp_call_arguments_delta_event import ResponseMcpCallArgumentsDeltaEvent
from .response_mcp_list_tools_completed_event import ResponseMcpListToolsCompletedEvent
from .response_shell_call_command_added_event import ResponseShellCallCommandAddedEvent
from .response_shell_call_command_delta_event import ResponseShellCallCommandDeltaEvent
from .response_image_gen_call_generating_event import ResponseImageGenCallGeneratingEvent
from .response_web_search_call_completed_event import ResponseWebSearchCallCompletedEvent
from .response_web_search_call_searching_event import ResponseWebSearchCallSearchingEvent
from .response_file_search_call_completed_event import ResponseFileSearchCallCompletedEvent
from .response_file_search_call_searching_event import ResponseFileSearchCallSearchingEvent
from .response_image_gen_call_in_progress_event import ResponseImageGenCallInProgressEvent
from .response_mcp_list_tools_in_progress_event import ResponseMcpListToolsInProgressEvent
from .response_custom_tool_call_input_done_event import ResponseCustomToolCallInputDoneEvent
from .response_reasoning_summary_part_done_event import ResponseReasoningSummaryPartDoneEvent
from .response_reasoning_summary_text_done_event import ResponseReasoningSummaryTextDoneEvent
from .response_web_search_call_in_progress_event import ResponseWebSearchCallInProgressEvent
from .response_custom_tool_call_input_delta_event import ResponseCustomToolCallInputDeltaEvent
from .response_file_search_call_in_progress_event import ResponseFileSearchCallInProgressEvent
from .response_function_call_arguments_done_event import ResponseFunctionCallArgumentsDoneEvent
from .response_image_gen_call_partial_image_event import ResponseImageGenCallPartialImageEvent
from .response_output_text_annotation_added_event import ResponseOutputTextAnnotationAddedEvent
from .response_reasoning_summary_part_added_event import ResponseReasoningSummaryPartAddedEvent
from .response_reasoning_summary_text_delta_event import ResponseReasoningSummaryTextDeltaEvent
from .response_function_call_arguments_delta_event import ResponseFunctionCallArgumentsDeltaEvent
from .response_shell_call_output_content_done_event import ResponseShellCallOutputContentDoneEvent
from .response_code_interpreter_call_code_done_event import ResponseCodeInterpreterCallCodeDoneEvent
from .response_code_interpreter_call_completed_event import ResponseCodeInterpreterCallCompletedEvent
from .response_shell_call_output_content_delta_event import ResponseShellCallOutputContentDeltaEvent
from .response_code_interpreter_call_code_delta_event import ResponseCodeInterpreterCallCodeDeltaEvent
from .response_code_interpreter_call_in_progress_event import ResponseCodeInterpreterCallInProgressEvent
from .response_code_interpreter_call_interpreting_event import ResponseCodeInterpreterCallInterpretingEvent

class ResponseAudioWsDelta(ResponseAudioDeltaEvent):
    stream_id: Optional[str] = ...

class ResponseAudioWsDone(ResponseAudioDoneEvent):
    stream_id: Optional[str] = ...

class ResponseAudioTranscriptWsDelta(ResponseAudioTranscriptDeltaEvent):
    stream_id: Optional[str] = ...

class ResponseAudioTranscriptWsDone(ResponseAudioTranscriptDoneEvent):
    stream_id: Optional[str] = ...

class ResponseCodeInterpreterCallCodeWsDelta(ResponseCodeInterpreterCallCodeDeltaEvent):
    stream_id: Optional[str] = ...

class ResponseCodeInterpreterCallCodeWsDone(ResponseCodeInterpreterCallCodeDoneEvent):
    stream_id: Optional[str] = ...

class ResponseCodeInterpreterCallWsCompleted(ResponseCodeInterpreterCallCompletedEvent):
    stream_id: Optional[str] = ...

class ResponseCodeInterpreterCallInWsProgress(ResponseCodeInterpreterCallInProgressEvent):
    stream_id: Optional[str] = ...

class ResponseCodeInterpreterCallWsInterpreting(ResponseCodeInterpreterCallInterpretingEvent):
    stream_id: Optional[str] = ...

class ResponseCompactionWsCompacting(ResponseCompactionCompactingEvent):
    stream_id: Optional[str] = ...

class ResponseWsCompleted(ResponseCompletedEvent):
    stream_id: Optional[str] = ...

class ResponseContentPartWsAdded(ResponseContentPartAddedEvent):
    stream_id: Optional[str] = ...

class ResponseContentPartWsDone(ResponseContentPartDoneEvent):
    stream_id: Optional[str] = ...

class ResponseWsCreated(ResponseCreatedEvent):
    stream_id: Optional[str] = ...

class ResponseFileSearchCallWsCompleted(ResponseFileSearchCallCompletedEvent):
    stream_id: Optional[str] = ...

class ResponseFileSearchCallInWsProgress(ResponseFileSearchCallInProgressEvent):
    stream_id: Optional[str] = ...

class ResponseFileSearchCallWsSearching(ResponseFileSearchCallSearchingEvent):
    stream_id: Optional[str] = ...

class ResponseFunctionCallArgumentsWsDelta(ResponseFunctionCallArgumentsDeltaEvent):
    stream_id: Optional[str] = ...

class ResponseFunctionCallArgumentsWsDone(ResponseFunctionCallArgumentsDoneEvent):
    stream_id: Optional[str] = ...

class ResponseShellCallCommandWsAdded(ResponseShellCallCommandAddedEvent):
    stream_id: Optional[str] = ...

class ResponseShellCallCommandWsDelta(ResponseShellCallCommandDeltaEvent):
    stream_id: Optional[str] = ...

class ResponseShellCallCommandWsDone(ResponseShellCallCommandDoneEvent):
    stream_id: Optional[str] = ...

class ResponseShellCallOutputContentWsDelta(ResponseShellCallOutputContentDeltaEvent):
    stream_id: Optional[str] = ...

class ResponseShellCallOutputContentWsDone(ResponseShellCallOutputContentDoneEvent):
    stream_id: Optional[str] = ...

class ResponseInWsProgress(ResponseInProgressEvent):
    stream_id: Optional[str] = ...

class ResponseWsFailed(ResponseFailedEvent):
    stream_id: Optional[str] = ...

class ResponseWsIncomplete(ResponseIncompleteEvent):
    stream_id: Optional[str] = ...

class ResponseOutputItemWsAdded(ResponseOutputItemAddedEvent):
    stream_id: Optional[str] = ...

class ResponseOutputItemWsDone(ResponseOutputItemDoneEvent):
    stream_id: Optional[str] = ...

class ResponseReasoningSummaryPartWsAdded(ResponseReasoningSummaryPartAddedEvent):
    stream_id: Optional[str] = ...

class ResponseReasoningSummaryPartWsDone(ResponseReasoningSummaryPartDoneEvent):
    stream_id: Optional[str] = ...

class ResponseReasoningSummaryTextWsDelta(ResponseReasoningSummaryTextDeltaEvent):
    stream_id: Optional[str] = ...

class ResponseReasoningSummaryTextWsDone(ResponseReasoningSummaryTextDoneEvent):
    stream_id: Optional[str] = ...

class ResponseReasoningTextWsDelta(ResponseReasoningTextDeltaEvent):
    stream_id: Optional[str] = ...

class ResponseReasoningTextWsDone(ResponseReasoningTextDoneEvent):
    stream_id: Optional[str] = ...

class ResponseRefusalWsDelta(ResponseRefusalDeltaEvent):
    stream_id: Optional[str] = ...

class ResponseRefusalWsDone(ResponseRefusalDoneEvent):
    stream_id: Optional[str] = ...

class ResponseTextWsDelta(ResponseTextDeltaEvent):
    stream_id: Optional[str] = ...

class ResponseTextWsDone(ResponseTextDoneEvent):
    stream_id: Optional[str] = ...

class ResponseWebSearchCallWsCompleted(ResponseWebSearchCallCompletedEvent):
    stream_id: Optional[str] = ...

class ResponseWebSearchCallInWsProgress(ResponseWebSearchCallInProgressEvent):
    stream_id: Optional[str] = ...

class ResponseWebSearchCallWsSearching(ResponseWebSearchCallSearchingEvent):
    stream_id: Optional[str] = ...

class ResponseImageGenCallWsCompleted(ResponseImageGenCallCompletedEvent):
    stream_id: Optional[str] = ...

class ResponseImageGenCallWsGenerating(ResponseImageGenCallGeneratingEvent):
    stream_id: Optional[str] = ...

class ResponseImageGenCallInWsProgress(ResponseImageGenCallInProgressEvent):
    stream_id: Optional[str] = ...

class ResponseImageGenCallPartialWsImage(ResponseImageGenCallPartialImageEvent):
    stream_id: Optional[str] = ...

class ResponseMcpCallArgumentsWsDelta(ResponseMcpCallArgumentsDeltaEvent):
    stream_id: Optional[str] = ...

class ResponseMcpCallArgumentsWsDone(ResponseMcpCallArgumentsDoneEvent):
    stream_id: Optional[str] = ...

class ResponseMcpCallWsCompleted(ResponseMcpCallCompletedEvent):
    stream_id: Optional[str] = ...

class ResponseMcpCallWsFailed(ResponseMcpCallFailedEvent):
    stream_id: Optional[str] = ...

class ResponseMcpCallInWsProgress(ResponseMcpCallInProgressEvent):
    stream_id: Optional[str] = ...

class ResponseMcpListToolsWsCompleted(ResponseMcpListToolsCompletedEvent):
    stream_id: Optional[str] = ...

class ResponseMcpListToolsWsFailed(ResponseMcpListToolsFailedEvent):
    stream_id: Optional[str] = ...

class ResponseMcpListToolsInWsProgress(ResponseMcpListToolsInProgressEvent):
    stream_id: Optional[str] = ...

class ResponseOutputTextAnnotationWsAdded(ResponseOutputTextAnnotationAddedEvent):
    stream_id: Optional[str] = ...

class ResponseWsQueued(ResponseQueuedEvent):
    stream_id: Optional[str] = ...

class ResponseCustomToolCallInputWsDelta(ResponseCustomToolCallInputDeltaEvent):
    stream_id: Optional[str] = ...

class ResponseCustomToolCallInputWsDone(ResponseCustomToolCallInputDoneEvent):
    stream_id: Optional[str] = ...

class ResponseWsErrorErrorMisalignmentSteer(BaseModel):
    message: str

class ResponseWsErrorErrorMisalignment(BaseModel):
    detailed_explanation: Optional[str] = ...
    error_type: Union[
        str,
        Literal[
            "potentially_unintended_data_transfer",
            "potentially_unintended_data_access",
            "potentially_unintended_destructive_activity",
            "other",
        ],
        None,
    ] = ...
    review_target: Optional[str] = ...
    steer: Optional[ResponseWsErrorErrorMisalignmentSteer] = ...

class ResponseWsErrorError(BaseModel):
    code: Optional[str] = ...
    message: str
    param: Optional[str] = ...
    type: str
    headers: Optional[Dict[str, str]] = ...
    misalignment: Optional[ResponseWsErrorErrorMisalignment] = ...

class ResponseWsError(BaseModel):
    error: ResponseWsErrorError
    type: Literal["error"]
    sequence_number: Optional[int] = ...
    status: Optional[int] = ...
    stream_id: Optional[str] = ...

ResponsesServerEvent: TypeAlias = Annotated[
    Union[
        ResponseAudioWsDelta,
        ResponseAudioWsDone,
        ResponseAudioTranscriptWsDelta,
        ResponseAudioTranscriptWsDone,
        ResponseCodeInterpreterCallCodeWsDelta,
        ResponseCodeInterpreterCallCodeWsDone,
        ResponseCodeInterpreterCallWsCompleted,
        ResponseCodeInterpreterCallInWsProgress,
        ResponseCodeInterpreterCallWsInterpreting,
        ResponseCompactionWsCompacting,
        ResponseWsCompleted,
        ResponseContentPartWsAdded,
        ResponseContentPartWsDone,
        ResponseWsCreated,
        ResponseFileSearchCallWsCompleted,
        ResponseFileSearchCallInWsProgress,
        ResponseFileSearchCallWsSearching,
        ResponseFunctionCallArgumentsWsDelta,
        ResponseFunctionCallArgumentsWsDone,
        ResponseShellCallCommandWsAdded,
        ResponseShellCallCommandWsDelta,
        ResponseShellCallCommandWsDone,
        ResponseShellCallOutputContentWsDelta,
        ResponseShellCallOutputContentWsDone,
        ResponseInWsProgress,
        ResponseWsFailed,
        ResponseWsIncomplete,
        ResponseOutputItemWsAdded,
        ResponseOutputItemWsDone,
        ResponseReasoningSummaryPartWsAdded,
        ResponseReasoningSummaryPartWsDone,
        ResponseReasoningSummaryTextWsDelta,
        ResponseReasoningSummaryTextWsDone,
        ResponseReasoningTextWsDelta,
        ResponseReasoningTextWsDone,
        ResponseRefusalWsDelta,
        ResponseRefusalWsDone,
        ResponseTextWsDelta,
        ResponseTextWsDone,
        ResponseWebSearchCallWsCompleted,
        ResponseWebSearchCallInWsProgress,
        ResponseWebSearchCallWsSearching,
        ResponseImageGenCallWsCompleted,
        ResponseImageGenCallWsGenerating,
        ResponseImageGenCallInWsProgress,
        ResponseImageGenCallPartialWsImage,
        ResponseMcpCallArgumentsWsDelta,
        ResponseMcpCallArgumentsWsDone,
        ResponseMcpCallWsCompleted,
        ResponseMcpCallWsFailed,
        ResponseMcpCallInWsProgress,
        ResponseMcpListToolsWsCompleted,
        ResponseMcpListToolsWsFailed,
        ResponseMcpListToolsInWsProgress,
        ResponseOutputTextAnnotationWsAdded,
        ResponseWsQueued,
        ResponseCustomToolCallInputWsDelta,
        ResponseCustomToolCallInputWsDone,
        ResponseWsError,
        ResponseSteerAcceptedEvent,
        ResponseSteerPendingEvent,
        ResponseSteerFailedEvent,
    ],
    PropertyInfo(discriminator="type"),
]
