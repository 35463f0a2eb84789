# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .realtime_translation_session_update_request import RealtimeTranslationSessionUpdateRequest

class RealtimeTranslationSessionUpdateEvent(BaseModel):
    session: RealtimeTranslationSessionUpdateRequest
    type: Literal["session.update"]
    event_id: Optional[str] = ...
