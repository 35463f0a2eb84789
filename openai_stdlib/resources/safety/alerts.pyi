# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._types import CallOptions
from ..._config import Config
from ..._types import TimeoutTypes
from typing_extensions import Unpack
from ... import _legacy_response
from ..._types import Body, Query, Headers, NotGiven, not_given
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ...types.safety.safety_alert import SafetyAlert

class Alerts(SyncAPIResource):
    @property
    def with_raw_response(self) -> AlertsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AlertsWithStreamingResponse: ...
    def retrieve(
        self,
        id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SafetyAlert:
        """GET /safety/alerts/{id}"""

class AsyncAlerts(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncAlertsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncAlertsWithStreamingResponse: ...
    async def retrieve(
        self,
        id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SafetyAlert:
        """GET /safety/alerts/{id}"""

class AlertsWithRawResponse:
    def __init__(self, alerts: Alerts) -> None:
        self.retrieve = _legacy_response.to_raw_response_wrapper(alerts.retrieve)

class AsyncAlertsWithRawResponse:
    def __init__(self, alerts: AsyncAlerts) -> None:
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(alerts.retrieve)

class AlertsWithStreamingResponse:
    def __init__(self, alerts: Alerts) -> None:
        self.retrieve = to_streamed_response_wrapper(alerts.retrieve)

class AsyncAlertsWithStreamingResponse:
    def __init__(self, alerts: AsyncAlerts) -> None:
        self.retrieve = async_to_streamed_response_wrapper(alerts.retrieve)
