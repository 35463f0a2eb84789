# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Literal, TypeAlias

BetaResponseSteerPendingReason: TypeAlias = Union[Literal["waiting_for_required_input"], str]
