# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Required, TypedDict
from ...shared_params.metadata import Metadata

class RunUpdateParams(TypedDict, total=False):
    thread_id: Required[str]
    metadata: Optional[Metadata]
