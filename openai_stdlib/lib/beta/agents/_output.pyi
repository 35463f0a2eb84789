# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Any
from typing_extensions import TypeVar
from ...._types import Omit
from ....types.beta.text_format_param import TextFormatParamJSONSchema
from ....types.beta.agents.session_create_params import Agent
from ...streaming.agents._dispatch import ToolDispatcher, AsyncToolDispatcher

def validate_output_type(output_type: type[Any]) -> None: ...
def agent_text_format(output_type: type[Any]) -> TextFormatParamJSONSchema: ...
def with_output_schema(agent: Agent | Omit, output_type: type[Any] | None) -> Agent | Omit: ...

ResponseT = TypeVar("ResponseT")

def bind_output_type(
    response: ResponseT, output_type: type[Any] | None, dispatcher: ToolDispatcher | AsyncToolDispatcher | None = None
) -> ResponseT: ...
