# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Any
from dataclasses import dataclass
from ...types.responses import Response
from ...types.responses.responses_server_event import ResponsesServerEvent

@dataclass(frozen=True)
class ResponsesWebSocketOutput:
    output_index: int
    item_id: str | None
    type: str | None
    name: str | None
    call_id: str | None
    arguments: str
    input: str
    text: tuple[tuple[int, str], ...]

@dataclass(frozen=True)
class ResponsesWebSocketSnapshot:
    stream_id: str | None
    response_id: str | None
    terminal_type: str | None
    output: tuple[ResponsesWebSocketOutput, ...]

    @property
    def output_text(self) -> str: ...

class ResponsesWebSocketAccumulator:
    def __init__(self) -> None: ...
    def reset(self) -> None: ...
    def snapshot(self) -> ResponsesWebSocketSnapshot: ...
    def detailed_snapshot(self) -> dict[str, Any]: ...
    def get_final_response(self) -> Response: ...
    def add_event(self, event: ResponsesServerEvent) -> None: ...
