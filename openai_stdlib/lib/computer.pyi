# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..helpers.computer_drivers import AsyncComputerDriver as AsyncComputerDriver
from ..helpers.computer_toolset import AsyncComputerToolset as AsyncComputerToolset
from ..helpers.computer_drivers import ComputerActionInput as ComputerActionInput
from ..helpers.computer_drivers import ComputerDriver as ComputerDriver
from ..helpers.computer_toolset import ComputerToolset as ComputerToolset
from ..helpers.computer_checks import ComputerUseError as ComputerUseError
from ..helpers.computer_drivers import Screenshot as Screenshot
