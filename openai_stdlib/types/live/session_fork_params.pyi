# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal, Required, TypedDict
from .media_session_fork_config_param import MediaSessionForkConfigParam

class SessionForkParams(TypedDict, total=False):
    transport: Required[Transport]
    session: MediaSessionForkConfigParam

class Transport(TypedDict, total=False):
    sdp: Required[str]
    type: Required[Literal["webrtc"]]
