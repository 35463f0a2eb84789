# SPDX-License-Identifier: MIT
"""Speech to text and text to speech. https://platform.openai.com/docs/api-reference/audio"""

from .operation import BINARY, CURSOR, DELETE, GET, POST, TRANSCRIPT, Resource, SubResource


class Speech(Resource):
    """Generate speech from text."""

    create = POST("/audio/speech", "input model voice", response_type=BINARY, accept="application/octet-stream")


class Transcriptions(Resource):
    """Transcribe audio to text in the spoken language."""

    create = POST(
        "/audio/transcriptions",
        "file model",
        returns="Transcription",
        upload="file",
        multipart=True,
        response_type=TRANSCRIPT,
        stream="audio.TranscriptionStreamEvent",
    )


class Translations(Resource):
    """Translate audio to English text."""

    create = POST(
        "/audio/translations",
        "file model",
        returns="Translation",
        upload="file",
        multipart=True,
        response_type=TRANSCRIPT,
        deprecated="use audio.transcriptions.create",
    )


class VoiceConsents(Resource):
    """Voice consents: recordings in which a speaker consents to the use of their voice."""

    model = "VoiceConsent"
    create = POST("/audio/voice_consents", "language name recording", multipart=True)
    retrieve = GET("/audio/voice_consents/{consent_id}")
    update = POST("/audio/voice_consents/{consent_id}", "name")
    list = GET("/audio/voice_consents", page=CURSOR)
    delete = DELETE("/audio/voice_consents/{consent_id}", returns="VoiceConsentDeleted")


class Voices(Resource):
    """Custom voices."""

    create = POST(
        "/audio/voices",
        "audio_sample consent name | name prompt type",
        returns="Voice",
        field_order="consent name type prompt model script_hint",
        multipart=True,
    )
    delete = DELETE("/audio/voices/{voice_id}", returns="VoiceDeleted")


class Audio(Resource):
    """Audio API."""

    speech = SubResource("Speech")
    transcriptions = SubResource("Transcriptions")
    translations = SubResource("Translations")
    voice_consents = SubResource("VoiceConsents")
    voices = SubResource("Voices")
