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
from .evals import (
    Evals as Evals,
    AsyncEvals as AsyncEvals,
    EvalsWithRawResponse as EvalsWithRawResponse,
    AsyncEvalsWithRawResponse as AsyncEvalsWithRawResponse,
    EvalsWithStreamingResponse as EvalsWithStreamingResponse,
    AsyncEvalsWithStreamingResponse as AsyncEvalsWithStreamingResponse,
)
