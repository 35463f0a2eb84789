# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .fine_tuning_job_wandb_integration_object import FineTuningJobWandbIntegrationObject

FineTuningJobIntegration = FineTuningJobWandbIntegrationObject
