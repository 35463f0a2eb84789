# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._types import CallOptions
from ...._config import Config
from ...._types import TimeoutTypes
from typing_extensions import Unpack
from typing_extensions import Literal
from .... import _legacy_response
from ...._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ...._resource import SyncAPIResource, AsyncAPIResource
from ...._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ....pagination import SyncCursorPage, AsyncCursorPage
from ...._base_client import AsyncPaginator
from ....types.evals.runs.output_item_list_response import OutputItemListResponse
from ....types.evals.runs.output_item_retrieve_response import OutputItemRetrieveResponse

class OutputItems(SyncAPIResource):
    @property
    def with_raw_response(self) -> OutputItemsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> OutputItemsWithStreamingResponse: ...
    def retrieve(
        self,
        output_item_id: str,
        *,
        eval_id: str,
        run_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> OutputItemRetrieveResponse:
        """GET /evals/{eval_id}/runs/{run_id}/output_items/{output_item_id}"""

    def list(
        self,
        run_id: str,
        *,
        eval_id: str,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        status: Literal["fail", "pass"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[OutputItemListResponse]:
        """GET /evals/{eval_id}/runs/{run_id}/output_items"""

class AsyncOutputItems(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncOutputItemsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncOutputItemsWithStreamingResponse: ...
    async def retrieve(
        self,
        output_item_id: str,
        *,
        eval_id: str,
        run_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> OutputItemRetrieveResponse:
        """GET /evals/{eval_id}/runs/{run_id}/output_items/{output_item_id}"""

    def list(
        self,
        run_id: str,
        *,
        eval_id: str,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        status: Literal["fail", "pass"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[OutputItemListResponse, AsyncCursorPage[OutputItemListResponse]]:
        """GET /evals/{eval_id}/runs/{run_id}/output_items"""

class OutputItemsWithRawResponse:
    def __init__(self, output_items: OutputItems) -> None:
        self.retrieve = _legacy_response.to_raw_response_wrapper(output_items.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(output_items.list)

class AsyncOutputItemsWithRawResponse:
    def __init__(self, output_items: AsyncOutputItems) -> None:
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(output_items.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(output_items.list)

class OutputItemsWithStreamingResponse:
    def __init__(self, output_items: OutputItems) -> None:
        self.retrieve = to_streamed_response_wrapper(output_items.retrieve)
        self.list = to_streamed_response_wrapper(output_items.list)

class AsyncOutputItemsWithStreamingResponse:
    def __init__(self, output_items: AsyncOutputItems) -> None:
        self.retrieve = async_to_streamed_response_wrapper(output_items.retrieve)
        self.list = async_to_streamed_response_wrapper(output_items.list)
