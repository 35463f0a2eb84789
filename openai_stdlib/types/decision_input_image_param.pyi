# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal, Required, TypedDict
from .decision_prompt_cache_breakpoint_param import DecisionPromptCacheBreakpointParam

class PromptCacheBreakpoint(TypedDict, total=False):
    mode: Required[Literal["explicit"]]

class DecisionInputImageParam(TypedDict, total=False):
    image_url: Required[str]
    type: Required[Literal["input_image"]]
    detail: Optional[Literal["low", "high", "auto", "original"]]
    prompt_cache_breakpoint: Optional[DecisionPromptCacheBreakpointParam]
