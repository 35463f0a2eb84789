# SPDX-License-Identifier: MIT
"""The loop of a model that calls functions: call the model, call what it asks for, tell it, until it is done.

Written once as flows (flow.py) for both clients. Neighbours: tools.py (functions as tools).
"""

from __future__ import annotations

from ..call.errors import ArgumentError, MaxTurnsExceeded
from ..call.sentinels import is_given, omit
from .flow import run_flow
from .tools import FunctionTool, function_tool

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterable, List

    from .flow import Flow

MAX_TURNS = 10
REPORT, RAISE = "tell", "raise"


class ToolRun:
    """What came of a run: `final`, the last answer; `history`, all that was said (`messages` or `input`); `turns`."""

    def __init__(self, history: List[Any]) -> None:
        self.final: Any = None
        self.history = history
        self.turns = 0

    @property
    def messages(self) -> List[Any]:
        """The messages of the chat, from the first on: what the next request begins with."""
        return self.history

    @property
    def input(self) -> List[Any]:
        """The items of the conversation, from the first on."""
        return self.history

    def __repr__(self) -> str:
        return "<ToolRun of {} turns: {!r}>".format(self.turns, self.final)


class FunctionRegistry:
    """The functions that a model may call, by name."""

    def __init__(self, client: Any, functions: Iterable[Any], on_error: str) -> None:
        if on_error not in (REPORT, RAISE):
            raise ArgumentError("on_error: expected {!r} or {!r}, got {!r}".format(REPORT, RAISE, on_error))
        self._raises = on_error == RAISE
        self.tools: Dict[str, FunctionTool] = {}
        for function in functions:
            tool = function_tool(function)
            if tool.name in self.tools:
                raise ArgumentError("functions: there are two of the name {!r}".format(tool.name))
            self.tools[tool.name] = tool
            if not client._class_prefix and _is_async(tool.function):
                raise ArgumentError("functions: {} is async; that needs AsyncOpenAI".format(tool.name))

    def call(self, name: Any, arguments: str) -> Flow:
        """Call a function and return what to tell the model: a text. An error is told too, or raised if so asked."""
        tool = self.tools.get(name)
        try:
            if tool is None:
                return "Error: there is no function {!r}; there are {}".format(name, ", ".join(self.tools))
            result = yield lambda: tool.call(arguments)
            return as_text(result)
        except Exception as error:
            if self._raises:
                raise
            return "Error: {}".format(error)


def _is_async(function: Any) -> bool:
    from inspect import iscoroutinefunction

    return iscoroutinefunction(function) or iscoroutinefunction(getattr(function, "__call__", None))  # noqa: B004


def as_text(value: Any) -> str:
    """Return what a function returned as the text that a model reads: text as it is, all else as JSON."""
    if isinstance(value, str):
        return value
    if hasattr(type(value), "__dataclass_fields__"):
        from dataclasses import asdict

        value = asdict(value)
    from ..call.json_body import encode_json

    return encode_json(value).decode("utf-8")


def run_chat_tools(
    client: Any,
    *,
    functions: Iterable[Any],
    messages: Iterable[Any],
    max_turns: int = MAX_TURNS,
    on_error: str = REPORT,
    tools: Any = omit,
    **arguments: Any,
) -> Any:
    """Make chat completions and call the functions that they ask for, until one asks for none; return a `ToolRun`.

    `functions` are functions, async ones too with the async client, or what `function_tool` made of them; `tools` are
    others that are only offered. What a function raises is told to the model, or with `on_error="raise"` to the caller.
    Raises MaxTurnsExceeded, with what there is, after `max_turns` completions that all asked for more.
    """
    known, run = FunctionRegistry(client, functions, on_error), ToolRun(list(messages))
    offered = list(known.tools.values()) + (list(tools) if is_given(tools) else [])
    create: Callable[..., Any] = client.chat.completions.create

    def flow() -> Flow:
        said = dict(arguments)
        for _ in range(_check_max_turns(max_turns)):
            run.final = yield lambda: create(messages=list(run.messages), tools=offered, **said)
            run.turns += 1
            _reset_tool_choice(said)
            message = run.final.choices[0].message
            run.messages.append(message)
            if not message.tool_calls:
                return run
            for call in message.tool_calls:
                asked = call.get("function") or {}
                output = yield from known.call(asked.get("name"), asked.get("arguments") or "")
                run.messages.append({"role": "tool", "tool_call_id": call.id, "content": output})
        raise MaxTurnsExceeded(run)

    return run_flow(client, flow())


def run_response_tools(
    client: Any,
    *,
    functions: Iterable[Any],
    input: Any,
    max_turns: int = MAX_TURNS,
    on_error: str = REPORT,
    tools: Any = omit,
    **arguments: Any,
) -> Any:
    """Do the same with responses. Each goes on from the one before; with `store=False` all items are sent again."""
    known = FunctionRegistry(client, functions, on_error)
    run = ToolRun([{"role": "user", "content": input}] if isinstance(input, str) else list(input))
    offered: List[Any] = [tool.for_responses() for tool in known.tools.values()]
    offered += list(tools) if is_given(tools) else []
    keeps = arguments.get("store") is not False

    def flow() -> Flow:
        said, place = dict(arguments), 0
        for _ in range(_check_max_turns(max_turns)):
            said["input"] = list(run.history[place:])
            run.final = yield lambda: client.responses.create(tools=offered, **said)
            run.turns += 1
            _reset_tool_choice(said)
            items = list(run.final.output or ())
            run.history.extend(items)
            calls = [item for item in items if item.type == "function_call"]
            if not calls:
                return run
            if keeps:
                place = len(run.history)
                if not is_given(said.get("conversation")):  # which knows by itself what was said
                    said["previous_response_id"] = run.final.id
            for call in calls:
                output = yield from known.call(call.name, call.arguments or "")
                run.history.append({"type": "function_call_output", "call_id": call.call_id, "output": output})
        raise MaxTurnsExceeded(run)

    return run_flow(client, flow())


def _reset_tool_choice(said: Dict[str, Any]) -> None:
    """Let the model choose from now on: a call that it was made to make would be made again and again."""
    if said.get("tool_choice") == "required" or isinstance(said.get("tool_choice"), dict):
        del said["tool_choice"]


def _check_max_turns(turns: int) -> int:
    if not isinstance(turns, int) or turns < 1:
        raise ArgumentError("max_turns: expected a number of at least 1, got {!r}".format(turns))
    return turns
