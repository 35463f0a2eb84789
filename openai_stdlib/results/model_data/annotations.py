# SPDX-License-Identifier: MIT
"""Names below `types` that are no models of results: literals, parameters and events that a program sends.

Each stands for `typing.Any` in the module that is named like it, or before the parenthesis. Written by tools/models.py.
"""

NAMES = {
    "": """
    AudioModel AudioResponseFormat ChatModel EmbeddingModel FileContent FilePurpose ImageModel ModerationModel SkillList
    VideoModel VideoSeconds VideoSize websocket_connection_options(WebsocketConnectionOptions,
    SyncWebSocketConnectionOptions, WebSocketConnectionOptions) websocket_reconnection(Query, Headers,
    ReconnectingEvent, ReconnectingOverrides)
    """,
    "admin.organization": """
    CostQuantityUnit ProjectResidency
    """,
    "admin.organization.projects": """
    ProjectOptionalServiceTier
    """,
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
    "shared": """
    AllModels ChatModel DecisionInputJSON DecisionQuestionInputImage DecisionQuestionInputPart DecisionQuestionInputText
    FunctionParameters Metadata oauth_error_code(OAuthErrorCode) ReasoningEffort ResponseFormatTextGrammar
    ResponseFormatTextPython ResponsesModel
    """,
    "skills": """
    SkillVersionList
    """,
    "webhooks": """
    safety_identifier_blocked_webhook_event(SafetyIdentifierBlockedWebhookEvent, Data) WebhookEndpointList
    """,
}
