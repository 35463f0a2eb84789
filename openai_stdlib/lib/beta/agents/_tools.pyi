# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
# mypy: disable-error-code=overload-overlap
# pyright: reportOverlappingOverload=false
from ...._models import BaseModel
from typing import Any, Generic, TypeVar, Callable, Awaitable
from typing_extensions import Protocol, overload
from ...._types import Omit, omit
from ._tool_error import ToolErrorStage
from ...streaming.agents._types import ToolOutput
from ....types.beta.agent_tool_param import AgentToolConfigParamFunction

_ModelT = TypeVar("_ModelT", bound=BaseModel)
_OutputT = TypeVar("_OutputT", bound=ToolOutput | Awaitable[ToolOutput], covariant=True)

class FunctionTool(Generic[_OutputT]):
    def __init__(
        self,
        model: type[_ModelT],
        handler: Callable[[_ModelT], _OutputT],
        *,
        name: str,
        description: str,
        defer_loading: bool | Omit = omit,
    ) -> None: ...
    @property
    def name(self) -> str: ...
    @property
    def definition(self) -> AgentToolConfigParamFunction: ...
    def __call__(self, arguments: dict[str, Any]) -> _OutputT: ...

def _tool_output(output: object) -> ToolOutput: ...

class _AwaitableToolOutput:
    def __init__(
        self, output: Awaitable[object], set_stage: Callable[[ToolErrorStage], None] | None = None
    ) -> None: ...
    def close(self) -> None: ...

@overload
def pydantic_function_tool(
    model: type[_ModelT],
    *,
    handler: Callable[[_ModelT], Awaitable[object]],
    name: str | None = None,
    description: str | None = None,
    defer_loading: bool | Omit = omit,
) -> FunctionTool[Awaitable[ToolOutput]]: ...
@overload
def pydantic_function_tool(
    model: type[_ModelT],
    *,
    handler: Callable[[_ModelT], object],
    name: str | None = None,
    description: str | None = None,
    defer_loading: bool | Omit = omit,
) -> FunctionTool[ToolOutput]: ...

class _FunctionToolDecorator(Protocol):
    @overload
    def __call__(self, function: Callable[..., Awaitable[object]]) -> FunctionTool[Awaitable[ToolOutput]]: ...
    @overload
    def __call__(self, function: Callable[..., object]) -> FunctionTool[ToolOutput]: ...

@overload
def function_tool(
    function: Callable[..., Awaitable[object]],
    *,
    name: str | None = None,
    description: str | None = None,
    defer_loading: bool | Omit = omit,
) -> FunctionTool[Awaitable[ToolOutput]]: ...
@overload
def function_tool(
    function: Callable[..., object],
    *,
    name: str | None = None,
    description: str | None = None,
    defer_loading: bool | Omit = omit,
) -> FunctionTool[ToolOutput]: ...
@overload
def function_tool(
    function: None = None, *, name: str | None = None, description: str | None = None, defer_loading: bool | Omit = omit
) -> _FunctionToolDecorator: ...
