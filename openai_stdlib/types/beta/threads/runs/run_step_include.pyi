# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal, TypeAlias

RunStepInclude: TypeAlias = Literal["step_details.tool_calls[*].file_search.results[*].content"]
