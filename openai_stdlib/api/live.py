# SPDX-License-Identifier: MIT
"""Live sessions. https://platform.openai.com/docs/api-reference/live"""

from .rows import BINARY, GET, NOTHING, POST, Resource, Sub


class Sessions(Resource):
    """Sessions: accepted, referred, ended, recorded."""

    accept = POST("/live/sessions/{session_id}/accept", "session", answer=NOTHING)
    download_recording = GET("/live/sessions/{session_id}/content", answer=BINARY, accept="application/binary")
    fork = POST("/live/sessions/{session_id}/fork", "transport", gives="SessionForkResponse")
    hangup = POST("/live/sessions/{session_id}/hangup", empty=True, answer=NOTHING)
    refer = POST("/live/sessions/{session_id}/refer", "target_uri", answer=NOTHING)
    reject = POST("/live/sessions/{session_id}/reject", "status_code", answer=NOTHING)


class Live(Resource):
    """The live family: conversations that go on by themselves."""

    create = POST("/live/sessions", "session transport", gives="LiveCreateResponse")
    sessions = Sub("Sessions")
