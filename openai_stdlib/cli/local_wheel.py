# SPDX-License-Identifier: MIT
"""Write a wheel `openai` into a folder, from which pip and uv install it in place of the one of the package index."""

from __future__ import annotations

import os
import zipfile

from ..call.errors import ConfigError
from ..compat import distribution
from .folders import write_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Optional


def write_wheel(folder: str, models: Optional[str], standalone: bool) -> str:
    """Write the wheel; return a message. Raises ConfigError if there is another file of that name."""
    files = distribution.build_files(models, distribution.is_distribution(), standalone)
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, distribution.WHEEL_NAME)
    if os.path.lexists(path) and not _is_ours(path):
        raise ConfigError("{}: exists, and was not written by this command; move it away".format(path))
    write_file(path, distribution.build_wheel(files))
    return path


def _is_ours(path: str) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return distribution.GENERATOR in archive.read(distribution.DIST_INFO + "/WHEEL").decode("utf-8", "replace")
    except (OSError, KeyError, zipfile.BadZipFile):
        return False
