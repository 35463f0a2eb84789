# SPDX-License-Identifier: MIT
"""Aliases for names that programs import from the `openai` package. No logic here."""

from __future__ import annotations

import os
from typing import Awaitable, Callable, Mapping, Tuple, Type, Union

from ..call.timeout import Timeout
from ..results.objects import APIObject

NoneType: Type[None] = type(None)
BaseModel = APIObject
ProxiesTypes = Union[str, Mapping[str, str]]
AzureADTokenProvider = Callable[[], str]
AsyncAzureADTokenProvider = Callable[[], Union[str, Awaitable[str]]]
DEFAULT_TIMEOUT = HTTPX_DEFAULT_TIMEOUT = Timeout(600, connect=5)
DEFAULT_MAX_RETRIES = 2


def file_from_path(path: str) -> Tuple[str, bytes]:
    """Return the name and content of a file, as uploads accept them.

    The content is read into memory; pass an open file or a pathlib.Path to avoid that.
    """
    with open(path, "rb") as file:
        return os.path.basename(path), file.read()
