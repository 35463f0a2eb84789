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
from .steps import (
    Steps as Steps,
    AsyncSteps as AsyncSteps,
    StepsWithRawResponse as StepsWithRawResponse,
    AsyncStepsWithRawResponse as AsyncStepsWithRawResponse,
    StepsWithStreamingResponse as StepsWithStreamingResponse,
    AsyncStepsWithStreamingResponse as AsyncStepsWithStreamingResponse,
)
