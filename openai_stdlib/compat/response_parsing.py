# SPDX-License-Identifier: MIT
"""The functions of `openai.lib._parsing._responses`, over those of helpers/."""

from __future__ import annotations

from ..helpers.structured_output import parse_text, schema_format, to_parsed_response
from ..helpers.tool_arguments import find_response_function, parse_tool_arguments

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Optional

__all__ = ["parse_text"]


def type_to_text_format_param(type_: Any) -> Dict[str, Any]:
    """Return the `format` of the text of a response request for a type."""
    return {"type": "json_schema", **schema_format(type_)}


def parse_response(*, text_format: Any, input_tools: Any, response: Any) -> Any:
    """Return a response as a ParsedResponse; the response that was passed is not changed."""
    return to_parsed_response(response.model_copy(deep=True), text_format, input_tools)


def get_input_tool_by_name(*, input_tools: Any, name: str, namespace: Optional[str] = None) -> Any:
    """Return the function tool with a name, in a namespace if given, or None."""
    return find_response_function(input_tools, name, namespace)


def parse_function_tool_arguments(*, input_tools: Any, function_call: Any) -> Any:
    """Return the arguments of a function call, parsed, or None if its tool is not strict."""
    namespace = getattr(function_call, "namespace", None)
    tool = find_response_function(input_tools or (), function_call.name, namespace)
    return parse_tool_arguments(tool, function_call.arguments)
