# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .beta import (
    Beta as Beta,
    AsyncBeta as AsyncBeta,
    BetaWithRawResponse as BetaWithRawResponse,
    AsyncBetaWithRawResponse as AsyncBetaWithRawResponse,
    BetaWithStreamingResponse as BetaWithStreamingResponse,
    AsyncBetaWithStreamingResponse as AsyncBetaWithStreamingResponse,
)
from .agents import (
    Agents as Agents,
    AsyncAgents as AsyncAgents,
    AgentsWithRawResponse as AgentsWithRawResponse,
    AsyncAgentsWithRawResponse as AsyncAgentsWithRawResponse,
    AgentsWithStreamingResponse as AgentsWithStreamingResponse,
    AsyncAgentsWithStreamingResponse as AsyncAgentsWithStreamingResponse,
)
from .chatkit import (
    ChatKit as ChatKit,
    AsyncChatKit as AsyncChatKit,
    ChatKitWithRawResponse as ChatKitWithRawResponse,
    AsyncChatKitWithRawResponse as AsyncChatKitWithRawResponse,
    ChatKitWithStreamingResponse as ChatKitWithStreamingResponse,
    AsyncChatKitWithStreamingResponse as AsyncChatKitWithStreamingResponse,
)
from .threads import (
    Threads as Threads,
    AsyncThreads as AsyncThreads,
    ThreadsWithRawResponse as ThreadsWithRawResponse,
    AsyncThreadsWithRawResponse as AsyncThreadsWithRawResponse,
    ThreadsWithStreamingResponse as ThreadsWithStreamingResponse,
    AsyncThreadsWithStreamingResponse as AsyncThreadsWithStreamingResponse,
)
from .responses import (
    Responses as Responses,
    AsyncResponses as AsyncResponses,
    ResponsesWithRawResponse as ResponsesWithRawResponse,
    AsyncResponsesWithRawResponse as AsyncResponsesWithRawResponse,
    ResponsesWithStreamingResponse as ResponsesWithStreamingResponse,
    AsyncResponsesWithStreamingResponse as AsyncResponsesWithStreamingResponse,
)
from .assistants import (
    Assistants as Assistants,
    AsyncAssistants as AsyncAssistants,
    AssistantsWithRawResponse as AssistantsWithRawResponse,
    AsyncAssistantsWithRawResponse as AsyncAssistantsWithRawResponse,
    AssistantsWithStreamingResponse as AssistantsWithStreamingResponse,
    AsyncAssistantsWithStreamingResponse as AsyncAssistantsWithStreamingResponse,
)
