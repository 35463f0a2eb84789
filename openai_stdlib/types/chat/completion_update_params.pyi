# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Required, TypedDict
from ..shared_params.metadata import Metadata

class CompletionUpdateParams(TypedDict, total=False):
    metadata: Required[Optional[Metadata]]
