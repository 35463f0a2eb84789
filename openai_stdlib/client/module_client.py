# SPDX-License-Identifier: MIT
"""The package-level client: the flat functions, and `openai_stdlib.chat…` without a client in hand.

The only global state of the package. Two copies of the package in one process have two of these, and don't know of
each other. The client is made when it is first needed; `configure` says with which settings.
"""

from __future__ import annotations

import os
import sys
import threading

from ..api.flat_functions import FUNCTIONS, RESOURCES, FlatFunction
from ..api.operation import Resource
from ..call.errors import ConfigError
from ..call.message import Headers, mask
from ..config.config import FIELDS, UNSET, Config, mask_credentials
from ..config.settings import Settings, base_layers
from .base_client import check_config
from .clients import OpenAI

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Mapping, Optional, Tuple, Union


class PackageClient(OpenAI):
    """A client that needs no key of its own: each call's Config may bring one."""

    def __init__(self, settings: Settings, transport: Any) -> None:
        self.websocket_base_url = None
        self._initialize(settings, transport, needs_key=False)

    def close_idle(self) -> None:
        """Close idle connections; calls that come all the same are made, for whoever still holds a resource."""
        self._close_idle()


class _State:
    """The package-level client, once it is made, and what it was made from."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.client: Optional[PackageClient] = None
        self.said: Dict[str, Any] = {}  # by the attributes of the package, when the client was made
        self.configs: List[Config] = []
        self.environment: Union[bool, Mapping[str, str]] = True
        self.transport: Any = None


PACKAGE = __name__.rpartition(".client.")[0]
_state = _State()


def configure(
    config: Optional[Config] = None,
    *,
    environment: Union[bool, Mapping[str, str]] = True,
    transport: Any = None,
    **settings: Any,
) -> None:
    """Set what the flat functions and package-level resources work with, in place of what was set before.

    Settings are those of `Config`, as one or as keywords. `environment=False` keeps the environment out, a mapping
    replaces it. What is set as attributes of the package counts above these. Calls that are under way go on with the
    old settings. Raises ConfigError and changes nothing if a setting cannot work.
    """
    mask_credentials(settings)
    if not isinstance(environment, bool):
        environment = {name: mask(environment[name]) for name in environment}
    configs = [check_config(config)] if config is not None else []
    configs.append(Config(**settings))
    client, said = _build_client(configs, environment, transport)
    with _state.lock:
        _state.configs, _state.environment, _state.transport = configs, environment, transport
        old = _swap_client(client, said)
    if old is not None:
        old.close_idle()


def package_client() -> PackageClient:
    """Return the package-level client; made anew if an attribute of the package says something else by now."""
    client = _state.client
    if client is None or _package_settings() != _state.said:
        old = None
        with _state.lock:
            if _state.client is None or _package_settings() != _state.said:
                client, said = _build_client(_state.configs, _state.environment, _state.transport)
                old = _swap_client(client, said)
            client = _state.client
        if old is not None:
            old.close_idle()
    assert client is not None
    return client


def _swap_client(client: PackageClient, said: Dict[str, Any]) -> Optional[PackageClient]:
    old, _state.client, _state.said = _state.client, client, said
    return old


def _package_settings() -> Dict[str, Any]:
    """Return what the attributes of the package say: `openai_stdlib.api_key = …`."""
    package = sys.modules[PACKAGE].__dict__
    said = {name: package[name] for name in package["SETTINGS"] if package.get(name) is not None}
    for name in ("default_headers", "default_query"):
        if name in said:
            said[name] = Headers(said[name])  # a copy, to know when the caller's own changes
    return said


def _build_client(
    configs: List[Config], environment: Union[bool, Mapping[str, str]], transport: Any
) -> Tuple[PackageClient, Dict[str, Any]]:
    """Return a client of all that is said now, and what the package's attributes say of it."""
    said = _package_settings()
    given = {name: mask(said[name]) for name in said if name in FIELDS and name not in PROVIDER_SETTINGS}
    http_client = said.get("http_client")
    if http_client is not None:
        from ..transport.httpx_client import transport_for_client

        transport = transport_for_client(http_client, False)
    provider = _resolve_provider(said, given, configs, environment)
    found = base_layers(environment, provider)
    # A provider that the package's attributes name counts, as they do, above what configure() said.
    above = [found.pop()] if provider is not None else []
    found += [("configure", config) for config in configs] + above
    return PackageClient(Settings(found + [("package", Config(**given))]), transport), said


# Settings that say who else is called than OpenAI, and their variables of the environment.
PROVIDER_SETTINGS = ("api_type", "api_version", "azure_endpoint", "azure_ad_token", "azure_ad_token_provider")
AZURE_VARIABLES = ("AZURE_OPENAI_API_KEY", "AZURE_OPENAI_AD_TOKEN")


def _resolve_provider(said: Mapping[str, Any], given: Dict[str, Any], configs: List[Config], environment: Any) -> Any:
    """Return the provider that the package's attributes or the environment ask for, or None; takes its key away."""
    variables: Mapping[str, str] = os.environ if environment is True else environment or {}
    kind = said.get("api_type") or variables.get("OPENAI_API_TYPE")
    if not kind:
        azure = any(name in said for name in PROVIDER_SETTINGS[2:]) or any(variables.get(n) for n in AZURE_VARIABLES)
        plain = any(config.api_key is not UNSET or config.base_url is not UNSET for config in configs)
        if azure and variables.get("OPENAI_API_KEY") and not plain:
            raise ConfigError(
                "the environment has keys of OpenAI and of Azure; say which is meant: set the package's api_type, or "
                "the environment variable OPENAI_API_TYPE, to openai, azure or amazon-bedrock"
            )
        kind = "azure" if azure and not plain else "openai"
    if kind == "azure":
        from ..providers.azure import AzureProvider

        named = {name: said[name] for name in PROVIDER_SETTINGS[1:] if name in said}
        return AzureProvider(
            api_key=given.pop("api_key", None), base_url=given.pop("base_url", None), environment=variables, **named
        )
    if kind == "amazon-bedrock":
        from ..providers.bedrock import BedrockProvider

        own = {"api_key": given.pop("api_key", None), "base_url": given.pop("base_url", None)}
        own["token_provider"] = said.get("bedrock_token_provider")
        own = {name: value for name, value in own.items() if value is not None}
        return BedrockProvider(environment=variables, **own)
    if kind != "openai":
        raise ConfigError("api_type: expected openai, azure or amazon-bedrock, got {!r}".format(kind))
    return None


def resolve_resource(dotted: str) -> Any:
    """Return a resource of the package-level client."""
    place: Any = package_client()
    for name in dotted.split("."):
        place = getattr(place, name)
    return place


class PackageResource:
    """A resource of whatever the package-level client is at the time of the call."""

    def __init__(self, dotted: str) -> None:
        self._dotted = dotted

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(resolve_resource(self._dotted), name)
        # A resource may be held for long; which client it means is asked at each call.
        return PackageResource(self._dotted + "." + name) if isinstance(found, Resource) else found

    def __dir__(self) -> Any:
        return dir(resolve_resource(self._dotted))

    def __repr__(self) -> str:
        return "<{} of the package-level client>".format(self._dotted)


class PackageFunction:
    """A flat function. See its `__doc__` for the ways to call it."""

    def __init__(self, name: str) -> None:
        self.__name__ = self.__qualname__ = name
        self._flat: Optional[FlatFunction] = None

    @property
    def signature(self) -> FlatFunction:
        """How its arguments are read; the table is imported when this is first asked."""
        if self._flat is None:
            self._flat = FlatFunction(self.__name__)
        return self._flat

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        row, body, config = self.signature.parse_arguments(arguments, keywords, Config)
        if config is not None:
            body["config"] = config if isinstance(config, Config) else Config(http_options=config)
        answer = package_client()._call(row, body)
        return answer.content if row.response_type == "binary" else answer

    @property
    def __doc__(self) -> str:  # type: ignore[override]  # a docstring made from the table
        lines = [self.signature.usage]
        for row in self.signature.operations:
            text = "{} {}".format(row.method, row.path)
            if row.required:
                text += " (required: {})".format(", ".join(row.required.split()))
            if row.successor:
                text += ". Retired by the API: use {}".format(row.successor)
            lines.append(text + ".")
        return "\n\n".join(lines)

    def __repr__(self) -> str:
        return "<function {}>".format(self.__name__)


class CallableResource(PackageResource, PackageFunction):
    """A name that is both: `files()` and `files("id")` call, `files.list` is the resource's operation."""

    __doc__ = PackageFunction.__doc__  # which an instance has of its own

    def __init__(self, name: str) -> None:
        PackageResource.__init__(self, RESOURCES[name])
        PackageFunction.__init__(self, name)


def package_attribute(name: str) -> Any:
    """Return the package-level name: a flat function, a resource, or both in one."""
    if name in RESOURCES:
        return CallableResource(name)
    if name in FUNCTIONS:
        return PackageFunction(name)
    return PackageResource(name)
