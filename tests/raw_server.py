# SPDX-License-Identifier: MIT
"""The scripted server, from whichever copy of the package is under test; see testing/raw_server.py there."""

from . import load

_there = load("testing.raw_server")

LIMIT, CHUNKED = _there.LIMIT, _there.CHUNKED
RawServer, Connection, RecordedRequest = _there.RawServer, _there.Connection, _there.RecordedRequest
BODY, CLOSE, HEAD, HOLD, REQUEST, RESET = (
    _there.BODY,
    _there.CLOSE,
    _there.HEAD,
    _there.HOLD,
    _there.REQUEST,
    _there.RESET,
)
answer, chunk, head, send = _there.answer, _there.chunk, _there.head, _there.send
drip, pause, tell, wait = _there.drip, _there.pause, _there.tell, _there.wait
forever, forward, in_turn = _there.forever, _there.forward, _there.in_turn
