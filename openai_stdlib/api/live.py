# SPDX-License-Identifier: MIT
"""Live sessions. https://platform.openai.com/docs/api-reference/live"""

from .operation import BINARY, GET, NO_CONTENT, POST, Connect, Resource, SubResource


class Sessions(Resource):
    """Live sessions: accept, reject, refer, fork and end them, and download recordings."""

    accept = POST("/live/sessions/{session_id}/accept", "session", response_type=NO_CONTENT)
    download_recording = GET("/live/sessions/{session_id}/content", response_type=BINARY, accept="application/binary")
    fork = POST("/live/sessions/{session_id}/fork", "transport", returns="SessionForkResponse")
    hangup = POST("/live/sessions/{session_id}/hangup", body_optional=True, response_type=NO_CONTENT)
    refer = POST("/live/sessions/{session_id}/refer", "target_uri", response_type=NO_CONTENT)
    reject = POST("/live/sessions/{session_id}/reject", "status_code", response_type=NO_CONTENT)


class Sideband(Resource):
    """A second connection to a live session."""

    connect = Connect("live.sideband")


class Forks(Resource):
    """Live sessions that continue a stored one."""

    connect = Connect("live.forks")


class Live(Resource):
    """Live API."""

    connect = Connect("live")
    create = POST("/live/sessions", "session transport", returns="LiveCreateResponse")
    forks = SubResource("Forks")
    sessions = SubResource("Sessions")
    sideband = SubResource("Sideband")
