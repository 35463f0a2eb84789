# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import TypeAlias
from .file_path_annotation import FilePathAnnotation
from .file_citation_annotation import FileCitationAnnotation

Annotation: TypeAlias = Union[FileCitationAnnotation, FilePathAnnotation]
