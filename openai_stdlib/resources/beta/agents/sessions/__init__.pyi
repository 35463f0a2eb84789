# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .items import (
    Items as Items,
    AsyncItems as AsyncItems,
    ItemsWithRawResponse as ItemsWithRawResponse,
    AsyncItemsWithRawResponse as AsyncItemsWithRawResponse,
    ItemsWithStreamingResponse as ItemsWithStreamingResponse,
    AsyncItemsWithStreamingResponse as AsyncItemsWithStreamingResponse,
)
from .turns import (
    Turns as Turns,
    AsyncTurns as AsyncTurns,
    TurnsWithRawResponse as TurnsWithRawResponse,
    AsyncTurnsWithRawResponse as AsyncTurnsWithRawResponse,
    TurnsWithStreamingResponse as TurnsWithStreamingResponse,
    AsyncTurnsWithStreamingResponse as AsyncTurnsWithStreamingResponse,
)
from .events import (
    Events as Events,
    AsyncEvents as AsyncEvents,
    EventsWithRawResponse as EventsWithRawResponse,
    AsyncEventsWithRawResponse as AsyncEventsWithRawResponse,
    EventsWithStreamingResponse as EventsWithStreamingResponse,
    AsyncEventsWithStreamingResponse as AsyncEventsWithStreamingResponse,
)
from .traces import (
    Traces as Traces,
    AsyncTraces as AsyncTraces,
    TracesWithRawResponse as TracesWithRawResponse,
    AsyncTracesWithRawResponse as AsyncTracesWithRawResponse,
    TracesWithStreamingResponse as TracesWithStreamingResponse,
    AsyncTracesWithStreamingResponse as AsyncTracesWithStreamingResponse,
)
from .sessions import (
    Sessions as Sessions,
    AsyncSessions as AsyncSessions,
    SessionsWithRawResponse as SessionsWithRawResponse,
    AsyncSessionsWithRawResponse as AsyncSessionsWithRawResponse,
    SessionsWithStreamingResponse as SessionsWithStreamingResponse,
    AsyncSessionsWithStreamingResponse as AsyncSessionsWithStreamingResponse,
)
from .artifacts import (
    Artifacts as Artifacts,
    AsyncArtifacts as AsyncArtifacts,
    ArtifactsWithRawResponse as ArtifactsWithRawResponse,
    AsyncArtifactsWithRawResponse as AsyncArtifactsWithRawResponse,
    ArtifactsWithStreamingResponse as ArtifactsWithStreamingResponse,
    AsyncArtifactsWithStreamingResponse as AsyncArtifactsWithStreamingResponse,
)
from .subagents import (
    Subagents as Subagents,
    AsyncSubagents as AsyncSubagents,
    SubagentsWithRawResponse as SubagentsWithRawResponse,
    AsyncSubagentsWithRawResponse as AsyncSubagentsWithRawResponse,
    SubagentsWithStreamingResponse as SubagentsWithStreamingResponse,
    AsyncSubagentsWithStreamingResponse as AsyncSubagentsWithStreamingResponse,
)
