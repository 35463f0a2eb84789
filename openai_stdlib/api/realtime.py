# SPDX-License-Identifier: MIT
"""Realtime calls and the keys for them. https://platform.openai.com/docs/api-reference/realtime"""

from .operation import ASSISTANTS, BINARY, NO_CONTENT, POST, SDP, Resource, SubResource


class Calls(Resource):
    """Calls: made from an SDP offer, accepted, referred and ended."""

    create = POST("/realtime/calls", "sdp", multipart=SDP, response_type=BINARY, accept="application/sdp")
    accept = POST("/realtime/calls/{call_id}/accept", "type", response_type=NO_CONTENT)
    hangup = POST("/realtime/calls/{call_id}/hangup", body_optional=True, response_type=NO_CONTENT)
    refer = POST("/realtime/calls/{call_id}/refer", "target_uri", response_type=NO_CONTENT)
    reject = POST("/realtime/calls/{call_id}/reject", response_type=NO_CONTENT)


class RealtimeClientSecrets(Resource):
    """Short-lived keys for browsers and phones."""

    create = POST("/realtime/client_secrets", returns="ClientSecretCreateResponse")


class TranslationsClientSecrets(Resource):
    """Short-lived keys for translating."""

    create = POST(
        "/realtime/translations/client_secrets", "session", returns="RealtimeTranslationClientSecretCreateResponse"
    )


class Translations(Resource):
    """Speech translated while it is spoken."""

    client_secrets = SubResource("TranslationsClientSecrets")


class Realtime(Resource):
    """The realtime family: speech with a model, over WebRTC, SIP and web sockets."""

    calls = SubResource("Calls")
    client_secrets = SubResource("RealtimeClientSecrets")
    translations = SubResource("Translations")


class BetaSessions(Resource):
    """Sessions as the first beta had them; in no reference any more."""

    beta = ASSISTANTS
    create = POST("/realtime/sessions", returns="SessionCreateResponse", field_order="client_secret")


class BetaTranscriptionSessions(Resource):
    """Sessions for transcribing, as the first beta had them; in no reference any more."""

    beta = ASSISTANTS
    create = POST("/realtime/transcription_sessions", returns="TranscriptionSession")


class BetaRealtime(Resource):
    """What is left of the first beta."""

    sessions = SubResource("BetaSessions")
    transcription_sessions = SubResource("BetaTranscriptionSessions")
