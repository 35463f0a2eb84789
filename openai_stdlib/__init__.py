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

# Public name -> the module that has it.
NAMES = {
    "OpenAI": "client",
    "AsyncOpenAI": "client",
    "Client": "client",
    "AsyncClient": "client",
    "Config": "config",
    "Env": "config",
    "UNSET": "config",
    "Timeout": "call.timeout",
    "Stream": "answer.stream",
    "AsyncStream": "answer.stream",
    "StreamEnd": "answer.delivery",
    "Delivery": "answer.delivery",
    "APIObject": "answer.objects",
    "BinaryContent": "answer.binary",
    "HttpxBinaryResponseContent": "answer.binary",
    "APIResponse": "answer.streamed",
    "AsyncAPIResponse": "answer.streamed",
    "LegacyAPIResponse": "answer.raw",
    "Transport": "transport.base",
    "AsyncTransport": "transport.base",
    "UrllibTransport": "transport.urllib_transport",
    "ThreadTransport": "transport.thread_transport",
    "configure": "module_client",
    "OpenAIError": "call.errors",
    "ConfigError": "call.errors",
    "UnknownOptionError": "call.errors",
    "ArgumentError": "call.errors",
    "BodyError": "call.errors",
    "PathError": "call.errors",
    "UploadError": "call.errors",
    "StreamConsumedError": "call.errors",
    "StreamAlreadyConsumed": "call.errors",
    "APIError": "call.failures",
    "APIConnectionError": "call.failures",
    "APITimeoutError": "call.failures",
    "CertificateError": "call.failures",
    "IncompleteStreamError": "call.failures",
    "APIResponseValidationError": "call.failures",
    "APIStatusError": "call.failures",
    "BadRequestError": "call.failures",
    "AuthenticationError": "call.failures",
    "PermissionDeniedError": "call.failures",
    "NotFoundError": "call.failures",
    "ConflictError": "call.failures",
    "UnprocessableEntityError": "call.failures",
    "RateLimitError": "call.failures",
    "InternalServerError": "call.failures",
}
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
RESOURCES = ["audio", "beta", "chat", "images"]


def __getattr__(name: str) -> "Any":
    if name == "__all__":
        return sorted(list(NAMES) + FLAT + RESOURCES)
    if name in NAMES:
        module = NAMES[name]
        found = getattr(__import__(__name__ + "." + module, None, None, [name]), name)
    elif name in FLAT or name in RESOURCES:
        from .module_client import package_level

        found = package_level(name)
    else:
        raise AttributeError("module {!r} has no attribute {!r}".format(__name__, name))
    globals()[name] = found
    return found


def __dir__() -> "List[str]":
    return sorted(list(globals()) + list(NAMES) + FLAT + RESOURCES)
