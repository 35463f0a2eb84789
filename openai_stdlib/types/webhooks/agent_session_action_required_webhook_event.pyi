# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ..._models import BaseModel

class DataRequiredAction(BaseModel):
    type: Literal["computer_use_approval_request", "mcp_approval_request", "function_call", "environment_connection"]

class Data(BaseModel):
    id: str
    required_action: DataRequiredAction

class AgentSessionActionRequiredWebhookEvent(BaseModel):
    id: str
    created_at: int
    data: Data
    object: Literal["event"]
    type: Literal["agent.session.action_required"]
