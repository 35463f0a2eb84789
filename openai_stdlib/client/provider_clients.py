# SPDX-License-Identifier: MIT
"""Clients of other providers under their official names: `AzureOpenAI` and `BedrockOpenAI`.

Each is a plain client whose provider is built from the arguments; providers/ defines how providers differ.
"""

from __future__ import annotations

from os import environ

from ..call.headers import mask_environment
from ..config.config import check_environment
from .base_client import BaseClient
from .clients import OpenAI
from .constructor import Constructor
from .options import mask_copy_options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Mapping, Union

    from ..config.settings import Layers

AZURE_OPTIONS = (
    "api_version", "azure_endpoint", "azure_deployment", "azure_ad_token", "azure_ad_token_provider", "api_key",
    "base_url",
)  # fmt: skip
# Arguments of the official Bedrock clients -> arguments of BedrockProvider.
BEDROCK_OPTIONS = {
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


def readable_variables(environment: Union[bool, Mapping[str, str]]) -> Mapping[str, str]:
    """Return the environment variables that a client may read."""
    check_environment(environment)
    return environ if environment is True else environment or {}


class BaseAzureClient(BaseClient):
    """The constructor and copies of both Azure clients."""

    def __init__(self, *, environment: Union[bool, Mapping[str, str]] = True, **options: Any) -> None:
        from ..providers.azure import AzureProvider

        mask_copy_options(options)
        environment = mask_environment(environment)
        own = {name: options.pop(name) for name in AZURE_OPTIONS if name in options}
        provider = AzureProvider(environment=readable_variables(environment), **own)
        super().__init__(provider=provider, environment=environment, **options)

    if not TYPE_CHECKING:
        __init__ = Constructor(__init__)

    def _with_provider(self, layers: Layers, options: Dict[str, Any]) -> Layers:
        own = {name: options.pop(name) for name in AZURE_OPTIONS if name in options}
        if not any(value is not None for value in own.values()):
            return layers
        return super()._with_provider(layers, {"provider": self._settings.provider.copy_with(**own)})


class AzureOpenAI(BaseAzureClient, OpenAI):
    """Client of Azure OpenAI.

    Takes the options of `OpenAI`, and `azure_endpoint` (or `base_url`), `azure_deployment`, `api_version`, and one of
    `api_key`, `azure_ad_token` and `azure_ad_token_provider`, which is called before each attempt. Options that are
    not given come from AZURE_OPENAI_ENDPOINT, OPENAI_API_VERSION, AZURE_OPENAI_AD_TOKEN and AZURE_OPENAI_API_KEY.
    """


class BaseBedrockClient(BaseClient):
    """The constructor of both Bedrock clients."""

    def __init__(self, *, environment: Union[bool, Mapping[str, str]] = True, **options: Any) -> None:
        from ..providers.bedrock import BedrockProvider

        mask_copy_options(options)
        environment = mask_environment(environment)
        own = {BEDROCK_OPTIONS[name]: options.pop(name) for name in BEDROCK_OPTIONS if name in options}
        own = {name: value for name, value in own.items() if value is not None}
        provider = BedrockProvider(environment=readable_variables(environment), **own)
        super().__init__(provider=provider, environment=environment, **options)

    if not TYPE_CHECKING:
        __init__ = Constructor(__init__)


class BedrockOpenAI(BaseBedrockClient, OpenAI):
    """Client of the OpenAI models on Amazon Bedrock; the same as `OpenAI(provider=bedrock(…))`."""
