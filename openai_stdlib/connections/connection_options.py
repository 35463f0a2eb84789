# SPDX-License-Identifier: MIT
"""The argument `websocket_connection_options` of `connect`: options that the official client passes on, checked.

Their names and defaults are those that its library `websockets` has; but a message may not fill the memory: without
`max_size` it may have as many bytes as a body. What this library does not need is accepted if it changes nothing that a
program can notice, and refused otherwise.
"""

from __future__ import annotations

from ..call.errors import ConfigError, UnknownOptionError
from ..call.exchange import MAX_BODY_BYTES
from ..call.header_validation import check_headers, check_mapping
from ..transport.websocket_opener import ConnectionSettings
from ..transport.websocket_options import WebSocketOptions, check_seconds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Mapping, Optional

# Options of `WebSocketOptions`, which have the same meaning there.
PROTOCOL_OPTIONS = (
    "subprotocols", "compression", "max_size", "max_frame_size", "max_queue_bytes", "ping_interval", "ping_timeout",
    "close_timeout",
)  # fmt: skip
IGNORED_OPTIONS = ("max_queue", "write_limit", "logger", "user_agent_header", "create_connection")
OTHER_OPTIONS = ("extensions", "open_timeout", "proxy", "ssl", "server_hostname", "origin", "additional_headers")
DEFLATE_FACTORY = "ClientPerMessageDeflateFactory"  # what programs pass as an extension


class ConnectionOptions:
    """The checked options: `protocol` for the connection, `headers` and `open_timeout` for the handshake.

    `open_timeout` is `...` if it was not set. Raises ConfigError, or UnknownOptionError.
    """

    __slots__ = ("protocol", "headers", "open_timeout", "_proxy", "_ssl", "_server_hostname")

    def __init__(self, options: Any) -> None:
        values = check_mapping("websocket_connection_options", options)
        for name in values:
            if name not in PROTOCOL_OPTIONS + IGNORED_OPTIONS + OTHER_OPTIONS:
                raise UnknownOptionError(_unknown_option_message(name))
        compression = values.get("compression", ...)
        extensions = _check_extensions(values.get("extensions"))
        if compression is ...:  # with a limited size a message cannot fill the memory when it is inflated
            compression = "deflate" if extensions or values.get("max_size") is not None else None
        protocol: Dict[str, Any] = {"max_size": MAX_BODY_BYTES}
        protocol.update((name, values[name]) for name in PROTOCOL_OPTIONS if name in values)
        protocol["compression"] = compression or extensions or None
        self.protocol: WebSocketOptions = WebSocketOptions(**protocol)
        headers: Dict[str, Any] = check_headers("additional_headers", values.get("additional_headers"))
        if values.get("origin") is not None:
            headers["Origin"] = values["origin"]
        self.headers: Mapping[str, Any] = check_headers("websocket_connection_options", headers)
        self.open_timeout: Any = values.get("open_timeout", ...)
        if self.open_timeout is not ...:
            self.open_timeout = check_seconds("open_timeout", self.open_timeout)
        self._proxy: Any = values.get("proxy", ...)
        self._ssl: Any = values.get("ssl")
        if self._ssl not in (None, True) and not hasattr(self._ssl, "wrap_bio"):
            raise ConfigError("ssl: expected an ssl.SSLContext, got {}".format(type(self._ssl).__name__))
        self._server_hostname: Any = values.get("server_hostname")
        if self._server_hostname is not None and not isinstance(self._server_hostname, str):
            raise ConfigError("server_hostname: expected the name in the server's certificate")
        if self._proxy not in (..., True, None) and not isinstance(self._proxy, str):
            raise ConfigError("proxy: expected a URL, True for the environment's or None for none")

    def check_for_transport(self) -> None:
        """Raise ConfigError for options that belong to a WebSocket transport of the program."""
        options = {"proxy": self._proxy is not ..., "ssl": self._ssl, "server_hostname": self._server_hostname}
        for name in options:
            if options[name]:
                raise ConfigError(name + ": the client has a websocket_transport; set the option there")

    def settings_of(self, client: Any) -> ConnectionSettings:
        """Return how connections are opened: the proxies and TLS context of the options, else of the client."""
        settings = ConnectionSettings.of_transport(client._transport_for(client._settings))
        if self._proxy is not ...:
            proxy: Optional[str] = "" if self._proxy is None else None if self._proxy is True else self._proxy
            settings.find_proxies = ConnectionSettings(proxy=proxy).find_proxies
        if self._ssl not in (None, True):
            settings.ssl_context = self._ssl
        settings.server_hostname = self._server_hostname
        return settings


def _check_extensions(extensions: Any) -> str:
    """Return "deflate" if the extension of that name is asked for, else "". Raises ConfigError for others."""
    names = [type(extension).__name__ for extension in extensions or ()]
    if any(name != DEFLATE_FACTORY for name in names):
        raise ConfigError(
            "extensions: only permessage-deflate is supported; pass compression='deflate' instead of {}".format(
                ", ".join(names)
            )
        )
    return "deflate" if names else ""


def _unknown_option_message(name: Any) -> str:
    from ..config.suggestions import unknown_name_message

    return unknown_name_message("WebSocket connection option", name, PROTOCOL_OPTIONS + OTHER_OPTIONS)
