# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import Required, TypedDict
from ..responses.response_includable import ResponseIncludable

class ItemRetrieveParams(TypedDict, total=False):
    conversation_id: Required[str]
    include: List[ResponseIncludable]
