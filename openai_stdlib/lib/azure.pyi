# SPDX-License-Identifier: MIT
"""The clients for Azure OpenAI, and the types of their token providers."""

from typing import Awaitable, Callable

from .._provider_clients import AsyncAzureOpenAI as AsyncAzureOpenAI
from .._provider_clients import AzureOpenAI as AzureOpenAI
from .._provider_clients import BaseAzureClient as BaseAzureClient
from ..call.errors import MutuallyExclusiveAuthError as MutuallyExclusiveAuthError
from ..compat.annotations import API_KEY_SENTINEL as API_KEY_SENTINEL

AzureADTokenProvider = Callable[[], str]
AsyncAzureADTokenProvider = Callable[[], str | Awaitable[str]]
