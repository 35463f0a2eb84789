# SPDX-License-Identifier: MIT
"""A Python client for the OpenAI API that uses only the standard library.

    from openai_stdlib import OpenAI

    client = OpenAI()
    messages = [{"role": "user", "content": "Say hello"}]
    completion = client.chat.completions.create(model="gpt-4o-mini", messages=messages)
    print(completion.choices[0].message.content)

The same with a flat function: `openai_stdlib.chat_completion({"model": "gpt-4o-mini", "messages": messages})`.

Public names are imported on first access (PEP 562), so `import openai_stdlib` loads nothing else. See ARCHITECTURE.md
for the internals.
"""

# This file must compile with every Python, to say which one is needed: no annotations, and only ASCII.

import sys
from _weakref import ref

if sys.version_info < (3, 8):
    message = "{} needs Python 3.8 or later; this is Python {}.{}".format(__name__, *sys.version_info[:2])
    is_command = "-m" in sys.argv[:1] or sys._getframe(1).f_globals.get("__name__") == "runpy"  # the latter in Python 2
    raise SystemExit(message) if is_command else ImportError(message)

NOTE = ""  # in copies that the command `vendor` has written: what they are
__version__ = "0.2.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List  # noqa: F401  # for comments

# Module of this package -> the public names that it defines.
MODULES = {
    "client.clients": "OpenAI Client",
    "client.async_client": "AsyncOpenAI AsyncClient",
    "client.module_client": "configure",
    "client.provider_clients": "AzureOpenAI BedrockOpenAI",
    "client.async_provider_clients": "AsyncAzureOpenAI AsyncBedrockOpenAI",
    "config.config": "Config Env UNSET",
    "call.timeout": "Timeout",
    "call.limits": "CancelToken CallCancelledError LambdaDeadline",
    "call.retry": "RetryPolicy",
    "call.retry_budget": "RetryBudget CircuitBreaker",
    "call.sentinels": "NOT_GIVEN NotGiven Omit not_given omit",
    "results.objects": "APIObject",
    "results.guard": "InvalidStreamError",
    "results.stream": "Stream",
    "results.async_stream": "AsyncStream",
    "results.sse": "ServerSentEvent SSEDecoder iter_events aiter_events",
    "results.background_stream": "StreamEnd BackgroundStream",
    "results.binary": "BinaryContent",
    "results.streaming_response": "APIResponse AsyncAPIResponse",
    "helpers.chat_stream": (
        "ChatCompletionStream AsyncChatCompletionStream ChatCompletionStreamManager AsyncChatCompletionStreamManager"
    ),
    "helpers.chat_stream_state": "ChatCompletionStreamState",
    "helpers.response_stream": (
        "ResponseStream AsyncResponseStream ResponseStreamManager AsyncResponseStreamManager StreamArgumentError"
    ),
    "helpers.response_stream_state": "ResponseStreamState",
    "helpers.assistant_handlers": "AssistantEventHandler AsyncAssistantEventHandler",
    "helpers.assistant_streams": "AssistantStreamManager AsyncAssistantStreamManager",
    "helpers.computer_drivers": "ComputerDriver AsyncComputerDriver",
    "helpers.computer_toolset": "ComputerToolset AsyncComputerToolset",
    "helpers.structured_output": "UnsupportedToolError parsed_value",
    "helpers.polling": "InvalidDurationError",
    "helpers.tools": "FunctionTool function_tool pydantic_function_tool pydantic_responses_function_tool",
    "helpers.run_tools": "ToolRun",
    "helpers.partial_json": "PartialJSON partial_json",
    "transport.base": "Transport AsyncTransport",
    "transport.urllib_transport": "UrllibTransport",
    "transport.asyncio_transport": "AsyncioTransport",
    "transport.fetch_transport": "FetchTransport",
    "transport.thread_transport": "ThreadTransport",
    "recording.transports": "RecordTransport AsyncRecordTransport ReplayTransport AsyncReplayTransport",
    "recording.errors": "CassetteError UnrecordedRequestError",
    "call.errors": (
        "OpenAIError ConfigError OptionTypeError UnknownOptionError CredentialError MutuallyExclusiveAuthError "
        "ArgumentError BodyError ParseError PathError UploadError StreamConsumedError"
    ),
    "call.api_errors": (
        "APIError APIConnectionError APITimeoutError CertificateError CircuitOpenError IncompleteStreamError "
        "APIResponseValidationError APIStatusError BadRequestError AuthenticationError PermissionDeniedError "
        "NotFoundError ConflictError UnprocessableEntityError RateLimitError InternalServerError"
    ),
    "rate_limits.limiter": "RateLimiter",
    "call.helper_errors": (
        "SchemaError RateLimitWaitError MaxTurnsExceeded PollTimeoutError ProcessingTimeoutError OAuthError "
        "SubjectTokenProviderError LengthFinishReasonError ContentFilterFinishReasonError RefusalError "
        "NoParsedOutputError "
        "WebSocketConnectionClosedError WebSocketQueueFullError InvalidWebhookSignatureError"
    ),
    "bulk.job": "BulkStopped",
    "helpers.batch_run": "BatchRun",
    "bulk.journal": "BulkStateError",
    "bulk.row_errors": "RowError",
    "bulk.summary": "BulkProgress BulkSummary",
    "bulk.mapper": "RowMapper map_rows",
    "connections.reconnection": "ReconnectingEvent ReconnectingOverrides",
    "usage.ledger": "Ledger",
    "usage.limits": "BudgetExceeded",
    "call.websocket_errors": "ConnectionClosed ConnectionClosedOK ConnectionClosedError",
}
# The same for names that exist only because the `openai` package has them.
COMPAT_MODULES = {
    "results.binary": "HttpxBinaryResponseContent",
    "results.raw_response": "LegacyAPIResponse",
    "call.errors": "StreamAlreadyConsumed",
    "compat.http_clients": (
        "DEFAULT_CONNECTION_LIMITS DefaultAioHttpClient DefaultAsyncHttpx2Client DefaultAsyncHttpxClient "
        "DefaultHttpx2Client DefaultHttpxClient"
    ),
    "compat.annotations": "DataResidency RequestOptions",
    "compat.names": "NoneType BaseModel ProxiesTypes DEFAULT_TIMEOUT DEFAULT_MAX_RETRIES file_from_path",
    "compat.version": "VERSION",
    "compat.install": "install_as_openai",
    "compat.old_api": (
        "APIRemovedInV1 Audio ChatCompletion Completion Customer Deployment Edit Embedding Engine ErrorObject File "
        "FineTune FineTuningJob Image Model Moderation"
    ),
}
NAMES = {
    name: module for modules in (MODULES, COMPAT_MODULES) for module, names in modules.items() for name in names.split()
}
# The flat functions, and the resources of the package-level client. See api/flat.py.
FLAT_FUNCTIONS = (
    "assistant_file assistant_file_create assistant_file_delete assistant_files assistants assistants_create "
    "assistants_delete assistants_modify audio_speech audio_transcription audio_translation chat_completion "
    "completions create_thread_message edits embeddings engines files files_delete files_upload finetunes "
    "finetunes_cancel finetunes_create finetunes_delete_model finetunes_list_events image_edits image_generations "
    "image_variations images_edits images_generations images_variations models moderations thread_message "
    "thread_message_create thread_message_file thread_message_files thread_message_modify thread_messages thread_run "
    "thread_run_cancel thread_run_create thread_run_modify thread_run_step thread_run_steps "
    "thread_run_submit_tool_outputs thread_runs threads threads_create threads_create_and_run threads_delete "
    "threads_modify"
).split()
# Resources of the package-level client that are no flat functions too.
RESOURCES = (
    "admin audio batches beta chat containers content_provenance_checks conversations decisions evals fine_tuning "
    "images legacy live realtime responses safety skills uploads vector_stores videos webhooks"
).split()
# Settings of the package-level client: `openai_stdlib.api_key = "..."`. Read at each call.
SETTINGS = (
    "api_key admin_api_key organization project webhook_secret base_url timeout max_retries default_headers "
    "default_query http_client api_type api_version azure_endpoint azure_ad_token azure_ad_token_provider "
    "bedrock_token_provider"
).split()
SUBMODULES = (
    "auth",
    "helpers",
    "lib",
    "pagination",
    "providers",
    "resources",
    "types",
    "websocket",
)  # imported on access, as in `openai`


def __getattr__(name):
    # type: (str) -> Any
    if sys.modules.get(_host_name) is not _package:
        _set_aside()
    if name == "__all__":
        return sorted([known for known in NAMES if NAMES[known] != "compat.old_api"] + FLAT_FUNCTIONS + RESOURCES)
    if name in NAMES:
        value = getattr(__import__(NAMES[name], globals(), None, [name], 1), name)
    elif name in FLAT_FUNCTIONS or name in RESOURCES:
        from .client.module_client import package_attribute

        value = package_attribute(name)
    elif name in SETTINGS:
        return None  # not set: a lower layer decides; not cached, because it may be set later
    elif (
        name in SUBMODULES
        or name == "call"
        or (name[:1] == "_" != name[1:2] and _CompatFinder.find_spec(__name__ + "." + name))
    ):
        return __import__(name, globals(), None, [name], 1)
    else:
        raise AttributeError("module {!r} has no attribute {!r}{}".format(__name__, name, NOTE))
    globals()[name] = value
    return value


def __dir__():
    # type: () -> List[str]
    return sorted(list(globals()) + list(NAMES) + FLAT_FUNCTIONS + RESOURCES + SETTINGS)


def _name_modules():  # pyright: ignore[reportUnusedFunction]
    # type: () -> None
    """Name all modules to tools that collect those of a program. Nothing calls it.

    Such tools read functions too. Nuitka skips what a condition excludes at the top of a module, but not here.
    """
    if TYPE_CHECKING:
        from . import static_imports  # noqa: F401  # pyright: ignore[reportUnusedImport]


# This copy of the package in its host. Hosts reload modules, remove them from `sys.modules`, and import them again.

_package = sys.modules[__name__]
_host_name = __name__  # stays the same, while host.py changes `__name__`


def _set_aside(call=None):
    # type: (Any) -> None
    """Have the late imports of this copy go on, because it has been removed from `sys.modules`; see host.py."""
    if "_modules" not in globals() and sys.meta_path is not None:  # as it is while a subinterpreter ends
        globals()["_modules"] = {}  # set_aside() replaces it
        module = _load_host_module()
        if module is not None:
            module.set_aside(_package, call or _package._call())
        # They would keep the copy alive, and are asked for names that it has no longer.
        sys.meta_path[:] = [finder for finder in sys.meta_path if finder not in (_FirstFinder, _CompatFinder)]


def _load_host_module():
    # type: () -> Any
    """Load host.py, but not into `sys.modules`, where it would look like a part of another copy."""
    name = _host_name + ".host"
    for finder in list(sys.meta_path):
        spec = finder.find_spec(name, __path__)
        if spec is not None and spec.loader is not None:
            if not hasattr(spec.loader, "exec_module"):  # a zip file, before Python 3.10
                imported = sys.modules.pop(name, None)  # by a tool that imports all modules
                spec.loader.load_module(name)
                module = sys.modules.pop(name)
                if imported is not None:
                    sys.modules[name] = imported
                return module
            module = type(sys)(name)
            module.__spec__, module.__file__ = spec, spec.origin  # which the loader of PyInstaller reads
            spec.loader.exec_module(module)
            return module
    return None  # the files are gone


class _Package(type(sys)):  # type: ignore[misc]
    """The class of this module. It refers weakly to the subpackage `call`, so only `sys.modules` keeps that alive."""

    _call = staticmethod(lambda: None)  # type: Any

    def __setattr__(self, name, value):
        # type: (str, Any) -> None
        if name == "call" and isinstance(value, type(sys)):  # the import system sets each imported submodule
            value.__class__ = _Sentinel
            super().__setattr__("_call", ref(value))
        else:
            super().__setattr__(name, value)


class _Sentinel(type(sys)):  # type: ignore[misc]
    """The class of the module `call`, which is freed as soon as a host removes the package from `sys.modules`."""

    def __del__(self, is_finalizing=sys.is_finalizing):
        # type: (Any) -> None
        if not is_finalizing():
            _set_aside(self)


class _CompatFinder:
    """Find modules of the `openai` package's layout that are not files here, such as `lib.streaming` (see compat/)."""

    prefix = __name__ + "."
    package = _package

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        # type: (str, Any, Any) -> Any
        """Return how to make such a module, or None. The import system asks this finder last."""
        if not name.startswith(cls.prefix) or name == cls.prefix + "left_out":
            return None
        spec = None
        if not name.startswith(cls.prefix + "compat"):
            try:
                from .compat.finder import find_spec
            except ModuleNotFoundError:  # the folder has been deleted
                pass
            else:
                spec = find_spec(name)
        if spec is None:
            try:
                from .left_out import check
            except ModuleNotFoundError:
                pass
            else:
                check(name[len(cls.prefix) :])
        return spec


class _FirstFinder:
    """What must precede files: reloads, and modules below packages whose `__path__` is empty.

    Reloaded one by one, each module would have its own generation of the classes and constants that it shares, so
    `importlib.reload` leaves them as they are. Frozen by Nuitka, folders with type stubs would be empty modules.
    """

    prefix = __name__ + "."
    package = _package

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        # type: (str, Any, Any) -> Any
        """Return how to make a module, or how to keep one that is being reloaded, or None for other imports."""
        if target is None:
            return _CompatFinder.find_spec(name) if path == [] else None
        return _load_host_module().keep(name, target) if (name + ".").startswith(cls.prefix) else None


def _enter_host():
    # type: () -> None
    """Install the finders, in place of those of an earlier copy under this name, which continues without the name."""
    earlier = [finder for finder in sys.meta_path if getattr(finder, "prefix", None) == _CompatFinder.prefix]
    sys.meta_path[:] = [finder for finder in sys.meta_path if finder not in earlier]
    for finder in earlier:
        set_aside = getattr(getattr(finder, "package", None), "_set_aside", None)
        if set_aside is not None:
            set_aside()
    for name in [name for name in list(sys.modules) if name.startswith(_CompatFinder.prefix)]:
        # The host has not removed all modules of that copy; those of a copy that is set aside have another name.
        if earlier or getattr(sys.modules[name], "__name__", None) != name:
            del sys.modules[name]
    sys.meta_path.insert(0, _FirstFinder)
    sys.meta_path.append(_CompatFinder)
    _package.__class__ = _Package


_enter_host()
