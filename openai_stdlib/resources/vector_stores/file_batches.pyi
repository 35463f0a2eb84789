# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Any
from ..._types import CallOptions
from typing import Callable
from ...call.limits import CancelToken
from ..._config import Config
from ..._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Dict, Union, Iterable, Optional
from typing_extensions import Literal
from ... import _legacy_response
from ...types import FileChunkingStrategyParam
from ..._types import Body, Omit, Query, Headers, NotGiven, FileTypes, SequenceNotStr, omit, not_given
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ...pagination import SyncCursorPage, AsyncCursorPage
from ..._base_client import AsyncPaginator
from ...types.vector_stores import file_batch_create_params
from ...types.file_chunking_strategy_param import FileChunkingStrategyParam
from ...types.vector_stores.vector_store_file import VectorStoreFile
from ...types.vector_stores.vector_store_file_batch import VectorStoreFileBatch

class FileBatches(SyncAPIResource):
    @property
    def with_raw_response(self) -> FileBatchesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> FileBatchesWithStreamingResponse: ...
    def create(
        self,
        vector_store_id: str,
        *,
        attributes: Optional[Dict[str, Union[str, float, bool]]] | Omit = omit,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        file_ids: SequenceNotStr[str] | Omit = omit,
        files: Iterable[file_batch_create_params.File] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VectorStoreFileBatch:
        """POST /vector_stores/{vector_store_id}/file_batches"""

    def retrieve(
        self,
        batch_id: str,
        *,
        vector_store_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VectorStoreFileBatch:
        """GET /vector_stores/{vector_store_id}/file_batches/{batch_id}"""

    def cancel(
        self,
        batch_id: str,
        *,
        vector_store_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VectorStoreFileBatch:
        """POST /vector_stores/{vector_store_id}/file_batches/{batch_id}/cancel"""

    def list_files(
        self,
        batch_id: str,
        *,
        vector_store_id: str,
        after: str | Omit = omit,
        before: str | Omit = omit,
        filter: Literal["in_progress", "completed", "failed", "cancelled"] | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[VectorStoreFile]:
        """GET /vector_stores/{vector_store_id}/file_batches/{batch_id}/files"""

    def create_and_poll(
        self,
        vector_store_id: str,
        *,
        attributes: Optional[Dict[str, Union[str, float, bool]]] | Omit = omit,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        file_ids: SequenceNotStr[str] | Omit = omit,
        files: Iterable[file_batch_create_params.File] | Omit = omit,
        poll_interval_ms: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        deadline: float | None = None,
        progress: Callable[[int, Any], object] | None = None,
        **options: Unpack[CallOptions],
    ) -> VectorStoreFileBatch: ...
    def upload_and_poll(
        self,
        vector_store_id: str,
        *,
        files: Iterable[FileTypes],
        max_concurrency: int = 5,
        file_ids: SequenceNotStr[str] = [],
        poll_interval_ms: int | Omit = omit,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        deadline: float | None = None,
        progress: Callable[[int, Any], object] | None = None,
    ) -> VectorStoreFileBatch: ...
    def poll(
        self,
        batch_id: str,
        *,
        vector_store_id: str,
        poll_interval_ms: int | Omit = omit,
        deadline: float | None = None,
        progress: Callable[[int, Any], object] | None = None,
        cancel: CancelToken | None = None,
    ) -> VectorStoreFileBatch: ...

class AsyncFileBatches(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncFileBatchesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncFileBatchesWithStreamingResponse: ...
    async def create(
        self,
        vector_store_id: str,
        *,
        attributes: Optional[Dict[str, Union[str, float, bool]]] | Omit = omit,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        file_ids: SequenceNotStr[str] | Omit = omit,
        files: Iterable[file_batch_create_params.File] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VectorStoreFileBatch:
        """POST /vector_stores/{vector_store_id}/file_batches"""

    async def retrieve(
        self,
        batch_id: str,
        *,
        vector_store_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VectorStoreFileBatch:
        """GET /vector_stores/{vector_store_id}/file_batches/{batch_id}"""

    async def cancel(
        self,
        batch_id: str,
        *,
        vector_store_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VectorStoreFileBatch:
        """POST /vector_stores/{vector_store_id}/file_batches/{batch_id}/cancel"""

    def list_files(
        self,
        batch_id: str,
        *,
        vector_store_id: str,
        after: str | Omit = omit,
        before: str | Omit = omit,
        filter: Literal["in_progress", "completed", "failed", "cancelled"] | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[VectorStoreFile, AsyncCursorPage[VectorStoreFile]]:
        """GET /vector_stores/{vector_store_id}/file_batches/{batch_id}/files"""

    async def create_and_poll(
        self,
        vector_store_id: str,
        *,
        attributes: Optional[Dict[str, Union[str, float, bool]]] | Omit = omit,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        file_ids: SequenceNotStr[str] | Omit = omit,
        files: Iterable[file_batch_create_params.File] | Omit = omit,
        poll_interval_ms: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        deadline: float | None = None,
        progress: Callable[[int, Any], object] | None = None,
        **options: Unpack[CallOptions],
    ) -> VectorStoreFileBatch: ...
    async def upload_and_poll(
        self,
        vector_store_id: str,
        *,
        files: Iterable[FileTypes],
        max_concurrency: int = 5,
        file_ids: SequenceNotStr[str] = [],
        poll_interval_ms: int | Omit = omit,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        deadline: float | None = None,
        progress: Callable[[int, Any], object] | None = None,
    ) -> VectorStoreFileBatch: ...
    async def poll(
        self,
        batch_id: str,
        *,
        vector_store_id: str,
        poll_interval_ms: int | Omit = omit,
        deadline: float | None = None,
        progress: Callable[[int, Any], object] | None = None,
        cancel: CancelToken | None = None,
    ) -> VectorStoreFileBatch: ...

class FileBatchesWithRawResponse:
    def __init__(self, file_batches: FileBatches) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(file_batches.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(file_batches.retrieve)
        self.cancel = _legacy_response.to_raw_response_wrapper(file_batches.cancel)
        self.list_files = _legacy_response.to_raw_response_wrapper(file_batches.list_files)

class AsyncFileBatchesWithRawResponse:
    def __init__(self, file_batches: AsyncFileBatches) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(file_batches.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(file_batches.retrieve)
        self.cancel = _legacy_response.async_to_raw_response_wrapper(file_batches.cancel)
        self.list_files = _legacy_response.async_to_raw_response_wrapper(file_batches.list_files)

class FileBatchesWithStreamingResponse:
    def __init__(self, file_batches: FileBatches) -> None:
        self.create = to_streamed_response_wrapper(file_batches.create)
        self.retrieve = to_streamed_response_wrapper(file_batches.retrieve)
        self.cancel = to_streamed_response_wrapper(file_batches.cancel)
        self.list_files = to_streamed_response_wrapper(file_batches.list_files)

class AsyncFileBatchesWithStreamingResponse:
    def __init__(self, file_batches: AsyncFileBatches) -> None:
        self.create = async_to_streamed_response_wrapper(file_batches.create)
        self.retrieve = async_to_streamed_response_wrapper(file_batches.retrieve)
        self.cancel = async_to_streamed_response_wrapper(file_batches.cancel)
        self.list_files = async_to_streamed_response_wrapper(file_batches.list_files)
