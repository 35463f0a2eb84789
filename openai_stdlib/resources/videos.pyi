# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Any
from .._types import CallOptions
from typing import Callable
from ..call.limits import CancelToken
from .._config import Config
from .._types import TimeoutTypes
from typing_extensions import Unpack
from typing_extensions import deprecated
from typing_extensions import Literal
from .. import _legacy_response
from ..types import VideoSize, VideoSeconds, video_edit_params, video_create_params, video_extend_params
from .._types import Body, Omit, Query, Headers, NotGiven, FileTypes, omit, not_given
from .._resource import SyncAPIResource, AsyncAPIResource
from .._response import (
    StreamedBinaryAPIResponse,
    AsyncStreamedBinaryAPIResponse,
    to_streamed_response_wrapper,
    async_to_streamed_response_wrapper,
    to_custom_streamed_response_wrapper,
    async_to_custom_streamed_response_wrapper,
)
from ..pagination import SyncConversationCursorPage, AsyncConversationCursorPage
from ..types.video import Video
from .._base_client import AsyncPaginator
from ..types.video_size import VideoSize
from ..types.video_seconds import VideoSeconds
from ..types.video_model_param import VideoModelParam
from ..types.video_delete_response import VideoDeleteResponse
from ..types.video_get_character_response import VideoGetCharacterResponse
from ..types.video_create_character_response import VideoCreateCharacterResponse

class Videos(SyncAPIResource):
    @property
    def with_raw_response(self) -> VideosWithRawResponse: ...
    @property
    def with_streaming_response(self) -> VideosWithStreamingResponse: ...
    @deprecated("The API reference calls this operation deprecated.")
    def create(
        self,
        *,
        prompt: str,
        input_reference: video_create_params.InputReference | Omit = omit,
        model: VideoModelParam | Omit = omit,
        seconds: VideoSeconds | Omit = omit,
        size: VideoSize | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Video:
        """POST /videos"""

    @deprecated("The API reference calls this operation deprecated.")
    def retrieve(
        self,
        video_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Video:
        """GET /videos/{video_id}"""

    @deprecated("The API reference calls this operation deprecated.")
    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncConversationCursorPage[Video]:
        """GET /videos"""

    @deprecated("The API reference calls this operation deprecated.")
    def delete(
        self,
        video_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VideoDeleteResponse:
        """DELETE /videos/{video_id}"""

    @deprecated("The API reference calls this operation deprecated.")
    def create_character(
        self,
        *,
        name: str,
        video: FileTypes,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VideoCreateCharacterResponse:
        """POST /videos/characters"""

    @deprecated("The API reference calls this operation deprecated.")
    def download_content(
        self,
        video_id: str,
        *,
        variant: Literal["video", "thumbnail", "spritesheet"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> _legacy_response.HttpxBinaryResponseContent:
        """GET /videos/{video_id}/content"""

    @deprecated("The API reference calls this operation deprecated.")
    def edit(
        self,
        *,
        prompt: str,
        video: video_edit_params.Video,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Video:
        """POST /videos/edits"""

    @deprecated("The API reference calls this operation deprecated.")
    def extend(
        self,
        *,
        prompt: str,
        seconds: VideoSeconds,
        video: video_extend_params.Video,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Video:
        """POST /videos/extensions"""

    @deprecated("The API reference calls this operation deprecated.")
    def get_character(
        self,
        character_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VideoGetCharacterResponse:
        """GET /videos/characters/{character_id}"""

    @deprecated("The API reference calls this operation deprecated.")
    def remix(
        self,
        video_id: str,
        *,
        prompt: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Video:
        """POST /videos/{video_id}/remix"""

    @deprecated("The API reference calls this operation deprecated.")
    def create_and_poll(
        self,
        *,
        prompt: str,
        input_reference: video_create_params.InputReference | Omit = omit,
        model: VideoModelParam | Omit = omit,
        seconds: VideoSeconds | Omit = omit,
        size: VideoSize | Omit = omit,
        poll_interval_ms: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        deadline: float | None = None,
        progress: Callable[[int, Any], object] | None = None,
        **options: Unpack[CallOptions],
    ) -> Video: ...
    @deprecated("The API reference calls this operation deprecated.")
    def poll(
        self,
        video_id: str,
        *,
        poll_interval_ms: int | Omit = omit,
        deadline: float | None = None,
        progress: Callable[[int, Any], object] | None = None,
        cancel: CancelToken | None = None,
    ) -> Video: ...

class AsyncVideos(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncVideosWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncVideosWithStreamingResponse: ...
    @deprecated("The API reference calls this operation deprecated.")
    async def create(
        self,
        *,
        prompt: str,
        input_reference: video_create_params.InputReference | Omit = omit,
        model: VideoModelParam | Omit = omit,
        seconds: VideoSeconds | Omit = omit,
        size: VideoSize | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Video:
        """POST /videos"""

    @deprecated("The API reference calls this operation deprecated.")
    async def retrieve(
        self,
        video_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Video:
        """GET /videos/{video_id}"""

    @deprecated("The API reference calls this operation deprecated.")
    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[Video, AsyncConversationCursorPage[Video]]:
        """GET /videos"""

    @deprecated("The API reference calls this operation deprecated.")
    async def delete(
        self,
        video_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VideoDeleteResponse:
        """DELETE /videos/{video_id}"""

    @deprecated("The API reference calls this operation deprecated.")
    async def create_character(
        self,
        *,
        name: str,
        video: FileTypes,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VideoCreateCharacterResponse:
        """POST /videos/characters"""

    @deprecated("The API reference calls this operation deprecated.")
    async def download_content(
        self,
        video_id: str,
        *,
        variant: Literal["video", "thumbnail", "spritesheet"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> _legacy_response.HttpxBinaryResponseContent:
        """GET /videos/{video_id}/content"""

    @deprecated("The API reference calls this operation deprecated.")
    async def edit(
        self,
        *,
        prompt: str,
        video: video_edit_params.Video,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Video:
        """POST /videos/edits"""

    @deprecated("The API reference calls this operation deprecated.")
    async def extend(
        self,
        *,
        prompt: str,
        seconds: VideoSeconds,
        video: video_extend_params.Video,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Video:
        """POST /videos/extensions"""

    @deprecated("The API reference calls this operation deprecated.")
    async def get_character(
        self,
        character_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VideoGetCharacterResponse:
        """GET /videos/characters/{character_id}"""

    @deprecated("The API reference calls this operation deprecated.")
    async def remix(
        self,
        video_id: str,
        *,
        prompt: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Video:
        """POST /videos/{video_id}/remix"""

    @deprecated("The API reference calls this operation deprecated.")
    async def create_and_poll(
        self,
        *,
        prompt: str,
        input_reference: video_create_params.InputReference | Omit = omit,
        model: VideoModelParam | Omit = omit,
        seconds: VideoSeconds | Omit = omit,
        size: VideoSize | Omit = omit,
        poll_interval_ms: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        deadline: float | None = None,
        progress: Callable[[int, Any], object] | None = None,
        **options: Unpack[CallOptions],
    ) -> Video: ...
    @deprecated("The API reference calls this operation deprecated.")
    async def poll(
        self,
        video_id: str,
        *,
        poll_interval_ms: int | Omit = omit,
        deadline: float | None = None,
        progress: Callable[[int, Any], object] | None = None,
        cancel: CancelToken | None = None,
    ) -> Video: ...

class VideosWithRawResponse:
    def __init__(self, videos: Videos) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(videos.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(videos.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(videos.list)
        self.delete = _legacy_response.to_raw_response_wrapper(videos.delete)
        self.create_character = _legacy_response.to_raw_response_wrapper(videos.create_character)
        self.download_content = _legacy_response.to_raw_response_wrapper(videos.download_content)
        self.edit = _legacy_response.to_raw_response_wrapper(videos.edit)
        self.extend = _legacy_response.to_raw_response_wrapper(videos.extend)
        self.get_character = _legacy_response.to_raw_response_wrapper(videos.get_character)
        self.remix = _legacy_response.to_raw_response_wrapper(videos.remix)

class AsyncVideosWithRawResponse:
    def __init__(self, videos: AsyncVideos) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(videos.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(videos.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(videos.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(videos.delete)
        self.create_character = _legacy_response.async_to_raw_response_wrapper(videos.create_character)
        self.download_content = _legacy_response.async_to_raw_response_wrapper(videos.download_content)
        self.edit = _legacy_response.async_to_raw_response_wrapper(videos.edit)
        self.extend = _legacy_response.async_to_raw_response_wrapper(videos.extend)
        self.get_character = _legacy_response.async_to_raw_response_wrapper(videos.get_character)
        self.remix = _legacy_response.async_to_raw_response_wrapper(videos.remix)

class VideosWithStreamingResponse:
    def __init__(self, videos: Videos) -> None:
        self.create = to_streamed_response_wrapper(videos.create)
        self.retrieve = to_streamed_response_wrapper(videos.retrieve)
        self.list = to_streamed_response_wrapper(videos.list)
        self.delete = to_streamed_response_wrapper(videos.delete)
        self.create_character = to_streamed_response_wrapper(videos.create_character)
        self.download_content = to_custom_streamed_response_wrapper(videos.download_content, StreamedBinaryAPIResponse)
        self.edit = to_streamed_response_wrapper(videos.edit)
        self.extend = to_streamed_response_wrapper(videos.extend)
        self.get_character = to_streamed_response_wrapper(videos.get_character)
        self.remix = to_streamed_response_wrapper(videos.remix)

class AsyncVideosWithStreamingResponse:
    def __init__(self, videos: AsyncVideos) -> None:
        self.create = async_to_streamed_response_wrapper(videos.create)
        self.retrieve = async_to_streamed_response_wrapper(videos.retrieve)
        self.list = async_to_streamed_response_wrapper(videos.list)
        self.delete = async_to_streamed_response_wrapper(videos.delete)
        self.create_character = async_to_streamed_response_wrapper(videos.create_character)
        self.download_content = async_to_custom_streamed_response_wrapper(
            videos.download_content, AsyncStreamedBinaryAPIResponse
        )
        self.edit = async_to_streamed_response_wrapper(videos.edit)
        self.extend = async_to_streamed_response_wrapper(videos.extend)
        self.get_character = async_to_streamed_response_wrapper(videos.get_character)
        self.remix = async_to_streamed_response_wrapper(videos.remix)
