# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._types import CallOptions
from ..._config import Config
from ..._types import TimeoutTypes
from typing_extensions import Unpack
from typing import List
from typing_extensions import Literal
from ... import _legacy_response
from ..._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ...pagination import SyncCursorPage, AsyncCursorPage
from ..._base_client import AsyncPaginator
from ...types.responses.response_item import ResponseItem
from ...types.responses.response_includable import ResponseIncludable

class InputItems(SyncAPIResource):
    @property
    def with_raw_response(self) -> InputItemsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> InputItemsWithStreamingResponse: ...
    def list(
        self,
        response_id: str,
        *,
        after: str | Omit = omit,
        include: List[ResponseIncludable] | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[ResponseItem]:
        """GET /responses/{response_id}/input_items"""

class AsyncInputItems(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncInputItemsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncInputItemsWithStreamingResponse: ...
    def list(
        self,
        response_id: str,
        *,
        after: str | Omit = omit,
        include: List[ResponseIncludable] | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[ResponseItem, AsyncCursorPage[ResponseItem]]:
        """GET /responses/{response_id}/input_items"""

class InputItemsWithRawResponse:
    def __init__(self, input_items: InputItems) -> None:
        self.list = _legacy_response.to_raw_response_wrapper(input_items.list)

class AsyncInputItemsWithRawResponse:
    def __init__(self, input_items: AsyncInputItems) -> None:
        self.list = _legacy_response.async_to_raw_response_wrapper(input_items.list)

class InputItemsWithStreamingResponse:
    def __init__(self, input_items: InputItems) -> None:
        self.list = to_streamed_response_wrapper(input_items.list)

class AsyncInputItemsWithStreamingResponse:
    def __init__(self, input_items: AsyncInputItems) -> None:
        self.list = async_to_streamed_response_wrapper(input_items.list)
