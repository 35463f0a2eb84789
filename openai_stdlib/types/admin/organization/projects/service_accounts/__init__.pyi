# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .api_key_create_params import APIKeyCreateParams as APIKeyCreateParams
from .api_key_create_response import APIKeyCreateResponse as APIKeyCreateResponse
