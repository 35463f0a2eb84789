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
from .alpha import (
    Alpha as Alpha,
    AsyncAlpha as AsyncAlpha,
    AlphaWithRawResponse as AlphaWithRawResponse,
    AsyncAlphaWithRawResponse as AsyncAlphaWithRawResponse,
    AlphaWithStreamingResponse as AlphaWithStreamingResponse,
    AsyncAlphaWithStreamingResponse as AsyncAlphaWithStreamingResponse,
)
from .checkpoints import (
    Checkpoints as Checkpoints,
    AsyncCheckpoints as AsyncCheckpoints,
    CheckpointsWithRawResponse as CheckpointsWithRawResponse,
    AsyncCheckpointsWithRawResponse as AsyncCheckpointsWithRawResponse,
    CheckpointsWithStreamingResponse as CheckpointsWithStreamingResponse,
    AsyncCheckpointsWithStreamingResponse as AsyncCheckpointsWithStreamingResponse,
)
from .fine_tuning import (
    FineTuning as FineTuning,
    AsyncFineTuning as AsyncFineTuning,
    FineTuningWithRawResponse as FineTuningWithRawResponse,
    AsyncFineTuningWithRawResponse as AsyncFineTuningWithRawResponse,
    FineTuningWithStreamingResponse as FineTuningWithStreamingResponse,
    AsyncFineTuningWithStreamingResponse as AsyncFineTuningWithStreamingResponse,
)
