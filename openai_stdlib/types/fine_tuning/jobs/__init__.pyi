# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .checkpoint_list_params import CheckpointListParams as CheckpointListParams
from .fine_tuning_job_checkpoint import FineTuningJobCheckpoint as FineTuningJobCheckpoint
