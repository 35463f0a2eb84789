# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from .credential_networking_param import CredentialNetworkingParam
from .mcp_oauth_token_endpoint_auth_create_param import McpOauthTokenEndpointAuthCreateParam

class CreateVaultCredentialAuthParamMcpOauthRefresh(TypedDict, total=False):
    client_id: Required[str]
    refresh_token: Required[str]
    token_endpoint: Required[str]
    token_endpoint_auth: Required[McpOauthTokenEndpointAuthCreateParam]
    resource: Optional[str]
    scope: Optional[str]

class CreateVaultCredentialAuthParamMcpOauth(TypedDict, total=False):
    access_token: Required[str]
    mcp_server_url: Required[str]
    type: Required[Literal["mcp_oauth"]]
    expires_at: Optional[str]
    refresh: Optional[CreateVaultCredentialAuthParamMcpOauthRefresh]

class CreateVaultCredentialAuthParamStaticBearer(TypedDict, total=False):
    token: Required[str]
    mcp_server_url: Required[str]
    type: Required[Literal["static_bearer"]]

class CreateVaultCredentialAuthParamEnvironmentVariable(TypedDict, total=False):
    networking: Required[CredentialNetworkingParam]
    secret_name: Required[str]
    secret_value: Required[str]
    type: Required[Literal["environment_variable"]]

CredentialAuthCreateParam: TypeAlias = Union[
    CreateVaultCredentialAuthParamMcpOauth,
    CreateVaultCredentialAuthParamStaticBearer,
    CreateVaultCredentialAuthParamEnvironmentVariable,
]
