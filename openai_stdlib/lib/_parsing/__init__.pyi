# SPDX-License-Identifier: MIT
"""Functions and type variables of structured output."""

from typing_extensions import TypeVar

from ...compat.parsing import get_input_tool_by_name as get_input_tool_by_name
from ...compat.parsing import has_parseable_input as has_parseable_input
from ...compat.parsing import has_rich_response_format as has_rich_response_format
from ...compat.parsing import is_parseable_tool as is_parseable_tool
from ...compat.parsing import is_response_format_param as is_response_format_param
from ...compat.parsing import is_strict_chat_completion_tool_param as is_strict_chat_completion_tool_param
from ...compat.parsing import materialize_input_tools as materialize_input_tools
from ...compat.parsing import maybe_parse_content as maybe_parse_content
from ...compat.parsing import parse_chat_completion as parse_chat_completion
from ...compat.parsing import parse_function_tool_arguments as parse_function_tool_arguments
from ...compat.parsing import select_strict_chat_completion_tools as select_strict_chat_completion_tools
from ...compat.parsing import type_to_response_format_param as type_to_response_format_param
from ...compat.parsing import validate_input_tools as validate_input_tools

ResponseFormatT = TypeVar("ResponseFormatT", default=None)
