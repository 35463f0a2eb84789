# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Union, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from ..._types import SequenceNotStr

class PersistedMcpTransportConfigParamHTTP(TypedDict, total=False):
    server_url: Required[str]
    type: Required[Literal["http"]]
    headers: Optional[Dict[str, str]]

class PersistedMcpTransportConfigParamStdio(TypedDict, total=False):
    command: Required[str]
    cwd: Required[str]
    type: Required[Literal["stdio"]]
    args: Optional[SequenceNotStr[str]]
    env_vars: Optional[SequenceNotStr[str]]

PersistedMcpTransportParam: TypeAlias = Union[
    PersistedMcpTransportConfigParamHTTP, PersistedMcpTransportConfigParamStdio
]
