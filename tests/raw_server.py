# SPDX-License-Identifier: MIT
"""The scripted server, from whichever copy of the package is under test; see testing/raw_server.py there."""

from . import load

_there = load("testing.raw_server")

LIMIT, CHUNKED = _there.WAIT_TIMEOUT, _there.CHUNKED
RawServer, Connection, RawRequest = _there.RawServer, _there.Connection, _there.RawRequest
BODY, CLOSE, HEAD, DRAIN, REQUEST, RESET = (
    _there.BODY,
    _there.CLOSE,
    _there.HEAD,
    _there.DRAIN,
    _there.REQUEST,
    _there.RESET,
)
answer, chunk, head, send = _there.answer, _there.chunk, _there.head, _there.send
send_repeatedly, pause, signal, wait = _there.send_repeatedly, _there.pause, _there.signal, _there.wait
forever, forward, per_connection = _there.forever, _there.forward, _there.per_connection
