# SPDX-License-Identifier: MIT
"""The modules of the `openai` package's layout, and where their names are defined here.

finder.py makes these modules when they are imported. Add an entry when a program imports a public name of `openai`
from a module that is not listed. `types` and the modules below it come from the model index instead (models.py).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict

PARSING = (
    "get_input_tool_by_name has_parseable_input maybe_parse_content parse_chat_completion "
    "parse_function_tool_arguments type_to_response_format_param validate_input_tools"
)
# Module of the official package, or of a stub -> {module of this package: the names that it defines}.
MODULES = {
    "pagination": {
        "results.pages": (
            "AsyncConversationCursorPage AsyncCursorPage AsyncNextCursorPage AsyncPage AsyncPaginator AsyncTokenPage "
            "BaseAsyncPage BaseSyncPage PageInfo SyncConversationCursorPage SyncCursorPage SyncNextCursorPage SyncPage "
            "SyncTokenPage"
        ),
    },
    "_base_client": {
        "results.pages": "AsyncPaginator BaseAsyncPage BaseSyncPage PageInfo",
        "client.base_client": "BaseClient",
        "client.request_options": "FinalRequestOptions",
        "compat.aliases": ("AsyncAPIClient AsyncHttpxClientWrapper SyncAPIClient SyncHttpxClientWrapper"),
        "compat.construction": "construct_type make_request_options validate_type",
        "compat.http_clients": (
            "DEFAULT_CONNECTION_LIMITS DefaultAioHttpClient DefaultAsyncHttpxClient DefaultHttpxClient"
        ),
        "compat.names": "DEFAULT_MAX_RETRIES DEFAULT_TIMEOUT",
        "compat.annotations": (
            "INITIAL_RETRY_DELAY MAX_RETRY_AFTER_DELAY MAX_RETRY_DELAY OVERRIDE_CAST_TO_HEADER RAW_RESPONSE_HEADER"
        ),
    },
    "_client": {"client.async_client": "AsyncClient AsyncOpenAI", "client.clients": "Client OpenAI"},
    "_config": {"config.config": "Config"},
    "_legacy_response": {
        "results.binary": "HttpxBinaryResponseContent",
        "results.raw_response": "LegacyAPIResponse",
    },
    "_compat": {
        "compat.utilities": (
            "PYDANTIC_V1 PYDANTIC_V2 cached_property get_args get_origin is_typeddict is_union model_copy model_dump "
            "model_json model_parse parse_obj"
        ),
        "compat.construction": "GenericModel",
    },
    "_constants": {
        "compat.names": "DEFAULT_MAX_RETRIES DEFAULT_TIMEOUT",
        "compat.annotations": (
            "INITIAL_RETRY_DELAY MAX_RETRY_AFTER_DELAY MAX_RETRY_DELAY OVERRIDE_CAST_TO_HEADER RAW_RESPONSE_HEADER"
        ),
        "compat.http_clients": "DEFAULT_CONNECTION_LIMITS",
    },
    "_exceptions": {
        "call.errors": "OpenAIError",
        "call.api_errors": (
            "APIConnectionError APIError APIResponseValidationError APIStatusError APITimeoutError AuthenticationError "
            "BadRequestError ConflictError ContentFilterFinishReasonError InternalServerError "
            "InvalidWebhookSignatureError LengthFinishReasonError NotFoundError OAuthError PermissionDeniedError "
            "RateLimitError SubjectTokenProviderError UnprocessableEntityError WebSocketConnectionClosedError "
            "WebSocketQueueFullError"
        ),
    },
    "_models": {
        "client.request_options": "FinalRequestOptions",
        "compat.construction": (
            "BaseGenericModel GenericModel add_request_id build construct_type is_basemodel validate_type"
        ),
        "compat.names": "BaseModel",
        "results.objects": "APIObject",
    },
    "_qs": {"compat.utilities": "Querystring"},
    "_types": {
        "call.sentinels": "NOT_GIVEN NotGiven Omit not_given omit",
        "call.timeout": "Timeout",
        "compat.annotations": (
            "AnyMapping AsyncTransport Base64FileInput BaseTransport Body FileContent FileTypes Headers "
            "HttpxFileContent HttpxFileTypes HttpxRequestFiles HttpxSendArgs IncEx InheritsGeneric ModelT NoneType "
            "PostParser Query RequestFiles RequestOptions ResponseT SequenceNotStr StrBytesIntFloat Transport"
        ),
        "compat.names": "ProxiesTypes",
    },
    "_utils": {
        "compat.names": "file_from_path",
        "compat.utilities": (
            "PropertyInfo async_maybe_transform async_transform asyncify flatten get_args get_async_library get_origin "
            "is_async_azure_client is_azure_client is_dict is_given is_iterable is_list is_mapping is_mapping_t "
            "is_sequence is_sequence_t is_tuple is_tuple_t is_typeddict is_union lru_cache maybe_transform "
            "removeprefix removesuffix required_args strip_not_given transform"
        ),
    },
    "lib._parsing": {"compat.parsing": PARSING},
    "lib._parsing._completions": {"compat.parsing": PARSING},
    "lib._parsing._responses": {
        "compat.parsing": "parse_function_tool_arguments parse_response parse_text type_to_text_format_param"
    },
    "lib._pydantic": {"compat.parsing": "_ensure_strict_json_schema resolve_ref to_strict_json_schema"},
    "lib._tools": {
        "helpers.tools": (
            "PydanticFunctionTool ResponsesPydanticFunctionTool pydantic_function_tool pydantic_responses_function_tool"
        ),
    },
    "_provider_clients": {
        "client.async_provider_clients": "AsyncAzureOpenAI AsyncBedrockOpenAI",
        "client.provider_clients": "AzureOpenAI BedrockOpenAI",
    },
    "_response": {
        "results.streaming_response": (
            "APIResponse AsyncAPIResponse AsyncStreamedBinaryAPIResponse StreamedBinaryAPIResponse"
        ),
        "results.base_response": "BaseResponse",
        "api.response_views": "AsyncResponseContextManager ResponseContextManager",
        "call.errors": "StreamAlreadyConsumed",
    },
    "_version": {"compat.aliases": "__title__", "compat.version": "__version__"},
    "version": {"compat.version": "VERSION"},
    "_streaming": {
        "results.sse": "SSEDecoder ServerSentEvent",
        "results.async_stream": "AsyncStream",
        "results.stream": "Stream",
    },
    "lib.azure": {
        "client.async_provider_clients": "AsyncAzureOpenAI",
        "client.provider_clients": "AzureOpenAI",
        "call.errors": "MutuallyExclusiveAuthError",
        "compat.names": "AsyncAzureADTokenProvider AzureADTokenProvider",
    },
    "lib.bedrock": {
        "client.async_provider_clients": "AsyncBedrockOpenAI",
        "client.provider_clients": "BedrockOpenAI",
    },
    "lib": {
        "helpers.tools": "pydantic_function_tool pydantic_responses_function_tool",
        "compat.parsing": "type_to_response_format_param",
    },
    "lib.streaming": {
        "helpers.assistant_handlers": "AssistantEventHandler AsyncAssistantEventHandler",
        "helpers.assistant_streams": "AssistantStreamManager AsyncAssistantStreamManager",
    },
    "lib.streaming.chat": {
        "helpers.chat_stream": (
            "AsyncChatCompletionStream AsyncChatCompletionStreamManager ChatCompletionStream "
            "ChatCompletionStreamManager"
        ),
        "helpers.chat_stream_state": "ChatCompletionStreamState",
        "helpers.chat_events": (
            "ChunkEvent ContentDeltaEvent ContentDoneEvent FunctionToolCallArgumentsDeltaEvent "
            "FunctionToolCallArgumentsDoneEvent LogprobsContentDeltaEvent LogprobsContentDoneEvent "
            "LogprobsRefusalDeltaEvent LogprobsRefusalDoneEvent RefusalDeltaEvent RefusalDoneEvent"
        ),
    },
    "lib.streaming.responses": {
        "helpers.response_stream": (
            "AsyncResponseStream AsyncResponseStreamManager ResponseStream ResponseStreamManager"
        ),
        "helpers.response_stream_state": "ResponseStreamState",
    },
}
# Modules that export what another module does: their names are private in the official package.
SAME = {
    "lib.streaming._assistants": "lib.streaming",
    "lib.streaming.chat._completions": "lib.streaming.chat",
    "lib.streaming.chat._events": "lib.streaming.chat",
    "lib.streaming.responses._events": "lib.streaming.responses",
    "lib.streaming.responses._responses": "lib.streaming.responses",
}
MODULES.update((module, MODULES[same]) for module, same in SAME.items())


def is_package(path: str) -> bool:
    """Return whether there are modules below `path`."""
    return any(other.startswith(path + ".") for other in MODULES)


def names_in(path: str) -> Dict[str, str]:
    """Return the names of a module, each with the module of this package that defines it."""
    return {name: home for home, names in MODULES[path].items() for name in names.split()}
