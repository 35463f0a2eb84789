# SPDX-License-Identifier: MIT
"""Models of realtime events. __init__.py explains the notation; written by tools/models.py."""

BETA_REALTIME = {
    "ConversationCreatedEvent": """conversation: Conversation, event_id, type = "conversation.created"
    Conversation: id, object = "realtime.conversation"
    """,
    "ConversationItem": """id, arguments, call_id, content: [ConversationItemContent], name, object = "realtime.item",
        output, role, status, type
    """,
    "ConversationItemContent": "id, audio, text, transcript, type",
    "ConversationItemCreateEvent": """item: ConversationItem, type = "conversation.item.create", event_id,
        previous_item_id
    """,
    "ConversationItemCreatedEvent": """event_id, item: ConversationItem, type = "conversation.item.created",
        previous_item_id
    """,
    "ConversationItemDeleteEvent": 'item_id, type = "conversation.item.delete", event_id',
    "ConversationItemDeletedEvent": 'event_id, item_id, type = "conversation.item.deleted"',
    "ConversationItemInputAudioTranscriptionCompletedEvent": """content_index, event_id, item_id, transcript,
        type = "conversation.item.input_audio_transcription.completed", usage: Usage, logprobs: [Logprob]
    Usage = +TranscriptTextUsageTokens | +TranscriptTextUsageDuration
      +TranscriptTextUsageTokens: like audio.Transcription.UsageTokens
      +TranscriptTextUsageDuration: seconds: float, type = "duration"
    Logprob: token, bytes, logprob: float
    """,
    "ConversationItemInputAudioTranscriptionDeltaEvent": """event_id, item_id,
        type = "conversation.item.input_audio_transcription.delta", content_index, delta, logprobs: [Logprob]
    Logprob: token, bytes, logprob: float
    """,
    "ConversationItemInputAudioTranscriptionFailedEvent": """content_index, error: Error, event_id, item_id,
        type = "conversation.item.input_audio_transcription.failed"
    Error: code, message, param, type
    """,
    "ConversationItemRetrieveEvent": 'item_id, type = "conversation.item.retrieve", event_id',
    "ConversationItemTruncateEvent": """audio_end_ms, content_index, item_id, type = "conversation.item.truncate",
        event_id
    """,
    "ConversationItemTruncatedEvent": """audio_end_ms, content_index, event_id, item_id,
        type = "conversation.item.truncated"
    """,
    "ConversationItemWithReference": """like ConversationItem, content: [Content]
    Content: like ConversationItemContent
    """,
    "ErrorEvent": """error: Error, event_id, type = "error"
    Error: message, type, code, event_id, param
    """,
    "InputAudioBufferAppendEvent": 'audio, type = "input_audio_buffer.append", event_id',
    "InputAudioBufferClearEvent": 'type = "input_audio_buffer.clear", event_id',
    "InputAudioBufferClearedEvent": 'event_id, type = "input_audio_buffer.cleared"',
    "InputAudioBufferCommitEvent": 'type = "input_audio_buffer.commit", event_id',
    "InputAudioBufferCommittedEvent": 'event_id, item_id, type = "input_audio_buffer.committed", previous_item_id',
    "InputAudioBufferSpeechStartedEvent": """audio_start_ms, event_id, item_id,
        type = "input_audio_buffer.speech_started"
    """,
    "InputAudioBufferSpeechStoppedEvent": 'audio_end_ms, event_id, item_id, type = "input_audio_buffer.speech_stopped"',
    "RateLimitsUpdatedEvent": """event_id, rate_limits: [RateLimit], type = "rate_limits.updated"
    RateLimit: limit, name, remaining, reset_seconds: float
    """,
    "RealtimeClientEvent": """= ConversationItemCreateEvent | ConversationItemDeleteEvent |
        ConversationItemRetrieveEvent | ConversationItemTruncateEvent | InputAudioBufferAppendEvent |
        InputAudioBufferClearEvent | OutputAudioBufferClear | InputAudioBufferCommitEvent | ResponseCancelEvent |
        ResponseCreateEvent | SessionUpdateEvent | TranscriptionSessionUpdate
    OutputAudioBufferClear: type = "output_audio_buffer.clear", event_id
    """,
    "RealtimeResponse": """id, conversation_id, max_output_tokens, metadata, modalities, object = "realtime.response",
        output: [ConversationItem], output_audio_format, status, status_details: RealtimeResponseStatus,
        temperature: float, usage: RealtimeResponseUsage, voice
    """,
    "RealtimeResponseStatus": """error: Error, reason, type
    Error: code, message, type
    """,
    "RealtimeResponseUsage": """input_token_details: InputTokenDetails, input_tokens,
        output_token_details: OutputTokenDetails, output_tokens, total_tokens
    InputTokenDetails: audio_tokens, cached_tokens, text_tokens
    OutputTokenDetails: audio_tokens, text_tokens
    """,
    "RealtimeServerEvent": """= ConversationCreatedEvent | ConversationItemCreatedEvent | ConversationItemDeletedEvent |
        ConversationItemInputAudioTranscriptionCompletedEvent | ConversationItemInputAudioTranscriptionDeltaEvent |
        ConversationItemInputAudioTranscriptionFailedEvent | ConversationItemRetrieved |
        ConversationItemTruncatedEvent | ErrorEvent | InputAudioBufferClearedEvent | InputAudioBufferCommittedEvent |
        InputAudioBufferSpeechStartedEvent | InputAudioBufferSpeechStoppedEvent | RateLimitsUpdatedEvent |
        ResponseAudioDeltaEvent | ResponseAudioDoneEvent | ResponseAudioTranscriptDeltaEvent |
        ResponseAudioTranscriptDoneEvent | ResponseContentPartAddedEvent | ResponseContentPartDoneEvent |
        ResponseCreatedEvent | ResponseDoneEvent | ResponseFunctionCallArgumentsDeltaEvent |
        ResponseFunctionCallArgumentsDoneEvent | ResponseOutputItemAddedEvent | ResponseOutputItemDoneEvent |
        ResponseTextDeltaEvent | ResponseTextDoneEvent | SessionCreatedEvent | SessionUpdatedEvent |
        TranscriptionSessionUpdatedEvent | OutputAudioBufferStarted | OutputAudioBufferStopped |
        OutputAudioBufferCleared
    ConversationItemRetrieved: event_id, item: ConversationItem, type = "conversation.item.retrieved"
    OutputAudioBufferStarted: event_id, response_id, type = "output_audio_buffer.started"
    OutputAudioBufferStopped: event_id, response_id, type = "output_audio_buffer.stopped"
    OutputAudioBufferCleared: event_id, response_id, type = "output_audio_buffer.cleared"
    """,
    "ResponseAudioDeltaEvent": """content_index, delta, event_id, item_id, output_index, response_id,
        type = "response.audio.delta"
    """,
    "ResponseAudioDoneEvent": """content_index, event_id, item_id, output_index, response_id,
        type = "response.audio.done"
    """,
    "ResponseAudioTranscriptDeltaEvent": """content_index, delta, event_id, item_id, output_index, response_id,
        type = "response.audio_transcript.delta"
    """,
    "ResponseAudioTranscriptDoneEvent": """content_index, event_id, item_id, output_index, response_id, transcript,
        type = "response.audio_transcript.done"
    """,
    "ResponseCancelEvent": 'type = "response.cancel", event_id, response_id',
    "ResponseContentPartAddedEvent": """content_index, event_id, item_id, output_index, part: Part, response_id,
        type = "response.content_part.added"
    Part: audio, text, transcript, type
    """,
    "ResponseContentPartDoneEvent": 'like ResponseContentPartAddedEvent, type = "response.content_part.done"',
    "ResponseCreateEvent": """type = "response.create", event_id, response: Response
    Response: conversation, input: [ConversationItemWithReference], instructions, max_response_output_tokens, metadata,
        modalities, output_audio_format, temperature: float, tool_choice, tools: [+Tool], voice
      +Tool: description, name, parameters, type = "function"
    """,
    "ResponseCreatedEvent": 'event_id, response: RealtimeResponse, type = "response.created"',
    "ResponseDoneEvent": 'event_id, response: RealtimeResponse, type = "response.done"',
    "ResponseFunctionCallArgumentsDeltaEvent": """call_id, delta, event_id, item_id, output_index, response_id,
        type = "response.function_call_arguments.delta"
    """,
    "ResponseFunctionCallArgumentsDoneEvent": """arguments, call_id, event_id, item_id, output_index, response_id,
        type = "response.function_call_arguments.done"
    """,
    "ResponseOutputItemAddedEvent": """event_id, item: ConversationItem, output_index, response_id,
        type = "response.output_item.added"
    """,
    "ResponseOutputItemDoneEvent": """event_id, item: ConversationItem, output_index, response_id,
        type = "response.output_item.done"
    """,
    "ResponseTextDeltaEvent": """content_index, delta, event_id, item_id, output_index, response_id,
        type = "response.text.delta"
    """,
    "ResponseTextDoneEvent": """content_index, event_id, item_id, output_index, response_id, text,
        type = "response.text.done"
    """,
    "Session": """id, input_audio_format, input_audio_noise_reduction: InputAudioNoiseReduction,
        input_audio_transcription: InputAudioTranscription, instructions, max_response_output_tokens, modalities, model,
        output_audio_format, speed: float, temperature: float, tool_choice, tools: [Tool],
        tracing: TracingTracingConfiguration, turn_detection: TurnDetection, voice
    InputAudioNoiseReduction: type
    InputAudioTranscription: language, model, prompt
    Tool: like ResponseCreateEvent.ResponseTool
    Tracing: like realtime.SessionCreateResponse.Tracing
    TurnDetection: create_response, eagerness, interrupt_response, prefix_padding_ms, silence_duration_ms,
        threshold: float, type
    """,
    "SessionCreatedEvent": 'event_id, session: Session, type = "session.created"',
    "SessionUpdateEvent": """session: Session, type = "session.update", event_id
    Session: client_secret: +ClientSecret, input_audio_format, input_audio_noise_reduction: +InputAudioNoiseReduction,
        input_audio_transcription: +InputAudioTranscription, instructions, max_response_output_tokens, modalities,
        model, output_audio_format, speed: float, temperature: float, tool_choice, tools: [+Tool],
        tracing: +TracingTracingConfiguration, turn_detection: +TurnDetection, voice
      +ClientSecret: expires_after: +ExpiresAfter
        +ExpiresAfter: anchor, seconds
      +InputAudioNoiseReduction: type
      +InputAudioTranscription: language, model, prompt
      +Tool: like ResponseCreateEvent.ResponseTool
      +Tracing: like realtime.SessionCreateResponse.Tracing
      +TurnDetection: like Session.TurnDetection
    """,
    "SessionUpdatedEvent": 'event_id, session: Session, type = "session.updated"',
    "TranscriptionSessionUpdate": """session: Session, type = "transcription_session.update", event_id
    Session: client_secret: +ClientSecret, include, input_audio_format,
        input_audio_noise_reduction: +InputAudioNoiseReduction, input_audio_transcription: +InputAudioTranscription,
        modalities, turn_detection: +TurnDetection
      +ClientSecret: expires_at: +ExpiresAt
        +ExpiresAt: anchor, seconds
      +InputAudioNoiseReduction: type
      +InputAudioTranscription: language, model, prompt
      +TurnDetection: like Session.TurnDetection
    """,
    "TranscriptionSessionUpdatedEvent": """event_id, session: TranscriptionSession,
        type = "transcription_session.updated"
    """,
}

LIVE = {
    "AudioFormat": """like RealtimeAudioFormats
    AudioPCMU: rate, type = "audio/pcmu"
    AudioPCMA: rate, type = "audio/pcma"
    """,
    "ClientConfig": "data_channel: DataChannelConfig",
    "ClientDelegation": 'type = "client", acknowledgement_delay_ms',
    "ClientEvent": """= SessionStartEvent | SessionUpdateEvent | InputAudioAppendEvent | InputAudioMuteEvent |
        InputAudioUnmuteEvent | OutputAudioFixturePlayEvent | InstructionsAppendEvent | ThinkingAppendEvent |
        CommentaryAppendEvent | DecisionCreateEvent | DecisionItemCreateEvent | DecisionItemDeleteEvent |
        ResponseItemCreateEvent | ResponseCreateEvent | SessionCloseEvent
    """,
    "CommentaryAppendEvent": 'content, delegation_id, type = "session.commentary.append", event_id',
    "CommentaryAppendedEvent": 'end_ms, event_id, start_ms, type = "session.commentary.appended", client_event_id',
    "ConnectClientEvent": """= SessionUpdateEvent | InputAudioMuteEvent | InputAudioUnmuteEvent |
        OutputAudioFixturePlayEvent | TransportDtmfSend | InstructionsAppendEvent | ThinkingAppendEvent |
        CommentaryAppendEvent | DecisionCreateEvent | DecisionItemCreateEvent | DecisionItemDeleteEvent |
        ResponseItemCreateEvent | ResponseCreateEvent | SessionCloseEvent
    TransportDtmfSend: event, type = "transport.dtmf.send", event_id
    """,
    "ConnectServerEvent": """= SessionStartedEvent | SessionUpdatedEvent | SessionResumed | SessionPaused |
        InputAudioMutedEvent | InputAudioUnmutedEvent | OutputAudioFixturePlayingEvent | OutputAudioFixturePlayedEvent |
        InstructionsAppendedEvent | ThinkingAppendedEvent | CommentaryAppendedEvent | InputTranscriptDeltaEvent |
        OutputTranscriptDeltaEvent | DelegationCreatedEvent | DecisionEvent | DecisionItemCreatedEvent |
        DecisionItemDeletedEvent | ResponseEvent | SessionUsageUpdatedEvent | SessionClosedEvent | ErrorEvent |
        InfoEvent | SessionInputAudioAppend | OutputAudioDeltaEvent | TransportDtmfReceived | TransportDtmfSend |
        TransportDtmfSent | TransportRinging | TransportAnswered | TransportFailed
    SessionResumed: event_id, type = "session.resumed", client_event_id
    SessionPaused: event_id, type = "session.paused", client_event_id
    SessionInputAudioAppend: audio, type = "session.input_audio.append"
    TransportDtmfReceived: event, event_id, type = "transport.dtmf.received"
    TransportDtmfSend: event, event_id, type = "transport.dtmf.send", client_event_id
    TransportDtmfSent: event, event_id, type = "transport.dtmf.sent", client_event_id
    TransportRinging: event_id, session_id, type = "transport.ringing"
    TransportAnswered: event_id, session_id, type = "transport.answered"
    TransportFailed: error: +Error, event_id, session_id, type = "transport.failed"
      +Error: code, message, type = "call_error", param
    """,
    "CustomVoice": "id",
    "DataChannelConfig": "allowed_client_events, allowed_server_events: [ServerEventSelector]",
    "DecisionAssistantMessage": """content: [ContentPart], role = "assistant", id, phase, type = "message"
    ContentPart = +OutputText | +Refusal
      +OutputText: text, type = "output_text"
      +Refusal: refusal, type = "refusal"
    """,
    "DecisionChoiceOption": "value, description",
    "DecisionCreateEvent": 'event_id, type = "decision.create"',
    "DecisionDeveloperMessage": 'content: [DecisionInputText], role = "developer", id, type = "message"',
    "DecisionEvent": """delegation_id, event: Event, event_id, source_event_id, source_event_type, trigger_id,
        type = "decision.event"
    Event: decision: decisions.Decision, type = "decision.completed"
    """,
    "DecisionInputText": 'text, type = "input_text"',
    "DecisionItemCreateEvent": """item: ItemUnion, type = "decision.item.create", event_id
    Item = DecisionUserMessage
      +Union = DecisionUserMessage | DecisionDeveloperMessage | DecisionSystemMessage | DecisionAssistantMessage |
          ItemFunctionCall | ItemFunctionCallOutput | ItemCustomToolCall | ItemCustomToolCallOutput
      +FunctionCall: arguments, call_id, name, type = "function_call", id, namespace, status
        +Output: call_id, output: [+OutputParts], type = "function_call_output", id, status
          +OutputParts = DecisionInputText | +InputImage
            +InputImage: image_url, type = "input_image", detail
      +CustomToolCall: call_id, input, name, type = "custom_tool_call", id, namespace, status
        +Output: like ItemFunctionCallOutput, type = "custom_tool_call_output"
      +ContentParts = DecisionUserMessage.ContentPart
        +InputImage = DecisionUserMessage.ContentPartInputImage
        +InputText = DecisionUserMessage.ContentPartInputText
    """,
    "DecisionItemCreatedEvent": """event_id, item: ItemUnion, type = "decision.item.created", client_event_id
    Item = DecisionStoredUserMessage
      +Union = DecisionStoredUserMessage | DecisionStoredDeveloperMessage | DecisionStoredSystemMessage |
          DecisionStoredAssistantMessage | ItemFunctionCall | ItemFunctionCallOutput | ItemCustomToolCall |
          ItemCustomToolCallOutput
      +FunctionCall: like DecisionItemCreateEvent.ItemFunctionCall, arguments, call_id, name, type, namespace, status
        +Output: id, call_id, output: [+OutputParts], type = "function_call_output", status
      +CustomToolCall: like DecisionItemCreateEvent.ItemCustomToolCall, call_id, input, name, type, namespace, status
        +Output: id, call_id, output: [+OutputParts], type = "custom_tool_call_output", status
      +ContentParts = DecisionStoredUserMessage.ContentPart
        +InputImage = DecisionStoredUserMessage.ContentPartInputImage
        +InputText = DecisionStoredUserMessage.ContentPartInputText
    """,
    "DecisionItemDeleteEvent": 'item_id, type = "decision.item.delete", event_id',
    "DecisionItemDeletedEvent": 'event_id, item_id, type = "decision.item.deleted", client_event_id',
    "DecisionQuestion": """= Choice | Predicate | Score
    Choice: choices: [DecisionChoiceOption], instructions: [+InstructionsParts], type = "choice", name
      +InstructionsParts: like ScoreInstructionsParts
    Predicate: instructions: [+InstructionsParts], type = "predicate", name
      +InstructionsParts: like ScoreInstructionsParts
    Score: instructions: [+InstructionsParts], levels: [+Level], type = "score", name
      +InstructionsParts = DecisionInputText | +InputImage | +InputJSON
        +InputImage: image_url, type = "input_image", detail
        +InputJSON: data, type = "input_json"
      +Level: label, description
    """,
    "DecisionStoredAssistantMessage": "like DecisionAssistantMessage, content, role, phase, type",
    "DecisionStoredDeveloperMessage": 'id, content: [DecisionInputText], role = "developer", type = "message"',
    "DecisionStoredSystemMessage": 'id, content: [DecisionInputText], role = "system", type = "message"',
    "DecisionStoredUserMessage": """id, content: [ContentPart], role = "user", type = "message"
    ContentPart = +InputText | +InputImage | +InputJSON
      +InputText: text, type = "input_text"
      +InputImage: image_url, type = "input_image", detail
      +InputJSON: data, type = "input_json"
    """,
    "DecisionSystemMessage": 'content: [DecisionInputText], role = "system", id, type = "message"',
    "DecisionTrigger": """decisions: Decisions, event_type, type = "decisions"
    Decisions: questions: [+Question]
      +Question = DecisionQuestion
        +QuestionParamChoice = DecisionQuestion.Choice
          +Choice = DecisionChoiceOption
        +QuestionParamPredicate = DecisionQuestion.Predicate
        +QuestionParamScore = DecisionQuestion.Score
          +Level = DecisionQuestion.ScoreLevel
    """,
    "DecisionUserMessage": "like DecisionStoredUserMessage, id, type",
    "DecisionsDelegationConfig": """model, questions: [Question]
    Question: like DecisionTrigger.DecisionsQuestion
    """,
    "DecisionsDelegationUpdateConfig": "like DecisionsDelegationConfig",
    "DelegationCreatedEvent": """delegation: Delegation, event_id, offset_ms, type = "session.delegation.created",
        client_event_id
    Delegation: id, target, type = "delegation", response_id
    """,
    "Error": "code, message, type, client_event_id, param",
    "ErrorEvent": 'error: Error, event_id, type = "error", client_event_id',
    "ForkClientEvent": "like ClientEvent",
    "ForkServerEvent": """= SessionStartedEvent | SessionUpdatedEvent | InputAudioMutedEvent | InputAudioUnmutedEvent |
        OutputAudioFixturePlayingEvent | OutputAudioFixturePlayedEvent | InstructionsAppendedEvent |
        ThinkingAppendedEvent | CommentaryAppendedEvent | SessionInputAudioAppend | OutputAudioDeltaEvent |
        InputTranscriptDeltaEvent | OutputTranscriptDeltaEvent | DelegationCreatedEvent | DecisionEvent |
        DecisionItemCreatedEvent | DecisionItemDeletedEvent | ResponseEvent | SessionUsageUpdatedEvent |
        SessionClosedEvent | ErrorEvent | InfoEvent | TransportDtmfReceived | TransportDtmfSend | TransportDtmfSent |
        TransportRinging | TransportAnswered | TransportFailed
    SessionInputAudioAppend: audio, type = "session.input_audio.append"
    TransportDtmfReceived: like ConnectServerEvent.TransportDtmfReceived
    TransportDtmfSend: like ConnectServerEvent.TransportDtmfSend
    TransportDtmfSent: like ConnectServerEvent.TransportDtmfSent
    TransportRinging: like ConnectServerEvent.TransportRinging
    TransportAnswered: like ConnectServerEvent.TransportAnswered
    TransportFailed: like ConnectServerEvent.TransportFailed
    """,
    "ForkSessionConfig": """audio: Audio, client: ClientConfig, delegation: Delegation, store
    Audio: format: AudioFormat
    Delegation: type = "responses", acknowledgement_delay_ms, responses: ResponsesDelegationUpdateConfig
    """,
    "ForkSessionStartEvent": 'session: ForkSessionConfig, type = "session.start", event_id',
    "FunctionTool": 'name, type = "function", description, parameters, strict',
    "InfoEvent": 'code, event_id, message, type = "info", client_event_id',
    "InitialItem": """= Developer | User | Assistant
    Developer: like User, role = "developer"
    User: content: [+Content], role = "user", id, status, type = "message"
      +Content: text, type = "input_text"
    Assistant: content: [+Content], role = "assistant", id, status, type = "message"
      +Content = +Text | +OutputText
        +Text: text, type = "text"
        +OutputText: text, type = "output_text"
    """,
    "InputAudioAppendEvent": 'audio, type = "session.input_audio.append", event_id',
    "InputAudioMuteEvent": 'type = "session.input_audio.mute", event_id',
    "InputAudioMutedEvent": 'event_id, type = "session.input_audio.muted", client_event_id',
    "InputAudioUnmuteEvent": 'type = "session.input_audio.unmute", event_id',
    "InputAudioUnmutedEvent": 'event_id, type = "session.input_audio.unmuted", client_event_id',
    "InputTranscriptDeltaEvent": """delta, end_ms, event_id, start_ms, type = "session.input_transcript.delta",
        client_event_id
    """,
    "InstructionsAppendEvent": 'content, delegation_id, type = "session.instructions.append", event_id',
    "InstructionsAppendedEvent": 'end_ms, event_id, start_ms, type = "session.instructions.appended", client_event_id',
    "OutputAudioDeltaEvent": 'delta, type = "session.output_audio.delta", end_ms, start_ms',
    "OutputAudioFixturePlayEvent": 'audio, type = "session.output_audio.fixture.play", event_id',
    "OutputAudioFixturePlayedEvent": 'event_id, type = "session.output_audio.fixture.played", client_event_id',
    "OutputAudioFixturePlayingEvent": 'event_id, type = "session.output_audio.fixture.playing", client_event_id',
    "OutputTranscriptDeltaEvent": """delta, end_ms, event_id, start_ms, type = "session.output_transcript.delta",
        client_event_id
    """,
    "ResponseCreateEvent": 'type = "response.create", event_id',
    "ResponseEvent": 'event, event_id, type = "response.event", client_event_id, delegation_id',
    "ResponseItemCreateEvent": 'item: responses.ResponseInput, type = "response.item.create", event_id',
    "ResponsesDelegationConfig": """model, instructions, max_output_tokens, parallel_tool_calls, reasoning: Reasoning,
        service_tier, text: Text, tool_choice: ToolChoice, tools: [Tool]
    Reasoning: effort, summary
    Text: verbosity
    Tool = FunctionTool | +WebSearch | +FileSearch | +CodeInterpreter | +Shell | +ImageGeneration | +Mcp | +Custom |
        +Namespace | +Search | +ProgrammaticToolCalling | +Computer | +ApplyPatch
      +Choice = +LiveFunctionToolChoiceParam | +LiveMCPToolChoiceParam | +FileSearch | +WebSearch | +WebSearchPreview |
          +ImageGeneration | +Computer | +CodeInterpreter | +ProgrammaticToolCalling | +Shell | +Custom | +ApplyPatch |
          +LiveAllowedToolsChoiceParam
        +LiveFunctionToolChoiceParam: name, type = "function"
        +LiveMCPToolChoiceParam: name, server_label, type = "mcp"
        +FileSearch: type = "file_search"
        +WebSearch: type = "web_search"
          +Preview: type = "web_search_preview"
        +ImageGeneration: type = "image_generation"
        +Computer: type = "computer"
        +CodeInterpreter: type = "code_interpreter"
        +ProgrammaticToolCalling: type = "programmatic_tool_calling"
        +Shell: type = "shell"
        +Custom: name, type = "custom"
        +ApplyPatch: type = "apply_patch"
        +LiveAllowedToolsChoiceParam: tools: [+Tool], type = "allowed_tools", mode
          +Tool = +LiveFunctionToolChoiceParam | +LiveMCPToolChoiceParam | +FileSearch | +WebSearch |
              +WebSearchPreview | +ImageGeneration | +Computer | +CodeInterpreter | +ProgrammaticToolCalling | +Shell |
              +Custom | +ApplyPatch
            +LiveFunctionToolChoiceParam: name, type = "function"
            +LiveMCPToolChoiceParam: name, server_label, type = "mcp"
            +FileSearch: type = "file_search"
            +WebSearch: type = "web_search"
              +Preview: type = "web_search_preview"
            +ImageGeneration: type = "image_generation"
            +Computer: type = "computer"
            +CodeInterpreter: type = "code_interpreter"
            +ProgrammaticToolCalling: type = "programmatic_tool_calling"
            +Shell: type = "shell"
            +Custom: name, type = "custom"
            +ApplyPatch: type = "apply_patch"
      +WebSearch: type = "web_search"
      +FileSearch: type = "file_search"
      +CodeInterpreter: type = "code_interpreter"
      +Shell: type = "shell", environment: +Environment
        +Environment = +ContainerAuto | +ContainerReference | +Local
          +ContainerAuto: type = "container_auto", file_ids, memory_limit, network_policy: +NetworkPolicy,
              skills: [+Skill]
            +NetworkPolicy = +Disabled | +Allowlist
              +Disabled: type = "disabled"
              +Allowlist: allowed_domains, type = "allowlist"
            +Skill = +SkillReference | +Inline
              +SkillReference: skill_id, type = "skill_reference", version
              +Inline: description, name, source: +Source, type = "inline"
                +Source: data, media_type, type = "base64"
          +ContainerReference: container_id, type = "container_reference"
          +Local: type = "local", skills: [+Skill]
            +Skill: description, name, path
      +ImageGeneration: type = "image_generation"
      +Mcp: type = "mcp", allowed_callers, allowed_tools: [+AllowedToolsLiveMCPToolFilterParam], authorization,
          connector_id, defer_loading, headers, require_approval: +RequireApprovalLiveMCPRequireApprovalFilterParam,
          server_description, server_label, server_url, tunnel_id
        +AllowedTools = +LiveMCPToolFilterParam
          +LiveMCPToolFilterParam: read_only, tool_names
        +RequireApproval = +LiveMCPRequireApprovalFilterParam
          +LiveMCPRequireApprovalFilterParam:
              like responses.ResponseToolSearchOutputItemParam.ToolMcpRequireApprovalMcpToolApprovalFilter
      +Custom: type = "custom"
      +Namespace: type = "namespace"
      +Search: type = "tool_search"
      +ProgrammaticToolCalling: type = "programmatic_tool_calling"
      +Computer: type = "computer"
      +ApplyPatch: type = "apply_patch"
    """,
    "ResponsesDelegationUpdateConfig": """like ResponsesDelegationConfig, model, parallel_tool_calls, reasoning,
        service_tier, text, tool_choice, tools
    """,
    "ServerEvent": "like ForkServerEvent",
    "ServerEventSelector": "type, response_event",
    "SessionCloseEvent": 'type = "session.close", event_id',
    "SessionClosedEvent": """event_id, reason, session: SessionResource, type = "session.closed", usage: SessionUsage,
        client_event_id
    """,
    "SessionConfig": """model, audio: Audio, client: ClientConfig, delegation: Delegation, input: [InitialItem],
        instructions, safety_identifier, store, triggers: [DecisionTrigger]
    Audio: format: AudioFormat, output: +Output
      +Output: voice: CustomVoice
        +Voice = CustomVoice
    Delegation = ClientDelegation | +Responses | +Decisions
      +Responses: responses: ResponsesDelegationConfig, type = "responses", acknowledgement_delay_ms
      +Decisions: decisions: DecisionsDelegationConfig, type = "decisions", acknowledgement_delay_ms
    """,
    "SessionResource": """id, expires_at, model, status, audio: Audio, client: ClientConfig, delegation: Delegation,
        input: [InitialItem], instructions, safety_identifier, store, triggers: [DecisionTrigger]
    Audio: like SessionConfig.Audio
    Delegation: like SessionConfig.Delegation
    """,
    "SessionStartEvent": 'session: SessionConfig, type = "session.start", event_id',
    "SessionStartedEvent": 'event_id, session: SessionResource, type = "session.started", client_event_id',
    "SessionUpdateConfig": """delegation: Delegation, triggers: [DecisionTrigger]
    Delegation: like SessionConfig.Delegation
      +Responses: like ForkSessionConfig.Delegation
      +Decisions: type = "decisions", acknowledgement_delay_ms, decisions: DecisionsDelegationUpdateConfig
    """,
    "SessionUpdateEvent": 'session: SessionUpdateConfig, type = "session.update", event_id',
    "SessionUpdatedEvent": 'event_id, session: SessionResource, type = "session.updated", client_event_id',
    "SessionUsage": "seconds: float, active_seconds, paused_seconds",
    "SessionUsageUpdatedEvent": """event_id, type = "session.usage.updated", usage: SessionUsage, client_event_id,
        context_window: ContextWindow
    ContextWindow: usage_ratio: float
    """,
    "ThinkingAppendEvent": 'content, delegation_id, type = "session.thinking.append", event_id',
    "ThinkingAppendedEvent": 'end_ms, event_id, start_ms, type = "session.thinking.appended", client_event_id',
}

REALTIME = {
    "ConversationCreatedEvent": "like realtime_events.ConversationCreatedEvent",
    "ConversationItem": """= RealtimeConversationItemSystemMessage | RealtimeConversationItemUserMessage |
        RealtimeConversationItemAssistantMessage | RealtimeConversationItemFunctionCall |
        RealtimeConversationItemFunctionCallOutput | RealtimeMcpApprovalResponse | RealtimeMcpListTools |
        RealtimeMcpToolCall | RealtimeMcpApprovalRequest
    """,
    "ConversationItemAdded": 'event_id, item: ConversationItem, type = "conversation.item.added", previous_item_id',
    "ConversationItemCreateEvent": "like realtime_events.ConversationItemCreateEvent, item: ConversationItem",
    "ConversationItemCreatedEvent": "like realtime_events.ConversationItemCreatedEvent, item: ConversationItem",
    "ConversationItemDeleteEvent": "like realtime_events.ConversationItemDeleteEvent",
    "ConversationItemDeletedEvent": "like realtime_events.ConversationItemDeletedEvent",
    "ConversationItemDone": 'event_id, item: ConversationItem, type = "conversation.item.done", previous_item_id',
    "ConversationItemInputAudioTranscriptionCompletedEvent": """content_index, event_id, item_id, transcript,
        type = "conversation.item.input_audio_transcription.completed", usage: Usage,
        languages: [audio.TranscriptionLanguage], logprobs: [LogProbProperties]
    Usage: like realtime_events.ConversationItemInputAudioTranscriptionCompletedEvent.Usage
    """,
    "ConversationItemInputAudioTranscriptionDeltaEvent": """event_id, item_id,
        type = "conversation.item.input_audio_transcription.delta", content_index, delta, logprobs: [LogProbProperties]
    """,
    "ConversationItemInputAudioTranscriptionFailedEvent": """
        like realtime_events.ConversationItemInputAudioTranscriptionFailedEvent
    """,
    "ConversationItemInputAudioTranscriptionSegment": """id, content_index, end: float, event_id, item_id, speaker,
        start: float, text, type = "conversation.item.input_audio_transcription.segment"
    """,
    "ConversationItemRetrieveEvent": "like realtime_events.ConversationItemRetrieveEvent",
    "ConversationItemTruncateEvent": "like realtime_events.ConversationItemTruncateEvent",
    "ConversationItemTruncatedEvent": "like realtime_events.ConversationItemTruncatedEvent",
    "InputAudioBufferAppendEvent": "like realtime_events.InputAudioBufferAppendEvent",
    "InputAudioBufferClearEvent": 'type = "input_audio_buffer.clear", event_id',
    "InputAudioBufferClearedEvent": 'event_id, type = "input_audio_buffer.cleared"',
    "InputAudioBufferCommitEvent": 'type = "input_audio_buffer.commit", event_id',
    "InputAudioBufferCommittedEvent": "like realtime_events.InputAudioBufferCommittedEvent",
    "InputAudioBufferDtmfEventReceivedEvent": 'event, received_at, type = "input_audio_buffer.dtmf_event_received"',
    "InputAudioBufferSpeechStartedEvent": "like realtime_events.InputAudioBufferSpeechStartedEvent",
    "InputAudioBufferSpeechStoppedEvent": "like realtime_events.InputAudioBufferSpeechStoppedEvent",
    "InputAudioBufferTimeoutTriggered": """audio_end_ms, audio_start_ms, event_id, item_id,
        type = "input_audio_buffer.timeout_triggered"
    """,
    "LogProbProperties": "token, bytes, logprob: float",
    "McpListToolsCompleted": 'event_id, item_id, type = "mcp_list_tools.completed"',
    "McpListToolsFailed": 'event_id, item_id, type = "mcp_list_tools.failed"',
    "McpListToolsInProgress": 'event_id, item_id, type = "mcp_list_tools.in_progress"',
    "OutputAudioBufferClearEvent": 'type = "output_audio_buffer.clear", event_id',
    "RateLimitsUpdatedEvent": "like realtime_events.RateLimitsUpdatedEvent",
    "RealtimeAudioConfig": "input: RealtimeAudioConfigInput, output: RealtimeAudioConfigOutput",
    "RealtimeAudioConfigInput": """format: RealtimeAudioFormats, noise_reduction: NoiseReduction,
        transcription: AudioTranscription, turn_detection: RealtimeAudioInputTurnDetection
    NoiseReduction: strength: float, type
    """,
    "RealtimeAudioConfigOutput": """format: RealtimeAudioFormats, speed: float, voice: VoiceID
    Voice = +ID
      +ID: id
    """,
    "RealtimeAudioInputTurnDetection": """= ServerVad | SemanticVad
    ServerVad: like realtime.RealtimeSessionCreateResponse.AudioInputTurnDetectionServerVad
    SemanticVad: type = "semantic_vad", create_response, eagerness, interrupt_response
    """,
    "RealtimeClientEvent": """= ConversationItemCreateEvent | ConversationItemDeleteEvent |
        ConversationItemRetrieveEvent | ConversationItemTruncateEvent | InputAudioBufferAppendEvent |
        InputAudioBufferClearEvent | OutputAudioBufferClearEvent | InputAudioBufferCommitEvent | ResponseCancelEvent |
        ResponseCreateEvent | SessionUpdateEvent
    """,
    "RealtimeConversationItemAssistantMessage": """content: [Content], role = "assistant", type = "message", id,
        object = "realtime.item", status
    Content: audio, text, transcript, type
    """,
    "RealtimeConversationItemFunctionCall": """arguments, name, type = "function_call", id, call_id,
        object = "realtime.item", status
    """,
    "RealtimeConversationItemFunctionCallOutput": """call_id, output, type = "function_call_output", id,
        object = "realtime.item", status
    """,
    "RealtimeConversationItemSystemMessage": """content: [Content], role = "system", type = "message", id,
        object = "realtime.item", status
    Content: text, type = "input_text"
    """,
    "RealtimeConversationItemUserMessage": """content: [Content], role = "user", type = "message", id,
        object = "realtime.item", status
    Content: audio, detail, image_url, text, transcript, type
    """,
    "RealtimeError": "message, type, code, event_id, param",
    "RealtimeErrorEvent": 'error: RealtimeError, event_id, type = "error"',
    "RealtimeMcpApprovalRequest": 'id, arguments, name, server_label, type = "mcp_approval_request"',
    "RealtimeMcpApprovalResponse": 'id, approval_request_id, approve, type = "mcp_approval_response", reason',
    "RealtimeMcpListTools": """server_label, tools: [Tool], type = "mcp_list_tools", id
    Tool: input_schema, name, annotations, description
    """,
    "RealtimeMcpProtocolError": 'code, message, type = "protocol_error"',
    "RealtimeMcpToolCall": """id, arguments, name, server_label, type = "mcp_call", approval_request_id, error: Error,
        output
    Error = RealtimeMcpProtocolError | RealtimeMcpToolExecutionError | RealtimeMcphttpError
    """,
    "RealtimeMcpToolExecutionError": 'message, type = "tool_execution_error"',
    "RealtimeMcphttpError": 'code, message, type = "http_error"',
    "RealtimeResponse": """id, audio: Audio, conversation_id, max_output_tokens, metadata, object = "realtime.response",
        output: [ConversationItem], output_modalities, status, status_details: RealtimeResponseStatus,
        usage: RealtimeResponseUsage
    Audio: output: +Output
      +Output: format: RealtimeAudioFormats, voice
    """,
    "RealtimeResponseCreateAudioOutput": """output: Output
    Output: format: RealtimeAudioFormats, voice: +VoiceID
      +Voice = +ID
        +ID: id
    """,
    "RealtimeResponseCreateMcpTool": """server_label, type = "mcp", allowed_callers,
        allowed_tools: [AllowedToolsMcpToolFilter], authorization, connector_id, defer_loading, headers,
        require_approval: RequireApprovalMcpToolApprovalFilter, server_description, server_url, tunnel_id
    AllowedTools = +McpToolFilter
      +McpToolFilter: read_only, tool_names
    RequireApproval: like responses.ResponseToolSearchOutputItemParam.ToolMcpRequireApproval
    """,
    "RealtimeResponseCreateParams": """audio: RealtimeResponseCreateAudioOutput, conversation,
        input: [ConversationItem], instructions, max_output_tokens, metadata, output_modalities, parallel_tool_calls,
        prompt: responses.ResponsePrompt, reasoning: RealtimeReasoning, tool_choice: ToolChoice, tools: [Tool]
    Tool = RealtimeFunctionTool | RealtimeResponseCreateMcpTool
      +Choice = RealtimeToolChoiceConfig
    """,
    "RealtimeResponseStatus": "like realtime_events.RealtimeResponseStatus",
    "RealtimeResponseUsage": """input_token_details: RealtimeResponseUsageInputTokenDetails, input_tokens,
        output_token_details: RealtimeResponseUsageOutputTokenDetails, output_tokens, total_tokens
    """,
    "RealtimeResponseUsageInputTokenDetails": """audio_tokens, cached_tokens,
        cached_tokens_details: CachedTokensDetails, image_tokens, text_tokens
    CachedTokensDetails: audio_tokens, image_tokens, text_tokens
    """,
    "RealtimeResponseUsageOutputTokenDetails": "audio_tokens, text_tokens",
    "RealtimeServerEvent": """= ConversationCreatedEvent | ConversationItemCreatedEvent | ConversationItemDeletedEvent |
        ConversationItemInputAudioTranscriptionCompletedEvent | ConversationItemInputAudioTranscriptionDeltaEvent |
        ConversationItemInputAudioTranscriptionFailedEvent | ConversationItemRetrieved |
        ConversationItemTruncatedEvent | RealtimeErrorEvent | InputAudioBufferClearedEvent |
        InputAudioBufferCommittedEvent | InputAudioBufferDtmfEventReceivedEvent | InputAudioBufferSpeechStartedEvent |
        InputAudioBufferSpeechStoppedEvent | RateLimitsUpdatedEvent | ResponseAudioDeltaEvent | ResponseAudioDoneEvent |
        ResponseAudioTranscriptDeltaEvent | ResponseAudioTranscriptDoneEvent | ResponseContentPartAddedEvent |
        ResponseContentPartDoneEvent | ResponseCreatedEvent | ResponseDoneEvent |
        ResponseFunctionCallArgumentsDeltaEvent | ResponseFunctionCallArgumentsDoneEvent |
        ResponseOutputItemAddedEvent | ResponseOutputItemDoneEvent | ResponseTextDeltaEvent | ResponseTextDoneEvent |
        SessionCreatedEvent | SessionUpdatedEvent | OutputAudioBufferStarted | OutputAudioBufferStopped |
        OutputAudioBufferCleared | ConversationItemAdded | ConversationItemDone | InputAudioBufferTimeoutTriggered |
        ConversationItemInputAudioTranscriptionSegment | McpListToolsInProgress | McpListToolsCompleted |
        McpListToolsFailed | ResponseMcpCallArgumentsDelta | ResponseMcpCallArgumentsDone | ResponseMcpCallInProgress |
        ResponseMcpCallCompleted | ResponseMcpCallFailed
    ConversationItemRetrieved: event_id, item: ConversationItem, type = "conversation.item.retrieved"
    OutputAudioBufferStarted: event_id, response_id, type = "output_audio_buffer.started"
    OutputAudioBufferStopped: event_id, response_id, type = "output_audio_buffer.stopped"
    OutputAudioBufferCleared: event_id, response_id, type = "output_audio_buffer.cleared"
    """,
    "RealtimeSessionCreateRequest": """type = "realtime", audio: RealtimeAudioConfig, include, instructions,
        max_output_tokens, model, output_modalities, parallel_tool_calls, prompt: responses.ResponsePrompt,
        reasoning: RealtimeReasoning, tool_choice: RealtimeToolChoiceConfig, tools: [RealtimeToolsConfig],
        tracing: RealtimeTracingConfig.TracingConfiguration, truncation: RealtimeTruncationRetentionRatio
    """,
    "RealtimeToolsConfig": "= RealtimeToolsConfigUnion",
    "RealtimeToolsConfigUnion": """= RealtimeFunctionTool | Mcp
    Mcp: like responses.ResponseToolSearchOutputItemParam.ToolMcp
    """,
    "RealtimeTracingConfig": """= TracingConfiguration
    TracingConfiguration: group_id, metadata, workflow_name
    """,
    "RealtimeTranscriptionSessionAudio": "input: RealtimeTranscriptionSessionAudioInput",
    "RealtimeTranscriptionSessionAudioInput": """like RealtimeAudioConfigInput,
        turn_detection: RealtimeTranscriptionSessionAudioInputTurnDetection
    """,
    "RealtimeTranscriptionSessionAudioInputTurnDetection": "like RealtimeAudioInputTurnDetection",
    "RealtimeTranscriptionSessionCreateRequest": """type = "transcription", audio: RealtimeTranscriptionSessionAudio,
        include
    """,
    "RealtimeTranslationClientEvent": """= RealtimeTranslationSessionUpdateEvent |
        RealtimeTranslationInputAudioBufferAppendEvent | RealtimeTranslationSessionCloseEvent
    """,
    "RealtimeTranslationInputAudioBufferAppendEvent": 'audio, type = "session.input_audio_buffer.append", event_id',
    "RealtimeTranslationInputTranscriptDeltaEvent": """delta, event_id, type = "session.input_transcript.delta",
        elapsed_ms
    """,
    "RealtimeTranslationOutputAudioDeltaEvent": """delta, event_id, type = "session.output_audio.delta", channels,
        elapsed_ms, format, sample_rate
    """,
    "RealtimeTranslationOutputTranscriptDeltaEvent": """delta, event_id, type = "session.output_transcript.delta",
        elapsed_ms
    """,
    "RealtimeTranslationServerEvent": """= RealtimeErrorEvent | RealtimeTranslationSessionCreatedEvent |
        RealtimeTranslationSessionUpdatedEvent | RealtimeTranslationSessionClosedEvent |
        RealtimeTranslationInputTranscriptDeltaEvent | RealtimeTranslationOutputTranscriptDeltaEvent |
        RealtimeTranslationOutputAudioDeltaEvent
    """,
    "RealtimeTranslationSessionCloseEvent": 'type = "session.close", event_id',
    "RealtimeTranslationSessionClosedEvent": 'event_id, type = "session.closed"',
    "RealtimeTranslationSessionCreatedEvent": "like realtime_events.SessionCreatedEvent",
    "RealtimeTranslationSessionUpdateEvent": """session: RealtimeTranslationSessionUpdateRequest,
        type = "session.update", event_id
    """,
    "RealtimeTranslationSessionUpdateRequest": """audio: Audio
    Audio: like realtime.RealtimeTranslationSession.Audio
    """,
    "RealtimeTranslationSessionUpdatedEvent": "like realtime_events.SessionUpdatedEvent",
    "ResponseAudioDeltaEvent": 'like realtime_events.ResponseAudioDeltaEvent, type = "response.output_audio.delta"',
    "ResponseAudioDoneEvent": 'like realtime_events.ResponseAudioDoneEvent, type = "response.output_audio.done"',
    "ResponseAudioTranscriptDeltaEvent": """like realtime_events.ResponseAudioTranscriptDeltaEvent,
        type = "response.output_audio_transcript.delta"
    """,
    "ResponseAudioTranscriptDoneEvent": """like realtime_events.ResponseAudioTranscriptDoneEvent,
        type = "response.output_audio_transcript.done"
    """,
    "ResponseCancelEvent": "like realtime_events.ResponseCancelEvent",
    "ResponseContentPartAddedEvent": "like realtime_events.ResponseContentPartAddedEvent",
    "ResponseContentPartDoneEvent": """like realtime_events.ResponseContentPartAddedEvent,
        type = "response.content_part.done"
    """,
    "ResponseCreateEvent": "like live.ResponseCreateEvent, response: RealtimeResponseCreateParams",
    "ResponseCreatedEvent": 'event_id, response: RealtimeResponse, type = "response.created"',
    "ResponseDoneEvent": 'event_id, response: RealtimeResponse, type = "response.done"',
    "ResponseFunctionCallArgumentsDeltaEvent": "like realtime_events.ResponseFunctionCallArgumentsDeltaEvent",
    "ResponseFunctionCallArgumentsDoneEvent": """like realtime_events.ResponseFunctionCallArgumentsDoneEvent, name,
        output_index, response_id, type
    """,
    "ResponseItemReference": 'id, type = "item_reference"',
    "ResponseMcpCallArgumentsDelta": """delta, event_id, item_id, output_index, response_id,
        type = "response.mcp_call_arguments.delta", obfuscation
    """,
    "ResponseMcpCallArgumentsDone": """arguments, event_id, item_id, output_index, response_id,
        type = "response.mcp_call_arguments.done"
    """,
    "ResponseMcpCallCompleted": 'event_id, item_id, output_index, type = "response.mcp_call.completed"',
    "ResponseMcpCallFailed": 'event_id, item_id, output_index, type = "response.mcp_call.failed"',
    "ResponseMcpCallInProgress": 'event_id, item_id, output_index, type = "response.mcp_call.in_progress"',
    "ResponseOutputItemAddedEvent": "like realtime_events.ResponseOutputItemAddedEvent, item: ConversationItem",
    "ResponseOutputItemDoneEvent": "like realtime_events.ResponseOutputItemDoneEvent, item: ConversationItem",
    "ResponseTextDeltaEvent": 'like realtime_events.ResponseTextDeltaEvent, type = "response.output_text.delta"',
    "ResponseTextDoneEvent": 'like realtime_events.ResponseTextDoneEvent, type = "response.output_text.done"',
    "SessionCreatedEvent": """like realtime_events.SessionCreatedEvent
    Session = RealtimeSessionCreateRequest | RealtimeTranscriptionSessionCreateRequest
    """,
    "SessionUpdateEvent": """session: Session, type = "session.update", event_id
    Session = SessionCreatedEvent.Session
    """,
    "SessionUpdatedEvent": """like realtime_events.SessionUpdatedEvent
    Session = SessionUpdateEvent.Session
    """,
}

MODELS = {"beta.realtime": BETA_REALTIME, "live": LIVE, "realtime": REALTIME}
