# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .credential import Credential as Credential
from .credential_auth import CredentialAuth as CredentialAuth
from .credential_deleted import CredentialDeleted as CredentialDeleted
from .credential_networking import CredentialNetworking as CredentialNetworking
from .credential_list_params import CredentialListParams as CredentialListParams
from .credential_create_params import CredentialCreateParams as CredentialCreateParams
from .credential_update_params import CredentialUpdateParams as CredentialUpdateParams
from .credential_networking_param import CredentialNetworkingParam as CredentialNetworkingParam
from .credential_auth_create_param import CredentialAuthCreateParam as CredentialAuthCreateParam
from .credential_auth_rotate_param import CredentialAuthRotateParam as CredentialAuthRotateParam
from .mcp_oauth_token_endpoint_auth import McpOauthTokenEndpointAuth as McpOauthTokenEndpointAuth
from .mcp_oauth_token_endpoint_auth_create_param import (
    McpOauthTokenEndpointAuthCreateParam as McpOauthTokenEndpointAuthCreateParam,
)
from .mcp_oauth_token_endpoint_auth_rotate_param import (
    McpOauthTokenEndpointAuthRotateParam as McpOauthTokenEndpointAuthRotateParam,
)
