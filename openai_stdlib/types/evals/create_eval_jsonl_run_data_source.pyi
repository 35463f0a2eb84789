# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel

class SourceFileContentContent(BaseModel):
    item: Dict[str, object]
    sample: Optional[Dict[str, object]] = ...

class SourceFileContent(BaseModel):
    content: List[SourceFileContentContent]
    type: Literal["file_content"]

class SourceFileID(BaseModel):
    id: str
    type: Literal["file_id"]

Source: TypeAlias = Annotated[Union[SourceFileContent, SourceFileID], PropertyInfo(discriminator="type")]

class CreateEvalJSONLRunDataSource(BaseModel):
    source: Source
    type: Literal["jsonl"]
