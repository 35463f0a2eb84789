# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Any
from ..._types import CallOptions
from typing import Callable
from ..._config import Config
from os import PathLike
from ..._types import TimeoutTypes
from typing_extensions import Unpack
import os
from typing import overload
from ... import _legacy_response
from .parts import (
    Parts,
    AsyncParts,
    PartsWithRawResponse,
    AsyncPartsWithRawResponse,
    PartsWithStreamingResponse,
    AsyncPartsWithStreamingResponse,
)
from ...types import FilePurpose, upload_create_params
from ..._types import Body, Omit, Query, Headers, NotGiven, SequenceNotStr, omit, not_given
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ...types.upload import Upload

class Uploads(SyncAPIResource):
    @property
    def parts(self) -> Parts: ...
    @property
    def with_raw_response(self) -> UploadsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> UploadsWithStreamingResponse: ...
    @overload
    def upload_file_chunked(
        self,
        *,
        file: os.PathLike[str],
        mime_type: str,
        purpose: FilePurpose,
        bytes: int | None = None,
        part_size: int | None = None,
        md5: str | Omit = omit,
        check: bool = False,
        max_concurrency: int = 4,
        state_file: str | PathLike[str] | None = None,
        progress: Callable[[int, Any], object] | None = None,
    ) -> Upload: ...
    @overload
    def upload_file_chunked(
        self,
        *,
        file: bytes,
        filename: str,
        bytes: int,
        mime_type: str,
        purpose: FilePurpose,
        part_size: int | None = None,
        md5: str | Omit = omit,
        check: bool = False,
        max_concurrency: int = 4,
        state_file: str | PathLike[str] | None = None,
        progress: Callable[[int, Any], object] | None = None,
    ) -> Upload: ...
    def create(
        self,
        *,
        bytes: int,
        filename: str,
        mime_type: str,
        purpose: FilePurpose,
        expires_after: upload_create_params.ExpiresAfter | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Upload:
        """POST /uploads"""

    def cancel(
        self,
        upload_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Upload:
        """POST /uploads/{upload_id}/cancel"""

    def complete(
        self,
        upload_id: str,
        *,
        part_ids: SequenceNotStr[str],
        md5: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Upload:
        """POST /uploads/{upload_id}/complete"""

class AsyncUploads(AsyncAPIResource):
    @property
    def parts(self) -> AsyncParts: ...
    @property
    def with_raw_response(self) -> AsyncUploadsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncUploadsWithStreamingResponse: ...
    @overload
    async def upload_file_chunked(
        self,
        *,
        file: os.PathLike[str],
        mime_type: str,
        purpose: FilePurpose,
        bytes: int | None = None,
        part_size: int | None = None,
        md5: str | Omit = omit,
        check: bool = False,
        max_concurrency: int = 4,
        state_file: str | PathLike[str] | None = None,
        progress: Callable[[int, Any], object] | None = None,
    ) -> Upload: ...
    @overload
    async def upload_file_chunked(
        self,
        *,
        file: bytes,
        filename: str,
        bytes: int,
        mime_type: str,
        purpose: FilePurpose,
        part_size: int | None = None,
        md5: str | Omit = omit,
        check: bool = False,
        max_concurrency: int = 4,
        state_file: str | PathLike[str] | None = None,
        progress: Callable[[int, Any], object] | None = None,
    ) -> Upload: ...
    async def create(
        self,
        *,
        bytes: int,
        filename: str,
        mime_type: str,
        purpose: FilePurpose,
        expires_after: upload_create_params.ExpiresAfter | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Upload:
        """POST /uploads"""

    async def cancel(
        self,
        upload_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Upload:
        """POST /uploads/{upload_id}/cancel"""

    async def complete(
        self,
        upload_id: str,
        *,
        part_ids: SequenceNotStr[str],
        md5: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Upload:
        """POST /uploads/{upload_id}/complete"""

class UploadsWithRawResponse:
    def __init__(self, uploads: Uploads) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(uploads.create)
        self.cancel = _legacy_response.to_raw_response_wrapper(uploads.cancel)
        self.complete = _legacy_response.to_raw_response_wrapper(uploads.complete)

    @property
    def parts(self) -> PartsWithRawResponse: ...

class AsyncUploadsWithRawResponse:
    def __init__(self, uploads: AsyncUploads) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(uploads.create)
        self.cancel = _legacy_response.async_to_raw_response_wrapper(uploads.cancel)
        self.complete = _legacy_response.async_to_raw_response_wrapper(uploads.complete)

    @property
    def parts(self) -> AsyncPartsWithRawResponse: ...

class UploadsWithStreamingResponse:
    def __init__(self, uploads: Uploads) -> None:
        self.create = to_streamed_response_wrapper(uploads.create)
        self.cancel = to_streamed_response_wrapper(uploads.cancel)
        self.complete = to_streamed_response_wrapper(uploads.complete)

    @property
    def parts(self) -> PartsWithStreamingResponse: ...

class AsyncUploadsWithStreamingResponse:
    def __init__(self, uploads: AsyncUploads) -> None:
        self.create = async_to_streamed_response_wrapper(uploads.create)
        self.cancel = async_to_streamed_response_wrapper(uploads.cancel)
        self.complete = async_to_streamed_response_wrapper(uploads.complete)

    @property
    def parts(self) -> AsyncPartsWithStreamingResponse: ...
