# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import TypedDict
from .shared_params.metadata import Metadata

class EvalUpdateParams(TypedDict, total=False):
    metadata: Optional[Metadata]
    name: str
