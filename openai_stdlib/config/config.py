# SPDX-License-Identifier: MIT
"""Settings: what can be set (`Config`), in which layers, and what they come to (`Settings`).

    built-in defaults < environment < configure() or the client's arguments < the call's Config

Later layers win, field by field; headers, query and http_options are merged by key. `UNSET` means "inherit" and is
not None, which is a value: `Config(organization=None)` sends no organization whatever the environment says.
The environment is read when a client is made, never at import. No I/O here, and nothing about one call.
Neighbours: client.py makes the layers, call/prepare.py reads the settings.
"""

from __future__ import annotations

import os
import sys
from urllib.parse import urlsplit

from .. import __version__
from ..call.errors import ConfigError, OptionTypeError, UnknownOptionError, clear_traceback_frames
from ..call.headers import Headers, Secret, check_api_key, mask, mask_mapping
from ..call.timeout import Timeout
from ..call.url import check_base_url, join

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Collection, Dict, Iterator, Mapping, Optional, Tuple

DEFAULT_BASE_URL = "https://api.openai.com/v1"
USER_AGENT = "openai-stdlib/{} Python/{}.{}".format(__version__, *sys.version_info[:2])


class Unset:
    """The type of UNSET: nothing was said, so an earlier layer decides."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __reduce__(self) -> str:
        return "UNSET"

    def __repr__(self) -> str:
        return "UNSET"


UNSET = Unset()


class Env:
    """A value that is read from an environment variable when it is needed: `Config(api_key=Env("TEAM_KEY"))`."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def read(self) -> str:
        """Return the variable's value. Raises ConfigError if it is not set or empty."""
        value = os.environ.get(self.name)
        if not value:
            raise ConfigError("the environment variable {} is not set, and the settings refer to it".format(self.name))
        return value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Env) and other.name == self.name

    def __hash__(self) -> int:
        return hash(self.name)

    def __repr__(self) -> str:
        return "Env({!r})".format(self.name)


class _EnvRootURL(Env):
    """A variable that holds the server's root, to which /v1 is added."""

    __slots__ = ()

    def read(self) -> str:
        return join(check_base_url(super().read(), self.name), "/v1")


def _text(name: str, value: Any) -> Any:
    if value is None or isinstance(value, Env):
        return value
    from ..call.header_validation import check_header_value

    check_header_value(name, value)
    return value


def _headers(name: str, value: Any) -> Any:
    from ..call.header_validation import check_headers  # imported by those who set headers, which most don't

    return check_headers(name, value)


def _mapping(name: str, value: Any) -> Any:
    from ..call.header_validation import check_mapping

    return check_mapping(name, value)


def _key(name: str, value: Any) -> Any:
    if value is None or isinstance(value, Env) or callable(value):
        return value
    if not isinstance(value, str):
        raise ConfigError("{}: expected text or a callable, got {}".format(name, type(value).__name__))
    return check_api_key(name, value)


def _timeout(name: str, value: Any) -> Timeout:
    if value is None or isinstance(value, (int, float, Timeout)):
        return Timeout(value)
    parts = [getattr(value, part, UNSET) for part in ("connect", "read", "write", "pool")]
    if UNSET in parts:
        raise ConfigError("{}: expected seconds, a Timeout or None, got {}".format(name, type(value).__name__))
    return Timeout(connect=parts[0], read=parts[1], write=parts[2], pool=parts[3])


def _retries(name: str, value: Any) -> int:
    if not isinstance(value, int):
        raise OptionTypeError("{}: expected a number from 0 on, got {!r}".format(name, value))
    if value < 0:
        raise ConfigError("{}: expected a number from 0 on, got {!r}".format(name, value))
    return value


def _policy(name: str, value: Any) -> Any:
    if not callable(getattr(value, "delay_after_error", None)) or not callable(
        getattr(value, "delay_after_status", None)
    ):
        raise OptionTypeError("{}: expected a RetryPolicy, got {}".format(name, type(value).__name__))
    return value


def _base_url(name: str, value: Any) -> Any:
    return value if isinstance(value, Env) else check_base_url(value)


def _api_url(name: str, value: Any) -> Any:
    return _EnvRootURL(value.name) if isinstance(value, Env) else join(check_base_url(value, name), "/v1")


def _milliseconds(name: str, value: Any) -> Optional[float]:
    if value is None or value in ("infinity", float("inf")):
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not value >= 0:
        raise ConfigError("{}: expected milliseconds or 'infinity', got {!r}".format(name, value))
    return value / 1000


def _provider(name: str, value: Any) -> Any:
    if value is not None and not callable(getattr(value, "sign", None)):
        raise OptionTypeError("{}: expected a provider, got {}".format(name, type(value).__name__))
    return value


def _unchecked(name: str, value: Any) -> Any:
    return value


def _stream_target(name: str, value: Any) -> Any:
    if value is not None and not callable(value) and not callable(getattr(value, "put", None)):
        raise ConfigError("{}: expected a callable or something with put(), got {}".format(name, type(value).__name__))
    return value


def _ssl(name: str, value: Any) -> Any:
    if value is not None and not hasattr(value, "wrap_socket"):
        raise ConfigError("{}: expected an ssl.SSLContext, got {}".format(name, type(value).__name__))
    return value


def _proxy(name: str, value: Any) -> Any:
    if value is not None and not isinstance(value, str):
        raise ConfigError("{}: expected the URL of a proxy, or '' for none".format(name))
    if value:
        scheme, colon, rest = value.partition("://")
        if scheme.lower() not in ("http", "https") if colon else "@" in value:
            raise ConfigError("{}: expected a URL like http://user:password@host:port".format(name))
        try:
            has_host = urlsplit("//" + (rest or value)).port != 0 and urlsplit("//" + (rest or value)).hostname
        except ValueError:
            has_host = None
        if not has_host:
            raise ConfigError("{}: the URL of the proxy names no host, or no port that there is".format(name))
    return value


# The seed's http_options, and what each must be. Times are in milliseconds there, as they always were.
HTTP_OPTIONS: Dict[str, Callable[[str, Any], Any]] = {
    "recv_timeout": _milliseconds,  # for each read
    "timeout": _milliseconds,  # for connecting
    "params": _mapping,  # added to the query
    "headers": _headers,
    "proxy": _proxy,  # URL of a proxy for this call, or "" for none
    "ssl": _ssl,  # an ssl.SSLContext
    "follow_redirect": _unchecked,
    "max_redirect": _retries,
    "stream_to": _stream_target,  # a callable, or anything with put()
    "async": _unchecked,  # accepted and not needed: streams are always lazy
}


def _http_options(name: str, value: Any) -> Dict[str, Any]:
    options: Dict[str, Any] = _mapping(name, value)
    for key in options:
        if key not in HTTP_OPTIONS:
            raise UnknownOptionError(_unknown("http option", key, HTTP_OPTIONS))
        checked = HTTP_OPTIONS[key]("{}: {}".format(name, key), options[key])
        if key in ("params", "headers"):
            options[key] = checked  # a copy: what the caller holds may change
    return options


FIELDS: Dict[str, Callable[[str, Any], Any]] = {
    "api_key": _key,
    "admin_api_key": _key,
    "webhook_secret": _text,
    "organization": _text,
    "project": _text,
    "beta": _text,
    "base_url": _base_url,
    "timeout": _timeout,
    "max_retries": _retries,
    "retry_policy": _policy,
    "provider": _provider,
    "default_headers": _headers,
    "default_query": _mapping,
    "http_options": _http_options,
    "application": _text,
}
# The seed's names, and how they read as ours.
ALIASES: Dict[str, Tuple[str, Callable[[str, Any], Any]]] = {
    "organization_key": ("organization", _text),
    "api_url": ("base_url", _api_url),
}
# Settings whose values may hold what identifies the caller.
SENSITIVE_FIELDS = frozenset(
    (
        "api_key", "admin_api_key", "webhook_secret", "organization", "organization_key", "project", "base_url",
        "api_url", "default_headers", "http_options",
    )
)  # fmt: skip
MERGED_FIELDS = frozenset(("default_headers", "default_query", "http_options"))
ENV_VARS = {
    "api_key": "OPENAI_API_KEY",
    "admin_api_key": "OPENAI_ADMIN_KEY",
    "webhook_secret": "OPENAI_WEBHOOK_SECRET",
    "organization": "OPENAI_ORG_ID",
    "project": "OPENAI_PROJECT_ID",
    "base_url": "OPENAI_BASE_URL",
    "default_headers": "OPENAI_CUSTOM_HEADERS",  # a line each, `Name: value`
}


def _unknown(kind: str, name: object, known: Any) -> str:
    from difflib import get_close_matches

    near = get_close_matches(str(name), known, 1)
    hint = "did you mean {!r}?".format(near[0]) if near else "there are " + ", ".join(sorted(known))
    return "unknown {} {!r}: {}".format(kind, name, hint)


class Config:
    """Some settings, as one layer: it holds only what was said. The last argument of every flat function.

    `api_key` is text, an `Env`, or a callable that is asked before each attempt. `base_url` contains the version;
    `api_url`, the seed's name, is the server's root, to which /v1 is added. `timeout` is in seconds (or a `Timeout`),
    the times inside `http_options` are in milliseconds. Raises ConfigError at once for what cannot work.
    """

    __slots__ = ("_values", "_aliases")

    def __init__(self, **said: Any) -> None:
        self._values: Dict[str, Any] = {}
        self._aliases: Dict[str, str] = {}
        mask_credentials(said)
        try:
            for name in said:
                if said[name] is not UNSET:
                    self._set(name, said[name])
        except ConfigError as error:
            clear_traceback_frames(error)
            raise

    def _set(self, name: str, value: Any) -> None:
        if name in ALIASES:
            field, check = ALIASES[name]
        elif name in FIELDS:
            field, check = name, FIELDS[name]
        else:
            raise UnknownOptionError(_unknown("setting", name, list(FIELDS) + list(ALIASES)))
        if field in self._values:
            raise ConfigError("{} and {} say the same thing; pass one of them".format(self._aliases[field], name))
        self._values[field] = check(name, value)
        self._aliases[field] = name

    def __getattr__(self, name: str) -> Any:
        field = ALIASES[name][0] if name in ALIASES else name
        if field not in FIELDS:
            raise AttributeError(name)
        return self._values.get(field, UNSET)

    @classmethod
    def from_environment(cls, environment: Optional[Mapping[str, str]] = None, exclude: Collection[str] = ()) -> Config:
        """Return what the environment says (`os.environ` by default) but for the fields `without`.

        An empty value counts as not set.
        """
        environment = read_environment(os.environ if environment is None else environment)
        said = {}
        for field, variable in ENV_VARS.items():
            value: Any = environment[variable]
            if value and field not in exclude:
                try:
                    if field == "default_headers":
                        value = _header_lines(value)
                    said[field] = FIELDS[field](variable, value)
                except ConfigError as error:
                    clear_traceback_frames(error)
                    raise ConfigError("{} (from the environment variable {})".format(error, variable)) from None
        return cls(**said)

    def merged(self, later: Config) -> Config:
        """Return one layer that says what this one and a later one say."""
        said = {**self._values, **later._values}
        for name in MERGED_FIELDS.intersection(self._values, later._values):
            before, after = self._values[name], later._values[name]
            said[name] = before.merged(after) if isinstance(before, Headers) else {**before, **after}
        both = Config()
        both._values, both._aliases = said, {**self._aliases, **later._aliases}
        return both

    def without(self, *fields: str) -> Config:
        """Return a copy in which these fields were not said."""
        return Config(**{name: value for name, value in self._values.items() if name not in fields})

    def items(self) -> Iterator[Tuple[str, Any]]:
        """Yield the fields that were said, with their values."""
        return iter(self._values.items())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Config) and self._values == other._values

    __hash__ = None  # type: ignore[assignment]  # mappings inside

    def __reduce__(self) -> Any:
        return _restore, (dict(self._values),)

    def __repr__(self) -> str:
        return "Config({})".format(", ".join("{}={}".format(n, redact_setting(n, v)) for n, v in self._values.items()))


def mask_credentials(said: Dict[str, Any]) -> None:
    """Mask, in place, the settings that may identify the caller, for the frames that hold them if one is refused."""
    for name in said:
        if name in SENSITIVE_FIELDS or name not in FIELDS:
            apply_mask = mask if name in FIELDS and name not in MERGED_FIELDS else mask_mapping
            said[name] = apply_mask(said[name])


def read_environment(environment: Mapping[str, str]) -> Dict[str, str]:
    """Return the variables that count here, "" for one that is not set, in a form that shows no credential."""
    return {name: Secret(environment.get(name, "").strip()) for name in ENV_VARS.values()}


def _header_lines(text: str) -> Dict[str, str]:
    """Read headers as the official SDK's variable has them: `Name: value`, a line each."""
    headers = Headers()
    for line in text.split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            headers[name.strip()] = value.strip()
        elif line.strip():
            raise ConfigError("expected a header a line, as Name: value")
    return headers


def _restore(said: Dict[str, Any]) -> Config:
    return Config(**said)


def redact_setting(field: str, value: Any) -> str:
    """Return a setting as it may be shown: keys and headers that identify the caller are masked."""
    if field in ("api_key", "admin_api_key", "webhook_secret", "organization", "project"):
        return repr(value) if isinstance(value, Env) or value is None else "***"
    if field == "default_headers":
        return repr(Headers(value))
    if field == "http_options":
        return repr({k: "***" if k == "proxy" else Headers(v) if k == "headers" and v else v for k, v in value.items()})
    return repr(value)
