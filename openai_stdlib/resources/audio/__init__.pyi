# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .audio import (
    Audio as Audio,
    AsyncAudio as AsyncAudio,
    AudioWithRawResponse as AudioWithRawResponse,
    AsyncAudioWithRawResponse as AsyncAudioWithRawResponse,
    AudioWithStreamingResponse as AudioWithStreamingResponse,
    AsyncAudioWithStreamingResponse as AsyncAudioWithStreamingResponse,
)
from .speech import (
    Speech as Speech,
    AsyncSpeech as AsyncSpeech,
    SpeechWithRawResponse as SpeechWithRawResponse,
    AsyncSpeechWithRawResponse as AsyncSpeechWithRawResponse,
    SpeechWithStreamingResponse as SpeechWithStreamingResponse,
    AsyncSpeechWithStreamingResponse as AsyncSpeechWithStreamingResponse,
)
from .voices import (
    Voices as Voices,
    AsyncVoices as AsyncVoices,
    VoicesWithRawResponse as VoicesWithRawResponse,
    AsyncVoicesWithRawResponse as AsyncVoicesWithRawResponse,
    VoicesWithStreamingResponse as VoicesWithStreamingResponse,
    AsyncVoicesWithStreamingResponse as AsyncVoicesWithStreamingResponse,
)
from .translations import (
    Translations as Translations,
    AsyncTranslations as AsyncTranslations,
    TranslationsWithRawResponse as TranslationsWithRawResponse,
    AsyncTranslationsWithRawResponse as AsyncTranslationsWithRawResponse,
    TranslationsWithStreamingResponse as TranslationsWithStreamingResponse,
    AsyncTranslationsWithStreamingResponse as AsyncTranslationsWithStreamingResponse,
)
from .transcriptions import (
    Transcriptions as Transcriptions,
    AsyncTranscriptions as AsyncTranscriptions,
    TranscriptionsWithRawResponse as TranscriptionsWithRawResponse,
    AsyncTranscriptionsWithRawResponse as AsyncTranscriptionsWithRawResponse,
    TranscriptionsWithStreamingResponse as TranscriptionsWithStreamingResponse,
    AsyncTranscriptionsWithStreamingResponse as AsyncTranscriptionsWithStreamingResponse,
)
from .voice_consents import (
    VoiceConsents as VoiceConsents,
    AsyncVoiceConsents as AsyncVoiceConsents,
    VoiceConsentsWithRawResponse as VoiceConsentsWithRawResponse,
    AsyncVoiceConsentsWithRawResponse as AsyncVoiceConsentsWithRawResponse,
    VoiceConsentsWithStreamingResponse as VoiceConsentsWithStreamingResponse,
    AsyncVoiceConsentsWithStreamingResponse as AsyncVoiceConsentsWithStreamingResponse,
)
