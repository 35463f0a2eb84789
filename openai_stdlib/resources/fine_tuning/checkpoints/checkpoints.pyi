# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .permissions import (
    Permissions,
    AsyncPermissions,
    PermissionsWithRawResponse,
    AsyncPermissionsWithRawResponse,
    PermissionsWithStreamingResponse,
    AsyncPermissionsWithStreamingResponse,
)
from ...._resource import SyncAPIResource, AsyncAPIResource

class Checkpoints(SyncAPIResource):
    @property
    def permissions(self) -> Permissions: ...
    @property
    def with_raw_response(self) -> CheckpointsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> CheckpointsWithStreamingResponse: ...

class AsyncCheckpoints(AsyncAPIResource):
    @property
    def permissions(self) -> AsyncPermissions: ...
    @property
    def with_raw_response(self) -> AsyncCheckpointsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncCheckpointsWithStreamingResponse: ...

class CheckpointsWithRawResponse:
    def __init__(self, checkpoints: Checkpoints) -> None: ...
    @property
    def permissions(self) -> PermissionsWithRawResponse: ...

class AsyncCheckpointsWithRawResponse:
    def __init__(self, checkpoints: AsyncCheckpoints) -> None: ...
    @property
    def permissions(self) -> AsyncPermissionsWithRawResponse: ...

class CheckpointsWithStreamingResponse:
    def __init__(self, checkpoints: Checkpoints) -> None: ...
    @property
    def permissions(self) -> PermissionsWithStreamingResponse: ...

class AsyncCheckpointsWithStreamingResponse:
    def __init__(self, checkpoints: AsyncCheckpoints) -> None: ...
    @property
    def permissions(self) -> AsyncPermissionsWithStreamingResponse: ...
