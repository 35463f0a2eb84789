# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union
from typing_extensions import Literal, Annotated, TypeAlias
from ....._utils import PropertyInfo
from ....._models import BaseModel

class VaultCredentialNetworkingResourceUnrestricted(BaseModel):
    type: Literal["unrestricted"]

class VaultCredentialNetworkingResourceLimited(BaseModel):
    allowed_hosts: List[str]
    type: Literal["limited"]

CredentialNetworking: TypeAlias = Annotated[
    Union[VaultCredentialNetworkingResourceUnrestricted, VaultCredentialNetworkingResourceLimited],
    PropertyInfo(discriminator="type"),
]
