# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ......_types import CallOptions
from ......_config import Config
from ......_types import TimeoutTypes
from typing_extensions import Unpack
from typing_extensions import Literal
from ...... import _legacy_response
from .items import (
    Items,
    AsyncItems,
    ItemsWithRawResponse,
    AsyncItemsWithRawResponse,
    ItemsWithStreamingResponse,
    AsyncItemsWithStreamingResponse,
)
from ......_types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from .turns.turns import (
    Turns,
    AsyncTurns,
    TurnsWithRawResponse,
    AsyncTurnsWithRawResponse,
    TurnsWithStreamingResponse,
    AsyncTurnsWithStreamingResponse,
)
from ......_resource import SyncAPIResource, AsyncAPIResource
from ......_response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ......pagination import SyncCursorPage, AsyncCursorPage
from ......_base_client import AsyncPaginator
from ......types.beta.subagent import Subagent

class Subagents(SyncAPIResource):
    @property
    def items(self) -> Items: ...
    @property
    def turns(self) -> Turns: ...
    @property
    def with_raw_response(self) -> SubagentsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> SubagentsWithStreamingResponse: ...
    def retrieve(
        self,
        subagent_id: str,
        *,
        session_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Subagent:
        """GET /agents/sessions/{session_id}/subagents/{subagent_id}"""

    def list(
        self,
        session_id: str,
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
    ) -> SyncCursorPage[Subagent]:
        """GET /agents/sessions/{session_id}/subagents"""

class AsyncSubagents(AsyncAPIResource):
    @property
    def items(self) -> AsyncItems: ...
    @property
    def turns(self) -> AsyncTurns: ...
    @property
    def with_raw_response(self) -> AsyncSubagentsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncSubagentsWithStreamingResponse: ...
    async def retrieve(
        self,
        subagent_id: str,
        *,
        session_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Subagent:
        """GET /agents/sessions/{session_id}/subagents/{subagent_id}"""

    def list(
        self,
        session_id: str,
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
    ) -> AsyncPaginator[Subagent, AsyncCursorPage[Subagent]]:
        """GET /agents/sessions/{session_id}/subagents"""

class SubagentsWithRawResponse:
    def __init__(self, subagents: Subagents) -> None:
        self.retrieve = _legacy_response.to_raw_response_wrapper(subagents.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(subagents.list)

    @property
    def items(self) -> ItemsWithRawResponse: ...
    @property
    def turns(self) -> TurnsWithRawResponse: ...

class AsyncSubagentsWithRawResponse:
    def __init__(self, subagents: AsyncSubagents) -> None:
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(subagents.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(subagents.list)

    @property
    def items(self) -> AsyncItemsWithRawResponse: ...
    @property
    def turns(self) -> AsyncTurnsWithRawResponse: ...

class SubagentsWithStreamingResponse:
    def __init__(self, subagents: Subagents) -> None:
        self.retrieve = to_streamed_response_wrapper(subagents.retrieve)
        self.list = to_streamed_response_wrapper(subagents.list)

    @property
    def items(self) -> ItemsWithStreamingResponse: ...
    @property
    def turns(self) -> TurnsWithStreamingResponse: ...

class AsyncSubagentsWithStreamingResponse:
    def __init__(self, subagents: AsyncSubagents) -> None:
        self.retrieve = async_to_streamed_response_wrapper(subagents.retrieve)
        self.list = async_to_streamed_response_wrapper(subagents.list)

    @property
    def items(self) -> AsyncItemsWithStreamingResponse: ...
    @property
    def turns(self) -> AsyncTurnsWithStreamingResponse: ...
