# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal, Required, TypedDict

class BetaToolChoiceShellParam(TypedDict, total=False):
    type: Required[Literal["shell"]]
