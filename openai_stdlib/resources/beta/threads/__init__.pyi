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
from .threads import (
    Threads as Threads,
    AsyncThreads as AsyncThreads,
    ThreadsWithRawResponse as ThreadsWithRawResponse,
    AsyncThreadsWithRawResponse as AsyncThreadsWithRawResponse,
    ThreadsWithStreamingResponse as ThreadsWithStreamingResponse,
    AsyncThreadsWithStreamingResponse as AsyncThreadsWithStreamingResponse,
)
from .messages import (
    Messages as Messages,
    AsyncMessages as AsyncMessages,
    MessagesWithRawResponse as MessagesWithRawResponse,
    AsyncMessagesWithRawResponse as AsyncMessagesWithRawResponse,
    MessagesWithStreamingResponse as MessagesWithStreamingResponse,
    AsyncMessagesWithStreamingResponse as AsyncMessagesWithStreamingResponse,
)
