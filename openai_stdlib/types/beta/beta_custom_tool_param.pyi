# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict

class FormatText(TypedDict, total=False):
    type: Required[Literal["text"]]

class FormatGrammar(TypedDict, total=False):
    definition: Required[str]
    syntax: Required[Literal["lark", "regex"]]
    type: Required[Literal["grammar"]]

Format: TypeAlias = Union[FormatText, FormatGrammar]
_BetaCustomToolParamReservedKeywords = TypedDict("_BetaCustomToolParamReservedKeywords", {"async": bool}, total=False)

class BetaCustomToolParam(_BetaCustomToolParamReservedKeywords, total=False):
    name: Required[str]
    type: Required[Literal["custom"]]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]]
    defer_loading: bool
    description: str
    format: Format
