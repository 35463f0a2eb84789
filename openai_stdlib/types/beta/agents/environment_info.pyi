# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import Literal
from ...._models import BaseModel
from ..hosted_skill import HostedSkill
from ..hosted_plugin import HostedPlugin
from ..hosted_environment_file import HostedEnvironmentFile

class EnvironmentInfo(BaseModel):
    id: str
    files: List[HostedEnvironmentFile]
    object: Literal["agent.environment"]
    plugins: List[HostedPlugin]
    skills: List[HostedSkill]
    status: Literal["pending", "ready", "connected", "disconnected", "suspended", "expired", "failed"]
    type: Literal["openai_hosted", "self_hosted"]
