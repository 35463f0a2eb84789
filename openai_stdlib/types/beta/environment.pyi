# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .hosted_skill import HostedSkill
from .hosted_plugin import HostedPlugin
from .hosted_environment_file import HostedEnvironmentFile

class EnvironmentResourceNone(BaseModel):
    type: Literal["none"]

class EnvironmentResourceOpenAIHostedNetwork(BaseModel):
    access: Literal["enabled", "disabled", "restricted"]
    allowed_domains: List[str]

class EnvironmentResourceOpenAIHostedPackages(BaseModel):
    npm: List[str]
    python: List[str]
    system: List[str]

class EnvironmentResourceOpenAIHostedDesktop(BaseModel):
    enabled: bool

class EnvironmentResourceOpenAIHosted(BaseModel):
    id: str
    capability_directories: List[str]
    files: List[HostedEnvironmentFile]
    network: EnvironmentResourceOpenAIHostedNetwork
    packages: EnvironmentResourceOpenAIHostedPackages
    plugins: List[HostedPlugin]
    skills: List[HostedSkill]
    type: Literal["openai_hosted"]
    container_size: Optional[Literal["small", "medium", "large"]] = ...
    desktop: Optional[EnvironmentResourceOpenAIHostedDesktop] = ...

class EnvironmentResourceSelfHosted(BaseModel):
    id: str
    capability_directories: List[str]
    remote_url: str
    type: Literal["self_hosted"]
    workspace_directory: str

Environment: TypeAlias = Annotated[
    Union[EnvironmentResourceNone, EnvironmentResourceOpenAIHosted, EnvironmentResourceSelfHosted],
    PropertyInfo(discriminator="type"),
]
