# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .speech import (
    Speech,
    AsyncSpeech,
    SpeechWithRawResponse,
    AsyncSpeechWithRawResponse,
    SpeechWithStreamingResponse,
    AsyncSpeechWithStreamingResponse,
)
from .voices import (
    Voices,
    AsyncVoices,
    VoicesWithRawResponse,
    AsyncVoicesWithRawResponse,
    VoicesWithStreamingResponse,
    AsyncVoicesWithStreamingResponse,
)
from ..._resource import SyncAPIResource, AsyncAPIResource
from .translations import (
    Translations,
    AsyncTranslations,
    TranslationsWithRawResponse,
    AsyncTranslationsWithRawResponse,
    TranslationsWithStreamingResponse,
    AsyncTranslationsWithStreamingResponse,
)
from .transcriptions import (
    Transcriptions,
    AsyncTranscriptions,
    TranscriptionsWithRawResponse,
    AsyncTranscriptionsWithRawResponse,
    TranscriptionsWithStreamingResponse,
    AsyncTranscriptionsWithStreamingResponse,
)
from .voice_consents import (
    VoiceConsents,
    AsyncVoiceConsents,
    VoiceConsentsWithRawResponse,
    AsyncVoiceConsentsWithRawResponse,
    VoiceConsentsWithStreamingResponse,
    AsyncVoiceConsentsWithStreamingResponse,
)

class Audio(SyncAPIResource):
    @property
    def transcriptions(self) -> Transcriptions: ...
    @property
    def translations(self) -> Translations: ...
    @property
    def speech(self) -> Speech: ...
    @property
    def voices(self) -> Voices: ...
    @property
    def voice_consents(self) -> VoiceConsents: ...
    @property
    def with_raw_response(self) -> AudioWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AudioWithStreamingResponse: ...

class AsyncAudio(AsyncAPIResource):
    @property
    def transcriptions(self) -> AsyncTranscriptions: ...
    @property
    def translations(self) -> AsyncTranslations: ...
    @property
    def speech(self) -> AsyncSpeech: ...
    @property
    def voices(self) -> AsyncVoices: ...
    @property
    def voice_consents(self) -> AsyncVoiceConsents: ...
    @property
    def with_raw_response(self) -> AsyncAudioWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncAudioWithStreamingResponse: ...

class AudioWithRawResponse:
    def __init__(self, audio: Audio) -> None: ...
    @property
    def transcriptions(self) -> TranscriptionsWithRawResponse: ...
    @property
    def translations(self) -> TranslationsWithRawResponse: ...
    @property
    def speech(self) -> SpeechWithRawResponse: ...
    @property
    def voices(self) -> VoicesWithRawResponse: ...
    @property
    def voice_consents(self) -> VoiceConsentsWithRawResponse: ...

class AsyncAudioWithRawResponse:
    def __init__(self, audio: AsyncAudio) -> None: ...
    @property
    def transcriptions(self) -> AsyncTranscriptionsWithRawResponse: ...
    @property
    def translations(self) -> AsyncTranslationsWithRawResponse: ...
    @property
    def speech(self) -> AsyncSpeechWithRawResponse: ...
    @property
    def voices(self) -> AsyncVoicesWithRawResponse: ...
    @property
    def voice_consents(self) -> AsyncVoiceConsentsWithRawResponse: ...

class AudioWithStreamingResponse:
    def __init__(self, audio: Audio) -> None: ...
    @property
    def transcriptions(self) -> TranscriptionsWithStreamingResponse: ...
    @property
    def translations(self) -> TranslationsWithStreamingResponse: ...
    @property
    def speech(self) -> SpeechWithStreamingResponse: ...
    @property
    def voices(self) -> VoicesWithStreamingResponse: ...
    @property
    def voice_consents(self) -> VoiceConsentsWithStreamingResponse: ...

class AsyncAudioWithStreamingResponse:
    def __init__(self, audio: AsyncAudio) -> None: ...
    @property
    def transcriptions(self) -> AsyncTranscriptionsWithStreamingResponse: ...
    @property
    def translations(self) -> AsyncTranslationsWithStreamingResponse: ...
    @property
    def speech(self) -> AsyncSpeechWithStreamingResponse: ...
    @property
    def voices(self) -> AsyncVoicesWithStreamingResponse: ...
    @property
    def voice_consents(self) -> AsyncVoiceConsentsWithStreamingResponse: ...
