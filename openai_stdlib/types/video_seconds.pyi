# SPDX-License-Identifier: MIT
# Written by tools/stubs.py; do not edit.
from typing_extensions import Literal, TypeAlias

VideoSeconds: TypeAlias = Literal["4", "8", "12"]
