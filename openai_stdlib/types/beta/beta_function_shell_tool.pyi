# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .beta_container_auto import BetaContainerAuto
from .beta_local_environment import BetaLocalEnvironment
from .beta_container_reference import BetaContainerReference

Environment: TypeAlias = Annotated[
    Union[BetaContainerAuto, BetaLocalEnvironment, BetaContainerReference, None], PropertyInfo(discriminator="type")
]

class BetaFunctionShellTool(BaseModel):
    type: Literal["shell"]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]] = ...
    environment: Optional[Environment] = ...
