# SPDX-License-Identifier: MIT
"""Names that programs written for the official package import, and that are little or nothing by themselves here.

Must not live here: anything that does something. Neighbours: __init__.py, which hands these out on first touch.
"""

from __future__ import annotations

import os
from typing import Any, Dict, Mapping, Tuple, Union

from .. import __version__
from ..call.timeout import Timeout
from ..results.objects import APIObject

VERSION = __version__
NoneType = type(None)
BaseModel = APIObject
DataResidency = str
RequestOptions = Dict[str, Any]
ProxiesTypes = Union[str, Mapping[str, str]]
DEFAULT_TIMEOUT = Timeout(600, connect=5)
DEFAULT_MAX_RETRIES = 2


def file_from_path(path: str) -> Tuple[str, bytes]:
    """Return a file's name and content, as an upload takes them. An open file or a pathlib.Path needs no memory."""
    with open(path, "rb") as file:
        return os.path.basename(path), file.read()
