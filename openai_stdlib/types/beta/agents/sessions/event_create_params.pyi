# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Iterable
from typing_extensions import Required, Annotated, TypedDict
from ....._utils import PropertyInfo
from ...agent_session_input_param import AgentSessionInputParam

class EventCreateParams(TypedDict, total=False):
    events: Required[Iterable[AgentSessionInputParam]]
    idempotency_key: Annotated[str, PropertyInfo(alias="Idempotency-Key")]
