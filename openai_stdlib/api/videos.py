# SPDX-License-Identifier: MIT
"""Videos. https://platform.openai.com/docs/api-reference/videos"""

from .operation import BINARY, CONVERSATION, DELETE, GET, POST, Helper, Resource


class Videos(Resource):
    """Videos: generate videos from text and images."""

    deprecated = "the Sora API is scheduled to shut down on 2026-09-24"
    model = "Video"
    create = POST("/videos", "prompt", multipart=True)
    retrieve = GET("/videos/{video_id}")
    list = GET("/videos", page=CONVERSATION)
    delete = DELETE("/videos/{video_id}", returns="VideoDeleteResponse")
    create_character = POST("/videos/characters", "name video", returns="VideoCreateCharacterResponse", multipart=True)
    download_content = GET("/videos/{video_id}/content", response_type=BINARY, accept="application/binary")
    edit = POST("/videos/edits", "prompt video", multipart=True)
    extend = POST("/videos/extensions", "prompt seconds video", multipart=True)
    get_character = GET("/videos/characters/{character_id}", returns="VideoGetCharacterResponse")
    remix = POST("/videos/{video_id}/remix", "prompt")
    poll = Helper("polling", "poll_video")
    create_and_poll = Helper("polling", "create_video_and_poll")
