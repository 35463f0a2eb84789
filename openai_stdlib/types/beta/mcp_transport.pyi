# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel

class McpTransportResourceHTTP(BaseModel):
    server_url: str
    type: Literal["http"]

class McpTransportResourceStdio(BaseModel):
    args: List[str]
    command: str
    cwd: str
    env_vars: List[str]
    type: Literal["stdio"]

McpTransport: TypeAlias = Annotated[
    Union[McpTransportResourceHTTP, McpTransportResourceStdio], PropertyInfo(discriminator="type")
]
