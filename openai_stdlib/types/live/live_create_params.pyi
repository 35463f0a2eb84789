# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal, Required, TypedDict
from .media_session_config_param import MediaSessionConfigParam

class LiveCreateParams(TypedDict, total=False):
    session: Required[MediaSessionConfigParam]
    transport: Required[Transport]

class Transport(TypedDict, total=False):
    sdp: Required[str]
    type: Required[Literal["webrtc"]]
