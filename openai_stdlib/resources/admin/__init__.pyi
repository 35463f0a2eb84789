# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .admin import (
    Admin as Admin,
    AsyncAdmin as AsyncAdmin,
    AdminWithRawResponse as AdminWithRawResponse,
    AsyncAdminWithRawResponse as AsyncAdminWithRawResponse,
    AdminWithStreamingResponse as AdminWithStreamingResponse,
    AsyncAdminWithStreamingResponse as AsyncAdminWithStreamingResponse,
)
from .organization import (
    Organization as Organization,
    AsyncOrganization as AsyncOrganization,
    OrganizationWithRawResponse as OrganizationWithRawResponse,
    AsyncOrganizationWithRawResponse as AsyncOrganizationWithRawResponse,
    OrganizationWithStreamingResponse as OrganizationWithStreamingResponse,
    AsyncOrganizationWithStreamingResponse as AsyncOrganizationWithStreamingResponse,
)
