# SPDX-License-Identifier: MIT
"""Models of videos. __init__.py explains the notation; written by tools/models.py."""

TOP_LEVEL = {
    "Video": """id, completed_at, created_at, error: VideoCreateError, expires_at, model, object = "video", progress,
        prompt, remixed_from_video_id, seconds, size, status
    """,
    "VideoCreateCharacterResponse": "id, created_at, name",
    "VideoCreateError": """code, message, headers, misalignment: Misalignment, param, type
    Misalignment: like shared.ErrorObject.Misalignment
    """,
    "VideoDeleteResponse": 'id, deleted, object = "video.deleted"',
    "VideoGetCharacterResponse": "id, created_at, name",
}

MODELS = {"": TOP_LEVEL}
