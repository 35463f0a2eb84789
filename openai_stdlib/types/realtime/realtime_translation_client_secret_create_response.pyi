# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._models import BaseModel
from .realtime_translation_session import RealtimeTranslationSession

class RealtimeTranslationClientSecretCreateResponse(BaseModel):
    expires_at: int
    session: RealtimeTranslationSession
    value: str
