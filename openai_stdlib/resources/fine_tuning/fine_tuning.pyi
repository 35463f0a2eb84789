# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .jobs.jobs import (
    Jobs,
    AsyncJobs,
    JobsWithRawResponse,
    AsyncJobsWithRawResponse,
    JobsWithStreamingResponse,
    AsyncJobsWithStreamingResponse,
)
from ..._resource import SyncAPIResource, AsyncAPIResource
from .alpha.alpha import (
    Alpha,
    AsyncAlpha,
    AlphaWithRawResponse,
    AsyncAlphaWithRawResponse,
    AlphaWithStreamingResponse,
    AsyncAlphaWithStreamingResponse,
)
from .checkpoints.checkpoints import (
    Checkpoints,
    AsyncCheckpoints,
    CheckpointsWithRawResponse,
    AsyncCheckpointsWithRawResponse,
    CheckpointsWithStreamingResponse,
    AsyncCheckpointsWithStreamingResponse,
)

class FineTuning(SyncAPIResource):
    @property
    def jobs(self) -> Jobs: ...
    @property
    def checkpoints(self) -> Checkpoints: ...
    @property
    def alpha(self) -> Alpha: ...
    @property
    def with_raw_response(self) -> FineTuningWithRawResponse: ...
    @property
    def with_streaming_response(self) -> FineTuningWithStreamingResponse: ...

class AsyncFineTuning(AsyncAPIResource):
    @property
    def jobs(self) -> AsyncJobs: ...
    @property
    def checkpoints(self) -> AsyncCheckpoints: ...
    @property
    def alpha(self) -> AsyncAlpha: ...
    @property
    def with_raw_response(self) -> AsyncFineTuningWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncFineTuningWithStreamingResponse: ...

class FineTuningWithRawResponse:
    def __init__(self, fine_tuning: FineTuning) -> None: ...
    @property
    def jobs(self) -> JobsWithRawResponse: ...
    @property
    def checkpoints(self) -> CheckpointsWithRawResponse: ...
    @property
    def alpha(self) -> AlphaWithRawResponse: ...

class AsyncFineTuningWithRawResponse:
    def __init__(self, fine_tuning: AsyncFineTuning) -> None: ...
    @property
    def jobs(self) -> AsyncJobsWithRawResponse: ...
    @property
    def checkpoints(self) -> AsyncCheckpointsWithRawResponse: ...
    @property
    def alpha(self) -> AsyncAlphaWithRawResponse: ...

class FineTuningWithStreamingResponse:
    def __init__(self, fine_tuning: FineTuning) -> None: ...
    @property
    def jobs(self) -> JobsWithStreamingResponse: ...
    @property
    def checkpoints(self) -> CheckpointsWithStreamingResponse: ...
    @property
    def alpha(self) -> AlphaWithStreamingResponse: ...

class AsyncFineTuningWithStreamingResponse:
    def __init__(self, fine_tuning: AsyncFineTuning) -> None: ...
    @property
    def jobs(self) -> AsyncJobsWithStreamingResponse: ...
    @property
    def checkpoints(self) -> AsyncCheckpointsWithStreamingResponse: ...
    @property
    def alpha(self) -> AsyncAlphaWithStreamingResponse: ...
