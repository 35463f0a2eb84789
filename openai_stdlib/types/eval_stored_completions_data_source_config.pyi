# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Optional
from typing_extensions import Literal
from .._models import BaseModel
from .shared.metadata import Metadata

class EvalStoredCompletionsDataSourceConfig(BaseModel):
    schema_: Dict[str, object]
    type: Literal["stored_completions"]
    metadata: Optional[Metadata] = ...
