# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import TypeAlias
from .computer_action import ComputerAction

ComputerActionList: TypeAlias = List[ComputerAction]
