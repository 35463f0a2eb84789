# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Iterable, Optional
from typing_extensions import Literal, Required, TypedDict
from .decision_input_text_param import DecisionInputTextParam

class DecisionDeveloperMessageParam(TypedDict, total=False):
    content: Required[Union[str, Iterable[DecisionInputTextParam]]]
    role: Required[Literal["developer"]]
    id: Optional[str]
    type: Literal["message"]
