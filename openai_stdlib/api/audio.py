# SPDX-License-Identifier: MIT
"""Speech to text and text to speech. https://platform.openai.com/docs/api-reference/audio"""

from .rows import BINARY, POST, TRANSCRIPT, Resource, Sub


class Speech(Resource):
    """Spoken audio of a text."""

    create = POST("/audio/speech", "input model voice", answer=BINARY, accept="application/octet-stream")


class Transcriptions(Resource):
    """The text of spoken audio, in its own language."""

    create = POST(
        "/audio/transcriptions", "file model", upload="file", multipart=True, answer=TRANSCRIPT, stream="transcript"
    )


class Translations(Resource):
    """The text of spoken audio, in English."""

    create = POST("/audio/translations", "file model", upload="file", multipart=True, answer=TRANSCRIPT)


class Audio(Resource):
    """The audio family."""

    speech = Sub("Speech")
    transcriptions = Sub("Transcriptions")
    translations = Sub("Translations")
