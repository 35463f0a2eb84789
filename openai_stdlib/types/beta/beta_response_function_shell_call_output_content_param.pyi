# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Literal, Required, TypeAlias, TypedDict

class OutcomeTimeout(TypedDict, total=False):
    type: Required[Literal["timeout"]]

class OutcomeExit(TypedDict, total=False):
    exit_code: Required[int]
    type: Required[Literal["exit"]]

Outcome: TypeAlias = Union[OutcomeTimeout, OutcomeExit]

class BetaResponseFunctionShellCallOutputContentParam(TypedDict, total=False):
    outcome: Required[Outcome]
    stderr: Required[str]
    stdout: Required[str]
