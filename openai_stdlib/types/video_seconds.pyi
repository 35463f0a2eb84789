# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal, TypeAlias

VideoSeconds: TypeAlias = Literal["4", "8", "12"]
