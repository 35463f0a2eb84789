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
from .....types.beta.agent_session_item import AgentSessionItem

class Items(SyncAPIResource):
    @property
    def with_raw_response(self) -> ItemsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> ItemsWithStreamingResponse: ...
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
    ) -> SyncCursorPage[AgentSessionItem]:
        """GET /agents/sessions/{session_id}/items"""

class AsyncItems(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncItemsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncItemsWithStreamingResponse: ...
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
    ) -> AsyncPaginator[AgentSessionItem, AsyncCursorPage[AgentSessionItem]]:
        """GET /agents/sessions/{session_id}/items"""

class ItemsWithRawResponse:
    def __init__(self, items: Items) -> None:
        self.list = _legacy_response.to_raw_response_wrapper(items.list)

class AsyncItemsWithRawResponse:
    def __init__(self, items: AsyncItems) -> None:
        self.list = _legacy_response.async_to_raw_response_wrapper(items.list)

class ItemsWithStreamingResponse:
    def __init__(self, items: Items) -> None:
        self.list = to_streamed_response_wrapper(items.list)

class AsyncItemsWithStreamingResponse:
    def __init__(self, items: AsyncItems) -> None:
        self.list = async_to_streamed_response_wrapper(items.list)
