# SPDX-License-Identifier: MIT
"""The functions of `openai.lib._parsing` and `openai.lib._pydantic`, over those of helpers/."""

from __future__ import annotations

from ..call.sentinels import SENTINEL_TYPES, omit
from ..helpers.schema import ensure_strict, resolve_ref, to_strict_json_schema
from ..helpers.structured_output import (
    chat_tools,
    is_parse_target,
    parse_content,
    to_parsed_completion,
    to_response_format_param,
)
from ..helpers.structured_output import validate_input_tools as _validate_input_tools
from ..helpers.tool_arguments import find_chat_function, parse_tool_arguments

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple

__all__ = ["resolve_ref", "to_strict_json_schema"]


def type_to_response_format_param(response_format: Any) -> Any:
    """Return the `response_format` of a request: a type becomes a JSON schema format."""
    return to_response_format_param(response_format)


def materialize_input_tools(tools: Any = omit) -> Any:
    """Return the tools as a list, so that they can be read again; `omit` if none are given."""
    return omit if type(tools) in SENTINEL_TYPES else list(tools)


def is_response_format_param(response_format: Any) -> bool:
    """Return whether a response format is one that a request sends."""
    return isinstance(response_format, dict)


def has_rich_response_format(response_format: Any) -> bool:
    """Return whether a response format is a type, of which the content is made."""
    return type(response_format) not in SENTINEL_TYPES and not is_response_format_param(response_format)


def is_strict_chat_completion_tool_param(tool: Any) -> bool:
    """Return whether a tool is a function whose arguments must fit its schema."""
    return tool.get("type") == "function" and tool["function"].get("strict") is True


def is_parseable_tool(input_tool: Any) -> bool:
    """Return whether the arguments of a tool can be parsed."""
    return is_strict_chat_completion_tool_param(input_tool)


def select_strict_chat_completion_tools(tools: Any = omit) -> Any:
    """Return the tools whose arguments must fit their schema."""
    return omit if type(tools) in SENTINEL_TYPES else list(filter(is_strict_chat_completion_tool_param, tools))


def is_dataclass_like_type(type_: Any) -> bool:
    """Return whether a type is a dataclass of pydantic."""
    return hasattr(type_, "__pydantic_config__")


def validate_input_tools(tools: Any = omit) -> Any:
    """Return the tools as a list. Raises ValueError for one whose arguments cannot be parsed."""
    if type(tools) in SENTINEL_TYPES:
        return tools
    tools = list(tools)
    _validate_input_tools(tools)
    return tools


def parse_chat_completion(*, response_format: Any, input_tools: Any, chat_completion: Any) -> Any:
    """Return a completion as a ParsedChatCompletion; the completion that was passed is not changed.

    Raises LengthFinishReasonError or ContentFilterFinishReasonError if a choice was cut off.
    """
    return to_parsed_completion(chat_completion.model_copy(deep=True), response_format, chat_tools(input_tools))


def has_parseable_input(*, response_format: Any, input_tools: Any = omit) -> bool:
    """Return whether a completion would have anything to parse: a type as format, or a strict function tool."""
    if is_parse_target(response_format):
        return True
    tools = () if type(input_tools) in SENTINEL_TYPES or input_tools is None else input_tools
    return any(map(is_parseable_tool, tools))


def maybe_parse_content(*, response_format: Any, message: Any) -> Any:
    """Return the content of a message as the type that was asked for, or None."""
    return parse_content(message, response_format)


def get_input_tool_by_name(*, input_tools: List[Any], name: str) -> Any:
    """Return the function tool with a name, or None."""
    matches = (tool for tool in input_tools if tool.get("type") == "function" and tool["function"].get("name") == name)
    return next(matches, None)


def parse_function_tool_arguments(*, input_tools: Any, function: Any) -> Any:
    """Return the arguments of a call of a function tool, parsed, or None if its tool is not strict."""
    return parse_tool_arguments(find_chat_function(input_tools, function.name), function.arguments)


def _ensure_strict_json_schema(
    json_schema: Any, *, path: Tuple[str, ...] = (), root: Optional[Dict[str, Any]] = None
) -> Dict[str, Any]:
    """Make a JSON schema strict in place and return it. Raises TypeError if it is not a dict."""
    if not isinstance(json_schema, dict):
        raise TypeError("Expected {} to be a dictionary; path={}".format(json_schema, path))
    return ensure_strict(json_schema, json_schema if root is None else root)
