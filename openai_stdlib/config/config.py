# SPDX-License-Identifier: MIT
"""`Config`: one layer of explicit options, checked when it is made.

A field that is not set is `UNSET`, so the layer below applies. `None` is a value: `Config(organization=None)` sends no
organization, whatever the environment says. `FIELDS` lists the options and their checks. No I/O besides reading
`os.environ`, and never at import. settings.py merges the layers.
"""

from __future__ import annotations

import os

from ..call.errors import ArgumentError, ConfigError, OptionTypeError, UnknownOptionError, clear_traceback_frames
from ..call.headers import Headers, Secret, check_api_key, mask, mask_headers, mask_http_options, mask_parameters
from ..call.timeout import Timeout
from ..call.url import check_base_url, join

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, ClassVar, Collection, Dict, Iterator, Mapping, Optional, Tuple


class Unset:
    """Type of `UNSET`: the option is not set in this layer, so the layer below applies. Falsy."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __reduce__(self) -> str:
        return "UNSET"

    def __repr__(self) -> str:
        return "UNSET"


UNSET = Unset()


class Env:
    """Reference to an environment variable that is read when it is needed: `Config(api_key=Env("TEAM_KEY"))`."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name: str = name

    def read(self) -> str:
        """Return the variable's value. Raises ConfigError if it is empty or not set."""
        value = os.environ.get(self.name)
        if not value:
            raise ConfigError(
                "{0}: the environment variable is not set, but the configuration refers to it; set {0} or pass the "
                "value itself".format(self.name)
            )
        return value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Env) and other.name == self.name

    def __hash__(self) -> int:
        return hash(self.name)

    def __repr__(self) -> str:
        return "Env({!r})".format(self.name)


class _EnvRootURL(Env):
    """Reference to a variable that holds the server's root URL, to which /v1 is added."""

    __slots__ = ()

    def read(self) -> str:
        return join(check_base_url(super().read(), self.name), "/v1")


def check_headers_option(name: str, value: Any) -> Any:
    """Return a checked copy of headers. Raises ConfigError."""
    from ..call.header_validation import check_headers  # most programs set no headers

    return check_headers(name, value)


def check_mapping_option(name: str, value: Any) -> Any:
    """Return a mapping as a new dict. Raises ConfigError."""
    from ..call.header_validation import check_mapping

    return check_mapping(name, value)


def check_retries(name: str, value: Any) -> int:
    """Return a number of retries or redirects. Raises OptionTypeError or ConfigError."""
    if not isinstance(value, int):
        raise OptionTypeError("{}: expected an integer >= 0, got {!r}".format(name, value))
    if value < 0:
        raise ConfigError("{}: expected an integer >= 0, got {!r}".format(name, value))
    return value


def _max_bytes(name: str, value: Any) -> Any:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 1):
        raise OptionTypeError("{}: expected a number of bytes, or None for no limit, got {!r}".format(name, value))
    return value


def _text(name: str, value: Any) -> Any:
    if value is None or isinstance(value, Env):
        return value
    from ..call.header_validation import check_header_value

    return check_header_value(name, value)


def _key(name: str, value: Any) -> Any:
    if value is None or isinstance(value, Env) or callable(value):
        return value
    if not isinstance(value, str):
        raise ConfigError("{}: expected text or a callable, got {}".format(name, type(value).__name__))
    return check_api_key(name, value)


def _timeout(name: str, value: Any) -> Timeout:
    return value if isinstance(value, Timeout) else Timeout(value)


def _policy(name: str, value: Any) -> Any:
    methods = (getattr(value, method, None) for method in ("delay_after_error", "delay_after_status"))
    if not all(map(callable, methods)):
        raise OptionTypeError("{}: expected a RetryPolicy, got {}".format(name, type(value).__name__))
    return value


def _call_option(name: str, value: Any) -> Any:
    from ..call.call_options import check_option  # most programs set none of them

    return None if value is None else check_option(name, value)


def _base_url(name: str, value: Any) -> Any:
    return value if isinstance(value, Env) else check_base_url(value)


def _root_url(name: str, value: Any) -> Any:
    return _EnvRootURL(value.name) if isinstance(value, Env) else join(check_base_url(value, name), "/v1")


def _provider(name: str, value: Any) -> Any:
    if isinstance(value, (str, dict)):
        from ..providers.profiles import find_provider

        return find_provider(value)
    if value is not None and not callable(getattr(value, "sign", None)):
        raise OptionTypeError("{}: expected a provider, got {}".format(name, type(value).__name__))
    return value


def _http_options(name: str, value: Any) -> Dict[str, Any]:
    from .http_options import check_http_options

    return check_http_options(name, value)


# Option -> its check, which returns the value to store or raises ConfigError.
FIELDS: Dict[str, Callable[[str, Any], Any]] = {
    "api_key": _key,
    "admin_api_key": _key,
    "webhook_secret": _text,
    "organization": _text,
    "project": _text,
    "beta": _text,
    "base_url": _base_url,
    "timeout": _timeout,
    "max_retries": check_retries,
    "retry_policy": _policy,
    "max_response_bytes": _max_bytes,
    "provider": _provider,
    "default_headers": check_headers_option,
    "default_query": check_mapping_option,
    "http_options": _http_options,
    "application": _text,
    "on_event": _call_option,
    "content": _call_option,
    "rate_limiter": _call_option,
    "ledger": _call_option,
    "ledger_label": _call_option,
}
# Names of openai.ex -> the option here, and the check.
ALIASES: Dict[str, Tuple[str, Callable[[str, Any], Any]]] = {
    "organization_key": ("organization", _text),
    "api_url": ("base_url", _root_url),
}
# Options whose values may contain credentials.
SENSITIVE_FIELDS = frozenset(
    (
        "api_key", "admin_api_key", "webhook_secret", "organization", "organization_key", "project", "base_url",
        "api_url", "default_headers", "default_query", "http_options",
    )
)  # fmt: skip
MASKS = {"default_headers": mask_headers, "default_query": mask_parameters, "http_options": mask_http_options}
MERGED_FIELDS = frozenset(("default_headers", "default_query", "http_options"))  # merged by key
ENV_VARS = {
    "api_key": "OPENAI_API_KEY",
    "admin_api_key": "OPENAI_ADMIN_KEY",
    "webhook_secret": "OPENAI_WEBHOOK_SECRET",
    "organization": "OPENAI_ORG_ID",
    "project": "OPENAI_PROJECT_ID",
    "base_url": "OPENAI_BASE_URL",
    "default_headers": "OPENAI_CUSTOM_HEADERS",  # one `Name: value` per line
}


class Config:
    """One layer of configuration, holding only the options set explicitly. The last argument of every flat function.

    `api_key` is text, an `Env`, or a callable that is invoked before each attempt. `base_url` includes the version;
    `api_url`, the name in openai.ex, is the server's root URL, to which /v1 is added. `timeout` is in seconds, or a
    `Timeout`; durations in `http_options` are in milliseconds. Raises ConfigError at once for invalid values.
    """

    __slots__ = ("_values", "_aliases")

    def __init__(self, **options: Any) -> None:
        self._values: Dict[str, Any] = {}
        self._aliases: Dict[str, str] = {}  # field -> the name that it was set by
        mask_credentials(options)
        try:
            for name in options:
                if options[name] is not UNSET:
                    self._set(name, options[name])
        except ConfigError as error:
            clear_traceback_frames(error)
            raise

    def _set(self, name: str, value: Any) -> None:
        if name in ALIASES:
            field, check = ALIASES[name]
        elif name in FIELDS:
            field, check = name, FIELDS[name]
        else:
            from .suggestions import unknown_name_message

            raise UnknownOptionError(unknown_name_message("setting", name, list(FIELDS) + list(ALIASES)))
        if field in self._values:
            raise ConfigError("{} and {} set the same option; pass only one".format(self._aliases[field], name))
        self._values[field] = check(name, value)
        self._aliases[field] = name

    def __getattr__(self, name: str) -> Any:
        field = ALIASES[name][0] if name in ALIASES else name
        if field not in FIELDS:
            raise AttributeError(name)
        return self._values.get(field, UNSET)

    @classmethod
    def from_environment(cls, environment: Optional[Mapping[str, str]] = None, exclude: Collection[str] = ()) -> Config:
        """Build a config from environment variables (`os.environ` by default), skipping the fields in `exclude`.

        An empty variable counts as not set. Raises ConfigError, naming the variable, for an invalid value.
        """
        environment = read_environment(os.environ if environment is None else environment)
        options = {}
        for field, variable in ENV_VARS.items():
            value: Any = environment[variable]
            if value and field not in exclude:
                try:
                    if field == "default_headers":
                        value = _parse_header_lines(value)
                    options[field] = FIELDS[field](variable, value)
                except ConfigError as error:
                    clear_traceback_frames(error)
                    raise ConfigError("{} (from the environment variable {})".format(error, variable)) from None
        return cls(**options)

    def merged(self, later: Config) -> Config:
        """Return one layer with the options of this one and of `later`, which takes precedence."""
        values = {**self._values, **later._values}
        for name in MERGED_FIELDS.intersection(self._values, later._values):
            before, after = self._values[name], later._values[name]
            values[name] = before.merged(after) if isinstance(before, Headers) else {**before, **after}
        config = Config()
        config._values, config._aliases = values, {**self._aliases, **later._aliases}
        return config

    def without(self, *fields: str) -> Config:
        """Return a copy in which these fields are not set."""
        return Config(**{name: value for name, value in self._values.items() if name not in fields})

    def items(self) -> Iterator[Tuple[str, Any]]:
        """Yield the fields that are set, with their values."""
        return iter(self._values.items())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Config) and self._values == other._values

    __hash__: ClassVar[None] = None  # type: ignore[assignment]  # it contains mappings

    def __reduce__(self) -> Any:
        return _restore, (dict(self._values),)

    def __repr__(self) -> str:
        from .redaction import redact_setting

        return "Config({})".format(", ".join("{}={}".format(n, redact_setting(n, v)) for n, v in self.items()))


def _restore(options: Dict[str, Any]) -> Config:
    return Config(**options)


def check_config(config: Any) -> Config:
    """Return `config` if it is a Config. Raises ArgumentError."""
    if not isinstance(config, Config):
        raise ArgumentError("config: expected a Config, got {}".format(type(config).__name__))
    return config


def mask_credentials(options: Dict[str, Any]) -> None:
    """Mask, in place, options that may contain credentials, so that no traceback frame shows them."""
    for name in options:
        if name in SENSITIVE_FIELDS or name not in FIELDS:
            options[name] = MASKS.get(name, mask)(options[name])


def check_environment(environment: Any) -> None:
    """Raise OptionTypeError if the argument `environment` is neither a bool nor a mapping."""
    if not isinstance(environment, bool) and not callable(getattr(environment, "keys", None)):
        raise OptionTypeError("environment: expected a bool or a mapping, got {}".format(type(environment).__name__))


def read_environment(environment: Mapping[str, str]) -> Dict[str, str]:
    """Return the variables that this library reads, stripped and masked; "" for one that is not set."""
    check_environment(environment)
    variables = {name: environment.get(name, "") for name in ENV_VARS.values()}
    for name, value in variables.items():
        if not isinstance(value, str):
            raise OptionTypeError("{}: expected text, got {}".format(name, type(value).__name__))
        variables[name] = Secret(value.strip())
    return variables


def _parse_header_lines(text: str) -> Dict[str, str]:
    headers = Headers()
    for line in text.split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            headers[name.strip()] = value.strip()
        elif line.strip():
            raise ConfigError("expected one header per line, as Name: value")
    return headers
