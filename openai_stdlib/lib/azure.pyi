# SPDX-License-Identifier: MIT
"""The clients for Azure OpenAI, and the types of their token providers."""

from typing import Awaitable, Callable

from .._provider_clients import AsyncAzureOpenAI as AsyncAzureOpenAI
from .._provider_clients import AzureOpenAI as AzureOpenAI
from ..call.errors import MutuallyExclusiveAuthError as MutuallyExclusiveAuthError

AzureADTokenProvider = Callable[[], str]
AsyncAzureADTokenProvider = Callable[[], str | Awaitable[str]]
