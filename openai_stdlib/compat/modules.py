# SPDX-License-Identifier: MIT
"""The modules of the `openai` package's layout, and where their names are defined here.

finder.py makes these modules when they are imported. Add an entry when a program imports a public name of `openai`
from a module that is not listed. `types` and the modules below it come from the model index instead (models.py).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict

# Module of the official package, or of a stub -> {module of this package: the names that it defines}.
MODULES = {
    "pagination": {
        "results.pages": (
            "AsyncConversationCursorPage AsyncCursorPage AsyncNextCursorPage AsyncPage AsyncPaginator AsyncTokenPage "
            "BaseAsyncPage BaseSyncPage PageInfo SyncConversationCursorPage SyncCursorPage SyncNextCursorPage SyncPage "
            "SyncTokenPage"
        ),
    },
    "_base_client": {"results.pages": "AsyncPaginator BaseAsyncPage BaseSyncPage PageInfo"},
    "_client": {"client.clients": "AsyncClient AsyncOpenAI Client OpenAI"},
    "_config": {"config.config": "Config"},
    "_legacy_response": {
        "results.binary": "HttpxBinaryResponseContent",
        "results.raw_response": "LegacyAPIResponse",
    },
    "_models": {"compat.names": "BaseModel", "results.objects": "APIObject"},
    "_provider_clients": {
        "client.provider_clients": "AsyncAzureOpenAI AsyncBedrockOpenAI AzureOpenAI BedrockOpenAI",
    },
    "_response": {
        "results.streaming_response": (
            "APIResponse AsyncAPIResponse AsyncResponseContextManager AsyncStreamedBinaryAPIResponse "
            "ResponseContextManager StreamedBinaryAPIResponse"
        ),
    },
    "_version": {"compat.version": "__version__"},
    "version": {"compat.version": "VERSION"},
    "_streaming": {"results.sse": "SSEDecoder ServerSentEvent", "results.stream": "AsyncStream Stream"},
    "lib.azure": {
        "client.provider_clients": "AsyncAzureOpenAI AzureOpenAI",
        "call.errors": "MutuallyExclusiveAuthError",
        "compat.names": "AsyncAzureADTokenProvider AzureADTokenProvider",
    },
    "lib.bedrock": {"client.provider_clients": "AsyncBedrockOpenAI BedrockOpenAI"},
    "lib": {"helpers.tools": "pydantic_function_tool pydantic_responses_function_tool"},
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


def is_package(path: str) -> bool:
    """Return whether there are modules below `path`."""
    return any(other.startswith(path + ".") for other in MODULES)


def names_in(path: str) -> Dict[str, str]:
    """Return the names of a module, each with the module of this package that defines it."""
    return {name: home for home, names in MODULES[path].items() for name in names.split()}
