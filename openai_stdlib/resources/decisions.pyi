# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .._types import CallOptions
from .._config import Config
from .._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Union, Iterable, Optional
from .. import _legacy_response
from ..types import decision_create_params
from .._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from .._resource import SyncAPIResource, AsyncAPIResource
from .._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ..types.decision import Decision

class Decisions(SyncAPIResource):
    @property
    def with_raw_response(self) -> DecisionsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> DecisionsWithStreamingResponse: ...
    def create(
        self,
        *,
        input: Union[str, Iterable[decision_create_params.InputUnionMember1]],
        model: str,
        questions: Iterable[decision_create_params.Question],
        prompt_cache_key: Optional[str] | Omit = omit,
        prompt_cache_options: Optional[decision_create_params.PromptCacheOptions] | Omit = omit,
        safety_identifier: Optional[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Decision:
        """POST /decisions"""

class AsyncDecisions(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncDecisionsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncDecisionsWithStreamingResponse: ...
    async def create(
        self,
        *,
        input: Union[str, Iterable[decision_create_params.InputUnionMember1]],
        model: str,
        questions: Iterable[decision_create_params.Question],
        prompt_cache_key: Optional[str] | Omit = omit,
        prompt_cache_options: Optional[decision_create_params.PromptCacheOptions] | Omit = omit,
        safety_identifier: Optional[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Decision:
        """POST /decisions"""

class DecisionsWithRawResponse:
    def __init__(self, decisions: Decisions) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(decisions.create)

class AsyncDecisionsWithRawResponse:
    def __init__(self, decisions: AsyncDecisions) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(decisions.create)

class DecisionsWithStreamingResponse:
    def __init__(self, decisions: Decisions) -> None:
        self.create = to_streamed_response_wrapper(decisions.create)

class AsyncDecisionsWithStreamingResponse:
    def __init__(self, decisions: AsyncDecisions) -> None:
        self.create = async_to_streamed_response_wrapper(decisions.create)
