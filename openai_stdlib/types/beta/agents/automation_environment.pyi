# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ...._utils import PropertyInfo
from ...._models import BaseModel
from ..hosted_plugin import HostedPlugin

class AutomationEnvironmentResourceNone(BaseModel):
    type: Literal["none"]

class AutomationEnvironmentResourceOpenAIHostedDesktop(BaseModel):
    enabled: bool

class AutomationEnvironmentResourceOpenAIHostedFileHostedTemplateFileResourceFileID(BaseModel):
    file_id: str
    path: str
    type: Literal["file_id"]

class AutomationEnvironmentResourceOpenAIHostedFileHostedTemplateFileResourceInline(BaseModel):
    path: str
    size_bytes: int
    type: Literal["inline"]

AutomationEnvironmentResourceOpenaiHostedFile: TypeAlias = Annotated[
    Union[
        AutomationEnvironmentResourceOpenAIHostedFileHostedTemplateFileResourceFileID,
        AutomationEnvironmentResourceOpenAIHostedFileHostedTemplateFileResourceInline,
    ],
    PropertyInfo(discriminator="type"),
]

class AutomationEnvironmentResourceOpenAIHostedNetwork(BaseModel):
    access: Literal["enabled", "disabled", "restricted"]
    allowed_domains: List[str]

class AutomationEnvironmentResourceOpenAIHostedPackages(BaseModel):
    npm: List[str]
    python: List[str]
    system: List[str]

class AutomationEnvironmentResourceOpenAIHostedSkillHostedTemplateSkillResourceSkillReference(BaseModel):
    skill_id: str
    type: Literal["skill_reference"]
    version: Optional[str] = ...

class AutomationEnvironmentResourceOpenAIHostedSkillHostedTemplateSkillResourceInline(BaseModel):
    description: str
    name: str
    type: Literal["inline"]

AutomationEnvironmentResourceOpenaiHostedSkill: TypeAlias = Annotated[
    Union[
        AutomationEnvironmentResourceOpenAIHostedSkillHostedTemplateSkillResourceSkillReference,
        AutomationEnvironmentResourceOpenAIHostedSkillHostedTemplateSkillResourceInline,
    ],
    PropertyInfo(discriminator="type"),
]

class AutomationEnvironmentResourceOpenAIHosted(BaseModel):
    capability_directories: Optional[List[str]] = ...
    container_size: Optional[Literal["small", "medium", "large"]] = ...
    desktop: Optional[AutomationEnvironmentResourceOpenAIHostedDesktop] = ...
    environment_id: Optional[str] = ...
    environment_template_id: Optional[str] = ...
    files: Optional[List[AutomationEnvironmentResourceOpenaiHostedFile]] = ...
    network: Optional[AutomationEnvironmentResourceOpenAIHostedNetwork] = ...
    packages: Optional[AutomationEnvironmentResourceOpenAIHostedPackages] = ...
    plugins: Optional[List[HostedPlugin]] = ...
    skills: Optional[List[AutomationEnvironmentResourceOpenaiHostedSkill]] = ...
    type: Literal["openai_hosted"]

class AutomationEnvironmentResourceSelfHosted(BaseModel):
    capability_directories: List[str]
    environment_id: Optional[str] = ...
    type: Literal["self_hosted"]
    workspace_directory: str

AutomationEnvironment: TypeAlias = Annotated[
    Union[
        AutomationEnvironmentResourceNone,
        AutomationEnvironmentResourceOpenAIHosted,
        AutomationEnvironmentResourceSelfHosted,
    ],
    PropertyInfo(discriminator="type"),
]
