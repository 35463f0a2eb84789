# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._models import BaseModel

class TranscriptionWord(BaseModel):
    end: float
    start: float
    word: str
