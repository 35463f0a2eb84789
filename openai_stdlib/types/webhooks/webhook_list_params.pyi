# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import TypedDict

class WebhookListParams(TypedDict, total=False):
    after: Optional[str]
    limit: int
