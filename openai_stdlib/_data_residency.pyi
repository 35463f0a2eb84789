# SPDX-License-Identifier: MIT
"""Regions of the API."""

from typing import Literal
from typing_extensions import TypeAlias

DataResidency: TypeAlias = Literal["global", "us", "eu", "ae", "au", "in", "jp"]
