# SPDX-License-Identifier: MIT
"""The parameters of a tool runner: what it takes over, which tools it offers, which may be called. No I/O."""

from __future__ import annotations

from copy import deepcopy

from .tool_runner_checks import CALLS, SERVER_ITEMS, SERVER_TOOLS, check_result

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Mapping, Optional, Set

LOCAL_TOOLS = frozenset(("function", "computer", "computer_use", "computer_use_preview"))
# What the runner decides itself.
OWN_FIELDS = frozenset(
    ("stream", "store", "background", "conversation", "previous_response_id", "tools", "input", "include")
) | {"tool_choice"}


class ToolChoice:
    """Which tools `tool_choice` allows."""

    def __init__(self, choice: Any, tools: List[Dict[str, Any]]) -> None:
        allowed = choice["tools"] if isinstance(choice, dict) and choice["type"] == "allowed_tools" else [choice]
        is_forced = isinstance(choice, dict) and (choice["type"] != "allowed_tools" or choice["mode"] == "required")
        forced = [tool.get("type") for tool in allowed if is_forced]
        if choice == "required":
            forced = [tool["type"] for tool in tools]
        if forced and LOCAL_TOOLS.issuperset(forced):
            raise ValueError("tool_choice: always requires a function, so the run couldn't end; use auto")
        self._tools: Optional[List[Any]] = None
        if choice not in (None, "auto", "required"):
            self._tools = [tool for tool in allowed if isinstance(tool, dict)]

    def allows(self, data: Dict[str, Any]) -> bool:
        """Return whether an item may be in a response."""
        kind: str = data["type"]
        if self._tools is None or kind not in (*CALLS, *SERVER_ITEMS):
            return True
        for tool in self._tools:
            if kind == "function_call":
                is_allowed = tool.get("type") == "function" and tool.get("name") == data["name"]
            elif kind == "computer_call":
                is_allowed = tool.get("type") in LOCAL_TOOLS - {"function"}
            elif kind in ("mcp_call", "mcp_approval_request"):
                is_allowed = tool.get("server_label") == data["server_label"]
                is_allowed = is_allowed and tool.get("name") in (None, data["name"])
            else:
                is_allowed = kind == "mcp_list_tools" or tool.get("type") in SERVER_ITEMS[kind]
            if is_allowed:
                return True
        return kind == "mcp_list_tools"


def check_params(params: Mapping[str, Any]) -> None:
    """Raise ValueError for parameters that contradict the runner."""
    if isinstance(params.get("extra_body"), dict) and OWN_FIELDS.intersection(params["extra_body"]):
        raise ValueError("extra_body: has fields of the runner; pass them as parameters")
    for name in ("stream", "background", "conversation", "previous_response_id"):
        if params.get(name):
            raise ValueError("{}: the runner sends the whole history; pass `input`, and stream to run()".format(name))


def add_declared_tools(tools: List[Dict[str, Any]], params: Mapping[str, Any]) -> List[Dict[str, Any]]:
    """Return the registered tools and those that the parameters declare, which the server executes."""
    result = list(tools)
    for tool in params.get("tools") or ():
        if tool["type"] in ("computer", "computer_use_preview") and any(old["type"] == "computer" for old in tools):
            result = [old for old in result if old["type"] not in ("computer", "computer_use_preview")]
        elif tool["type"] not in SERVER_TOOLS:
            raise ValueError("tools: the runner takes tools of the server here; register functions with the runner")
        result.append(deepcopy(tool))
    labels = [tool.get("server_label") for tool in result if tool["type"] == "mcp"]
    if not all(labels) or len(set(labels)) != len(labels):
        raise ValueError("tools: each MCP server needs a server_label of its own")
    if params.get("store") is False and any(tool["type"] == "image_generation" for tool in result):
        raise ValueError("store: the runner continues after generated images only with stored responses; pass True")
    return result


def check_supplied(outputs: Any, eligible: Set[str]) -> Dict[str, Any]:
    """Return the outputs that a program supplies, by call. Raises ValueError."""
    if type(outputs) is not list:
        raise ValueError("supply_outputs: expected a list of function outputs")
    supplied: Dict[str, Any] = {}
    for output in outputs:
        if type(output) is not dict or set(output) != {"type", "call_id", "output"}:
            raise ValueError("supply_outputs: expected dicts with the fields type, call_id and output")
        call_id = output["call_id"]
        if output["type"] != "function_call_output" or call_id not in eligible or call_id in supplied:
            raise ValueError("supply_outputs: {!r} is no call whose output may be supplied".format(call_id))
        supplied[call_id] = {
            "type": "function_call_output",
            "call_id": call_id,
            "output": check_result(output["output"]),
        }
    return supplied
