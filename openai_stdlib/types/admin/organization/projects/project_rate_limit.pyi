# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ....._models import BaseModel

class ProjectRateLimit(BaseModel):
    id: str
    max_requests_per_1_minute: int
    max_tokens_per_1_minute: int
    model: str
    object: Literal["project.rate_limit"]
    batch_1_day_max_input_tokens: Optional[int] = ...
    max_audio_megabytes_per_1_minute: Optional[int] = ...
    max_images_per_1_minute: Optional[int] = ...
    max_requests_per_1_day: Optional[int] = ...
