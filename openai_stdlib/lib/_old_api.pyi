# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..compat.old_api import APIRemovedInV1 as APIRemovedInV1
