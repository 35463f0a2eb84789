# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import TypeAlias
from .beta_computer_action import BetaComputerAction

BetaComputerActionList: TypeAlias = List[BetaComputerAction]
