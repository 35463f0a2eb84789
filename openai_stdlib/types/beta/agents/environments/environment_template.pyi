# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ....._utils import PropertyInfo
from ....._models import BaseModel
from ...hosted_plugin import HostedPlugin

class FileHostedTemplateFileResourceFileID(BaseModel):
    file_id: str
    path: str
    type: Literal["file_id"]

class FileHostedTemplateFileResourceInline(BaseModel):
    path: str
    size_bytes: int
    type: Literal["inline"]

File: TypeAlias = Annotated[
    Union[FileHostedTemplateFileResourceFileID, FileHostedTemplateFileResourceInline],
    PropertyInfo(discriminator="type"),
]

class Network(BaseModel):
    access: Literal["enabled", "disabled", "restricted"]
    allowed_domains: List[str]

class Packages(BaseModel):
    npm: List[str]
    python: List[str]
    system: List[str]

class SkillHostedTemplateSkillResourceSkillReference(BaseModel):
    skill_id: str
    type: Literal["skill_reference"]
    version: Optional[str] = ...

class SkillHostedTemplateSkillResourceInline(BaseModel):
    description: str
    name: str
    type: Literal["inline"]

Skill: TypeAlias = Annotated[
    Union[SkillHostedTemplateSkillResourceSkillReference, SkillHostedTemplateSkillResourceInline],
    PropertyInfo(discriminator="type"),
]

class Desktop(BaseModel):
    enabled: bool

class EnvironmentTemplate(BaseModel):
    id: str
    capability_directories: List[str]
    created_at: int
    files: List[File]
    name: Optional[str] = ...
    network: Network
    object: Literal["agent.environment.template"]
    packages: Packages
    plugins: List[HostedPlugin]
    skills: List[Skill]
    updated_at: int
    desktop: Optional[Desktop] = ...
