# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .checkpoints import (
    Checkpoints as Checkpoints,
    AsyncCheckpoints as AsyncCheckpoints,
    CheckpointsWithRawResponse as CheckpointsWithRawResponse,
    AsyncCheckpointsWithRawResponse as AsyncCheckpointsWithRawResponse,
    CheckpointsWithStreamingResponse as CheckpointsWithStreamingResponse,
    AsyncCheckpointsWithStreamingResponse as AsyncCheckpointsWithStreamingResponse,
)
from .permissions import (
    Permissions as Permissions,
    AsyncPermissions as AsyncPermissions,
    PermissionsWithRawResponse as PermissionsWithRawResponse,
    AsyncPermissionsWithRawResponse as AsyncPermissionsWithRawResponse,
    PermissionsWithStreamingResponse as PermissionsWithStreamingResponse,
    AsyncPermissionsWithStreamingResponse as AsyncPermissionsWithStreamingResponse,
)
