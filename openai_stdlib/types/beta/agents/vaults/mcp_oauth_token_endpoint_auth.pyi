# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Literal, Annotated, TypeAlias
from ....._utils import PropertyInfo
from ....._models import BaseModel

class McpOauthTokenEndpointAuthResourceNone(BaseModel):
    type: Literal["none"]

class McpOauthTokenEndpointAuthResourceClientSecretBasic(BaseModel):
    type: Literal["client_secret_basic"]

class McpOauthTokenEndpointAuthResourceClientSecretPost(BaseModel):
    type: Literal["client_secret_post"]

McpOauthTokenEndpointAuth: TypeAlias = Annotated[
    Union[
        McpOauthTokenEndpointAuthResourceNone,
        McpOauthTokenEndpointAuthResourceClientSecretBasic,
        McpOauthTokenEndpointAuthResourceClientSecretPost,
    ],
    PropertyInfo(discriminator="type"),
]
