# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._types import CallOptions
from ...._config import Config
from ...._types import TimeoutTypes
from typing_extensions import Unpack
from typing_extensions import deprecated
from typing import Union, Iterable, Optional
from typing_extensions import Literal
from .... import _legacy_response
from ...._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ...._resource import SyncAPIResource, AsyncAPIResource
from ...._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ....pagination import SyncCursorPage, AsyncCursorPage
from ...._base_client import AsyncPaginator
from ....types.beta.threads import message_create_params
from ....types.beta.threads.message import Message
from ....types.shared_params.metadata import Metadata
from ....types.beta.threads.message_deleted import MessageDeleted
from ....types.beta.threads.message_content_part_param import MessageContentPartParam

class Messages(SyncAPIResource):
    @property
    def with_raw_response(self) -> MessagesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> MessagesWithStreamingResponse: ...
    @deprecated("The API reference calls this operation deprecated.")
    def create(
        self,
        thread_id: str,
        *,
        content: Union[str, Iterable[MessageContentPartParam]],
        role: Literal["user", "assistant"],
        attachments: Optional[Iterable[message_create_params.Attachment]] | Omit = omit,
        metadata: Optional[Metadata] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Message:
        """POST /threads/{thread_id}/messages"""

    @deprecated("The API reference calls this operation deprecated.")
    def retrieve(
        self,
        message_id: str,
        *,
        thread_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Message:
        """GET /threads/{thread_id}/messages/{message_id}"""

    @deprecated("The API reference calls this operation deprecated.")
    def update(
        self,
        message_id: str,
        *,
        thread_id: str,
        metadata: Optional[Metadata] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Message:
        """POST /threads/{thread_id}/messages/{message_id}"""

    @deprecated("The API reference calls this operation deprecated.")
    def list(
        self,
        thread_id: str,
        *,
        after: str | Omit = omit,
        before: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        run_id: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[Message]:
        """GET /threads/{thread_id}/messages"""

    @deprecated("The API reference calls this operation deprecated.")
    def delete(
        self,
        message_id: str,
        *,
        thread_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> MessageDeleted:
        """DELETE /threads/{thread_id}/messages/{message_id}"""

class AsyncMessages(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncMessagesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncMessagesWithStreamingResponse: ...
    @deprecated("The API reference calls this operation deprecated.")
    async def create(
        self,
        thread_id: str,
        *,
        content: Union[str, Iterable[MessageContentPartParam]],
        role: Literal["user", "assistant"],
        attachments: Optional[Iterable[message_create_params.Attachment]] | Omit = omit,
        metadata: Optional[Metadata] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Message:
        """POST /threads/{thread_id}/messages"""

    @deprecated("The API reference calls this operation deprecated.")
    async def retrieve(
        self,
        message_id: str,
        *,
        thread_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Message:
        """GET /threads/{thread_id}/messages/{message_id}"""

    @deprecated("The API reference calls this operation deprecated.")
    async def update(
        self,
        message_id: str,
        *,
        thread_id: str,
        metadata: Optional[Metadata] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Message:
        """POST /threads/{thread_id}/messages/{message_id}"""

    @deprecated("The API reference calls this operation deprecated.")
    def list(
        self,
        thread_id: str,
        *,
        after: str | Omit = omit,
        before: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        run_id: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[Message, AsyncCursorPage[Message]]:
        """GET /threads/{thread_id}/messages"""

    @deprecated("The API reference calls this operation deprecated.")
    async def delete(
        self,
        message_id: str,
        *,
        thread_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> MessageDeleted:
        """DELETE /threads/{thread_id}/messages/{message_id}"""

class MessagesWithRawResponse:
    def __init__(self, messages: Messages) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(messages.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(messages.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(messages.update)
        self.list = _legacy_response.to_raw_response_wrapper(messages.list)
        self.delete = _legacy_response.to_raw_response_wrapper(messages.delete)

class AsyncMessagesWithRawResponse:
    def __init__(self, messages: AsyncMessages) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(messages.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(messages.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(messages.update)
        self.list = _legacy_response.async_to_raw_response_wrapper(messages.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(messages.delete)

class MessagesWithStreamingResponse:
    def __init__(self, messages: Messages) -> None:
        self.create = to_streamed_response_wrapper(messages.create)
        self.retrieve = to_streamed_response_wrapper(messages.retrieve)
        self.update = to_streamed_response_wrapper(messages.update)
        self.list = to_streamed_response_wrapper(messages.list)
        self.delete = to_streamed_response_wrapper(messages.delete)

class AsyncMessagesWithStreamingResponse:
    def __init__(self, messages: AsyncMessages) -> None:
        self.create = async_to_streamed_response_wrapper(messages.create)
        self.retrieve = async_to_streamed_response_wrapper(messages.retrieve)
        self.update = async_to_streamed_response_wrapper(messages.update)
        self.list = async_to_streamed_response_wrapper(messages.list)
        self.delete = async_to_streamed_response_wrapper(messages.delete)
