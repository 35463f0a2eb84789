# SPDX-License-Identifier: MIT
"""The package-level client: the flat functions, and `openai_stdlib.chat…` without a client in hand.

The only global state of the package. Two copies of the package in one process have two of these, and don't know of
each other. The client is made when it is first needed; `configure` says with which settings.
"""

from __future__ import annotations

import os
import sys
import threading

from . import SETTINGS
from .api.flat import FUNCTIONS, RESOURCES, FlatFunction
from .api.rows import Resource
from .call.errors import ConfigError
from .call.message import Headers, masked
from .client import OpenAI, check_config
from .config import FIELDS, UNSET, Config, Settings, guard
from .layers import first_layers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Mapping, Optional, Tuple, Union


class PackageClient(OpenAI):
    """A client that needs no key of its own: each call's Config may bring one."""

    def __init__(self, settings: Settings, transport: Any) -> None:
        self.websocket_base_url = None
        self._start(settings, transport, needs_key=False)

    def retire(self) -> None:
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
    guard(settings)
    if not isinstance(environment, bool):
        environment = {name: masked(environment[name]) for name in environment}
    configs = [check_config(config)] if config is not None else []
    configs.append(Config(**settings))
    client, said = _made(configs, environment, transport)
    with _state.lock:
        _state.configs, _state.environment, _state.transport = configs, environment, transport
        old = _taken(client, said)
    if old is not None:
        old.retire()


def package_client() -> PackageClient:
    """Return the package-level client; made anew if an attribute of the package says something else by now."""
    client = _state.client
    if client is None or _said() != _state.said:
        old = None
        with _state.lock:
            if _state.client is None or _said() != _state.said:
                client, said = _made(_state.configs, _state.environment, _state.transport)
                old = _taken(client, said)
            client = _state.client
        if old is not None:
            old.retire()
    assert client is not None
    return client


def _taken(client: PackageClient, said: Dict[str, Any]) -> Optional[PackageClient]:
    old, _state.client, _state.said = _state.client, client, said
    return old


def _said() -> Dict[str, Any]:
    """Return what the attributes of the package say: `openai_stdlib.api_key = …`."""
    package = sys.modules[__package__].__dict__
    said = {name: package[name] for name in SETTINGS if package.get(name) is not None}
    for name in ("default_headers", "default_query"):
        if name in said:
            said[name] = Headers(said[name])  # a copy, to know when the caller's own changes
    return said


def _made(
    configs: List[Config], environment: Union[bool, Mapping[str, str]], transport: Any
) -> Tuple[PackageClient, Dict[str, Any]]:
    """Return a client of all that is said now, and what the package's attributes say of it."""
    said = _said()
    given = {name: masked(said[name]) for name in said if name in FIELDS and name not in OF_A_PROVIDER}
    http_client = said.get("http_client")
    if http_client is not None:
        from .transport.httpx_client import of_client

        transport = of_client(http_client, False)
    provider = _provider(said, given, configs, environment)
    found = first_layers(environment, provider)
    # A provider that the package's attributes name counts, as they do, above what configure() said.
    above = [found.pop()] if provider is not None else []
    found += [("configure", config) for config in configs] + above
    return PackageClient(Settings(found + [("package", Config(**given))]), transport), said


# Settings that say who else is called than OpenAI, and their variables of the environment.
OF_A_PROVIDER = ("api_type", "api_version", "azure_endpoint", "azure_ad_token", "azure_ad_token_provider")
AZURE_VARIABLES = ("AZURE_OPENAI_API_KEY", "AZURE_OPENAI_AD_TOKEN")


def _provider(said: Mapping[str, Any], given: Dict[str, Any], configs: List[Config], environment: Any) -> Any:
    """Return the provider that the package's attributes or the environment ask for, or None; takes its key away."""
    variables: Mapping[str, str] = os.environ if environment is True else environment or {}
    kind = said.get("api_type") or variables.get("OPENAI_API_TYPE")
    if not kind:
        azure = any(name in said for name in OF_A_PROVIDER[2:]) or any(variables.get(n) for n in AZURE_VARIABLES)
        plain = any(config.api_key is not UNSET or config.base_url is not UNSET for config in configs)
        if azure and variables.get("OPENAI_API_KEY") and not plain:
            raise ConfigError(
                "the environment has keys of OpenAI and of Azure; say which is meant: set the package's api_type, or "
                "the environment variable OPENAI_API_TYPE, to openai, azure or amazon-bedrock"
            )
        kind = "azure" if azure and not plain else "openai"
    if kind == "azure":
        from .providers.azure import AzureProvider

        named = {name: said[name] for name in OF_A_PROVIDER[1:] if name in said}
        return AzureProvider(
            api_key=given.pop("api_key", None), base_url=given.pop("base_url", None), environment=variables, **named
        )
    if kind == "amazon-bedrock":
        from .providers.bedrock import BedrockProvider

        own = {"api_key": given.pop("api_key", None), "base_url": given.pop("base_url", None)}
        own["token_provider"] = said.get("bedrock_token_provider")
        own = {name: value for name, value in own.items() if value is not None}
        return BedrockProvider(environment=variables, **own)
    if kind != "openai":
        raise ConfigError("api_type: expected openai, azure or amazon-bedrock, got {!r}".format(kind))
    return None


def resource(dotted: str) -> Any:
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
        found = getattr(resource(self._dotted), name)
        # A resource may be held for long; which client it means is asked at each call.
        return PackageResource(self._dotted + "." + name) if isinstance(found, Resource) else found

    def __dir__(self) -> Any:
        return dir(resource(self._dotted))

    def __repr__(self) -> str:
        return "<{} of the package-level client>".format(self._dotted)


class Function:
    """A flat function. See its `__doc__` for the ways to call it."""

    def __init__(self, name: str) -> None:
        self.__name__ = self.__qualname__ = name
        self._flat: Optional[FlatFunction] = None

    @property
    def flat(self) -> FlatFunction:
        """How its arguments are read; the table is imported when this is first asked."""
        if self._flat is None:
            self._flat = FlatFunction(self.__name__)
        return self._flat

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        row, body, config = self.flat.read(arguments, keywords, Config)
        if config is not None:
            body["config"] = config if isinstance(config, Config) else Config(http_options=config)
        answer = package_client()._call(row, body)
        return answer.content if row.answer == "binary" else answer

    @property
    def __doc__(self) -> str:  # type: ignore[override]  # a docstring made from the table
        lines = [self.flat.usage]
        for row in self.flat.rows:
            text = "{} {}".format(row.verb, row.path)
            if row.required:
                text += " (required: {})".format(", ".join(row.required.split()))
            if row.successor:
                text += ". Retired by the API: use {}".format(row.successor)
            lines.append(text + ".")
        return "\n\n".join(lines)

    def __repr__(self) -> str:
        return "<function {}>".format(self.__name__)


class CallableResource(PackageResource, Function):
    """A name that is both: `files()` and `files("id")` call, `files.list` is the resource's operation."""

    __doc__ = Function.__doc__  # which an instance has of its own

    def __init__(self, name: str) -> None:
        PackageResource.__init__(self, RESOURCES[name])
        Function.__init__(self, name)


def package_level(name: str) -> Any:
    """Return the package-level name: a flat function, a resource, or both in one."""
    if name in RESOURCES:
        return CallableResource(name)
    if name in FUNCTIONS:
        return Function(name)
    return PackageResource(name)
