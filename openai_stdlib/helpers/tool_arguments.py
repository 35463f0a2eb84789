# SPDX-License-Identifier: MIT
"""The arguments of tool calls: read as text from whatever a server sends, and parsed into the type of the tool.

Every helper reads arguments here: `parse`, `stream`, `run_tools` and the streams of assistants. No I/O.
"""

from __future__ import annotations

from json import dumps, loads

from ..call.errors import ParseError
from ..call.sentinels import is_given
from ..results.guard import run_user_code

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional

NO_ARGUMENTS = "{}"


def read_arguments(value: Any) -> str:
    """Return the arguments of a call as JSON text.

    The API sends text. Other servers send an object, or null or blank text for a function without parameters.
    """
    if isinstance(value, str):
        return NO_ARGUMENTS if not value or value.isspace() else value
    return NO_ARGUMENTS if value is None else dumps(value, ensure_ascii=False)


def decode_arguments(value: Any, name: Any = None) -> Any:
    """Return the arguments of a call as decoded JSON. Raises ParseError."""
    text = read_arguments(value)
    try:
        return loads(text)
    except (ValueError, RecursionError) as error:
        of = " in the arguments of {}".format(name) if name else ""
        raise ParseError("$: invalid JSON{}: {}".format(of, error), "$", text) from None


def is_complete(text: str) -> bool:
    """Return whether the text of arguments is a complete JSON object."""
    if text.rstrip()[-1:] != "}":
        return False
    try:
        return isinstance(loads(text), dict)
    except (ValueError, RecursionError):
        return False


def parse_tool_arguments(function: Optional[Dict[str, Any]], arguments: Any) -> Any:
    """Return the arguments of a tool call: an instance of the tool's type, plain JSON if the tool is strict, or None.

    `function` is its definition in the request, or None if it has none. Raises ParseError.
    """
    if function is None:
        return None
    model = getattr(function, "model", None)
    if model is not None:
        from .convert import parse_json_as

        return run_user_code(parse_json_as, model, read_arguments(arguments))
    return decode_arguments(arguments, function.get("name")) if function.get("strict") else None


def find_chat_function(tools: Any, name: Any) -> Optional[Dict[str, Any]]:
    """Return the definition of a function in the tools of a chat request, or None."""
    for tool in tools if is_given(tools) else ():
        if tool.get("type") == "function" and tool.get("function", {}).get("name") == name:
            function: Dict[str, Any] = tool["function"]
            return function
    return None


def find_response_function(tools: Any, name: Any, namespace: Any = None) -> Optional[Dict[str, Any]]:
    """Return the definition of a function in the tools of a response request, in a namespace if given, or None."""
    candidates: List[Dict[str, Any]] = list(tools) if is_given(tools) else []
    if namespace is not None:
        for tool in candidates:
            if tool.get("type") == "namespace" and tool.get("name") == namespace:
                candidates, namespace = list(tool.get("tools") or ()), name
                break
        if namespace != name:
            return None
    return next((tool for tool in candidates if tool.get("type") == "function" and tool.get("name") == name), None)
