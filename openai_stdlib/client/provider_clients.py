# SPDX-License-Identifier: MIT
"""The clients of other providers by their official names: `AzureOpenAI`, `BedrockOpenAI` and their async siblings.

Each is the plain client with a provider that is made from the arguments; how providers differ is in providers/.
"""

from __future__ import annotations

from os import environ

from .base_client import BaseClient
from .clients import AsyncOpenAI, OpenAI

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Mapping, Union

AZURE = ("api_version", "azure_endpoint", "azure_deployment", "azure_ad_token", "azure_ad_token_provider")


def variables(environment: Union[bool, Mapping[str, str]]) -> Mapping[str, str]:
    """Return the environment that a client may read."""
    return environ if environment is True else environment or {}


class _Azure(BaseClient):
    """What both Azure clients have of their own."""

    def __init__(self, *, environment: Union[bool, Mapping[str, str]] = True, **options: Any) -> None:
        from ..providers.azure import AzureProvider

        own = {name: options.pop(name) for name in AZURE + ("api_key", "base_url") if name in options}
        provider = AzureProvider(environment=variables(environment), **own)
        super().__init__(provider=provider, environment=environment, **options)

    def _with_provider(self, layers: Any, given: Dict[str, Any]) -> Any:
        own = {name: given.pop(name) for name in AZURE + ("api_key", "base_url") if name in given}
        if not any(value is not None for value in own.values()):
            return layers
        return super()._with_provider(layers, {"provider": self._settings.provider.copy_with(**own)})


class AzureOpenAI(_Azure, OpenAI):
    """A client of Azure OpenAI.

    Takes the options of `OpenAI`, and `azure_endpoint` (or `base_url`), `azure_deployment`, `api_version`, and one of
    `api_key`, `azure_ad_token` and `azure_ad_token_provider`, which is asked before each attempt. What isn't given
    comes from AZURE_OPENAI_ENDPOINT, OPENAI_API_VERSION, AZURE_OPENAI_AD_TOKEN and AZURE_OPENAI_API_KEY.
    """


class AsyncAzureOpenAI(_Azure, AsyncOpenAI):
    """The client of Azure OpenAI for asyncio; its token provider may be async."""


# Arguments of the official Bedrock clients, and what the provider calls them.
BEDROCK = {
    "api_key": "api_key",
    "base_url": "base_url",
    "bedrock_token_provider": "token_provider",
    "aws_region": "region",
    "aws_profile": "profile",
    "aws_access_key_id": "access_key_id",
    "aws_secret_access_key": "secret_access_key",
    "aws_session_token": "session_token",
    "aws_credentials_provider": "credential_provider",
}


class _Bedrock(BaseClient):
    """What both Bedrock clients have of their own."""

    def __init__(self, *, environment: Union[bool, Mapping[str, str]] = True, **options: Any) -> None:
        from ..providers.bedrock import BedrockProvider

        own = {BEDROCK[name]: options.pop(name) for name in BEDROCK if name in options}
        own = {name: value for name, value in own.items() if value is not None}
        provider = BedrockProvider(environment=variables(environment), **own)
        super().__init__(provider=provider, environment=environment, **options)


class BedrockOpenAI(_Bedrock, OpenAI):
    """A client of the OpenAI models of Amazon Bedrock; the same as `OpenAI(provider=bedrock(…))`."""


class AsyncBedrockOpenAI(_Bedrock, AsyncOpenAI):
    """The client of Amazon Bedrock for asyncio."""
