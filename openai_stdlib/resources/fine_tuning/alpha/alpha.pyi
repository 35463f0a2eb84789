# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .graders import (
    Graders,
    AsyncGraders,
    GradersWithRawResponse,
    AsyncGradersWithRawResponse,
    GradersWithStreamingResponse,
    AsyncGradersWithStreamingResponse,
)
from ...._resource import SyncAPIResource, AsyncAPIResource

class Alpha(SyncAPIResource):
    @property
    def graders(self) -> Graders: ...
    @property
    def with_raw_response(self) -> AlphaWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AlphaWithStreamingResponse: ...

class AsyncAlpha(AsyncAPIResource):
    @property
    def graders(self) -> AsyncGraders: ...
    @property
    def with_raw_response(self) -> AsyncAlphaWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncAlphaWithStreamingResponse: ...

class AlphaWithRawResponse:
    def __init__(self, alpha: Alpha) -> None: ...
    @property
    def graders(self) -> GradersWithRawResponse: ...

class AsyncAlphaWithRawResponse:
    def __init__(self, alpha: AsyncAlpha) -> None: ...
    @property
    def graders(self) -> AsyncGradersWithRawResponse: ...

class AlphaWithStreamingResponse:
    def __init__(self, alpha: Alpha) -> None: ...
    @property
    def graders(self) -> GradersWithStreamingResponse: ...

class AsyncAlphaWithStreamingResponse:
    def __init__(self, alpha: AsyncAlpha) -> None: ...
    @property
    def graders(self) -> AsyncGradersWithStreamingResponse: ...
