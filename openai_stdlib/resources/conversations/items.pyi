# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._types import CallOptions
from ..._config import Config
from ..._types import TimeoutTypes
from typing_extensions import Unpack
from typing import List, Iterable
from typing_extensions import Literal
from ... import _legacy_response
from ..._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ...pagination import SyncConversationCursorPage, AsyncConversationCursorPage
from ..._base_client import AsyncPaginator
from ...types.conversations.conversation import Conversation
from ...types.responses.response_includable import ResponseIncludable
from ...types.conversations.conversation_item import ConversationItem
from ...types.responses.response_input_item_param import ResponseInputItemParam
from ...types.conversations.conversation_item_list import ConversationItemList

class Items(SyncAPIResource):
    @property
    def with_raw_response(self) -> ItemsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> ItemsWithStreamingResponse: ...
    def create(
        self,
        conversation_id: str,
        *,
        items: Iterable[ResponseInputItemParam],
        include: List[ResponseIncludable] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ConversationItemList:
        """POST /conversations/{conversation_id}/items"""

    def retrieve(
        self,
        item_id: str,
        *,
        conversation_id: str,
        include: List[ResponseIncludable] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ConversationItem:
        """GET /conversations/{conversation_id}/items/{item_id}"""

    def list(
        self,
        conversation_id: str,
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
    ) -> SyncConversationCursorPage[ConversationItem]:
        """GET /conversations/{conversation_id}/items"""

    def delete(
        self,
        item_id: str,
        *,
        conversation_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Conversation:
        """DELETE /conversations/{conversation_id}/items/{item_id}"""

class AsyncItems(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncItemsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncItemsWithStreamingResponse: ...
    async def create(
        self,
        conversation_id: str,
        *,
        items: Iterable[ResponseInputItemParam],
        include: List[ResponseIncludable] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ConversationItemList:
        """POST /conversations/{conversation_id}/items"""

    async def retrieve(
        self,
        item_id: str,
        *,
        conversation_id: str,
        include: List[ResponseIncludable] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ConversationItem:
        """GET /conversations/{conversation_id}/items/{item_id}"""

    def list(
        self,
        conversation_id: str,
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
    ) -> AsyncPaginator[ConversationItem, AsyncConversationCursorPage[ConversationItem]]:
        """GET /conversations/{conversation_id}/items"""

    async def delete(
        self,
        item_id: str,
        *,
        conversation_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Conversation:
        """DELETE /conversations/{conversation_id}/items/{item_id}"""

class ItemsWithRawResponse:
    def __init__(self, items: Items) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(items.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(items.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(items.list)
        self.delete = _legacy_response.to_raw_response_wrapper(items.delete)

class AsyncItemsWithRawResponse:
    def __init__(self, items: AsyncItems) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(items.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(items.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(items.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(items.delete)

class ItemsWithStreamingResponse:
    def __init__(self, items: Items) -> None:
        self.create = to_streamed_response_wrapper(items.create)
        self.retrieve = to_streamed_response_wrapper(items.retrieve)
        self.list = to_streamed_response_wrapper(items.list)
        self.delete = to_streamed_response_wrapper(items.delete)

class AsyncItemsWithStreamingResponse:
    def __init__(self, items: AsyncItems) -> None:
        self.create = async_to_streamed_response_wrapper(items.create)
        self.retrieve = async_to_streamed_response_wrapper(items.retrieve)
        self.list = async_to_streamed_response_wrapper(items.list)
        self.delete = async_to_streamed_response_wrapper(items.delete)
