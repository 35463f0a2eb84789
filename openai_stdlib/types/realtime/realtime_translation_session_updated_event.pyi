# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ..._models import BaseModel
from .realtime_translation_session import RealtimeTranslationSession

class RealtimeTranslationSessionUpdatedEvent(BaseModel):
    event_id: str
    session: RealtimeTranslationSession
    type: Literal["session.updated"]
