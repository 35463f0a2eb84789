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
from ....pagination import SyncConversationCursorPage, AsyncConversationCursorPage
from ...._base_client import AsyncPaginator
from ....types.beta.chatkit.chatkit_thread import ChatKitThread
from ....types.beta.chatkit.thread_delete_response import ThreadDeleteResponse
from ....types.beta.chatkit.chatkit_thread_item_list import Data

class Threads(SyncAPIResource):
    @property
    def with_raw_response(self) -> ThreadsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> ThreadsWithStreamingResponse: ...
    def retrieve(
        self,
        thread_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ChatKitThread:
        """GET /chatkit/threads/{thread_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        before: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        user: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncConversationCursorPage[ChatKitThread]:
        """GET /chatkit/threads"""

    def delete(
        self,
        thread_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ThreadDeleteResponse:
        """DELETE /chatkit/threads/{thread_id}"""

    def list_items(
        self,
        thread_id: str,
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
    ) -> SyncConversationCursorPage[Data]:
        """GET /chatkit/threads/{thread_id}/items"""

class AsyncThreads(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncThreadsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncThreadsWithStreamingResponse: ...
    async def retrieve(
        self,
        thread_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ChatKitThread:
        """GET /chatkit/threads/{thread_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        before: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        user: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[ChatKitThread, AsyncConversationCursorPage[ChatKitThread]]:
        """GET /chatkit/threads"""

    async def delete(
        self,
        thread_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ThreadDeleteResponse:
        """DELETE /chatkit/threads/{thread_id}"""

    def list_items(
        self,
        thread_id: str,
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
    ) -> AsyncPaginator[Data, AsyncConversationCursorPage[Data]]:
        """GET /chatkit/threads/{thread_id}/items"""

class ThreadsWithRawResponse:
    def __init__(self, threads: Threads) -> None:
        self.retrieve = _legacy_response.to_raw_response_wrapper(threads.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(threads.list)
        self.delete = _legacy_response.to_raw_response_wrapper(threads.delete)
        self.list_items = _legacy_response.to_raw_response_wrapper(threads.list_items)

class AsyncThreadsWithRawResponse:
    def __init__(self, threads: AsyncThreads) -> None:
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(threads.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(threads.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(threads.delete)
        self.list_items = _legacy_response.async_to_raw_response_wrapper(threads.list_items)

class ThreadsWithStreamingResponse:
    def __init__(self, threads: Threads) -> None:
        self.retrieve = to_streamed_response_wrapper(threads.retrieve)
        self.list = to_streamed_response_wrapper(threads.list)
        self.delete = to_streamed_response_wrapper(threads.delete)
        self.list_items = to_streamed_response_wrapper(threads.list_items)

class AsyncThreadsWithStreamingResponse:
    def __init__(self, threads: AsyncThreads) -> None:
        self.retrieve = async_to_streamed_response_wrapper(threads.retrieve)
        self.list = async_to_streamed_response_wrapper(threads.list)
        self.delete = async_to_streamed_response_wrapper(threads.delete)
        self.list_items = async_to_streamed_response_wrapper(threads.list_items)
