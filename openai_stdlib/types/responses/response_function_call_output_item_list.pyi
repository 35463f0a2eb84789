# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import TypeAlias
from .response_function_call_output_item import ResponseFunctionCallOutputItem

ResponseFunctionCallOutputItemList: TypeAlias = List[ResponseFunctionCallOutputItem]
