# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Iterable, Optional
from typing_extensions import TypedDict
from ..shared_params.metadata import Metadata
from ..responses.response_input_item_param import ResponseInputItemParam

class ConversationCreateParams(TypedDict, total=False):
    items: Optional[Iterable[ResponseInputItemParam]]
    metadata: Optional[Metadata]
