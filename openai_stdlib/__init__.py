# SPDX-License-Identifier: MIT
"""The OpenAI API for Python, with nothing but the standard library.

    from openai_stdlib import OpenAI

    client = OpenAI()
    answer = client.chat.completions.create(model="gpt-4o-mini", messages=[{"role": "user", "content": "Say hello"}])
    print(answer.choices[0].message.content)

or with the flat functions: `openai_stdlib.chat_completion({"model": …, "messages": […]}, Config(api_key=…))`.

This file is the front door: it says which names there are and where they live, and imports nothing until a name is
touched (PEP 562). What goes on behind is told in ARCHITECTURE.md.
"""

__version__ = "0.1.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List

# Module -> the public names that it has.
MODULES = {
    "client": "OpenAI AsyncOpenAI Client AsyncClient",
    "azure": "AzureOpenAI AsyncAzureOpenAI BedrockOpenAI AsyncBedrockOpenAI",
    "config": "Config Env UNSET",
    "call.timeout": "Timeout",
    "call.retry": "RetryPolicy",
    "call.omitted": "NOT_GIVEN NotGiven Omit not_given omit",
    "answer.stream": "Stream AsyncStream",
    "answer.delivery": "StreamEnd Delivery",
    "answer.objects": "APIObject",
    "answer.binary": "BinaryContent HttpxBinaryResponseContent",
    "answer.streamed": "APIResponse AsyncAPIResponse",
    "answer.raw": "LegacyAPIResponse",
    "helpers.chat_stream": (
        "ChatCompletionStream AsyncChatCompletionStream ChatCompletionStreamManager AsyncChatCompletionStreamManager "
        "ChatCompletionStreamState"
    ),
    "helpers.response_stream": (
        "ResponseStream AsyncResponseStream ResponseStreamManager AsyncResponseStreamManager ResponseStreamState "
        "StreamArgumentError"
    ),
    "helpers.assistants": (
        "AssistantEventHandler AsyncAssistantEventHandler AssistantStreamManager AsyncAssistantStreamManager"
    ),
    "helpers.structured": "ToolKindError parsed_value",
    "helpers.polling": "TimeRangeError",
    "helpers.tools": "FunctionTool function_tool pydantic_function_tool pydantic_responses_function_tool",
    "helpers.run_tools": "ToolRun",
    "helpers.partial_json": "PartialJSON partial_json",
    "transport.base": "Transport AsyncTransport",
    "transport.urllib_transport": "UrllibTransport",
    "transport.asyncio_transport": "AsyncioTransport",
    "transport.thread_transport": "ThreadTransport",
    "module_client": "configure",
    "removed": (
        "APIRemovedInV1 Audio ChatCompletion Completion Customer Deployment Edit Embedding Engine ErrorObject File "
        "FineTune FineTuningJob Image Model Moderation"
    ),
    "compat": (
        "VERSION NoneType BaseModel DataResidency RequestOptions ProxiesTypes DEFAULT_TIMEOUT DEFAULT_MAX_RETRIES "
        "file_from_path"
    ),
    "call.errors": (
        "OpenAIError ConfigError OptionTypeError UnknownOptionError CredentialError MutuallyExclusiveAuthError "
        "ArgumentError BodyError SchemaError ParseError ToolTurnsExceeded PollTimeoutError "
        "ProcessingTimeoutError PathError UploadError StreamConsumedError StreamAlreadyConsumed"
    ),
    "call.failures": (
        "APIError APIConnectionError APITimeoutError CertificateError IncompleteStreamError "
        "APIResponseValidationError APIStatusError BadRequestError AuthenticationError OAuthError "
        "PermissionDeniedError NotFoundError ConflictError UnprocessableEntityError RateLimitError "
        "InternalServerError LengthFinishReasonError ContentFilterFinishReasonError RefusalError "
        "EmptyAnswerError SubjectTokenProviderError "
        "WebSocketConnectionClosedError WebSocketQueueFullError InvalidWebhookSignatureError"
    ),
}
NAMES = {name: module for module, names in MODULES.items() for name in names.split()}
# The flat functions, and the resources of the package-level client. See api/flat.py.
FLAT = (
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
# What the package-level client is made with: `openai_stdlib.api_key = …`. Read at each call.
SETTINGS = (
    "api_key admin_api_key organization project webhook_secret base_url timeout max_retries default_headers "
    "default_query http_client api_type api_version azure_endpoint azure_ad_token azure_ad_token_provider "
    "bedrock_token_provider"
).split()
SUBPACKAGES = ("auth", "lib", "pagination", "providers", "types")


def __getattr__(name: str) -> "Any":
    if name == "__all__":
        return sorted([known for known in NAMES if NAMES[known] != "removed"] + FLAT + RESOURCES)
    if name in NAMES:
        module = NAMES[name]
        found = getattr(__import__(__name__ + "." + module, None, None, [name]), name)
    elif name in FLAT or name in RESOURCES:
        from .module_client import package_level

        found = package_level(name)
    elif name in SETTINGS:
        return None  # not said: what there is besides counts, and __getattr__ is asked again
    elif name in SUBPACKAGES:
        return __import__(__name__ + "." + name, None, None, [name])
    else:
        raise AttributeError("module {!r} has no attribute {!r}".format(__name__, name))
    globals()[name] = found
    return found


def __dir__() -> "List[str]":
    return sorted(list(globals()) + list(NAMES) + FLAT + RESOURCES + SETTINGS)
