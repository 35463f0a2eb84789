# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Iterable, Optional
from typing_extensions import Literal, Required, Annotated, TypedDict
from ...._types import SequenceNotStr
from ...._utils import PropertyInfo
from ..hosted_skill_param import HostedSkillParam
from ..hosted_plugin_param import HostedPluginParam
from ..setup_command_param import SetupCommandParam
from ..hosted_environment_file_param import HostedEnvironmentFileParam

class EnvironmentCreateParams(TypedDict, total=False):
    environment: Required[Environment]
    vault_ids: Optional[SequenceNotStr[str]]
    idempotency_key: Annotated[str, PropertyInfo(alias="Idempotency-Key")]

class EnvironmentDesktop(TypedDict, total=False):
    enabled: Required[bool]

class EnvironmentNetwork(TypedDict, total=False):
    access: Required[Literal["enabled", "disabled", "restricted"]]
    allowed_domains: Optional[SequenceNotStr[str]]
    blocked_domains: Optional[SequenceNotStr[str]]

class EnvironmentPackages(TypedDict, total=False):
    npm: Optional[SequenceNotStr[str]]
    python: Optional[SequenceNotStr[str]]
    system: Optional[SequenceNotStr[str]]

class Environment(TypedDict, total=False):
    type: Required[Literal["openai_hosted"]]
    capability_directories: Optional[SequenceNotStr[str]]
    desktop: Optional[EnvironmentDesktop]
    env: Optional[Dict[str, str]]
    environment_template_id: str
    files: Optional[Iterable[HostedEnvironmentFileParam]]
    network: Optional[EnvironmentNetwork]
    packages: Optional[EnvironmentPackages]
    plugins: Optional[Iterable[HostedPluginParam]]
    setup_commands: Optional[Iterable[SetupCommandParam]]
    skills: Optional[Iterable[HostedSkillParam]]
