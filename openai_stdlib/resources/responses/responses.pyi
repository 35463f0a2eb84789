# SPDX-License-Identifier: MIT
# Written by tools/stubs.py; do not edit.
from ...config.config import Config
from ..._types import TimeoutTypes
from typing import List, Union, Iterable, Optional
from typing_extensions import Literal, overload
from ... import _legacy_response
from ..._types import Body, Omit, Query, Headers, NotGiven
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .input_items import InputItems, AsyncInputItems, InputItemsWithRawResponse, AsyncInputItemsWithRawResponse, InputItemsWithStreamingResponse, AsyncInputItemsWithStreamingResponse
from ..._streaming import Stream, AsyncStream
from .input_tokens import InputTokens, AsyncInputTokens, InputTokensWithRawResponse, AsyncInputTokensWithRawResponse, InputTokensWithStreamingResponse, AsyncInputTokensWithStreamingResponse
from ...types.responses import response_create_params, response_compact_params
from ...lib._parsing._responses import TextFormatT
from ...types.responses.response import Response
from ...types.responses.tool_param import ToolParam, ParseableToolParam
from ...types.responses.service_tier import ServiceTier
from ...types.shared_params.metadata import Metadata
from ...types.shared_params.reasoning import Reasoning
from ...types.responses.parsed_response import ParsedResponse
from ...lib.streaming.responses._responses import ResponseStreamManager, AsyncResponseStreamManager
from ...types.responses.compacted_response import CompactedResponse
from ...types.responses.response_includable import ResponseIncludable
from ...types.shared_params.responses_model import ResponsesModel
from ...types.responses.response_input_param import ResponseInputParam
from ...types.responses.response_prompt_param import ResponsePromptParam
from ...types.responses.response_stream_event import ResponseStreamEvent
from ...types.responses.response_input_item_param import ResponseInputItemParam
from ...types.responses.response_text_config_param import ResponseTextConfigParam

class Responses(SyncAPIResource):

    @property
    def input_items(self) -> InputItems:
        ...

    @property
    def input_tokens(self) -> InputTokens:
        ...

    @property
    def with_raw_response(self) -> ResponsesWithRawResponse:
        ...

    @property
    def with_streaming_response(self) -> ResponsesWithStreamingResponse:
        ...

    @overload
    def parse(self, *, text_format: type | Omit=..., parse_as: type[TextFormatT] | None, access_programs: response_create_params.AccessPrograms | Omit=..., background: Optional[bool] | Omit=..., background_options: response_create_params.BackgroundOptions | Omit=..., context_management: Optional[Iterable[response_create_params.ContextManagement]] | Omit=..., conversation: Optional[response_create_params.Conversation] | Omit=..., image: response_create_params.Image | Omit=..., include: Optional[List[ResponseIncludable]] | Omit=..., input: Union[str, ResponseInputParam] | Omit=..., instructions: Optional[str] | Omit=..., max_output_tokens: Optional[int] | Omit=..., max_tool_calls: Optional[int] | Omit=..., metadata: Optional[Metadata] | Omit=..., model: ResponsesModel | Omit=..., moderation: Optional[response_create_params.Moderation] | Omit=..., parallel_tool_calls: Optional[bool] | Omit=..., previous_response_id: Optional[str] | Omit=..., prompt: Optional[ResponsePromptParam] | Omit=..., prompt_cache_key: Optional[str] | Omit=..., prompt_cache_options: response_create_params.PromptCacheOptions | Omit=..., prompt_cache_retention: Optional[Literal['in_memory', '24h']] | Omit=..., reasoning: Optional[Reasoning] | Omit=..., safety_identifier: Optional[str] | Omit=..., service_tier: Optional[ServiceTier] | Omit=..., store: Optional[bool] | Omit=..., stream: Optional[Literal[False]] | Literal[True] | Omit=..., stream_options: Optional[response_create_params.StreamOptions] | Omit=..., temperature: Optional[float] | Omit=..., text: ResponseTextConfigParam | Omit=..., tool_choice: response_create_params.ToolChoice | Omit=..., tools: Iterable[ParseableToolParam] | Omit=..., top_logprobs: Optional[int] | Omit=..., top_p: Optional[float] | Omit=..., truncation: Optional[Literal['auto', 'disabled']] | Omit=..., user: str | Omit=..., verbosity: Optional[Literal['low', 'medium', 'high']] | Omit=..., extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> ParsedResponse[TextFormatT]:
        ...

    @overload
    def parse(self, *, text_format: type[TextFormatT] | Omit=..., parse_as: Omit=..., access_programs: response_create_params.AccessPrograms | Omit=..., background: Optional[bool] | Omit=..., background_options: response_create_params.BackgroundOptions | Omit=..., context_management: Optional[Iterable[response_create_params.ContextManagement]] | Omit=..., conversation: Optional[response_create_params.Conversation] | Omit=..., image: response_create_params.Image | Omit=..., include: Optional[List[ResponseIncludable]] | Omit=..., input: Union[str, ResponseInputParam] | Omit=..., instructions: Optional[str] | Omit=..., max_output_tokens: Optional[int] | Omit=..., max_tool_calls: Optional[int] | Omit=..., metadata: Optional[Metadata] | Omit=..., model: ResponsesModel | Omit=..., moderation: Optional[response_create_params.Moderation] | Omit=..., parallel_tool_calls: Optional[bool] | Omit=..., previous_response_id: Optional[str] | Omit=..., prompt: Optional[ResponsePromptParam] | Omit=..., prompt_cache_key: Optional[str] | Omit=..., prompt_cache_options: response_create_params.PromptCacheOptions | Omit=..., prompt_cache_retention: Optional[Literal['in_memory', '24h']] | Omit=..., reasoning: Optional[Reasoning] | Omit=..., safety_identifier: Optional[str] | Omit=..., service_tier: Optional[ServiceTier] | Omit=..., store: Optional[bool] | Omit=..., stream: Optional[Literal[False]] | Literal[True] | Omit=..., stream_options: Optional[response_create_params.StreamOptions] | Omit=..., temperature: Optional[float] | Omit=..., text: ResponseTextConfigParam | Omit=..., tool_choice: response_create_params.ToolChoice | Omit=..., tools: Iterable[ParseableToolParam] | Omit=..., top_logprobs: Optional[int] | Omit=..., top_p: Optional[float] | Omit=..., truncation: Optional[Literal['auto', 'disabled']] | Omit=..., user: str | Omit=..., verbosity: Optional[Literal['low', 'medium', 'high']] | Omit=..., extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> ParsedResponse[TextFormatT]:
        ...

    @overload
    def stream(self, *, response_id: str, text_format: type[TextFormatT] | Omit=..., starting_after: int | Omit=..., tools: Iterable[ParseableToolParam] | Omit=..., extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> ResponseStreamManager[TextFormatT]:
        ...

    @overload
    def stream(self, *, input: Union[str, ResponseInputParam], model: ResponsesModel, access_programs: response_create_params.AccessPrograms | Omit=..., background: Optional[bool] | Omit=..., background_options: response_create_params.BackgroundOptions | Omit=..., context_management: Optional[Iterable[response_create_params.ContextManagement]] | Omit=..., text_format: type[TextFormatT] | Omit=..., tools: Iterable[ParseableToolParam] | Omit=..., conversation: Optional[response_create_params.Conversation] | Omit=..., image: response_create_params.Image | Omit=..., include: Optional[List[ResponseIncludable]] | Omit=..., instructions: Optional[str] | Omit=..., max_output_tokens: Optional[int] | Omit=..., max_tool_calls: Optional[int] | Omit=..., metadata: Optional[Metadata] | Omit=..., parallel_tool_calls: Optional[bool] | Omit=..., moderation: Optional[response_create_params.Moderation] | Omit=..., previous_response_id: Optional[str] | Omit=..., prompt: Optional[ResponsePromptParam] | Omit=..., prompt_cache_key: Optional[str] | Omit=..., prompt_cache_options: response_create_params.PromptCacheOptions | Omit=..., prompt_cache_retention: Optional[Literal['in_memory', '24h']] | Omit=..., reasoning: Optional[Reasoning] | Omit=..., safety_identifier: Optional[str] | Omit=..., service_tier: Optional[ServiceTier] | Omit=..., store: Optional[bool] | Omit=..., stream_options: Optional[response_create_params.StreamOptions] | Omit=..., temperature: Optional[float] | Omit=..., text: ResponseTextConfigParam | Omit=..., tool_choice: response_create_params.ToolChoice | Omit=..., top_logprobs: Optional[int] | Omit=..., top_p: Optional[float] | Omit=..., truncation: Optional[Literal['auto', 'disabled']] | Omit=..., user: str | Omit=..., extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> ResponseStreamManager[TextFormatT]:
        ...

    @overload
    def create(self, *, access_programs: response_create_params.AccessPrograms | Omit=..., background: Optional[bool] | Omit=..., background_options: response_create_params.BackgroundOptions | Omit=..., context_management: Optional[Iterable[response_create_params.ContextManagement]] | Omit=..., conversation: Optional[response_create_params.Conversation] | Omit=..., image: response_create_params.Image | Omit=..., include: Optional[List[ResponseIncludable]] | Omit=..., input: Union[str, ResponseInputParam] | Omit=..., instructions: Optional[str] | Omit=..., max_output_tokens: Optional[int] | Omit=..., max_tool_calls: Optional[int] | Omit=..., metadata: Optional[Metadata] | Omit=..., model: ResponsesModel | Omit=..., moderation: Optional[response_create_params.Moderation] | Omit=..., parallel_tool_calls: Optional[bool] | Omit=..., previous_response_id: Optional[str] | Omit=..., prompt: Optional[ResponsePromptParam] | Omit=..., prompt_cache_key: Optional[str] | Omit=..., prompt_cache_options: response_create_params.PromptCacheOptions | Omit=..., prompt_cache_retention: Optional[Literal['in_memory', '24h']] | Omit=..., reasoning: Optional[Reasoning] | Omit=..., safety_identifier: Optional[str] | Omit=..., service_tier: Optional[ServiceTier] | Omit=..., store: Optional[bool] | Omit=..., stream: Optional[Literal[False]] | Omit=..., stream_options: Optional[response_create_params.StreamOptions] | Omit=..., temperature: Optional[float] | Omit=..., text: ResponseTextConfigParam | Omit=..., tool_choice: response_create_params.ToolChoice | Omit=..., tools: Iterable[ToolParam] | Omit=..., top_logprobs: Optional[int] | Omit=..., top_p: Optional[float] | Omit=..., truncation: Optional[Literal['auto', 'disabled']] | Omit=..., user: str | Omit=..., extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> Response:
        """POST /responses"""

    @overload
    def create(self, *, stream: Literal[True], access_programs: response_create_params.AccessPrograms | Omit=..., background: Optional[bool] | Omit=..., background_options: response_create_params.BackgroundOptions | Omit=..., context_management: Optional[Iterable[response_create_params.ContextManagement]] | Omit=..., conversation: Optional[response_create_params.Conversation] | Omit=..., image: response_create_params.Image | Omit=..., include: Optional[List[ResponseIncludable]] | Omit=..., input: Union[str, ResponseInputParam] | Omit=..., instructions: Optional[str] | Omit=..., max_output_tokens: Optional[int] | Omit=..., max_tool_calls: Optional[int] | Omit=..., metadata: Optional[Metadata] | Omit=..., model: ResponsesModel | Omit=..., moderation: Optional[response_create_params.Moderation] | Omit=..., parallel_tool_calls: Optional[bool] | Omit=..., previous_response_id: Optional[str] | Omit=..., prompt: Optional[ResponsePromptParam] | Omit=..., prompt_cache_key: Optional[str] | Omit=..., prompt_cache_options: response_create_params.PromptCacheOptions | Omit=..., prompt_cache_retention: Optional[Literal['in_memory', '24h']] | Omit=..., reasoning: Optional[Reasoning] | Omit=..., safety_identifier: Optional[str] | Omit=..., service_tier: Optional[ServiceTier] | Omit=..., store: Optional[bool] | Omit=..., stream_options: Optional[response_create_params.StreamOptions] | Omit=..., temperature: Optional[float] | Omit=..., text: ResponseTextConfigParam | Omit=..., tool_choice: response_create_params.ToolChoice | Omit=..., tools: Iterable[ToolParam] | Omit=..., top_logprobs: Optional[int] | Omit=..., top_p: Optional[float] | Omit=..., truncation: Optional[Literal['auto', 'disabled']] | Omit=..., user: str | Omit=..., extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> Stream[ResponseStreamEvent]:
        """POST /responses"""

    @overload
    def create(self, *, stream: bool, access_programs: response_create_params.AccessPrograms | Omit=..., background: Optional[bool] | Omit=..., background_options: response_create_params.BackgroundOptions | Omit=..., context_management: Optional[Iterable[response_create_params.ContextManagement]] | Omit=..., conversation: Optional[response_create_params.Conversation] | Omit=..., image: response_create_params.Image | Omit=..., include: Optional[List[ResponseIncludable]] | Omit=..., input: Union[str, ResponseInputParam] | Omit=..., instructions: Optional[str] | Omit=..., max_output_tokens: Optional[int] | Omit=..., max_tool_calls: Optional[int] | Omit=..., metadata: Optional[Metadata] | Omit=..., model: ResponsesModel | Omit=..., moderation: Optional[response_create_params.Moderation] | Omit=..., parallel_tool_calls: Optional[bool] | Omit=..., previous_response_id: Optional[str] | Omit=..., prompt: Optional[ResponsePromptParam] | Omit=..., prompt_cache_key: Optional[str] | Omit=..., prompt_cache_options: response_create_params.PromptCacheOptions | Omit=..., prompt_cache_retention: Optional[Literal['in_memory', '24h']] | Omit=..., reasoning: Optional[Reasoning] | Omit=..., safety_identifier: Optional[str] | Omit=..., service_tier: Optional[ServiceTier] | Omit=..., store: Optional[bool] | Omit=..., stream_options: Optional[response_create_params.StreamOptions] | Omit=..., temperature: Optional[float] | Omit=..., text: ResponseTextConfigParam | Omit=..., tool_choice: response_create_params.ToolChoice | Omit=..., tools: Iterable[ToolParam] | Omit=..., top_logprobs: Optional[int] | Omit=..., top_p: Optional[float] | Omit=..., truncation: Optional[Literal['auto', 'disabled']] | Omit=..., user: str | Omit=..., extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> Response | Stream[ResponseStreamEvent]:
        """POST /responses"""

    @overload
    def retrieve(self, response_id: str, *, include: List[ResponseIncludable] | Omit=..., include_obfuscation: bool | Omit=..., starting_after: int | Omit=..., stream: Literal[False] | Omit=..., extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> Response:
        """GET /responses/{response_id}"""

    @overload
    def retrieve(self, response_id: str, *, stream: Literal[True], include: List[ResponseIncludable] | Omit=..., include_obfuscation: bool | Omit=..., starting_after: int | Omit=..., extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> Stream[ResponseStreamEvent]:
        """GET /responses/{response_id}"""

    @overload
    def retrieve(self, response_id: str, *, stream: bool, include: List[ResponseIncludable] | Omit=..., include_obfuscation: bool | Omit=..., starting_after: int | Omit=..., extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> Response | Stream[ResponseStreamEvent]:
        """GET /responses/{response_id}"""

    def delete(self, response_id: str, *, extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> None:
        """DELETE /responses/{response_id}"""

    def cancel(self, response_id: str, *, extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> Response:
        """POST /responses/{response_id}/cancel"""

    def compact(self, *, model: Union[Literal['gpt-6-astra', 'gpt-6.2-astra', 'gpt-6.1-sol', 'gpt-6.2-sol', 'gpt-6.1-terra', 'gpt-6-sol', 'gpt-6-luna', 'gpt-5.6-sol', 'gpt-5.6-terra', 'gpt-5.6-luna', 'gpt-5.5', 'gpt-5.5-2026-04-23', 'gpt-5.4', 'gpt-5.4-mini', 'gpt-5.4-nano', 'gpt-5.4-mini-2026-03-17', 'gpt-5.4-nano-2026-03-17', 'gpt-5.3-chat-latest', 'gpt-5.2', 'gpt-5.2-2025-12-11', 'gpt-5.2-chat-latest', 'gpt-5.2-pro', 'gpt-5.2-pro-2025-12-11', 'gpt-5.1', 'gpt-5.1-2025-11-13', 'gpt-5.1-codex', 'gpt-5.1-mini', 'gpt-5.1-chat-latest', 'gpt-5', 'gpt-5-mini', 'gpt-5-nano', 'gpt-5-2025-08-07', 'gpt-5-mini-2025-08-07', 'gpt-5-nano-2025-08-07', 'gpt-5-chat-latest', 'gpt-4.1', 'gpt-4.1-mini', 'gpt-4.1-nano', 'gpt-4.1-2025-04-14', 'gpt-4.1-mini-2025-04-14', 'gpt-4.1-nano-2025-04-14', 'o4-mini', 'o4-mini-2025-04-16', 'o3', 'o3-2025-04-16', 'o3-mini', 'o3-mini-2025-01-31', 'o1', 'o1-2024-12-17', 'o1-preview', 'o1-preview-2024-09-12', 'o1-mini', 'o1-mini-2024-09-12', 'gpt-4o', 'gpt-4o-2024-11-20', 'gpt-4o-2024-08-06', 'gpt-4o-2024-05-13', 'gpt-audio-mini', 'gpt-audio-mini-2025-12-15', 'gpt-4o-audio-preview', 'gpt-4o-audio-preview-2024-10-01', 'gpt-4o-audio-preview-2024-12-17', 'gpt-4o-audio-preview-2025-06-03', 'gpt-4o-mini-audio-preview', 'gpt-4o-mini-audio-preview-2024-12-17', 'gpt-4o-search-preview', 'gpt-4o-mini-search-preview', 'gpt-4o-search-preview-2025-03-11', 'gpt-4o-mini-search-preview-2025-03-11', 'chatgpt-4o-latest', 'codex-mini-latest', 'gpt-4o-mini', 'gpt-4o-mini-2024-07-18', 'gpt-4-turbo', 'gpt-4-turbo-2024-04-09', 'gpt-4-0125-preview', 'gpt-4-turbo-preview', 'gpt-4-1106-preview', 'gpt-4-vision-preview', 'gpt-4', 'gpt-4-0314', 'gpt-4-0613', 'gpt-4-32k', 'gpt-4-32k-0314', 'gpt-4-32k-0613', 'gpt-3.5-turbo', 'gpt-3.5-turbo-16k', 'gpt-3.5-turbo-0301', 'gpt-3.5-turbo-0613', 'gpt-3.5-turbo-1106', 'gpt-3.5-turbo-0125', 'gpt-3.5-turbo-16k-0613', 'o1-pro', 'o1-pro-2025-03-19', 'o3-pro', 'o3-pro-2025-06-10', 'o3-deep-research', 'o3-deep-research-2025-06-26', 'o4-mini-deep-research', 'o4-mini-deep-research-2025-06-26', 'computer-use-preview', 'computer-use-preview-2025-03-11', 'gpt-5.5-pro', 'gpt-5.5-pro-2026-04-23', 'gpt-5-codex', 'gpt-5-pro', 'gpt-5-pro-2025-10-06', 'gpt-5.1-codex-max', 'gpt-daybreak-blue-latest', 'gpt-daybreak-red-latest', 'gpt-5.6-cyber', 'gpt-6-cyber', 'gpt-rosalind-research', 'gpt-6-rosalind', 'gpt-6.2-astra-law'], str, None], image: response_compact_params.Image | Omit=..., input: Union[str, Iterable[ResponseInputItemParam], None] | Omit=..., instructions: Optional[str] | Omit=..., previous_response_id: Optional[str] | Omit=..., prompt_cache_key: Optional[str] | Omit=..., prompt_cache_options: Optional[response_compact_params.PromptCacheOptions] | Omit=..., prompt_cache_retention: Optional[Literal['in_memory', '24h']] | Omit=..., service_tier: Optional[Literal['auto', 'default', 'fast', 'flex', 'priority']] | Omit=..., extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> CompactedResponse:
        """POST /responses/compact"""

class AsyncResponses(AsyncAPIResource):

    @property
    def input_items(self) -> AsyncInputItems:
        ...

    @property
    def input_tokens(self) -> AsyncInputTokens:
        ...

    @property
    def with_raw_response(self) -> AsyncResponsesWithRawResponse:
        ...

    @property
    def with_streaming_response(self) -> AsyncResponsesWithStreamingResponse:
        ...

    @overload
    async def parse(self, *, text_format: type | Omit=..., parse_as: type[TextFormatT] | None, access_programs: response_create_params.AccessPrograms | Omit=..., background: Optional[bool] | Omit=..., background_options: response_create_params.BackgroundOptions | Omit=..., context_management: Optional[Iterable[response_create_params.ContextManagement]] | Omit=..., conversation: Optional[response_create_params.Conversation] | Omit=..., image: response_create_params.Image | Omit=..., include: Optional[List[ResponseIncludable]] | Omit=..., input: Union[str, ResponseInputParam] | Omit=..., instructions: Optional[str] | Omit=..., max_output_tokens: Optional[int] | Omit=..., max_tool_calls: Optional[int] | Omit=..., metadata: Optional[Metadata] | Omit=..., model: ResponsesModel | Omit=..., moderation: Optional[response_create_params.Moderation] | Omit=..., parallel_tool_calls: Optional[bool] | Omit=..., previous_response_id: Optional[str] | Omit=..., prompt: Optional[ResponsePromptParam] | Omit=..., prompt_cache_key: Optional[str] | Omit=..., prompt_cache_options: response_create_params.PromptCacheOptions | Omit=..., prompt_cache_retention: Optional[Literal['in_memory', '24h']] | Omit=..., reasoning: Optional[Reasoning] | Omit=..., safety_identifier: Optional[str] | Omit=..., service_tier: Optional[ServiceTier] | Omit=..., store: Optional[bool] | Omit=..., stream: Optional[Literal[False]] | Literal[True] | Omit=..., stream_options: Optional[response_create_params.StreamOptions] | Omit=..., temperature: Optional[float] | Omit=..., text: ResponseTextConfigParam | Omit=..., tool_choice: response_create_params.ToolChoice | Omit=..., tools: Iterable[ParseableToolParam] | Omit=..., top_logprobs: Optional[int] | Omit=..., top_p: Optional[float] | Omit=..., truncation: Optional[Literal['auto', 'disabled']] | Omit=..., user: str | Omit=..., verbosity: Optional[Literal['low', 'medium', 'high']] | Omit=..., extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> ParsedResponse[TextFormatT]:
        ...

    @overload
    async def parse(self, *, text_format: type[TextFormatT] | Omit=..., parse_as: Omit=..., access_programs: response_create_params.AccessPrograms | Omit=..., background: Optional[bool] | Omit=..., background_options: response_create_params.BackgroundOptions | Omit=..., context_management: Optional[Iterable[response_create_params.ContextManagement]] | Omit=..., conversation: Optional[response_create_params.Conversation] | Omit=..., image: response_create_params.Image | Omit=..., include: Optional[List[ResponseIncludable]] | Omit=..., input: Union[str, ResponseInputParam] | Omit=..., instructions: Optional[str] | Omit=..., max_output_tokens: Optional[int] | Omit=..., max_tool_calls: Optional[int] | Omit=..., metadata: Optional[Metadata] | Omit=..., model: ResponsesModel | Omit=..., moderation: Optional[response_create_params.Moderation] | Omit=..., parallel_tool_calls: Optional[bool] | Omit=..., previous_response_id: Optional[str] | Omit=..., prompt: Optional[ResponsePromptParam] | Omit=..., prompt_cache_key: Optional[str] | Omit=..., prompt_cache_options: response_create_params.PromptCacheOptions | Omit=..., prompt_cache_retention: Optional[Literal['in_memory', '24h']] | Omit=..., reasoning: Optional[Reasoning] | Omit=..., safety_identifier: Optional[str] | Omit=..., service_tier: Optional[ServiceTier] | Omit=..., store: Optional[bool] | Omit=..., stream: Optional[Literal[False]] | Literal[True] | Omit=..., stream_options: Optional[response_create_params.StreamOptions] | Omit=..., temperature: Optional[float] | Omit=..., text: ResponseTextConfigParam | Omit=..., tool_choice: response_create_params.ToolChoice | Omit=..., tools: Iterable[ParseableToolParam] | Omit=..., top_logprobs: Optional[int] | Omit=..., top_p: Optional[float] | Omit=..., truncation: Optional[Literal['auto', 'disabled']] | Omit=..., user: str | Omit=..., verbosity: Optional[Literal['low', 'medium', 'high']] | Omit=..., extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> ParsedResponse[TextFormatT]:
        ...

    @overload
    def stream(self, *, response_id: str, text_format: type[TextFormatT] | Omit=..., starting_after: int | Omit=..., tools: Iterable[ParseableToolParam] | Omit=..., extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> AsyncResponseStreamManager[TextFormatT]:
        ...

    @overload
    def stream(self, *, input: Union[str, ResponseInputParam], model: ResponsesModel, access_programs: response_create_params.AccessPrograms | Omit=..., background: Optional[bool] | Omit=..., background_options: response_create_params.BackgroundOptions | Omit=..., context_management: Optional[Iterable[response_create_params.ContextManagement]] | Omit=..., text_format: type[TextFormatT] | Omit=..., tools: Iterable[ParseableToolParam] | Omit=..., conversation: Optional[response_create_params.Conversation] | Omit=..., image: response_create_params.Image | Omit=..., include: Optional[List[ResponseIncludable]] | Omit=..., instructions: Optional[str] | Omit=..., max_output_tokens: Optional[int] | Omit=..., max_tool_calls: Optional[int] | Omit=..., metadata: Optional[Metadata] | Omit=..., parallel_tool_calls: Optional[bool] | Omit=..., moderation: Optional[response_create_params.Moderation] | Omit=..., previous_response_id: Optional[str] | Omit=..., prompt: Optional[ResponsePromptParam] | Omit=..., prompt_cache_key: Optional[str] | Omit=..., prompt_cache_options: response_create_params.PromptCacheOptions | Omit=..., prompt_cache_retention: Optional[Literal['in_memory', '24h']] | Omit=..., reasoning: Optional[Reasoning] | Omit=..., safety_identifier: Optional[str] | Omit=..., service_tier: Optional[ServiceTier] | Omit=..., store: Optional[bool] | Omit=..., stream_options: Optional[response_create_params.StreamOptions] | Omit=..., temperature: Optional[float] | Omit=..., text: ResponseTextConfigParam | Omit=..., tool_choice: response_create_params.ToolChoice | Omit=..., top_logprobs: Optional[int] | Omit=..., top_p: Optional[float] | Omit=..., truncation: Optional[Literal['auto', 'disabled']] | Omit=..., user: str | Omit=..., extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> AsyncResponseStreamManager[TextFormatT]:
        ...

    @overload
    async def create(self, *, access_programs: response_create_params.AccessPrograms | Omit=..., background: Optional[bool] | Omit=..., background_options: response_create_params.BackgroundOptions | Omit=..., context_management: Optional[Iterable[response_create_params.ContextManagement]] | Omit=..., conversation: Optional[response_create_params.Conversation] | Omit=..., image: response_create_params.Image | Omit=..., include: Optional[List[ResponseIncludable]] | Omit=..., input: Union[str, ResponseInputParam] | Omit=..., instructions: Optional[str] | Omit=..., max_output_tokens: Optional[int] | Omit=..., max_tool_calls: Optional[int] | Omit=..., metadata: Optional[Metadata] | Omit=..., model: ResponsesModel | Omit=..., moderation: Optional[response_create_params.Moderation] | Omit=..., parallel_tool_calls: Optional[bool] | Omit=..., previous_response_id: Optional[str] | Omit=..., prompt: Optional[ResponsePromptParam] | Omit=..., prompt_cache_key: Optional[str] | Omit=..., prompt_cache_options: response_create_params.PromptCacheOptions | Omit=..., prompt_cache_retention: Optional[Literal['in_memory', '24h']] | Omit=..., reasoning: Optional[Reasoning] | Omit=..., safety_identifier: Optional[str] | Omit=..., service_tier: Optional[ServiceTier] | Omit=..., store: Optional[bool] | Omit=..., stream: Optional[Literal[False]] | Omit=..., stream_options: Optional[response_create_params.StreamOptions] | Omit=..., temperature: Optional[float] | Omit=..., text: ResponseTextConfigParam | Omit=..., tool_choice: response_create_params.ToolChoice | Omit=..., tools: Iterable[ToolParam] | Omit=..., top_logprobs: Optional[int] | Omit=..., top_p: Optional[float] | Omit=..., truncation: Optional[Literal['auto', 'disabled']] | Omit=..., user: str | Omit=..., extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> Response:
        """POST /responses"""

    @overload
    async def create(self, *, stream: Literal[True], access_programs: response_create_params.AccessPrograms | Omit=..., background: Optional[bool] | Omit=..., background_options: response_create_params.BackgroundOptions | Omit=..., context_management: Optional[Iterable[response_create_params.ContextManagement]] | Omit=..., conversation: Optional[response_create_params.Conversation] | Omit=..., image: response_create_params.Image | Omit=..., include: Optional[List[ResponseIncludable]] | Omit=..., input: Union[str, ResponseInputParam] | Omit=..., instructions: Optional[str] | Omit=..., max_output_tokens: Optional[int] | Omit=..., max_tool_calls: Optional[int] | Omit=..., metadata: Optional[Metadata] | Omit=..., model: ResponsesModel | Omit=..., moderation: Optional[response_create_params.Moderation] | Omit=..., parallel_tool_calls: Optional[bool] | Omit=..., previous_response_id: Optional[str] | Omit=..., prompt: Optional[ResponsePromptParam] | Omit=..., prompt_cache_key: Optional[str] | Omit=..., prompt_cache_options: response_create_params.PromptCacheOptions | Omit=..., prompt_cache_retention: Optional[Literal['in_memory', '24h']] | Omit=..., reasoning: Optional[Reasoning] | Omit=..., safety_identifier: Optional[str] | Omit=..., service_tier: Optional[ServiceTier] | Omit=..., store: Optional[bool] | Omit=..., stream_options: Optional[response_create_params.StreamOptions] | Omit=..., temperature: Optional[float] | Omit=..., text: ResponseTextConfigParam | Omit=..., tool_choice: response_create_params.ToolChoice | Omit=..., tools: Iterable[ToolParam] | Omit=..., top_logprobs: Optional[int] | Omit=..., top_p: Optional[float] | Omit=..., truncation: Optional[Literal['auto', 'disabled']] | Omit=..., user: str | Omit=..., extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> AsyncStream[ResponseStreamEvent]:
        """POST /responses"""

    @overload
    async def create(self, *, stream: bool, access_programs: response_create_params.AccessPrograms | Omit=..., background: Optional[bool] | Omit=..., background_options: response_create_params.BackgroundOptions | Omit=..., context_management: Optional[Iterable[response_create_params.ContextManagement]] | Omit=..., conversation: Optional[response_create_params.Conversation] | Omit=..., image: response_create_params.Image | Omit=..., include: Optional[List[ResponseIncludable]] | Omit=..., input: Union[str, ResponseInputParam] | Omit=..., instructions: Optional[str] | Omit=..., max_output_tokens: Optional[int] | Omit=..., max_tool_calls: Optional[int] | Omit=..., metadata: Optional[Metadata] | Omit=..., model: ResponsesModel | Omit=..., moderation: Optional[response_create_params.Moderation] | Omit=..., parallel_tool_calls: Optional[bool] | Omit=..., previous_response_id: Optional[str] | Omit=..., prompt: Optional[ResponsePromptParam] | Omit=..., prompt_cache_key: Optional[str] | Omit=..., prompt_cache_options: response_create_params.PromptCacheOptions | Omit=..., prompt_cache_retention: Optional[Literal['in_memory', '24h']] | Omit=..., reasoning: Optional[Reasoning] | Omit=..., safety_identifier: Optional[str] | Omit=..., service_tier: Optional[ServiceTier] | Omit=..., store: Optional[bool] | Omit=..., stream_options: Optional[response_create_params.StreamOptions] | Omit=..., temperature: Optional[float] | Omit=..., text: ResponseTextConfigParam | Omit=..., tool_choice: response_create_params.ToolChoice | Omit=..., tools: Iterable[ToolParam] | Omit=..., top_logprobs: Optional[int] | Omit=..., top_p: Optional[float] | Omit=..., truncation: Optional[Literal['auto', 'disabled']] | Omit=..., user: str | Omit=..., extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> Response | AsyncStream[ResponseStreamEvent]:
        """POST /responses"""

    @overload
    async def retrieve(self, response_id: str, *, include: List[ResponseIncludable] | Omit=..., include_obfuscation: bool | Omit=..., starting_after: int | Omit=..., stream: Literal[False] | Omit=..., extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> Response:
        """GET /responses/{response_id}"""

    @overload
    async def retrieve(self, response_id: str, *, stream: Literal[True], include: List[ResponseIncludable] | Omit=..., include_obfuscation: bool | Omit=..., starting_after: int | Omit=..., extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> AsyncStream[ResponseStreamEvent]:
        """GET /responses/{response_id}"""

    @overload
    async def retrieve(self, response_id: str, *, stream: bool, include: List[ResponseIncludable] | Omit=..., include_obfuscation: bool | Omit=..., starting_after: int | Omit=..., extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> Response | AsyncStream[ResponseStreamEvent]:
        """GET /responses/{response_id}"""

    async def delete(self, response_id: str, *, extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> None:
        """DELETE /responses/{response_id}"""

    async def cancel(self, response_id: str, *, extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> Response:
        """POST /responses/{response_id}/cancel"""

    async def compact(self, *, model: Union[Literal['gpt-6-astra', 'gpt-6.2-astra', 'gpt-6.1-sol', 'gpt-6.2-sol', 'gpt-6.1-terra', 'gpt-6-sol', 'gpt-6-luna', 'gpt-5.6-sol', 'gpt-5.6-terra', 'gpt-5.6-luna', 'gpt-5.5', 'gpt-5.5-2026-04-23', 'gpt-5.4', 'gpt-5.4-mini', 'gpt-5.4-nano', 'gpt-5.4-mini-2026-03-17', 'gpt-5.4-nano-2026-03-17', 'gpt-5.3-chat-latest', 'gpt-5.2', 'gpt-5.2-2025-12-11', 'gpt-5.2-chat-latest', 'gpt-5.2-pro', 'gpt-5.2-pro-2025-12-11', 'gpt-5.1', 'gpt-5.1-2025-11-13', 'gpt-5.1-codex', 'gpt-5.1-mini', 'gpt-5.1-chat-latest', 'gpt-5', 'gpt-5-mini', 'gpt-5-nano', 'gpt-5-2025-08-07', 'gpt-5-mini-2025-08-07', 'gpt-5-nano-2025-08-07', 'gpt-5-chat-latest', 'gpt-4.1', 'gpt-4.1-mini', 'gpt-4.1-nano', 'gpt-4.1-2025-04-14', 'gpt-4.1-mini-2025-04-14', 'gpt-4.1-nano-2025-04-14', 'o4-mini', 'o4-mini-2025-04-16', 'o3', 'o3-2025-04-16', 'o3-mini', 'o3-mini-2025-01-31', 'o1', 'o1-2024-12-17', 'o1-preview', 'o1-preview-2024-09-12', 'o1-mini', 'o1-mini-2024-09-12', 'gpt-4o', 'gpt-4o-2024-11-20', 'gpt-4o-2024-08-06', 'gpt-4o-2024-05-13', 'gpt-audio-mini', 'gpt-audio-mini-2025-12-15', 'gpt-4o-audio-preview', 'gpt-4o-audio-preview-2024-10-01', 'gpt-4o-audio-preview-2024-12-17', 'gpt-4o-audio-preview-2025-06-03', 'gpt-4o-mini-audio-preview', 'gpt-4o-mini-audio-preview-2024-12-17', 'gpt-4o-search-preview', 'gpt-4o-mini-search-preview', 'gpt-4o-search-preview-2025-03-11', 'gpt-4o-mini-search-preview-2025-03-11', 'chatgpt-4o-latest', 'codex-mini-latest', 'gpt-4o-mini', 'gpt-4o-mini-2024-07-18', 'gpt-4-turbo', 'gpt-4-turbo-2024-04-09', 'gpt-4-0125-preview', 'gpt-4-turbo-preview', 'gpt-4-1106-preview', 'gpt-4-vision-preview', 'gpt-4', 'gpt-4-0314', 'gpt-4-0613', 'gpt-4-32k', 'gpt-4-32k-0314', 'gpt-4-32k-0613', 'gpt-3.5-turbo', 'gpt-3.5-turbo-16k', 'gpt-3.5-turbo-0301', 'gpt-3.5-turbo-0613', 'gpt-3.5-turbo-1106', 'gpt-3.5-turbo-0125', 'gpt-3.5-turbo-16k-0613', 'o1-pro', 'o1-pro-2025-03-19', 'o3-pro', 'o3-pro-2025-06-10', 'o3-deep-research', 'o3-deep-research-2025-06-26', 'o4-mini-deep-research', 'o4-mini-deep-research-2025-06-26', 'computer-use-preview', 'computer-use-preview-2025-03-11', 'gpt-5.5-pro', 'gpt-5.5-pro-2026-04-23', 'gpt-5-codex', 'gpt-5-pro', 'gpt-5-pro-2025-10-06', 'gpt-5.1-codex-max', 'gpt-daybreak-blue-latest', 'gpt-daybreak-red-latest', 'gpt-5.6-cyber', 'gpt-6-cyber', 'gpt-rosalind-research', 'gpt-6-rosalind', 'gpt-6.2-astra-law'], str, None], image: response_compact_params.Image | Omit=..., input: Union[str, Iterable[ResponseInputItemParam], None] | Omit=..., instructions: Optional[str] | Omit=..., previous_response_id: Optional[str] | Omit=..., prompt_cache_key: Optional[str] | Omit=..., prompt_cache_options: Optional[response_compact_params.PromptCacheOptions] | Omit=..., prompt_cache_retention: Optional[Literal['in_memory', '24h']] | Omit=..., service_tier: Optional[Literal['auto', 'default', 'fast', 'flex', 'priority']] | Omit=..., extra_headers: Headers | None=None, extra_query: Query | None=None, extra_body: Body | None=None, timeout: float | TimeoutTypes | None | NotGiven=..., config: Config | None=None) -> CompactedResponse:
        """POST /responses/compact"""

class ResponsesWithRawResponse:

    def __init__(self, responses: Responses) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(responses.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(responses.retrieve)
        self.delete = _legacy_response.to_raw_response_wrapper(responses.delete)
        self.cancel = _legacy_response.to_raw_response_wrapper(responses.cancel)
        self.compact = _legacy_response.to_raw_response_wrapper(responses.compact)
        self.parse = _legacy_response.to_raw_response_wrapper(responses.parse)

    @property
    def input_items(self) -> InputItemsWithRawResponse:
        ...

    @property
    def input_tokens(self) -> InputTokensWithRawResponse:
        ...

class AsyncResponsesWithRawResponse:

    def __init__(self, responses: AsyncResponses) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(responses.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(responses.retrieve)
        self.delete = _legacy_response.async_to_raw_response_wrapper(responses.delete)
        self.cancel = _legacy_response.async_to_raw_response_wrapper(responses.cancel)
        self.compact = _legacy_response.async_to_raw_response_wrapper(responses.compact)
        self.parse = _legacy_response.async_to_raw_response_wrapper(responses.parse)

    @property
    def input_items(self) -> AsyncInputItemsWithRawResponse:
        ...

    @property
    def input_tokens(self) -> AsyncInputTokensWithRawResponse:
        ...

class ResponsesWithStreamingResponse:

    def __init__(self, responses: Responses) -> None:
        self.create = to_streamed_response_wrapper(responses.create)
        self.retrieve = to_streamed_response_wrapper(responses.retrieve)
        self.delete = to_streamed_response_wrapper(responses.delete)
        self.cancel = to_streamed_response_wrapper(responses.cancel)
        self.compact = to_streamed_response_wrapper(responses.compact)

    @property
    def input_items(self) -> InputItemsWithStreamingResponse:
        ...

    @property
    def input_tokens(self) -> InputTokensWithStreamingResponse:
        ...

class AsyncResponsesWithStreamingResponse:

    def __init__(self, responses: AsyncResponses) -> None:
        self.create = async_to_streamed_response_wrapper(responses.create)
        self.retrieve = async_to_streamed_response_wrapper(responses.retrieve)
        self.delete = async_to_streamed_response_wrapper(responses.delete)
        self.cancel = async_to_streamed_response_wrapper(responses.cancel)
        self.compact = async_to_streamed_response_wrapper(responses.compact)

    @property
    def input_items(self) -> AsyncInputItemsWithStreamingResponse:
        ...

    @property
    def input_tokens(self) -> AsyncInputTokensWithStreamingResponse:
        ...
