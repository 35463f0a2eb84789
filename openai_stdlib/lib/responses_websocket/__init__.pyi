# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ._session import (
    ResponsesWebSocketLane as ResponsesWebSocketLane,
    ResponsesWebSocketError as ResponsesWebSocketError,
    ResponsesWebSocketLimits as ResponsesWebSocketLimits,
    ResponsesWebSocketSession as ResponsesWebSocketSession,
    AsyncResponsesWebSocketLane as AsyncResponsesWebSocketLane,
    ResponsesWebSocketBufferError as ResponsesWebSocketBufferError,
    AsyncResponsesWebSocketSession as AsyncResponsesWebSocketSession,
)
from ._accumulator import (
    ResponsesWebSocketOutput as ResponsesWebSocketOutput,
    ResponsesWebSocketSnapshot as ResponsesWebSocketSnapshot,
    ResponsesWebSocketAccumulator as ResponsesWebSocketAccumulator,
)
