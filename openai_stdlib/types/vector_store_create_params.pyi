# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal, Required, TypedDict
from .._types import SequenceNotStr
from .shared_params.metadata import Metadata
from .file_chunking_strategy_param import FileChunkingStrategyParam

class VectorStoreCreateParams(TypedDict, total=False):
    chunking_strategy: FileChunkingStrategyParam
    description: str
    expires_after: ExpiresAfter
    file_ids: SequenceNotStr[str]
    metadata: Optional[Metadata]
    name: str

class ExpiresAfter(TypedDict, total=False):
    anchor: Required[Literal["last_active_at"]]
    days: Required[int]
