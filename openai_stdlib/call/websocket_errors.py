# SPDX-License-Identifier: MIT
"""Errors of WebSocket connections that are open, or were. Those of the handshake are the errors of all calls."""

from __future__ import annotations

from .errors import OpenAIError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional

OK_CODES = frozenset((1000, 1001, 1005))
ABNORMAL = 1006  # stands for a connection that ended without a close frame
ENDED = "the connection ended"  # a failure that the absence of a close frame says as well
CODE_NAMES = {  # those of the library `websockets`, so that texts of errors are alike
    1000: "OK",
    1001: "going away",
    1002: "protocol error",
    1003: "unsupported data",
    1005: "no status received [internal]",
    1006: "abnormal closure [internal]",
    1007: "invalid frame payload data",
    1008: "policy violation",
    1009: "message too big",
    1010: "mandatory extension",
    1011: "internal error",
    1012: "service restart",
    1013: "try again later",
    1014: "bad gateway",
    1015: "TLS handshake failure [internal]",
}


class CloseFrame:
    """Code and reason of a close frame."""

    __slots__ = ("code", "reason")

    def __init__(self, code: int, reason: str = "") -> None:
        self.code: int = code
        self.reason: str = reason

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CloseFrame) and (other.code, other.reason) == (self.code, self.reason)

    def __hash__(self) -> int:
        return hash((self.code, self.reason))

    def __str__(self) -> str:
        default = "private use" if 4000 <= self.code < 5000 else "registered" if self.code >= 3000 else "unknown"
        name = CODE_NAMES.get(self.code, default)
        return "{} ({}) {}".format(self.code, name, self.reason).rstrip()

    def __repr__(self) -> str:
        return "CloseFrame(code={}, reason={!r})".format(self.code, self.reason)


class ConnectionClosed(OpenAIError):
    """A WebSocket is closed. `rcvd` and `sent` are the close frames, with `code` and `reason`, or None.

    `rcvd_then_sent` is whether the server began to close; None unless there are both frames. `code` and `reason` are
    those of the server's frame; without one, those of the frame that the program has sent, or 1006 and what went wrong.
    """

    rcvd: Optional[CloseFrame]
    sent: Optional[CloseFrame]
    rcvd_then_sent: Optional[bool]
    code: int
    reason: str

    def __init__(
        self,
        rcvd: Optional[CloseFrame] = None,
        sent: Optional[CloseFrame] = None,
        rcvd_then_sent: Optional[bool] = None,
        *,
        failure: str = "",
    ) -> None:
        super().__init__(_describe(rcvd, sent, rcvd_then_sent, failure))
        self.rcvd = rcvd
        self.sent = sent
        self.rcvd_then_sent = rcvd_then_sent
        frame = rcvd or (None if failure else sent) or CloseFrame(ABNORMAL, failure)
        self.code = frame.code
        self.reason = frame.reason


class ConnectionClosedOK(ConnectionClosed):
    """The program closed the WebSocket, or the server did with the code 1000, 1001 or none."""


class ConnectionClosedError(ConnectionClosed):
    """A WebSocket ended with another code, or without a closing handshake; `__cause__` may have the reason."""


class ConcurrencyError(OpenAIError, RuntimeError):
    """A thread or task receives from a WebSocket while another one does."""


def _describe(
    rcvd: Optional[CloseFrame], sent: Optional[CloseFrame], rcvd_then_sent: Optional[bool], failure: str
) -> str:
    if rcvd is None and sent is None:
        text = "no close frame received or sent"
    elif sent is None:
        text = "received {}; no close frame sent".format(rcvd)
    elif rcvd is None:
        text = "sent {}; no close frame received".format(sent)
    elif rcvd_then_sent:
        text = "received {}; then sent {}".format(rcvd, sent)
    else:
        text = "sent {}; then received {}".format(sent, rcvd)
    return text if not failure or failure == ENDED or failure in text else text + ": " + failure


def connection_closed(end: Any) -> ConnectionClosed:
    """Build the error of a connection from how it ended, a tuple as `Link.end` in transport/websocket_base.py."""
    received, sent, received_first, failure, cause = end
    codes = {frame[0] for frame in (received, sent) if frame is not None}
    cls = ConnectionClosedOK if codes and codes <= OK_CODES and not failure else ConnectionClosedError
    text = failure
    if cause is not None and not isinstance(cause, MemoryError) and received is None:
        text = "{}: {}".format(failure or "the connection failed", cause)
    rcvd_then_sent = received_first if received and sent else None
    error = cls(received and CloseFrame(*received), sent and CloseFrame(*sent), rcvd_then_sent, failure=text)
    error.__cause__ = ConnectionError(failure) if cause is None and failure else cause
    return error
