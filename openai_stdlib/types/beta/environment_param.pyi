# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Union, Iterable, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from ..._types import SequenceNotStr
from .hosted_skill_param import HostedSkillParam
from .hosted_plugin_param import HostedPluginParam
from .setup_command_param import SetupCommandParam
from .hosted_environment_file_param import HostedEnvironmentFileParam

class EnvironmentParamNone(TypedDict, total=False):
    type: Required[Literal["none"]]

class EnvironmentParamOpenAIHostedDesktop(TypedDict, total=False):
    enabled: Required[bool]

class EnvironmentParamOpenAIHostedNetwork(TypedDict, total=False):
    access: Required[Literal["enabled", "disabled", "restricted"]]
    allowed_domains: Optional[SequenceNotStr[str]]
    blocked_domains: Optional[SequenceNotStr[str]]

class EnvironmentParamOpenAIHostedPackages(TypedDict, total=False):
    npm: Optional[SequenceNotStr[str]]
    python: Optional[SequenceNotStr[str]]
    system: Optional[SequenceNotStr[str]]

class EnvironmentParamOpenAIHosted(TypedDict, total=False):
    type: Required[Literal["openai_hosted"]]
    capability_directories: Optional[SequenceNotStr[str]]
    container_size: Literal["small", "medium", "large"]
    desktop: Optional[EnvironmentParamOpenAIHostedDesktop]
    env: Optional[Dict[str, str]]
    environment_id: str
    environment_template_id: str
    files: Optional[Iterable[HostedEnvironmentFileParam]]
    network: Optional[EnvironmentParamOpenAIHostedNetwork]
    packages: Optional[EnvironmentParamOpenAIHostedPackages]
    plugins: Optional[Iterable[HostedPluginParam]]
    setup_commands: Optional[Iterable[SetupCommandParam]]
    skills: Optional[Iterable[HostedSkillParam]]

class EnvironmentParamSelfHosted(TypedDict, total=False):
    type: Required[Literal["self_hosted"]]
    workspace_directory: Required[str]
    capability_directories: Optional[SequenceNotStr[str]]

EnvironmentParam: TypeAlias = Union[EnvironmentParamNone, EnvironmentParamOpenAIHosted, EnvironmentParamSelfHosted]
