# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ....._types import CallOptions
from ....._config import Config
from ....._types import TimeoutTypes
from typing_extensions import Unpack
from typing_extensions import Literal
from ..... import _legacy_response
from ....._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ....._resource import SyncAPIResource, AsyncAPIResource
from ....._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .....pagination import SyncConversationCursorPage, AsyncConversationCursorPage
from ....._base_client import AsyncPaginator
from .....types.admin.organization.projects import spend_alert_create_params, spend_alert_update_params
from .....types.admin.organization.projects.project_spend_alert import ProjectSpendAlert
from .....types.admin.organization.projects.project_spend_alert_deleted import ProjectSpendAlertDeleted

class SpendAlerts(SyncAPIResource):
    @property
    def with_raw_response(self) -> SpendAlertsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> SpendAlertsWithStreamingResponse: ...
    def create(
        self,
        project_id: str,
        *,
        currency: Literal["USD"],
        interval: Literal["month"],
        notification_channel: spend_alert_create_params.NotificationChannel,
        threshold_amount: int,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectSpendAlert:
        """POST /organization/projects/{project_id}/spend_alerts"""

    def retrieve(
        self,
        alert_id: str,
        *,
        project_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectSpendAlert:
        """GET /organization/projects/{project_id}/spend_alerts/{alert_id}"""

    def update(
        self,
        alert_id: str,
        *,
        project_id: str,
        currency: Literal["USD"],
        interval: Literal["month"],
        notification_channel: spend_alert_update_params.NotificationChannel,
        threshold_amount: int,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectSpendAlert:
        """POST /organization/projects/{project_id}/spend_alerts/{alert_id}"""

    def list(
        self,
        project_id: str,
        *,
        after: str | Omit = omit,
        before: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncConversationCursorPage[ProjectSpendAlert]:
        """GET /organization/projects/{project_id}/spend_alerts"""

    def delete(
        self,
        alert_id: str,
        *,
        project_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectSpendAlertDeleted:
        """DELETE /organization/projects/{project_id}/spend_alerts/{alert_id}"""

class AsyncSpendAlerts(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncSpendAlertsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncSpendAlertsWithStreamingResponse: ...
    async def create(
        self,
        project_id: str,
        *,
        currency: Literal["USD"],
        interval: Literal["month"],
        notification_channel: spend_alert_create_params.NotificationChannel,
        threshold_amount: int,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectSpendAlert:
        """POST /organization/projects/{project_id}/spend_alerts"""

    async def retrieve(
        self,
        alert_id: str,
        *,
        project_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectSpendAlert:
        """GET /organization/projects/{project_id}/spend_alerts/{alert_id}"""

    async def update(
        self,
        alert_id: str,
        *,
        project_id: str,
        currency: Literal["USD"],
        interval: Literal["month"],
        notification_channel: spend_alert_update_params.NotificationChannel,
        threshold_amount: int,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectSpendAlert:
        """POST /organization/projects/{project_id}/spend_alerts/{alert_id}"""

    def list(
        self,
        project_id: str,
        *,
        after: str | Omit = omit,
        before: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[ProjectSpendAlert, AsyncConversationCursorPage[ProjectSpendAlert]]:
        """GET /organization/projects/{project_id}/spend_alerts"""

    async def delete(
        self,
        alert_id: str,
        *,
        project_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectSpendAlertDeleted:
        """DELETE /organization/projects/{project_id}/spend_alerts/{alert_id}"""

class SpendAlertsWithRawResponse:
    def __init__(self, spend_alerts: SpendAlerts) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(spend_alerts.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(spend_alerts.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(spend_alerts.update)
        self.list = _legacy_response.to_raw_response_wrapper(spend_alerts.list)
        self.delete = _legacy_response.to_raw_response_wrapper(spend_alerts.delete)

class AsyncSpendAlertsWithRawResponse:
    def __init__(self, spend_alerts: AsyncSpendAlerts) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(spend_alerts.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(spend_alerts.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(spend_alerts.update)
        self.list = _legacy_response.async_to_raw_response_wrapper(spend_alerts.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(spend_alerts.delete)

class SpendAlertsWithStreamingResponse:
    def __init__(self, spend_alerts: SpendAlerts) -> None:
        self.create = to_streamed_response_wrapper(spend_alerts.create)
        self.retrieve = to_streamed_response_wrapper(spend_alerts.retrieve)
        self.update = to_streamed_response_wrapper(spend_alerts.update)
        self.list = to_streamed_response_wrapper(spend_alerts.list)
        self.delete = to_streamed_response_wrapper(spend_alerts.delete)

class AsyncSpendAlertsWithStreamingResponse:
    def __init__(self, spend_alerts: AsyncSpendAlerts) -> None:
        self.create = async_to_streamed_response_wrapper(spend_alerts.create)
        self.retrieve = async_to_streamed_response_wrapper(spend_alerts.retrieve)
        self.update = async_to_streamed_response_wrapper(spend_alerts.update)
        self.list = async_to_streamed_response_wrapper(spend_alerts.list)
        self.delete = async_to_streamed_response_wrapper(spend_alerts.delete)
