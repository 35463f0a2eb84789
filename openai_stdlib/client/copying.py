# SPDX-License-Identifier: MIT
"""`copy`, `with_options` and pickles of clients; base_client.py loads this module when one of them is used."""

from __future__ import annotations

from ..call.sentinels import is_given
from ..config.config import check_config
from ..config.settings import (
    Settings,
    base_layers,
    bind_provider,
    check_credentials,
    check_host,
    push_layer,
)
from .constructor import StubMethod
from .options import copied_attributes, copy_layers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List, Mapping, Optional, Tuple

    from ..config.config import Config

    Layers = List[Tuple[str, Config]]


def copy(
    self: Any,
    *,
    config: Any = None,
    environment: Any = None,
    http_client: Any = None,
    transport: Any = None,
    _strict_response_validation: Optional[bool] = None,
    _enforce_credentials: Optional[bool] = None,
    _extra_kwargs: Optional[Mapping[str, Any]] = None,
    **options: Any,
) -> Any:
    """Return a client with some options changed that shares this client's connections. Also `with_options`.

    Takes the options of the constructor. `default_headers` and `default_query` are merged over this client's;
    `set_default_headers` and `set_default_query` replace them. `config` is a layer below the other options, and
    `environment` replaces the variables that this client was made with. Raises ConfigError.
    """
    check_host()
    other = object.__new__(type(self))
    other.__dict__.update(copied_attributes(self))
    options.update(_extra_kwargs or {})
    websocket_base_url = options.pop("websocket_base_url", None)
    if websocket_base_url or not is_given(options.get("data_residency")):  # a residency replaces both base URLs
        other.websocket_base_url = websocket_base_url or self.websocket_base_url
    else:
        other.websocket_base_url = None
    other.websocket_transport = options.pop("websocket_transport", None) or self.websocket_transport
    layers = self._settings.layers
    if is_given(environment):
        other._environment = environment
        layers = _with_environment(layers, environment, self._settings.provider)
    if is_given(config):
        layers = push_layer(layers, "config", bind_provider(check_config(config), other._environment))
    layers = other._with_provider(layers, options)
    other._settings = Settings(copy_layers(layers, options, websocket_base_url))
    if _enforce_credentials:
        check_credentials(other._settings)
    other._transport = self._resolve_transport(transport, http_client) or self._transport
    return other


def _with_environment(layers: Layers, environment: Any, provider: Any) -> Layers:
    """Return layers with the variables of another environment in place of those that they have."""
    variables = [layer for layer in base_layers(environment, provider) if layer[0] == "environment"]
    return [*layers[:1], *variables, *(layer for layer in layers[1:] if layer[0] != "environment")]


def reduce(client: Any) -> Tuple[Any, ...]:
    """Return what pickle stores of a client: the options and the caller's transport, but no connections."""
    websockets = client.websocket_base_url, client.websocket_transport
    return _restore, (type(client), client._settings.layers, client._transport, websockets, client._closed)


def _restore(cls: Any, layers: Layers, transport: Any, websockets: Any, closed: bool) -> Any:
    client = object.__new__(cls)
    client.websocket_base_url, client.websocket_transport = websockets
    client._initialize(Settings(layers), transport)
    client._closed = closed
    return client


def find_method(name: str, cls: Any) -> Any:
    """Return `copy` of a class of clients, under a name."""
    return StubMethod(copy, cls, name)
