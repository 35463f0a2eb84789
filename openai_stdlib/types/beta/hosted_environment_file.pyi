# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .hosted_environment_file_id import HostedEnvironmentFileID

class HostedEnvironmentFileResourceInline(BaseModel):
    id: str
    path: str
    size_bytes: int
    type: Literal["inline"]

HostedEnvironmentFile: TypeAlias = Annotated[
    Union[HostedEnvironmentFileID, HostedEnvironmentFileResourceInline], PropertyInfo(discriminator="type")
]
