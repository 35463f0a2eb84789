# SPDX-License-Identifier: MIT
"""Realtime calls and the keys for them. https://platform.openai.com/docs/api-reference/realtime"""

from .rows import ASSISTANTS, BINARY, NOTHING, POST, SDP, Resource, Sub


class Calls(Resource):
    """Calls: made from an SDP offer, accepted, referred and ended."""

    create = POST("/realtime/calls", "sdp", multipart=SDP, answer=BINARY, accept="application/sdp")
    accept = POST("/realtime/calls/{call_id}/accept", "type", answer=NOTHING)
    hangup = POST("/realtime/calls/{call_id}/hangup", empty=True, answer=NOTHING)
    refer = POST("/realtime/calls/{call_id}/refer", "target_uri", answer=NOTHING)
    reject = POST("/realtime/calls/{call_id}/reject", answer=NOTHING)


class RealtimeClientSecrets(Resource):
    """Short-lived keys for browsers and phones."""

    create = POST("/realtime/client_secrets", gives="ClientSecretCreateResponse")


class TranslationsClientSecrets(Resource):
    """Short-lived keys for translating."""

    create = POST(
        "/realtime/translations/client_secrets", "session", gives="RealtimeTranslationClientSecretCreateResponse"
    )


class Translations(Resource):
    """Speech translated while it is spoken."""

    client_secrets = Sub("TranslationsClientSecrets")


class Realtime(Resource):
    """The realtime family: speech with a model, over WebRTC, SIP and web sockets."""

    calls = Sub("Calls")
    client_secrets = Sub("RealtimeClientSecrets")
    translations = Sub("Translations")


class BetaSessions(Resource):
    """Sessions as the first beta had them; in no reference any more."""

    beta = ASSISTANTS
    create = POST("/realtime/sessions", gives="SessionCreateResponse")


class BetaTranscriptionSessions(Resource):
    """Sessions for transcribing, as the first beta had them; in no reference any more."""

    beta = ASSISTANTS
    create = POST("/realtime/transcription_sessions", gives="TranscriptionSession")


class BetaRealtime(Resource):
    """What is left of the first beta."""

    sessions = Sub("BetaSessions")
    transcription_sessions = Sub("BetaTranscriptionSessions")
