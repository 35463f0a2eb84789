# SPDX-License-Identifier: MIT
"""Functions and type variables of structured output."""

from typing_extensions import TypeVar

from ...compat.response_parsing import get_input_tool_by_name as get_input_tool_by_name
from ...compat.response_parsing import parse_function_tool_arguments as parse_function_tool_arguments
from ...compat.response_parsing import parse_response as parse_response
from ...compat.response_parsing import parse_text as parse_text
from ...compat.response_parsing import type_to_text_format_param as type_to_text_format_param

TextFormatT = TypeVar("TextFormatT", default=None)
