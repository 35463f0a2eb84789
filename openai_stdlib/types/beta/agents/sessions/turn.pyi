# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ....._models import BaseModel
from ...token_usage import TokenUsage
from ...session_turn_error import SessionTurnError

class PromptCacheOptions(BaseModel):
    ttl: Literal["30m", "12h"]

class Turn(BaseModel):
    id: str
    agent_id: str
    completed_at: Optional[int] = ...
    created_at: int
    error: Optional[SessionTurnError] = ...
    object: Literal["agent.session.turn"]
    session_id: str
    started_at: Optional[int] = ...
    status: Literal["queued", "in_progress", "waiting", "completed", "failed", "cancelled"]
    subagent_id: Optional[str] = ...
    usage: Optional[TokenUsage] = ...
    prompt_cache_options: Optional[PromptCacheOptions] = ...
