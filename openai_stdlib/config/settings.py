# SPDX-License-Identifier: MIT
"""`Settings`: the layers of configuration, merged and resolved. A later layer overrides an earlier one.

    built-in defaults < environment < provider < configure() or the client's arguments < the call's Config

Headers, query and http_options are merged by key, all other options are replaced.
"""

from __future__ import annotations

import os
import sys
from sys import modules

from ..call.errors import ConfigError, shutdown_error
from ..call.exchange import MAX_BODY_BYTES
from ..call.headers import Headers
from ..call.sentinels import SENTINEL_TYPES
from ..call.timeout import Timeout
from .config import FIELDS, MERGED_FIELDS, Config, Env, check_environment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Mapping, Optional, Tuple, Union

    Layers = List[Tuple[str, Config]]

DEFAULT_BASE_URL = "https://api.openai.com/v1"
package: Any = modules[__name__.rpartition(".config.")[0]]  # importing it would close a circle of imports
HOST_NAME: str = package._host_name
USER_AGENT = "openai-stdlib/{} Python/{}.{}".format(package.__version__, *sys.version_info[:2])
DEFAULTS = Config(base_url=DEFAULT_BASE_URL, timeout=Timeout(600, connect=5), max_retries=2)
CALL_OPTIONS = ("on_event", "content", "rate_limiter", "ledger", "ledger_label")  # what watches or limits calls
# Headers that call/prepare.py sets or reads, in the spelling that it uses.
CANONICAL_HEADERS = ("Authorization", "Accept", "Content-Type", "Idempotency-Key", "OpenAI-Beta")


class Settings:
    """The merged layers, resolved and ready for use. Immutable; `with_layer(config)` returns a new instance.

    `headers` are those that every call sends, `query` the parameters. `explain()` shows which layer sets what.
    """

    __slots__ = (
        "layers", "api_key", "admin_api_key", "webhook_secret", "organization", "project", "base_url", "timeout",
        "max_retries", "retry", "provider", "headers", "has_authorization_header", "query", "beta", "stream_to",
        "proxy", "ssl", "max_redirects", "max_response_bytes", "call_options",
    )  # fmt: skip

    def __init__(self, layers: Layers) -> None:
        self.layers: Layers = layers
        values: Dict[str, Any] = {}
        http_options: Dict[str, Any] = {}
        header_layers: List[Any] = []
        self.query: Dict[str, Any] = {}
        for _, config in layers:
            options = dict(config.items())
            if options.get("provider") is not None:
                options = {**_start_provider(options["provider"], values, header_layers, self.query), **options}
            inner = options.get("http_options") or {}
            values.update(options)
            values["retry"] = _merge_retry(values.get("retry"), options)
            if inner:
                values["timeout"] = _apply_http_timeouts(values["timeout"], inner)
            header_layers += [options.get("default_headers"), inner.get("headers")]
            self.query.update({**(options.get("default_query") or {}), **(inner.get("params") or {})})
            http_options.update(inner)
        for field, value in values.items():
            # The key is read when a call needs it, everything else now.
            if isinstance(value, Env) and field != "api_key":
                values[field] = FIELDS[field](field, value.read())
        self.api_key: Union[None, str, Env, Callable[[], Any]] = values.get("api_key")
        self.base_url: str = values["base_url"]
        self.timeout: Timeout = values["timeout"]
        self.admin_api_key: Union[None, str, Env, Callable[[], Any]] = values.get("admin_api_key")
        self.webhook_secret: Optional[str] = values.get("webhook_secret")
        self.organization: Optional[str] = values.get("organization")
        self.project: Optional[str] = values.get("project")
        self.max_retries: int = values["max_retries"]
        self.retry: Any = values["retry"]
        provider: Any = values.get("provider")
        if getattr(provider, "is_overridable", False):
            provider = provider.copy_with(api_key=self.api_key, base_url=self.base_url)
        self.provider: Any = provider
        max_bytes = values.get("max_response_bytes", MAX_BODY_BYTES)
        self.max_response_bytes: int = sys.maxsize if max_bytes is None else max_bytes
        self.beta: Optional[str] = values.get("beta")
        self.stream_to: Any = http_options.get("stream_to")
        self.proxy: Optional[str] = http_options.get("proxy")
        self.ssl: Any = http_options.get("ssl")
        follow = http_options.get("follow_redirect", True)
        self.max_redirects: int = int(http_options.get("max_redirect", 10)) if follow else 0
        if self.provider is not None and self.provider.max_redirects is not None:
            self.max_redirects = min(self.max_redirects, self.provider.max_redirects)
        # An Authorization header in any layer, even one that removes it, takes the place of the key.
        self.has_authorization_header: bool = any("authorization" in Headers(layer or {}) for layer in header_layers)
        self.headers: Headers = _shared_headers(values, header_layers)
        options = {name: values[name] for name in CALL_OPTIONS if values.get(name) is not None}
        self.call_options: Optional[Dict[str, Any]] = options or None  # None spares calls the look into them

    @property
    def may_retry(self) -> bool:
        """Whether a failed call may be retried."""
        return bool(self.retry if isinstance(self.retry, int) else getattr(self.retry, "max_retries", 1))

    def with_layer(self, config: Config, name: str = "call") -> Settings:
        """Return settings with one more layer on top, by default the Config of one call."""
        return Settings(push_layer(self.layers, name, config))

    def explain(self) -> Dict[str, str]:
        """Return every option with its value and the layer that sets it, credentials masked: `*** (environment)`.

        Merged mappings have one entry per key: `default_headers[X-Team]`.
        """
        from .redaction import redact_setting

        lines: Dict[str, str] = {}
        for layer, config in self.layers:
            if config.provider:
                ignored = config.provider.ignored_settings
                lines = {name: line for name, line in lines.items() if name.partition("[")[0] not in ignored}
            for field, value in config.items():
                if field in MERGED_FIELDS:
                    for key in value:
                        text = redact_setting(field, {key: value[key]})[1:-1].partition(": ")[2]
                        lines["{}[{}]".format(field, key)] = "{} ({})".format(text, layer)
                else:
                    lines[field] = "{} ({})".format(redact_setting(field, value), layer)
        return lines

    def __repr__(self) -> str:
        return "<Settings {}>".format(self.explain())


def check_host() -> None:
    """Prepare for the state of the host. Raises OpenAIError if the interpreter ends, which can import nothing more."""
    if modules.get(HOST_NAME) is not package:
        if sys.is_finalizing():
            raise shutdown_error()
        package._set_aside()


def base_layers(environment: Union[bool, Mapping[str, str]], provider: Any = None) -> Layers:
    """Return the layers below a client's own: defaults, environment (True: `os.environ`; False: none), provider."""
    layers = [("built-in", DEFAULTS)]
    exclude = () if provider is None else provider.ignored_settings
    if environment is not False:
        variables = None if environment is True else environment
        layers.append(("environment", Config.from_environment(variables, exclude)))
    if provider is not None:
        layers.append((provider.name, provider_layer(provider)))
    return layers


def provider_layer(provider: Any) -> Config:
    """Return the layer that a provider defines: its base URL, headers and query."""
    options = {"default_headers": provider.headers, "default_query": provider.query, "base_url": provider.base_url}
    return Config(provider=provider, **{name: value for name, value in options.items() if value})


def bind_provider(config: Config, environment: Any) -> Config:
    """Return the config with the key of its provider read from the environment, if that is where it comes from."""
    bind = getattr(config.provider, "with_environment", None)
    return config if bind is None else config.merged(Config(provider=bind(environment)))


def _start_provider(
    provider: Any, values: Dict[str, Any], header_layers: List[Any], query: Dict[str, Any]
) -> Dict[str, Any]:
    """Remove what lower layers say about another API host; return what the provider says instead.

    A key for one host, and headers and parameters that identify its user, must not be sent to another.
    """
    options = {
        "base_url": getattr(provider, "base_url", None),
        "default_headers": getattr(provider, "headers", None),
        "default_query": getattr(provider, "query", None),
    }
    options = {name: value for name, value in options.items() if value}
    for name in getattr(provider, "ignored_settings", ()):
        if name != "base_url" or name in options:
            values.pop(name, None)
        if name == "default_headers":
            header_layers.clear()
        if name == "default_query":
            query.clear()
    return options


def explicit_layer(options: Dict[str, Any]) -> Config:
    """Return a layer of the arguments that are set: neither None nor a sentinel for "not given"."""
    return Config(
        **{
            name: value
            for name, value in options.items()
            if type(value) not in SENTINEL_TYPES and (value is not None or name in ("timeout", "max_retries"))
        }
    )


def check_credentials(settings: Settings) -> None:
    """Raise ConfigError if there is neither a key, nor a provider with credentials, nor an Authorization header."""
    if settings.has_authorization_header:
        return
    if settings.provider is not None:
        getattr(settings.provider, "check_credentials", int)()
    elif settings.api_key is settings.admin_api_key is None:
        raise ConfigError(
            "Missing credentials: there is no API key. Pass api_key=..., or set the environment variable OPENAI_API_KEY"
        )


def configure_logging(environment: Union[bool, Mapping[str, str]]) -> None:
    """Set up logging if OPENAI_LOG asks for it. Without that variable, call/log.py is not imported here."""
    check_environment(environment)
    if environment is not False and (os.environ if environment is True else environment).get("OPENAI_LOG"):
        from ..call.log import configure_from_environment

        configure_from_environment(environment)


def push_layer(layers: Layers, name: str, config: Config) -> Layers:
    """Return the layers with one more on top; a top layer of the same name absorbs it, so that layers don't pile up."""
    if layers and layers[-1][0] == name:
        return layers[:-1] + [(name, layers[-1][1].merged(config))]
    return layers + [(name, config)]


def _apply_http_timeouts(timeout: Timeout, http_options: Mapping[str, Any]) -> Timeout:
    from .http_options import to_seconds

    if "recv_timeout" in http_options:
        timeout = Timeout(timeout, read=to_seconds("recv_timeout", http_options["recv_timeout"]))
    if "timeout" in http_options:
        timeout = Timeout(timeout, connect=to_seconds("timeout", http_options["timeout"]))
    return timeout


def _merge_retry(policy: Any, options: Mapping[str, Any]) -> Any:
    """Return the retries after one more layer: a number, or a policy with that number of retries."""
    policy = options.get("retry_policy", policy)
    if "max_retries" not in options:
        return policy
    if policy is None or isinstance(policy, int):
        return options["max_retries"]
    from copy import copy

    policy = copy(policy)
    policy.max_retries = options["max_retries"]
    return policy


def _shared_headers(values: Mapping[str, Any], header_layers: List[Any]) -> Headers:
    """Build the headers that every call with these settings sends: the library's own, then those of each layer."""
    application = values.get("application")
    own: Dict[str, Optional[str]] = {
        "Accept": "application/json",
        "Content-Type": "application/json",
        "User-Agent": "{} {}".format(application, USER_AGENT) if application else USER_AGENT,
        "OpenAI-Organization": values.get("organization"),
        "OpenAI-Project": values.get("project"),
    }
    headers = Headers().merged(own, *header_layers)
    for name in CANONICAL_HEADERS:
        value = headers.get(name)
        if value is not None and not dict.__contains__(headers, name):
            headers = headers.merged({name: value})
    return headers
