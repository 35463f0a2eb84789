# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from .._models import BaseModel
from .completion_usage import CompletionUsage
from .completion_choice import CompletionChoice

class Completion(BaseModel):
    id: str
    choices: List[CompletionChoice]
    created: int
    model: str
    object: Literal["text_completion"]
    system_fingerprint: Optional[str] = ...
    usage: Optional[CompletionUsage] = ...
