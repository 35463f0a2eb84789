# SPDX-License-Identifier: MIT
# Written by tools/stubs.py; do not edit.
from ..chat import Chat, AsyncChat
from .assistants import Assistants, AsyncAssistants, AssistantsWithRawResponse, AsyncAssistantsWithRawResponse, AssistantsWithStreamingResponse, AsyncAssistantsWithStreamingResponse
from ..._resource import SyncAPIResource, AsyncAPIResource
from .agents.agents import Agents, AsyncAgents, AgentsWithRawResponse, AsyncAgentsWithRawResponse, AgentsWithStreamingResponse, AsyncAgentsWithStreamingResponse
from .chatkit.chatkit import ChatKit, AsyncChatKit, ChatKitWithRawResponse, AsyncChatKitWithRawResponse, ChatKitWithStreamingResponse, AsyncChatKitWithStreamingResponse
from .threads.threads import Threads, AsyncThreads, ThreadsWithRawResponse, AsyncThreadsWithRawResponse, ThreadsWithStreamingResponse, AsyncThreadsWithStreamingResponse
from .realtime.realtime import Realtime, AsyncRealtime
from .responses.responses import Responses, AsyncResponses, ResponsesWithRawResponse, AsyncResponsesWithRawResponse, ResponsesWithStreamingResponse, AsyncResponsesWithStreamingResponse

class Beta(SyncAPIResource):

    @property
    def chat(self) -> Chat:
        ...

    @property
    def realtime(self) -> Realtime:
        ...

    @property
    def agents(self) -> Agents:
        ...

    @property
    def responses(self) -> Responses:
        ...

    @property
    def chatkit(self) -> ChatKit:
        ...

    @property
    def assistants(self) -> Assistants:
        ...

    @property
    def threads(self) -> Threads:
        ...

    @property
    def with_raw_response(self) -> BetaWithRawResponse:
        ...

    @property
    def with_streaming_response(self) -> BetaWithStreamingResponse:
        ...

class AsyncBeta(AsyncAPIResource):

    @property
    def chat(self) -> AsyncChat:
        ...

    @property
    def realtime(self) -> AsyncRealtime:
        ...

    @property
    def agents(self) -> AsyncAgents:
        ...

    @property
    def responses(self) -> AsyncResponses:
        ...

    @property
    def chatkit(self) -> AsyncChatKit:
        ...

    @property
    def assistants(self) -> AsyncAssistants:
        ...

    @property
    def threads(self) -> AsyncThreads:
        ...

    @property
    def with_raw_response(self) -> AsyncBetaWithRawResponse:
        ...

    @property
    def with_streaming_response(self) -> AsyncBetaWithStreamingResponse:
        ...

class BetaWithRawResponse:

    def __init__(self, beta: Beta) -> None:
        ...

    @property
    def agents(self) -> AgentsWithRawResponse:
        ...

    @property
    def responses(self) -> ResponsesWithRawResponse:
        ...

    @property
    def chatkit(self) -> ChatKitWithRawResponse:
        ...

    @property
    def assistants(self) -> AssistantsWithRawResponse:
        ...

    @property
    def threads(self) -> ThreadsWithRawResponse:
        ...

class AsyncBetaWithRawResponse:

    def __init__(self, beta: AsyncBeta) -> None:
        ...

    @property
    def agents(self) -> AsyncAgentsWithRawResponse:
        ...

    @property
    def responses(self) -> AsyncResponsesWithRawResponse:
        ...

    @property
    def chatkit(self) -> AsyncChatKitWithRawResponse:
        ...

    @property
    def assistants(self) -> AsyncAssistantsWithRawResponse:
        ...

    @property
    def threads(self) -> AsyncThreadsWithRawResponse:
        ...

class BetaWithStreamingResponse:

    def __init__(self, beta: Beta) -> None:
        ...

    @property
    def agents(self) -> AgentsWithStreamingResponse:
        ...

    @property
    def responses(self) -> ResponsesWithStreamingResponse:
        ...

    @property
    def chatkit(self) -> ChatKitWithStreamingResponse:
        ...

    @property
    def assistants(self) -> AssistantsWithStreamingResponse:
        ...

    @property
    def threads(self) -> ThreadsWithStreamingResponse:
        ...

class AsyncBetaWithStreamingResponse:

    def __init__(self, beta: AsyncBeta) -> None:
        ...

    @property
    def agents(self) -> AsyncAgentsWithStreamingResponse:
        ...

    @property
    def responses(self) -> AsyncResponsesWithStreamingResponse:
        ...

    @property
    def chatkit(self) -> AsyncChatKitWithStreamingResponse:
        ...

    @property
    def assistants(self) -> AsyncAssistantsWithStreamingResponse:
        ...

    @property
    def threads(self) -> AsyncThreadsWithStreamingResponse:
        ...
