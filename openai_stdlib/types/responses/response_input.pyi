# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import TypeAlias
from .response_input_item import ResponseInputItem

ResponseInput: TypeAlias = List[ResponseInputItem]
