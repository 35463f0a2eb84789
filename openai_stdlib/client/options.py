# SPDX-License-Identifier: MIT
"""Client options that most programs don't set: provider, transport, data residency, and the options of a copy.

base_client.py imports this module when one of them is used.
"""

from __future__ import annotations

from ..call.errors import ConfigError, OptionTypeError
from ..call.headers import mask, mask_headers
from ..call.sentinels import SENTINEL_TYPES
from ..config.config import FIELDS, SENSITIVE_FIELDS
from ..config.settings import base_layers, explicit_layer, push_layer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Mapping, Optional, Tuple

    from ..config.settings import Layers

PROVIDER_CREDENTIALS = frozenset(
    (
        "azure_ad_token", "azure_ad_token_provider", "azure_endpoint", "bedrock_token_provider", "aws_access_key_id",
        "aws_secret_access_key", "aws_session_token",
    )
)  # fmt: skip
OTHER_OPTIONS = frozenset(
    (
        "set_default_query", "http_client", "transport", "workload_identity", "data_residency", "websocket_base_url",
        "config", "azure_deployment", "api_version", "api_type", "aws_region", "aws_profile",
        "aws_credentials_provider", "_strict_response_validation", "_enforce_credentials",
    )
)  # fmt: skip
# Where data is stored: the prefix of the API's host. https://platform.openai.com/docs/guides/your-data
DATA_RESIDENCIES = ("global", "us", "eu", "ae", "au", "in", "jp")


def resolve_provider(provider: Any, workload_identity: Any, options: Mapping[str, Any], environment: Any = True) -> Any:
    """Return the provider that supplies credentials. Raises ConfigError for mutually exclusive options.

    The name of a known server and a profile (a dict) become a provider, with its key from the environment.
    """
    if isinstance(provider, (str, dict)):
        from ..providers.profiles import find_provider

        provider = find_provider(provider)
        provider = None if provider is None else provider.with_environment(environment)
    if workload_identity is None:
        if provider is not None and not getattr(provider, "is_overridable", False):
            check_exclusive(provider, options, ("api_key", "admin_api_key", "base_url"))
        return provider
    from ..providers.workload import WorkloadProvider

    if provider is not None:
        raise ConfigError("workload_identity and provider are mutually exclusive; pass only one")
    provider = WorkloadProvider(workload_identity)
    check_exclusive(provider, options, ("api_key",))
    return provider


def check_exclusive(provider: Any, options: Mapping[str, Any], names: Tuple[str, ...]) -> None:
    """Raise ConfigError if one of the options `names` is set, because the provider supplies it."""
    doubled = [name for name in names if options.get(name) is not None]
    if doubled:
        raise ConfigError(
            "{} and {} are mutually exclusive, because the provider supplies credentials and base URL; pass only "
            "one".format(" and ".join(doubled), provider.name)
        )


def apply_data_residency(options: Dict[str, Any], data_residency: Optional[str]) -> Dict[str, Any]:
    """Return the options with the base URL that `data_residency` stands for. Raises ConfigError."""
    if data_residency is None or type(data_residency) in SENTINEL_TYPES:
        return options
    if data_residency not in DATA_RESIDENCIES:
        names = ", ".join(DATA_RESIDENCIES)
        raise ConfigError("data_residency: expected one of {}, got {!r}".format(names, data_residency))
    if options.get("base_url") is not None:
        raise ConfigError("data_residency and base_url are mutually exclusive; pass only one")
    host = "api" if data_residency == "global" else data_residency + ".api"
    return {**options, "base_url": "https://{}.openai.com/v1".format(host)}


def resolve_transport(transport: Any, http_client: Any, client_name: str, is_async: bool) -> Any:
    """Return the caller's transport, wrapping an httpx client if necessary. Raises ConfigError or OptionTypeError."""
    if http_client is not None:
        if transport is not None:
            raise ConfigError("http_client and transport are mutually exclusive; pass only one")
        from ..transport.httpx_client import transport_for_client

        transport = transport_for_client(http_client, is_async)
        if transport is None:
            expected = "an AsyncClient" if is_async else "a Client"
            raise OptionTypeError(
                "http_client: expected {} of httpx or httpx2, or a transport, got {}".format(
                    expected, type(http_client).__name__
                )
            )
    check_transport(transport, client_name, is_async)
    return transport


def check_transport(transport: Any, client_name: str, is_async: bool) -> None:
    """Raise ConfigError if an object doesn't implement the transport interface that the client needs."""
    from ..transport.base import AsyncTransport, Transport

    if not isinstance(transport, AsyncTransport if is_async else Transport):
        prefixes = ("async ", "a") if is_async else ("", "")
        raise ConfigError(
            "transport: {} needs an object with {}send(request) and {}close(), got {}".format(
                client_name, *prefixes, type(transport).__name__
            )
        )


def copied_attributes(client: Any) -> Dict[str, Any]:
    """Return what a copy of a client takes over: not its resources, nor methods that a program has replaced in it."""
    cls = type(client)
    return {name: value for name, value in vars(client).items() if not hasattr(getattr(cls, name, None), "__get__")}


def copy_layers(layers: Layers, options: Dict[str, Any]) -> Layers:
    """Return the layers of a copy of a client: its own, with the options that the copy changes on top.

    `set_default_headers` and `set_default_query` replace what the layers set, the other options are merged over it.
    """
    for name in ("default_headers", "default_query"):
        replacement = options.pop("set_" + name, None)
        if replacement is not None:
            if options.get(name) is not None:
                raise ConfigError("{0} and set_{0} are mutually exclusive; pass only one".format(name))
            layers, options[name] = drop_field(layers, name), replacement
    options = {
        name: value
        for name, value in apply_data_residency(options, options.pop("data_residency", None)).items()
        if name in ("timeout", "max_retries") or value or not isinstance(value, (str, type(None)))
    }
    if options.get("max_retries", 0) is None:
        del options["max_retries"]
    return push_layer(layers, "copy", explicit_layer(options))


def mask_copy_options(options: Dict[str, Any]) -> None:
    """Mask, in place, the options of a copy that may contain credentials."""
    for name in options:
        if name in ("default_headers", "set_default_headers"):
            options[name] = mask_headers(options[name])
        elif name in SENSITIVE_FIELDS or name in PROVIDER_CREDENTIALS:
            options[name] = mask(options[name])
        elif name not in FIELDS and name not in OTHER_OPTIONS:
            options[name] = mask(options[name])  # a misspelt name


def with_provider(client: Any, layers: Layers, options: Dict[str, Any]) -> Layers:
    """Return the layers with the provider that the options of a copy ask for, which are removed from `options`."""
    provider, workload_identity = options.pop("provider", None), options.pop("workload_identity", None)
    is_overridable = getattr(client._settings.provider, "is_overridable", False)
    if provider is workload_identity is None and (is_overridable or options.get("api_key") is None):
        return layers
    if not (provider is workload_identity is None):
        provider = resolve_provider(provider, workload_identity, options, client._environment)
    return drop_field(layers, "provider") + base_layers(False, provider)[1:]


def mask_request_options(options: Dict[str, Any]) -> Dict[str, Any]:
    """Mask the headers in the options of `request` in place, because frames refer to them, and return the options."""
    if isinstance(options.get("options"), dict) and "headers" in options["options"]:
        options["options"] = {**options["options"], "headers": mask_headers(options["options"]["headers"])}
    for name in ("headers", "extra_headers"):
        if name in options:
            options[name] = mask_headers(options[name])
    return options


def read_private(client: Any, name: str) -> Any:
    """Return the value of a private attribute of the official clients."""
    settings, provider = client.settings, client.settings.provider
    if name == "_refresh_api_key":
        return lambda: _refresh_async(settings.api_key) if client._is_async else _call_or_keep(settings.api_key)
    if name == "_custom_query":
        version = getattr(provider, "api_version", None)
        return {**({} if version is None else {"api-version": version}), **settings.query}
    if name == "_custom_headers":
        layers: Any = [getattr(config, "default_headers", None) for _, config in settings.layers]
        return {name: headers[name] for headers in layers if hasattr(headers, "keys") for name in headers}
    if name == "_strict_response_validation":
        return False
    return client.base_url if name == "_base_url" else getattr(provider, name[1:], None)


def _call_or_keep(key: Any) -> Any:
    return key() if callable(key) else key or ""


async def _refresh_async(key: Any) -> Any:
    key = _call_or_keep(key)
    return await key if hasattr(key, "__await__") else key


def drop_field(layers: Layers, field: str) -> Layers:
    """Return the layers with one field removed from each."""
    return [(name, config.without(field)) for name, config in layers]
