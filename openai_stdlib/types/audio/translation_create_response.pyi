# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import TypeAlias
from .translation import Translation
from .translation_verbose import TranslationVerbose

TranslationCreateResponse: TypeAlias = Union[Translation, TranslationVerbose]
