# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from .beta_container_auto_param import BetaContainerAutoParam
from .beta_local_environment_param import BetaLocalEnvironmentParam
from .beta_container_reference_param import BetaContainerReferenceParam

Environment: TypeAlias = Union[BetaContainerAutoParam, BetaLocalEnvironmentParam, BetaContainerReferenceParam]

class BetaFunctionShellToolParam(TypedDict, total=False):
    type: Required[Literal["shell"]]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]]
    environment: Optional[Environment]
