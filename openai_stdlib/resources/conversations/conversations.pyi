# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._types import CallOptions
from ..._config import Config
from ..._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Iterable, Optional
from ... import _legacy_response
from .items import (
    Items,
    AsyncItems,
    ItemsWithRawResponse,
    AsyncItemsWithRawResponse,
    ItemsWithStreamingResponse,
    AsyncItemsWithStreamingResponse,
)
from ..._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ...types.shared_params.metadata import Metadata
from ...types.conversations.conversation import Conversation
from ...types.responses.response_input_item_param import ResponseInputItemParam
from ...types.conversations.conversation_deleted_resource import ConversationDeletedResource

class Conversations(SyncAPIResource):
    @property
    def items(self) -> Items: ...
    @property
    def with_raw_response(self) -> ConversationsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> ConversationsWithStreamingResponse: ...
    def create(
        self,
        *,
        items: Optional[Iterable[ResponseInputItemParam]] | Omit = omit,
        metadata: Optional[Metadata] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Conversation:
        """POST /conversations"""

    def retrieve(
        self,
        conversation_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Conversation:
        """GET /conversations/{conversation_id}"""

    def update(
        self,
        conversation_id: str,
        *,
        metadata: Optional[Metadata],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Conversation:
        """POST /conversations/{conversation_id}"""

    def delete(
        self,
        conversation_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ConversationDeletedResource:
        """DELETE /conversations/{conversation_id}"""

class AsyncConversations(AsyncAPIResource):
    @property
    def items(self) -> AsyncItems: ...
    @property
    def with_raw_response(self) -> AsyncConversationsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncConversationsWithStreamingResponse: ...
    async def create(
        self,
        *,
        items: Optional[Iterable[ResponseInputItemParam]] | Omit = omit,
        metadata: Optional[Metadata] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Conversation:
        """POST /conversations"""

    async def retrieve(
        self,
        conversation_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Conversation:
        """GET /conversations/{conversation_id}"""

    async def update(
        self,
        conversation_id: str,
        *,
        metadata: Optional[Metadata],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Conversation:
        """POST /conversations/{conversation_id}"""

    async def delete(
        self,
        conversation_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ConversationDeletedResource:
        """DELETE /conversations/{conversation_id}"""

class ConversationsWithRawResponse:
    def __init__(self, conversations: Conversations) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(conversations.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(conversations.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(conversations.update)
        self.delete = _legacy_response.to_raw_response_wrapper(conversations.delete)

    @property
    def items(self) -> ItemsWithRawResponse: ...

class AsyncConversationsWithRawResponse:
    def __init__(self, conversations: AsyncConversations) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(conversations.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(conversations.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(conversations.update)
        self.delete = _legacy_response.async_to_raw_response_wrapper(conversations.delete)

    @property
    def items(self) -> AsyncItemsWithRawResponse: ...

class ConversationsWithStreamingResponse:
    def __init__(self, conversations: Conversations) -> None:
        self.create = to_streamed_response_wrapper(conversations.create)
        self.retrieve = to_streamed_response_wrapper(conversations.retrieve)
        self.update = to_streamed_response_wrapper(conversations.update)
        self.delete = to_streamed_response_wrapper(conversations.delete)

    @property
    def items(self) -> ItemsWithStreamingResponse: ...

class AsyncConversationsWithStreamingResponse:
    def __init__(self, conversations: AsyncConversations) -> None:
        self.create = async_to_streamed_response_wrapper(conversations.create)
        self.retrieve = async_to_streamed_response_wrapper(conversations.retrieve)
        self.update = async_to_streamed_response_wrapper(conversations.update)
        self.delete = async_to_streamed_response_wrapper(conversations.delete)

    @property
    def items(self) -> AsyncItemsWithStreamingResponse: ...
