# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal, Required, TypedDict

class ResponseFormatJSONObject(TypedDict, total=False):
    type: Required[Literal["json_object"]]
