# SPDX-License-Identifier: MIT
"""Helpers under their official names."""

from ..compat.parsing import type_to_response_format_param as type_to_response_format_param
from ..helpers.tools import pydantic_function_tool as pydantic_function_tool
from ..helpers.tools import pydantic_responses_function_tool as pydantic_responses_function_tool
from ._parsing import ResponseFormatT as ResponseFormatT
