# SPDX-License-Identifier: MIT
"""Realtime calls and client secrets. https://platform.openai.com/docs/api-reference/realtime"""

from .operation import ASSISTANTS, BINARY, NO_CONTENT, POST, SDP, Connect, Resource, SubResource


class Calls(Resource):
    """Realtime calls: create them from an SDP offer, accept, reject, refer and end them."""

    create = POST("/realtime/calls", "sdp", multipart=SDP, response_type=BINARY, accept="application/sdp")
    accept = POST("/realtime/calls/{call_id}/accept", "type", response_type=NO_CONTENT)
    hangup = POST("/realtime/calls/{call_id}/hangup", body_optional=True, response_type=NO_CONTENT)
    refer = POST("/realtime/calls/{call_id}/refer", "target_uri", response_type=NO_CONTENT)
    reject = POST("/realtime/calls/{call_id}/reject", response_type=NO_CONTENT)


class RealtimeClientSecrets(Resource):
    """Client secrets: short-lived tokens for browsers and mobile apps."""

    create = POST("/realtime/client_secrets", returns="ClientSecretCreateResponse")


class TranslationsClientSecrets(Resource):
    """Client secrets for realtime translation."""

    create = POST(
        "/realtime/translations/client_secrets", "session", returns="RealtimeTranslationClientSecretCreateResponse"
    )


class Translations(Resource):
    """Realtime translation."""

    connect = Connect("realtime.translations")
    client_secrets = SubResource("TranslationsClientSecrets")


class Realtime(Resource):
    """Realtime API: speech-to-speech over WebRTC, SIP and WebSockets."""

    connect = Connect("realtime")
    calls = SubResource("Calls")
    client_secrets = SubResource("RealtimeClientSecrets")
    translations = SubResource("Translations")


class BetaSessions(Resource):
    """Sessions of the Realtime beta, no longer documented."""

    beta = ASSISTANTS
    create = POST("/realtime/sessions", returns="SessionCreateResponse", field_order="client_secret")


class BetaTranscriptionSessions(Resource):
    """Transcription sessions of the Realtime beta, no longer documented."""

    beta = ASSISTANTS
    create = POST("/realtime/transcription_sessions", returns="TranscriptionSession")


class BetaRealtime(Resource):
    """Realtime beta."""

    connect = Connect("beta.realtime")
    sessions = SubResource("BetaSessions")
    transcription_sessions = SubResource("BetaTranscriptionSessions")
