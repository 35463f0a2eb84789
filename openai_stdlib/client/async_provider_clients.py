# SPDX-License-Identifier: MIT
"""Clients of other providers for asyncio: `AsyncAzureOpenAI` and `AsyncBedrockOpenAI`."""

from __future__ import annotations

from .async_client import AsyncOpenAI
from .provider_clients import BaseAzureClient, BaseBedrockClient


class AsyncAzureOpenAI(BaseAzureClient, AsyncOpenAI):
    """Client of Azure OpenAI for asyncio; its token provider may be async."""


class AsyncBedrockOpenAI(BaseBedrockClient, AsyncOpenAI):
    """Client of the OpenAI models on Amazon Bedrock for asyncio."""
