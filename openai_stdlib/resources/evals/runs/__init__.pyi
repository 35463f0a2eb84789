# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .runs import (
    Runs as Runs,
    AsyncRuns as AsyncRuns,
    RunsWithRawResponse as RunsWithRawResponse,
    AsyncRunsWithRawResponse as AsyncRunsWithRawResponse,
    RunsWithStreamingResponse as RunsWithStreamingResponse,
    AsyncRunsWithStreamingResponse as AsyncRunsWithStreamingResponse,
)
from .output_items import (
    OutputItems as OutputItems,
    AsyncOutputItems as AsyncOutputItems,
    OutputItemsWithRawResponse as OutputItemsWithRawResponse,
    AsyncOutputItemsWithRawResponse as AsyncOutputItemsWithRawResponse,
    OutputItemsWithStreamingResponse as OutputItemsWithStreamingResponse,
    AsyncOutputItemsWithStreamingResponse as AsyncOutputItemsWithStreamingResponse,
)
