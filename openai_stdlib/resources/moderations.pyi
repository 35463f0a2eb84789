# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .._types import CallOptions
from .._config import Config
from .._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Union, Iterable
from .. import _legacy_response
from .._types import Body, Omit, Query, Headers, NotGiven, SequenceNotStr, omit, not_given
from .._resource import SyncAPIResource, AsyncAPIResource
from .._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ..types.moderation_model import ModerationModel
from ..types.moderation_create_response import ModerationCreateResponse
from ..types.moderation_multi_modal_input_param import ModerationMultiModalInputParam

class Moderations(SyncAPIResource):
    @property
    def with_raw_response(self) -> ModerationsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> ModerationsWithStreamingResponse: ...
    def create(
        self,
        *,
        input: Union[str, SequenceNotStr[str], Iterable[ModerationMultiModalInputParam]],
        model: Union[str, ModerationModel] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ModerationCreateResponse:
        """POST /moderations"""

class AsyncModerations(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncModerationsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncModerationsWithStreamingResponse: ...
    async def create(
        self,
        *,
        input: Union[str, SequenceNotStr[str], Iterable[ModerationMultiModalInputParam]],
        model: Union[str, ModerationModel] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ModerationCreateResponse:
        """POST /moderations"""

class ModerationsWithRawResponse:
    def __init__(self, moderations: Moderations) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(moderations.create)

class AsyncModerationsWithRawResponse:
    def __init__(self, moderations: AsyncModerations) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(moderations.create)

class ModerationsWithStreamingResponse:
    def __init__(self, moderations: Moderations) -> None:
        self.create = to_streamed_response_wrapper(moderations.create)

class AsyncModerationsWithStreamingResponse:
    def __init__(self, moderations: AsyncModerations) -> None:
        self.create = async_to_streamed_response_wrapper(moderations.create)
