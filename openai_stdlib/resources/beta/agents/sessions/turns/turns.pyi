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
from ......_resource import SyncAPIResource, AsyncAPIResource
from ......_response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ......pagination import SyncCursorPage, AsyncCursorPage
from ......_base_client import AsyncPaginator
from ......types.beta.agents.sessions.turn import Turn

class Turns(SyncAPIResource):
    @property
    def items(self) -> Items: ...
    @property
    def with_raw_response(self) -> TurnsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> TurnsWithStreamingResponse: ...
    def retrieve(
        self,
        turn_id: str,
        *,
        session_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Turn:
        """GET /agents/sessions/{session_id}/turns/{turn_id}"""

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
    ) -> SyncCursorPage[Turn]:
        """GET /agents/sessions/{session_id}/turns"""

class AsyncTurns(AsyncAPIResource):
    @property
    def items(self) -> AsyncItems: ...
    @property
    def with_raw_response(self) -> AsyncTurnsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncTurnsWithStreamingResponse: ...
    async def retrieve(
        self,
        turn_id: str,
        *,
        session_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Turn:
        """GET /agents/sessions/{session_id}/turns/{turn_id}"""

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
    ) -> AsyncPaginator[Turn, AsyncCursorPage[Turn]]:
        """GET /agents/sessions/{session_id}/turns"""

class TurnsWithRawResponse:
    def __init__(self, turns: Turns) -> None:
        self.retrieve = _legacy_response.to_raw_response_wrapper(turns.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(turns.list)

    @property
    def items(self) -> ItemsWithRawResponse: ...

class AsyncTurnsWithRawResponse:
    def __init__(self, turns: AsyncTurns) -> None:
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(turns.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(turns.list)

    @property
    def items(self) -> AsyncItemsWithRawResponse: ...

class TurnsWithStreamingResponse:
    def __init__(self, turns: Turns) -> None:
        self.retrieve = to_streamed_response_wrapper(turns.retrieve)
        self.list = to_streamed_response_wrapper(turns.list)

    @property
    def items(self) -> ItemsWithStreamingResponse: ...

class AsyncTurnsWithStreamingResponse:
    def __init__(self, turns: AsyncTurns) -> None:
        self.retrieve = async_to_streamed_response_wrapper(turns.retrieve)
        self.list = async_to_streamed_response_wrapper(turns.list)

    @property
    def items(self) -> AsyncItemsWithStreamingResponse: ...
