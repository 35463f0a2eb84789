# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from ..shared.metadata import Metadata

class ToolResourcesCodeInterpreter(BaseModel):
    file_ids: Optional[List[str]] = ...

class ToolResourcesFileSearch(BaseModel):
    vector_store_ids: Optional[List[str]] = ...

class ToolResources(BaseModel):
    code_interpreter: Optional[ToolResourcesCodeInterpreter] = ...
    file_search: Optional[ToolResourcesFileSearch] = ...

class Thread(BaseModel):
    id: str
    created_at: int
    metadata: Optional[Metadata] = ...
    object: Literal["thread"]
    tool_resources: Optional[ToolResources] = ...
