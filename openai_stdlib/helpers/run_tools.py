# SPDX-License-Identifier: MIT
"""The tool-calling loop: call the model, run the requested functions, send their outputs back, until no call is left.

Each loop is written once as a flow (flow.py) for both clients. https://platform.openai.com/docs/guides/function-calling
"""

from __future__ import annotations

from ..call.errors import ArgumentError
from ..call.helper_errors import MaxTurnsExceeded
from ..call.sentinels import is_given, omit
from ..results.guard import guard
from .flow import run_flow
from .tools import FunctionTool, function_tool

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterable, List

    from .flow import Flow

MAX_TURNS = 10  # requests to the model, by default
REPORT, RAISE = "report", "raise"  # values of `on_error`


class ToolRun:
    """Result of a tool-calling loop.

    `final` is the last result of the model, `history` the whole conversation (also as `messages` or `input`), and
    `turns` the number of requests to the model.
    """

    def __init__(self, history: List[Any]) -> None:
        self.final: Any = None
        self.history = history
        self.turns = 0

    @property
    def messages(self) -> List[Any]:
        """The messages of the chat, to continue it with another request."""
        return self.history

    @property
    def input(self) -> List[Any]:
        """The items of the conversation, to continue it with another request."""
        return self.history

    def __repr__(self) -> str:
        return "<ToolRun of {} turns: {!r}>".format(self.turns, self.final)


class FunctionRegistry:
    """The functions that the model may call, by name."""

    def __init__(self, client: Any, functions: Iterable[Any], on_error: str) -> None:
        if on_error not in (REPORT, RAISE):
            raise ArgumentError("on_error: expected {!r} or {!r}, got {!r}".format(REPORT, RAISE, on_error))
        self._raises = on_error == RAISE
        self.tools: Dict[str, FunctionTool] = {}
        for function in functions:
            tool = function_tool(function)
            if tool.name in self.tools:
                raise ArgumentError("functions: duplicate name {!r}".format(tool.name))
            self.tools[tool.name] = tool
            if not client._is_async and _is_async(tool.function):
                raise ArgumentError("functions: {} is async; use AsyncOpenAI".format(tool.name))

    def call(self, name: Any, arguments: Any) -> Flow:
        """Call a function and return its output for the model, as text.

        An exception becomes an error text for the model, or is raised with `on_error="raise"`. An unknown name always
        becomes an error text.
        """
        tool = self.tools.get(name) if isinstance(name, str) else None
        try:
            if tool is None:
                return "Error: unknown function {!r}; expected one of {}".format(name, ", ".join(self.tools))
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
    """Return a function's return value as text for the model: strings unchanged, anything else as JSON."""
    if isinstance(value, str):
        return value
    from ..call.json_body import encode_json

    return encode_json(value).decode("utf-8")


def run_chat_tools(
    resource: Any,
    *,
    functions: Iterable[Any],
    messages: Iterable[Any],
    max_turns: int = MAX_TURNS,
    on_error: str = REPORT,
    tools: Any = omit,
    **arguments: Any,
) -> Any:
    """Create chat completions and call the requested functions until none is requested; return a `ToolRun`.

    `functions` are Python functions (async ones only with the async client) or results of `function_tool`; `tools` are
    further tools, which are offered to the model but not called. An exception of a function is sent to the model as
    text; with `on_error="raise"` it is raised instead. Raises MaxTurnsExceeded, with the run so far, if the model still
    requests functions after `max_turns` completions.
    """
    registry, run = FunctionRegistry(resource, functions, on_error), ToolRun(list(messages))
    offered = list(registry.tools.values()) + (list(tools) if is_given(tools) else [])

    def flow() -> Flow:
        options = dict(arguments)
        for _ in range(_check_max_turns(max_turns)):
            run.final = yield lambda: resource.create(messages=list(run.messages), tools=offered, **options)
            run.turns += 1
            _reset_tool_choice(options)
            message, calls = guard("completion", _read_chat_calls, run.final)
            run.messages.append(message)
            if not calls:
                return run
            for call_id, name, text in calls:
                output = yield from registry.call(name, text)
                run.messages.append({"role": "tool", "tool_call_id": call_id, "content": output})
        raise MaxTurnsExceeded(run)

    return run_flow(resource, flow())


def _read_chat_calls(completion: Any) -> Any:
    """Return the message of a completion, and id, name and arguments of each of its calls."""
    if not completion.choices:
        raise ValueError("the completion has no choices")
    message = completion.choices[0].message
    calls = []
    for call in message.tool_calls or ():
        function = call.get("function") or {}
        calls.append((call.get("id"), function.get("name"), function.get("arguments")))
    return message, calls


def _read_response_calls(response: Any) -> Any:
    """Return the items of a response, and id, name and arguments of each of its calls."""
    items = list(response.output or ())
    calls = [item for item in items if item.get("type") == "function_call"]
    return items, [(call.get("call_id"), call.get("name"), call.get("arguments")) for call in calls]


def run_response_tools(
    resource: Any,
    *,
    functions: Iterable[Any],
    input: Any,
    max_turns: int = MAX_TURNS,
    on_error: str = REPORT,
    tools: Any = omit,
    **arguments: Any,
) -> Any:
    """Create responses and call the requested functions until none is requested; return a `ToolRun`.

    Takes the arguments of `chat.completions.run_tools`, with `input` instead of `messages`. Each response continues the
    previous one by its id (or the `conversation`); with `store=False` all items are sent again in each request.
    """
    registry = FunctionRegistry(resource, functions, on_error)
    run = ToolRun([{"role": "user", "content": input}] if isinstance(input, str) else list(input))
    offered: List[Any] = [tool.for_responses() for tool in registry.tools.values()]
    offered += list(tools) if is_given(tools) else []
    is_stored = arguments.get("store") is not False

    def flow() -> Flow:
        options, sent_items = dict(arguments), 0
        for _ in range(_check_max_turns(max_turns)):
            options["input"] = list(run.history[sent_items:])
            run.final = yield lambda: resource.create(tools=offered, **options)
            run.turns += 1
            _reset_tool_choice(options)
            items, calls = guard("response", _read_response_calls, run.final)
            run.history.extend(items)
            if not calls:
                return run
            if is_stored:
                sent_items = len(run.history)
                if not is_given(options.get("conversation")):  # a conversation already includes earlier responses
                    options["previous_response_id"] = run.final.id
            for call_id, name, text in calls:
                output = yield from registry.call(name, text)
                run.history.append({"type": "function_call_output", "call_id": call_id, "output": output})
        raise MaxTurnsExceeded(run)

    return run_flow(resource, flow())


def _reset_tool_choice(options: Dict[str, Any]) -> None:
    """Remove a `tool_choice` that forces a call; otherwise the model would repeat that call in every turn."""
    if options.get("tool_choice") == "required" or isinstance(options.get("tool_choice"), dict):
        del options["tool_choice"]


def _check_max_turns(max_turns: int) -> int:
    if not isinstance(max_turns, int) or max_turns < 1:
        raise ArgumentError("max_turns: expected an integer >= 1, got {!r}".format(max_turns))
    return max_turns
