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
from .....pagination import SyncCursorPage, AsyncCursorPage
from ....._base_client import AsyncPaginator
from .....types.beta.agents.automations.automation_invocation import AutomationInvocation

class Invocations(SyncAPIResource):
    @property
    def with_raw_response(self) -> InvocationsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> InvocationsWithStreamingResponse: ...
    def create(
        self,
        automation_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AutomationInvocation:
        """POST /agents/automations/{automation_id}/invocations"""

    def retrieve(
        self,
        invocation_id: str,
        *,
        automation_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AutomationInvocation:
        """GET /agents/automations/{automation_id}/invocations/{invocation_id}"""

    def list(
        self,
        automation_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[AutomationInvocation]:
        """GET /agents/automations/{automation_id}/invocations"""

class AsyncInvocations(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncInvocationsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncInvocationsWithStreamingResponse: ...
    async def create(
        self,
        automation_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AutomationInvocation:
        """POST /agents/automations/{automation_id}/invocations"""

    async def retrieve(
        self,
        invocation_id: str,
        *,
        automation_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AutomationInvocation:
        """GET /agents/automations/{automation_id}/invocations/{invocation_id}"""

    def list(
        self,
        automation_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[AutomationInvocation, AsyncCursorPage[AutomationInvocation]]:
        """GET /agents/automations/{automation_id}/invocations"""

class InvocationsWithRawResponse:
    def __init__(self, invocations: Invocations) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(invocations.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(invocations.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(invocations.list)

class AsyncInvocationsWithRawResponse:
    def __init__(self, invocations: AsyncInvocations) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(invocations.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(invocations.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(invocations.list)

class InvocationsWithStreamingResponse:
    def __init__(self, invocations: Invocations) -> None:
        self.create = to_streamed_response_wrapper(invocations.create)
        self.retrieve = to_streamed_response_wrapper(invocations.retrieve)
        self.list = to_streamed_response_wrapper(invocations.list)

class AsyncInvocationsWithStreamingResponse:
    def __init__(self, invocations: AsyncInvocations) -> None:
        self.create = async_to_streamed_response_wrapper(invocations.create)
        self.retrieve = async_to_streamed_response_wrapper(invocations.retrieve)
        self.list = async_to_streamed_response_wrapper(invocations.list)
