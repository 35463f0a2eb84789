# SPDX-License-Identifier: MIT
"""A transport over requests (2.25 and later; urllib3 1.26 and 2).

What lives here: how a request becomes a call of ``requests.Session`` and what its errors mean. What must not: anything
of the core. ``_body`` holds what the sync adapters share. Limits of requests: a write that stalls is ended by the
`connect` timeout, and its pool never waits, so `write` and `pool` are not used; urllib3 2.0 and 2.1 hold compressed
streams back.
"""

from __future__ import annotations

import http.client
import socket
import ssl
from contextlib import suppress
from http.cookiejar import DefaultCookiePolicy
from operator import attrgetter

import requests
import urllib3
from requests.adapters import HTTPAdapter

from ._body import Body, Deadline, hang_up, renamed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Iterable, Iterator

_PIECE = 65536  # bytes asked for at once; whatever has arrived is handed on
_INSTANT = 0.001  # seconds: enough to read what the kernel holds, not worth noticing


class RequestsTransport:
    """Send with `requests`: with your own session, which stays yours to close, or with one that is closed with this.

    Of your session everything counts: adapters, proxies, certificates, headers, cookies and its `auth`, if it has one.
    Raises TimeoutError, ssl.SSLCertVerificationError or another OSError when the network fails, ValueError for a
    request that cannot be sent.
    """

    def __init__(self, session: requests.Session | None = None) -> None:
        self._owned = session is None
        self._session = _plain_session() if session is None else session

    def send(self, request: Any) -> tuple[int, list[tuple[str, str]], Iterator[bytes], Callable[[], None]]:
        """Send one request; the caller reads the chunks to their end or calls the returned close."""
        deadline, upload = Deadline(request.timeout.deadline), _Upload(request.body)
        try:
            response = self._open(request, deadline, upload)
        except Exception as error:
            failure = upload.error or _translated(error)
        else:
            body = _body(response, deadline, request.timeout.read)
            return response.status_code, list(response.raw.headers.items()), body, body.close
        raise failure  # not in the except clause: it may be the cause of what it would be raised from

    def _open(self, request: Any, deadline: Deadline, upload: _Upload) -> requests.Response:
        limits: Any = (deadline.cap(request.timeout.connect), deadline.cap(request.timeout.read))
        return self._session.request(
            request.method,
            request.url,
            headers=dict(request.headers),
            data=upload.data(),
            stream=True,
            allow_redirects=False,
            auth=self._session.auth or _as_it_is,
            timeout=limits,
        )

    def close(self) -> None:
        """Close the session, unless it is yours."""
        if self._owned:
            self._session.close()

    def __enter__(self) -> RequestsTransport:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class _Upload:
    """A body for requests: `len` makes it send Content-Length, and an error of the body itself is kept as it was."""

    def __init__(self, body: Any) -> None:
        self._body = body
        self.error: Exception | None = None
        self.len: int = getattr(body, "length", 0)

    def data(self) -> Any:
        """Return what requests is to send; it would send an empty iterable chunked."""
        if self._body is None or isinstance(self._body, bytes):
            return self._body
        return self if self.len else b""

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._body
        except Exception as error:
            self.error = error
            raise


def _plain_session() -> requests.Session:
    session = requests.Session()
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    for prefix in ("https://", "http://"):
        session.mount(prefix, HTTPAdapter(pool_maxsize=100))  # of 10, the default, the 11th thread's is thrown away
    return session


def _as_it_is(prepared: requests.PreparedRequest) -> requests.PreparedRequest:
    """Be an auth that adds none: without one, requests puts ~/.netrc over our Authorization."""
    return prepared


def _body(response: requests.Response, deadline: Deadline, read: float | None) -> Body:
    raw = response.raw
    if not hasattr(raw, "read1") and hasattr(raw._fp, "read1"):
        raw._fp = _AsItComes(raw._fp)
    connection = _socket_of(raw)
    pieces = _pieces(raw, connection, deadline, read)
    if getattr(response, "_content_consumed", False):  # by a hook, or by requests itself when it sees a redirect
        pieces = iter([response.content] if response.content else [])

    def release() -> None:
        if connection is not None and not raw.isclosed():
            connection.settimeout(_INSTANT)
            with suppress(Exception):  # the end of the body may be there already: then the connection can be kept
                _arrived(raw)
        response.close()

    return Body(pieces, lambda: hang_up(connection), release, _translated)


def _pieces(raw: Any, connection: Any, deadline: Deadline, read: float | None) -> Iterator[bytes]:
    while True:
        limit = deadline.cap(read)
        if connection is not None and not raw.isclosed():
            connection.settimeout(limit)
        piece = _arrived(raw)
        if piece:
            yield piece
        elif raw.isclosed():
            break
    if raw.length_remaining:  # urllib3 1.26 lets a short body pass
        raise ConnectionError(f"the body ended {raw.length_remaining} bytes short of its Content-Length")


def _arrived(raw: Any) -> bytes:
    """Read what has arrived, decoded; wait only if nothing has. (stream() and read() wait until a buffer is full.)"""
    # Without read1, urllib3 2.0 and 2.1 fill a buffer of decoded bytes: only if they are to decode.
    coded = "content-encoding" in raw.headers
    piece: bytes = getattr(raw, "read1", raw.read)(_PIECE, decode_content=coded)
    return piece


class _AsItComes:
    """The response of http.client under one of urllib3 before 2.2, which has no read1: here read is read1."""

    def __init__(self, response: Any) -> None:
        self._response = response

    def read(self, amount: int) -> bytes:
        piece: bytes = self._response.read1(amount)
        return piece

    def __getattr__(self, name: str) -> Any:
        return getattr(self._response, name)


def _socket_of(raw: Any) -> Any:
    """Find the socket under a response of urllib3: there is no public way. None when it is over, or not a socket."""
    try:
        return attrgetter("_fp.fp.raw._sock")(raw)
    except AttributeError:
        return None


def _inside(error: object) -> Iterable[Exception]:
    """Yield an error and those it was made from: requests and urllib3 keep them in `args` and `reason`.

    Not by __context__: whoever retries in an except clause would have his old error found in the new one.
    """
    if isinstance(error, Exception):
        yield error
        for part in (*error.args, getattr(error, "reason", None)):
            yield from _inside(part)


def _translated(error: Exception) -> Exception:
    """Return what `error` is called on our side of the seam; itself when it is none of the library's."""
    inside = list(_inside(error))
    for cause in inside:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return cause
    timeouts = (requests.Timeout, urllib3.exceptions.ReadTimeoutError, socket.timeout, TimeoutError)
    if any(isinstance(cause, timeouts) for cause in inside):
        return renamed(TimeoutError, error)
    if isinstance(error, requests.RequestException) and all(isinstance(cause, ValueError) for cause in inside):
        return renamed(ValueError, error)  # a bad URL or header: requests calls these OSErrors too
    if isinstance(error, (requests.RequestException, urllib3.exceptions.HTTPError, http.client.HTTPException)):
        return renamed(ConnectionError, error)
    return error
