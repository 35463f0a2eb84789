# SPDX-License-Identifier: MIT
"""Azure OpenAI: its base URL and api-version, deployments in the path, and its two types of credentials.

Names, precedence and messages are those of the official AzureOpenAI. The environment is a mapping passed in by the
client: this module neither reads os.environ nor does any I/O.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from ..call.errors import ConfigError, MutuallyExclusiveAuthError
from ..call.headers import mask
from ..call.url import check_base_url, encode_segment
from .base import Provider, first_variable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Mapping, Optional, Tuple

    from ..call.message import Request

# Operations that use a model, which Azure serves below the path of a deployment.
DEPLOYMENT_PATHS = frozenset(
    """
    /completions /chat/completions /embeddings /audio/transcriptions /audio/translations /audio/speech
    /images/generations /images/edits
    """.split()
)
CREDENTIALS = ("api_key", "azure_ad_token", "azure_ad_token_provider")


class AzureProvider(Provider):
    """An Azure OpenAI resource at an `azure_endpoint`, or at a `base_url`.

    With an `azure_endpoint`, calls that use a model go to `azure_deployment` if it is set, else to the deployment
    named like the model. `api_key` (text or a callable) is sent in the header api-key; `azure_ad_token`, and the
    result of `azure_ad_token_provider`, called before each attempt, as a bearer token.

    Options that are not set come from `environment`: AZURE_OPENAI_ENDPOINT, OPENAI_API_VERSION, and without any
    credentials AZURE_OPENAI_AD_TOKEN, then AZURE_OPENAI_API_KEY. Raises ConfigError, which is a ValueError, and
    MutuallyExclusiveAuthError for more than one type of credentials.
    """

    ignored_settings: Tuple[str, ...] = ("api_key", "base_url")

    def __init__(
        self,
        *,
        azure_endpoint: Optional[str] = None,
        azure_deployment: Optional[str] = None,
        api_version: Optional[str] = None,
        api_key: Any = None,
        azure_ad_token: Optional[str] = None,
        azure_ad_token_provider: Any = None,
        base_url: Optional[str] = None,
        environment: Optional[Mapping[str, str]] = None,
    ) -> None:
        environment = environment or {}
        api_key, azure_ad_token = mask(api_key), mask(azure_ad_token)
        credentials = (api_key, azure_ad_token, azure_ad_token_provider)
        self._credential_name, key = _select_credential(credentials, environment)
        if self._credential_name == "api_key":
            self._header = ("api-key", "")
        self.api_version: Optional[str] = (
            first_variable(environment, "OPENAI_API_VERSION") if api_version is None else api_version
        )
        if not self.api_version:
            raise ConfigError("Must provide the `api_version` argument or the environment variable OPENAI_API_VERSION")
        if base_url is not None and azure_endpoint is not None:
            raise ConfigError("base_url and azure_endpoint are mutually exclusive")
        self.deployment: Optional[str] = azure_deployment if base_url is None else None
        if base_url is None:
            if azure_endpoint is None:
                azure_endpoint = first_variable(environment, "AZURE_OPENAI_ENDPOINT")
            if azure_endpoint is None:
                raise ConfigError(
                    "Must provide `base_url`, `azure_endpoint` or the environment variable AZURE_OPENAI_ENDPOINT"
                )
            base_url = check_base_url(azure_endpoint, "azure_endpoint") + "/openai"
        super().__init__("azure", base_url, key=key, query={"api-version": self.api_version})

    def rewrite_path(self, path: str, model: Any = None) -> str:
        """Put the deployment before the path of an operation that uses a model. Raises PathError."""
        name = self.deployment or model
        if name is None or path not in DEPLOYMENT_PATHS or "/deployments" in urlsplit(self.base_url).path:
            return path
        return "/deployments/" + encode_segment("azure_deployment" if self.deployment else "model", name) + path

    def copy_with(self, **options: Any) -> AzureProvider:
        """Return a provider with other credentials, `api_version` or `base_url`.

        New credentials replace the old ones, of whatever type. A new `base_url` replaces endpoint and deployment.
        """
        changes = {name: options.pop(name, None) for name in ("api_version", "base_url") + CREDENTIALS}
        super().copy_with(**options)
        has_new_url = changes["base_url"] is not None
        if all(changes[name] is None for name in CREDENTIALS):
            changes[self._credential_name] = self._key
        for name in ("api_version", "base_url"):
            changes[name] = getattr(self, name) if changes[name] is None else changes[name]
        copy = AzureProvider(**changes)
        copy.deployment = None if has_new_url else self.deployment
        return copy

    def _credential_for(self, request: Request) -> Any:
        return None if "api-key" in request.headers else super()._credential_for(request)


def _select_credential(values: Tuple[Any, ...], environment: Mapping[str, str]) -> Tuple[str, Any]:
    """Return the name and value of the credentials to use. Raises ConfigError if there are none, or more than one."""
    credentials = [(name, value) for name, value in zip(CREDENTIALS, values) if value is not None]
    if len(credentials) > 1:
        raise MutuallyExclusiveAuthError("pass only one of {}, {} and {}".format(*CREDENTIALS))
    if credentials:
        return credentials[0]
    for name, variable in (("azure_ad_token", "AZURE_OPENAI_AD_TOKEN"), ("api_key", "AZURE_OPENAI_API_KEY")):
        value = first_variable(environment, variable)
        if value is not None:
            return name, value
    raise ConfigError(
        "Missing credentials. Pass one of {}, {} and {}, or set the environment variable AZURE_OPENAI_API_KEY or "
        "AZURE_OPENAI_AD_TOKEN".format(*CREDENTIALS)
    )
