# SPDX-License-Identifier: MIT
"""Models of responses. __init__.py explains the notation; written by tools/models.py."""

RESPONSES = {
    "ApplyPatchTool": 'type = "apply_patch", allowed_callers',
    "CompactedResponse": """id, created_at, object = "response.compaction", output: [ResponseOutputItem],
        usage: ResponseUsage, image: Image
    Image: context_compression
    """,
    "ComputerAction": """= Click | DoubleClick | Drag | Keypress | Move | Screenshot | Scroll | Type | Wait
    Click: button, type = "click", x, y, keys
    DoubleClick: keys, type = "double_click", x, y
    Drag: path: [+Path], type = "drag", keys
      +Path: x, y
    Keypress: keys, type = "keypress"
    Move: type = "move", x, y, keys
    Screenshot: type = "screenshot"
    Scroll: scroll_x, scroll_y, type = "scroll", x, y, keys
    Type: text, type = "type"
    Wait: type = "wait"
    """,
    "ComputerActionList": "= ComputerAction",
    "ComputerTool": 'type = "computer"',
    "ComputerUsePreviewTool": 'display_height, display_width, environment, type = "computer_use_preview"',
    "ContainerAuto": """type = "container_auto", file_ids, memory_limit, network_policy: NetworkPolicy, skills: [Skill]
    NetworkPolicy = ContainerNetworkPolicyDisabled | ContainerNetworkPolicyAllowlist
    Skill = SkillReference | InlineSkill
    """,
    "ContainerNetworkPolicyAllowlist": """allowed_domains, type = "allowlist",
        domain_secrets: [ContainerNetworkPolicyDomainSecret]
    """,
    "ContainerNetworkPolicyDisabled": 'type = "disabled"',
    "ContainerNetworkPolicyDomainSecret": "domain, name, value",
    "ContainerReference": 'container_id, type = "container_reference"',
    "CustomTool": """name, type = "custom", allowed_callers, async as async_, defer_loading, description,
        format: shared.CustomToolInputFormat
    """,
    "EasyInputMessage": """content: [ResponseInputContent], role = "user" | "assistant" | "system" | "developer", phase,
        type = "message"
    """,
    "FileSearchTool": """type = "file_search", vector_store_ids, filters: Filters, max_num_results,
        ranking_options: RankingOptions
    Filters = shared.ComparisonFilter | shared.CompoundFilter
    RankingOptions: hybrid_search: +HybridSearch, ranker, score_threshold: float
      +HybridSearch: embedding_weight: float, text_weight: float
    """,
    "FunctionShellTool": """type = "shell", allowed_callers, environment: Environment
    Environment = ContainerAuto | LocalEnvironment | ContainerReference
    """,
    "FunctionTool": """name, parameters, strict, type = "function", allowed_callers, async as async_, defer_loading,
        description, output_schema
    """,
    "InlineSkill": 'description, name, source: InlineSkillSource, type = "inline"',
    "InlineSkillSource": 'data, media_type, type = "base64"',
    "InputTokenCountResponse": 'input_tokens, object = "response.input_tokens"',
    "LocalEnvironment": 'type = "local", skills: [LocalSkill]',
    "LocalSkill": "description, name, path",
    "McpToolCallError": """= McpProtocolError | McpToolExecutionError | HTTPError
    McpProtocolError: code, message, type = "mcp_protocol_error"
    McpToolExecutionError: content, type = "mcp_tool_execution_error"
    HTTPError: code, message, type = "http_error"
    """,
    "NamespaceTool": """description, name, tools: [Tool], type = "namespace"
    Tool = +Function | CustomTool
      +Function: like FunctionTool, parameters, strict
    """,
    "ParsedResponse": """(Response), output: [+OutputItem]
    ParsedResponseOutputMessage: (ResponseOutputMessage), content: [ParsedContent]
    ParsedResponseOutputText: (ResponseOutputText), parsed
    ParsedResponseFunctionToolCall: (ResponseFunctionToolCall), parsed_arguments
    ParsedContent = ParsedResponseOutputText | ResponseOutputRefusal
    ParsedResponseOutputItem = ParsedResponseOutputMessage | ParsedResponseFunctionToolCall |
        ResponseFileSearchToolCall | ResponseFunctionWebSearch | ResponseComputerToolCall |
        ResponseComputerToolCallOutputItem | ResponseToolSearchCall | ResponseToolSearchOutputItem |
        ResponseOutputItem.AdditionalTools | ResponseReasoningItem | ResponseOutputItem.Program |
        ResponseOutputItem.ProgramOutput | ResponseOutputItem.McpCall | ResponseOutputItem.McpApprovalRequest |
        ResponseOutputItem.McpApprovalResponse | ResponseOutputItem.ImageGenerationCall |
        ResponseOutputItem.LocalShellCall | ResponseOutputItem.LocalShellCallOutput |
        ResponseOutputItem.LocalShellCallAction | ResponseOutputItem.McpListTools | ResponseCodeInterpreterToolCall |
        ResponseCompactionItem | ResponseFunctionShellToolCall | ResponseFunctionShellToolCallOutput |
        ResponseApplyPatchToolCall | ResponseApplyPatchToolCallOutput | ResponseFunctionToolCallOutputItem |
        ResponseCustomToolCall | ResponseCustomToolCallOutputItem
    """,
    "Response": """id, access_programs: AccessPrograms, created_at: float, error: ResponseError,
        incomplete_details: IncompleteDetails, instructions: [ResponseInput], metadata, model, object = "response",
        output: [ResponseOutputItem], parallel_tool_calls, temperature: float, tool_choice: ToolChoice, tools: [Tool],
        top_p: float, background, completed_at: float, conversation: Conversation, image: Image,
        input_transformations: [InputTransformation], max_output_tokens, max_tool_calls, moderation: Moderation,
        previous_response_id, prompt: ResponsePrompt, prompt_cache_diagnostics: PromptCacheDiagnostics,
        prompt_cache_key, prompt_cache_options: PromptCacheOptions, prompt_cache_retention, reasoning: shared.Reasoning,
        safety_identifier, service_tier, status, text: ResponseTextConfig, tool_usage: ToolUsage, top_logprobs,
        truncation, usage: ResponseUsage, user
    AccessPrograms: cyber
    IncompleteDetails: reason
    ToolChoice = ToolChoiceAllowed | ToolChoiceTypes | ToolChoiceFunction | ToolChoiceMcp | ToolChoiceCustom |
        +SpecificProgrammaticToolCallingParam | ToolChoiceApplyPatch | ToolChoiceShell
      +SpecificProgrammaticToolCallingParam: type = "programmatic_tool_calling"
    Conversation: id
    Image: context_compression
    InputTransformation: id, action, reason, type = "reasoning"
    Moderation: input: +Input, output: +Output
      +Input = +ModerationResult | +Error
        +ModerationResult: like chat.ChatCompletion.ModerationInputModerationResultsResult
        +Error: code, message, type = "error"
      +Output: like ModerationInput
    PromptCacheDiagnostics = +CacheMiss | +CacheHit | +ComparisonResponseNotFound | +Unavailable
      +CacheMiss: cache_missed_tokens, reason, type = "cache_miss", comparison_reusable_tokens
      +CacheHit: type = "cache_hit"
      +ComparisonResponseNotFound: type = "comparison_response_not_found"
      +Unavailable: type = "unavailable"
    PromptCacheOptions: mode, ttl, comparison_response_id
    ToolUsage: image_gen: +ImageGen, web_search: +WebSearch
      +ImageGen: input_tokens, input_tokens_details: +InputTokensDetails, output_tokens, total_tokens, cached_tokens,
          cached_tokens_details: +CachedTokensDetails, output_tokens_details: +OutputTokensDetails
        +InputTokensDetails: image_tokens, text_tokens
        +CachedTokensDetails: cached_image_tokens, cached_text_tokens
        +OutputTokensDetails: image_tokens, text_tokens
      +WebSearch: num_requests
    """,
    "ResponseApplyPatchToolCall": """id, call_id, operation: Operation, status, type = "apply_patch_call",
        caller: Caller, created_by
    Operation = +CreateFile | +DeleteFile | +UpdateFile
      +CreateFile: diff, path, type = "create_file"
      +DeleteFile: path, type = "delete_file"
      +UpdateFile: diff, path, type = "update_file"
    Caller = +Direct | +Program
      +Direct: type = "direct"
      +Program: caller_id, type = "program"
    """,
    "ResponseApplyPatchToolCallOutput": """id, call_id, status, type = "apply_patch_call_output", caller: Caller,
        created_by, output
    Caller: like ResponseApplyPatchToolCall.Caller
    """,
    "ResponseCodeInterpreterToolCall": """id, code, container_id, outputs: [Output], status,
        type = "code_interpreter_call"
    Output = +Logs | +Image
      +Logs: logs, type = "logs"
      +Image: type = "image", url
    """,
    "ResponseCompactionItem": 'id, encrypted_content, type = "compaction", created_by',
    "ResponseCompactionItemParam": 'encrypted_content, type = "compaction", id',
    "ResponseComputerToolCall": """id, call_id, pending_safety_checks: [PendingSafetyCheck], status,
        type = "computer_call", action: Action, actions: [ComputerAction]
    PendingSafetyCheck: id, code, message
    Action = +Click | +DoubleClick | +Drag | +Keypress | +Move | +Screenshot | +Scroll | +Type | +Wait
      +Click: like ComputerAction.Click
      +DoubleClick: like ComputerAction.DoubleClick
      +Drag: like ComputerAction.Drag
      +Keypress: keys, type = "keypress"
      +Move: like ComputerAction.Move
      +Screenshot: type = "screenshot"
      +Scroll: like ComputerAction.Scroll
      +Type: text, type = "type"
      +Wait: type = "wait"
    """,
    "ResponseComputerToolCallOutputItem": """id, call_id, output: ResponseComputerToolCallOutputScreenshot, status,
        type = "computer_call_output", acknowledged_safety_checks: [AcknowledgedSafetyCheck], created_by
    AcknowledgedSafetyCheck: id, code, message
    """,
    "ResponseComputerToolCallOutputScreenshot": 'type = "computer_screenshot", file_id, image_url',
    "ResponseConfigurationUpdateItem": """id, type = "configuration_update", reasoning: Reasoning, text: Text
    Reasoning: effort
    Text: format: +Format
      +Format = shared.ResponseFormatText | ResponseFormatTextJSONSchemaConfig
    """,
    "ResponseConfigurationUpdateItemParam": "like ResponseConfigurationUpdateItem, id, reasoning, text",
    "ResponseContainerReference": "like ContainerReference",
    "ResponseCustomToolCall": """call_id, input, name, type = "custom_tool_call", id, async as async_, caller: Caller,
        namespace
    Caller: like ResponseApplyPatchToolCall.Caller
    """,
    "ResponseCustomToolCallItem": "(ResponseCustomToolCall), status, created_by",
    "ResponseCustomToolCallOutput": """call_id, output: [OutputOutputContentList], type = "custom_tool_call_output", id,
        caller: Caller
    OutputOutputContentList = ResponseInputText | ResponseInputImage | ResponseInputFile
    Caller: like ResponseApplyPatchToolCall.Caller
    """,
    "ResponseCustomToolCallOutputItem": "(ResponseCustomToolCallOutput), status, created_by",
    "ResponseError": """code, message, misalignment: Misalignment, param, type
    Misalignment: like shared.ErrorObject.Misalignment
    """,
    "ResponseFileSearchToolCall": """id, queries, status, type = "file_search_call", results: [Result]
    Result: attributes, file_id, filename, score: float, text
    """,
    "ResponseFormatTextConfig": """= shared.ResponseFormatText | ResponseFormatTextJSONSchemaConfig |
        shared.ResponseFormatJSONObject
    """,
    "ResponseFormatTextJSONSchemaConfig": 'name, schema as schema_, type = "json_schema", description, strict',
    "ResponseFunctionCallOutputItem": """= ResponseInputTextContent | ResponseInputImageContent |
        ResponseInputFileContent
    """,
    "ResponseFunctionCallOutputItemList": "= ResponseFunctionCallOutputItem",
    "ResponseFunctionShellCallOutputContent": """outcome: Outcome, stderr, stdout
    Outcome = +Timeout | +Exit
      +Timeout: type = "timeout"
      +Exit: exit_code, type = "exit"
    """,
    "ResponseFunctionShellToolCall": """id, action: Action, call_id, environment: Environment, status,
        type = "shell_call", caller: Caller, created_by
    Action: commands, max_output_length, timeout_ms
    Environment = ResponseLocalEnvironment | ResponseContainerReference
    Caller: like ResponseApplyPatchToolCall.Caller
    """,
    "ResponseFunctionShellToolCallOutput": """id, call_id, max_output_length, output: [Output], status,
        type = "shell_call_output", caller: Caller, created_by
    Output: outcome: +Outcome, stderr, stdout, created_by
      +Outcome: like ResponseFunctionShellCallOutputContent.Outcome
    Caller: like ResponseApplyPatchToolCall.Caller
    """,
    "ResponseFunctionToolCall": """arguments, call_id, name, type = "function_call", id, async as async_,
        caller: Caller, namespace, status
    Caller: like ResponseApplyPatchToolCall.Caller
    """,
    "ResponseFunctionToolCallItem": "(ResponseFunctionToolCall), created_by",
    "ResponseFunctionToolCallOutputItem": """id, output: [OutputOutputContentList], status,
        type = "function_call_output", call_id, caller: Caller, created_by, name, namespace
    OutputOutputContentList = ResponseCustomToolCallOutput.OutputOutputContentList
    Caller: like ResponseApplyPatchToolCall.Caller
    """,
    "ResponseFunctionWebSearch": """id, action: Action, status, type = "web_search_call"
    Action = +Search | +OpenPage | +Find
      +Search: type = "search", queries, query, sources: [+Source]
        +Source: type = "url", url
      +OpenPage: type = "open_page", url
      +Find: pattern, type = "find_in_page", url
    """,
    "ResponseInput": "= ResponseInputItem",
    "ResponseInputAudio": """input_audio: InputAudio, type = "input_audio"
    InputAudio: data, format
    """,
    "ResponseInputContent": "= ResponseCustomToolCallOutput.OutputOutputContentList",
    "ResponseInputFile": """type = "input_file", detail, file_data, file_id, file_url, filename,
        prompt_cache_breakpoint: PromptCacheBreakpoint
    PromptCacheBreakpoint: mode, ttl
    """,
    "ResponseInputFileContent": "like ResponseInputFile",
    "ResponseInputImage": """detail, type = "input_image", file_id, image_url,
        prompt_cache_breakpoint: PromptCacheBreakpoint
    PromptCacheBreakpoint: mode, ttl
    """,
    "ResponseInputImageContent": "like ResponseInputImage, detail, file_id, image_url, prompt_cache_breakpoint",
    "ResponseInputItem": """= EasyInputMessage | Message | ResponseOutputMessage | ResponseFileSearchToolCall |
        ResponseComputerToolCall | ComputerCallOutput | ResponseFunctionWebSearch | ResponseFunctionToolCall |
        FunctionCallOutput | ToolSearchCall | ResponseToolSearchOutputItemParam | AdditionalTools |
        ResponseConfigurationUpdateItemParam | ResponseReasoningItem | ResponseCompactionItemParam |
        ImageGenerationCall | ResponseCodeInterpreterToolCall | LocalShellCall | LocalShellCallOutput | ShellCall |
        ShellCallOutput | ApplyPatchCall | ApplyPatchCallOutput | McpListTools | McpApprovalRequest |
        McpApprovalResponse | McpCall | ResponseCustomToolCallOutput | ResponseCustomToolCall | CompactionTrigger |
        ItemReference | Program | ProgramOutput
    Message: content: [ResponseInputContent], role = "user" | "system" | "developer", status, type = "message"
    ComputerCallOutput: call_id, output: ResponseComputerToolCallOutputScreenshot, type = "computer_call_output", id,
        acknowledged_safety_checks: [+AcknowledgedSafetyCheck], status
      +AcknowledgedSafetyCheck: id, code, message
    FunctionCallOutput: output: [ResponseSteerInputContent], type = "function_call_output", id, call_id,
        caller: +Caller, name, namespace, status
      +Caller: like ResponseApplyPatchToolCall.Caller
    ToolSearchCall: arguments, type = "tool_search_call", id, call_id, execution, status
    AdditionalTools: role = "developer", tools: [Tool], type = "additional_tools", id
    ImageGenerationCall: id, result, status, type = "image_generation_call", action, background, error: +Error,
        output_format, quality, revised_prompt, size, svg_usage: +SvgUsage
      +Error: code, message, param, type, moderation_details: +ModerationDetails
        +ModerationDetails: categories, moderation_stage
      +SvgUsage: input_tokens, model, output_tokens, reasoning_tokens, total_tokens
    LocalShellCall: id, action: +Action, call_id, status, type = "local_shell_call"
      +Action: command, env, type = "exec", timeout_ms, user, working_directory
      +Output: id, output, type = "local_shell_call_output", status
    ShellCall: action: +Action, call_id, type = "shell_call", id, caller: +Caller, environment: +Environment, status
      +Action: commands, max_output_length, timeout_ms
      +Caller: like ResponseApplyPatchToolCall.Caller
      +Environment = LocalEnvironment | ContainerReference
      +Output: call_id, output: [ResponseFunctionShellCallOutputContent], type = "shell_call_output", id,
          caller: +Caller, max_output_length, status
        +Caller: like ResponseApplyPatchToolCall.Caller
    ApplyPatchCall: call_id, operation: +Operation, status, type = "apply_patch_call", id, caller: +Caller
      +Operation: like ResponseApplyPatchToolCall.Operation
      +Caller: like ResponseApplyPatchToolCall.Caller
      +Output: call_id, status, type = "apply_patch_call_output", id, caller: +Caller, output
        +Caller: like ResponseApplyPatchToolCall.Caller
    McpListTools: id, server_label, tools: [+Tool], type = "mcp_list_tools", error
      +Tool: input_schema, name, annotations, description
    McpApprovalRequest: id, arguments, name, server_label, type = "mcp_approval_request"
    McpApprovalResponse: approval_request_id, approve, type = "mcp_approval_response", id, reason
    McpCall: id, arguments, name, server_label, type = "mcp_call", approval_request_id, error: McpToolCallError, output,
        status
    CompactionTrigger: type = "compaction_trigger", id
    ItemReference: id, type = "item_reference"
    Program: id, call_id, code, fingerprint, type = "program"
      +Output: id, call_id, result, status, type = "program_output"
    """,
    "ResponseInputMessageContentList": "= ResponseInputContent",
    "ResponseInputMessageItem": """id, content: [ResponseInputContent], role = "user" | "system" | "developer",
        type = "message", status
    """,
    "ResponseInputText": """text, type = "input_text", prompt_cache_breakpoint: PromptCacheBreakpoint
    PromptCacheBreakpoint: mode, ttl
    """,
    "ResponseInputTextContent": "like ResponseInputText",
    "ResponseItem": """= ResponseInputMessageItem | ResponseOutputMessage | ResponseFileSearchToolCall |
        ResponseComputerToolCall | ResponseComputerToolCallOutputItem | ResponseFunctionWebSearch |
        ResponseFunctionToolCallItem | ResponseFunctionToolCallOutputItem | ResponseToolSearchCall |
        ResponseToolSearchOutputItem | AdditionalTools | ResponseConfigurationUpdateItem | ResponseReasoningItem |
        Program | ProgramOutput | ResponseCompactionItem | ImageGenerationCall | ResponseCodeInterpreterToolCall |
        LocalShellCall | LocalShellCallOutput | ResponseFunctionShellToolCall | ResponseFunctionShellToolCallOutput |
        ResponseApplyPatchToolCall | ResponseApplyPatchToolCallOutput | McpListTools | McpApprovalRequest |
        McpApprovalResponse | McpCall | ResponseCustomToolCallItem | ResponseCustomToolCallOutputItem
    AdditionalTools: id, role = "unknown" | "user" | "assistant" | "system" | "critic" | "discriminator" | "developer" |
        "tool", tools: [Tool], type = "additional_tools"
    Program: like ResponseInputItem.Program
    ImageGenerationCall: like ResponseInputItem.ImageGenerationCall
    LocalShellCall: like ResponseInputItem.LocalShellCall
    McpListTools: like ResponseInputItem.McpListTools
    McpApprovalRequest: like ResponseInputItem.McpApprovalRequest
    McpApprovalResponse: id, approval_request_id, approve, type = "mcp_approval_response", reason
    McpCall: like ResponseInputItem.McpCall
    """,
    "ResponseLocalEnvironment": 'type = "local"',
    "ResponseOutputItem": """= ResponseOutputMessage | ResponseFileSearchToolCall | ResponseFunctionToolCall |
        ResponseFunctionToolCallOutputItem | ResponseFunctionWebSearch | ResponseComputerToolCall |
        ResponseComputerToolCallOutputItem | ResponseReasoningItem | Program | ProgramOutput | ResponseToolSearchCall |
        ResponseToolSearchOutputItem | AdditionalTools | ResponseCompactionItem | ImageGenerationCall |
        ResponseCodeInterpreterToolCall | LocalShellCall | LocalShellCallOutput | ResponseFunctionShellToolCall |
        ResponseFunctionShellToolCallOutput | ResponseApplyPatchToolCall | ResponseApplyPatchToolCallOutput | McpCall |
        McpListTools | McpApprovalRequest | McpApprovalResponse | ResponseCustomToolCall |
        ResponseCustomToolCallOutputItem
    Program: like ResponseInputItem.Program
    AdditionalTools: like ResponseItem.AdditionalTools
    ImageGenerationCall: like ResponseInputItem.ImageGenerationCall
    LocalShellCall: like ResponseInputItem.LocalShellCall
    McpCall: like ResponseInputItem.McpCall
    McpListTools: like ResponseInputItem.McpListTools
    McpApprovalRequest: like ResponseInputItem.McpApprovalRequest
    McpApprovalResponse: like ResponseItem.McpApprovalResponse
    """,
    "ResponseOutputMessage": """id, content: [Content], role = "assistant", status, type = "message", phase
    Content = ResponseOutputText | ResponseOutputRefusal
    """,
    "ResponseOutputRefusal": 'refusal, type = "refusal"',
    "ResponseOutputText": """annotations: [Annotation], text, type = "output_text", logprobs: [Logprob]
    Annotation = +FileCitation | +URLCitation | +ContainerFileCitation | +FilePath
      +FileCitation: file_id, filename, index, type = "file_citation"
      +URLCitation: end_index, start_index, title, type = "url_citation", url
      +ContainerFileCitation: container_id, end_index, file_id, filename, start_index, type = "container_file_citation"
      +FilePath: file_id, index, type = "file_path"
    Logprob: token, bytes, logprob: float, top_logprobs: [+TopLogprob]
      +TopLogprob: token, bytes, logprob: float
    """,
    "ResponsePrompt": """id, variables: {Variables}, version
    Variables = ResponseInputContent
    """,
    "ResponseReasoningItem": """id, summary: [Summary], type = "reasoning", content: [Content], encrypted_content,
        status
    Summary: text, type = "summary_text"
    Content: text, type = "reasoning_text"
    """,
    "ResponseSteerInputContent": "= ResponseFunctionCallOutputItem",
    "ResponseTextConfig": "format: ResponseFormatTextConfig, verbosity",
    "ResponseToolSearchCall": 'id, arguments, call_id, execution, status, type = "tool_search_call", created_by',
    "ResponseToolSearchOutputItem": """id, call_id, execution, status, tools: [Tool], type = "tool_search_output",
        created_by
    """,
    "ResponseToolSearchOutputItemParam": """tools: [Tool], type = "tool_search_output", id, call_id, execution, status
    Tool = FunctionTool | FileSearchTool | ComputerTool | ComputerUsePreviewTool | WebSearchTool | +Mcp |
        +CodeInterpreter | +ProgrammaticToolCalling | +ImageGeneration | +LocalShell | FunctionShellTool | CustomTool |
        ToolSearchOutputNamespaceTool | ToolSearchTool | WebSearchPreviewTool | ApplyPatchTool
      +Mcp: server_label, type = "mcp", allowed_callers, allowed_tools: [+AllowedToolsMcpToolFilter], authorization,
          connector_id, defer_loading, headers, require_approval: +RequireApprovalMcpToolApprovalFilter,
          server_description, server_url, tunnel_id
        +AllowedTools = +McpToolFilter
          +McpToolFilter: read_only, tool_names
        +RequireApproval = +McpToolApprovalFilter
          +McpToolApprovalFilter: always: +Always, never: +Never
            +Always: read_only, tool_names
            +Never: read_only, tool_names
      +CodeInterpreter: container: +ContainerCodeInterpreterToolAuto, type = "code_interpreter", allowed_callers
        +Container = +CodeInterpreterToolAuto
          +CodeInterpreterToolAuto: type = "auto", file_ids, memory_limit, network_policy: +NetworkPolicy
            +NetworkPolicy = ContainerAuto.NetworkPolicy
      +ProgrammaticToolCalling: type = "programmatic_tool_calling"
      +ImageGeneration: type = "image_generation", action, background, complexity, frame_count, frame_duration_ms,
          input_fidelity, input_image_mask: +InputImageMask, model, moderation, output_compression, output_format,
          partial_images, quality, size, svg: +Svg
        +InputImageMask: file_id, image_url
        +Svg: model, reasoning: +Reasoning
          +Reasoning: effort
      +LocalShell: type = "local_shell"
    """,
    "ResponseUsage": """input_tokens, input_tokens_details: InputTokensDetails, output_tokens,
        output_tokens_details: OutputTokensDetails, total_tokens
    InputTokensDetails: cache_write_tokens, cached_tokens, cache_write_tokens_details: +CacheWriteTokensDetails
      +CacheWriteTokensDetails: ttl_12h_tokens, ttl_30m_tokens
    OutputTokensDetails: reasoning_tokens
    """,
    "SkillReference": 'skill_id, type = "skill_reference", version',
    "Tool": """= FunctionTool | FileSearchTool | ComputerTool | ComputerUsePreviewTool | WebSearchTool.WebSearchTool |
        Mcp | CodeInterpreter | ProgrammaticToolCalling | ImageGeneration | LocalShell | FunctionShellTool |
        CustomTool | NamespaceTool | ToolSearchTool | WebSearchPreviewTool | ApplyPatchTool
    WebSearchTool = WebSearchTool.WebSearchTool
      +Filters = WebSearchTool.Filters
      +UserLocation = WebSearchTool.UserLocation
    Mcp: like ResponseToolSearchOutputItemParam.ToolMcp
    CodeInterpreter: like ResponseToolSearchOutputItemParam.ToolCodeInterpreter
    ProgrammaticToolCalling: type = "programmatic_tool_calling"
    ImageGeneration: like ResponseToolSearchOutputItemParam.ToolImageGeneration
    LocalShell: type = "local_shell"
    """,
    "ToolChoiceAllowed": 'mode, tools, type = "allowed_tools"',
    "ToolChoiceApplyPatch": 'type = "apply_patch"',
    "ToolChoiceCustom": 'name, type = "custom"',
    "ToolChoiceFunction": 'name, type = "function"',
    "ToolChoiceMcp": 'server_label, type = "mcp", name',
    "ToolChoiceShell": 'type = "shell"',
    "ToolChoiceTypes": """type = "file_search" | "web_search_preview" | "computer" | "computer_use_preview" |
        "computer_use" | "web_search_preview_2025_03_11" | "image_generation" | "code_interpreter"
    """,
    "ToolSearchOutputNamespaceTool": "like NamespaceTool",
    "ToolSearchTool": 'type = "tool_search", description, execution, parameters',
    "WebSearchPreviewTool": """type = "web_search_preview" | "web_search_preview_2025_03_11", search_content_types,
        search_context_size, user_location: UserLocation
    UserLocation: type = "approximate", city, country, region, timezone
    """,
    "WebSearchTool": """type = "web_search" | "web_search_2025_08_26", external_web_access, filters: Filters,
        search_context_size, user_location: UserLocation
    Filters: allowed_domains
    UserLocation: like WebSearchPreviewTool.UserLocation, type
    """,
}

MODELS = {"responses": RESPONSES}
