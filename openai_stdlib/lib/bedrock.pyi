# SPDX-License-Identifier: MIT
"""The clients for Amazon Bedrock."""

from .._provider_clients import AsyncBedrockOpenAI as AsyncBedrockOpenAI
from .._provider_clients import BedrockOpenAI as BedrockOpenAI
