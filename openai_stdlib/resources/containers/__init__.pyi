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
from .containers import (
    Containers as Containers,
    AsyncContainers as AsyncContainers,
    ContainersWithRawResponse as ContainersWithRawResponse,
    AsyncContainersWithRawResponse as AsyncContainersWithRawResponse,
    ContainersWithStreamingResponse as ContainersWithStreamingResponse,
    AsyncContainersWithStreamingResponse as AsyncContainersWithStreamingResponse,
)
