# SPDX-License-Identifier: MIT
"""Misbehaviour on request: how it is written down, whose turn it is, and what it answers instead.

A client asks for it with the request header `X-Embedded-Fault: status=429; retry-after=1; times=2`, a test with
`server.misbehave("status=503; times=2")`. Directives are separated by semicolons and may be combined:

    times=N             how many requests it applies to (default: 1 for misbehave, no end for a header)
    status=N            that status; an error body from 300 on, with code=, message= and type= if given
    retry-after=S       adds Retry-After; retry-after-ms=MS and should-retry=true|false likewise
    redirect=URL        adds Location; the status is 302 unless status= says otherwise
    html                an HTML page as the body, with the status given or 200
    malformed           JSON that breaks off, sent as application/json
    empty               an empty body
    stall=S             waits S seconds before the head
    stall-body=S        waits S seconds after the head and the first byte, or the first event of a stream
    cut=N               closes in good order after N bytes of the body, although more were promised
    cut-events=N        closes in good order after N events of a stream
    reset               resets the connection (RST) before any byte; reset=N: after N bytes of the body
    slow=N              sends the body N bytes at a time
    pings=N             begins a stream with N comment lines
    no-done             leaves out the terminal event of a stream, which else ends properly
    stream-error        puts an error object into the middle of a stream, which ends there
    gzip                compresses the body
    garbage             sends bytes that are not HTTP, and closes
    close               answers with Connection: close
    drop-idle           answers as if the connection stayed open, then closes it silently

Directives about streams leave other answers alone. wire.py carries out what concerns the bytes on their way.
"""

from __future__ import annotations

import threading

from .server_responses import ServerResponse, error_reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional, Union

HEADER = "X-Embedded-Fault"

PAGE = b"<!DOCTYPE html>\n<html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1></body></html>\n"


def _flag(value: str) -> bool:
    if value:
        raise ValueError(value)
    return True


def _count(value: str) -> int:
    number = int(value)
    if number < 0:
        raise ValueError(value)
    return number


def _status(value: str) -> int:
    number = int(value)
    if not 200 <= number <= 599:
        raise ValueError(value)
    return number


def _seconds(value: str) -> float:
    number = float(value)
    if not 0 <= number < 86_400:  # also refuses nan
        raise ValueError(value)
    return number


def _count_if_given(value: str) -> Optional[int]:
    return _count(value) if value else None


def _truth(value: str) -> str:
    return {"true": "true", "false": "false"}[value]


def _words(value: str) -> str:
    # The value may end up in a header of the answer, where a line break would begin another one.
    return value.replace("\r", " ").replace("\n", " ")


_DIRECTIVES: Dict[str, Callable[[str], Any]] = {
    "times": _count,
    "status": _status,
    "code": _words,
    "message": _words,
    "type": _words,
    "retry-after": _words,
    "retry-after-ms": _words,
    "should-retry": _truth,
    "redirect": _words,
    "html": _flag,
    "malformed": _flag,
    "empty": _flag,
    "stall": _seconds,
    "stall-body": _seconds,
    "cut": _count,
    "cut-events": _count,
    "reset": _count_if_given,
    "slow": _count,
    "pings": _count,
    "no-done": _flag,
    "stream-error": _flag,
    "gzip": _flag,
    "garbage": _flag,
    "close": _flag,
    "drop-idle": _flag,
}


class Fault:
    """One misbehaviour, read from its text. An empty text is no misbehaviour.

    Raises ValueError for a directive or a value that is not known.
    """

    __slots__ = ("text", "directives")

    def __init__(self, text: str = "") -> None:
        self.text = text
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
        """Return the value of a directive, or the default if it wasn't given."""
        return self.directives.get(name, default)

    def __repr__(self) -> str:
        return "Fault({!r})".format(self.text)

    def extra_headers(self) -> Dict[str, str]:
        """Return the headers that the directives add to whatever the answer is."""
        names = {
            "retry-after": "Retry-After",
            "retry-after-ms": "Retry-After-Ms",
            "should-retry": "X-Should-Retry",
            "redirect": "Location",
        }
        return {header: self.directives[name] for name, header in names.items() if name in self.directives}

    def replacement_response(self) -> Optional[ServerResponse]:
        """Return the answer to give instead of the right one, if there is to be one. Nothing is stored then."""
        status = self.get("status", 302 if "redirect" in self else 200)
        if "empty" in self or status in (204, 304):
            return ServerResponse(status, [b""])
        if "html" in self:
            return ServerResponse(status, [PAGE], "text/html; charset=utf-8")
        if "malformed" in self:
            return ServerResponse(status, [b'{"id": "chatcmpl-000001", "object": "chat.completion", "choices": [{"ind'])
        if status < 300:
            return None
        return error_reply(
            status,
            self.get("message") or "The embedded server was asked to answer with status {}.".format(status),
            code=self.get("code"),
            type=self.get("type") or ("server_error" if status >= 500 else _TYPES.get(status, "invalid_request_error")),
        )


_TYPES = {401: "authentication_error", 403: "permission_error", 429: "rate_limit_error"}

NO_FAULT = Fault()


class FaultQueue:
    """Which misbehaviour is due, and how often it has been used."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._due: List[List[Any]] = []  # [fault, how many requests it still applies to]
        self._used: Dict[str, int] = {}  # header text -> how often it was seen

    def add(self, fault: Union[str, Fault]) -> None:
        """Let the next requests meet this fault, after those that are due already."""
        fault = Fault(fault) if isinstance(fault, str) else fault
        with self._lock:
            self._due.append([fault, fault.get("times", 1)])

    def clear(self) -> None:
        """Forget all that is due and was used."""
        with self._lock:
            self._due.clear()
            self._used.clear()

    def next_fault(self, header: str) -> Fault:
        """Return what this request is to meet. Raises ValueError for a header that makes no sense."""
        if header:
            fault = Fault(header)
            with self._lock:
                used = self._used[header] = self._used.get(header, 0) + 1
            return fault if used <= fault.get("times", used) else NO_FAULT
        with self._lock:
            while self._due:
                entry = self._due[0]
                entry[1] -= 1
                if entry[1] <= 0:
                    del self._due[0]
                if entry[1] >= 0:
                    return entry[0]  # type: ignore[no-any-return]  # the first of a pair
        return NO_FAULT
