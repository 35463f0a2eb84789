# SPDX-License-Identifier: MIT
"""Names below `types` that are no models of results: literals, parameters and events that a program sends.

Each stands for `typing.Any` in the module that is named like it, or before the parenthesis; `*` stands for all further
names of a module that is about web sockets. Packages without such names are listed too. Written by tools/models.py.
"""

NAMES = {
    "": """
    AudioModel AudioResponseFormat ChatModel EmbeddingModel FileContent FilePurpose ImageModel ModerationModel SkillList
    VideoModel VideoSeconds VideoSize websocket_connection_options(WebsocketConnectionOptions,
    SyncWebSocketConnectionOptions, WebSocketConnectionOptions) websocket_reconnection(Query, Headers,
    ReconnectingEvent, ReconnectingOverrides)
    """,
    "admin": "",
    "admin.organization": """
    CostQuantityUnit ProjectResidency
    """,
    "admin.organization.groups": "",
    "admin.organization.projects": """
    ProjectOptionalServiceTier
    """,
    "admin.organization.projects.groups": "",
    "admin.organization.projects.service_accounts": "",
    "admin.organization.projects.users": "",
    "admin.organization.users": "",
    "admin.organization.workload_identity_providers": "",
    "audio": """
    SpeechModel TranscriptionInclude
    """,
    "beta": """
    AgentFunctionCallStatus AgentOutputItemStatus BetaImageDetail BetaResponseConversationParam BetaResponseIncludable
    BetaResponseInjectEvent BetaResponseStatus BetaResponseSteerErrorCode BetaResponseSteerEvent
    BetaResponseSteerPendingReason beta_responses_client_event(BetaResponsesClientEvent, ResponseCreate,
    ResponseCreateAccessPrograms, ResponseCreateBackgroundOptions, ResponseCreateContextManagement,
    ResponseCreateConversation, ResponseCreateImage, ResponseCreateModeration, ResponseCreateModerationPolicy,
    ResponseCreateModerationPolicyInput, ResponseCreateModerationPolicyOutput, ResponseCreateMultiAgent,
    ResponseCreatePromptCacheOptions, ResponseCreateReasoning, ResponseCreateStreamOptions, ResponseCreateToolChoice,
    ResponseCreateToolChoiceBetaSpecificProgrammaticToolCallingParam) BetaServiceTier BetaToolChoiceOptions
    """,
    "beta.agents": """
    VaultStatus
    """,
    "beta.agents.automations": "",
    "beta.agents.environments": "",
    "beta.agents.sessions": "",
    "beta.agents.sessions.subagents": "",
    "beta.agents.sessions.subagents.turns": "",
    "beta.agents.sessions.turns": "",
    "beta.agents.vaults": "",
    "beta.chat": "",
    "beta.chatkit": """
    ChatSessionStatus chatkit_thread_item_list(ChatKitThreadItemList)
    """,
    "beta.realtime": """
    conversation_created_event(ConversationCreatedEvent, Conversation) ConversationItem ConversationItemContent
    ConversationItemCreateEvent ConversationItemCreatedEvent ConversationItemDeleteEvent ConversationItemDeletedEvent
    conversation_item_input_audio_transcription_completed_event(ConversationItemInputAudioTranscriptionCompletedEvent,
    Usage, UsageTranscriptTextUsageTokens, UsageTranscriptTextUsageTokensInputTokenDetails,
    UsageTranscriptTextUsageDuration, Logprob)
    conversation_item_input_audio_transcription_delta_event(ConversationItemInputAudioTranscriptionDeltaEvent, Logprob)
    conversation_item_input_audio_transcription_failed_event(ConversationItemInputAudioTranscriptionFailedEvent, Error)
    ConversationItemRetrieveEvent ConversationItemTruncateEvent ConversationItemTruncatedEvent
    conversation_item_with_reference(ConversationItemWithReference, Content) error_event(ErrorEvent, Error)
    InputAudioBufferAppendEvent InputAudioBufferClearEvent InputAudioBufferClearedEvent InputAudioBufferCommitEvent
    InputAudioBufferCommittedEvent InputAudioBufferSpeechStartedEvent InputAudioBufferSpeechStoppedEvent
    rate_limits_updated_event(RateLimitsUpdatedEvent, RateLimit) realtime_client_event(RealtimeClientEvent,
    OutputAudioBufferClear) RealtimeResponse realtime_response_status(RealtimeResponseStatus, Error)
    realtime_response_usage(RealtimeResponseUsage, InputTokenDetails, OutputTokenDetails)
    realtime_server_event(RealtimeServerEvent, ConversationItemRetrieved, OutputAudioBufferStarted,
    OutputAudioBufferStopped, OutputAudioBufferCleared) ResponseAudioDeltaEvent ResponseAudioDoneEvent
    ResponseAudioTranscriptDeltaEvent ResponseAudioTranscriptDoneEvent ResponseCancelEvent
    response_content_part_added_event(ResponseContentPartAddedEvent, Part)
    response_content_part_done_event(ResponseContentPartDoneEvent, Part) response_create_event(ResponseCreateEvent,
    Response, ResponseTool) ResponseCreatedEvent ResponseDoneEvent ResponseFunctionCallArgumentsDeltaEvent
    ResponseFunctionCallArgumentsDoneEvent ResponseOutputItemAddedEvent ResponseOutputItemDoneEvent
    ResponseTextDeltaEvent ResponseTextDoneEvent session(Session, InputAudioNoiseReduction, InputAudioTranscription,
    Tool, Tracing, TracingTracingConfiguration, TurnDetection) SessionCreatedEvent
    session_update_event(SessionUpdateEvent, Session, SessionClientSecret, SessionClientSecretExpiresAfter,
    SessionInputAudioNoiseReduction, SessionInputAudioTranscription, SessionTool, SessionTracing,
    SessionTracingTracingConfiguration, SessionTurnDetection) SessionUpdatedEvent
    transcription_session_update(TranscriptionSessionUpdate, Session, SessionClientSecret, SessionClientSecretExpiresAt,
    SessionInputAudioNoiseReduction, SessionInputAudioTranscription, SessionTurnDetection)
    TranscriptionSessionUpdatedEvent
    """,
    "beta.responses": """
    BetaResponseItemList
    """,
    "beta.threads": """
    RunStatus
    """,
    "beta.threads.runs": """
    RunStepInclude
    """,
    "chat": """
    ChatCompletionModality ChatCompletionReasoningEffort ChatCompletionRole
    """,
    "chat.completions": "",
    "containers": "",
    "containers.files": "",
    "conversations": "",
    "evals": "",
    "evals.runs": "",
    "fine_tuning": "",
    "fine_tuning.alpha": "",
    "fine_tuning.checkpoints": "",
    "fine_tuning.jobs": "",
    "graders": "",
    "live": """
    audio_format(AudioFormat, *) BuiltInVoice ClientConfig ClientDelegation ClientEvent CommentaryAppendEvent
    CommentaryAppendedEvent connect_client_event(ConnectClientEvent, *) connect_server_event(ConnectServerEvent, *)
    CustomVoice DataChannelConfig decision_assistant_message(DecisionAssistantMessage, *) DecisionChoiceOption
    DecisionCreateEvent DecisionDeveloperMessage decision_event(DecisionEvent, *) DecisionInputText
    decision_item_create_event(DecisionItemCreateEvent, *) decision_item_created_event(DecisionItemCreatedEvent, *)
    DecisionItemDeleteEvent DecisionItemDeletedEvent DecisionJSONObject decision_question(DecisionQuestion, *)
    decision_stored_assistant_message(DecisionStoredAssistantMessage, *) DecisionStoredDeveloperMessage
    DecisionStoredSystemMessage decision_stored_user_message(DecisionStoredUserMessage, *) DecisionSystemMessage
    decision_trigger(DecisionTrigger, *) decision_user_message(DecisionUserMessage, *)
    decisions_delegation_config(DecisionsDelegationConfig, *)
    decisions_delegation_update_config(DecisionsDelegationUpdateConfig, *)
    delegation_created_event(DelegationCreatedEvent, *) Error ErrorEvent ForkClientEvent
    fork_server_event(ForkServerEvent, *) fork_session_config(ForkSessionConfig, *) ForkSessionStartEvent FunctionTool
    InfoEvent initial_item(InitialItem, *) InputAudioAppendEvent InputAudioMuteEvent InputAudioMutedEvent
    InputAudioUnmuteEvent InputAudioUnmutedEvent InstructionsAppendEvent InstructionsAppendedEvent OutputAudioDeltaEvent
    OutputAudioFixturePlayEvent OutputAudioFixturePlayedEvent OutputAudioFixturePlayingEvent ResponseCreateEvent
    ResponseEvent ResponseItemCreateEvent responses_delegation_config(ResponsesDelegationConfig, *)
    responses_delegation_update_config(ResponsesDelegationUpdateConfig, *) server_event(ServerEvent, *)
    ServerEventSelector SessionCloseEvent SessionClosedEvent session_config(SessionConfig, *)
    session_resource(SessionResource, *) SessionStartEvent SessionStartedEvent
    session_update_config(SessionUpdateConfig, *) SessionUpdateEvent SessionUpdatedEvent SessionUsage
    session_usage_updated_event(SessionUsageUpdatedEvent, *) ThinkingAppendEvent ThinkingAppendedEvent
    """,
    "realtime": """
    conversation_created_event(ConversationCreatedEvent, *) ConversationItem ConversationItemAdded
    ConversationItemCreateEvent ConversationItemCreatedEvent ConversationItemDeleteEvent ConversationItemDeletedEvent
    ConversationItemDone
    conversation_item_input_audio_transcription_completed_event(ConversationItemInputAudioTranscriptionCompletedEvent,
    *) ConversationItemInputAudioTranscriptionDeltaEvent
    conversation_item_input_audio_transcription_failed_event(ConversationItemInputAudioTranscriptionFailedEvent, *)
    ConversationItemInputAudioTranscriptionSegment ConversationItemRetrieveEvent ConversationItemTruncateEvent
    ConversationItemTruncatedEvent InputAudioBufferAppendEvent InputAudioBufferClearEvent InputAudioBufferClearedEvent
    InputAudioBufferCommitEvent InputAudioBufferCommittedEvent InputAudioBufferDtmfEventReceivedEvent
    InputAudioBufferSpeechStartedEvent InputAudioBufferSpeechStoppedEvent InputAudioBufferTimeoutTriggered
    LogProbProperties McpListToolsCompleted McpListToolsFailed McpListToolsInProgress NoiseReductionType
    OutputAudioBufferClearEvent rate_limits_updated_event(RateLimitsUpdatedEvent, *) RealtimeAudioConfig
    realtime_audio_config_input(RealtimeAudioConfigInput, *) realtime_audio_config_output(RealtimeAudioConfigOutput, *)
    realtime_audio_input_turn_detection(RealtimeAudioInputTurnDetection, *) RealtimeClientEvent
    realtime_conversation_item_assistant_message(RealtimeConversationItemAssistantMessage, *)
    RealtimeConversationItemFunctionCall RealtimeConversationItemFunctionCallOutput
    realtime_conversation_item_system_message(RealtimeConversationItemSystemMessage, *)
    realtime_conversation_item_user_message(RealtimeConversationItemUserMessage, *) RealtimeError RealtimeErrorEvent
    RealtimeMcpApprovalRequest RealtimeMcpApprovalResponse realtime_mcp_list_tools(RealtimeMcpListTools, *)
    RealtimeMcpProtocolError realtime_mcp_tool_call(RealtimeMcpToolCall, *) RealtimeMcpToolExecutionError
    RealtimeMcphttpError RealtimeReasoningEffort realtime_response(RealtimeResponse, *)
    realtime_response_create_audio_output(RealtimeResponseCreateAudioOutput, *)
    realtime_response_create_mcp_tool(RealtimeResponseCreateMcpTool, *)
    realtime_response_create_params(RealtimeResponseCreateParams, *) realtime_response_status(RealtimeResponseStatus, *)
    RealtimeResponseUsage realtime_response_usage_input_token_details(RealtimeResponseUsageInputTokenDetails, *)
    RealtimeResponseUsageOutputTokenDetails realtime_server_event(RealtimeServerEvent, *) RealtimeSessionCreateRequest
    RealtimeToolChoiceConfig RealtimeToolsConfig realtime_tools_config_union(RealtimeToolsConfigUnion, *)
    realtime_tracing_config(RealtimeTracingConfig, *) RealtimeTranscriptionSessionAudio
    realtime_transcription_session_audio_input(RealtimeTranscriptionSessionAudioInput, *)
    realtime_transcription_session_audio_input_turn_detection(RealtimeTranscriptionSessionAudioInputTurnDetection, *)
    RealtimeTranscriptionSessionCreateRequest RealtimeTranslationClientEvent
    RealtimeTranslationInputAudioBufferAppendEvent RealtimeTranslationInputTranscriptDeltaEvent
    RealtimeTranslationOutputAudioDeltaEvent RealtimeTranslationOutputTranscriptDeltaEvent
    RealtimeTranslationServerEvent RealtimeTranslationSessionCloseEvent RealtimeTranslationSessionClosedEvent
    RealtimeTranslationSessionCreatedEvent RealtimeTranslationSessionUpdateEvent
    realtime_translation_session_update_request(RealtimeTranslationSessionUpdateRequest, *)
    RealtimeTranslationSessionUpdatedEvent RealtimeTruncation ResponseAudioDeltaEvent ResponseAudioDoneEvent
    ResponseAudioTranscriptDeltaEvent ResponseAudioTranscriptDoneEvent ResponseCancelEvent
    response_content_part_added_event(ResponseContentPartAddedEvent, *)
    response_content_part_done_event(ResponseContentPartDoneEvent, *) ResponseCreateEvent ResponseCreatedEvent
    ResponseDoneEvent ResponseFunctionCallArgumentsDeltaEvent ResponseFunctionCallArgumentsDoneEvent
    ResponseItemReference ResponseMcpCallArgumentsDelta ResponseMcpCallArgumentsDone ResponseMcpCallCompleted
    ResponseMcpCallFailed ResponseMcpCallInProgress ResponseOutputItemAddedEvent ResponseOutputItemDoneEvent
    ResponseTextDeltaEvent ResponseTextDoneEvent session_created_event(SessionCreatedEvent, *)
    session_update_event(SessionUpdateEvent, *) session_updated_event(SessionUpdatedEvent, *)
    """,
    "realtime.translations": "",
    "responses": """
    ImageDetail ResponseConversationParam ResponseIncludable ResponseItemList ResponseStatus ResponseSteerErrorCode
    ResponseSteerEvent ResponseSteerPendingReason responses_client_event(ResponsesClientEvent, ResponseCreate,
    ResponseCreateAccessPrograms, ResponseCreateBackgroundOptions, ResponseCreateContextManagement,
    ResponseCreateConversation, ResponseCreateImage, ResponseCreateModeration, ResponseCreateModerationPolicy,
    ResponseCreateModerationPolicyInput, ResponseCreateModerationPolicyOutput, ResponseCreatePromptCacheOptions,
    ResponseCreateStreamOptions, ResponseCreateToolChoice, ResponseCreateToolChoiceSpecificProgrammaticToolCallingParam,
    ContextManagement, Conversation, Moderation, ModerationPolicy, ModerationPolicyInput, ModerationPolicyOutput,
    PromptCacheOptions, StreamOptions, ToolChoice, ToolChoiceSpecificProgrammaticToolCallingParam) ServiceTier
    ToolChoiceOptions
    """,
    "safety": "",
    "shared": """
    AllModels ChatModel DecisionInputJSON DecisionQuestionInputImage DecisionQuestionInputPart DecisionQuestionInputText
    FunctionParameters Metadata oauth_error_code(OAuthErrorCode) ReasoningEffort ResponseFormatTextGrammar
    ResponseFormatTextPython ResponsesModel
    """,
    "skills": """
    SkillVersionList
    """,
    "skills.versions": "",
    "uploads": "",
    "vector_stores": "",
    "webhooks": """
    safety_identifier_blocked_webhook_event(SafetyIdentifierBlockedWebhookEvent, Data) WebhookEndpointList
    """,
}
