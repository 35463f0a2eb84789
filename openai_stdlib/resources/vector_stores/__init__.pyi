# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .files import (
    Files as Files,
    AsyncFiles as AsyncFiles,
    FilesWithRawResponse as FilesWithRawResponse,
    AsyncFilesWithRawResponse as AsyncFilesWithRawResponse,
    FilesWithStreamingResponse as FilesWithStreamingResponse,
    AsyncFilesWithStreamingResponse as AsyncFilesWithStreamingResponse,
)
from .file_batches import (
    FileBatches as FileBatches,
    AsyncFileBatches as AsyncFileBatches,
    FileBatchesWithRawResponse as FileBatchesWithRawResponse,
    AsyncFileBatchesWithRawResponse as AsyncFileBatchesWithRawResponse,
    FileBatchesWithStreamingResponse as FileBatchesWithStreamingResponse,
    AsyncFileBatchesWithStreamingResponse as AsyncFileBatchesWithStreamingResponse,
)
from .vector_stores import (
    VectorStores as VectorStores,
    AsyncVectorStores as AsyncVectorStores,
    VectorStoresWithRawResponse as VectorStoresWithRawResponse,
    AsyncVectorStoresWithRawResponse as AsyncVectorStoresWithRawResponse,
    VectorStoresWithStreamingResponse as VectorStoresWithStreamingResponse,
    AsyncVectorStoresWithStreamingResponse as AsyncVectorStoresWithStreamingResponse,
)
