# SPDX-License-Identifier: MIT
"""Speech to text and text to speech. https://platform.openai.com/docs/api-reference/audio"""

from .rows import BINARY, CURSOR, DELETE, GET, POST, TRANSCRIPT, Resource, Sub


class Speech(Resource):
    """Spoken audio of a text."""

    create = POST("/audio/speech", "input model voice", answer=BINARY, accept="application/octet-stream")


class Transcriptions(Resource):
    """The text of spoken audio, in its own language."""

    create = POST(
        "/audio/transcriptions",
        "file model",
        gives="Transcription",
        upload="file",
        multipart=True,
        answer=TRANSCRIPT,
        stream="audio.TranscriptionStreamEvent",
    )


class Translations(Resource):
    """The text of spoken audio, in English."""

    create = POST(
        "/audio/translations",
        "file model",
        gives="Translation",
        upload="file",
        multipart=True,
        answer=TRANSCRIPT,
        deprecated="use audio.transcriptions.create",
    )


class VoiceConsents(Resource):
    """Recordings by which a speaker agrees to the use of their voice."""

    model = "VoiceConsent"
    create = POST("/audio/voice_consents", "language name recording", multipart=True)
    retrieve = GET("/audio/voice_consents/{consent_id}")
    update = POST("/audio/voice_consents/{consent_id}", "name")
    list = GET("/audio/voice_consents", page=CURSOR)
    delete = DELETE("/audio/voice_consents/{consent_id}", gives="VoiceConsentDeleted")


class Voices(Resource):
    """Voices of one's own."""

    create = POST(
        "/audio/voices",
        "audio_sample consent name | name prompt type",
        gives="Voice",
        order="consent name type prompt model script_hint",
        multipart=True,
    )
    delete = DELETE("/audio/voices/{voice_id}", gives="VoiceDeleted")


class Audio(Resource):
    """The audio family."""

    speech = Sub("Speech")
    transcriptions = Sub("Transcriptions")
    translations = Sub("Translations")
    voice_consents = Sub("VoiceConsents")
    voices = Sub("Voices")
