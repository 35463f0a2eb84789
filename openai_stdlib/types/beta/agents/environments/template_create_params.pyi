# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Iterable, Optional
from typing_extensions import Literal, Required, TypedDict
from ....._types import SequenceNotStr
from ...hosted_skill_param import HostedSkillParam
from ...hosted_plugin_param import HostedPluginParam
from ...setup_command_param import SetupCommandParam
from ...hosted_environment_file_param import HostedEnvironmentFileParam

class TemplateCreateParams(TypedDict, total=False):
    capability_directories: Optional[SequenceNotStr[str]]
    desktop: Optional[Desktop]
    env: Optional[Dict[str, str]]
    files: Optional[Iterable[HostedEnvironmentFileParam]]
    name: Optional[str]
    network: Optional[Network]
    packages: Optional[Packages]
    plugins: Optional[Iterable[HostedPluginParam]]
    setup_commands: Optional[Iterable[SetupCommandParam]]
    skills: Optional[Iterable[HostedSkillParam]]

class Desktop(TypedDict, total=False):
    enabled: Required[bool]

class Network(TypedDict, total=False):
    access: Required[Literal["enabled", "disabled", "restricted"]]
    allowed_domains: Optional[SequenceNotStr[str]]
    blocked_domains: Optional[SequenceNotStr[str]]

class Packages(TypedDict, total=False):
    npm: Optional[SequenceNotStr[str]]
    python: Optional[SequenceNotStr[str]]
    system: Optional[SequenceNotStr[str]]
