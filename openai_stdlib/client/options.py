# SPDX-License-Identifier: MIT
"""Client options that most programs don't set: provider, transport, data residency, and the options of a copy.

base_client.py imports this module when one of them is used.
"""

from __future__ import annotations

from ..call.errors import ConfigError, OptionTypeError
from ..call.headers import mask, mask_environment, mask_headers, mask_parameters
from ..call.sentinels import SENTINEL_TYPES
from ..config.config import FIELDS, SENSITIVE_FIELDS
from ..config.settings import base_layers, explicit_layer, push_layer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Mapping, Optional

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
        "websocket_transport", "config", "azure_deployment", "api_version", "api_type", "aws_region", "aws_profile",
        "aws_credentials_provider", "_strict_response_validation", "_enforce_credentials",
    )
)  # fmt: skip
# Where data is stored: the prefix of the API's host. https://platform.openai.com/docs/guides/your-data
DATA_RESIDENCIES = ("global", "us", "eu", "ae", "au", "in", "jp")


def choose_provider(provider: Any, workload_identity: Any, options: Mapping[str, Any], environment: Any) -> Any:
    """Return the provider that supplies credentials, if any. Raises ConfigError for mutually exclusive options."""
    if provider is workload_identity is None:
        return None
    from .provider_options import resolve_provider

    return resolve_provider(provider, workload_identity, options, environment)


def apply_data_residency(
    options: Dict[str, Any], data_residency: Optional[str], websocket_base_url: Any = None
) -> Dict[str, Any]:
    """Return the options with the base URL that `data_residency` stands for. Raises ConfigError."""
    if data_residency is None or type(data_residency) in SENTINEL_TYPES:
        return options
    if data_residency not in DATA_RESIDENCIES:
        names = ", ".join(DATA_RESIDENCIES)
        raise ConfigError("data_residency: expected one of {}, got {!r}".format(names, data_residency))
    if options.get("base_url") is not None:
        raise ConfigError("data_residency and base_url are mutually exclusive; pass only one")
    if websocket_base_url is not None:
        raise ConfigError("data_residency and websocket_base_url are mutually exclusive; pass only one")
    host = "api" if data_residency == "global" else data_residency + ".api"
    return {**options, "base_url": "https://{}.openai.com/v1".format(host)}


def resolve_transport(transport: Any, http_client: Any, client_name: str, is_async: bool) -> Any:
    """Return the transport of the caller for this kind of client, wrapping an httpx client if necessary.

    Raises ConfigError or OptionTypeError.
    """
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
    from ..transport.base import for_client

    transport = for_client(transport, is_async)
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
    attributes = dict(vars(client))  # other threads may add resources meanwhile
    return {name: attributes[name] for name in attributes if not hasattr(getattr(cls, name, None), "__get__")}


def copy_layers(layers: Layers, options: Dict[str, Any], websocket_base_url: Any = None) -> Layers:
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
        for name, value in apply_data_residency(
            options, options.pop("data_residency", None), websocket_base_url
        ).items()
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
        elif name in ("default_query", "set_default_query"):
            options[name] = mask_parameters(options[name])
        elif name == "environment":
            options[name] = mask_environment(options[name])
        elif name == "_extra_kwargs":  # further options of a copy
            options[name] = dict(options[name] or {})
            mask_copy_options(options[name])
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
    provider = choose_provider(provider, workload_identity, options, client._environment)
    return drop_field(layers, "provider") + base_layers(False, provider)[1:]


def drop_field(layers: Layers, field: str) -> Layers:
    """Return the layers with one field removed from each."""
    return [(name, config.without(field)) for name, config in layers]


def find_observe() -> Callable[[Any, Any], Any]:
    """Return `observe` of observed_calls.py, or in a copy without it, a function that only refuses what needs it."""
    try:
        from .observed_calls import observe
    except ModuleNotFoundError as error:
        missing = error
    else:
        return observe

    def observe_nothing(call: Any, flow: Any) -> Any:
        if set(call.options or ()) - {"cancel"}:
            raise missing
        return flow  # without its line in the log

    return observe_nothing
