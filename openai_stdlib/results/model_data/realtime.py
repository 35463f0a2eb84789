# SPDX-License-Identifier: MIT
"""Models of realtime. __init__.py explains the notation; written by tools/models.py."""

BETA_REALTIME = {
    "SessionCreateResponse": """client_secret: ClientSecret, input_audio_format,
        input_audio_transcription: InputAudioTranscription, instructions, max_response_output_tokens, modalities,
        output_audio_format, speed: float, temperature: float, tool_choice, tools: [Tool],
        tracing: TracingTracingConfiguration, turn_detection: TurnDetection, voice
    ClientSecret: expires_at, value
    InputAudioTranscription: model
    Tool: description, name, parameters, type = "function"
    Tracing = +TracingConfiguration
      +TracingConfiguration: group_id, metadata, workflow_name
    TurnDetection: prefix_padding_ms, silence_duration_ms, threshold: float, type
    """,
    "TranscriptionSession": """client_secret: ClientSecret, input_audio_format,
        input_audio_transcription: InputAudioTranscription, modalities, turn_detection: TurnDetection
    ClientSecret: expires_at, value
    InputAudioTranscription: language, model, prompt
    TurnDetection: like SessionCreateResponse.TurnDetection
    """,
}

LIVE = {
    "LiveCreateResponse": """session: Session, transport: Transport
    Session: id
    Transport: sdp, type = "webrtc"
    """,
    "SessionForkResponse": "like LiveCreateResponse",
}

REALTIME = {
    "AudioTranscription": "delay, keywords, language, languages, model, prompt",
    "ClientSecretCreateResponse": """expires_at, session: Session, value
    Session = RealtimeSessionCreateResponse | RealtimeTranscriptionSessionCreateResponse
    """,
    "RealtimeAudioFormats": """= AudioPCM | AudioPCMU | AudioPCMA
    AudioPCM: rate, type = "audio/pcm"
      +U: type = "audio/pcmu"
      +A: type = "audio/pcma"
    """,
    "RealtimeFunctionTool": "like realtime.SessionCreateResponse.Tool",
    "RealtimeReasoning": "effort",
    "RealtimeSessionCreateResponse": """id, object = "realtime.session", type = "realtime", audio: Audio, expires_at,
        include, instructions, max_output_tokens, model, output_modalities, prompt: responses.ResponsePrompt,
        reasoning: RealtimeReasoning, tool_choice: ToolChoice, tools: [Tool], tracing: TracingTracingConfiguration,
        truncation: RealtimeTruncationRetentionRatio
    Audio: input: +Input, output: +Output
      +Input: format: RealtimeAudioFormats, noise_reduction: +NoiseReduction, transcription: AudioTranscription,
          turn_detection: +TurnDetection
        +NoiseReduction: strength: float, type
        +TurnDetection = +ServerVad | +SemanticVad
          +ServerVad: type = "server_vad", create_response, idle_timeout_ms, interrupt_response, prefix_padding_ms,
              silence_duration_ms, threshold: float
          +SemanticVad: type = "semantic_vad", create_response, eagerness, interrupt_response
      +Output: format: RealtimeAudioFormats, speed: float, voice
    Tool = RealtimeFunctionTool | +McpTool
      +Choice = responses.ToolChoiceFunction | responses.ToolChoiceMcp
      +McpTool: like responses.ResponseToolSearchOutputItemParam.ToolMcp
    Tracing: like realtime.SessionCreateResponse.Tracing
    """,
    "RealtimeToolChoiceConfig": "= RealtimeSessionCreateResponse.ToolChoice",
    "RealtimeTranscriptionSessionCreateResponse": """id, object, type = "transcription", audio: Audio, expires_at,
        include
    Audio: input: +Input
      +Input: format: RealtimeAudioFormats, noise_reduction: +NoiseReduction, transcription: AudioTranscription,
          turn_detection: RealtimeTranscriptionSessionTurnDetection
        +NoiseReduction: strength: float, type
    """,
    "RealtimeTranscriptionSessionTurnDetection": "like realtime.SessionCreateResponse.TurnDetection",
    "RealtimeTranslationClientSecretCreateResponse": "expires_at, session: RealtimeTranslationSession, value",
    "RealtimeTranslationSession": """id, audio: Audio, expires_at, model, type = "translation"
    Audio: input: +Input, output: +Output
      +Input: noise_reduction: +NoiseReduction, transcription: +Transcription
        +NoiseReduction: type, strength: float
        +Transcription: model
      +Output: language
    """,
    "RealtimeTruncation": "= RealtimeTruncationRetentionRatio",
    "RealtimeTruncationRetentionRatio": """retention_ratio: float, type = "retention_ratio", token_limits: TokenLimits
    TokenLimits: post_instructions
    """,
}

MODELS = {"beta.realtime": BETA_REALTIME, "live": LIVE, "realtime": REALTIME}
