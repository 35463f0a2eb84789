# SPDX-License-Identifier: MIT
"""The modules of the `openai` package's layout, and where their names are defined here.

finder.py makes these modules when they are imported. Add an entry when a program imports a public name of `openai`
from a module that is not listed. All other modules below `types` come from the model index (models.py).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict

PARSING = (
    "get_input_tool_by_name has_parseable_input has_rich_response_format is_parseable_tool is_response_format_param "
    "is_strict_chat_completion_tool_param materialize_input_tools maybe_parse_content parse_chat_completion "
    "parse_function_tool_arguments select_strict_chat_completion_tools type_to_response_format_param "
    "validate_input_tools"
)
RESPONSE_WRAPPERS = (
    "async_to_raw_response_wrapper async_to_streamed_response_wrapper to_raw_response_wrapper "
    "to_streamed_response_wrapper"
)
CONSTANTS = {
    "compat.names": "DEFAULT_MAX_RETRIES DEFAULT_TIMEOUT HTTPX_DEFAULT_TIMEOUT",
    "compat.annotations": (
        "INITIAL_RETRY_DELAY MAX_RETRY_AFTER_DELAY MAX_RETRY_DELAY OVERRIDE_CAST_TO_HEADER RAW_RESPONSE_HEADER"
    ),
    "compat.http_clients": "DEFAULT_CONNECTION_LIMITS",
}
TYPE_TESTS = "get_args get_origin is_literal_type is_typeddict is_union"
# Module below `_utils` -> {module of this package: the names}. `_utils` has all of them.
UTILITIES: Dict[str, Dict[str, str]] = {
    "_compat": {"compat.dates": "parse_date parse_datetime", "compat.type_tests": TYPE_TESTS},
    "_datetime_parse": {"compat.dates": "parse_date parse_datetime"},
    "_path": {"compat.utilities": "path_template"},
    "_reflection": {"compat.utilities": "assert_signatures_in_sync function_has_argument"},
    "_streams": {"compat.utilities": "consume_async_iterator consume_sync_iterator"},
    "_sync": {"compat.utilities": "asyncify to_thread"},
    "_transform": {
        "compat.transform": "PropertyInfo async_maybe_transform async_transform maybe_transform transform",
    },
    "_typing": {
        "compat.type_tests": (
            "extract_type_arg extract_type_var_from_base is_annotated_type is_iterable_type is_list_type "
            "is_not_required_type is_required_type is_sequence_type is_type_alias_type is_typevar is_union_type "
            "strip_annotated_type"
        ),
    },
    "_utils": {
        "compat.files": "extract_files",
        "compat.names": "file_from_path",
        "compat.utilities": (
            "coerce_boolean coerce_float coerce_integer flatten get_async_library get_required_header human_join "
            "is_async_azure_client is_azure_client is_dict is_given is_iterable is_list is_mapping is_mapping_t "
            "is_sequence is_sequence_t is_tuple is_tuple_t json_safe lru_cache maybe_coerce_boolean maybe_coerce_float "
            "maybe_coerce_integer quote removeprefix removesuffix required_args strip_not_given"
        ),
    },
}
# Module of the official package, or of a stub -> {module of this package: the names that it defines}.
MODULES: Dict[str, Dict[str, str]] = {
    "pagination": {
        "results.pages": (
            "BaseSyncPage PageInfo SyncConversationCursorPage SyncCursorPage SyncNextCursorPage SyncPage SyncTokenPage"
        ),
        "results.async_pages": (
            "AsyncConversationCursorPage AsyncCursorPage AsyncNextCursorPage AsyncPage AsyncPaginator AsyncTokenPage "
            "BaseAsyncPage"
        ),
    },
    "_base_client": {
        **CONSTANTS,
        "call.timeout": "Timeout",
        "results.async_pages": "AsyncPaginator BaseAsyncPage",
        "results.pages": "BaseSyncPage PageInfo",
        "results.async_stream": "AsyncStream",
        "results.stream": "Stream",
        "client.base_client": "BaseClient",
        "client.request_options": "FinalRequestOptions",
        "compat.aliases": "AsyncAPIClient AsyncHttpxClientWrapper SyncAPIClient SyncHttpxClientWrapper",
        "compat.annotations": "_AsyncStreamT _StreamT",
        "compat.construction": "construct_type make_request_options validate_type",
        "compat.http_clients": (
            "DEFAULT_CONNECTION_LIMITS DefaultAioHttpClient DefaultAsyncHttpxClient DefaultHttpxClient"
        ),
    },
    "_client": {"client.async_client": "AsyncClient AsyncOpenAI", "client.clients": "Client OpenAI"},
    "_config": {"config.config": "Config"},
    "_legacy_response": {
        "results.binary": "HttpxBinaryResponseContent",
        "results.raw_response": "LegacyAPIResponse",
        "api.response_views": "async_to_raw_response_wrapper to_raw_response_wrapper",
    },
    "_compat": {
        "compat.pydantic_names": (
            "ConfigDict PYDANTIC_V1 PYDANTIC_V2 cached_property field_get_default field_is_required field_outer_type "
            "get_model_config get_model_fields model_copy model_dump model_json model_json_schema model_parse "
            "model_parse_json parse_obj typed_cached_property"
        ),
        "compat.dates": "parse_date parse_datetime",
        "compat.type_tests": TYPE_TESTS,
        "compat.construction": "GenericModel",
    },
    "_constants": CONSTANTS,
    "_data_residency": {"compat.annotations": "DataResidency"},
    "_exceptions": {
        "call.errors": "OpenAIError",
        "call.api_errors": (
            "APIConnectionError APIError APIResponseValidationError APIStatusError APITimeoutError AuthenticationError "
            "BadRequestError ConflictError InternalServerError NotFoundError PermissionDeniedError RateLimitError "
            "UnprocessableEntityError"
        ),
        "call.helper_errors": (
            "ContentFilterFinishReasonError InvalidWebhookSignatureError LengthFinishReasonError OAuthError "
            "SubjectTokenProviderError WebSocketConnectionClosedError WebSocketQueueFullError"
        ),
    },
    "_extras": {"compat.extras": "has_numpy numpy pandas sounddevice"},
    "_extras._common": {"compat.extras": "MissingDependencyError"},
    "_files": {
        "compat.files": (
            "assert_is_file_content async_read_file_content async_to_httpx_files deepcopy_with_paths "
            "is_base64_file_input is_file_content read_file_content to_httpx_files"
        ),
    },
    "_models": {
        "client.request_options": "FinalRequestOptions",
        "compat.annotations": "FinalRequestOptionsInput SecurityOptions",
        "compat.construction": (
            "BaseGenericModel GenericModel add_request_id build construct_type construct_type_unchecked is_basemodel "
            "is_basemodel_type set_pydantic_config validate_type"
        ),
        "compat.names": "BaseModel",
        "results.objects": "APIObject",
    },
    "_qs": {"compat.querystrings": "Querystring parse stringify stringify_items"},
    "_resource": {"compat.resources": "AsyncAPIResource SyncAPIResource"},
    "_types": {
        "call.message": "Response",
        "call.sentinels": "NOT_GIVEN NotGiven Omit not_given omit",
        "call.timeout": "Timeout",
        "compat.annotations": (
            "AnyMapping ArrayFormat AsyncBinaryTypes AsyncTransport Base64FileInput BaseTransport BinaryTypes Body "
            "FileContent FileTypes Headers HeadersLike HeadersLikeProtocol HttpxFileContent HttpxFileTypes "
            "HttpxRequestFiles HttpxSendArgs IncEx InheritsGeneric ModelBuilderProtocol ModelT NestedFormat Omittable "
            "PostParser ProxiesDict Query RequestFiles RequestOptions ResponseT SequenceNotStr StrBytesIntFloat "
            "Transport"
        ),
        "compat.names": "NoneType ProxiesTypes",
    },
    "lib._old_api": {"compat.old_api": "APIRemovedInV1"},
    "lib._parsing": {"compat.annotations": "ResponseFormatT", "compat.parsing": PARSING},
    "lib._parsing._completions": {
        "compat.annotations": "ResponseFormatT",
        "compat.construction": "is_basemodel_type",
        "compat.parsing": PARSING,
    },
    "lib._parsing._responses": {
        "compat.annotations": "TextFormatT",
        "compat.response_parsing": (
            "get_input_tool_by_name parse_function_tool_arguments parse_response parse_text type_to_text_format_param"
        ),
    },
    "lib._pydantic": {
        "compat.construction": "is_basemodel_type",
        "compat.parsing": "_ensure_strict_json_schema is_dataclass_like_type resolve_ref to_strict_json_schema",
        "compat.utilities": "is_dict",
    },
    "lib._tools": {
        "helpers.tools": (
            "PydanticFunctionTool ResponsesPydanticFunctionTool pydantic_function_tool pydantic_responses_function_tool"
        ),
    },
    "_provider_clients": {
        "client.async_provider_clients": "AsyncAzureOpenAI AsyncBedrockOpenAI",
        "client.provider_clients": "AzureOpenAI BaseAzureClient BedrockOpenAI",
    },
    "_response": {
        "results.streaming_response": (
            "APIResponse AsyncAPIResponse AsyncStreamedBinaryAPIResponse StreamedBinaryAPIResponse"
        ),
        "results.base_response": "BaseResponse",
        "compat.aliases": "BaseAPIResponse",
        "compat.type_tests": "extract_response_type",
        "api.response_views": "AsyncResponseContextManager ResponseContextManager " + RESPONSE_WRAPPERS,
        "call.errors": "StreamAlreadyConsumed",
    },
    "_websocket_connection": {
        "connections.base": "ConnectionBase",
        "connections.handlers": "HandlerMixin",
        "connections.connection": "Connection",
        "connections.async_connection": "AsyncConnection",
        "connections.managers": "AsyncConnectionManager ConnectionManager",
    },
    "types.websocket_reconnection": {
        "compat.annotations": "Headers Query",
        "connections.reconnection": "ReconnectingEvent ReconnectingOverrides is_recoverable_close",
    },
    "_version": {"compat.aliases": "__title__", "compat.version": "__version__"},
    "version": {"compat.version": "VERSION __version__"},
    "_streaming": {
        "compat.type_tests": "extract_stream_chunk_type is_stream_class_type",
        "results.sse": "SSEDecoder ServerSentEvent",
        "results.async_stream": "AsyncStream",
        "results.stream": "Stream",
    },
    "lib.azure": {
        "client.async_provider_clients": "AsyncAzureOpenAI",
        "client.provider_clients": "AzureOpenAI BaseAzureClient",
        "call.errors": "MutuallyExclusiveAuthError",
        "compat.annotations": "API_KEY_SENTINEL",
        "compat.names": "AsyncAzureADTokenProvider AzureADTokenProvider",
    },
    "lib.bedrock": {
        "client.async_provider_clients": "AsyncBedrockOpenAI",
        "client.provider_clients": "BedrockOpenAI",
    },
    "lib.beta": {},
    "lib.beta.agents": {
        "helpers.agent_artifacts": "AgentResultArtifacts AsyncAgentResultArtifacts",
        "helpers.agent_dispatch": "AgentToolError",
        "helpers.agent_events": "AgentSessionEventStream AsyncAgentSessionEventStream",
        "helpers.agent_files": ("AgentFilePreparationError AgentFileStagingError PreparedAgentFiles StagedAgentFile"),
        "helpers.agent_results": "AgentOutputParseError AgentTurnResult AgentTurnResultError",
        "helpers.agent_tools": "FunctionTool agent_text_format function_tool pydantic_function_tool",
    },
    "lib.browser": {
        "helpers.browser_drivers": (
            "AsyncBrowserClickDriver AsyncBrowserDriver AsyncBrowserNavigationDriver AsyncBrowserReadDriver "
            "AsyncBrowserScreenshotDriver BrowserClickDriver BrowserDriver BrowserNavigationDriver BrowserReadDriver "
            "BrowserScreenshotDriver"
        ),
        "helpers.browser_members": "BROWSER_MEMBERS BrowserCancelledError BrowserError DEFAULT_BROWSER_MEMBERS",
        "helpers.browser_toolset": "AsyncBrowserToolset BrowserToolset",
        "helpers.browser_types": (
            "BrowserConfirmContext BrowserDialogDismissed BrowserDownload BrowserFileInput BrowserFileOutcome "
            "BrowserNavigationRefused BrowserObservationV1 BrowserPoint BrowserReadConfirmContext BrowserReadElement "
            "BrowserReadOption BrowserReadScope BrowserReadV1 BrowserScopedReadV1 BrowserState BrowserStateChange "
            "BrowserTab BrowserTabChange ClickAtInput ClickInput DragPathInput FindInput HoldKeysInput HoverAtInput "
            "KeyInput NavigateInput NewTabInput ReadDiagnosticsInput ReadPageInput ReadPageScopedInput RunScriptInput "
            "ScrollInput SelectOptionInput SetCheckedInput TabInput TypeInput WaitForInput ZoomInput"
        ),
    },
    "lib.computer": {
        "helpers.computer_checks": "ComputerUseError",
        "helpers.computer_drivers": "AsyncComputerDriver ComputerActionInput ComputerDriver Screenshot",
        "helpers.computer_toolset": "AsyncComputerToolset ComputerToolset",
    },
    "lib.decisions_tool_runner": {
        "helpers.decisions_runner": (
            "AsyncDecisionActionCandidate AsyncDecisionCandidate AsyncDecisionsToolRunner DecisionActionCandidate "
            "DecisionCandidate DecisionDoneCandidate DecisionObservation DecisionsRunResult DecisionsRunnerParams "
            "DecisionsToolRunner DecisionsToolRunnerCancelledError DecisionsToolRunnerError"
        ),
    },
    "lib.live": {
        "helpers.transcript_grouper": "AsyncTranscriptGrouper TranscriptGrouper",
        "helpers.transcript_policy": "TranscriptSegment TranscriptSegmentClosedEvent",
        "compat.annotations": "TranscriptSegmentCloseReason",
    },
    "lib.realtime_translation": {
        "helpers.translation_session": (
            "AsyncTranslationConnection AsyncTranslationSession TranslationConnection TranslationSession"
        ),
    },
    "lib.responses_websocket": {
        "helpers.async_response_session": "AsyncResponsesWebSocketLane AsyncResponsesWebSocketSession",
        "helpers.response_accumulator": (
            "ResponsesWebSocketAccumulator ResponsesWebSocketOutput ResponsesWebSocketSnapshot"
        ),
        "helpers.response_session": "ResponsesWebSocketLane ResponsesWebSocketSession",
        "helpers.session_limits": ("ResponsesWebSocketBufferError ResponsesWebSocketError ResponsesWebSocketLimits"),
    },
    "lib.responses_tool_runner": {
        "helpers.tool_runner": (
            "AsyncRegisteredFunction AsyncResponsesToolRunner EarlyExecution RegisteredFunction ResponsesToolRunner"
        ),
        "helpers.tool_runner_ledger": (
            "AsyncContextBudget AsyncResponsesToolLedger ContextBudget ContextBudgetDecision ContextBudgetSnapshot "
            "ResponsesToolCheckpoint ResponsesToolLedger"
        ),
        "helpers.tool_runner_state": "ResponsesRunnerTurn ToolRunnerCancelledError ToolRunnerError",
    },
    "lib.tool_diagnostics": {
        "helpers.tool_diagnostics": "ToolDiagnostic ToolDiagnosticObserver ToolDiagnosticUsage emit_tool_diagnostic"
    },
    "lib.streaming.agents": {
        "helpers.agent_sessions": "AgentSessionStream AsyncAgentSessionStream",
        "compat.annotations": "AsyncToolHandler ToolHandler ToolOutput",
    },
    "lib": {
        "compat.annotations": "ResponseFormatT",
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
        "compat.stream_types": (
            "ChatCompletionStreamEvent ParsedChatCompletionMessageSnapshot ParsedChatCompletionSnapshot "
            "ParsedChoiceSnapshot"
        ),
    },
    "lib.streaming._deltas": {"helpers.deltas": "accumulate_delta"},
    "lib.streaming.responses": {
        "helpers.response_stream": (
            "AsyncResponseStream AsyncResponseStreamManager ResponseStream ResponseStreamManager"
        ),
        "helpers.response_stream_state": "ResponseStreamState",
        "compat.stream_types": (
            "ParsedResponseSnapshot ResponseCompletedEvent ResponseFunctionCallArgumentsDeltaEvent ResponseStreamEvent "
            "ResponseTextDeltaEvent ResponseTextDoneEvent"
        ),
    },
}
AGENT_MODULES = ("_artifacts", "_files", "_output", "_result", "_stream", "_tool_error", "_tools")
# Modules that export what another module does: their names are private in the official package.
SAME: Dict[str, str] = {
    **{"lib.beta.agents." + name: "lib.beta.agents" for name in AGENT_MODULES},
    "lib.live._transcript_grouper": "lib.live",
    "lib.live._types": "lib.live",
    "lib.responses_websocket._accumulator": "lib.responses_websocket",
    "lib.responses_websocket._session": "lib.responses_websocket",
    "lib.streaming.agents._streams": "lib.streaming.agents",
    "lib.streaming.agents._types": "lib.streaming.agents",
    "lib.streaming._assistants": "lib.streaming",
    "lib.streaming.chat._completions": "lib.streaming.chat",
    "lib.streaming.chat._events": "lib.streaming.chat",
    "lib.streaming.chat._types": "lib.streaming.chat",
    "lib.streaming.responses._events": "lib.streaming.responses",
    "lib.streaming.responses._responses": "lib.streaming.responses",
    "lib.streaming.responses._types": "lib.streaming.responses",
}
MODULES.update((module, MODULES[same]) for module, same in SAME.items())
MODULES.update(("_utils." + module, names) for module, names in UTILITIES.items())
MODULES["_utils"] = {
    home: " ".join(names.get(home, "") for names in UTILITIES.values())
    for homes in UTILITIES.values()
    for home in homes
}


def is_package(path: str) -> bool:
    """Return whether there are modules below `path`."""
    return any(other.startswith(path + ".") for other in MODULES)


def names_in(path: str) -> Dict[str, str]:
    """Return the names of a module, each with the module of this package that defines it."""
    return {name: home for home, names in MODULES[path].items() for name in names.split()}
