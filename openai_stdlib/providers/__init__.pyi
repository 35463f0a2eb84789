# SPDX-License-Identifier: MIT
"""Providers other than OpenAI."""

from .azure import AzureProvider as AzureProvider
from .base import Provider as Provider
from .bedrock import bedrock as bedrock
from .profiles import PROFILES as PROFILES
from .profiles import ProfileProvider as ProfileProvider
from .vertex import vertex as vertex

__all__ = ["AzureProvider", "PROFILES", "Provider", "ProfileProvider", "bedrock", "vertex"]
