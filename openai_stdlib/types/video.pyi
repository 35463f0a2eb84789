# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal
from .._models import BaseModel
from .video_size import VideoSize
from .video_model import VideoModel
from .video_seconds import VideoSeconds
from .video_create_error import VideoCreateError

class Video(BaseModel):
    id: str
    completed_at: Optional[int] = ...
    created_at: int
    error: Optional[VideoCreateError] = ...
    expires_at: Optional[int] = ...
    model: VideoModel
    object: Literal["video"]
    progress: int
    prompt: Optional[str] = ...
    remixed_from_video_id: Optional[str] = ...
    seconds: Union[str, VideoSeconds]
    size: VideoSize
    status: Literal["queued", "in_progress", "completed", "failed"]
