# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .jobs import (
    Jobs as Jobs,
    AsyncJobs as AsyncJobs,
    JobsWithRawResponse as JobsWithRawResponse,
    AsyncJobsWithRawResponse as AsyncJobsWithRawResponse,
    JobsWithStreamingResponse as JobsWithStreamingResponse,
    AsyncJobsWithStreamingResponse as AsyncJobsWithStreamingResponse,
)
from .checkpoints import (
    Checkpoints as Checkpoints,
    AsyncCheckpoints as AsyncCheckpoints,
    CheckpointsWithRawResponse as CheckpointsWithRawResponse,
    AsyncCheckpointsWithRawResponse as AsyncCheckpointsWithRawResponse,
    CheckpointsWithStreamingResponse as CheckpointsWithStreamingResponse,
    AsyncCheckpointsWithStreamingResponse as AsyncCheckpointsWithStreamingResponse,
)
