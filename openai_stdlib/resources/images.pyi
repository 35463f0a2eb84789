# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .._types import CallOptions
from .._config import Config
from .._types import TimeoutTypes
from typing_extensions import Unpack
from typing_extensions import deprecated
from typing import Union, Optional
from typing_extensions import Literal, overload
from .. import _legacy_response
from ..types import image_edit_params, image_generate_params
from .._types import Body, Omit, Query, Headers, NotGiven, FileTypes, SequenceNotStr, omit, not_given
from .._resource import SyncAPIResource, AsyncAPIResource
from .._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .._streaming import Stream, AsyncStream
from ..types.image_model import ImageModel
from ..types.images_response import ImagesResponse
from ..types.image_gen_stream_event import ImageGenStreamEvent
from ..types.image_edit_stream_event import ImageEditStreamEvent

class Images(SyncAPIResource):
    @property
    def with_raw_response(self) -> ImagesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> ImagesWithStreamingResponse: ...
    @deprecated("The API reference calls this operation deprecated.")
    def create_variation(
        self,
        *,
        image: FileTypes,
        model: Union[str, ImageModel, None] | Omit = omit,
        n: Optional[int] | Omit = omit,
        response_format: Optional[Literal["url", "b64_json"]] | Omit = omit,
        size: Optional[Literal["256x256", "512x512", "1024x1024"]] | Omit = omit,
        user: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ImagesResponse:
        """POST /images/variations"""

    @overload
    def edit(
        self,
        *,
        image: Union[FileTypes, SequenceNotStr[FileTypes]],
        prompt: str,
        background: Optional[Literal["transparent", "opaque", "auto"]] | Omit = omit,
        complexity: Optional[Literal["low", "medium", "high"]] | Omit = omit,
        frame_count: Optional[int] | Omit = omit,
        frame_duration_ms: Optional[int] | Omit = omit,
        input_fidelity: Optional[Literal["high", "low"]] | Omit = omit,
        markup: FileTypes | Omit = omit,
        mask: FileTypes | Omit = omit,
        model: Union[str, ImageModel, None] | Omit = omit,
        n: Optional[int] | Omit = omit,
        output_compression: Optional[int] | Omit = omit,
        output_format: Optional[Literal["png", "webp", "jpeg", "gif", "svg"]] | Omit = omit,
        partial_images: Optional[int] | Omit = omit,
        quality: Optional[Literal["low", "medium", "high", "xhigh", "max", "auto", "standard"]] | Omit = omit,
        response_format: Optional[Literal["url", "b64_json"]] | Omit = omit,
        safety_identifier: Optional[str] | Omit = omit,
        size: Union[str, Literal["1024x1024", "1536x1024", "1024x1536", "auto", "256x256", "512x512"], None]
        | Omit = omit,
        stream: Optional[Literal[False]] | Omit = omit,
        svg: Optional[image_edit_params.Svg] | Omit = omit,
        user: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ImagesResponse:
        """POST /images/edits"""

    @overload
    def edit(
        self,
        *,
        image: Union[FileTypes, SequenceNotStr[FileTypes]],
        prompt: str,
        stream: Literal[True],
        background: Optional[Literal["transparent", "opaque", "auto"]] | Omit = omit,
        complexity: Optional[Literal["low", "medium", "high"]] | Omit = omit,
        frame_count: Optional[int] | Omit = omit,
        frame_duration_ms: Optional[int] | Omit = omit,
        input_fidelity: Optional[Literal["high", "low"]] | Omit = omit,
        markup: FileTypes | Omit = omit,
        mask: FileTypes | Omit = omit,
        model: Union[str, ImageModel, None] | Omit = omit,
        n: Optional[int] | Omit = omit,
        output_compression: Optional[int] | Omit = omit,
        output_format: Optional[Literal["png", "webp", "jpeg", "gif", "svg"]] | Omit = omit,
        partial_images: Optional[int] | Omit = omit,
        quality: Optional[Literal["low", "medium", "high", "xhigh", "max", "auto", "standard"]] | Omit = omit,
        response_format: Optional[Literal["url", "b64_json"]] | Omit = omit,
        safety_identifier: Optional[str] | Omit = omit,
        size: Union[str, Literal["1024x1024", "1536x1024", "1024x1536", "auto", "256x256", "512x512"], None]
        | Omit = omit,
        svg: Optional[image_edit_params.Svg] | Omit = omit,
        user: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Stream[ImageEditStreamEvent]:
        """POST /images/edits"""

    @overload
    def edit(
        self,
        *,
        image: Union[FileTypes, SequenceNotStr[FileTypes]],
        prompt: str,
        stream: bool,
        background: Optional[Literal["transparent", "opaque", "auto"]] | Omit = omit,
        complexity: Optional[Literal["low", "medium", "high"]] | Omit = omit,
        frame_count: Optional[int] | Omit = omit,
        frame_duration_ms: Optional[int] | Omit = omit,
        input_fidelity: Optional[Literal["high", "low"]] | Omit = omit,
        markup: FileTypes | Omit = omit,
        mask: FileTypes | Omit = omit,
        model: Union[str, ImageModel, None] | Omit = omit,
        n: Optional[int] | Omit = omit,
        output_compression: Optional[int] | Omit = omit,
        output_format: Optional[Literal["png", "webp", "jpeg", "gif", "svg"]] | Omit = omit,
        partial_images: Optional[int] | Omit = omit,
        quality: Optional[Literal["low", "medium", "high", "xhigh", "max", "auto", "standard"]] | Omit = omit,
        response_format: Optional[Literal["url", "b64_json"]] | Omit = omit,
        safety_identifier: Optional[str] | Omit = omit,
        size: Union[str, Literal["1024x1024", "1536x1024", "1024x1536", "auto", "256x256", "512x512"], None]
        | Omit = omit,
        svg: Optional[image_edit_params.Svg] | Omit = omit,
        user: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ImagesResponse | Stream[ImageEditStreamEvent]:
        """POST /images/edits"""

    @overload
    def generate(
        self,
        *,
        prompt: str,
        background: Optional[Literal["transparent", "opaque", "auto"]] | Omit = omit,
        complexity: Optional[Literal["low", "medium", "high"]] | Omit = omit,
        frame_count: Optional[int] | Omit = omit,
        frame_duration_ms: Optional[int] | Omit = omit,
        model: Union[str, ImageModel, None] | Omit = omit,
        moderation: Optional[Literal["low", "auto"]] | Omit = omit,
        n: Optional[int] | Omit = omit,
        output_compression: Optional[int] | Omit = omit,
        output_format: Optional[Literal["png", "webp", "jpeg", "gif", "svg"]] | Omit = omit,
        partial_images: Optional[int] | Omit = omit,
        quality: Optional[Literal["low", "medium", "high", "xhigh", "max", "auto", "standard", "hd"]] | Omit = omit,
        response_format: Optional[Literal["url", "b64_json"]] | Omit = omit,
        safety_identifier: Optional[str] | Omit = omit,
        size: Union[
            str,
            Literal["auto", "1024x1024", "1536x1024", "1024x1536", "256x256", "512x512", "1792x1024", "1024x1792"],
            None,
        ]
        | Omit = omit,
        stream: Optional[Literal[False]] | Omit = omit,
        style: Optional[Literal["vivid", "natural"]] | Omit = omit,
        svg: Optional[image_generate_params.Svg] | Omit = omit,
        user: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ImagesResponse:
        """POST /images/generations"""

    @overload
    def generate(
        self,
        *,
        prompt: str,
        stream: Literal[True],
        background: Optional[Literal["transparent", "opaque", "auto"]] | Omit = omit,
        complexity: Optional[Literal["low", "medium", "high"]] | Omit = omit,
        frame_count: Optional[int] | Omit = omit,
        frame_duration_ms: Optional[int] | Omit = omit,
        model: Union[str, ImageModel, None] | Omit = omit,
        moderation: Optional[Literal["low", "auto"]] | Omit = omit,
        n: Optional[int] | Omit = omit,
        output_compression: Optional[int] | Omit = omit,
        output_format: Optional[Literal["png", "webp", "jpeg", "gif", "svg"]] | Omit = omit,
        partial_images: Optional[int] | Omit = omit,
        quality: Optional[Literal["low", "medium", "high", "xhigh", "max", "auto", "standard", "hd"]] | Omit = omit,
        response_format: Optional[Literal["url", "b64_json"]] | Omit = omit,
        safety_identifier: Optional[str] | Omit = omit,
        size: Union[
            str,
            Literal["auto", "1024x1024", "1536x1024", "1024x1536", "256x256", "512x512", "1792x1024", "1024x1792"],
            None,
        ]
        | Omit = omit,
        style: Optional[Literal["vivid", "natural"]] | Omit = omit,
        svg: Optional[image_generate_params.Svg] | Omit = omit,
        user: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Stream[ImageGenStreamEvent]:
        """POST /images/generations"""

    @overload
    def generate(
        self,
        *,
        prompt: str,
        stream: bool,
        background: Optional[Literal["transparent", "opaque", "auto"]] | Omit = omit,
        complexity: Optional[Literal["low", "medium", "high"]] | Omit = omit,
        frame_count: Optional[int] | Omit = omit,
        frame_duration_ms: Optional[int] | Omit = omit,
        model: Union[str, ImageModel, None] | Omit = omit,
        moderation: Optional[Literal["low", "auto"]] | Omit = omit,
        n: Optional[int] | Omit = omit,
        output_compression: Optional[int] | Omit = omit,
        output_format: Optional[Literal["png", "webp", "jpeg", "gif", "svg"]] | Omit = omit,
        partial_images: Optional[int] | Omit = omit,
        quality: Optional[Literal["low", "medium", "high", "xhigh", "max", "auto", "standard", "hd"]] | Omit = omit,
        response_format: Optional[Literal["url", "b64_json"]] | Omit = omit,
        safety_identifier: Optional[str] | Omit = omit,
        size: Union[
            str,
            Literal["auto", "1024x1024", "1536x1024", "1024x1536", "256x256", "512x512", "1792x1024", "1024x1792"],
            None,
        ]
        | Omit = omit,
        style: Optional[Literal["vivid", "natural"]] | Omit = omit,
        svg: Optional[image_generate_params.Svg] | Omit = omit,
        user: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ImagesResponse | Stream[ImageGenStreamEvent]:
        """POST /images/generations"""

class AsyncImages(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncImagesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncImagesWithStreamingResponse: ...
    @deprecated("The API reference calls this operation deprecated.")
    async def create_variation(
        self,
        *,
        image: FileTypes,
        model: Union[str, ImageModel, None] | Omit = omit,
        n: Optional[int] | Omit = omit,
        response_format: Optional[Literal["url", "b64_json"]] | Omit = omit,
        size: Optional[Literal["256x256", "512x512", "1024x1024"]] | Omit = omit,
        user: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ImagesResponse:
        """POST /images/variations"""

    @overload
    async def edit(
        self,
        *,
        image: Union[FileTypes, SequenceNotStr[FileTypes]],
        prompt: str,
        background: Optional[Literal["transparent", "opaque", "auto"]] | Omit = omit,
        complexity: Optional[Literal["low", "medium", "high"]] | Omit = omit,
        frame_count: Optional[int] | Omit = omit,
        frame_duration_ms: Optional[int] | Omit = omit,
        input_fidelity: Optional[Literal["high", "low"]] | Omit = omit,
        markup: FileTypes | Omit = omit,
        mask: FileTypes | Omit = omit,
        model: Union[str, ImageModel, None] | Omit = omit,
        n: Optional[int] | Omit = omit,
        output_compression: Optional[int] | Omit = omit,
        output_format: Optional[Literal["png", "webp", "jpeg", "gif", "svg"]] | Omit = omit,
        partial_images: Optional[int] | Omit = omit,
        quality: Optional[Literal["low", "medium", "high", "xhigh", "max", "auto", "standard"]] | Omit = omit,
        response_format: Optional[Literal["url", "b64_json"]] | Omit = omit,
        safety_identifier: Optional[str] | Omit = omit,
        size: Union[str, Literal["1024x1024", "1536x1024", "1024x1536", "auto", "256x256", "512x512"], None]
        | Omit = omit,
        stream: Optional[Literal[False]] | Omit = omit,
        svg: Optional[image_edit_params.Svg] | Omit = omit,
        user: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ImagesResponse:
        """POST /images/edits"""

    @overload
    async def edit(
        self,
        *,
        image: Union[FileTypes, SequenceNotStr[FileTypes]],
        prompt: str,
        stream: Literal[True],
        background: Optional[Literal["transparent", "opaque", "auto"]] | Omit = omit,
        complexity: Optional[Literal["low", "medium", "high"]] | Omit = omit,
        frame_count: Optional[int] | Omit = omit,
        frame_duration_ms: Optional[int] | Omit = omit,
        input_fidelity: Optional[Literal["high", "low"]] | Omit = omit,
        markup: FileTypes | Omit = omit,
        mask: FileTypes | Omit = omit,
        model: Union[str, ImageModel, None] | Omit = omit,
        n: Optional[int] | Omit = omit,
        output_compression: Optional[int] | Omit = omit,
        output_format: Optional[Literal["png", "webp", "jpeg", "gif", "svg"]] | Omit = omit,
        partial_images: Optional[int] | Omit = omit,
        quality: Optional[Literal["low", "medium", "high", "xhigh", "max", "auto", "standard"]] | Omit = omit,
        response_format: Optional[Literal["url", "b64_json"]] | Omit = omit,
        safety_identifier: Optional[str] | Omit = omit,
        size: Union[str, Literal["1024x1024", "1536x1024", "1024x1536", "auto", "256x256", "512x512"], None]
        | Omit = omit,
        svg: Optional[image_edit_params.Svg] | Omit = omit,
        user: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncStream[ImageEditStreamEvent]:
        """POST /images/edits"""

    @overload
    async def edit(
        self,
        *,
        image: Union[FileTypes, SequenceNotStr[FileTypes]],
        prompt: str,
        stream: bool,
        background: Optional[Literal["transparent", "opaque", "auto"]] | Omit = omit,
        complexity: Optional[Literal["low", "medium", "high"]] | Omit = omit,
        frame_count: Optional[int] | Omit = omit,
        frame_duration_ms: Optional[int] | Omit = omit,
        input_fidelity: Optional[Literal["high", "low"]] | Omit = omit,
        markup: FileTypes | Omit = omit,
        mask: FileTypes | Omit = omit,
        model: Union[str, ImageModel, None] | Omit = omit,
        n: Optional[int] | Omit = omit,
        output_compression: Optional[int] | Omit = omit,
        output_format: Optional[Literal["png", "webp", "jpeg", "gif", "svg"]] | Omit = omit,
        partial_images: Optional[int] | Omit = omit,
        quality: Optional[Literal["low", "medium", "high", "xhigh", "max", "auto", "standard"]] | Omit = omit,
        response_format: Optional[Literal["url", "b64_json"]] | Omit = omit,
        safety_identifier: Optional[str] | Omit = omit,
        size: Union[str, Literal["1024x1024", "1536x1024", "1024x1536", "auto", "256x256", "512x512"], None]
        | Omit = omit,
        svg: Optional[image_edit_params.Svg] | Omit = omit,
        user: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ImagesResponse | AsyncStream[ImageEditStreamEvent]:
        """POST /images/edits"""

    @overload
    async def generate(
        self,
        *,
        prompt: str,
        background: Optional[Literal["transparent", "opaque", "auto"]] | Omit = omit,
        complexity: Optional[Literal["low", "medium", "high"]] | Omit = omit,
        frame_count: Optional[int] | Omit = omit,
        frame_duration_ms: Optional[int] | Omit = omit,
        model: Union[str, ImageModel, None] | Omit = omit,
        moderation: Optional[Literal["low", "auto"]] | Omit = omit,
        n: Optional[int] | Omit = omit,
        output_compression: Optional[int] | Omit = omit,
        output_format: Optional[Literal["png", "webp", "jpeg", "gif", "svg"]] | Omit = omit,
        partial_images: Optional[int] | Omit = omit,
        quality: Optional[Literal["low", "medium", "high", "xhigh", "max", "auto", "standard", "hd"]] | Omit = omit,
        response_format: Optional[Literal["url", "b64_json"]] | Omit = omit,
        safety_identifier: Optional[str] | Omit = omit,
        size: Union[
            str,
            Literal["auto", "1024x1024", "1536x1024", "1024x1536", "256x256", "512x512", "1792x1024", "1024x1792"],
            None,
        ]
        | Omit = omit,
        stream: Optional[Literal[False]] | Omit = omit,
        style: Optional[Literal["vivid", "natural"]] | Omit = omit,
        svg: Optional[image_generate_params.Svg] | Omit = omit,
        user: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ImagesResponse:
        """POST /images/generations"""

    @overload
    async def generate(
        self,
        *,
        prompt: str,
        stream: Literal[True],
        background: Optional[Literal["transparent", "opaque", "auto"]] | Omit = omit,
        complexity: Optional[Literal["low", "medium", "high"]] | Omit = omit,
        frame_count: Optional[int] | Omit = omit,
        frame_duration_ms: Optional[int] | Omit = omit,
        model: Union[str, ImageModel, None] | Omit = omit,
        moderation: Optional[Literal["low", "auto"]] | Omit = omit,
        n: Optional[int] | Omit = omit,
        output_compression: Optional[int] | Omit = omit,
        output_format: Optional[Literal["png", "webp", "jpeg", "gif", "svg"]] | Omit = omit,
        partial_images: Optional[int] | Omit = omit,
        quality: Optional[Literal["low", "medium", "high", "xhigh", "max", "auto", "standard", "hd"]] | Omit = omit,
        response_format: Optional[Literal["url", "b64_json"]] | Omit = omit,
        safety_identifier: Optional[str] | Omit = omit,
        size: Union[
            str,
            Literal["auto", "1024x1024", "1536x1024", "1024x1536", "256x256", "512x512", "1792x1024", "1024x1792"],
            None,
        ]
        | Omit = omit,
        style: Optional[Literal["vivid", "natural"]] | Omit = omit,
        svg: Optional[image_generate_params.Svg] | Omit = omit,
        user: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncStream[ImageGenStreamEvent]:
        """POST /images/generations"""

    @overload
    async def generate(
        self,
        *,
        prompt: str,
        stream: bool,
        background: Optional[Literal["transparent", "opaque", "auto"]] | Omit = omit,
        complexity: Optional[Literal["low", "medium", "high"]] | Omit = omit,
        frame_count: Optional[int] | Omit = omit,
        frame_duration_ms: Optional[int] | Omit = omit,
        model: Union[str, ImageModel, None] | Omit = omit,
        moderation: Optional[Literal["low", "auto"]] | Omit = omit,
        n: Optional[int] | Omit = omit,
        output_compression: Optional[int] | Omit = omit,
        output_format: Optional[Literal["png", "webp", "jpeg", "gif", "svg"]] | Omit = omit,
        partial_images: Optional[int] | Omit = omit,
        quality: Optional[Literal["low", "medium", "high", "xhigh", "max", "auto", "standard", "hd"]] | Omit = omit,
        response_format: Optional[Literal["url", "b64_json"]] | Omit = omit,
        safety_identifier: Optional[str] | Omit = omit,
        size: Union[
            str,
            Literal["auto", "1024x1024", "1536x1024", "1024x1536", "256x256", "512x512", "1792x1024", "1024x1792"],
            None,
        ]
        | Omit = omit,
        style: Optional[Literal["vivid", "natural"]] | Omit = omit,
        svg: Optional[image_generate_params.Svg] | Omit = omit,
        user: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ImagesResponse | AsyncStream[ImageGenStreamEvent]:
        """POST /images/generations"""

class ImagesWithRawResponse:
    def __init__(self, images: Images) -> None:
        self.create_variation = _legacy_response.to_raw_response_wrapper(images.create_variation)
        self.edit = _legacy_response.to_raw_response_wrapper(images.edit)
        self.generate = _legacy_response.to_raw_response_wrapper(images.generate)

class AsyncImagesWithRawResponse:
    def __init__(self, images: AsyncImages) -> None:
        self.create_variation = _legacy_response.async_to_raw_response_wrapper(images.create_variation)
        self.edit = _legacy_response.async_to_raw_response_wrapper(images.edit)
        self.generate = _legacy_response.async_to_raw_response_wrapper(images.generate)

class ImagesWithStreamingResponse:
    def __init__(self, images: Images) -> None:
        self.create_variation = to_streamed_response_wrapper(images.create_variation)
        self.edit = to_streamed_response_wrapper(images.edit)
        self.generate = to_streamed_response_wrapper(images.generate)

class AsyncImagesWithStreamingResponse:
    def __init__(self, images: AsyncImages) -> None:
        self.create_variation = async_to_streamed_response_wrapper(images.create_variation)
        self.edit = async_to_streamed_response_wrapper(images.edit)
        self.generate = async_to_streamed_response_wrapper(images.generate)
