# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from .mcp_oauth_token_endpoint_auth_rotate_param import McpOauthTokenEndpointAuthRotateParam

class RotateVaultCredentialAuthParamMcpOauthRefresh(TypedDict, total=False):
    refresh_token: Optional[str]
    scope: Optional[str]
    token_endpoint_auth: Optional[McpOauthTokenEndpointAuthRotateParam]

class RotateVaultCredentialAuthParamMcpOauth(TypedDict, total=False):
    type: Required[Literal["mcp_oauth"]]
    access_token: Optional[str]
    expires_at: Optional[str]
    refresh: Optional[RotateVaultCredentialAuthParamMcpOauthRefresh]

class RotateVaultCredentialAuthParamStaticBearer(TypedDict, total=False):
    token: Required[str]
    type: Required[Literal["static_bearer"]]

class RotateVaultCredentialAuthParamEnvironmentVariable(TypedDict, total=False):
    secret_value: Required[str]
    type: Required[Literal["environment_variable"]]

CredentialAuthRotateParam: TypeAlias = Union[
    RotateVaultCredentialAuthParamMcpOauth,
    RotateVaultCredentialAuthParamStaticBearer,
    RotateVaultCredentialAuthParamEnvironmentVariable,
]
