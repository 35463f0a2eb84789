# SPDX-License-Identifier: MIT
"""Speech to text and text to speech. https://platform.openai.com/docs/api-reference/audio"""

from .operation import BINARY, CURSOR, DELETE, GET, POST, TRANSCRIPT, Resource, SubResource


class Speech(Resource):
    """Spoken audio of a text."""

    create = POST("/audio/speech", "input model voice", response_type=BINARY, accept="application/octet-stream")


class Transcriptions(Resource):
    """The text of spoken audio, in its own language."""

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
    """The text of spoken audio, in English."""

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
    """Recordings by which a speaker agrees to the use of their voice."""

    model = "VoiceConsent"
    create = POST("/audio/voice_consents", "language name recording", multipart=True)
    retrieve = GET("/audio/voice_consents/{consent_id}")
    update = POST("/audio/voice_consents/{consent_id}", "name")
    list = GET("/audio/voice_consents", page=CURSOR)
    delete = DELETE("/audio/voice_consents/{consent_id}", returns="VoiceConsentDeleted")


class Voices(Resource):
    """Voices of one's own."""

    create = POST(
        "/audio/voices",
        "audio_sample consent name | name prompt type",
        returns="Voice",
        field_order="consent name type prompt model script_hint",
        multipart=True,
    )
    delete = DELETE("/audio/voices/{voice_id}", returns="VoiceDeleted")


class Audio(Resource):
    """The audio family."""

    speech = SubResource("Speech")
    transcriptions = SubResource("Transcriptions")
    translations = SubResource("Translations")
    voice_consents = SubResource("VoiceConsents")
    voices = SubResource("Voices")
