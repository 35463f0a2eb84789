# SPDX-License-Identifier: MIT
"""Check `http_options`: the options of openai.ex for single calls. Imported only when somebody sets them.

Durations in `http_options` are in milliseconds, as in openai.ex; everywhere else in this package they are in seconds.
"""

from __future__ import annotations

from ..call.errors import ConfigError, OptionTypeError, UnknownOptionError
from ..call.header_validation import check_headers, check_mapping
from .suggestions import unknown_name_message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Optional


def check_http_options(name: str, value: Any) -> Dict[str, Any]:
    """Return a checked copy of `http_options`. Raises ConfigError or UnknownOptionError."""
    options: Dict[str, Any] = check_mapping(name, value)
    for key in options:
        if key not in HTTP_OPTIONS:
            raise UnknownOptionError(unknown_name_message("http option", key, HTTP_OPTIONS))
        checked = HTTP_OPTIONS[key]("{}: {}".format(name, key), options[key])
        if key in ("params", "headers"):
            options[key] = checked  # a copy, because the caller may change the original
    return options


def to_seconds(name: str, value: Any) -> Optional[float]:
    """Return a number of milliseconds in seconds; None, "infinity" and `inf` mean no limit. Raises ConfigError."""
    if value is None or value in ("infinity", float("inf")):
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not value >= 0:
        raise ConfigError("{}: expected milliseconds or 'infinity', got {!r}".format(name, value))
    return value / 1000


def _redirects(name: str, value: Any) -> int:
    if not isinstance(value, int):
        raise OptionTypeError("{}: expected an integer >= 0, got {!r}".format(name, value))
    if value < 0:
        raise ConfigError("{}: expected an integer >= 0, got {!r}".format(name, value))
    return value


def _unchecked(name: str, value: Any) -> Any:
    return value


def _stream_target(name: str, value: Any) -> Any:
    if value is not None and not callable(value) and not callable(getattr(value, "put", None)):
        raise ConfigError("{}: expected a callable or an object with put(), got {}".format(name, type(value).__name__))
    return value


def _ssl_context(name: str, value: Any) -> Any:
    if value is not None and not hasattr(value, "wrap_socket"):
        raise ConfigError("{}: expected an ssl.SSLContext, got {}".format(name, type(value).__name__))
    return value


def _proxy_url(name: str, value: Any) -> Any:
    if value is not None and value != "":
        from ..transport.proxy import Hidden, parse_proxy

        parse_proxy(Hidden(value), name)
    return value


# Option -> its check.
HTTP_OPTIONS: Dict[str, Callable[[str, Any], Any]] = {
    "recv_timeout": to_seconds,  # milliseconds for each read
    "timeout": to_seconds,  # milliseconds for connecting
    "params": check_mapping,  # added to the query
    "headers": check_headers,
    "proxy": _proxy_url,  # for this call, or "" for no proxy
    "ssl": _ssl_context,
    "follow_redirect": _unchecked,
    "max_redirect": _redirects,
    "stream_to": _stream_target,
    "async": _unchecked,  # accepted and ignored: streams are always lazy
}
