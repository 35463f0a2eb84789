# SPDX-License-Identifier: MIT
"""Models of beta. __init__.py explains the notation; written by tools/models.py."""

BETA = {
    "Agent": """id, created_at, instructions, metadata, model, multi_agent: MultiAgentConfig, name, object = "agent",
        reasoning: AgentReasoning, service_tier, text: AgentText, tools: [PersistedAgentTool], updated_at,
        compaction: Compaction, experimental: Experimental
    Compaction: async as async_
    Experimental: time_awareness
    """,
    "AgentCloseSubagentCallItem": """id, recipient_agent_id, sender_agent_id, status, turn_id,
        type = "close_subagent_call"
    """,
    "AgentCommandExecutionItem": """id, command, cwd, duration_ms, exit_code, output, status, turn_id,
        type = "command_execution"
    """,
    "AgentContent": """= OutputText | EncryptedContentResource
    EncryptedContentResource: encrypted_content, type = "encrypted_content"
    """,
    "AgentCreateSubagentCallItem": """id, agent_id, content: [AgentContent], model, reasoning_effort, status, turn_id,
        type = "create_subagent_call"
    """,
    "AgentDeleted": 'id, deleted, object = "agent.deleted"',
    "AgentFunctionCallItem": 'id, arguments, call_id, name, status, turn_id, type = "function_call"',
    "AgentFunctionCallOutput": "= InputContent",
    "AgentInterruptSubagentCallItem": """id, recipient_agent_id, sender_agent_id, status, turn_id,
        type = "interrupt_subagent_call"
    """,
    "AgentMcpCallItem": 'id, arguments, error, name, output, server_label, status, turn_id, type = "mcp_call"',
    "AgentOutputCommandExecutionOutputDeltaEvent": """delta, event_id, item_id, output_index, session_id, turn_id,
        type = "agent.output.command_execution_output.delta", obfuscation
    """,
    "AgentOutputItem": """= AgentSessionAssistantMessage | AgentReasoningItem | AgentFunctionCallItem |
        AgentMcpCallItem | ComputerUseCallItemResource | BrowserAuthenticationRequestItemResource |
        AgentWebSearchCallItem | AgentCommandExecutionItem | AgentCreateSubagentCallItem |
        AgentSendSubagentInputCallItem | AgentResumeSubagentCallItem | AgentWaitForSubagentsCallItem |
        AgentInterruptSubagentCallItem | AgentCloseSubagentCallItem
    ComputerUseCallItemResource: id, output: +Output, status, title, turn_id, type = "computer_use_call"
      +Output: image_url, type = "computer_screenshot"
    BrowserAuthenticationRequestItemResource: id, request: +Request, request_id, turn_id,
        type = "computer_use_approval_request"
      +Request: credential_origin, fields: [+Field], options: [+Option], reason, type = "browser_authentication"
        +Field: id, label, required, type
        +Option: id, field_ids, label
    """,
    "AgentReasoning": "effort, summary",
    "AgentReasoningItem": 'id, status, summary: [SummaryText], turn_id, type = "reasoning"',
    "AgentResumeSubagentCallItem": """id, recipient_agent_id, sender_agent_id, status, turn_id,
        type = "resume_subagent_call"
    """,
    "AgentSendSubagentInputCallItem": """id, content: [AgentContent], recipient_agent_id, sender_agent_id, status,
        turn_id, type = "send_subagent_input_call"
    """,
    "AgentSession": """id, agent: Agent, created_at, environment: Environment, error, last_active_at, metadata,
        object = "agent.session", required_actions: [RequiredAction], status, usage: TokenUsage, vault_ids,
        prompt_cache_options: PromptCacheOptions, review
    Agent: id, instructions, model, multi_agent: MultiAgentConfig, name, reasoning: AgentReasoning, service_tier,
        text: AgentText, tools: [AgentTool], compaction: +Compaction, experimental: +Experimental
      +Compaction: async as async_
      +Experimental: time_awareness
    RequiredAction = +SessionRequiredActionResourceMcpApprovalRequest |
        +SessionRequiredActionResourceComputerUseApprovalRequest | +SessionRequiredActionResourceFunctionCall |
        +SessionRequiredActionResourceEnvironmentConnection
      +SessionRequiredActionResourceMcpApprovalRequest: request: +Request, request_id, turn_id,
          type = "mcp_approval_request"
        +Request: arguments, message, name, server_label, type = "mcp_tool_call"
      +SessionRequiredActionResourceComputerUseApprovalRequest: request: +Request, request_id, turn_id,
          type = "computer_use_approval_request"
        +Request = +ComputerUseApprovalRequestKindResourceBrowserAuthentication |
            +ComputerUseApprovalRequestKindResourceBrowserOriginAccess
          +ComputerUseApprovalRequestKindResourceBrowserAuthentication:
              like AgentOutputItem.BrowserAuthenticationRequestItemResourceRequest
          +ComputerUseApprovalRequestKindResourceBrowserOriginAccess: origin, reason, type = "browser_origin_access"
      +SessionRequiredActionResourceFunctionCall: arguments, call_id, name, turn_id, type = "function_call"
      +SessionRequiredActionResourceEnvironmentConnection: environment_id, type = "environment_connection"
    PromptCacheOptions: ttl
    """,
    "AgentSessionAssistantMessage": """id, content: [OutputText], phase, role = "assistant", status, turn_id,
        type = "message"
    """,
    "AgentSessionCreatedEvent": 'event_id, session: AgentSession, type = "agent.session.created", obfuscation',
    "AgentSessionDeleted": 'id, deleted, object = "agent.session.deleted"',
    "AgentSessionEnvironmentConnectedEvent": """environment: AgentSessionEnvironmentState, event_id, session_id,
        turn_id, type = "agent.session.environment.connected", obfuscation
    """,
    "AgentSessionEnvironmentDisconnectedEvent": """environment: AgentSessionEnvironmentState, event_id, session_id,
        turn_id, type = "agent.session.environment.disconnected", obfuscation
    """,
    "AgentSessionEnvironmentExpiredEvent": """environment: AgentSessionEnvironmentState, event_id, session_id, turn_id,
        type = "agent.session.environment.expired", obfuscation
    """,
    "AgentSessionEnvironmentFailedEvent": """environment: AgentSessionEnvironmentState, event_id, session_id, turn_id,
        type = "agent.session.environment.failed", obfuscation
    """,
    "AgentSessionEnvironmentPendingEvent": """environment: AgentSessionEnvironmentState, event_id, session_id, turn_id,
        type = "agent.session.environment.pending", obfuscation
    """,
    "AgentSessionEnvironmentReadyEvent": """environment: AgentSessionEnvironmentState, event_id, session_id, turn_id,
        type = "agent.session.environment.ready", obfuscation
    """,
    "AgentSessionEnvironmentResetEvent": """environment_id, event_id, reset_count, session_id, turn_id,
        type = "agent.session.environment.reset", obfuscation
    """,
    "AgentSessionEnvironmentState": """id, error: Error, status, type
    Error: code, message, type
    """,
    "AgentSessionEnvironmentSuspendedEvent": """environment: AgentSessionEnvironmentState, event_id, session_id,
        turn_id, type = "agent.session.environment.suspended", obfuscation
    """,
    "AgentSessionErrorEvent": 'error: SessionError, event_id, session_id, type = "error", obfuscation',
    "AgentSessionEvent": """= AgentSessionErrorEvent | AgentSessionEnvironmentReadyEvent |
        AgentSessionEnvironmentSuspendedEvent | AgentSessionEnvironmentExpiredEvent |
        AgentSessionEnvironmentResetEvent | AgentOutputCommandExecutionOutputDeltaEvent | AgentSessionCreatedEvent |
        AgentSessionTurnCreatedEvent | AgentSessionTurnInProgressEvent | AgentSessionTurnCompletedEvent |
        AgentSessionTurnFailedEvent | AgentSessionTurnCancelledEvent | AgentSessionTurnItemAddedEvent |
        AgentSessionIdleEvent | AgentSessionInProgressEvent | AgentSessionRequiresActionEvent |
        AgentSessionFailedEvent | AgentSessionEnvironmentPendingEvent | AgentSessionEnvironmentConnectedEvent |
        AgentSessionEnvironmentDisconnectedEvent | AgentSessionEnvironmentFailedEvent |
        AgentSessionSubagentCreatedEvent | AgentSessionSubagentActiveEvent | AgentSessionSubagentClosedEvent |
        AgentSessionTurnItemDoneEvent | AgentSessionTurnContentPartAddedEvent | AgentSessionTurnContentPartDoneEvent |
        AgentSessionTurnOutputTextDeltaEvent | AgentSessionTurnOutputTextDoneEvent |
        AgentSessionTurnReasoningSummaryPartAddedEvent | AgentSessionTurnReasoningSummaryPartDoneEvent |
        AgentSessionTurnReasoningSummaryTextDeltaEvent | AgentSessionTurnReasoningSummaryTextDoneEvent
    """,
    "AgentSessionFailedEvent": 'event_id, session: AgentSession, type = "agent.session.failed", obfuscation',
    "AgentSessionIdleEvent": 'event_id, session: AgentSession, type = "agent.session.idle", obfuscation',
    "AgentSessionInProgressEvent": 'event_id, session: AgentSession, type = "agent.session.in_progress", obfuscation',
    "AgentSessionItem": """= AgentSessionMessage | AgentReasoningItem | AgentFunctionCallItem |
        FunctionCallOutputItemResource | AgentMessageItemResource | AgentMcpCallItem | ComputerUseCallItemResource |
        BrowserAuthenticationRequestItemResource | ComputerUseApprovalRequestResultItemResource |
        AgentWebSearchCallItem | AgentCommandExecutionItem | AgentCreateSubagentCallItem |
        AgentSendSubagentInputCallItem | AgentResumeSubagentCallItem | AgentWaitForSubagentsCallItem |
        AgentInterruptSubagentCallItem | AgentCloseSubagentCallItem
    FunctionCallOutputItemResource: id, call_id, error, output: [InputContent], status, turn_id,
        type = "function_call_output"
    AgentMessageItemResource: id, content: [AgentContent], recipient_agent_id, sender_agent_id, turn_id,
        type = "agent_message"
    ComputerUseCallItemResource: like AgentOutputItem.ComputerUseCallItemResource
    BrowserAuthenticationRequestItemResource: like AgentOutputItem.BrowserAuthenticationRequestItemResource
    ComputerUseApprovalRequestResultItemResource: id, request_id, response: +Response, turn_id,
        type = "computer_use_approval_request_result"
      +Response = +ComputerUseApprovalResponseKindResourceBrowserAuthenticationSubmitResource |
          +ComputerUseApprovalResponseKindResourceBrowserAuthenticationCancelResource
        +ComputerUseApprovalResponseKindResourceBrowserAuthenticationSubmitResource: action, selected_option,
            type = "browser_authentication"
        +ComputerUseApprovalResponseKindResourceBrowserAuthenticationCancelResource: action,
            type = "browser_authentication"
    """,
    "AgentSessionMessage": """id, content: [AgentSessionMessageContent], phase, role = "user" | "assistant", status,
        turn_id, type = "message"
    """,
    "AgentSessionMessageContent": """= MessageContentResourceInputText | MessageContentResourceInputImage |
        MessageContentResourceOutputText
    MessageContentResourceInputText: text, type = "input_text"
    MessageContentResourceInputImage: image_url, type = "input_image"
    MessageContentResourceOutputText: text, type = "output_text"
    """,
    "AgentSessionRequiresActionEvent": """event_id, session: AgentSession, type = "agent.session.requires_action",
        obfuscation
    """,
    "AgentSessionSubagentActiveEvent": """event_id, subagent: Subagent, type = "agent.session.subagent.active",
        obfuscation
    """,
    "AgentSessionSubagentClosedEvent": """event_id, subagent: Subagent, type = "agent.session.subagent.closed",
        obfuscation
    """,
    "AgentSessionSubagentCreatedEvent": """event_id, subagent: Subagent, type = "agent.session.subagent.created",
        obfuscation
    """,
    "AgentSessionTurnCancelledEvent": """event_id, session_id, turn: Turn, turn_id,
        type = "agent.session.turn.cancelled", usage: TokenUsage, obfuscation
    """,
    "AgentSessionTurnCompletedEvent": """event_id, session_id, turn: Turn, turn_id,
        type = "agent.session.turn.completed", usage: TokenUsage, obfuscation
    """,
    "AgentSessionTurnContentPartAddedEvent": """content_index, event_id, item_id, output_index, part: OutputText,
        session_id, turn_id, type = "agent.session.turn.content_part.added", obfuscation
    """,
    "AgentSessionTurnContentPartDoneEvent": """content_index, event_id, item_id, output_index, part: OutputText,
        session_id, turn_id, type = "agent.session.turn.content_part.done", obfuscation
    """,
    "AgentSessionTurnCreatedEvent": """event_id, session_id, turn: Turn, turn_id, type = "agent.session.turn.created",
        obfuscation
    """,
    "AgentSessionTurnFailedEvent": """event_id, session_id, turn: Turn, turn_id, type = "agent.session.turn.failed",
        usage: TokenUsage, obfuscation
    """,
    "AgentSessionTurnInProgressEvent": """event_id, session_id, turn: Turn, turn_id,
        type = "agent.session.turn.in_progress", obfuscation
    """,
    "AgentSessionTurnItemAddedEvent": """event_id, item: AgentSessionItem, output_index, session_id, turn_id,
        type = "agent.session.turn.item.added", obfuscation
    """,
    "AgentSessionTurnItemDoneEvent": """event_id, item: AgentOutputItem, output_index, session_id, turn_id,
        type = "agent.session.turn.item.done", obfuscation
    """,
    "AgentSessionTurnOutputTextDeltaEvent": """content_index, delta, event_id, item_id, output_index, session_id,
        turn_id, type = "agent.session.turn.output_text.delta", obfuscation
    """,
    "AgentSessionTurnOutputTextDoneEvent": """content_index, event_id, item_id, output_index, session_id, text, turn_id,
        type = "agent.session.turn.output_text.done", obfuscation
    """,
    "AgentSessionTurnReasoningSummaryPartAddedEvent": """event_id, item_id, output_index, part: SummaryText, session_id,
        summary_index, turn_id, type = "agent.session.turn.reasoning_summary_part.added", obfuscation
    """,
    "AgentSessionTurnReasoningSummaryPartDoneEvent": """event_id, item_id, output_index, part: SummaryText, session_id,
        status, summary_index, turn_id, type = "agent.session.turn.reasoning_summary_part.done", obfuscation
    """,
    "AgentSessionTurnReasoningSummaryTextDeltaEvent": """delta, event_id, item_id, output_index, session_id,
        summary_index, turn_id, type = "agent.session.turn.reasoning_summary_text.delta", obfuscation
    """,
    "AgentSessionTurnReasoningSummaryTextDoneEvent": """event_id, item_id, output_index, session_id, summary_index,
        text, turn_id, type = "agent.session.turn.reasoning_summary_text.done", obfuscation
    """,
    "AgentText": "format: TextFormat, verbosity",
    "AgentTool": """= +ResourceFunction | +ResourceProgrammaticToolCalling | +ResourceMcp | +ResourceWebSearch |
        +ResourceComputerUse | +ResourceAutomations
    AgentToolResourceFunction: defer_loading, description, name, parameters, type = "function", async as async_
    AgentToolResourceProgrammaticToolCalling: enabled, type = "programmatic_tool_calling"
    AgentToolResourceMcp: allowed_tools, connection_origin, credential_id, request_metadata, required, server_label,
        transport: McpTransport, type = "mcp"
    AgentToolResourceWebSearch: allowed_domains, context_size, location: +Location, mode, type = "web_search"
      +Location: city, country, region, timezone
    AgentToolResourceComputerUse: include_screenshots, type = "computer_use"
    AgentToolResourceAutomations: type = "automations"
    """,
    "AgentWaitForSubagentsCallItem": """id, recipient_agent_ids, sender_agent_id, status, turn_id,
        type = "wait_for_subagents_call"
    """,
    "AgentWebSearchCallItem": 'id, action: WebSearchAction, status, turn_id, type = "web_search_call"',
    "Assistant": """id, created_at, description, instructions, metadata, model, name, object = "assistant",
        tools: [AssistantTool], response_format: AssistantResponseFormatOption, temperature: float,
        tool_resources: ToolResources, top_p: float
    ToolResources: code_interpreter: +CodeInterpreter, file_search: +FileSearch
      +CodeInterpreter: file_ids
      +FileSearch: vector_store_ids
    """,
    "AssistantDeleted": 'id, deleted, object = "assistant.deleted"',
    "AssistantResponseFormatOption": """= shared.ResponseFormatText | shared.ResponseFormatJSONObject |
        shared.ResponseFormatJSONSchema
    """,
    "AssistantStreamEvent": """= ThreadCreated | ThreadRunCreated | ThreadRunQueued | ThreadRunInProgress |
        ThreadRunRequiresAction | ThreadRunCompleted | ThreadRunIncomplete | ThreadRunFailed | ThreadRunCancelling |
        ThreadRunCancelled | ThreadRunExpired | ThreadRunStepCreated | ThreadRunStepInProgress | ThreadRunStepDelta |
        ThreadRunStepCompleted | ThreadRunStepFailed | ThreadRunStepCancelled | ThreadRunStepExpired |
        ThreadMessageCreated | ThreadMessageInProgress | ThreadMessageDelta | ThreadMessageCompleted |
        ThreadMessageIncomplete | ErrorEvent
    ThreadCreated: data: Thread, event = "thread.created", enabled
    ThreadRunCreated: data: Run, event = "thread.run.created"
    ThreadRunQueued: data: Run, event = "thread.run.queued"
    ThreadRunInProgress: data: Run, event = "thread.run.in_progress"
    ThreadRunRequiresAction: data: Run, event = "thread.run.requires_action"
    ThreadRunCompleted: data: Run, event = "thread.run.completed"
    ThreadRunIncomplete: data: Run, event = "thread.run.incomplete"
    ThreadRunFailed: data: Run, event = "thread.run.failed"
    ThreadRunCancelling: data: Run, event = "thread.run.cancelling"
    ThreadRunCancelled: data: Run, event = "thread.run.cancelled"
    ThreadRunExpired: data: Run, event = "thread.run.expired"
    ThreadRunStepCreated: data: RunStep, event = "thread.run.step.created"
    ThreadRunStepInProgress: data: RunStep, event = "thread.run.step.in_progress"
    ThreadRunStepDelta: data: RunStepDeltaEvent, event = "thread.run.step.delta"
    ThreadRunStepCompleted: data: RunStep, event = "thread.run.step.completed"
    ThreadRunStepFailed: data: RunStep, event = "thread.run.step.failed"
    ThreadRunStepCancelled: data: RunStep, event = "thread.run.step.cancelled"
    ThreadRunStepExpired: data: RunStep, event = "thread.run.step.expired"
    ThreadMessageCreated: data: Message, event = "thread.message.created"
    ThreadMessageInProgress: data: Message, event = "thread.message.in_progress"
    ThreadMessageDelta: data: MessageDeltaEvent, event = "thread.message.delta"
    ThreadMessageCompleted: data: Message, event = "thread.message.completed"
    ThreadMessageIncomplete: data: Message, event = "thread.message.incomplete"
    ErrorEvent: data: shared.ErrorObject, event = "error"
    """,
    "AssistantTool": "= CodeInterpreterTool | FileSearchTool | FunctionTool",
    "AssistantToolChoice": "type, function: AssistantToolChoiceFunction",
    "AssistantToolChoiceFunction": "name",
    "AssistantToolChoiceOption": "= AssistantToolChoice",
    "BetaApplyPatchTool": "like responses.ApplyPatchTool",
    "BetaCompactedResponse": "like responses.CompactedResponse",
    "BetaComputerAction": "like responses.ComputerAction",
    "BetaComputerActionList": "= BetaComputerAction",
    "BetaComputerTool": 'type = "computer"',
    "BetaComputerUsePreviewTool": "like responses.ComputerUsePreviewTool",
    "BetaContainerAuto": "like responses.ContainerAuto",
    "BetaContainerNetworkPolicyAllowlist": "like responses.ContainerNetworkPolicyAllowlist",
    "BetaContainerNetworkPolicyDisabled": 'type = "disabled"',
    "BetaContainerNetworkPolicyDomainSecret": "domain, name, value",
    "BetaContainerReference": "like responses.ContainerReference",
    "BetaCustomTool": """like responses.CustomTool, format: Format
    Format = +Text | +Grammar
      +Text: type = "text"
      +Grammar: definition, syntax, type = "grammar"
    """,
    "BetaEasyInputMessage": "like responses.EasyInputMessage",
    "BetaFileSearchTool": """like responses.FileSearchTool, filters: Filters
    Filters = +ComparisonFilter | +CompoundFilter
      +ComparisonFilter: like shared.ComparisonFilter
      +CompoundFilter: filters: [+FilterComparisonFilter], type = "and" | "or"
        +Filter = +ComparisonFilter
          +ComparisonFilter: key, type, value
    """,
    "BetaFunctionShellTool": "like responses.FunctionShellTool",
    "BetaFunctionTool": "like responses.FunctionTool",
    "BetaInlineSkill": "like responses.InlineSkill",
    "BetaInlineSkillSource": "like responses.InlineSkillSource",
    "BetaLocalEnvironment": "like responses.LocalEnvironment",
    "BetaLocalSkill": "description, name, path",
    "BetaMcpToolCallError": "like responses.McpToolCallError",
    "BetaNamespaceTool": "like responses.NamespaceTool",
    "BetaResponse": """id, access_programs: AccessPrograms, created_at: float, error: BetaResponseError,
        incomplete_details: IncompleteDetails, instructions: [BetaResponseInput], metadata, model, object = "response",
        output: [BetaResponseOutputItem], parallel_tool_calls, temperature: float, tool_choice: ToolChoice,
        tools: [BetaTool], top_p: float, background, completed_at: float, conversation: Conversation, image: Image,
        input_transformations: [InputTransformation], max_output_tokens, max_tool_calls, moderation: Moderation,
        previous_response_id, prompt: BetaResponsePrompt, prompt_cache_diagnostics: PromptCacheDiagnostics,
        prompt_cache_key, prompt_cache_options: PromptCacheOptions, prompt_cache_retention, reasoning: Reasoning,
        safety_identifier, service_tier, status, text: BetaResponseTextConfig, tool_usage: ToolUsage, top_logprobs,
        truncation, usage: BetaResponseUsage, user
    AccessPrograms: cyber
    IncompleteDetails: reason
    ToolChoice = BetaToolChoiceAllowed | BetaToolChoiceTypes | BetaToolChoiceFunction | BetaToolChoiceMcp |
        BetaToolChoiceCustom | +BetaSpecificProgrammaticToolCallingParam | BetaToolChoiceApplyPatch |
        BetaToolChoiceShell
      +BetaSpecificProgrammaticToolCallingParam: type = "programmatic_tool_calling"
    Conversation: id
    Image: context_compression
    InputTransformation: id, action, reason, type = "reasoning"
    Moderation: like responses.Response.Moderation
    PromptCacheDiagnostics: like responses.Response.PromptCacheDiagnostics
    PromptCacheOptions: mode, ttl, comparison_response_id
    Reasoning: like shared.Reasoning
    ToolUsage: like responses.Response.ToolUsage
    """,
    "BetaResponseApplyPatchToolCall": """like responses.ResponseApplyPatchToolCall, agent: Agent, caller, created_by
    Agent: agent_name
    """,
    "BetaResponseApplyPatchToolCallOutput": """like responses.ResponseApplyPatchToolCallOutput, agent: Agent, caller,
        created_by, output
    Agent: agent_name
    """,
    "BetaResponseAudioDeltaEvent": """like response_events.ResponseAudioDeltaEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseAudioDoneEvent": """like response_events.ResponseAudioDoneEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseAudioTranscriptDeltaEvent": """like response_events.ResponseAudioTranscriptDeltaEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseAudioTranscriptDoneEvent": """like response_events.ResponseAudioTranscriptDoneEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseCodeInterpreterCallCodeDeltaEvent": """like response_events.ResponseCodeInterpreterCallCodeDeltaEvent,
        agent: Agent
    Agent: agent_name
    """,
    "BetaResponseCodeInterpreterCallCodeDoneEvent": """like response_events.ResponseCodeInterpreterCallCodeDoneEvent,
        agent: Agent
    Agent: agent_name
    """,
    "BetaResponseCodeInterpreterCallCompletedEvent": """like response_events.ResponseCodeInterpreterCallCompletedEvent,
        agent: Agent
    Agent: agent_name
    """,
    "BetaResponseCodeInterpreterCallInProgressEvent": """
        like response_events.ResponseCodeInterpreterCallInProgressEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseCodeInterpreterCallInterpretingEvent": """
        like response_events.ResponseCodeInterpreterCallInterpretingEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseCodeInterpreterToolCall": """like responses.ResponseCodeInterpreterToolCall, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseCompactionCompactingEvent": """like response_events.ResponseCompactionCompactingEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseCompactionItem": """like responses.ResponseCompactionItem, agent: Agent, created_by
    Agent: agent_name
    """,
    "BetaResponseCompactionItemParam": """encrypted_content, type = "compaction", id, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseCompletedEvent": """like response_events.ResponseCompletedEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseComputerToolCall": """id, call_id, pending_safety_checks: [PendingSafetyCheck], status,
        type = "computer_call", action: BetaComputerAction, actions: [BetaComputerAction], agent: Agent
    PendingSafetyCheck: id, code, message
    Agent: agent_name
    """,
    "BetaResponseComputerToolCallOutputItem": """like responses.ResponseComputerToolCallOutputItem, agent: Agent,
        created_by
    Agent: agent_name
    """,
    "BetaResponseComputerToolCallOutputScreenshot": 'type = "computer_screenshot", file_id, image_url',
    "BetaResponseConfigurationUpdateItem": """like responses.ResponseConfigurationUpdateItem, agent: Agent, reasoning,
        text
    Agent: agent_name
    Text: format: +Format
      +Format = +Text | BetaResponseFormatTextJSONSchemaConfig
        +Text: type = "text"
    """,
    "BetaResponseConfigurationUpdateItemParam": """type = "configuration_update", id, agent: Agent,
        reasoning: Reasoning, text: Text
    Agent: agent_name
    Reasoning: effort
    Text: like BetaResponseConfigurationUpdateItem.Text
    """,
    "BetaResponseContainerReference": 'container_id, type = "container_reference"',
    "BetaResponseContentPartAddedEvent": """like response_events.ResponseContentPartAddedEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseContentPartDoneEvent": """content_index, item_id, output_index, part: Part, sequence_number,
        type = "response.content_part.done", agent: Agent
    Part = BetaResponseOutputText | BetaResponseOutputRefusal | +ReasoningText
      +ReasoningText: text, type = "reasoning_text"
    Agent: agent_name
    """,
    "BetaResponseCreatedEvent": """like response_events.ResponseCreatedEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseCustomToolCall": """like responses.ResponseCustomToolCall, agent: Agent, async, caller, namespace
    Agent: agent_name
    """,
    "BetaResponseCustomToolCallInputDeltaEvent": """like response_events.ResponseCustomToolCallInputDeltaEvent,
        agent: Agent
    Agent: agent_name
    """,
    "BetaResponseCustomToolCallInputDoneEvent": """like response_events.ResponseCustomToolCallInputDoneEvent,
        agent: Agent
    Agent: agent_name
    """,
    "BetaResponseCustomToolCallItem": "(BetaResponseCustomToolCall), status, created_by",
    "BetaResponseCustomToolCallOutput": """like responses.ResponseCustomToolCallOutput, agent: Agent, caller
    Agent: agent_name
    """,
    "BetaResponseCustomToolCallOutputItem": "(BetaResponseCustomToolCallOutput), status, created_by",
    "BetaResponseError": "like responses.ResponseError",
    "BetaResponseErrorEvent": """like response_events.ResponseErrorEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseFailedEvent": """like response_events.ResponseFailedEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseFileSearchCallCompletedEvent": """like response_events.ResponseFileSearchCallCompletedEvent,
        agent: Agent
    Agent: agent_name
    """,
    "BetaResponseFileSearchCallInProgressEvent": """like response_events.ResponseFileSearchCallInProgressEvent,
        agent: Agent
    Agent: agent_name
    """,
    "BetaResponseFileSearchCallSearchingEvent": """like response_events.ResponseFileSearchCallSearchingEvent,
        agent: Agent
    Agent: agent_name
    """,
    "BetaResponseFileSearchToolCall": """like responses.ResponseFileSearchToolCall, agent: Agent, results
    Agent: agent_name
    """,
    "BetaResponseFormatTextConfig": """= Text | BetaResponseFormatTextJSONSchemaConfig | JSONObject
    Text: type = "text"
    JSONObject: type = "json_object"
    """,
    "BetaResponseFormatTextJSONSchemaConfig": "like responses.ResponseFormatTextJSONSchemaConfig",
    "BetaResponseFunctionCallArgumentsDeltaEvent": """like response_events.ResponseFunctionCallArgumentsDeltaEvent,
        agent: Agent
    Agent: agent_name
    """,
    "BetaResponseFunctionCallArgumentsDoneEvent": """like response_events.ResponseFunctionCallArgumentsDoneEvent,
        agent: Agent
    Agent: agent_name
    """,
    "BetaResponseFunctionCallOutputItem": "like responses.ResponseFunctionCallOutputItem",
    "BetaResponseFunctionCallOutputItemList": "= BetaResponseFunctionCallOutputItem",
    "BetaResponseFunctionShellCallOutputContent": "like responses.ResponseFunctionShellCallOutputContent",
    "BetaResponseFunctionShellToolCall": """like responses.ResponseFunctionShellToolCall, agent: Agent, caller,
        created_by
    Agent: agent_name
    """,
    "BetaResponseFunctionShellToolCallOutput": """like responses.ResponseFunctionShellToolCallOutput, agent: Agent,
        caller, created_by
    Agent: agent_name
    """,
    "BetaResponseFunctionToolCall": """like responses.ResponseFunctionToolCall, agent: Agent, async, caller, namespace,
        status
    Agent: agent_name
    """,
    "BetaResponseFunctionToolCallItem": "(BetaResponseFunctionToolCall), created_by",
    "BetaResponseFunctionToolCallOutputItem": """like responses.ResponseFunctionToolCallOutputItem, agent: Agent,
        call_id, caller, created_by, name, namespace
    Agent: agent_name
    """,
    "BetaResponseFunctionWebSearch": """id, action: Action, status, type = "web_search_call", agent: Agent
    Action = +Search | +OpenPage | +FindInPage
      +Search: like responses.ResponseFunctionWebSearch.ActionSearch
      +OpenPage: type = "open_page", url
      +FindInPage: pattern, type = "find_in_page", url
    Agent: agent_name
    """,
    "BetaResponseImageGenCallCompletedEvent": """like response_events.ResponseImageGenCallCompletedEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseImageGenCallGeneratingEvent": """item_id, output_index, sequence_number,
        type = "response.image_generation_call.generating", agent: Agent
    Agent: agent_name
    """,
    "BetaResponseImageGenCallInProgressEvent": """like response_events.ResponseImageGenCallInProgressEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseImageGenCallPartialImageEvent": """like response_events.ResponseImageGenCallPartialImageEvent,
        agent: Agent, background, output_format, quality, size
    Agent: agent_name
    """,
    "BetaResponseInProgressEvent": """like response_events.ResponseInProgressEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseIncompleteEvent": """like response_events.ResponseIncompleteEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseInput": "= BetaResponseInputItem",
    "BetaResponseInputContent": "like responses.ResponseInputContent",
    "BetaResponseInputFile": "like responses.ResponseInputFile",
    "BetaResponseInputFileContent": "like responses.ResponseInputFile",
    "BetaResponseInputImage": "like responses.ResponseInputImage",
    "BetaResponseInputImageContent": """like responses.ResponseInputImage, detail, file_id, image_url,
        prompt_cache_breakpoint
    """,
    "BetaResponseInputItem": """= BetaEasyInputMessage | Message | BetaResponseOutputMessage |
        BetaResponseFileSearchToolCall | BetaResponseComputerToolCall | ComputerCallOutput |
        BetaResponseFunctionWebSearch | BetaResponseFunctionToolCall | FunctionCallOutput | AgentMessage |
        MultiAgentCall | MultiAgentCallOutput | ToolSearchCall | BetaResponseToolSearchOutputItemParam |
        AdditionalTools | BetaResponseConfigurationUpdateItemParam | BetaResponseReasoningItem |
        BetaResponseCompactionItemParam | ImageGenerationCall | BetaResponseCodeInterpreterToolCall | LocalShellCall |
        LocalShellCallOutput | ShellCall | ShellCallOutput | ApplyPatchCall | ApplyPatchCallOutput | McpListTools |
        McpApprovalRequest | McpApprovalResponse | McpCall | BetaResponseCustomToolCallOutput |
        BetaResponseCustomToolCall | CompactionTrigger | ItemReference | Program | ProgramOutput
    Message: like responses.ResponseInputItem.Message, agent: +Agent, status, type
      +Agent: agent_name
    ComputerCallOutput: like responses.ResponseInputItem.ComputerCallOutput, agent: +Agent, status
      +Agent: agent_name
    FunctionCallOutput: like responses.ResponseInputItem.FunctionCallOutput, agent: +Agent, call_id, caller, name,
        namespace, status
      +Agent: agent_name
    AgentMessage: author, content: [+Content], recipient, type = "agent_message", id, agent: +Agent
      +Content = BetaResponseInputTextContent | BetaResponseInputImageContent | +EncryptedContent
        +EncryptedContent: like AgentContent.EncryptedContentResource
      +Agent: agent_name
    MultiAgentCall: action, arguments, call_id, type = "multi_agent_call", id, agent: +Agent
      +Agent: agent_name
      +Output: action, call_id, output: [+Output], type = "multi_agent_call_output", id, agent: +Agent
        +Output: text, type = "output_text", annotations: [+Annotation]
          +Annotation = +FileCitation | +URLCitation | +ContainerFileCitation
            +FileCitation: file_id, filename, index, type = "file_citation"
            +URLCitation: end_index, start_index, title, type = "url_citation", url
            +ContainerFileCitation: container_id, end_index, file_id, filename, start_index,
                type = "container_file_citation"
        +Agent: agent_name
    ToolSearchCall: arguments, type = "tool_search_call", id, agent: +Agent, call_id, execution, status
      +Agent: agent_name
    AdditionalTools: like responses.ResponseInputItem.AdditionalTools, agent: +Agent
      +Agent: agent_name
    ImageGenerationCall: like responses.ResponseInputItem.ImageGenerationCall, agent: +Agent, background, error,
        output_format, quality, revised_prompt, size, svg_usage
      +Agent: agent_name
    LocalShellCall: like responses.ResponseInputItem.LocalShellCall, agent: +Agent
      +Agent: agent_name
      +Output: id, output, type = "local_shell_call_output", agent: +Agent, status
        +Agent: agent_name
    ShellCall: like responses.ResponseInputItem.ShellCall, agent: +Agent, caller, environment, status
      +Agent: agent_name
      +Output: like responses.ResponseInputItem.ShellCallOutput, agent: +Agent, caller, max_output_length, status
        +Agent: agent_name
    ApplyPatchCall: like responses.ResponseInputItem.ApplyPatchCall, agent: +Agent, caller
      +Agent: agent_name
      +Output: like responses.ResponseInputItem.ApplyPatchCallOutput, agent: +Agent, caller, output
        +Agent: agent_name
    McpListTools: like responses.ResponseInputItem.McpListTools, agent: +Agent, error
      +Agent: agent_name
    McpApprovalRequest: like responses.ResponseInputItem.McpApprovalRequest, agent: +Agent
      +Agent: agent_name
    McpApprovalResponse: like responses.ResponseItem.McpApprovalResponse, id, agent: +Agent, reason
      +Agent: agent_name
    McpCall: like responses.ResponseInputItem.McpCall, agent: +Agent, approval_request_id, error, output, status
      +Agent: agent_name
    CompactionTrigger: type = "compaction_trigger", id, agent: +Agent
      +Agent: agent_name
    ItemReference: id, agent: +Agent, type = "item_reference"
      +Agent: agent_name
    Program: like responses.ResponseInputItem.Program, agent: +Agent
      +Agent: agent_name
      +Output: like responses.ResponseInputItem.ProgramOutput, agent: +Agent
        +Agent: agent_name
    """,
    "BetaResponseInputMessageContentList": "= BetaResponseInputContent",
    "BetaResponseInputMessageItem": """like responses.ResponseInputMessageItem, agent: Agent, status
    Agent: agent_name
    """,
    "BetaResponseInputText": "like responses.ResponseInputText",
    "BetaResponseInputTextContent": "like responses.ResponseInputText",
    "BetaResponseItem": """= BetaResponseInputMessageItem | BetaResponseOutputMessage | BetaResponseFileSearchToolCall |
        BetaResponseComputerToolCall | BetaResponseComputerToolCallOutputItem | BetaResponseFunctionWebSearch |
        BetaResponseFunctionToolCallItem | BetaResponseFunctionToolCallOutputItem | AgentMessage | MultiAgentCall |
        MultiAgentCallOutput | BetaResponseToolSearchCall | BetaResponseToolSearchOutputItem | AdditionalTools |
        BetaResponseConfigurationUpdateItem | BetaResponseReasoningItem | Program | ProgramOutput |
        BetaResponseCompactionItem | ImageGenerationCall | BetaResponseCodeInterpreterToolCall | LocalShellCall |
        LocalShellCallOutput | BetaResponseFunctionShellToolCall | BetaResponseFunctionShellToolCallOutput |
        BetaResponseApplyPatchToolCall | BetaResponseApplyPatchToolCallOutput | McpListTools | McpApprovalRequest |
        McpApprovalResponse | McpCall | BetaResponseCustomToolCallItem | BetaResponseCustomToolCallOutputItem
    AgentMessage: id, author, content: [+Content], recipient, type = "agent_message", agent: +Agent
      +Content = BetaResponseInputText | BetaResponseOutputText | +Text | +SummaryText | +ReasoningText |
          BetaResponseOutputRefusal | BetaResponseInputImage | +ComputerScreenshot | BetaResponseInputFile |
          +EncryptedContent
        +Text: text, type = "text"
        +SummaryText: text, type = "summary_text"
        +ReasoningText: text, type = "reasoning_text"
        +ComputerScreenshot: detail, file_id, image_url, type = "computer_screenshot",
            prompt_cache_breakpoint: +PromptCacheBreakpoint
          +PromptCacheBreakpoint: mode, ttl
        +EncryptedContent: like AgentContent.EncryptedContentResource
      +Agent: agent_name
    MultiAgentCall: id, action, arguments, call_id, type = "multi_agent_call", agent: +Agent
      +Agent: agent_name
      +Output: id, action, call_id, output: [BetaResponseOutputText], type = "multi_agent_call_output", agent: +Agent
        +Agent: agent_name
    AdditionalTools: like responses.ResponseItem.AdditionalTools, agent: +Agent
      +Agent: agent_name
    Program: like responses.ResponseInputItem.Program, agent: +Agent
      +Agent: agent_name
      +Output: like responses.ResponseInputItem.ProgramOutput, agent: +Agent
        +Agent: agent_name
    ImageGenerationCall: like responses.ResponseInputItem.ImageGenerationCall, agent: +Agent, background, error,
        output_format, quality, revised_prompt, size, svg_usage
      +Agent: agent_name
    LocalShellCall: like responses.ResponseInputItem.LocalShellCall, agent: +Agent
      +Agent: agent_name
      +Output: like BetaResponseInputItem.LocalShellCallOutput
    McpListTools: like responses.ResponseInputItem.McpListTools, agent: +Agent, error
      +Agent: agent_name
    McpApprovalRequest: like responses.ResponseInputItem.McpApprovalRequest, agent: +Agent
      +Agent: agent_name
    McpApprovalResponse: like responses.ResponseItem.McpApprovalResponse, agent: +Agent, reason
      +Agent: agent_name
    McpCall: id, arguments, name, server_label, type = "mcp_call", agent: +Agent, approval_request_id,
        error: BetaMcpToolCallError, output, status
      +Agent: agent_name
    """,
    "BetaResponseLocalEnvironment": 'type = "local"',
    "BetaResponseMcpCallArgumentsDeltaEvent": """delta, item_id, output_index, sequence_number,
        type = "response.mcp_call_arguments.delta", agent: Agent
    Agent: agent_name
    """,
    "BetaResponseMcpCallArgumentsDoneEvent": """like response_events.ResponseMcpCallArgumentsDoneEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseMcpCallCompletedEvent": """item_id, output_index, sequence_number,
        type = "response.mcp_call.completed", agent: Agent
    Agent: agent_name
    """,
    "BetaResponseMcpCallFailedEvent": """like response_events.ResponseMcpCallFailedEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseMcpCallInProgressEvent": """item_id, output_index, sequence_number,
        type = "response.mcp_call.in_progress", agent: Agent
    Agent: agent_name
    """,
    "BetaResponseMcpListToolsCompletedEvent": """item_id, output_index, sequence_number,
        type = "response.mcp_list_tools.completed", agent: Agent
    Agent: agent_name
    """,
    "BetaResponseMcpListToolsFailedEvent": """like response_events.ResponseMcpListToolsFailedEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseMcpListToolsInProgressEvent": """item_id, output_index, sequence_number,
        type = "response.mcp_list_tools.in_progress", agent: Agent
    Agent: agent_name
    """,
    "BetaResponseOutputItem": """= BetaResponseOutputMessage | BetaResponseFileSearchToolCall |
        BetaResponseFunctionToolCall | BetaResponseFunctionToolCallOutputItem | AgentMessage | MultiAgentCall |
        MultiAgentCallOutput | BetaResponseFunctionWebSearch | BetaResponseComputerToolCall |
        BetaResponseComputerToolCallOutputItem | BetaResponseReasoningItem | Program | ProgramOutput |
        BetaResponseToolSearchCall | BetaResponseToolSearchOutputItem | AdditionalTools | BetaResponseCompactionItem |
        ImageGenerationCall | BetaResponseCodeInterpreterToolCall | LocalShellCall | LocalShellCallOutput |
        BetaResponseFunctionShellToolCall | BetaResponseFunctionShellToolCallOutput | BetaResponseApplyPatchToolCall |
        BetaResponseApplyPatchToolCallOutput | McpCall | McpListTools | McpApprovalRequest | McpApprovalResponse |
        BetaResponseCustomToolCall | BetaResponseCustomToolCallOutputItem
    AgentMessage: like BetaResponseItem.AgentMessage
    MultiAgentCall: like BetaResponseItem.MultiAgentCall
    Program: like responses.ResponseInputItem.Program, agent: +Agent
      +Agent: agent_name
      +Output: like responses.ResponseInputItem.ProgramOutput, agent: +Agent
        +Agent: agent_name
    AdditionalTools: like responses.ResponseItem.AdditionalTools, tools: [BetaTool], agent: +Agent
      +Agent: agent_name
    ImageGenerationCall: like responses.ResponseInputItem.ImageGenerationCall, agent: +Agent, background, error,
        output_format, quality, revised_prompt, size, svg_usage
      +Agent: agent_name
    LocalShellCall: like responses.ResponseInputItem.LocalShellCall, agent: +Agent
      +Agent: agent_name
      +Output: like BetaResponseInputItem.LocalShellCallOutput
    McpCall: like BetaResponseItem.McpCall
    McpListTools: like responses.ResponseInputItem.McpListTools, agent: +Agent, error
      +Agent: agent_name
    McpApprovalRequest: like responses.ResponseInputItem.McpApprovalRequest, agent: +Agent
      +Agent: agent_name
    McpApprovalResponse: like responses.ResponseItem.McpApprovalResponse, agent: +Agent, reason
      +Agent: agent_name
    """,
    "BetaResponseOutputItemAddedEvent": """like response_events.ResponseOutputItemAddedEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseOutputItemDoneEvent": """like response_events.ResponseOutputItemDoneEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseOutputMessage": """like responses.ResponseOutputMessage, agent: Agent, phase
    Agent: agent_name
    """,
    "BetaResponseOutputRefusal": 'refusal, type = "refusal"',
    "BetaResponseOutputText": "like responses.ResponseOutputText",
    "BetaResponseOutputTextAnnotationAddedEvent": """like response_events.ResponseOutputTextAnnotationAddedEvent,
        agent: Agent
    Agent: agent_name
    """,
    "BetaResponsePrompt": "like responses.ResponsePrompt",
    "BetaResponseQueuedEvent": """like response_events.ResponseQueuedEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseReasoningItem": """like responses.ResponseReasoningItem, agent: Agent, content, encrypted_content,
        status
    Agent: agent_name
    """,
    "BetaResponseReasoningSummaryPartAddedEvent": """like response_events.ResponseReasoningSummaryPartAddedEvent,
        agent: Agent
    Agent: agent_name
    """,
    "BetaResponseReasoningSummaryPartDoneEvent": """like response_events.ResponseReasoningSummaryPartDoneEvent,
        agent: Agent, status
    Agent: agent_name
    """,
    "BetaResponseReasoningSummaryTextDeltaEvent": """like response_events.ResponseReasoningSummaryTextDeltaEvent,
        agent: Agent
    Agent: agent_name
    """,
    "BetaResponseReasoningSummaryTextDoneEvent": """like response_events.ResponseReasoningSummaryTextDoneEvent,
        agent: Agent
    Agent: agent_name
    """,
    "BetaResponseReasoningTextDeltaEvent": """like response_events.ResponseReasoningTextDeltaEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseReasoningTextDoneEvent": """like response_events.ResponseReasoningTextDoneEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseRefusalDeltaEvent": """like response_events.ResponseRefusalDeltaEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseRefusalDoneEvent": """like response_events.ResponseRefusalDoneEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseShellCallCommandAddedEvent": """like response_events.ResponseShellCallCommandAddedEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseShellCallCommandDeltaEvent": """like response_events.ResponseShellCallCommandDeltaEvent, agent: Agent,
        obfuscation
    Agent: agent_name
    """,
    "BetaResponseShellCallCommandDoneEvent": """like response_events.ResponseShellCallCommandDoneEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseShellCallOutputContentDeltaEvent": """like response_events.ResponseShellCallOutputContentDeltaEvent,
        agent: Agent
    Agent: agent_name
    """,
    "BetaResponseShellCallOutputContentDoneEvent": """like response_events.ResponseShellCallOutputContentDoneEvent,
        agent: Agent
    Agent: agent_name
    """,
    "BetaResponseSteerInputContent": "= BetaResponseFunctionCallOutputItem",
    "BetaResponseStreamEvent": "like response_events.ResponseStreamEvent",
    "BetaResponseTextConfig": "like responses.ResponseTextConfig",
    "BetaResponseTextDeltaEvent": """like response_events.ResponseTextDeltaEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseTextDoneEvent": """like response_events.ResponseTextDoneEvent, agent: Agent
    Agent: agent_name
    """,
    "BetaResponseToolSearchCall": """like responses.ResponseToolSearchCall, agent: Agent, created_by
    Agent: agent_name
    """,
    "BetaResponseToolSearchOutputItem": """like responses.ResponseToolSearchOutputItem, agent: Agent, created_by
    Agent: agent_name
    """,
    "BetaResponseToolSearchOutputItemParam": """like responses.ResponseToolSearchOutputItemParam, agent: Agent, call_id,
        execution, status
    Agent: agent_name
    """,
    "BetaResponseUsage": "like responses.ResponseUsage",
    "BetaResponseWebSearchCallCompletedEvent": """item_id, output_index, sequence_number,
        type = "response.web_search_call.completed", agent: Agent
    Agent: agent_name
    """,
    "BetaResponseWebSearchCallInProgressEvent": """item_id, output_index, sequence_number,
        type = "response.web_search_call.in_progress", agent: Agent
    Agent: agent_name
    """,
    "BetaResponseWebSearchCallSearchingEvent": """item_id, output_index, sequence_number,
        type = "response.web_search_call.searching", agent: Agent
    Agent: agent_name
    """,
    "BetaSkillReference": "like responses.SkillReference",
    "BetaTool": """= BetaFunctionTool | BetaFileSearchTool | BetaComputerTool | BetaComputerUsePreviewTool |
        BetaWebSearchTool | Mcp | CodeInterpreter | ProgrammaticToolCalling | ImageGeneration | LocalShell |
        BetaFunctionShellTool | BetaCustomTool | BetaNamespaceTool | BetaToolSearchTool | BetaWebSearchPreviewTool |
        BetaApplyPatchTool
    Mcp: like responses.ResponseToolSearchOutputItemParam.ToolMcp
    CodeInterpreter: like responses.ResponseToolSearchOutputItemParam.ToolCodeInterpreter
      +ContainerCodeInterpreterToolAuto: type = "auto", file_ids, memory_limit, network_policy: +NetworkPolicy
        +NetworkPolicy = BetaContainerAuto.NetworkPolicy
    ProgrammaticToolCalling: type = "programmatic_tool_calling"
    ImageGeneration: like responses.ResponseToolSearchOutputItemParam.ToolImageGeneration
    LocalShell: type = "local_shell"
    """,
    "BetaToolChoiceAllowed": "like responses.ToolChoiceAllowed",
    "BetaToolChoiceApplyPatch": 'type = "apply_patch"',
    "BetaToolChoiceCustom": 'name, type = "custom"',
    "BetaToolChoiceFunction": 'name, type = "function"',
    "BetaToolChoiceMcp": "like responses.ToolChoiceMcp",
    "BetaToolChoiceShell": 'type = "shell"',
    "BetaToolChoiceTypes": """type = "file_search" | "web_search_preview" | "computer" | "computer_use_preview" |
        "computer_use" | "web_search_preview_2025_03_11" | "image_generation" | "code_interpreter"
    """,
    "BetaToolSearchOutputNamespaceTool": """like responses.NamespaceTool, tools: [Tool]
    Tool = +Function | BetaCustomTool
    """,
    "BetaToolSearchTool": "like responses.ToolSearchTool",
    "BetaWebSearchPreviewTool": "like responses.WebSearchPreviewTool",
    "BetaWebSearchTool": "like responses.WebSearchTool",
    "chatkit_workflow": """
    ChatKitWorkflow: id, state_variables, tracing: Tracing, version
    Tracing: enabled
    """,
    "CodeInterpreterTool": 'type = "code_interpreter"',
    "Environment": """= +ResourceNone | +ResourceOpenAIHosted | +ResourceSelfHosted
    EnvironmentResourceNone: type = "none"
    EnvironmentResourceOpenAIHosted: id, capability_directories, files: [HostedEnvironmentFile], network: +Network,
        packages: +Packages, plugins: [HostedPlugin], skills: [HostedSkill], type = "openai_hosted", container_size,
        desktop: +Desktop
      +Network: access, allowed_domains
      +Packages: npm, python, system
      +Desktop: enabled
    EnvironmentResourceSelfHosted: id, capability_directories, remote_url, type = "self_hosted", workspace_directory
    """,
    "FileSearchTool": """type = "file_search", file_search: FileSearch
    FileSearch: max_num_results, ranking_options: +RankingOptions
      +RankingOptions: score_threshold: float, ranker
    """,
    "FunctionTool": 'function: shared.FunctionDefinition, type = "function"',
    "HostedEnvironmentFile": """= HostedEnvironmentFileID | +ResourceInline
    HostedEnvironmentFileResourceInline: id, path, size_bytes, type = "inline"
    """,
    "HostedEnvironmentFileID": 'id, file_id, path, size_bytes, type = "file_id"',
    "HostedPlugin": 'description, name, type = "inline"',
    "HostedSkill": """= HostedSkillReference | +ResourceInline
    HostedSkillResourceInline: like HostedPlugin
    """,
    "HostedSkillReference": 'description, name, skill_id, type = "skill_reference", version',
    "InputContent": """= +ResourceInputText | +ResourceInputImage
    InputContentResourceInputText: text, type = "input_text"
    InputContentResourceInputImage: image_url, type = "input_image"
    """,
    "McpTransport": """= +ResourceHTTP | +ResourceStdio
    McpTransportResourceHTTP: server_url, type = "http"
    McpTransportResourceStdio: args, command, cwd, env_vars, type = "stdio"
    """,
    "MultiAgentConfig": "enabled, max_concurrent_subagents",
    "OutputText": 'text, type = "output_text"',
    "PersistedAgentTool": """= +ResourceFunction | +ResourceToolSearch | +ResourceProgrammaticToolCalling |
        +ResourceMcp | +ResourceWebSearch | +ResourceComputerUse | +ResourceAutomations
    PersistedAgentToolResourceFunction: like AgentTool.AgentToolResourceFunction
    PersistedAgentToolResourceToolSearch: type = "tool_search"
    PersistedAgentToolResourceProgrammaticToolCalling: enabled, type = "programmatic_tool_calling"
    PersistedAgentToolResourceMcp: like AgentTool.AgentToolResourceMcp
    PersistedAgentToolResourceWebSearch: like AgentTool.AgentToolResourceWebSearch
    PersistedAgentToolResourceComputerUse: include_screenshots, type = "computer_use"
    PersistedAgentToolResourceAutomations: type = "automations"
    """,
    "PersistedMcpTransport": """like McpTransport
    PersistedMcpTransportResourceHTTP: headers, server_url, type = "http"
    """,
    "SessionError": "code, message, param, type",
    "SessionTurnError": "code, message",
    "Subagent": """id, closed_at, instructions: [AgentContent], name, object = "agent.session.subagent", opened_at,
        parent_agent_id, session_id, status
    """,
    "SummaryText": 'text, type = "summary_text"',
    "TextFormat": """= +ResourceText | +ResourceJSONSchema
    TextFormatResourceText: type = "text"
    TextFormatResourceJSONSchema: schema as schema_, type = "json_schema"
    """,
    "Thread": """id, created_at, metadata, object = "thread", tool_resources: ToolResources
    ToolResources: like Assistant.ToolResources
    """,
    "ThreadDeleted": 'id, deleted, object = "thread.deleted"',
    "TokenUsage": """input_tokens, input_tokens_details: InputTokensDetails, output_tokens,
        output_tokens_details: OutputTokensDetails, total_tokens
    InputTokensDetails: cached_tokens
    OutputTokensDetails: reasoning_tokens
    """,
    "WebSearchAction": """= +ResourceSearch | +ResourceOpenPage | +ResourceFindInPage | +ResourceOther
    WebSearchActionResourceSearch: queries, query, type = "search"
    WebSearchActionResourceOpenPage: type = "open_page", url
    WebSearchActionResourceFindInPage: pattern, type = "find_in_page", url
    WebSearchActionResourceOther: type = "other"
    """,
}

BETA_AGENTS = {
    "Automation": "= PeriodicAutomation | OneTimeAutomation",
    "AutomationAgentConfig": """instructions, model, multi_agent: MultiAgentConfig, reasoning: AgentReasoning,
        service_tier, text: AgentText, tools: [AgentTool], compaction: Compaction, experimental: Experimental
    Compaction: async as async_
    Experimental: time_awareness
    """,
    "AutomationCreatedBy": """= +ResourceDeveloper | +ResourceAgent
    AutomationCreatedByResourceDeveloper: type = "developer"
    AutomationCreatedByResourceAgent: session_id, tool_call_id, type = "agent"
    """,
    "AutomationDeleted": 'id, deleted, object = "agent.automation.deleted"',
    "AutomationEnvironment": """like Environment
    AutomationEnvironmentResourceOpenAIHosted: capability_directories, container_size, desktop: +Desktop,
        environment_id, environment_template_id, files: [AutomationEnvironmentResourceOpenaiHostedFile],
        network: +Network, packages: +Packages, plugins: [HostedPlugin],
        skills: [AutomationEnvironmentResourceOpenaiHostedSkill], type = "openai_hosted"
      +FileHostedTemplateFileResourceFileID: file_id, path, type = "file_id"
      +FileHostedTemplateFileResourceInline: path, size_bytes, type = "inline"
      +SkillHostedTemplateSkillResourceSkillReference: skill_id, type = "skill_reference", version
      +SkillHostedTemplateSkillResourceInline: like HostedPlugin
    AutomationEnvironmentResourceOpenaiHostedFile
        = AutomationEnvironmentResourceOpenAIHostedFileHostedTemplateFileResourceFileID |
        AutomationEnvironmentResourceOpenAIHostedFileHostedTemplateFileResourceInline
    AutomationEnvironmentResourceOpenaiHostedSkill
        = AutomationEnvironmentResourceOpenAIHostedSkillHostedTemplateSkillResourceSkillReference |
        AutomationEnvironmentResourceOpenAIHostedSkillHostedTemplateSkillResourceInline
    AutomationEnvironmentResourceSelfHosted: capability_directories, environment_id, type = "self_hosted",
        workspace_directory
    """,
    "AutomationTarget": """= +ResourceNewSession | +ResourceExistingSession
    AutomationTargetResourceNewSession: agent: AutomationAgentConfig, agent_id, environment: AutomationEnvironment,
        input: [+Input], metadata, type = "new_session", vault_ids
      +Input: content: [InputContent], role = "user", type = "message"
    AutomationTargetResourceExistingSession: instructions, session_id, type = "existing_session"
    """,
    "EnvironmentInfo": """id, files: [HostedEnvironmentFile], object = "agent.environment", plugins: [HostedPlugin],
        skills: [HostedSkill], status, type
    """,
    "OneTimeAutomation": """id, created_at, created_by: AutomationCreatedBy, metadata, name,
        object = "agent.automation", run_at, status, target: AutomationTarget, type = "once", pause_reason
    """,
    "PeriodicAutomation": """id, created_at, created_by: AutomationCreatedBy, expression, metadata, name,
        object = "agent.automation", status, target: AutomationTarget, timezone, type = "periodic", pause_reason
    """,
    "Vault": 'id, created_at, metadata, name, object = "vault"',
    "VaultDeleted": 'id, deleted, object = "vault.deleted"',
}

BETA_AGENTS_AUTOMATIONS = {
    "AutomationInvocation": """id, automation_id, created_at, error: Error, object = "agent.automation.invocation",
        scheduled_at, session_id, skip_reason, source: AutomationInvocationSource, status
    Error: code, message
    """,
    "AutomationInvocationSource": """= +ResourceManual | +ResourceAutomation
    AutomationInvocationSourceResourceManual: type = "manual"
    AutomationInvocationSourceResourceAutomation: automation: Automation, type = "automation"
    """,
}

BETA_AGENTS_ENVIRONMENTS = {
    "EnvironmentFile": 'environment_id, object = "agent.environment.file", path, size_bytes',
    "EnvironmentTemplate": """id, capability_directories, created_at, files: [File], name, network: Network,
        object = "agent.environment.template", packages: Packages, plugins: [HostedPlugin], skills: [Skill], updated_at,
        desktop: Desktop
    File = +HostedTemplateFileResourceFileID | +HostedTemplateFileResourceInline
      +HostedTemplateFileResourceFileID: file_id, path, type = "file_id"
      +HostedTemplateFileResourceInline: path, size_bytes, type = "inline"
    Network: access, allowed_domains
    Packages: npm, python, system
    Skill = +HostedTemplateSkillResourceSkillReference | +HostedTemplateSkillResourceInline
      +HostedTemplateSkillResourceSkillReference: skill_id, type = "skill_reference", version
      +HostedTemplateSkillResourceInline: like HostedPlugin
    Desktop: enabled
    """,
    "EnvironmentTemplateDeleted": 'id, deleted, object = "agent.environment.template.deleted"',
}

BETA_AGENTS_SESSIONS = {
    "SessionArtifact": """id, created_at, environment_id, object = "agent.session.artifact", path, session_id,
        size_bytes, turn_id
    """,
    "SessionArtifactDeleted": 'id, deleted, object = "agent.session.artifact.deleted"',
    "SessionTrace": 'id, created_at, object = "agent.session.trace", otlp, session_id',
    "Turn": """id, agent_id, completed_at, created_at, error: SessionTurnError, object = "agent.session.turn",
        session_id, started_at, status, subagent_id, usage: TokenUsage, prompt_cache_options: PromptCacheOptions
    PromptCacheOptions: ttl
    """,
}

BETA_AGENTS_VAULTS = {
    "Credential": """id, auth: CredentialAuth, created_at, metadata, name, object = "vault.credential", updated_at,
        vault_id
    """,
    "CredentialAuth": """= VaultCredentialAuthResourceMcpOauth | VaultCredentialAuthResourceStaticBearer |
        VaultCredentialAuthResourceEnvironmentVariable
    VaultCredentialAuthResourceMcpOauth: expires_at, mcp_server_url, refresh: +Refresh, type = "mcp_oauth"
      +Refresh: client_id, resource, scope, token_endpoint, token_endpoint_auth: McpOauthTokenEndpointAuth
    VaultCredentialAuthResourceStaticBearer: mcp_server_url, type = "static_bearer"
    VaultCredentialAuthResourceEnvironmentVariable: networking: CredentialNetworking, secret_name,
        type = "environment_variable"
    """,
    "CredentialDeleted": 'id, deleted, object = "vault.credential.deleted"',
    "CredentialNetworking": """= VaultCredentialNetworkingResourceUnrestricted |
        VaultCredentialNetworkingResourceLimited
    VaultCredentialNetworkingResourceUnrestricted: type = "unrestricted"
    VaultCredentialNetworkingResourceLimited: allowed_hosts, type = "limited"
    """,
    "McpOauthTokenEndpointAuth": """= +ResourceNone | +ResourceClientSecretBasic | +ResourceClientSecretPost
    McpOauthTokenEndpointAuthResourceNone: type = "none"
    McpOauthTokenEndpointAuthResourceClientSecretBasic: type = "client_secret_basic"
    McpOauthTokenEndpointAuthResourceClientSecretPost: type = "client_secret_post"
    """,
}

BETA_CHATKIT = {
    "ChatSession": """id, chatkit_configuration: chat_session_chatkit_configuration.ChatSessionChatKitConfiguration,
        client_secret, expires_at, max_requests_per_1_minute, object = "chatkit.session",
        rate_limits: ChatSessionRateLimits, status, user, workflow: beta.chatkit_workflow.ChatKitWorkflow
    """,
    "ChatSessionAutomaticThreadTitling": "enabled",
    "chat_session_chatkit_configuration": """
    ChatSessionChatKitConfiguration: automatic_thread_titling: ChatSessionAutomaticThreadTitling,
        file_upload: ChatSessionFileUpload, history: ChatSessionHistory
    """,
    "ChatSessionFileUpload": "enabled, max_file_size, max_files",
    "ChatSessionHistory": "enabled, recent_threads",
    "ChatSessionRateLimits": "max_requests_per_1_minute",
    "chatkit_attachment": """
    ChatKitAttachment: id, mime_type, name, preview_url, type
    """,
    "chatkit_response_output_text": """
    ChatKitResponseOutputText: annotations: [Annotation], text, type = "output_text"
    Annotation = +File | +URL
      +File: source: +Source, type = "file"
        +Source: filename, type = "file"
      +URL: source: +Source, type = "url"
        +Source: type = "url", url
    """,
    "chatkit_thread": """
    ChatKitThread: id, created_at, object = "chatkit.thread", status: Status, title, user
    Status = +Active | +Locked | +Closed
      +Active: type = "active"
      +Locked: reason, type = "locked"
      +Closed: reason, type = "closed"
    """,
    "chatkit_thread_assistant_message_item": """
    ChatKitThreadAssistantMessageItem: id, content: [chatkit_response_output_text.ChatKitResponseOutputText],
        created_at, object = "chatkit.thread_item", thread_id, type = "chatkit.assistant_message"
    """,
    "chatkit_thread_item_list": """
    ChatKitThreadItemList: data: [Data], first_id, has_more, last_id, object = "list"
    Data = chatkit_thread_user_message_item.ChatKitThreadUserMessageItem |
        chatkit_thread_assistant_message_item.ChatKitThreadAssistantMessageItem |
        chatkit_widget_item.ChatKitWidgetItem | +ChatKitClientToolCall | +ChatKitTask | +ChatKitTaskGroup
      +ChatKitClientToolCall: id, arguments, call_id, created_at, name, object = "chatkit.thread_item", output, status,
          thread_id, type = "chatkit.client_tool_call"
      +ChatKitTask: id, created_at, heading, object = "chatkit.thread_item", summary, task_type, thread_id,
          type = "chatkit.task"
        +Group: id, created_at, object = "chatkit.thread_item", tasks: [+Task], thread_id, type = "chatkit.task_group"
          +Task: heading, summary, type
    """,
    "chatkit_thread_user_message_item": """
    ChatKitThreadUserMessageItem: id, attachments: [chatkit_attachment.ChatKitAttachment], content: [Content],
        created_at, inference_options: InferenceOptions, object = "chatkit.thread_item", thread_id,
        type = "chatkit.user_message"
    Content = +InputText | +QuotedText
      +InputText: text, type = "input_text"
      +QuotedText: text, type = "quoted_text"
    InferenceOptions: model, tool_choice: +ToolChoice
      +ToolChoice: id
    """,
    "chatkit_widget_item": """
    ChatKitWidgetItem: id, created_at, object = "chatkit.thread_item", thread_id, type = "chatkit.widget", widget
    """,
    "ThreadDeleteResponse": 'id, deleted, object = "chatkit.thread.deleted"',
}

BETA_RESPONSES = {
    "InputTokenCountResponse": "like responses.InputTokenCountResponse",
}

BETA_THREADS = {
    "Annotation": "= FileCitationAnnotation | FilePathAnnotation",
    "AnnotationDelta": "= FileCitationDeltaAnnotation | FilePathDeltaAnnotation",
    "FileCitationAnnotation": """end_index, file_citation: FileCitation, start_index, text, type = "file_citation"
    FileCitation: file_id
    """,
    "FileCitationDeltaAnnotation": """index, type = "file_citation", end_index, file_citation: FileCitation,
        start_index, text
    FileCitation: file_id, quote
    """,
    "FilePathAnnotation": """end_index, file_path: FilePath, start_index, text, type = "file_path"
    FilePath: file_id
    """,
    "FilePathDeltaAnnotation": """index, type = "file_path", end_index, file_path: FilePath, start_index, text
    FilePath: file_id
    """,
    "ImageFile": "file_id, detail",
    "ImageFileContentBlock": 'image_file: ImageFile, type = "image_file"',
    "ImageFileDelta": "detail, file_id",
    "ImageFileDeltaBlock": 'index, type = "image_file", image_file: ImageFileDelta',
    "ImageURL": "url, detail",
    "ImageURLContentBlock": 'image_url: ImageURL, type = "image_url"',
    "ImageURLDelta": "detail, url",
    "ImageURLDeltaBlock": 'index, type = "image_url", image_url: ImageURLDelta',
    "Message": """id, assistant_id, attachments: [Attachment], completed_at, content: [MessageContent], created_at,
        incomplete_at, incomplete_details: IncompleteDetails, metadata, object = "thread.message", role, run_id, status,
        thread_id
    Attachment: file_id, tools: [+Tool]
      +Tool = CodeInterpreterTool | +AssistantToolsFileSearchTypeOnly
        +AssistantToolsFileSearchTypeOnly: type = "file_search"
    IncompleteDetails: reason
    """,
    "MessageContent": "= ImageFileContentBlock | ImageURLContentBlock | TextContentBlock | RefusalContentBlock",
    "MessageContentDelta": "= ImageFileDeltaBlock | TextDeltaBlock | RefusalDeltaBlock | ImageURLDeltaBlock",
    "MessageDeleted": 'id, deleted, object = "thread.message.deleted"',
    "MessageDelta": "content: [MessageContentDelta], role",
    "MessageDeltaEvent": 'id, delta: MessageDelta, object = "thread.message.delta"',
    "RefusalContentBlock": 'refusal, type = "refusal"',
    "RefusalDeltaBlock": 'index, type = "refusal", refusal',
    "RequiredActionFunctionToolCall": """id, function: Function, type = "function"
    Function: arguments, name
    """,
    "Run": """id, assistant_id, cancelled_at, completed_at, created_at, expires_at, failed_at,
        incomplete_details: IncompleteDetails, instructions, last_error: LastError, max_completion_tokens,
        max_prompt_tokens, metadata, model, object = "thread.run", parallel_tool_calls, required_action: RequiredAction,
        response_format: AssistantResponseFormatOption, started_at, status, thread_id, tool_choice: AssistantToolChoice,
        tools: [AssistantTool], truncation_strategy: TruncationStrategy, usage: Usage, temperature: float, top_p: float
    IncompleteDetails: reason
    LastError: code, message
    RequiredAction: submit_tool_outputs: +SubmitToolOutputs, type = "submit_tool_outputs"
      +SubmitToolOutputs: tool_calls: [RequiredActionFunctionToolCall]
    TruncationStrategy: type, last_messages
    Usage: completion_tokens, prompt_tokens, total_tokens
    """,
    "Text": "annotations: [Annotation], value",
    "TextContentBlock": 'text: Text, type = "text"',
    "TextDelta": "annotations: [AnnotationDelta], value",
    "TextDeltaBlock": 'index, type = "text", text: TextDelta',
}

BETA_THREADS_RUNS = {
    "CodeInterpreterLogs": 'index, type = "logs", logs',
    "CodeInterpreterOutputImage": """index, type = "image", image: Image
    Image: file_id
    """,
    "CodeInterpreterToolCall": """id, code_interpreter: CodeInterpreter, type = "code_interpreter"
    CodeInterpreter: input, outputs: [+Output]
      +Output = +Logs | +Image
        +Logs: logs, type = "logs"
        +Image: image: +Image, type = "image"
          +Image: file_id
    """,
    "CodeInterpreterToolCallDelta": """index, type = "code_interpreter", id, code_interpreter: CodeInterpreter
    CodeInterpreter: input, outputs: [+Output]
      +Output = CodeInterpreterLogs | CodeInterpreterOutputImage
    """,
    "FileSearchToolCall": """id, file_search: FileSearch, type = "file_search"
    FileSearch: ranking_options: +RankingOptions, results: [+Result]
      +RankingOptions: ranker, score_threshold: float
      +Result: file_id, file_name, score: float, content: [+Content]
        +Content: text, type = "text"
    """,
    "FileSearchToolCallDelta": 'file_search, index, type = "file_search", id',
    "FunctionToolCall": """like RequiredActionFunctionToolCall
    Function: arguments, name, output
    """,
    "FunctionToolCallDelta": """index, type = "function", id, function: Function
    Function: arguments, name, output
    """,
    "MessageCreationStepDetails": """message_creation: MessageCreation, type = "message_creation"
    MessageCreation: message_id
    """,
    "RunStep": """id, assistant_id, cancelled_at, completed_at, created_at, expired_at, failed_at,
        last_error: LastError, metadata, object = "thread.run.step", run_id, status, step_details: StepDetails,
        thread_id, type, usage: Usage
    LastError: code, message
    StepDetails = MessageCreationStepDetails | ToolCallsStepDetails
    Usage: like beta.Run.Usage
    """,
    "RunStepDelta": """step_details: StepDetails
    StepDetails = RunStepDeltaMessageDelta | ToolCallDeltaObject
    """,
    "RunStepDeltaEvent": 'id, delta: RunStepDelta, object = "thread.run.step.delta"',
    "RunStepDeltaMessageDelta": """type = "message_creation", message_creation: MessageCreation
    MessageCreation: message_id
    """,
    "ToolCall": "= CodeInterpreterToolCall | FileSearchToolCall | FunctionToolCall",
    "ToolCallDelta": "= CodeInterpreterToolCallDelta | FileSearchToolCallDelta | FunctionToolCallDelta",
    "ToolCallDeltaObject": 'type = "tool_calls", tool_calls: [ToolCallDelta]',
    "ToolCallsStepDetails": 'tool_calls: [ToolCall], type = "tool_calls"',
}

MODELS = {
    "beta": BETA,
    "beta.agents": BETA_AGENTS,
    "beta.agents.automations": BETA_AGENTS_AUTOMATIONS,
    "beta.agents.environments": BETA_AGENTS_ENVIRONMENTS,
    "beta.agents.sessions": BETA_AGENTS_SESSIONS,
    "beta.agents.vaults": BETA_AGENTS_VAULTS,
    "beta.chatkit": BETA_CHATKIT,
    "beta.responses": BETA_RESPONSES,
    "beta.threads": BETA_THREADS,
    "beta.threads.runs": BETA_THREADS_RUNS,
}
