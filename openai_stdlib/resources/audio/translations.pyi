# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._types import CallOptions
from ..._config import Config
from ..._types import TimeoutTypes
from typing_extensions import Unpack
from typing_extensions import deprecated
from typing import Union
from typing_extensions import Literal, overload
from ... import _legacy_response
from ..._types import Body, Omit, Query, Headers, NotGiven, FileTypes, omit, not_given
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ...types.audio_model import AudioModel
from ...types.audio.translation import Translation
from ...types.audio.translation_verbose import TranslationVerbose

class Translations(SyncAPIResource):
    @property
    def with_raw_response(self) -> TranslationsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> TranslationsWithStreamingResponse: ...
    @overload
    @deprecated("The API reference calls this operation deprecated.")
    def create(
        self,
        *,
        file: FileTypes,
        model: Union[str, AudioModel],
        prompt: str | Omit = omit,
        response_format: Literal["json"] | Omit = omit,
        temperature: float | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Translation:
        """POST /audio/translations"""

    @overload
    @deprecated("The API reference calls this operation deprecated.")
    def create(
        self,
        *,
        file: FileTypes,
        model: Union[str, AudioModel],
        prompt: str | Omit = omit,
        response_format: Literal["verbose_json"],
        temperature: float | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> TranslationVerbose:
        """POST /audio/translations"""

    @overload
    @deprecated("The API reference calls this operation deprecated.")
    def create(
        self,
        *,
        file: FileTypes,
        model: Union[str, AudioModel],
        prompt: str | Omit = omit,
        response_format: Literal["text", "srt", "vtt"],
        temperature: float | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> str:
        """POST /audio/translations"""

    @overload
    @deprecated("The API reference calls this operation deprecated.")
    def create(
        self,
        *,
        file: FileTypes,
        model: Union[str, AudioModel],
        prompt: str | Omit = omit,
        response_format: Literal["json", "text", "srt", "verbose_json", "vtt"] | Omit = omit,
        temperature: float | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Translation | TranslationVerbose | str:
        """POST /audio/translations"""

class AsyncTranslations(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncTranslationsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncTranslationsWithStreamingResponse: ...
    @overload
    @deprecated("The API reference calls this operation deprecated.")
    async def create(
        self,
        *,
        file: FileTypes,
        model: Union[str, AudioModel],
        prompt: str | Omit = omit,
        response_format: Literal["json"] | Omit = omit,
        temperature: float | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Translation:
        """POST /audio/translations"""

    @overload
    @deprecated("The API reference calls this operation deprecated.")
    async def create(
        self,
        *,
        file: FileTypes,
        model: Union[str, AudioModel],
        prompt: str | Omit = omit,
        response_format: Literal["verbose_json"],
        temperature: float | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> TranslationVerbose:
        """POST /audio/translations"""

    @overload
    @deprecated("The API reference calls this operation deprecated.")
    async def create(
        self,
        *,
        file: FileTypes,
        model: Union[str, AudioModel],
        prompt: str | Omit = omit,
        response_format: Literal["text", "srt", "vtt"],
        temperature: float | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> str:
        """POST /audio/translations"""

    @overload
    @deprecated("The API reference calls this operation deprecated.")
    async def create(
        self,
        *,
        file: FileTypes,
        model: Union[str, AudioModel],
        prompt: str | Omit = omit,
        response_format: Literal["json", "text", "srt", "verbose_json", "vtt"] | Omit = omit,
        temperature: float | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Translation | TranslationVerbose | str:
        """POST /audio/translations"""

class TranslationsWithRawResponse:
    def __init__(self, translations: Translations) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(translations.create)

class AsyncTranslationsWithRawResponse:
    def __init__(self, translations: AsyncTranslations) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(translations.create)

class TranslationsWithStreamingResponse:
    def __init__(self, translations: Translations) -> None:
        self.create = to_streamed_response_wrapper(translations.create)

class AsyncTranslationsWithStreamingResponse:
    def __init__(self, translations: AsyncTranslations) -> None:
        self.create = async_to_streamed_response_wrapper(translations.create)
