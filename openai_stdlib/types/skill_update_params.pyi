# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Required, TypedDict

class SkillUpdateParams(TypedDict, total=False):
    default_version: Required[str]
