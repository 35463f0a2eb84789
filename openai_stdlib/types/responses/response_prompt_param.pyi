# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Union, Optional
from typing_extensions import Required, TypeAlias, TypedDict
from .response_input_file_param import ResponseInputFileParam
from .response_input_text_param import ResponseInputTextParam
from .response_input_image_param import ResponseInputImageParam

Variables: TypeAlias = Union[str, ResponseInputTextParam, ResponseInputImageParam, ResponseInputFileParam]

class ResponsePromptParam(TypedDict, total=False):
    id: Required[str]
    variables: Optional[Dict[str, Variables]]
    version: Optional[str]
