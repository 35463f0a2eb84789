# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .cases import (
    Cases as Cases,
    AsyncCases as AsyncCases,
    CasesWithRawResponse as CasesWithRawResponse,
    AsyncCasesWithRawResponse as AsyncCasesWithRawResponse,
    CasesWithStreamingResponse as CasesWithStreamingResponse,
    AsyncCasesWithStreamingResponse as AsyncCasesWithStreamingResponse,
)
from .alerts import (
    Alerts as Alerts,
    AsyncAlerts as AsyncAlerts,
    AlertsWithRawResponse as AlertsWithRawResponse,
    AsyncAlertsWithRawResponse as AsyncAlertsWithRawResponse,
    AlertsWithStreamingResponse as AlertsWithStreamingResponse,
    AsyncAlertsWithStreamingResponse as AsyncAlertsWithStreamingResponse,
)
from .safety import (
    Safety as Safety,
    AsyncSafety as AsyncSafety,
    SafetyWithRawResponse as SafetyWithRawResponse,
    AsyncSafetyWithRawResponse as AsyncSafetyWithRawResponse,
    SafetyWithStreamingResponse as SafetyWithStreamingResponse,
    AsyncSafetyWithStreamingResponse as AsyncSafetyWithStreamingResponse,
)
