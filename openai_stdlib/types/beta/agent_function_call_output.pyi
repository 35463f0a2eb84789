# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union
from typing_extensions import TypeAlias
from .input_content import InputContent

AgentFunctionCallOutput: TypeAlias = Union[str, List[InputContent]]
