# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Union, Optional
from typing_extensions import TypeAlias
from ..._models import BaseModel
from .response_input_file import ResponseInputFile
from .response_input_text import ResponseInputText
from .response_input_image import ResponseInputImage

Variables: TypeAlias = Union[str, ResponseInputText, ResponseInputImage, ResponseInputFile]

class ResponsePrompt(BaseModel):
    id: str
    variables: Optional[Dict[str, Variables]] = ...
    version: Optional[str] = ...
