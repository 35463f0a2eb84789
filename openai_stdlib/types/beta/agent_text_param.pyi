# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal, TypedDict
from .text_format_param import TextFormatParam

class AgentTextParam(TypedDict, total=False):
    format: Optional[TextFormatParam]
    verbosity: Optional[Literal["low", "medium", "high"]]
