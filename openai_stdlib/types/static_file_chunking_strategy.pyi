# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .._models import BaseModel

class StaticFileChunkingStrategy(BaseModel):
    chunk_overlap_tokens: int
    max_chunk_size_tokens: int
