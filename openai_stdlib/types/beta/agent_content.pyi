# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .output_text import OutputText

class EncryptedContentResource(BaseModel):
    encrypted_content: str
    type: Literal["encrypted_content"]

AgentContent: TypeAlias = Annotated[Union[OutputText, EncryptedContentResource], PropertyInfo(discriminator="type")]
