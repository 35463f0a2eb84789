# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .roles import (
    Roles as Roles,
    AsyncRoles as AsyncRoles,
    RolesWithRawResponse as RolesWithRawResponse,
    AsyncRolesWithRawResponse as AsyncRolesWithRawResponse,
    RolesWithStreamingResponse as RolesWithStreamingResponse,
    AsyncRolesWithStreamingResponse as AsyncRolesWithStreamingResponse,
)
from .groups import (
    Groups as Groups,
    AsyncGroups as AsyncGroups,
    GroupsWithRawResponse as GroupsWithRawResponse,
    AsyncGroupsWithRawResponse as AsyncGroupsWithRawResponse,
    GroupsWithStreamingResponse as GroupsWithStreamingResponse,
    AsyncGroupsWithStreamingResponse as AsyncGroupsWithStreamingResponse,
)
