# SPDX-License-Identifier: MIT
"""What a computer toolset accepts: parameters, responses, actions and screenshots. No I/O.

A toolset executes nothing of a response that it doesn't understand completely, or couldn't send again.
"""

from __future__ import annotations

from math import isfinite

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Mapping, Optional, Set

COMPUTER_TOOLS = ("computer", "computer_use_preview")
# What the toolset decides itself.
OWN_FIELDS = frozenset(
    ("stream", "background", "conversation", "previous_response_id", "tools", "input", "include", "tool_choice")
)

# Shapes: a type, a text or None stand for themselves, a tuple for one of several, a list for a list of such values,
# a dict for an object with such fields. The name of a field that may be absent ends with "?".
STATUS = ("completed", "incomplete", "in_progress")
SPAN = {"start_index": int, "end_index": int}
ANNOTATION: Any = (
    {"type": "file_citation", "file_id": str, "filename": str, "index": int},
    {"type": "url_citation", "title": str, "url": str, **SPAN},
    {"type": "container_file_citation", "container_id": str, "file_id": str, "filename": str, **SPAN},
    {"type": "file_path", "file_id": str, "index": int},
)
TOKEN: Dict[str, Any] = {"token": str, "bytes": [int], "logprob": float}
OUTPUT_TEXT: Dict[str, Any] = {
    "type": "output_text",
    "text": str,
    "annotations": [ANNOTATION],
    "logprobs?": (None, [{**TOKEN, "top_logprobs": [TOKEN]}]),
}
ITEMS: Dict[str, Any] = {
    "message": {
        "id": str,
        "role": "assistant",
        "status": STATUS,
        "phase?": (None, "commentary", "final_answer"),
        "content": [({"type": "refusal", "refusal": str}, OUTPUT_TEXT)],
    },
    "reasoning": {
        "id": str,
        "summary": [{"type": "summary_text", "text": str}],
        "content?": [{"type": "reasoning_text", "text": str}],
        "encrypted_content?": (None, str),
        "status?": STATUS,
    },
    "compaction": {"id": str, "encrypted_content": str},
}
POINT = {"x": int, "y": int}
KEYS = {"keys?": (None, [str])}
ACTIONS: Dict[str, Any] = {
    "click": {**POINT, **KEYS, "button": ("left", "right", "wheel", "back", "forward")},
    "double_click": {**POINT, **KEYS},
    "drag": {**KEYS, "path": [POINT]},
    "keypress": {"keys": [str]},
    "move": {**POINT, **KEYS},
    "screenshot": KEYS,
    "scroll": {**POINT, **KEYS, "scroll_x": int, "scroll_y": int},
    "type": {**KEYS, "text": str},
    "wait": KEYS,
}
SAFETY_CHECKS: List[Dict[str, Any]] = [{"id": str, "code?": (None, str), "message?": (None, str)}]


class ComputerUseError(RuntimeError):
    """A run stopped before its end. `response` is the last one that was received, or None."""

    def __init__(self, message: str, response: Any = None) -> None:
        super().__init__(message)
        self.response = response


def has_shape(value: Any, shape: Any) -> bool:
    """Return whether a value of JSON has a shape."""
    if isinstance(shape, tuple):
        return any(has_shape(value, choice) for choice in shape)
    if isinstance(shape, list):
        return isinstance(value, list) and all(has_shape(item, shape[0]) for item in value)
    if isinstance(shape, dict):
        return isinstance(value, dict) and all(_has_field(value, name, field) for name, field in shape.items())
    if shape is float:
        return type(value) in (int, float) and isfinite(value)
    if isinstance(shape, type):
        return isinstance(value, shape) and type(value) is not bool
    return bool(value == shape)


def _has_field(value: Dict[str, Any], name: str, shape: Any) -> bool:
    if name.endswith("?"):
        name = name[:-1]
        if name not in value:
            return True
    return name in value and has_shape(value[name], shape)


def make_request(params: Mapping[str, Any]) -> Dict[str, Any]:
    """Return the first request of a run. Raises ValueError for parameters that contradict the toolset."""
    if isinstance(params.get("extra_body"), dict) and OWN_FIELDS.intersection(params["extra_body"]):
        raise ValueError("extra_body: has fields of the toolset; pass them as parameters")
    for name in ("stream", "background", "conversation", "previous_response_id"):
        if params.get(name):
            raise ValueError("{}: the toolset waits for each response and sends the whole history".format(name))
    tools = list(params.get("tools", [{"type": "computer"}]) or ())
    if len(tools) != 1 or tools[0]["type"] not in COMPUTER_TOOLS:
        raise ValueError("tools: expected one tool of type computer; use ResponsesToolRunner for further tools")
    given = params.get("input") or []
    return {
        **params,
        "tools": tools,
        "stream": False,
        "input": [{"role": "user", "content": given}] if isinstance(given, str) else list(given),
        # Without it, responses that weren't stored could not be continued.
        "include": list(dict.fromkeys([*(params.get("include") or ()), "reasoning.encrypted_content"])),
    }


def relax_tool_choice(request: Dict[str, Any]) -> None:
    """Let the model answer without a call from now on, if `tool_choice` required one."""
    choice = request.get("tool_choice")
    if isinstance(choice, dict) and choice.get("type") == "allowed_tools":
        if choice.get("mode") == "required":
            request["tool_choice"] = {"type": "allowed_tools", "tools": choice["tools"], "mode": "auto"}
    elif choice == "required" or (isinstance(choice, dict) and choice.get("type") in (*COMPUTER_TOOLS, "computer_use")):
        request["tool_choice"] = "auto"


class Identities:
    """The ids of items and of calls in the history; none may come twice."""

    def __init__(self, history: List[Any]) -> None:
        items = [item for item in history if isinstance(item, dict)]
        self.ids: Set[str] = {item["id"] for item in items if isinstance(item.get("id"), str)} - {""}
        self.call_ids: Set[str] = {item["call_id"] for item in items if isinstance(item.get("call_id"), str)}

    def find_calls(self, response: Any, is_last: bool) -> List[Any]:
        """Return the calls of a response, none if it is the final one. Raises ComputerUseError."""
        if response.get("status") != "completed":
            raise ComputerUseError("response: did not complete", response)
        calls: List[Any] = []
        ids: Set[str] = set()
        for item in response.output:
            kind = item.get("type")
            if kind == "computer_call":
                try:
                    list_actions(item)
                except ComputerUseError as error:
                    error.response = response
                    raise
                if item.call_id in self.call_ids:
                    raise ComputerUseError("computer_call: its call_id {!r} is repeated".format(item.call_id), response)
                self.call_ids.add(item.call_id)
                calls.append(item)
            elif kind not in ITEMS:
                raise ComputerUseError("response: has an item of type {}, not of the computer".format(kind), response)
            elif not has_shape(item, ITEMS[kind]):
                raise ComputerUseError("{}: is incomplete, so it could not be sent again".format(kind), response)
            if item.id in ids or item.id in self.ids:
                raise ComputerUseError("{}: its id {!r} is repeated".format(kind, item.id), response)
            ids.add(item.id)
        self.ids |= ids - {""}
        if calls and is_last:
            raise ComputerUseError("max_steps: the task isn't done", response)
        if not calls and not any(_is_final(item) for item in response.output):
            raise ComputerUseError("response: has neither a final message nor a call", response)
        return calls


def _is_final(item: Any) -> bool:
    is_complete: bool = item["type"] == "message" and item["status"] == "completed"
    return is_complete and item.get("phase") != "commentary"


def list_actions(call: Any) -> List[Any]:
    """Return the actions of a call. Raises ComputerUseError for a call that isn't complete."""
    if not isinstance(call, dict) or call.get("type") != "computer_call" or call.get("status") != "completed":
        raise ComputerUseError("computer_call: did not complete")
    if not has_shape(call, {"id": str, "call_id": str}):
        raise ComputerUseError("computer_call: has no id or no call_id")
    given = [call[name] for name in ("actions", "action") if name in call]
    if len([value for value in given if value is not None]) != 1 or None in given:
        raise ComputerUseError("computer_call: expected either action or actions")
    actions = [call["action"]] if "action" in call else list(call["actions"])
    if not actions:
        raise ComputerUseError("computer_call: has no actions")
    # The former form of calls always has safety checks; the present one may leave them out.
    if not has_shape(call, {"pending_safety_checks" if "action" in call else "pending_safety_checks?": SAFETY_CHECKS}):
        raise ComputerUseError("pending_safety_checks: missing or invalid")
    for action in actions:
        kind = action.get("type") if isinstance(action, dict) else None
        if not isinstance(kind, str) or kind not in ACTIONS or not has_shape(action, ACTIONS[kind]):
            raise ComputerUseError("computer_call: has an invalid action of type {}".format(kind))
    return actions


def make_output(call: Any, screenshot: Any) -> Dict[str, Any]:
    """Return the output item of a call. Raises ComputerUseError for what isn't a screenshot."""
    image: Optional[Dict[str, Any]] = None
    if isinstance(screenshot, dict) and screenshot.get("type") == "computer_screenshot":
        sources = {name: screenshot.get(name) for name in ("image_url", "file_id")}
        image = {name: source for name, source in sources.items() if source is not None}
    if not image or not all(isinstance(source, str) and source.strip() for source in image.values()):
        raise ComputerUseError("screenshot: expected a dict of type computer_screenshot with image_url or file_id")
    checks = call.get("pending_safety_checks") or ()
    return {
        "type": "computer_call_output",
        "call_id": call.call_id,
        "output": {"type": "computer_screenshot", **image},
        "acknowledged_safety_checks": [
            {name: check.get(name) for name in ("id", "code", "message")} for check in checks
        ],
    }
