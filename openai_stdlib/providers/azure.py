# SPDX-License-Identifier: MIT
"""Azure OpenAI: its base URL and api-version, deployments in the path, and its two kinds of credentials.

Names, precedence and messages are those of the official AzureOpenAI. The environment is a mapping that the client
passes in; nothing here reads os.environ or sends anything. Neighbour: base.py.
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

# Operations of one model, which Azure knows by its deployment. All others are the resource's own.
DEPLOYMENT_PATHS = frozenset(
    """
    /completions /chat/completions /embeddings /audio/transcriptions /audio/translations /audio/speech
    /images/generations /images/edits
    """.split()
)
CREDENTIALS = ("api_key", "azure_ad_token", "azure_ad_token_provider")


class AzureProvider(Provider):
    """An Azure OpenAI resource: `azure_endpoint`, or a `base_url` in its place.

    With `azure_deployment` calls of a model go to that deployment, else to the one that is named like the model; it
    counts beside `azure_endpoint` only. `api_key` (text or callable) is sent as api-key; `azure_ad_token`, and what
    `azure_ad_token_provider` gives before each attempt, as bearer token. `environment` fills in what isn't given:
    AZURE_OPENAI_ENDPOINT, OPENAI_API_VERSION, and if there is no credential AZURE_OPENAI_AD_TOKEN, then
    AZURE_OPENAI_API_KEY. Raises ConfigError, which is a ValueError; MutuallyExclusiveAuthError for two credentials.
    """

    ignored_settings = ("api_key", "base_url")

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
        known = environment or {}
        api_key, azure_ad_token = mask(api_key), mask(azure_ad_token)
        self._kind, key = _select_credential((api_key, azure_ad_token, azure_ad_token_provider), known)
        if self._kind == "api_key":
            self._header = ("api-key", "")
        self.api_version = first_variable(known, "OPENAI_API_VERSION") if api_version is None else api_version
        if not self.api_version:
            raise ConfigError("Must provide the `api_version` argument or the environment variable OPENAI_API_VERSION")
        if base_url is not None and azure_endpoint is not None:
            raise ConfigError("base_url and azure_endpoint are mutually exclusive")
        self.deployment = azure_deployment if base_url is None else None
        if base_url is None:
            azure_endpoint = (
                first_variable(known, "AZURE_OPENAI_ENDPOINT") if azure_endpoint is None else azure_endpoint
            )
            if azure_endpoint is None:
                raise ConfigError(
                    "Must provide `base_url`, `azure_endpoint` or the environment variable AZURE_OPENAI_ENDPOINT"
                )
            base_url = check_base_url(azure_endpoint, "azure_endpoint") + "/openai"
        super().__init__("azure", base_url, key=key, query={"api-version": self.api_version})

    def rewrite_path(self, path: str, model: Any = None) -> str:
        """Put the deployment before the path of an operation of one model. Raises PathError."""
        name = self.deployment or model
        if name is None or path not in DEPLOYMENT_PATHS or "/deployments" in urlsplit(self.base_url).path:
            return path
        return "/deployments/" + encode_segment("azure_deployment" if self.deployment else "model", name) + path

    def copy_with(self, **options: Any) -> AzureProvider:
        """Return a provider with another credential, `api_version` or `base_url`; a new credential drops the old.

        A new `base_url` takes the place of endpoint and deployment.
        """
        fresh = {name: options.pop(name, None) for name in ("api_version", "base_url") + CREDENTIALS}
        super().copy_with(**options)
        moves = fresh["base_url"] is not None
        if all(fresh[name] is None for name in CREDENTIALS):
            fresh[self._kind] = self._key
        for name in ("api_version", "base_url"):
            fresh[name] = getattr(self, name) if fresh[name] is None else fresh[name]
        copy = AzureProvider(**fresh)
        copy.deployment = None if moves else self.deployment
        return copy

    def _credential_for(self, request: Request) -> Any:
        return None if "api-key" in request.headers else super()._credential_for(request)


def _select_credential(given: Tuple[Any, ...], known: Mapping[str, str]) -> Tuple[str, Any]:
    """Return the name and value of the one credential. Raises ConfigError if there is none, or more than one."""
    found = [(name, value) for name, value in zip(CREDENTIALS, given) if value is not None]
    if len(found) > 1:
        raise MutuallyExclusiveAuthError("pass only one of {}, {} and {}".format(*CREDENTIALS))
    variables = (("azure_ad_token", "AZURE_OPENAI_AD_TOKEN"), ("api_key", "AZURE_OPENAI_API_KEY"))
    for name, value in found + [(name, first_variable(known, place)) for name, place in variables]:
        if value is not None:
            return name, value
    raise ConfigError(
        "Missing credentials. Pass one of {}, {} and {}, or set the environment variable AZURE_OPENAI_API_KEY or "
        "AZURE_OPENAI_AD_TOKEN".format(*CREDENTIALS)
    )
