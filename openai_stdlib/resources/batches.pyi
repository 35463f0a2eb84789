# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Any
from ..helpers.batch_run import BatchRun
from .._types import CallOptions
from typing import Callable
from .._config import Config
from typing import Dict
from typing import IO
from typing import Iterable
from os import PathLike
from .._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Optional
from typing_extensions import Literal
from .. import _legacy_response
from ..types import batch_create_params
from .._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from .._resource import SyncAPIResource, AsyncAPIResource
from .._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ..pagination import SyncCursorPage, AsyncCursorPage
from ..types.batch import Batch
from .._base_client import AsyncPaginator
from ..types.shared_params.metadata import Metadata

class Batches(SyncAPIResource):
    @property
    def with_raw_response(self) -> BatchesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> BatchesWithStreamingResponse: ...
    def create(
        self,
        *,
        completion_window: Literal["24h"],
        endpoint: Literal[
            "/v1/responses",
            "/v1/chat/completions",
            "/v1/embeddings",
            "/v1/completions",
            "/v1/moderations",
            "/v1/images/generations",
            "/v1/images/edits",
            "/v1/videos",
        ],
        input_file_id: str,
        metadata: Optional[Metadata] | Omit = omit,
        output_expires_after: batch_create_params.OutputExpiresAfter | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Batch:
        """POST /batches"""

    def retrieve(
        self,
        batch_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Batch:
        """GET /batches/{batch_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[Batch]:
        """GET /batches"""

    def cancel(
        self,
        batch_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Batch:
        """POST /batches/{batch_id}/cancel"""

    def run(
        self,
        rows: str | bytes | PathLike[str] | IO[Any] | Iterable[Any] | None = None,
        output: str | PathLike[str] | None = None,
        *,
        state: str | PathLike[str] | None = None,
        template: Any = None,
        format: Literal["jsonl", "csv", "tsv"] | None = None,
        endpoint: str | None = None,
        model: str | None = None,
        completion_window: str = "24h",
        metadata: Dict[str, str] | None = None,
        resubmit: int = 2,
        max_rows: int = 50000,
        max_bytes: int = 200000000,
        max_batches: int = 20,
        wait: bool = True,
        poll_interval: float | None = None,
        deadline: float | None = None,
        progress: Callable[[BatchRun], object] | None = None,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = ...,
    ) -> BatchRun: ...

class AsyncBatches(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncBatchesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncBatchesWithStreamingResponse: ...
    async def create(
        self,
        *,
        completion_window: Literal["24h"],
        endpoint: Literal[
            "/v1/responses",
            "/v1/chat/completions",
            "/v1/embeddings",
            "/v1/completions",
            "/v1/moderations",
            "/v1/images/generations",
            "/v1/images/edits",
            "/v1/videos",
        ],
        input_file_id: str,
        metadata: Optional[Metadata] | Omit = omit,
        output_expires_after: batch_create_params.OutputExpiresAfter | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Batch:
        """POST /batches"""

    async def retrieve(
        self,
        batch_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Batch:
        """GET /batches/{batch_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[Batch, AsyncCursorPage[Batch]]:
        """GET /batches"""

    async def cancel(
        self,
        batch_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Batch:
        """POST /batches/{batch_id}/cancel"""

    async def run(
        self,
        rows: str | bytes | PathLike[str] | IO[Any] | Iterable[Any] | None = None,
        output: str | PathLike[str] | None = None,
        *,
        state: str | PathLike[str] | None = None,
        template: Any = None,
        format: Literal["jsonl", "csv", "tsv"] | None = None,
        endpoint: str | None = None,
        model: str | None = None,
        completion_window: str = "24h",
        metadata: Dict[str, str] | None = None,
        resubmit: int = 2,
        max_rows: int = 50000,
        max_bytes: int = 200000000,
        max_batches: int = 20,
        wait: bool = True,
        poll_interval: float | None = None,
        deadline: float | None = None,
        progress: Callable[[BatchRun], object] | None = None,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = ...,
    ) -> BatchRun: ...

class BatchesWithRawResponse:
    def __init__(self, batches: Batches) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(batches.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(batches.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(batches.list)
        self.cancel = _legacy_response.to_raw_response_wrapper(batches.cancel)

class AsyncBatchesWithRawResponse:
    def __init__(self, batches: AsyncBatches) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(batches.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(batches.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(batches.list)
        self.cancel = _legacy_response.async_to_raw_response_wrapper(batches.cancel)

class BatchesWithStreamingResponse:
    def __init__(self, batches: Batches) -> None:
        self.create = to_streamed_response_wrapper(batches.create)
        self.retrieve = to_streamed_response_wrapper(batches.retrieve)
        self.list = to_streamed_response_wrapper(batches.list)
        self.cancel = to_streamed_response_wrapper(batches.cancel)

class AsyncBatchesWithStreamingResponse:
    def __init__(self, batches: AsyncBatches) -> None:
        self.create = async_to_streamed_response_wrapper(batches.create)
        self.retrieve = async_to_streamed_response_wrapper(batches.retrieve)
        self.list = async_to_streamed_response_wrapper(batches.list)
        self.cancel = async_to_streamed_response_wrapper(batches.cancel)
