# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import TypeAlias
from .realtime_tools_config_union import RealtimeToolsConfigUnion

RealtimeToolsConfig: TypeAlias = List[RealtimeToolsConfigUnion]
