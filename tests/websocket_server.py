# SPDX-License-Identifier: MIT
"""The scripted WebSocket server of the package under test; see its testing/contract/websocket_peer.py."""

from . import load

_module = load("testing.contract.websocket_peer")

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = (
    _module.CONTINUATION,
    _module.TEXT,
    _module.BINARY,
    _module.CLOSE,
    _module.PING,
    _module.PONG,
)
Frame, Peer = _module.Frame, _module.Peer
encode, encode_close, decode, accept_value = _module.encode, _module.encode_close, _module.decode, _module.accept_value
upgrade, serve, url_of, echo = _module.upgrade, _module.serve, _module.url_of, _module.echo
