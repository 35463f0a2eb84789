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
from .content import (
    Content as Content,
    AsyncContent as AsyncContent,
    ContentWithRawResponse as ContentWithRawResponse,
    AsyncContentWithRawResponse as AsyncContentWithRawResponse,
    ContentWithStreamingResponse as ContentWithStreamingResponse,
    AsyncContentWithStreamingResponse as AsyncContentWithStreamingResponse,
)
