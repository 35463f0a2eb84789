# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal, Required, TypedDict
from .session_config_param import SessionConfigParam

class SessionStartEventParam(TypedDict, total=False):
    session: Required[SessionConfigParam]
    type: Required[Literal["session.start"]]
    event_id: Optional[str]
