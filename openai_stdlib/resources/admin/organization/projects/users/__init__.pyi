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
from .users import (
    Users as Users,
    AsyncUsers as AsyncUsers,
    UsersWithRawResponse as UsersWithRawResponse,
    AsyncUsersWithRawResponse as AsyncUsersWithRawResponse,
    UsersWithStreamingResponse as UsersWithStreamingResponse,
    AsyncUsersWithStreamingResponse as AsyncUsersWithStreamingResponse,
)
