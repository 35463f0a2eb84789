# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .admin_api_key import AdminAPIKey

class AdminAPIKeyCreateResponse(AdminAPIKey):
    value: str
