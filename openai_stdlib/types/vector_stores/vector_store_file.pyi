# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Union, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from ..file_chunking_strategy import FileChunkingStrategy

class LastError(BaseModel):
    code: Literal["server_error", "unsupported_file", "invalid_file"]
    message: str

class VectorStoreFile(BaseModel):
    id: str
    created_at: int
    last_error: Optional[LastError] = ...
    object: Literal["vector_store.file"]
    status: Literal["in_progress", "completed", "cancelled", "failed"]
    usage_bytes: int
    vector_store_id: str
    attributes: Optional[Dict[str, Union[str, float, bool]]] = ...
    chunking_strategy: Optional[FileChunkingStrategy] = ...
