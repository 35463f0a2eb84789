# SPDX-License-Identifier: MIT
"""Models of response events. __init__.py explains the notation; written by tools/models.py."""

RESPONSES = {
    "ResponseAudioDeltaEvent": 'delta, sequence_number, type = "response.audio.delta"',
    "ResponseAudioDoneEvent": 'sequence_number, type = "response.audio.done"',
    "ResponseAudioTranscriptDeltaEvent": 'delta, sequence_number, type = "response.audio.transcript.delta"',
    "ResponseAudioTranscriptDoneEvent": 'sequence_number, type = "response.audio.transcript.done"',
    "ResponseCodeInterpreterCallCodeDeltaEvent": """delta, item_id, output_index, sequence_number,
        type = "response.code_interpreter_call_code.delta"
    """,
    "ResponseCodeInterpreterCallCodeDoneEvent": """code, item_id, output_index, sequence_number,
        type = "response.code_interpreter_call_code.done"
    """,
    "ResponseCodeInterpreterCallCompletedEvent": """item_id, output_index, sequence_number,
        type = "response.code_interpreter_call.completed"
    """,
    "ResponseCodeInterpreterCallInProgressEvent": """item_id, output_index, sequence_number,
        type = "response.code_interpreter_call.in_progress"
    """,
    "ResponseCodeInterpreterCallInterpretingEvent": """item_id, output_index, sequence_number,
        type = "response.code_interpreter_call.interpreting"
    """,
    "ResponseCompactionCompactingEvent": """item_id, output_index, sequence_number,
        type = "response.compaction.compacting"
    """,
    "ResponseCompletedEvent": 'response: Response, sequence_number, type = "response.completed"',
    "ResponseContentPartAddedEvent": """content_index, item_id, output_index, part: Part, sequence_number,
        type = "response.content_part.added"
    Part = ResponseOutputText | ResponseOutputRefusal | +ReasoningText
      +ReasoningText: text, type = "reasoning_text"
    """,
    "ResponseContentPartDoneEvent": 'like ResponseContentPartAddedEvent, type = "response.content_part.done"',
    "ResponseCreatedEvent": 'response: Response, sequence_number, type = "response.created"',
    "ResponseCustomToolCallInputDeltaEvent": """delta, item_id, output_index, sequence_number,
        type = "response.custom_tool_call_input.delta"
    """,
    "ResponseCustomToolCallInputDoneEvent": """input, item_id, output_index, sequence_number,
        type = "response.custom_tool_call_input.done"
    """,
    "ResponseErrorEvent": 'code, message, param, sequence_number, type = "error"',
    "ResponseFailedEvent": 'response: Response, sequence_number, type = "response.failed"',
    "ResponseFileSearchCallCompletedEvent": """item_id, output_index, sequence_number,
        type = "response.file_search_call.completed"
    """,
    "ResponseFileSearchCallInProgressEvent": """item_id, output_index, sequence_number,
        type = "response.file_search_call.in_progress"
    """,
    "ResponseFileSearchCallSearchingEvent": """item_id, output_index, sequence_number,
        type = "response.file_search_call.searching"
    """,
    "ResponseFunctionCallArgumentsDeltaEvent": """delta, item_id, output_index, sequence_number,
        type = "response.function_call_arguments.delta"
    """,
    "ResponseFunctionCallArgumentsDoneEvent": """arguments, item_id, output_index, sequence_number,
        type = "response.function_call_arguments.done"
    """,
    "ResponseImageGenCallCompletedEvent": """item_id, output_index, sequence_number,
        type = "response.image_generation_call.completed"
    """,
    "ResponseImageGenCallGeneratingEvent": """item_id, output_index, sequence_number,
        type = "response.image_generation_call.generating"
    """,
    "ResponseImageGenCallInProgressEvent": """item_id, output_index, sequence_number,
        type = "response.image_generation_call.in_progress"
    """,
    "ResponseImageGenCallPartialImageEvent": """item_id, output_index, partial_image_b64, partial_image_index,
        sequence_number, type = "response.image_generation_call.partial_image", background, output_format, quality, size
    """,
    "ResponseInProgressEvent": 'response: Response, sequence_number, type = "response.in_progress"',
    "ResponseIncompleteEvent": 'response: Response, sequence_number, type = "response.incomplete"',
    "ResponseMcpCallArgumentsDeltaEvent": """delta, item_id, output_index, sequence_number,
        type = "response.mcp_call_arguments.delta"
    """,
    "ResponseMcpCallArgumentsDoneEvent": """arguments, item_id, output_index, sequence_number,
        type = "response.mcp_call_arguments.done"
    """,
    "ResponseMcpCallCompletedEvent": 'item_id, output_index, sequence_number, type = "response.mcp_call.completed"',
    "ResponseMcpCallFailedEvent": 'item_id, output_index, sequence_number, type = "response.mcp_call.failed"',
    "ResponseMcpCallInProgressEvent": 'item_id, output_index, sequence_number, type = "response.mcp_call.in_progress"',
    "ResponseMcpListToolsCompletedEvent": """item_id, output_index, sequence_number,
        type = "response.mcp_list_tools.completed"
    """,
    "ResponseMcpListToolsFailedEvent": """item_id, output_index, sequence_number,
        type = "response.mcp_list_tools.failed"
    """,
    "ResponseMcpListToolsInProgressEvent": """item_id, output_index, sequence_number,
        type = "response.mcp_list_tools.in_progress"
    """,
    "ResponseOutputItemAddedEvent": """item: ResponseOutputItem, output_index, sequence_number,
        type = "response.output_item.added"
    """,
    "ResponseOutputItemDoneEvent": """item: ResponseOutputItem, output_index, sequence_number,
        type = "response.output_item.done"
    """,
    "ResponseOutputTextAnnotationAddedEvent": """annotation: Annotation, annotation_index, content_index, item_id,
        output_index, sequence_number, type = "response.output_text.annotation.added"
    Annotation: like responses.ResponseOutputText.Annotation
    """,
    "ResponseQueuedEvent": 'response: Response, sequence_number, type = "response.queued"',
    "ResponseReasoningSummaryPartAddedEvent": """item_id, output_index, part: Part, sequence_number, summary_index,
        type = "response.reasoning_summary_part.added"
    Part: text, type = "summary_text"
    """,
    "ResponseReasoningSummaryPartDoneEvent": """item_id, output_index, part: Part, sequence_number, summary_index,
        type = "response.reasoning_summary_part.done", status
    Part: text, type = "summary_text"
    """,
    "ResponseReasoningSummaryTextDeltaEvent": """delta, item_id, output_index, sequence_number, summary_index,
        type = "response.reasoning_summary_text.delta"
    """,
    "ResponseReasoningSummaryTextDoneEvent": """item_id, output_index, sequence_number, summary_index, text,
        type = "response.reasoning_summary_text.done"
    """,
    "ResponseReasoningTextDeltaEvent": """content_index, delta, item_id, output_index, sequence_number,
        type = "response.reasoning_text.delta"
    """,
    "ResponseReasoningTextDoneEvent": """content_index, item_id, output_index, sequence_number, text,
        type = "response.reasoning_text.done"
    """,
    "ResponseRefusalDeltaEvent": """content_index, delta, item_id, output_index, sequence_number,
        type = "response.refusal.delta"
    """,
    "ResponseRefusalDoneEvent": """content_index, item_id, output_index, refusal, sequence_number,
        type = "response.refusal.done"
    """,
    "ResponseShellCallCommandAddedEvent": """command, command_index, output_index, sequence_number,
        type = "response.shell_call_command.added"
    """,
    "ResponseShellCallCommandDeltaEvent": """command_index, delta, output_index, sequence_number,
        type = "response.shell_call_command.delta", obfuscation
    """,
    "ResponseShellCallCommandDoneEvent": """command, command_index, output_index, sequence_number,
        type = "response.shell_call_command.done"
    """,
    "ResponseShellCallOutputContentDeltaEvent": """command_index, delta: Delta, item_id, output_index, sequence_number,
        type = "response.shell_call_output_content.delta"
    Delta: stderr, stdout
    """,
    "ResponseShellCallOutputContentDoneEvent": """command_index, item_id, output: [Output], output_index,
        sequence_number, type = "response.shell_call_output_content.done"
    Output: like responses.ResponseFunctionShellToolCallOutput.Output
    """,
    "ResponseStreamEvent": """= ResponseAudioDeltaEvent | ResponseAudioDoneEvent | ResponseAudioTranscriptDeltaEvent |
        ResponseAudioTranscriptDoneEvent | ResponseCodeInterpreterCallCodeDeltaEvent |
        ResponseCodeInterpreterCallCodeDoneEvent | ResponseCodeInterpreterCallCompletedEvent |
        ResponseCodeInterpreterCallInProgressEvent | ResponseCodeInterpreterCallInterpretingEvent |
        ResponseCompactionCompactingEvent | ResponseCompletedEvent | ResponseContentPartAddedEvent |
        ResponseContentPartDoneEvent | ResponseCreatedEvent | ResponseErrorEvent |
        ResponseFileSearchCallCompletedEvent | ResponseFileSearchCallInProgressEvent |
        ResponseFileSearchCallSearchingEvent | ResponseFunctionCallArgumentsDeltaEvent |
        ResponseFunctionCallArgumentsDoneEvent | ResponseShellCallCommandAddedEvent |
        ResponseShellCallCommandDeltaEvent | ResponseShellCallCommandDoneEvent |
        ResponseShellCallOutputContentDeltaEvent | ResponseShellCallOutputContentDoneEvent | ResponseInProgressEvent |
        ResponseFailedEvent | ResponseIncompleteEvent | ResponseOutputItemAddedEvent | ResponseOutputItemDoneEvent |
        ResponseReasoningSummaryPartAddedEvent | ResponseReasoningSummaryPartDoneEvent |
        ResponseReasoningSummaryTextDeltaEvent | ResponseReasoningSummaryTextDoneEvent |
        ResponseReasoningTextDeltaEvent | ResponseReasoningTextDoneEvent | ResponseRefusalDeltaEvent |
        ResponseRefusalDoneEvent | ResponseTextDeltaEvent | ResponseTextDoneEvent |
        ResponseWebSearchCallCompletedEvent | ResponseWebSearchCallInProgressEvent |
        ResponseWebSearchCallSearchingEvent | ResponseImageGenCallCompletedEvent | ResponseImageGenCallGeneratingEvent |
        ResponseImageGenCallInProgressEvent | ResponseImageGenCallPartialImageEvent |
        ResponseMcpCallArgumentsDeltaEvent | ResponseMcpCallArgumentsDoneEvent | ResponseMcpCallCompletedEvent |
        ResponseMcpCallFailedEvent | ResponseMcpCallInProgressEvent | ResponseMcpListToolsCompletedEvent |
        ResponseMcpListToolsFailedEvent | ResponseMcpListToolsInProgressEvent | ResponseOutputTextAnnotationAddedEvent |
        ResponseQueuedEvent | ResponseCustomToolCallInputDeltaEvent | ResponseCustomToolCallInputDoneEvent
    """,
    "ResponseTextDeltaEvent": """content_index, delta, item_id, logprobs: [Logprob], output_index, sequence_number,
        type = "response.output_text.delta"
    Logprob: token, logprob: float, top_logprobs: [+TopLogprob]
      +TopLogprob: token, logprob: float
    """,
    "ResponseTextDoneEvent": """content_index, item_id, logprobs: [Logprob], output_index, sequence_number, text,
        type = "response.output_text.done"
    Logprob: like ResponseTextDeltaEvent.Logprob
    """,
    "ResponseWebSearchCallCompletedEvent": """item_id, output_index, sequence_number,
        type = "response.web_search_call.completed"
    """,
    "ResponseWebSearchCallInProgressEvent": """item_id, output_index, sequence_number,
        type = "response.web_search_call.in_progress"
    """,
    "ResponseWebSearchCallSearchingEvent": """item_id, output_index, sequence_number,
        type = "response.web_search_call.searching"
    """,
}

MODELS = {"responses": RESPONSES}
