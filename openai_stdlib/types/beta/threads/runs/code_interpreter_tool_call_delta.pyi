# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ....._utils import PropertyInfo
from ....._models import BaseModel
from .code_interpreter_logs import CodeInterpreterLogs
from .code_interpreter_output_image import CodeInterpreterOutputImage

CodeInterpreterOutput: TypeAlias = Annotated[
    Union[CodeInterpreterLogs, CodeInterpreterOutputImage], PropertyInfo(discriminator="type")
]

class CodeInterpreter(BaseModel):
    input: Optional[str] = ...
    outputs: Optional[List[CodeInterpreterOutput]] = ...

class CodeInterpreterToolCallDelta(BaseModel):
    index: int
    type: Literal["code_interpreter"]
    id: Optional[str] = ...
    code_interpreter: Optional[CodeInterpreter] = ...
