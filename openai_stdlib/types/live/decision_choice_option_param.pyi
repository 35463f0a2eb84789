# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Required, TypedDict

class DecisionChoiceOptionParam(TypedDict, total=False):
    value: Required[Union[str, bool]]
    description: str
