# SPDX-License-Identifier: MIT
"""Helpers under their official names."""

from ..helpers.tools import pydantic_function_tool as pydantic_function_tool
from ..helpers.tools import pydantic_responses_function_tool as pydantic_responses_function_tool
