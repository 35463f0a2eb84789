# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal, Required, TypedDict

class BetaToolChoiceApplyPatchParam(TypedDict, total=False):
    type: Required[Literal["apply_patch"]]
