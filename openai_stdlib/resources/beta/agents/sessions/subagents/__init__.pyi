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
from .subagents import (
    Subagents as Subagents,
    AsyncSubagents as AsyncSubagents,
    SubagentsWithRawResponse as SubagentsWithRawResponse,
    AsyncSubagentsWithRawResponse as AsyncSubagentsWithRawResponse,
    SubagentsWithStreamingResponse as SubagentsWithStreamingResponse,
    AsyncSubagentsWithStreamingResponse as AsyncSubagentsWithStreamingResponse,
)
