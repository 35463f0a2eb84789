# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Literal, Required, TypeAlias, TypedDict

class Text(TypedDict, total=False):
    type: Required[Literal["text"]]

class Grammar(TypedDict, total=False):
    definition: Required[str]
    syntax: Required[Literal["lark", "regex"]]
    type: Required[Literal["grammar"]]

CustomToolInputFormat: TypeAlias = Union[Text, Grammar]
