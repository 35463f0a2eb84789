# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .parts import (
    Parts as Parts,
    AsyncParts as AsyncParts,
    PartsWithRawResponse as PartsWithRawResponse,
    AsyncPartsWithRawResponse as AsyncPartsWithRawResponse,
    PartsWithStreamingResponse as PartsWithStreamingResponse,
    AsyncPartsWithStreamingResponse as AsyncPartsWithStreamingResponse,
)
from .uploads import (
    Uploads as Uploads,
    AsyncUploads as AsyncUploads,
    UploadsWithRawResponse as UploadsWithRawResponse,
    AsyncUploadsWithRawResponse as AsyncUploadsWithRawResponse,
    UploadsWithStreamingResponse as UploadsWithStreamingResponse,
    AsyncUploadsWithStreamingResponse as AsyncUploadsWithStreamingResponse,
)
