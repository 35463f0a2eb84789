# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._resource import SyncAPIResource, AsyncAPIResource
from .organization.organization import (
    Organization,
    AsyncOrganization,
    OrganizationWithRawResponse,
    AsyncOrganizationWithRawResponse,
    OrganizationWithStreamingResponse,
    AsyncOrganizationWithStreamingResponse,
)

class Admin(SyncAPIResource):
    @property
    def organization(self) -> Organization: ...
    @property
    def with_raw_response(self) -> AdminWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AdminWithStreamingResponse: ...

class AsyncAdmin(AsyncAPIResource):
    @property
    def organization(self) -> AsyncOrganization: ...
    @property
    def with_raw_response(self) -> AsyncAdminWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncAdminWithStreamingResponse: ...

class AdminWithRawResponse:
    def __init__(self, admin: Admin) -> None: ...
    @property
    def organization(self) -> OrganizationWithRawResponse: ...

class AsyncAdminWithRawResponse:
    def __init__(self, admin: AsyncAdmin) -> None: ...
    @property
    def organization(self) -> AsyncOrganizationWithRawResponse: ...

class AdminWithStreamingResponse:
    def __init__(self, admin: Admin) -> None: ...
    @property
    def organization(self) -> OrganizationWithStreamingResponse: ...

class AsyncAdminWithStreamingResponse:
    def __init__(self, admin: AsyncAdmin) -> None: ...
    @property
    def organization(self) -> AsyncOrganizationWithStreamingResponse: ...
