# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ....._utils import PropertyInfo
from ....._models import BaseModel
from .credential_networking import CredentialNetworking
from .mcp_oauth_token_endpoint_auth import McpOauthTokenEndpointAuth

class VaultCredentialAuthResourceMcpOauthRefresh(BaseModel):
    client_id: str
    resource: Optional[str] = ...
    scope: Optional[str] = ...
    token_endpoint: str
    token_endpoint_auth: McpOauthTokenEndpointAuth

class VaultCredentialAuthResourceMcpOauth(BaseModel):
    expires_at: Optional[str] = ...
    mcp_server_url: str
    refresh: Optional[VaultCredentialAuthResourceMcpOauthRefresh] = ...
    type: Literal["mcp_oauth"]

class VaultCredentialAuthResourceStaticBearer(BaseModel):
    mcp_server_url: str
    type: Literal["static_bearer"]

class VaultCredentialAuthResourceEnvironmentVariable(BaseModel):
    networking: CredentialNetworking
    secret_name: str
    type: Literal["environment_variable"]

CredentialAuth: TypeAlias = Annotated[
    Union[
        VaultCredentialAuthResourceMcpOauth,
        VaultCredentialAuthResourceStaticBearer,
        VaultCredentialAuthResourceEnvironmentVariable,
    ],
    PropertyInfo(discriminator="type"),
]
