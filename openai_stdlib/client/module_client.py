# SPDX-License-Identifier: MIT
"""The default client behind the flat functions and `openai_stdlib.chat`, `openai_stdlib.files` …

This is the only global state of the package. Two copies of the package in one process have one default client each.
The client is created on first use; `configure` sets its options.
"""

from __future__ import annotations

import os
from _thread import allocate_lock

from ..api.flat_functions import FUNCTIONS, RESOURCES, FlatFunction
from ..api.operation import Resource
from ..call.errors import ConfigError
from ..call.headers import mask_environment, mask_http_options
from ..config.config import (
    ENV_VARS,
    FIELDS,
    UNSET,
    Config,
    check_config,
    check_environment,
    mask_credentials,
)
from ..config.settings import Settings, base_layers, bind_provider, configure_logging, package
from ..transport.pool import call_in_child
from .clients import OpenAI
from .options import mask_copy_options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Mapping, Optional, Tuple, Union

# Settings that select another provider than OpenAI, and the environment variables of its credentials.
PROVIDER_SETTINGS = ("api_type", "api_version", "azure_endpoint", "azure_ad_token", "azure_ad_token_provider")
AZURE_VARIABLES = ("AZURE_OPENAI_API_KEY", "AZURE_OPENAI_AD_TOKEN")
# Environment variables that select a provider, which the client looks for as long as it has no credentials.
PROVIDER_VARIABLES = (*AZURE_VARIABLES, "OPENAI_API_TYPE", "AZURE_OPENAI_ENDPOINT", "OPENAI_API_VERSION")


class PackageClient(OpenAI):
    """A client that may lack an API key, because the Config of each call can supply one."""

    def __init__(self, settings: Settings, transport: Any, http_client: Any = None) -> None:
        self.websocket_base_url: None = None
        self._initialize(settings, self._resolve_transport(transport, http_client))

    def close_idle(self) -> None:
        """Close idle connections. The client stays usable for callers that still hold one of its resources."""
        self._close_idle()


class _State:
    """The default client once it is created, and what it was created from."""

    def __init__(self) -> None:
        self.make_lock()
        call_in_child(_State.make_lock, self)
        self.client: Optional[PackageClient] = None
        self.settings: Dict[str, Any] = {}  # the package's attributes when the client was created
        self.unset_variables: Tuple[str, ...] = ()  # looked for again at each call
        self.configs: List[Config] = []
        self.environment: Union[bool, Mapping[str, str]] = True
        self.transport: Any = None

    def make_lock(self) -> None:
        """Make the lock that guards changes, also in a forked child, where the parent's could stay locked."""
        self.lock = allocate_lock()


_state = _State()


def configure(
    config: Optional[Config] = None,
    *,
    environment: Union[bool, Mapping[str, str]] = True,
    transport: Any = None,
    **settings: Any,
) -> None:
    """Set the options of the default client, replacing those of an earlier call.

    Takes a `Config`, or its options as keywords. `environment=False` ignores environment variables, a mapping
    replaces them. Attributes of the package, such as `openai_stdlib.api_key`, override these options. Calls in
    progress keep the old options. Raises ConfigError, and changes nothing, for an invalid option.
    """
    mask_credentials(settings)
    environment = mask_environment(environment)
    check_environment(environment)
    configs = [check_config(config)] if config is not None else []
    configs.append(Config(**settings))
    client, package_settings = _build_client(configs, environment, transport)
    with _state.lock:
        _state.configs, _state.environment, _state.transport = configs, environment, transport
        old = _swap_client(client, package_settings)
    if old is not None:
        old.close_idle()


def package_client() -> PackageClient:
    """Return the default client; create another one if an attribute of the package has changed."""
    client = _state.client
    if client is None or _is_outdated():
        old = None
        with _state.lock:
            if _state.client is None or _is_outdated():
                client, package_settings = _build_client(_state.configs, _state.environment, _state.transport)
                old = _swap_client(client, package_settings)
            client = _state.client
        if old is not None:
            old.close_idle()
    assert client is not None
    return client


def _swap_client(client: PackageClient, package_settings: Dict[str, Any]) -> Optional[PackageClient]:
    old, _state.client, _state.settings = _state.client, client, package_settings
    _state.unset_variables = _unset_variables(client.settings)
    return old


def _is_outdated() -> bool:
    """Return whether the client would be another one if it were created now.

    That is so if an attribute of the package has changed, or if a variable that was not set when the client was created
    is set now: a host may read its secrets after its first, failing call. Changes of variables that were set don't
    count, as with any other client.
    """
    return _package_settings() != _state.settings or any(map(_is_set, _state.unset_variables))


def _is_set(variable: str) -> bool:
    return bool(os.environ.get(variable, "").strip())


def _unset_variables(settings: Settings) -> Tuple[str, ...]:
    """Return the environment variables that are not set, and whose values the client would use."""
    if _state.environment is not True:
        return ()
    ignored = () if settings.provider is None else settings.provider.ignored_settings
    variables = [ENV_VARS[name] for name in ENV_VARS if name not in ignored]
    if settings.provider is settings.api_key is None and not settings.has_authorization_header:
        variables += PROVIDER_VARIABLES
    return tuple(variable for variable in variables if not _is_set(variable))


def _package_settings() -> Dict[str, Any]:
    """Return the settings that are attributes of the package: `openai_stdlib.api_key = …`."""
    attributes = package.__dict__
    settings = {name: attributes[name] for name in attributes["SETTINGS"] if attributes.get(name) is not None}
    mask_copy_options(settings)
    if isinstance(settings.get("default_query"), dict):
        settings["default_query"] = dict(settings["default_query"])  # to notice when the caller changes the original
    return settings


def _build_client(
    configs: List[Config], environment: Union[bool, Mapping[str, str]], transport: Any
) -> Tuple[PackageClient, Dict[str, Any]]:
    """Return a client with the current options, and the package's attributes that it was built from."""
    configure_logging(environment)
    settings = _package_settings()
    options = {name: settings[name] for name in settings if name in FIELDS and name not in PROVIDER_SETTINGS}
    http_client = settings.get("http_client")
    configs = [bind_provider(config, environment) for config in configs]
    provider = _resolve_provider(settings, options, configs, environment)
    layers = base_layers(environment, provider)
    # A provider that the package's attributes select overrides configure(), as those attributes do.
    above = [layers.pop()] if provider is not None else []
    layers += [("configure", config) for config in configs] + above
    layers.append(("package", Config(**options)))
    return PackageClient(Settings(layers), None if http_client else transport, http_client), settings


def _resolve_provider(
    settings: Mapping[str, Any], options: Dict[str, Any], configs: List[Config], environment: Any
) -> Any:
    """Return the provider that the package's attributes or the environment select, or None.

    Removes from `options` what is the provider's: its key and base URL.
    """
    variables: Mapping[str, str] = os.environ if environment is True else environment or {}
    api_type = settings.get("api_type") or variables.get("OPENAI_API_TYPE")
    if not api_type:
        api_type = _detect_api_type(settings, configs, variables)
    if api_type == "azure":
        from ..providers.azure import AzureProvider

        named = {name: settings[name] for name in PROVIDER_SETTINGS[1:] if name in settings}
        return AzureProvider(
            api_key=options.pop("api_key", None), base_url=options.pop("base_url", None), environment=variables, **named
        )
    if api_type == "amazon-bedrock":
        from ..providers.bedrock import BedrockProvider

        own = {"api_key": options.pop("api_key", None), "base_url": options.pop("base_url", None)}
        own["token_provider"] = settings.get("bedrock_token_provider")
        own = {name: value for name, value in own.items() if value is not None}
        return BedrockProvider(environment=variables, **own)
    if api_type != "openai":
        raise ConfigError("api_type: expected openai, azure or amazon-bedrock, got {!r}".format(api_type))
    return None


def _detect_api_type(settings: Mapping[str, Any], configs: List[Config], variables: Mapping[str, str]) -> str:
    """Return "azure" or "openai", whichever the settings are for. Raises ConfigError if they are for both."""
    is_azure = any(name in settings for name in PROVIDER_SETTINGS[2:]) or any(map(variables.get, AZURE_VARIABLES))
    explicit = [option for config in configs for option in (config.api_key, config.base_url, config.provider)]
    is_openai = any(option is not UNSET for option in explicit)
    if is_azure and variables.get("OPENAI_API_KEY") and not is_openai:
        raise ConfigError(
            "the environment has keys of OpenAI and of Azure; set the package's api_type, or the environment variable "
            "OPENAI_API_TYPE, to openai, azure or amazon-bedrock"
        )
    return "azure" if is_azure and not is_openai else "openai"


def resolve_resource(path: str) -> Any:
    """Return a resource of the default client by its dotted path."""
    resource: Any = package_client()
    for name in path.split("."):
        resource = getattr(resource, name)
    return resource


class PackageResource:
    """A resource of the default client, whichever client that is at the time of the call."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = getattr(resolve_resource(self._path), name)
        # A program may hold a resource for long, so the client is looked up again at each call.
        return PackageResource(self._path + "." + name) if isinstance(value, Resource) else value

    def __dir__(self) -> Any:
        return dir(resolve_resource(self._path))

    def __repr__(self) -> str:
        return "<{} of the default client>".format(self._path)


class PackageFunction:
    """A flat function. Its `__doc__` shows how to call it."""

    def __init__(self, name: str) -> None:
        self.__name__ = self.__qualname__ = name
        self._signature: Optional[FlatFunction] = None

    @property
    def signature(self) -> FlatFunction:
        """How the function's arguments are parsed. Imports the operation table on first access."""
        if self._signature is None:
            self._signature = FlatFunction(self.__name__)
        return self._signature

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        operation, body, config = self.signature.parse_arguments(arguments, keywords, Config)
        if not isinstance(config, Config):
            arguments, config = (), mask_http_options(config)  # may contain credentials
        if config is not None:
            body["config"] = config if isinstance(config, Config) else Config(http_options=config)
        result = package_client()._call(operation, body)
        return result.content if operation.response_type == "binary" else result

    @property
    def __doc__(self) -> str:  # type: ignore[override]  # built from the operation table
        lines = [self.signature.usage]
        for operation in self.signature.operations:
            text = "{} {}".format(operation.method, operation.path)
            if operation.required:
                text += " (required: {})".format(", ".join(operation.required.split()))
            if operation.successor:
                text += ". Removed from the API: use {}".format(operation.successor)
            lines.append(text + ".")
        return "\n\n".join(lines)

    def __repr__(self) -> str:
        return "<function {}>".format(self.__name__)


class CallableResource(PackageResource, PackageFunction):
    """A name that is a function and a resource: `files()` and `files("id")` call, `files.list` is an operation."""

    __doc__: Any = PackageFunction.__doc__  # inherited docstrings would hide it

    def __init__(self, name: str) -> None:
        PackageResource.__init__(self, RESOURCES[name])
        PackageFunction.__init__(self, name)


def package_attribute(name: str) -> Any:
    """Return a name of the package: a flat function, a resource, or both in one."""
    if name in RESOURCES:
        return CallableResource(name)
    if name in FUNCTIONS:
        return PackageFunction(name)
    return PackageResource(name)
