# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .cases import (
    Cases,
    AsyncCases,
    CasesWithRawResponse,
    AsyncCasesWithRawResponse,
    CasesWithStreamingResponse,
    AsyncCasesWithStreamingResponse,
)
from .alerts import (
    Alerts,
    AsyncAlerts,
    AlertsWithRawResponse,
    AsyncAlertsWithRawResponse,
    AlertsWithStreamingResponse,
    AsyncAlertsWithStreamingResponse,
)
from ..._resource import SyncAPIResource, AsyncAPIResource

class Safety(SyncAPIResource):
    @property
    def cases(self) -> Cases: ...
    @property
    def alerts(self) -> Alerts: ...
    @property
    def with_raw_response(self) -> SafetyWithRawResponse: ...
    @property
    def with_streaming_response(self) -> SafetyWithStreamingResponse: ...

class AsyncSafety(AsyncAPIResource):
    @property
    def cases(self) -> AsyncCases: ...
    @property
    def alerts(self) -> AsyncAlerts: ...
    @property
    def with_raw_response(self) -> AsyncSafetyWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncSafetyWithStreamingResponse: ...

class SafetyWithRawResponse:
    def __init__(self, safety: Safety) -> None: ...
    @property
    def cases(self) -> CasesWithRawResponse: ...
    @property
    def alerts(self) -> AlertsWithRawResponse: ...

class AsyncSafetyWithRawResponse:
    def __init__(self, safety: AsyncSafety) -> None: ...
    @property
    def cases(self) -> AsyncCasesWithRawResponse: ...
    @property
    def alerts(self) -> AsyncAlertsWithRawResponse: ...

class SafetyWithStreamingResponse:
    def __init__(self, safety: Safety) -> None: ...
    @property
    def cases(self) -> CasesWithStreamingResponse: ...
    @property
    def alerts(self) -> AlertsWithStreamingResponse: ...

class AsyncSafetyWithStreamingResponse:
    def __init__(self, safety: AsyncSafety) -> None: ...
    @property
    def cases(self) -> AsyncCasesWithStreamingResponse: ...
    @property
    def alerts(self) -> AsyncAlertsWithStreamingResponse: ...
