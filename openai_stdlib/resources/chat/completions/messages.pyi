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
from ....types.chat.chat_completion_store_message import ChatCompletionStoreMessage

class Messages(SyncAPIResource):
    @property
    def with_raw_response(self) -> MessagesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> MessagesWithStreamingResponse: ...
    def list(
        self,
        completion_id: str,
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
    ) -> SyncCursorPage[ChatCompletionStoreMessage]:
        """GET /chat/completions/{completion_id}/messages"""

class AsyncMessages(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncMessagesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncMessagesWithStreamingResponse: ...
    def list(
        self,
        completion_id: str,
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
    ) -> AsyncPaginator[ChatCompletionStoreMessage, AsyncCursorPage[ChatCompletionStoreMessage]]:
        """GET /chat/completions/{completion_id}/messages"""

class MessagesWithRawResponse:
    def __init__(self, messages: Messages) -> None:
        self.list = _legacy_response.to_raw_response_wrapper(messages.list)

class AsyncMessagesWithRawResponse:
    def __init__(self, messages: AsyncMessages) -> None:
        self.list = _legacy_response.async_to_raw_response_wrapper(messages.list)

class MessagesWithStreamingResponse:
    def __init__(self, messages: Messages) -> None:
        self.list = to_streamed_response_wrapper(messages.list)

class AsyncMessagesWithStreamingResponse:
    def __init__(self, messages: AsyncMessages) -> None:
        self.list = async_to_streamed_response_wrapper(messages.list)
