# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Annotated, TypeAlias
from ...._utils import PropertyInfo
from .one_time_automation import OneTimeAutomation
from .periodic_automation import PeriodicAutomation

Automation: TypeAlias = Annotated[Union[PeriodicAutomation, OneTimeAutomation], PropertyInfo(discriminator="type")]
