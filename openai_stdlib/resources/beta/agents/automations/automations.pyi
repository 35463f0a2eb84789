# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ....._types import CallOptions
from ....._config import Config
from ....._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Dict
from typing_extensions import Literal, overload
from ..... import _legacy_response
from ....._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from .invocations import (
    Invocations,
    AsyncInvocations,
    InvocationsWithRawResponse,
    AsyncInvocationsWithRawResponse,
    InvocationsWithStreamingResponse,
    AsyncInvocationsWithStreamingResponse,
)
from ....._resource import SyncAPIResource, AsyncAPIResource
from ....._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .....pagination import SyncCursorPage, AsyncCursorPage
from ....._base_client import AsyncPaginator
from .....types.beta.agents.automation import Automation
from .....types.beta.agents.automation_deleted import AutomationDeleted
from .....types.beta.agents.automation_target_param import AutomationTargetParam
from .....types.beta.agents.automation_metadata_param import AutomationMetadataParam

class Automations(SyncAPIResource):
    @property
    def invocations(self) -> Invocations: ...
    @property
    def with_raw_response(self) -> AutomationsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AutomationsWithStreamingResponse: ...
    @overload
    def create(
        self,
        *,
        expression: str,
        name: str,
        target: AutomationTargetParam,
        timezone: str,
        type: Literal["periodic"],
        metadata: AutomationMetadataParam | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Automation:
        """POST /agents/automations"""

    @overload
    def create(
        self,
        *,
        name: str,
        run_at: int,
        target: AutomationTargetParam,
        type: Literal["once"],
        metadata: AutomationMetadataParam | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Automation:
        """POST /agents/automations"""

    def retrieve(
        self,
        automation_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Automation:
        """GET /agents/automations/{automation_id}"""

    def update(
        self,
        automation_id: str,
        *,
        expression: str | Omit = omit,
        metadata: Dict[str, str] | Omit = omit,
        name: str | Omit = omit,
        run_at: int | Omit = omit,
        target: AutomationTargetParam | Omit = omit,
        timezone: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Automation:
        """POST /agents/automations/{automation_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        session_id: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[Automation]:
        """GET /agents/automations"""

    def delete(
        self,
        automation_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AutomationDeleted:
        """DELETE /agents/automations/{automation_id}"""

    def pause(
        self,
        automation_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Automation:
        """POST /agents/automations/{automation_id}/pause"""

    def resume(
        self,
        automation_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Automation:
        """POST /agents/automations/{automation_id}/resume"""

class AsyncAutomations(AsyncAPIResource):
    @property
    def invocations(self) -> AsyncInvocations: ...
    @property
    def with_raw_response(self) -> AsyncAutomationsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncAutomationsWithStreamingResponse: ...
    @overload
    async def create(
        self,
        *,
        expression: str,
        name: str,
        target: AutomationTargetParam,
        timezone: str,
        type: Literal["periodic"],
        metadata: AutomationMetadataParam | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Automation:
        """POST /agents/automations"""

    @overload
    async def create(
        self,
        *,
        name: str,
        run_at: int,
        target: AutomationTargetParam,
        type: Literal["once"],
        metadata: AutomationMetadataParam | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Automation:
        """POST /agents/automations"""

    async def retrieve(
        self,
        automation_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Automation:
        """GET /agents/automations/{automation_id}"""

    async def update(
        self,
        automation_id: str,
        *,
        expression: str | Omit = omit,
        metadata: Dict[str, str] | Omit = omit,
        name: str | Omit = omit,
        run_at: int | Omit = omit,
        target: AutomationTargetParam | Omit = omit,
        timezone: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Automation:
        """POST /agents/automations/{automation_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        session_id: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[Automation, AsyncCursorPage[Automation]]:
        """GET /agents/automations"""

    async def delete(
        self,
        automation_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AutomationDeleted:
        """DELETE /agents/automations/{automation_id}"""

    async def pause(
        self,
        automation_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Automation:
        """POST /agents/automations/{automation_id}/pause"""

    async def resume(
        self,
        automation_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Automation:
        """POST /agents/automations/{automation_id}/resume"""

class AutomationsWithRawResponse:
    def __init__(self, automations: Automations) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(automations.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(automations.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(automations.update)
        self.list = _legacy_response.to_raw_response_wrapper(automations.list)
        self.delete = _legacy_response.to_raw_response_wrapper(automations.delete)
        self.pause = _legacy_response.to_raw_response_wrapper(automations.pause)
        self.resume = _legacy_response.to_raw_response_wrapper(automations.resume)

    @property
    def invocations(self) -> InvocationsWithRawResponse: ...

class AsyncAutomationsWithRawResponse:
    def __init__(self, automations: AsyncAutomations) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(automations.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(automations.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(automations.update)
        self.list = _legacy_response.async_to_raw_response_wrapper(automations.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(automations.delete)
        self.pause = _legacy_response.async_to_raw_response_wrapper(automations.pause)
        self.resume = _legacy_response.async_to_raw_response_wrapper(automations.resume)

    @property
    def invocations(self) -> AsyncInvocationsWithRawResponse: ...

class AutomationsWithStreamingResponse:
    def __init__(self, automations: Automations) -> None:
        self.create = to_streamed_response_wrapper(automations.create)
        self.retrieve = to_streamed_response_wrapper(automations.retrieve)
        self.update = to_streamed_response_wrapper(automations.update)
        self.list = to_streamed_response_wrapper(automations.list)
        self.delete = to_streamed_response_wrapper(automations.delete)
        self.pause = to_streamed_response_wrapper(automations.pause)
        self.resume = to_streamed_response_wrapper(automations.resume)

    @property
    def invocations(self) -> InvocationsWithStreamingResponse: ...

class AsyncAutomationsWithStreamingResponse:
    def __init__(self, automations: AsyncAutomations) -> None:
        self.create = async_to_streamed_response_wrapper(automations.create)
        self.retrieve = async_to_streamed_response_wrapper(automations.retrieve)
        self.update = async_to_streamed_response_wrapper(automations.update)
        self.list = async_to_streamed_response_wrapper(automations.list)
        self.delete = async_to_streamed_response_wrapper(automations.delete)
        self.pause = async_to_streamed_response_wrapper(automations.pause)
        self.resume = async_to_streamed_response_wrapper(automations.resume)

    @property
    def invocations(self) -> AsyncInvocationsWithStreamingResponse: ...
