# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Union, Iterable, Optional
from typing_extensions import Literal, Required, TypedDict

class DecisionInputJSON(TypedDict, total=False):
    data: Required[Union[Dict[str, Optional[object]], Iterable[Dict[str, Optional[object]]]]]
    type: Required[Literal["input_json"]]
