# SPDX-License-Identifier: MIT
"""Faults that the embedded server injects on request.

A client requests a fault with the header `X-Embedded-Fault: status=429; retry-after=1; times=2`, a test with
`server.inject_fault("status=503; times=2")`. Directives are separated by semicolons and may be combined:

    times=N             number of requests affected (default: 1 for inject_fault, unlimited for a header)
    status=N            that status; from 300 on with an error body, to which code=, message= and type= apply
    retry-after=S       adds Retry-After; retry-after-ms=MS and should-retry=true|false likewise
    redirect=URL        adds Location; the status is 302 without status=
    html                an HTML page as the body, with the status given or 200
    malformed           truncated JSON, sent as application/json
    empty               an empty body
    interim=N           sends N interim responses with the status 103 before the response
    stall=S             waits S seconds before the status line
    stall-body=S        waits S seconds after the headers and the first byte, or the first event of a stream
    cut=N               closes in order (FIN) after N bytes of the body, although more were announced
    cut-events=N        closes in order after N events of a stream
    reset               resets the connection (RST) before any byte; reset=N: after N bytes of the body
    slow=N              sends the body N bytes at a time
    pings=N             starts a stream with N comment lines
    no-done             omits the terminal event of a stream; the stream still ends in order
    stream-error        puts an error object into the middle of a stream, which ends there
    gzip                compresses the body
    garbage             sends bytes that are not HTTP, and closes
    close               responds with Connection: close
    drop-idle           responds as if the connection stayed open, then closes it silently

    on=METHOD /PATH     waits for a request with this method and path below /v1: on=POST /batches;
                        a path that ends with a slash stands for all that begin with it: on=GET /files/

Directives about streams do not affect other responses. The others also affect the handshake of a WebSocket; only
these affect what follows a handshake that succeeds:

    ws-after=N          the following ones take effect once the server has sent N messages (default: 0)
    ws-stall=S          sends, reads and answers nothing for S seconds, pings included
    ws-pings=N          sends N pings
    ws-message=TEXT     sends this text, such as JSON that is not an event
    ws-oversize=N       sends a message of N bytes
    ws-garbage          sends an invalid frame; ws-garbage=opcode, masked, continuation, interleaved, fragmented-ping,
                        long-ping, length or close-code: invalid in that way
    ws-invalid-text     sends a text that is not UTF-8
    ws-close=CODE       closes with this code, valid or not (1005: none); ws-reason=TEXT adds a reason
    ws-drop             ends the connection (FIN) without a close frame
    ws-reset            resets the connection (RST)
    ws-slow=N           sends everything N bytes at a time
    ws-bad-accept       accepts the handshake with a wrong Sec-WebSocket-Accept

These affect a batch, and wait for the next POST /batches:

    batch-polls=N       is in progress for N polls (default: one for each 5,000 rows)
    batch-stuck         stays in progress until it is cancelled
    batch-fail=N        each Nth row fails with status 500, or batch-status=N
    batch-expire=N      expires once N rows are done
    batch-lose=N        each Nth row is in neither of the files
    batch-refuse=N      fails its validation because of each Nth row
    batch-invalid=CODE  fails its validation with this code
    batch-max-rows=N    fails its validation if it has more rows than that (default: 50,000)
    batch-ids=KIND      ids of files that don't exist are null, empty or missing
"""

# The docstring is also the help text of the serve command. response_writer.py carries out the directives that concern
# bytes and time, websocket_peer.py those of WebSockets.

from __future__ import annotations

import threading

from .server_responses import ServerResponse, error_response

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional, Union

    from .recorded_request import RecordedRequest

HEADER = "X-Embedded-Fault"

MAX_REASON = 123  # bytes of the reason of a close frame
# Kinds of invalid frames; websocket_peer.py has their bytes.
GARBAGE = frozenset(
    ("", "opcode", "masked", "continuation", "interleaved", "fragmented-ping", "long-ping", "length", "close-code")
)

_HTML_PAGE = b"<!DOCTYPE html>\n<html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1></body></html>\n"


def _parse_flag(value: str) -> bool:
    if value:
        raise ValueError(value)
    return True


def _parse_count(value: str) -> int:
    number = int(value)
    if number < 0:
        raise ValueError(value)
    return number


def _parse_status(value: str) -> int:
    number = int(value)
    if not 200 <= number <= 599:
        raise ValueError(value)
    return number


def _parse_seconds(value: str) -> float:
    number = float(value)
    if not 0 <= number < 86_400:  # also rejects nan
        raise ValueError(value)
    return number


def _parse_optional_count(value: str) -> Optional[int]:
    return _parse_count(value) if value else None


def _parse_code(value: str) -> int:
    number = int(value)
    if not 0 <= number <= 65_535:
        raise ValueError(value)
    return number


def _parse_reason(value: str) -> str:
    if len(value.encode("utf-8")) > MAX_REASON:
        raise ValueError(value)
    return value


def _parse_garbage(value: str) -> str:
    if value not in GARBAGE:
        raise ValueError(value)
    return value


def _parse_boolean(value: str) -> str:
    return {"true": "true", "false": "false"}[value]


def _parse_target(value: str) -> str:
    method, _, path = value.partition(" ")
    if not method.isalpha() or not path.startswith("/"):
        raise ValueError(value)
    return value


def _parse_kind_of_ids(value: str) -> str:
    return {"null": "null", "empty": "empty", "missing": "missing"}[value]


def _parse_positive(value: str) -> int:
    number = int(value)
    if number < 1:
        raise ValueError(value)
    return number


def _parse_text(value: str) -> str:
    # The value may become a header of the response, where a line break would start another header.
    return value.replace("\r", " ").replace("\n", " ")


_DIRECTIVES: Dict[str, Callable[[str], Any]] = {
    "times": _parse_count,
    "status": _parse_status,
    "code": _parse_text,
    "message": _parse_text,
    "type": _parse_text,
    "retry-after": _parse_text,
    "retry-after-ms": _parse_text,
    "should-retry": _parse_boolean,
    "redirect": _parse_text,
    "html": _parse_flag,
    "malformed": _parse_flag,
    "empty": _parse_flag,
    "interim": _parse_count,
    "stall": _parse_seconds,
    "stall-body": _parse_seconds,
    "cut": _parse_count,
    "cut-events": _parse_count,
    "reset": _parse_optional_count,
    "slow": _parse_count,
    "pings": _parse_count,
    "no-done": _parse_flag,
    "stream-error": _parse_flag,
    "gzip": _parse_flag,
    "garbage": _parse_flag,
    "close": _parse_flag,
    "drop-idle": _parse_flag,
    "ws-after": _parse_count,
    "ws-stall": _parse_seconds,
    "ws-pings": _parse_count,
    "ws-message": str,
    "ws-oversize": _parse_count,
    "ws-garbage": _parse_garbage,
    "ws-invalid-text": _parse_flag,
    "ws-close": _parse_code,
    "ws-reason": _parse_reason,
    "ws-drop": _parse_flag,
    "ws-reset": _parse_flag,
    "ws-slow": _parse_count,
    "ws-bad-accept": _parse_flag,
    "on": _parse_target,
    "batch-polls": _parse_positive,
    "batch-stuck": _parse_flag,
    "batch-fail": _parse_positive,
    "batch-status": _parse_status,
    "batch-expire": _parse_count,
    "batch-lose": _parse_positive,
    "batch-refuse": _parse_positive,
    "batch-invalid": _parse_text,
    "batch-max-rows": _parse_count,
    "batch-ids": _parse_kind_of_ids,
}


class Fault:
    """A set of fault directives, parsed from text such as "status=503; times=2"; an empty text has no effect.

    Raises ValueError for an unknown directive or an invalid value.
    """

    __slots__ = ("text", "directives")

    def __init__(self, text: str = "") -> None:
        self.text: str = text
        self.directives: Dict[str, Any] = {}
        for item in text.split(";"):
            name, _, value = item.partition("=")
            name = name.strip().lower()
            if not name:
                continue
            if name not in _DIRECTIVES:
                raise ValueError("unknown directive '{}'".format(name))
            try:
                self.directives[name] = _DIRECTIVES[name](value.strip())
            except (KeyError, ValueError):
                raise ValueError("directive '{}' does not take the value '{}'".format(name, value.strip())) from None

    def __contains__(self, name: str) -> bool:
        return name in self.directives

    def get(self, name: str, default: Any = None) -> Any:
        """Return the value of a directive, or the default if the directive is absent."""
        return self.directives.get(name, default)

    def __repr__(self) -> str:
        return "Fault({!r})".format(self.text)

    def applies_to(self, method: str, path: str) -> bool:
        """Return whether this fault affects requests with a method and a path."""
        target = self.get("on")
        if target is None:
            target = "POST /batches" if any(name.startswith("batch-") for name in self.directives) else ""
        path = path[len("/v1") :] if path.startswith("/v1/") else path
        request = method + " " + path
        return request == target or not target or (target.endswith("/") and request.startswith(target))

    def extra_headers(self) -> Dict[str, str]:
        """Return the headers that the directives add to any response."""
        names = {
            "retry-after": "Retry-After",
            "retry-after-ms": "Retry-After-Ms",
            "should-retry": "X-Should-Retry",
            "redirect": "Location",
        }
        return {header: self.directives[name] for name, header in names.items() if name in self.directives}

    def replacement_response(self) -> Optional[ServerResponse]:
        """Return the response that replaces the regular one, or None; a replaced request stores nothing."""
        status = self.get("status", 302 if "redirect" in self else 200)
        if "empty" in self or status in (204, 304):
            return ServerResponse(status, [b""])
        if "html" in self:
            return ServerResponse(status, [_HTML_PAGE], "text/html; charset=utf-8")
        if "malformed" in self:
            return ServerResponse(status, [b'{"id": "chatcmpl-000001", "object": "chat.completion", "choices": [{"ind'])
        if status < 300:
            return None
        return error_response(
            status,
            self.get("message") or "The embedded server was asked to respond with status {}.".format(status),
            code=self.get("code"),
            type=self.get("type")
            or ("server_error" if status >= 500 else _ERROR_TYPES.get(status, "invalid_request_error")),
        )


_ERROR_TYPES = {401: "authentication_error", 403: "permission_error", 429: "rate_limit_error"}

NO_FAULT = Fault()


class FaultQueue:
    """Thread-safe queue of faults, with counters of the faults that headers requested."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._due: List[List[Any]] = []  # [fault, remaining number of requests]
        self._used: Dict[str, int] = {}  # header text -> number of requests so far

    def add(self, fault: Union[str, Fault]) -> None:
        """Append a fault to the queue. Raises ValueError if its text is invalid."""
        fault = Fault(fault) if isinstance(fault, str) else fault
        with self._lock:
            self._due.append([fault, fault.get("times", 1)])

    def clear(self) -> None:
        """Remove all faults and reset the counters."""
        with self._lock:
            self._due.clear()
            self._used.clear()

    def next_fault(self, header: str, method: str = "", path: str = "") -> Fault:
        """Return the fault of the next request: of its fault header, if it has one, else the first that applies to it.

        Raises ValueError for an invalid header.
        """
        if header:
            fault = Fault(header)
            if not fault.applies_to(method, path):
                return NO_FAULT
            with self._lock:
                used = self._used[header] = self._used.get(header, 0) + 1
            return fault if used <= fault.get("times", used) else NO_FAULT
        with self._lock:
            self._due = [entry for entry in self._due if entry[1] > 0]
            for entry in self._due:
                if entry[0].applies_to(method, path):
                    entry[1] -= 1
                    return entry[0]  # type: ignore[no-any-return]  # the first of a pair
        return NO_FAULT


def fault_header(request: RecordedRequest) -> str:
    """Return the text of the faults that the headers of a request ask for; "" without such a header."""
    return "; ".join(value for name, value in request.headers if name.lower() == HEADER.lower())
