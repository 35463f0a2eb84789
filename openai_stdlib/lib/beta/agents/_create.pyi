# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._types import TimeoutTypes
from typing import Any, Mapping, TypeVar
from ...._types import Headers, NotGiven
from ...streaming.agents import ToolHandler, AsyncToolHandler
from ...streaming.agents._dispatch import ToolDispatcher, AsyncToolDispatcher
from ....resources.beta.agents.sessions import Sessions, AsyncSessions

ResponseT = TypeVar("ResponseT")

class SessionCreateContext:
    body: dict[str, object]
    output_type: type[Any] | None
    dispatcher: ToolDispatcher | AsyncToolDispatcher | None

    def post_parser(self, response: ResponseT) -> ResponseT: ...

def prepare_session_create(
    resource: Sessions,
    body: dict[str, object],
    *,
    output_type: type[Any] | None,
    tool_handlers: Mapping[str, ToolHandler] | None,
    stream: object,
    extra_headers: Headers | None,
    timeout: float | TimeoutTypes | None | NotGiven,
) -> SessionCreateContext: ...
def prepare_async_session_create(
    resource: AsyncSessions,
    body: dict[str, object],
    *,
    output_type: type[Any] | None,
    tool_handlers: Mapping[str, AsyncToolHandler] | None,
    stream: object,
    extra_headers: Headers | None,
    timeout: float | TimeoutTypes | None | NotGiven,
) -> SessionCreateContext: ...
