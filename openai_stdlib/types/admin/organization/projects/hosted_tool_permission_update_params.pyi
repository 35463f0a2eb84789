# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Required, TypedDict

class HostedToolPermissionUpdateParams(TypedDict, total=False):
    code_interpreter: Optional[CodeInterpreter]
    file_search: Optional[FileSearch]
    image_generation: Optional[ImageGeneration]
    mcp: Optional[Mcp]
    web_search: Optional[WebSearch]

class CodeInterpreter(TypedDict, total=False):
    enabled: Required[bool]

class FileSearch(TypedDict, total=False):
    enabled: Required[bool]

class ImageGeneration(TypedDict, total=False):
    enabled: Required[bool]

class Mcp(TypedDict, total=False):
    enabled: Required[bool]

class WebSearch(TypedDict, total=False):
    enabled: Required[bool]
