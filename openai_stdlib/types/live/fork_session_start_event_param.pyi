# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal, Required, TypedDict
from .fork_session_config_param import ForkSessionConfigParam

class ForkSessionStartEventParam(TypedDict, total=False):
    session: Required[ForkSessionConfigParam]
    type: Required[Literal["session.start"]]
    event_id: Optional[str]
