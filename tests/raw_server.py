# SPDX-License-Identifier: MIT
"""The scripted server of the package under test; see its testing/raw_server.py."""

from . import load

_module = load("testing.raw_server")

LIMIT, CHUNKED = _module.WAIT_TIMEOUT, _module.CHUNKED
RawServer, Connection, RawRequest = _module.RawServer, _module.Connection, _module.RawRequest
BODY, CLOSE, HEAD, DRAIN, REQUEST, RESET = (
    _module.BODY,
    _module.CLOSE,
    _module.HEAD,
    _module.DRAIN,
    _module.REQUEST,
    _module.RESET,
)
respond, chunk, head, send = _module.respond, _module.chunk, _module.head, _module.send
send_repeatedly, pause, signal, wait = _module.send_repeatedly, _module.pause, _module.signal, _module.wait
forever, forward, per_connection = _module.forever, _module.forward, _module.per_connection
