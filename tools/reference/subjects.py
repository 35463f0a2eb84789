# SPDX-License-Identifier: MIT
"""Which public name is on which page of the Python API, and what no docstring can say.

A new public name must be added here: tests/test_reference.py fails without it. Names in modules below the package are
dotted, as in `websocket.connect`; those of other packages begin with the name of that package.
"""

from __future__ import annotations

from typing import Dict, List, NamedTuple, Tuple

import openai_stdlib


class Section(NamedTuple):
    """A part of a page.

    `kind` is "entries" (a heading for each name), "table" (a row for each), "list" (the names alone), "tree" (of all
    errors), "resources" or "flat" (rows that link to operations).
    """

    heading: str
    names: List[str]
    introduction: str = ""
    kind: str = "entries"


class Page(NamedTuple):
    """A page of the Python API."""

    name: str
    title: str
    introduction: str
    sections: List[Section]


def _words(text: str, prefix: str = "") -> List[str]:
    return [prefix + word for word in text.split()]


PAGES: List[Page] = [
    Page(
        "python_clients",
        "Clients",
        "The classes that make calls. Guides: [Quickstart](../quickstart.md), [Configuration](../configuration.md), "
        "[Async](../async.md), [Providers](../providers.md).",
        [
            Section("The OpenAI API", _words("OpenAI AsyncOpenAI")),
            Section("Other hosts", _words("AzureOpenAI AsyncAzureOpenAI BedrockOpenAI AsyncBedrockOpenAI")),
            Section("Under the name openai", _words("install_as_openai")),
            Section("The client of the package", _words("configure")),
            Section(
                "Resources of the package",
                list(vars(openai_stdlib)["RESOURCES"]),
                "`openai_stdlib.chat` is `client.chat` of the client of the package, and so on.",
                "resources",
            ),
            Section(
                "Flat functions of the package",
                list(vars(openai_stdlib)["FLAT_FUNCTIONS"]),
                "[Flat functions](../flat_functions.md) describes how to call them. Those that have the name of a "
                "resource are that resource, too: `files()` calls the function, and `files.list` is the operation.",
                "flat",
            ),
        ],
    ),
    Page(
        "python_configuration",
        "Configuration",
        "Options of clients and calls, and the values that stand for an argument that is not given. Guide: "
        "[Configuration](../configuration.md).",
        [
            Section("Options", _words("Config Env UNSET config.settings.Settings")),
            Section("Arguments that are not given", _words("omit not_given NOT_GIVEN Omit NotGiven"), kind="table"),
        ],
    ),
    Page(
        "python_limits",
        "Timeouts, retries and cancelling",
        "Guide: [Retries and timeouts](../retries_and_timeouts.md).",
        [
            Section("Time limits", _words("Timeout LambdaDeadline")),
            Section("Cancelling", _words("CancelToken")),
            Section("Retries", _words("RetryPolicy RetryBudget CircuitBreaker")),
        ],
    ),
    Page(
        "python_errors",
        "Errors",
        "The exceptions, and their attributes. [Errors](../errors.md) tells when each is raised, and what to do.",
        [
            Section(
                "Hierarchy",
                [],
                "A class in parentheses is a further base class.",
                "tree",
            ),
            Section("The base class", _words("OpenAIError")),
            Section(
                "Invalid options and arguments",
                _words(
                    "ConfigError OptionTypeError UnknownOptionError CredentialError MutuallyExclusiveAuthError "
                    "ArgumentError BodyError SchemaError UnsupportedToolError InvalidDurationError "
                    "StreamArgumentError PathError UploadError"
                ),
                "They are raised before anything is sent.",
            ),
            Section(
                "Failed calls",
                _words(
                    "APIError APIConnectionError APITimeoutError CertificateError CircuitOpenError "
                    "IncompleteStreamError APIResponseValidationError InvalidStreamError CallCancelledError"
                ),
            ),
            Section(
                "Responses with an error status",
                _words(
                    "APIStatusError BadRequestError AuthenticationError PermissionDeniedError NotFoundError "
                    "ConflictError UnprocessableEntityError RateLimitError InternalServerError OAuthError"
                ),
            ),
            Section(
                "Results",
                _words(
                    "ParseError StreamConsumedError LengthFinishReasonError ContentFilterFinishReasonError "
                    "RefusalError NoParsedOutputError MaxTurnsExceeded PollTimeoutError ProcessingTimeoutError"
                ),
            ),
            Section("Limits of your own", _words("RateLimitWaitError BudgetExceeded")),
            Section(
                "Bulk work and recordings",
                _words("RowError BulkStateError BulkStopped CassetteError UnrecordedRequestError"),
            ),
            Section(
                "WebSockets",
                _words(
                    "ConnectionClosed ConnectionClosedOK ConnectionClosedError WebSocketConnectionClosedError "
                    "WebSocketQueueFullError websocket.ConcurrencyError"
                ),
            ),
            Section("Credentials and webhooks", _words("SubjectTokenProviderError InvalidWebhookSignatureError")),
        ],
    ),
    Page(
        "python_results",
        "Results",
        "What calls return. The models of the API, over a thousand classes below `openai_stdlib.types`, are not "
        "listed: their fields are in the stubs that editors show, see [Types](../types.md).",
        [
            Section("Objects", _words("APIObject")),
            Section("Binary content", _words("BinaryContent"), "Guide: [Files and uploads](../files_and_uploads.md)."),
            Section(
                "Pages",
                _words("BaseSyncPage BaseAsyncPage AsyncPaginator PageInfo", "pagination."),
                "Guide: [Pagination](../pagination.md).",
            ),
            Section(
                "Kinds of pages",
                _words(
                    "SyncPage SyncCursorPage SyncConversationCursorPage SyncNextCursorPage SyncTokenPage AsyncPage "
                    "AsyncCursorPage AsyncConversationCursorPage AsyncNextCursorPage AsyncTokenPage",
                    "pagination.",
                ),
                "Classes of `openai_stdlib.pagination`. They differ in how the next page is requested.",
                "table",
            ),
            Section(
                "Streams",
                _words("Stream AsyncStream BackgroundStream StreamEnd"),
                "Guide: [Streaming](../streaming.md).",
            ),
            Section(
                "Server-sent events",
                _words("iter_events aiter_events ServerSentEvent SSEDecoder"),
                "For event streams of any server.",
            ),
            Section(
                "HTTP responses",
                _words("LegacyAPIResponse APIResponse AsyncAPIResponse"),
                "`with_raw_response` returns the first, `with_streaming_response` the others. Guide: "
                "[Raw responses](../raw_responses.md).",
            ),
        ],
    ),
    Page(
        "python_event_streams",
        "Streams of helpers",
        "What `chat.completions.stream`, `responses.stream` and the streams of assistants return. Guide: "
        "[Streaming](../streaming.md).",
        [
            Section(
                "Chat completions",
                _words(
                    "ChatCompletionStream AsyncChatCompletionStream ChatCompletionStreamManager "
                    "AsyncChatCompletionStreamManager ChatCompletionStreamState"
                ),
            ),
            Section(
                "Events of chat completions",
                _words(
                    "ChunkEvent ContentDeltaEvent ContentDoneEvent RefusalDeltaEvent RefusalDoneEvent "
                    "FunctionToolCallArgumentsDeltaEvent FunctionToolCallArgumentsDoneEvent LogprobsContentDeltaEvent "
                    "LogprobsContentDoneEvent LogprobsRefusalDeltaEvent LogprobsRefusalDoneEvent",
                    "lib.streaming.chat.",
                ),
                "Classes of `openai_stdlib.lib.streaming.chat`.",
                "table",
            ),
            Section(
                "Responses",
                _words(
                    "ResponseStream AsyncResponseStream ResponseStreamManager AsyncResponseStreamManager "
                    "ResponseStreamState"
                ),
            ),
            Section(
                "Assistants",
                _words(
                    "AssistantEventHandler AsyncAssistantEventHandler AssistantStreamManager "
                    "AsyncAssistantStreamManager"
                ),
            ),
        ],
    ),
    Page(
        "python_tools",
        "Structured output and tools",
        "Guides: [Structured output](../structured_output.md), [Tools](../tools.md).",
        [
            Section("Structured output", _words("parsed_value PartialJSON partial_json")),
            Section(
                "Function tools",
                _words("function_tool FunctionTool pydantic_function_tool pydantic_responses_function_tool ToolRun"),
            ),
        ],
    ),
    Page(
        "python_bulk",
        "Bulk work and batches",
        "Guides: [Bulk work](../bulk.md), [Batches](../batches.md), [Engines](../engines.md). The methods that "
        "start the work are `client.bulk` and `client.batches.run`.",
        [
            Section("Bulk work", _words("BulkProgress BulkSummary bulk.threads.BulkRecords RowMapper map_rows")),
            Section("Batches", _words("BatchRun")),
            Section(
                "Engines",
                _words(
                    "ray_data.map_dataset dask_collections.map_bag dask_collections.map_dataframe spark.map_dataframe "
                    "spark.map_rdd",
                    "openai_stdlib_engines.",
                ),
                "Each module imports its engine, which your program has.",
            ),
        ],
    ),
    Page(
        "python_observing",
        "Rate limits and ledgers",
        "Guides: [Rate limits](../rate_limits.md), [Usage and cost](../usage_and_cost.md). Hooks are functions of your "
        "program; [Observability](../observability.md) lists the events that they get, with their fields.",
        [
            Section("Rate limits", _words("RateLimiter")),
            Section("Usage and cost", _words("Ledger")),
        ],
    ),
    Page(
        "python_transports",
        "Transports",
        "What sends requests. Guide: [Transports](../transports.md).",
        [
            Section("Interface", _words("Transport AsyncTransport")),
            Section("Built-in transports", _words("UrllibTransport AsyncioTransport ThreadTransport FetchTransport")),
            Section(
                "Adapters",
                _words(
                    "RequestsTransport Urllib3Transport HttpxTransport AsyncHttpxTransport Httpx2Transport "
                    "AsyncHttpx2Transport AiohttpTransport WebsocketsTransport AsyncWebsocketsTransport",
                    "openai_stdlib_transports.",
                ),
                "Each has the methods of the interface, and needs the library that it is named after.",
            ),
        ],
    ),
    Page(
        "python_websockets",
        "WebSockets",
        "Connections to the API and to other servers. Guides: [WebSockets](../websockets.md), "
        "[Sessions over WebSockets](../websocket_sessions.md).",
        [
            Section(
                "Connections to the API",
                _words(
                    "connections.managers.ConnectionManager connections.managers.AsyncConnectionManager "
                    "connections.connection.Connection connections.async_connection.AsyncConnection ReconnectingEvent "
                    "ReconnectingOverrides"
                ),
                "Each endpoint has classes of its own with these members, such as `RealtimeConnection`. The pages "
                "of the resources list what each connection can send and receive: [live](live.md), "
                "[realtime](realtime.md), [responses](responses.md).",
            ),
            Section(
                "Sessions with several responses",
                _words(
                    "ResponsesWebSocketSession AsyncResponsesWebSocketSession ResponsesWebSocketLane "
                    "AsyncResponsesWebSocketLane ResponsesWebSocketLimits ResponsesWebSocketAccumulator "
                    "ResponsesWebSocketSnapshot ResponsesWebSocketOutput ResponsesWebSocketError "
                    "ResponsesWebSocketBufferError",
                    "lib.responses_websocket.",
                ),
            ),
            Section(
                "Translation",
                _words(
                    "TranslationSession AsyncTranslationSession TranslationConnection AsyncTranslationConnection",
                    "lib.realtime_translation.",
                ),
            ),
            Section(
                "Live transcripts",
                _words(
                    "TranscriptGrouper AsyncTranscriptGrouper TranscriptSegment TranscriptSegmentClosedEvent",
                    "lib.live.",
                ),
            ),
            Section(
                "Other servers",
                _words(
                    "connect aconnect WebSocketConnection AsyncWebSocketConnection CloseFrame WebSocketTransport "
                    "AsyncWebSocketTransport StdlibWebSocketTransport AsyncStdlibWebSocketTransport",
                    "websocket.",
                ),
            ),
        ],
    ),
    Page(
        "python_agents",
        "Agents, tool runners and audio",
        "Guide: [Agents, tool runners and audio](../agents.md).",
        [
            Section(
                "Hosted agents",
                _words(
                    "lib.beta.agents.agent_text_format lib.streaming.agents.AgentSessionStream "
                    "lib.streaming.agents.AsyncAgentSessionStream lib.beta.agents.AgentSessionEventStream "
                    "lib.beta.agents.AsyncAgentSessionEventStream lib.beta.agents.AgentTurnResult "
                    "lib.beta.agents.AgentTurnResultError lib.beta.agents.AgentOutputParseError "
                    "lib.beta.agents.AgentToolError lib.beta.agents.AgentResultArtifacts "
                    "lib.beta.agents.AsyncAgentResultArtifacts lib.beta.agents.PreparedAgentFiles "
                    "lib.beta.agents.StagedAgentFile lib.beta.agents.AgentFilePreparationError "
                    "lib.beta.agents.AgentFileStagingError"
                ),
            ),
            Section(
                "Functions for agents",
                _words("function_tool pydantic_function_tool FunctionTool", "lib.beta.agents."),
            ),
            Section(
                "Runs with tools",
                _words(
                    "ResponsesToolRunner AsyncResponsesToolRunner RegisteredFunction AsyncRegisteredFunction "
                    "ResponsesRunnerTurn ResponsesToolLedger AsyncResponsesToolLedger ToolRunnerError "
                    "ToolRunnerCancelledError",
                    "lib.responses_tool_runner.",
                ),
            ),
            Section(
                "Decisions",
                _words(
                    "DecisionsToolRunner AsyncDecisionsToolRunner DecisionsToolRunnerError "
                    "DecisionsToolRunnerCancelledError",
                    "lib.decisions_tool_runner.",
                ),
            ),
            Section(
                "Computers",
                _words(
                    "ComputerToolset AsyncComputerToolset ComputerDriver AsyncComputerDriver "
                    "lib.computer.ComputerUseError"
                ),
            ),
            Section(
                "Browsers",
                _words(
                    "BrowserToolset AsyncBrowserToolset BrowserDriver AsyncBrowserDriver BrowserError "
                    "BrowserCancelledError BROWSER_MEMBERS DEFAULT_BROWSER_MEMBERS",
                    "lib.browser.",
                ),
            ),
            Section(
                "Types of browsers",
                _words(
                    "BrowserNavigationDriver AsyncBrowserNavigationDriver BrowserReadDriver AsyncBrowserReadDriver "
                    "BrowserClickDriver AsyncBrowserClickDriver BrowserScreenshotDriver "
                    "AsyncBrowserScreenshotDriver BrowserState BrowserTab BrowserObservationV1 BrowserTabChange "
                    "BrowserNavigationRefused BrowserDialogDismissed BrowserDownload BrowserReadV1 "
                    "BrowserReadElement BrowserReadOption BrowserScopedReadV1 BrowserReadScope BrowserPoint "
                    "BrowserConfirmContext BrowserReadConfirmContext BrowserFileInput BrowserFileOutcome "
                    "NavigateInput NewTabInput TabInput ReadPageInput ReadPageScopedInput FindInput ClickInput "
                    "ClickAtInput HoverAtInput TypeInput KeyInput HoldKeysInput ScrollInput SelectOptionInput "
                    "SetCheckedInput DragPathInput WaitForInput ZoomInput RunScriptInput ReadDiagnosticsInput",
                    "lib.browser.",
                ),
                "Protocols for drivers, and the dicts that they take and return. They are in "
                "`openai_stdlib.lib.browser`.",
                "table",
            ),
            Section("Audio devices", _words("helpers.Microphone helpers.LocalAudioPlayer")),
        ],
    ),
    Page(
        "python_providers",
        "Providers and credentials",
        "Guides: [Providers](../providers.md), [Workload identity](../workload_identity.md).",
        [
            Section(
                "Providers", _words("Provider AzureProvider ProfileProvider bedrock vertex PROFILES", "providers.")
            ),
            Section(
                "Workload identity",
                _words(
                    "WorkloadIdentityAuth x509_workload_identity k8s_service_account_token_provider "
                    "azure_managed_identity_token_provider gcp_id_token_provider",
                    "auth.",
                ),
            ),
            Section(
                "Names for annotations",
                _words(
                    "SubjectTokenProvider SubjectTokenWorkloadIdentity WorkloadIdentity X509WorkloadIdentity", "auth."
                ),
                "At run time they are `dict`.",
                "list",
            ),
        ],
    ),
    Page(
        "python_testing",
        "Testing and recording",
        "Guides: [Testing](../testing.md), [Record and replay](../record_and_replay.md).",
        [
            Section(
                "The embedded server",
                _words("EmbeddedServer RecordedRequest Part Fault ServerLimits RawServer", "testing."),
            ),
            Section(
                "Tests of transports",
                _words(
                    "TransportContract AsyncTransportContract WebSocketTransportContract "
                    "AsyncWebSocketTransportContract TransportOptions Certificates",
                    "testing.",
                ),
                "Subclass a contract to test a transport of your own: see [Transports](../transports.md).",
            ),
            Section("Recording", _words("RecordTransport AsyncRecordTransport ReplayTransport AsyncReplayTransport")),
        ],
    ),
    Page(
        "python_openai_names",
        "Names of the openai package",
        "These exist because programs written for the `openai` package use them. New programs do not need them.",
        [
            Section(
                "Names",
                _words(
                    "Client AsyncClient BaseModel HttpxBinaryResponseContent StreamAlreadyConsumed DefaultHttpxClient "
                    "DefaultAsyncHttpxClient DefaultHttpx2Client DefaultAsyncHttpx2Client DefaultAioHttpClient "
                    "DEFAULT_CONNECTION_LIMITS DEFAULT_MAX_RETRIES DEFAULT_TIMEOUT DataResidency NoneType ProxiesTypes "
                    "RequestOptions VERSION file_from_path"
                ),
                kind="table",
            ),
        ],
    ),
]

# Values and other names, which have no docstring of their own.
CONSTANTS: Dict[str, str] = {
    "UNSET": "The value of an option that is not set in a `Config`. None is a value: it clears what an earlier "
    "layer sets.",
    "omit": "The value of an argument, field or header that must not be sent, even if it has a default.",
    "not_given": "The value of an argument that is not given, where None means something else.",
    "NOT_GIVEN": "The same value as `not_given`.",
    "providers.PROFILES": 'The profiles of compatible servers, a dict by name: `OpenAI(provider="ollama")`.',
    "lib.browser.BROWSER_MEMBERS": "The names of all functions that a `lib.browser.BrowserToolset` can offer, a tuple.",
    "lib.browser.DEFAULT_BROWSER_MEMBERS": "The names of those that it offers by default.",
    "Client": "`OpenAI`.",
    "AsyncClient": "`AsyncOpenAI`.",
    "BaseModel": "`APIObject`.",
    "HttpxBinaryResponseContent": "`BinaryContent`.",
    "StreamAlreadyConsumed": "`StreamConsumedError`.",
    "DefaultHttpxClient": "A client of httpx2 or httpx with the default time limits, for `http_client`.",
    "DefaultAsyncHttpxClient": "The same for `AsyncOpenAI`.",
    "DefaultHttpx2Client": "A client of httpx2 with the default time limits, for `http_client`.",
    "DefaultAsyncHttpx2Client": "The same for `AsyncOpenAI`.",
    "DefaultAioHttpClient": "The same as `DefaultAsyncHttpxClient`.",
    "DEFAULT_CONNECTION_LIMITS": "An object with the limits that the `openai` package has for connections.",
    "DEFAULT_MAX_RETRIES": "The default number of retries, 2.",
    "DEFAULT_TIMEOUT": "The default `Timeout`.",
    "DataResidency": "The values of the option `data_residency`, a `Literal`.",
    "NoneType": "The type of None.",
    "ProxiesTypes": "A type for annotations: text, or a mapping of texts.",
    "VERSION": "The version of the `openai` package that this one follows, a text.",
}

# Classes whose objects the library makes: programs don't call the constructor.
MADE_BY_THE_LIBRARY = frozenset(
    _words(
        "Stream AsyncStream BackgroundStream APIResponse AsyncAPIResponse LegacyAPIResponse BinaryContent BatchRun "
        "BulkProgress BulkSummary ChatCompletionStream AsyncChatCompletionStream ChatCompletionStreamManager "
        "AsyncChatCompletionStreamManager ResponseStream AsyncResponseStream ResponseStreamManager "
        "AsyncResponseStreamManager AssistantStreamManager AsyncAssistantStreamManager AssistantEventHandler "
        "AsyncAssistantEventHandler ToolRun FunctionTool StreamEnd ReconnectingEvent Omit NotGiven "
        "config.settings.Settings bulk.threads.BulkRecords connections.managers.ConnectionManager "
        "connections.managers.AsyncConnectionManager connections.connection.Connection "
        "connections.async_connection.AsyncConnection websocket.WebSocketConnection websocket.AsyncWebSocketConnection "
        "websocket.CloseFrame testing.RecordedRequest testing.Part pagination.AsyncPaginator "
        "lib.responses_websocket.ResponsesWebSocketLane lib.responses_websocket.AsyncResponsesWebSocketLane "
        "lib.responses_websocket.ResponsesWebSocketSnapshot lib.responses_websocket.ResponsesWebSocketOutput "
        "lib.realtime_translation.TranslationConnection lib.realtime_translation.AsyncTranslationConnection "
        "lib.live.TranscriptSegment lib.live.TranscriptSegmentClosedEvent lib.beta.agents.AgentSessionEventStream "
        "lib.beta.agents.AsyncAgentSessionEventStream lib.beta.agents.AgentTurnResult lib.beta.agents.AgentToolError "
        "lib.beta.agents.AgentResultArtifacts lib.beta.agents.AsyncAgentResultArtifacts lib.beta.agents.FunctionTool "
        "lib.beta.agents.PreparedAgentFiles lib.beta.agents.StagedAgentFile lib.streaming.agents.AgentSessionStream "
        "lib.streaming.agents.AsyncAgentSessionStream lib.responses_tool_runner.ResponsesRunnerTurn"
    )
)

# Members that the library calls on objects that programs make; programs don't need them.
INTERNAL: Dict[str, Tuple[str, ...]] = {
    "CancelToken": ("watch_call", "check", "error"),
    "Timeout": ("needs_watch",),
    "CircuitBreaker": ("start_attempt", "record_success", "record_failure"),
    "RetryBudget": ("take_retry", "record_success"),
    "RateLimiter": ("observe_call", "admit", "leave", "read", "fail", "settle"),
    "Ledger": ("observe_call", "is_waiting_for_usage", "begin", "record", "checks_calls", "generation"),
    "config.settings.Settings": ("layers", "retry", "stream_to", "call_options", "has_authorization_header"),
    "LegacyAPIResponse": ("set_default_type",),
    "APIResponse": ("set_default_type",),
    "SSEDecoder": ("decode_chunk", "pending", "rest"),
    "FunctionTool": ("parameters",),
    "connections.managers.ConnectionManager": ("endpoint", "connection_class"),
    "connections.managers.AsyncConnectionManager": ("endpoint", "connection_class"),
    "connections.connection.Connection": ("endpoint",),
    "connections.async_connection.AsyncConnection": ("endpoint",),
    "auth.WorkloadIdentityAuth": ("is_x509", "max_redirects", "refresh_buffer"),
    "providers.ProfileProvider": ("variables", "paths", "check_credentials"),
    "ChatCompletionStreamState": ("handle", "reconnect", "tools", "parse_target", "is_parseable", "response"),
    "ResponseStreamState": ("handle", "reconnect", "copy_finished_items", "tools", "parse_target", "open_stream"),
    "UrllibTransport": ("is_abortable",),
    "testing.EmbeddedServer": ("respond", "stopping", "store"),
    "testing.RawServer": ("lock", "stopping"),
    "testing.RecordedRequest": ("record_message", "record_body", "record_parts"),
    "testing.ServerLimits": ("admit", "settle"),
    "testing.Fault": ("applies_to", "extra_headers", "replacement_response"),
    "providers.Provider": ("check_credentials",),
}

# A constructor or method -> another one, whose parameters it has. What differs is shown.
LIKE: Dict[str, str] = {
    "AsyncOpenAI": "OpenAI",
    "AzureOpenAI": "OpenAI",
    "AsyncAzureOpenAI": "AzureOpenAI",
    "BedrockOpenAI": "OpenAI",
    "AsyncBedrockOpenAI": "BedrockOpenAI",
    "OpenAI.get": "OpenAI.request",
    "OpenAI.post": "OpenAI.request",
    "OpenAI.put": "OpenAI.request",
    "OpenAI.patch": "OpenAI.request",
    "OpenAI.delete": "OpenAI.request",
    "OpenAI.get_api_list": "OpenAI.request",
    "OpenAI.copy": "OpenAI",
    "OpenAI.with_options": "OpenAI",
    "AsyncRecordTransport": "RecordTransport",
    "AsyncReplayTransport": "ReplayTransport",
    "aiter_events": "iter_events",
    "websocket.aconnect": "websocket.connect",
    "AsyncComputerToolset": "ComputerToolset",
    "websocket.AsyncStdlibWebSocketTransport": "websocket.StdlibWebSocketTransport",
    "lib.browser.AsyncBrowserToolset": "lib.browser.BrowserToolset",
    "lib.live.AsyncTranscriptGrouper": "lib.live.TranscriptGrouper",
    "lib.responses_tool_runner.AsyncResponsesToolRunner": "lib.responses_tool_runner.ResponsesToolRunner",
    "lib.responses_tool_runner.AsyncRegisteredFunction": "lib.responses_tool_runner.RegisteredFunction",
    "lib.responses_tool_runner.AsyncResponsesToolLedger": "lib.responses_tool_runner.ResponsesToolLedger",
    "lib.decisions_tool_runner.AsyncDecisionsToolRunner": "lib.decisions_tool_runner.DecisionsToolRunner",
    "lib.responses_websocket.AsyncResponsesWebSocketSession": "lib.responses_websocket.ResponsesWebSocketSession",
    "lib.realtime_translation.AsyncTranslationSession": "lib.realtime_translation.TranslationSession",
}
