# SPDX-License-Identifier: MIT
"""`Settings`: the layers of configuration, merged and resolved; and the layers that a client's arguments make."""

from __future__ import annotations

import sys

from .. import __version__
from ..call.errors import ConfigError
from ..call.headers import Headers
from ..call.sentinels import SENTINEL_TYPES
from ..call.timeout import Timeout
from .config import FIELDS, MERGED_FIELDS, Config, Env, _milliseconds, redact_setting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Mapping, Optional, Tuple, Union

    Layers = List[Tuple[str, Config]]

DEFAULT_BASE_URL = "https://api.openai.com/v1"
USER_AGENT = "openai-stdlib/{} Python/{}.{}".format(__version__, *sys.version_info[:2])
DEFAULTS = Config(base_url=DEFAULT_BASE_URL, timeout=Timeout(600, connect=5), max_retries=2)


def _apply_http_timeouts(timeout: Timeout, options: Mapping[str, Any]) -> Timeout:
    """Return a timeout with the limits that a layer's http_options set."""
    if "recv_timeout" in options:
        timeout = Timeout(timeout, read=_milliseconds("recv_timeout", options["recv_timeout"]))
    if "timeout" in options:
        timeout = Timeout(timeout, connect=_milliseconds("timeout", options["timeout"]))
    return timeout


def _merge_retry(policy: Any, said: Mapping[str, Any]) -> Any:
    """Return what retries come to after one more layer: a number, or a policy with that number in it."""
    policy = said.get("retry_policy", policy)
    if "max_retries" not in said:
        return policy
    if policy is None or isinstance(policy, int):
        return said["max_retries"]
    from copy import copy

    policy = copy(policy)
    policy.max_retries = said["max_retries"]
    return policy


def push_layer(layers: List[Tuple[str, Config]], name: str, config: Config) -> List[Tuple[str, Config]]:
    """Return the layers with one more; one of the same name on top takes it in, so that they don't pile up."""
    if layers and layers[-1][0] == name:
        return layers[:-1] + [(name, layers[-1][1].merged(config))]
    return layers + [(name, config)]


class Settings:
    """What the layers come to, ready for calls: values resolved, headers that are the same for each call built.

    Doesn't change; `over(config)` makes another one. `explain()` says which layer set what.
    """

    __slots__ = (
        "layers", "api_key", "admin_api_key", "webhook_secret", "organization", "project", "base_url", "timeout",
        "max_retries", "retry", "provider", "headers", "has_authorization_header", "query", "beta", "stream_to",
        "proxy", "ssl", "max_redirects",
    )  # fmt: skip

    def __init__(self, layers: List[Tuple[str, Config]]) -> None:
        self.layers = layers
        values: Dict[str, Any] = {}
        options: Dict[str, Any] = {}
        headers: List[Any] = []
        self.query: Dict[str, Any] = {}
        for _, config in layers:
            said = dict(config.items())
            inner = said.get("http_options") or {}
            values.update(said)
            values["retry"] = _merge_retry(values.get("retry"), said)
            values["timeout"] = _apply_http_timeouts(values["timeout"], inner)
            headers += [said.get("default_headers"), inner.get("headers")]
            self.query.update({**(said.get("default_query") or {}), **(inner.get("params") or {})})
            options.update(inner)
        for field, value in values.items():
            # A key is read when a call needs it, the rest now.
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
        self.provider: Any = values.get("provider")
        self.beta: Optional[str] = values.get("beta")
        self.stream_to = options.get("stream_to")
        self.proxy: Optional[str] = options.get("proxy")
        self.ssl = options.get("ssl")
        self.max_redirects = int(options.get("max_redirect", 10)) if options.get("follow_redirect", True) else 0
        if self.provider is not None and self.provider.max_redirects is not None:
            self.max_redirects = min(self.max_redirects, self.provider.max_redirects)
        # Said among the headers, also to be removed: then that counts, and not a key.
        self.has_authorization_header = any("authorization" in Headers(layer or {}) for layer in headers)
        self.headers = _shared_headers(values, headers)

    @property
    def may_retry(self) -> bool:
        """Whether a call that fails may be made once more."""
        return bool(self.retry if isinstance(self.retry, int) else getattr(self.retry, "max_retries", 1))

    def with_layer(self, config: Config, name: str = "call") -> Settings:
        """Return these settings with one more layer over them, by default one call's Config."""
        return Settings(push_layer(self.layers, name, config))

    def explain(self) -> Dict[str, str]:
        """Return for each setting its value and the layer that set it, keys masked: `'***' (environment)`.

        For merged mappings each key is a line of its own: `default_headers[X-Team]`.
        """
        lines: Dict[str, str] = {}
        for layer, config in self.layers:
            for field, value in config.items():
                if field in MERGED_FIELDS:
                    for key in value:
                        lines["{}[{}]".format(field, key)] = "{} ({})".format(
                            redact_setting(field, {key: value[key]})[1:-1].partition(": ")[2], layer
                        )
                else:
                    lines[field] = "{} ({})".format(redact_setting(field, value), layer)
        return lines

    def __repr__(self) -> str:
        return "<Settings {}>".format(self.explain())


# Headers that prepare.py sets or looks for, in the case in which it does.
CANONICAL_HEADERS = ("Authorization", "Accept", "Content-Type", "Idempotency-Key", "OpenAI-Beta")


def _shared_headers(values: Mapping[str, Any], layers: List[Any]) -> Headers:
    """Build the headers that every call of these settings has: ours, then those of each layer."""
    application = values.get("application")
    said: Dict[str, Optional[str]] = {
        "Accept": "application/json",
        "Content-Type": "application/json",
        "User-Agent": "{} {}".format(application, USER_AGENT) if application else USER_AGENT,
        "OpenAI-Organization": values.get("organization"),
        "OpenAI-Project": values.get("project"),
    }
    headers = Headers().merged(said, *layers)
    for name in CANONICAL_HEADERS:
        value = headers.get(name)
        if value is not None and not dict.__contains__(headers, name):
            headers = headers.merged({name: value})
    return headers


# Where data stays -> the host that serves it. https://platform.openai.com/docs/guides/your-data
DATA_RESIDENCIES = ("global", "us", "eu", "ae", "au", "in", "jp")


def base_layers(environment: Union[bool, Mapping[str, str]], provider: Any = None) -> Layers:
    """Return the layers below a client's own: built-in, environment (False: none; True: os.environ), provider."""
    found = [("built-in", DEFAULTS)]
    unread = () if provider is None else provider.ignored_settings
    if environment is not False:
        found.append(("environment", Config.from_environment(None if environment is True else environment, unread)))
    if provider is not None:
        found.append((provider.name, provider_layer(provider)))
    return found


def provider_layer(provider: Any) -> Config:
    """Return what a provider says, as a layer."""
    said = {"default_headers": provider.headers, "default_query": provider.query, "base_url": provider.base_url}
    return Config(provider=provider, **{name: value for name, value in said.items() if value})


def explicit_layer(given: Dict[str, Any]) -> Config:
    """Return a layer of the arguments that were given: those that are neither None nor a sentinel for not given."""
    return Config(
        **{
            name: value
            for name, value in given.items()
            if type(value) not in SENTINEL_TYPES and (value is not None or name in ("timeout", "max_retries"))
        }
    )


def apply_data_residency(given: Dict[str, Any], data_residency: Optional[str]) -> Dict[str, Any]:
    """Return the arguments with the base URL that `data_residency` stands for. Raises ConfigError."""
    if data_residency is None or type(data_residency) in SENTINEL_TYPES:
        return given
    if data_residency not in DATA_RESIDENCIES:
        raise ConfigError(
            "data_residency: expected one of {}, got {!r}".format(", ".join(DATA_RESIDENCIES), data_residency)
        )
    if given.get("base_url") is not None:
        raise ConfigError("data_residency and base_url both say where calls go; pass one of them")
    host = "api" if data_residency == "global" else data_residency + ".api"
    return {**given, "base_url": "https://{}.openai.com/v1".format(host)}


def check_exclusive(provider: Any, given: Mapping[str, Any], names: Tuple[str, ...]) -> None:
    """Raise ConfigError for arguments that say what a provider says already."""
    doubled = [name for name in names if given.get(name) is not None]
    if doubled:
        raise ConfigError(
            "{} cannot be combined with {}, which says who calls and where to".format(
                " and ".join(doubled), provider.name
            )
        )


def drop_field(layers: Layers, field: str) -> Layers:
    """Return the layers without what they say of one field, for a copy that sets it anew."""
    return [(name, config.without(field)) for name, config in layers]
