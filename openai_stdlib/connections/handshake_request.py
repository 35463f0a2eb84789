# SPDX-License-Identifier: MIT
"""Build the request of a WebSocket handshake: URL, headers and credentials. No I/O.

The URL is that of the official client: the base URL with the scheme ws or wss, the path of the endpoint, then the
client's default query, the base URL's own query, the arguments of `connect`, and its `extra_query`. A later layer
replaces the whole parameter of an earlier one.
"""

from __future__ import annotations

from urllib.parse import parse_qs, parse_qsl, urlencode

from ..api.operation import GET
from ..call.errors import ArgumentError, ConfigError, OpenAIError
from ..call.message import Request
from ..call.prepare import Call, authorize
from ..call.sentinels import SENTINEL_TYPES
from ..call.timeout import Timeout
from ..call.url import check_base_url, encode_query, expand
from ..config.settings import DEFAULTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Mapping, Tuple

    from ..config.settings import Settings
    from .endpoints import Endpoint

UNSUPPORTED = "This authentication method is not supported by WebSocket connections"
BETA_HEADER = {"OpenAI-Beta": "realtime=v1"}
OPEN_TIMEOUT = 10.0  # seconds


class HandshakeRequest:
    """A request, and how it is signed: `sign` and `on_unauthorized` are those of `exchange`.

    `watch(flow)` returns the exchange as the client's hook sees it; it is None without a hook.
    """

    __slots__ = ("request", "sign", "on_unauthorized", "watch")

    def __init__(self, request: Request, sign: Any, on_unauthorized: Any, watch: Any = None) -> None:
        self.request: Request = request
        self.sign: Any = sign
        self.on_unauthorized: Any = on_unauthorized
        self.watch: Any = watch


def build_handshake_request(
    client: Any,
    endpoint: Endpoint,
    parameters: Mapping[str, Any],
    extra_query: Any,
    extra_headers: Any,
    open_timeout: Any = Ellipsis,
) -> HandshakeRequest:
    """Return the request that opens a connection. `parameters` are the arguments of `connect` that were given.

    Without `open_timeout`, in seconds, the client's connect timeout applies if it was set, else 10 seconds. Raises
    ConfigError, ArgumentError, CredentialError, or OpenAIError for credentials that WebSockets do not support.
    """
    settings: Settings = client._settings
    provider: Any = settings.provider
    is_azure = getattr(provider, "name", "") == "azure"
    is_supported = check_provider(endpoint, settings, extra_headers)
    query = dict(parameters)
    call_id = {"call_id": query.pop("call_id")} if "call_id" in query else {}
    path = endpoint.path
    if "{" in path:
        path = expand(path, ("session_id",), query)
        del query["session_id"]
    base_url, layers = find_base_url(client, endpoint, is_azure), [query, check_query(extra_query), call_id]
    if is_azure and endpoint.is_realtime:
        model = query.pop("model", None)
        if not model:
            raise OpenAIError("`model` is required for Azure Realtime API")
        layers += [{"api-version": provider.api_version, "deployment": provider.deployment or model}]
    url = build_url(base_url, path, settings.query, layers)
    headers = settings.headers.merged(BETA_HEADER if endpoint.is_beta else None)
    call = Call(GET(endpoint.path), settings, {})
    authorize(call, headers, extra_headers)
    headers = headers.merged(extra_headers)
    sign, on_unauthorized = call.sign, None
    if not is_supported:
        sign = None
    elif provider is not None and sign is not None:
        sign = provider.sign_async if client._is_async else provider.sign
        on_unauthorized = provider.handle_unauthorized
    call.request = Request("GET", url, headers, None, build_timeout(settings, open_timeout))
    return HandshakeRequest(call.request, sign, on_unauthorized, find_watch(call, parameters))


def find_watch(call: Call, parameters: Mapping[str, Any]) -> Any:
    """Return what has the client's hook see a handshake, or None without a hook."""
    if not call.options or "on_event" not in call.options:
        return None
    from ..hooks.handshake_events import watch_handshake

    call.operation.name = "connect"
    return lambda flow: watch_handshake(call, parameters, flow)


def check_provider(endpoint: Endpoint, settings: Settings, extra_headers: Any) -> bool:
    """Return whether the credentials of the provider can be used. Raises OpenAIError if there are no others.

    The beta of the Realtime API also takes an Authorization header of the program, unless TLS identifies the client.
    """
    provider: Any = settings.provider
    if provider is None or getattr(provider, "supports_websockets", True):
        return True
    has_own = settings.has_authorization_header or any(name.lower() == "authorization" for name in extra_headers)
    if not endpoint.is_beta or not has_own or getattr(getattr(provider, "_key", None), "is_x509", False):
        raise OpenAIError(UNSUPPORTED)
    return False


def find_base_url(client: Any, endpoint: Endpoint, is_azure: bool) -> str:
    """Return the base URL for WebSockets, with the scheme ws or wss. Raises ConfigError for an invalid one."""
    if client.websocket_base_url is not None:
        return check_websocket_base_url(client.websocket_base_url)
    scheme, _, rest = str(client._settings.base_url).partition(":")
    is_plain = scheme == "http" and not endpoint.is_beta and not (is_azure and endpoint.is_realtime)
    return ("ws:" if is_plain else "wss:") + rest


def check_websocket_base_url(url: Any) -> str:
    """Return a base URL with the scheme ws or wss, also one with http or https. Raises ConfigError."""
    name, text = "websocket_base_url", url if isinstance(url, str) else str(url)
    scheme, colon, rest = text.strip().partition(":")
    if scheme.lower() not in ("ws", "wss", "http", "https"):
        raise ConfigError(name + ": must start with ws:// or wss://, like wss://api.openai.com/v1")
    http_scheme = {"ws": "http", "wss": "https"}.get(scheme.lower(), scheme)
    without_scheme: str = check_base_url(http_scheme + colon + rest, name)[len("http") :]
    return "ws" + without_scheme


def build_url(base_url: str, path: str, defaults: Mapping[str, Any], layers: List[Mapping[str, Any]]) -> str:
    """Return the URL of an endpoint. `layers` are queries; a later one replaces the parameters of earlier ones."""
    root, _, base_query = base_url.partition("?")
    values: Dict[str, Any] = {}
    for layer in layers:
        values.update({name: value for name, value in layer.items() if type(value) not in SENTINEL_TYPES})
    removed = {name for layer in layers for name in layer}
    kept = encode_query({name: value for name, value in defaults.items() if name not in removed})
    parameters: Dict[str, List[str]] = {}
    for query in (kept, base_query):
        parameters.update(parse_qs(query, keep_blank_values=True))
    for name in list(parameters):
        if name in removed or name.partition("[")[0] in removed:
            del parameters[name]
    for name, value in values.items():
        parameters.update(_group_pairs(_encode_parameter(name, value)))
    query = urlencode([(name, text) for name, texts in parameters.items() for text in texts])
    return root.rstrip("/") + path + ("?" + query if query else "")


def check_query(extra_query: Any) -> Mapping[str, Any]:
    """Return a mapping of parameters. Raises ArgumentError for anything else."""
    if not extra_query:
        return {}
    if not hasattr(extra_query, "keys"):
        raise ArgumentError("extra_query: expected a mapping, got {}".format(type(extra_query).__name__))
    if hasattr(extra_query, "multi_items"):  # QueryParams of httpx, which may have a name several times
        return _group_pairs(extra_query.multi_items())
    return {str(name): extra_query[name] for name in extra_query.keys()}


def build_timeout(settings: Settings, open_timeout: Any) -> Timeout:
    """Return the time limits of a handshake."""
    if open_timeout is Ellipsis:
        default = DEFAULTS.timeout
        open_timeout = OPEN_TIMEOUT if settings.timeout == default else settings.timeout.connect
    timeout = Timeout(settings.timeout, connect=open_timeout)
    if not callable(timeout.deadline):
        return timeout
    from ..call.limits import resolve_deadline

    return resolve_deadline(timeout)


def _encode_parameter(name: str, value: Any) -> List[Tuple[str, str]]:
    """Return the pairs of one parameter: None is blank, the name of a list is repeated, mappings get brackets."""
    if value is None:
        return [(name, "")]
    if isinstance(value, (list, tuple)):
        return [pair for item in value for pair in _encode_parameter(name, item)]
    return parse_qsl(encode_query({name: value}), keep_blank_values=True)


def _group_pairs(pairs: Any) -> Dict[str, List[str]]:
    groups: Dict[str, List[str]] = {}
    for name, text in pairs:
        groups.setdefault(name, []).append(text)
    return groups
