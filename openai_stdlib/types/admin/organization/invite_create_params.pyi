# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Iterable
from typing_extensions import Literal, Required, TypedDict

class InviteCreateParams(TypedDict, total=False):
    email: Required[str]
    role: Required[Literal["reader", "owner"]]
    projects: Iterable[Project]

class Project(TypedDict, total=False):
    id: Required[str]
    role: Required[Literal["member", "owner"]]
