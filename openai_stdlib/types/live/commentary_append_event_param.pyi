# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal, Required, TypedDict

class CommentaryAppendEventParam(TypedDict, total=False):
    content: Required[str]
    delegation_id: Required[Optional[str]]
    type: Required[Literal["session.commentary.append"]]
    event_id: Optional[str]
