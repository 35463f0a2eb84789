# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ....._models import BaseModel

class CodeInterpreter(BaseModel):
    enabled: bool

class FileSearch(BaseModel):
    enabled: bool

class ImageGeneration(BaseModel):
    enabled: bool

class Mcp(BaseModel):
    enabled: bool

class WebSearch(BaseModel):
    enabled: bool

class ProjectHostedToolPermissions(BaseModel):
    code_interpreter: CodeInterpreter
    file_search: FileSearch
    image_generation: ImageGeneration
    mcp: Mcp
    web_search: WebSearch
