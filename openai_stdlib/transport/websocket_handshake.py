# SPDX-License-Identifier: MIT
"""The opening handshake of a WebSocket client (RFC 6455 §4): the request, and the check of the response. No I/O."""

from __future__ import annotations

import os
from base64 import b64encode
from hashlib import sha1

from ..call.errors import ConfigError
from .http1 import HeadReader, ResponseHead, protocol_error

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, List, Mapping, Optional, Sequence, Tuple

    from .permessage_deflate import PerMessageDeflate
    from .urllib_transport import Route

    Extension = Tuple[str, List[Tuple[str, Optional[str]]]]  # its name, and its parameters with their values

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # of RFC 6455 §1.3
SWITCHING_PROTOCOLS = 101
TOKEN_DELIMITERS = frozenset('"(),/:;<=>?@[\\]{} \t')
# Fields that belong to the connection; those of a client's HTTP requests do not apply to a handshake.
REPLACED_FIELDS = frozenset(
    ("connection", "upgrade", "keep-alive", "te", "trailer", "transfer-encoding", "content-length", "accept-encoding")
)


class UpgradeHead(ResponseHead):
    """The head of the response to a handshake: whatever its status is, no other head follows."""

    __slots__ = ()

    refused_status = 0

    @property
    def is_final(self) -> bool:
        """True."""
        return True


class UpgradeHeadReader(HeadReader):
    """Parser of the response to a handshake. `trailing_data` has the first bytes of frames."""

    __slots__ = ()

    head_class = UpgradeHead


class Handshake:
    """One handshake: what it offers, and once the response has been checked, what was agreed on.

    `subprotocol` is that of the server's choice, or None; `deflate` is the compression, or None.
    """

    def __init__(self, subprotocols: Sequence[str] = (), offers_deflate: bool = False) -> None:
        self.subprotocol: Optional[str] = None
        self.deflate: Optional[PerMessageDeflate] = None
        self._subprotocols = check_subprotocols(subprotocols)
        self._offers_deflate = offers_deflate
        self._key = b64encode(os.urandom(16))

    def build_headers(self, headers: Mapping[str, str]) -> Dict[str, str]:
        """Return the header fields of the request: `headers`, and those of the handshake. Raises ConfigError."""
        fields = {"Upgrade": "websocket", "Connection": "Upgrade"}
        fields["Sec-WebSocket-Key"] = self._key.decode("ascii")
        fields["Sec-WebSocket-Version"] = "13"
        if self._subprotocols:
            fields["Sec-WebSocket-Protocol"] = ", ".join(self._subprotocols)
        if self._offers_deflate:
            from .permessage_deflate import OFFER

            fields["Sec-WebSocket-Extensions"] = OFFER
        for name, value in headers.items():
            lowered = name.lower()
            if lowered.startswith("sec-websocket-"):
                hint = "pass subprotocols" if lowered == "sec-websocket-protocol" else "remove it"
                raise ConfigError("headers: {} belongs to the handshake; {}".format(name, hint))
            if lowered not in REPLACED_FIELDS:
                fields[name] = value
        return fields

    def build_request(self, route: Route, headers: Mapping[str, str]) -> bytes:
        """Return the request. Raises ConfigError for headers that would not form a valid one; it shows no value."""
        fields = self.build_headers(route.apply_to(headers))
        lines = ["GET " + route.target + " HTTP/1.1"]
        if not any(name.lower() == "host" for name in fields):
            lines.append("Host: " + route.authority)
        for name in fields:
            if not is_token(name):
                raise ConfigError("headers: {!r} is not a valid header name".format(name))
            lines.append(name + ": " + fields[name])  # not formatted: credentials are str subclasses that show dots
        text = "".join(lines)
        if not text.isprintable() and any(char < " " and char != "\t" or char == "\x7f" for char in text):
            raise ConfigError("headers: a value contains a line break or another control character")
        try:
            return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
        except UnicodeEncodeError:  # without the cause, which would show the value
            raise ConfigError("headers: a value contains a character that a header cannot carry") from None

    def check_response(self, head: ResponseHead) -> None:
        """Check a response with the status 101. Raises RemoteProtocolError for one that RFC 6455 §4.1 refuses."""
        fields: Dict[str, List[str]] = {}
        for name, value in head.pairs:
            fields.setdefault(name.lower(), []).append(value)
        if head.status != SWITCHING_PROTOCOLS or head.version != 11:
            raise protocol_error("not an HTTP/1.1 response with status 101")
        if [value.lower() for value in fields.get("upgrade", [])] != ["websocket"]:
            raise protocol_error("the header field Upgrade is not 'websocket'")
        if "upgrade" not in [token.lower() for token in split_list(fields.get("connection", []))]:
            raise protocol_error("the header field Connection has no 'Upgrade'")
        if fields.get("sec-websocket-accept") != [accept_value(self._key)]:
            raise protocol_error("the value of Sec-WebSocket-Accept does not match the key")
        self.subprotocol = self._find_subprotocol(fields.get("sec-websocket-protocol", []))
        self._agree_on_extensions(fields.get("sec-websocket-extensions", []))

    def _find_subprotocol(self, values: List[str]) -> Optional[str]:
        if not values:
            return None  # the server may choose none
        if len(values) > 1 or values[0] not in self._subprotocols:
            raise protocol_error("the server chose the subprotocol {!r}, which was not offered".format(values[0][:80]))
        return values[0]

    def _agree_on_extensions(self, values: List[str]) -> None:
        extensions = parse_extensions(values)
        for name, parameters in extensions:
            from .permessage_deflate import NAME, accept_response

            if not self._offers_deflate or name != NAME or len(extensions) > 1:
                raise protocol_error("the server uses the extension {!r}, which was not offered".format(name[:80]))
            try:
                self.deflate = accept_response(parameters)
            except ValueError as error:
                raise protocol_error("the response to {}: {}".format(NAME, error)) from None


def accept_value(key: bytes) -> str:
    """Return the value of Sec-WebSocket-Accept for a key (RFC 6455 §4.2.2)."""
    return b64encode(sha1(key + GUID).digest()).decode("ascii")  # noqa: S324  # the RFC demands it


def check_subprotocols(names: Sequence[str]) -> List[str]:
    """Return a list of subprotocols. Raises ConfigError if one is not a token, or occurs twice."""
    if isinstance(names, (str, bytes)) or not all(isinstance(name, str) for name in names):
        raise ConfigError("subprotocols: expected a list of names")
    for name in names:
        if not is_token(name) or list(names).count(name) > 1:
            raise ConfigError("subprotocols: {!r} is not a name, or occurs twice".format(name))
    return list(names)


def is_token(text: str) -> bool:
    """Return whether a text is a token of HTTP (RFC 9110 §5.6.2)."""
    return bool(text) and all("!" <= character <= "~" and character not in TOKEN_DELIMITERS for character in text)


def split_list(values: Sequence[str]) -> List[str]:
    """Return the items of a field that is a list, which may be in several lines (RFC 9110 §5.6.1)."""
    return [item.strip(" \t") for value in values for item in value.split(",") if item.strip(" \t")]


def parse_extensions(values: Sequence[str]) -> List[Extension]:
    """Return the extensions in the lines of Sec-WebSocket-Extensions (RFC 6455 §9.1). Raises RemoteProtocolError."""
    extensions: List[Extension] = []
    for item in split_list(values):
        name, *rest = [part.strip(" \t") for part in item.split(";")]
        parameters: List[Tuple[str, Optional[str]]] = []
        for part in rest:
            key, equals, text = part.partition("=")
            value = text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text
            if not is_token(key) or equals and not is_token(value):
                raise protocol_error("a malformed Sec-WebSocket-Extensions")
            parameters.append((key, value if equals else None))
        if not is_token(name):
            raise protocol_error("a malformed Sec-WebSocket-Extensions")
        extensions.append((name, parameters))
    return extensions
