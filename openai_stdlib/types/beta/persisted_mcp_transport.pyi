# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Union
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel

class PersistedMcpTransportResourceHTTP(BaseModel):
    headers: Dict[str, str]
    server_url: str
    type: Literal["http"]

class PersistedMcpTransportResourceStdio(BaseModel):
    args: List[str]
    command: str
    cwd: str
    env_vars: List[str]
    type: Literal["stdio"]

PersistedMcpTransport: TypeAlias = Annotated[
    Union[PersistedMcpTransportResourceHTTP, PersistedMcpTransportResourceStdio], PropertyInfo(discriminator="type")
]
