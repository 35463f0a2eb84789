# SPDX-License-Identifier: MIT
"""Models of server events. __init__.py explains the notation; written by tools/models.py."""

BETA = {
    "BetaResponseConversationParam": "id",
    "BetaResponseInjectCreatedEvent": 'response_id, sequence_number, type = "response.inject.created", stream_id',
    "BetaResponseInjectEvent": 'input: [BetaResponseInput], response_id, type = "response.inject"',
    "BetaResponseInjectFailedEvent": """error: Error, input: [BetaResponseInput], response_id, sequence_number,
        type = "response.inject.failed", stream_id
    Error: code, message
    """,
    "BetaResponseSteerAcceptedEvent": """sequence_number, steer: Steer, type = "response.steer.accepted", stream_id
    Steer: id, previous_response_id
    """,
    "BetaResponseSteerEvent": 'input: [BetaResponseSteerInput], previous_response_id, type = "response.steer"',
    "BetaResponseSteerFailedEvent": """error: Error, sequence_number, steer: Steer, type = "response.steer.failed",
        stream_id
    Error: code, message, type = "invalid_request_error"
    Steer: input: [BetaResponseSteerInput], previous_response_id, id
    """,
    "BetaResponseSteerInput": """= ResponseSteerInputItemList
    ResponseSteerInputItemList = +Message | +FunctionCallOutput
      +Message: content: [BetaResponseSteerInputContent], role = "user", type = "message", id, agent: +Agent, status
        +Agent: agent_name
      +FunctionCallOutput: like responses.ResponseInputItem.FunctionCallOutput, output: [BetaResponseSteerInputContent],
          agent: +Agent, call_id, caller, name, namespace, status
        +Agent: agent_name
    """,
    "BetaResponseSteerPendingEvent": """reason, required_input: [BetaResponseSteerRequiredInput], sequence_number,
        steer: Steer, type = "response.steer.pending", stream_id
    Steer: id, previous_response_id
    """,
    "BetaResponseSteerRequiredInput": """= FunctionCallOutput | CustomToolCallOutput | ComputerCallOutput |
        ShellCallOutput | ApplyPatchCallOutput | ToolSearchOutput | McpApprovalResponse
    FunctionCallOutput: call_id, name, type = "function_call_output"
    CustomToolCallOutput: call_id, type = "custom_tool_call_output"
    ComputerCallOutput: call_id, type = "computer_call_output"
    ShellCallOutput: call_id, type = "shell_call_output"
    ApplyPatchCallOutput: call_id, type = "apply_patch_call_output"
    ToolSearchOutput: call_id, execution, type = "tool_search_output"
    McpApprovalResponse: approval_request_id, type = "mcp_approval_response"
    """,
    "BetaResponsesClientEvent": """= ResponseCreate | BetaResponseSteerEvent | BetaResponseInjectEvent
    ResponseCreate: type = "response.create", access_programs: +AccessPrograms, background,
        background_options: +BackgroundOptions, context_management: [+ContextManagement],
        conversation: BetaResponseConversationParam, generate, image: +Image, include, input: [BetaResponseInput],
        instructions, max_output_tokens, max_tool_calls, metadata, model, moderation: +Moderation,
        multi_agent: +MultiAgent, parallel_tool_calls, previous_response_id, prompt: BetaResponsePrompt,
        prompt_cache_key, prompt_cache_options: +PromptCacheOptions, prompt_cache_retention, reasoning: +Reasoning,
        safety_identifier, service_tier, store, stream, stream_id, stream_options: +StreamOptions, temperature: float,
        text: BetaResponseTextConfig, tool_choice: +ToolChoice, tools: [BetaTool], top_logprobs, top_p: float,
        truncation, user
      +AccessPrograms: cyber
      +BackgroundOptions: completion_window, continuation_id
      +ContextManagement: type, compact_threshold
      +Conversation = BetaResponseConversationParam
      +Image: context_compression
      +Moderation: model, policy: +Policy
        +Policy: input: +Input, output: +Output
          +Input: mode
          +Output: mode
      +MultiAgent: enabled, max_concurrent_subagents
      +PromptCacheOptions: comparison_response_id, mode, prewarm, ttl
      +Reasoning: context, effort, generate_summary, mode, summary
      +StreamOptions: include_obfuscation
      +ToolChoice: like beta.BetaResponse.ToolChoice
    """,
    "BetaResponsesServerEvent": """= BetaResponseAudioWsDelta | BetaResponseAudioWsDone |
        BetaResponseAudioTranscriptWsDelta | BetaResponseAudioTranscriptWsDone |
        BetaResponseCodeInterpreterCallCodeWsDelta | BetaResponseCodeInterpreterCallCodeWsDone |
        BetaResponseCodeInterpreterCallWsCompleted | BetaResponseCodeInterpreterCallInWsProgress |
        BetaResponseCodeInterpreterCallWsInterpreting | BetaResponseCompactionWsCompacting | BetaResponseWsCompleted |
        BetaResponseContentPartWsAdded | BetaResponseContentPartWsDone | BetaResponseWsCreated |
        BetaResponseFileSearchCallWsCompleted | BetaResponseFileSearchCallInWsProgress |
        BetaResponseFileSearchCallWsSearching | BetaResponseFunctionCallArgumentsWsDelta |
        BetaResponseFunctionCallArgumentsWsDone | BetaResponseShellCallCommandWsAdded |
        BetaResponseShellCallCommandWsDelta | BetaResponseShellCallCommandWsDone |
        BetaResponseShellCallOutputContentWsDelta | BetaResponseShellCallOutputContentWsDone |
        BetaResponseInWsProgress | BetaResponseWsFailed | BetaResponseWsIncomplete | BetaResponseOutputItemWsAdded |
        BetaResponseOutputItemWsDone | BetaResponseReasoningSummaryPartWsAdded |
        BetaResponseReasoningSummaryPartWsDone | BetaResponseReasoningSummaryTextWsDelta |
        BetaResponseReasoningSummaryTextWsDone | BetaResponseReasoningTextWsDelta | BetaResponseReasoningTextWsDone |
        BetaResponseRefusalWsDelta | BetaResponseRefusalWsDone | BetaResponseTextWsDelta | BetaResponseTextWsDone |
        BetaResponseWebSearchCallWsCompleted | BetaResponseWebSearchCallInWsProgress |
        BetaResponseWebSearchCallWsSearching | BetaResponseImageGenCallWsCompleted |
        BetaResponseImageGenCallWsGenerating | BetaResponseImageGenCallInWsProgress |
        BetaResponseImageGenCallPartialWsImage | BetaResponseMcpCallArgumentsWsDelta |
        BetaResponseMcpCallArgumentsWsDone | BetaResponseMcpCallWsCompleted | BetaResponseMcpCallWsFailed |
        BetaResponseMcpCallInWsProgress | BetaResponseMcpListToolsWsCompleted | BetaResponseMcpListToolsWsFailed |
        BetaResponseMcpListToolsInWsProgress | BetaResponseOutputTextAnnotationWsAdded | BetaResponseWsQueued |
        BetaResponseCustomToolCallInputWsDelta | BetaResponseCustomToolCallInputWsDone | BetaResponseWsError |
        BetaResponseSteerAcceptedEvent | BetaResponseSteerPendingEvent | BetaResponseSteerFailedEvent |
        BetaResponseInjectCreatedEvent | BetaResponseInjectFailedEvent
    BetaResponseAudioWsDelta: (BetaResponseAudioDeltaEvent), stream_id
    BetaResponseAudioWsDone: (BetaResponseAudioDoneEvent), stream_id
    BetaResponseAudioTranscriptWsDelta: (BetaResponseAudioTranscriptDeltaEvent), stream_id
    BetaResponseAudioTranscriptWsDone: (BetaResponseAudioTranscriptDoneEvent), stream_id
    BetaResponseCodeInterpreterCallCodeWsDelta: (BetaResponseCodeInterpreterCallCodeDeltaEvent), stream_id
    BetaResponseCodeInterpreterCallCodeWsDone: (BetaResponseCodeInterpreterCallCodeDoneEvent), stream_id
    BetaResponseCodeInterpreterCallWsCompleted: (BetaResponseCodeInterpreterCallCompletedEvent), stream_id
    BetaResponseCodeInterpreterCallInWsProgress: (BetaResponseCodeInterpreterCallInProgressEvent), stream_id
    BetaResponseCodeInterpreterCallWsInterpreting: (BetaResponseCodeInterpreterCallInterpretingEvent), stream_id
    BetaResponseCompactionWsCompacting: (BetaResponseCompactionCompactingEvent), stream_id
    BetaResponseWsCompleted: (BetaResponseCompletedEvent), stream_id
    BetaResponseContentPartWsAdded: (BetaResponseContentPartAddedEvent), stream_id
    BetaResponseContentPartWsDone: (BetaResponseContentPartDoneEvent), stream_id
    BetaResponseWsCreated: (BetaResponseCreatedEvent), stream_id
    BetaResponseFileSearchCallWsCompleted: (BetaResponseFileSearchCallCompletedEvent), stream_id
    BetaResponseFileSearchCallInWsProgress: (BetaResponseFileSearchCallInProgressEvent), stream_id
    BetaResponseFileSearchCallWsSearching: (BetaResponseFileSearchCallSearchingEvent), stream_id
    BetaResponseFunctionCallArgumentsWsDelta: (BetaResponseFunctionCallArgumentsDeltaEvent), stream_id
    BetaResponseFunctionCallArgumentsWsDone: (BetaResponseFunctionCallArgumentsDoneEvent), stream_id
    BetaResponseShellCallCommandWsAdded: (BetaResponseShellCallCommandAddedEvent), stream_id
    BetaResponseShellCallCommandWsDelta: (BetaResponseShellCallCommandDeltaEvent), stream_id
    BetaResponseShellCallCommandWsDone: (BetaResponseShellCallCommandDoneEvent), stream_id
    BetaResponseShellCallOutputContentWsDelta: (BetaResponseShellCallOutputContentDeltaEvent), stream_id
    BetaResponseShellCallOutputContentWsDone: (BetaResponseShellCallOutputContentDoneEvent), stream_id
    BetaResponseInWsProgress: (BetaResponseInProgressEvent), stream_id
    BetaResponseWsFailed: (BetaResponseFailedEvent), stream_id
    BetaResponseWsIncomplete: (BetaResponseIncompleteEvent), stream_id
    BetaResponseOutputItemWsAdded: (BetaResponseOutputItemAddedEvent), stream_id
    BetaResponseOutputItemWsDone: (BetaResponseOutputItemDoneEvent), stream_id
    BetaResponseReasoningSummaryPartWsAdded: (BetaResponseReasoningSummaryPartAddedEvent), stream_id
    BetaResponseReasoningSummaryPartWsDone: (BetaResponseReasoningSummaryPartDoneEvent), stream_id
    BetaResponseReasoningSummaryTextWsDelta: (BetaResponseReasoningSummaryTextDeltaEvent), stream_id
    BetaResponseReasoningSummaryTextWsDone: (BetaResponseReasoningSummaryTextDoneEvent), stream_id
    BetaResponseReasoningTextWsDelta: (BetaResponseReasoningTextDeltaEvent), stream_id
    BetaResponseReasoningTextWsDone: (BetaResponseReasoningTextDoneEvent), stream_id
    BetaResponseRefusalWsDelta: (BetaResponseRefusalDeltaEvent), stream_id
    BetaResponseRefusalWsDone: (BetaResponseRefusalDoneEvent), stream_id
    BetaResponseTextWsDelta: (BetaResponseTextDeltaEvent), stream_id
    BetaResponseTextWsDone: (BetaResponseTextDoneEvent), stream_id
    BetaResponseWebSearchCallWsCompleted: (BetaResponseWebSearchCallCompletedEvent), stream_id
    BetaResponseWebSearchCallInWsProgress: (BetaResponseWebSearchCallInProgressEvent), stream_id
    BetaResponseWebSearchCallWsSearching: (BetaResponseWebSearchCallSearchingEvent), stream_id
    BetaResponseImageGenCallWsCompleted: (BetaResponseImageGenCallCompletedEvent), stream_id
    BetaResponseImageGenCallWsGenerating: (BetaResponseImageGenCallGeneratingEvent), stream_id
    BetaResponseImageGenCallInWsProgress: (BetaResponseImageGenCallInProgressEvent), stream_id
    BetaResponseImageGenCallPartialWsImage: (BetaResponseImageGenCallPartialImageEvent), stream_id
    BetaResponseMcpCallArgumentsWsDelta: (BetaResponseMcpCallArgumentsDeltaEvent), stream_id
    BetaResponseMcpCallArgumentsWsDone: (BetaResponseMcpCallArgumentsDoneEvent), stream_id
    BetaResponseMcpCallWsCompleted: (BetaResponseMcpCallCompletedEvent), stream_id
    BetaResponseMcpCallWsFailed: (BetaResponseMcpCallFailedEvent), stream_id
    BetaResponseMcpCallInWsProgress: (BetaResponseMcpCallInProgressEvent), stream_id
    BetaResponseMcpListToolsWsCompleted: (BetaResponseMcpListToolsCompletedEvent), stream_id
    BetaResponseMcpListToolsWsFailed: (BetaResponseMcpListToolsFailedEvent), stream_id
    BetaResponseMcpListToolsInWsProgress: (BetaResponseMcpListToolsInProgressEvent), stream_id
    BetaResponseOutputTextAnnotationWsAdded: (BetaResponseOutputTextAnnotationAddedEvent), stream_id
    BetaResponseWsQueued: (BetaResponseQueuedEvent), stream_id
    BetaResponseCustomToolCallInputWsDelta: (BetaResponseCustomToolCallInputDeltaEvent), stream_id
    BetaResponseCustomToolCallInputWsDone: (BetaResponseCustomToolCallInputDoneEvent), stream_id
    BetaResponseWsError: error: +Error, type = "error", agent: +Agent, sequence_number, status, stream_id
      +Error: code, message, param, type, headers, misalignment: +Misalignment
        +Misalignment: like shared.ErrorObject.Misalignment
      +Agent: agent_name
    """,
}

BETA_RESPONSES = {
    "BetaResponseItemList": 'data: [BetaResponseItem], first_id, has_more, last_id, object = "list"',
}

RESPONSES = {
    "ResponseConversationParam": "id",
    "ResponseItemList": "like BetaResponseItemList, data: [ResponseItem]",
    "ResponseSteerAcceptedEvent": "like BetaResponseSteerAcceptedEvent",
    "ResponseSteerEvent": "like BetaResponseSteerEvent, input: [ResponseSteerInput]",
    "ResponseSteerFailedEvent": """like BetaResponseSteerFailedEvent
    Steer: input: [ResponseSteerInput], previous_response_id, id
    """,
    "ResponseSteerInput": """= +ItemList
    ResponseSteerInputItemList = +Message | +FunctionCallOutput
      +Message: content: [ResponseSteerInputContent], role = "user", type = "message", id, status
      +FunctionCallOutput: like responses.ResponseInputItem.FunctionCallOutput
    """,
    "ResponseSteerPendingEvent": "like BetaResponseSteerPendingEvent, required_input: [ResponseSteerRequiredInput]",
    "ResponseSteerRequiredInput": "like BetaResponseSteerRequiredInput",
    "ResponsesClientEvent": """= ResponseCreate | ResponseSteerEvent
    ResponseCreate: type = "response.create", access_programs: +AccessPrograms, background,
        background_options: +BackgroundOptions, context_management: [+ContextManagement],
        conversation: ResponseConversationParam, generate, image: +Image, include, input: [ResponseInput], instructions,
        max_output_tokens, max_tool_calls, metadata, model, moderation: +Moderation, parallel_tool_calls,
        previous_response_id, prompt: ResponsePrompt, prompt_cache_key, prompt_cache_options: +PromptCacheOptions,
        prompt_cache_retention, reasoning: shared.Reasoning, safety_identifier, service_tier, store, stream, stream_id,
        stream_options: +StreamOptions, temperature: float, text: ResponseTextConfig, tool_choice: +ToolChoice,
        tools: [Tool], top_logprobs, top_p: float, truncation, user
      +AccessPrograms: cyber
      +BackgroundOptions: completion_window, continuation_id
      +ContextManagement: type, compact_threshold
      +Conversation: like Conversation
      +Image: context_compression
      +Moderation: like server_events.BetaResponsesClientEvent.ResponseCreateModeration
      +PromptCacheOptions: comparison_response_id, mode, prewarm, ttl
      +StreamOptions: include_obfuscation
      +ToolChoice: like responses.Response.ToolChoice
    ContextManagement = ResponseCreateContextManagement
    Conversation = ResponseConversationParam
    Moderation = ResponseCreateModeration
      +Policy = ResponseCreateModerationPolicy
        +Input = ResponseCreateModerationPolicyInput
        +Output = ResponseCreateModerationPolicyOutput
    PromptCacheOptions = ResponseCreatePromptCacheOptions
    StreamOptions = ResponseCreateStreamOptions
    ToolChoice = ResponseCreateToolChoice
      +SpecificProgrammaticToolCallingParam = ResponseCreateToolChoiceSpecificProgrammaticToolCallingParam
    """,
    "ResponsesServerEvent": """= ResponseAudioWsDelta | ResponseAudioWsDone | ResponseAudioTranscriptWsDelta |
        ResponseAudioTranscriptWsDone | ResponseCodeInterpreterCallCodeWsDelta | ResponseCodeInterpreterCallCodeWsDone |
        ResponseCodeInterpreterCallWsCompleted | ResponseCodeInterpreterCallInWsProgress |
        ResponseCodeInterpreterCallWsInterpreting | ResponseCompactionWsCompacting | ResponseWsCompleted |
        ResponseContentPartWsAdded | ResponseContentPartWsDone | ResponseWsCreated | ResponseFileSearchCallWsCompleted |
        ResponseFileSearchCallInWsProgress | ResponseFileSearchCallWsSearching | ResponseFunctionCallArgumentsWsDelta |
        ResponseFunctionCallArgumentsWsDone | ResponseShellCallCommandWsAdded | ResponseShellCallCommandWsDelta |
        ResponseShellCallCommandWsDone | ResponseShellCallOutputContentWsDelta | ResponseShellCallOutputContentWsDone |
        ResponseInWsProgress | ResponseWsFailed | ResponseWsIncomplete | ResponseOutputItemWsAdded |
        ResponseOutputItemWsDone | ResponseReasoningSummaryPartWsAdded | ResponseReasoningSummaryPartWsDone |
        ResponseReasoningSummaryTextWsDelta | ResponseReasoningSummaryTextWsDone | ResponseReasoningTextWsDelta |
        ResponseReasoningTextWsDone | ResponseRefusalWsDelta | ResponseRefusalWsDone | ResponseTextWsDelta |
        ResponseTextWsDone | ResponseWebSearchCallWsCompleted | ResponseWebSearchCallInWsProgress |
        ResponseWebSearchCallWsSearching | ResponseImageGenCallWsCompleted | ResponseImageGenCallWsGenerating |
        ResponseImageGenCallInWsProgress | ResponseImageGenCallPartialWsImage | ResponseMcpCallArgumentsWsDelta |
        ResponseMcpCallArgumentsWsDone | ResponseMcpCallWsCompleted | ResponseMcpCallWsFailed |
        ResponseMcpCallInWsProgress | ResponseMcpListToolsWsCompleted | ResponseMcpListToolsWsFailed |
        ResponseMcpListToolsInWsProgress | ResponseOutputTextAnnotationWsAdded | ResponseWsQueued |
        ResponseCustomToolCallInputWsDelta | ResponseCustomToolCallInputWsDone | ResponseWsError |
        ResponseSteerAcceptedEvent | ResponseSteerPendingEvent | ResponseSteerFailedEvent
    ResponseAudioWsDelta: (ResponseAudioDeltaEvent), stream_id
    ResponseAudioWsDone: (ResponseAudioDoneEvent), stream_id
    ResponseAudioTranscriptWsDelta: (ResponseAudioTranscriptDeltaEvent), stream_id
    ResponseAudioTranscriptWsDone: (ResponseAudioTranscriptDoneEvent), stream_id
    ResponseCodeInterpreterCallCodeWsDelta: (ResponseCodeInterpreterCallCodeDeltaEvent), stream_id
    ResponseCodeInterpreterCallCodeWsDone: (ResponseCodeInterpreterCallCodeDoneEvent), stream_id
    ResponseCodeInterpreterCallWsCompleted: (ResponseCodeInterpreterCallCompletedEvent), stream_id
    ResponseCodeInterpreterCallInWsProgress: (ResponseCodeInterpreterCallInProgressEvent), stream_id
    ResponseCodeInterpreterCallWsInterpreting: (ResponseCodeInterpreterCallInterpretingEvent), stream_id
    ResponseCompactionWsCompacting: (ResponseCompactionCompactingEvent), stream_id
    ResponseWsCompleted: (ResponseCompletedEvent), stream_id
    ResponseContentPartWsAdded: (ResponseContentPartAddedEvent), stream_id
    ResponseContentPartWsDone: (ResponseContentPartDoneEvent), stream_id
    ResponseWsCreated: (ResponseCreatedEvent), stream_id
    ResponseFileSearchCallWsCompleted: (ResponseFileSearchCallCompletedEvent), stream_id
    ResponseFileSearchCallInWsProgress: (ResponseFileSearchCallInProgressEvent), stream_id
    ResponseFileSearchCallWsSearching: (ResponseFileSearchCallSearchingEvent), stream_id
    ResponseFunctionCallArgumentsWsDelta: (ResponseFunctionCallArgumentsDeltaEvent), stream_id
    ResponseFunctionCallArgumentsWsDone: (ResponseFunctionCallArgumentsDoneEvent), stream_id
    ResponseShellCallCommandWsAdded: (ResponseShellCallCommandAddedEvent), stream_id
    ResponseShellCallCommandWsDelta: (ResponseShellCallCommandDeltaEvent), stream_id
    ResponseShellCallCommandWsDone: (ResponseShellCallCommandDoneEvent), stream_id
    ResponseShellCallOutputContentWsDelta: (ResponseShellCallOutputContentDeltaEvent), stream_id
    ResponseShellCallOutputContentWsDone: (ResponseShellCallOutputContentDoneEvent), stream_id
    ResponseInWsProgress: (ResponseInProgressEvent), stream_id
    ResponseWsFailed: (ResponseFailedEvent), stream_id
    ResponseWsIncomplete: (ResponseIncompleteEvent), stream_id
    ResponseOutputItemWsAdded: (ResponseOutputItemAddedEvent), stream_id
    ResponseOutputItemWsDone: (ResponseOutputItemDoneEvent), stream_id
    ResponseReasoningSummaryPartWsAdded: (ResponseReasoningSummaryPartAddedEvent), stream_id
    ResponseReasoningSummaryPartWsDone: (ResponseReasoningSummaryPartDoneEvent), stream_id
    ResponseReasoningSummaryTextWsDelta: (ResponseReasoningSummaryTextDeltaEvent), stream_id
    ResponseReasoningSummaryTextWsDone: (ResponseReasoningSummaryTextDoneEvent), stream_id
    ResponseReasoningTextWsDelta: (ResponseReasoningTextDeltaEvent), stream_id
    ResponseReasoningTextWsDone: (ResponseReasoningTextDoneEvent), stream_id
    ResponseRefusalWsDelta: (ResponseRefusalDeltaEvent), stream_id
    ResponseRefusalWsDone: (ResponseRefusalDoneEvent), stream_id
    ResponseTextWsDelta: (ResponseTextDeltaEvent), stream_id
    ResponseTextWsDone: (ResponseTextDoneEvent), stream_id
    ResponseWebSearchCallWsCompleted: (ResponseWebSearchCallCompletedEvent), stream_id
    ResponseWebSearchCallInWsProgress: (ResponseWebSearchCallInProgressEvent), stream_id
    ResponseWebSearchCallWsSearching: (ResponseWebSearchCallSearchingEvent), stream_id
    ResponseImageGenCallWsCompleted: (ResponseImageGenCallCompletedEvent), stream_id
    ResponseImageGenCallWsGenerating: (ResponseImageGenCallGeneratingEvent), stream_id
    ResponseImageGenCallInWsProgress: (ResponseImageGenCallInProgressEvent), stream_id
    ResponseImageGenCallPartialWsImage: (ResponseImageGenCallPartialImageEvent), stream_id
    ResponseMcpCallArgumentsWsDelta: (ResponseMcpCallArgumentsDeltaEvent), stream_id
    ResponseMcpCallArgumentsWsDone: (ResponseMcpCallArgumentsDoneEvent), stream_id
    ResponseMcpCallWsCompleted: (ResponseMcpCallCompletedEvent), stream_id
    ResponseMcpCallWsFailed: (ResponseMcpCallFailedEvent), stream_id
    ResponseMcpCallInWsProgress: (ResponseMcpCallInProgressEvent), stream_id
    ResponseMcpListToolsWsCompleted: (ResponseMcpListToolsCompletedEvent), stream_id
    ResponseMcpListToolsWsFailed: (ResponseMcpListToolsFailedEvent), stream_id
    ResponseMcpListToolsInWsProgress: (ResponseMcpListToolsInProgressEvent), stream_id
    ResponseOutputTextAnnotationWsAdded: (ResponseOutputTextAnnotationAddedEvent), stream_id
    ResponseWsQueued: (ResponseQueuedEvent), stream_id
    ResponseCustomToolCallInputWsDelta: (ResponseCustomToolCallInputDeltaEvent), stream_id
    ResponseCustomToolCallInputWsDone: (ResponseCustomToolCallInputDoneEvent), stream_id
    ResponseWsError: error: +Error, type = "error", sequence_number, status, stream_id
      +Error: like server_events.BetaResponsesServerEvent.BetaResponseWsErrorError
    """,
}

MODELS = {"beta": BETA, "beta.responses": BETA_RESPONSES, "responses": RESPONSES}
