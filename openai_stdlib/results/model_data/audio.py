# SPDX-License-Identifier: MIT
"""Models of audio. __init__.py explains the notation; written by tools/models.py."""

AUDIO = {
    "Transcription": """text, languages: [TranscriptionLanguage], logprobs: [Logprob], usage: Usage
    Logprob: token, bytes, logprob: float
    Usage = +Tokens | +Duration
      +Tokens: input_tokens, output_tokens, total_tokens, type = "tokens", input_token_details: +InputTokenDetails
        +InputTokenDetails: audio_tokens, text_tokens
      +Duration: seconds: float, type = "duration"
    """,
    "TranscriptionCreateResponse": "= Transcription | TranscriptionDiarized | TranscriptionVerbose",
    "TranscriptionDiarized": """duration: float, segments: [TranscriptionDiarizedSegment], task, text, usage: Usage
    Usage: like Transcription.Usage
    """,
    "TranscriptionDiarizedSegment": 'id, end: float, speaker, start: float, text, type = "transcript.text.segment"',
    "TranscriptionLanguage": "code",
    "TranscriptionSegment": """id, avg_logprob: float, compression_ratio: float, end: float, no_speech_prob: float,
        seek, start: float, temperature: float, text, tokens
    """,
    "TranscriptionStreamEvent": """= TranscriptionTextSegmentEvent | TranscriptionTextDeltaEvent |
        TranscriptionTextDoneEvent
    """,
    "TranscriptionTextDeltaEvent": """delta, type = "transcript.text.delta", logprobs: [Logprob], segment_id
    Logprob: like Transcription.Logprob
    """,
    "TranscriptionTextDoneEvent": """text, type = "transcript.text.done", languages: [TranscriptionLanguage],
        logprobs: [Logprob], usage: Usage
    Logprob: like Transcription.Logprob
    Usage: like Transcription.UsageTokens
    """,
    "TranscriptionTextSegmentEvent": "like TranscriptionDiarizedSegment",
    "TranscriptionVerbose": """duration: float, language, text, segments: [TranscriptionSegment], usage: Usage,
        words: [TranscriptionWord]
    Usage: like Transcription.UsageDuration
    """,
    "TranscriptionWord": "end: float, start: float, word",
    "Translation": "text",
    "TranslationCreateResponse": "= Translation | TranslationVerbose",
    "TranslationVerbose": "duration: float, language, text, segments: [TranscriptionSegment]",
    "Voice": 'id, created_at, name, object = "audio.voice", type, prompt',
    "VoiceConsent": 'id, created_at, language, name, object = "audio.voice_consent"',
    "VoiceConsentDeleted": 'id, deleted, object = "audio.voice_consent"',
    "VoiceDeleted": 'id, deleted, object = "audio.voice.deleted"',
}

MODELS = {"audio": AUDIO}
