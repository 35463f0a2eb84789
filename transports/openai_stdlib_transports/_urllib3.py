# SPDX-License-Identifier: MIT
"""What the adapters over urllib3 and over requests, which stands on urllib3, share (urllib3 1.26 and 2).

What lives here: a request's body and limits of time as urllib3 takes them, its response as a body that hands on what
has arrived, and what its errors mean. What must not: requests, anything of the core. ``_body`` holds what no library
is needed for. A limit of urllib3: a write that stalls is ended by the `connect` timeout, so `write` is not used.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import traceback
from contextlib import suppress
from operator import attrgetter

import urllib3
from urllib3.connection import CertificateError  # type: ignore[attr-defined]  # its own home has moved
from urllib3.exceptions import EmptyPoolError, HTTPError, NewConnectionError
from urllib3.exceptions import TimeoutError as Urllib3TimeoutError

from ._body import Body, Deadline, shutdown_socket, wrap_exception

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Iterable, Iterator

_READ_SIZE = 65536  # bytes asked for at once; whatever has arrived is handed on
_DRAIN_TIMEOUT = 0.001  # seconds: enough to read what the kernel holds, not worth noticing
_socket = attrgetter("_fp.fp.raw._sock")  # there is no public way


class Upload:
    """A body to be sent: `len` is its length in bytes, and an error of the body itself is kept as it was."""

    def __init__(self, body: Any) -> None:
        self._body = body
        self.error: Exception | None = None
        self.len: int = getattr(body, "length", 0)  # requests looks for this name, to send Content-Length

    def data(self) -> Any:
        """Return what the library is to send; it would send an empty iterable chunked."""
        if self._body is None or isinstance(self._body, bytes):
            return self._body
        return self if self.len else b""

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._body
        except Exception as error:
            self.error = error
            raise


class DeadlineTimeout(urllib3.Timeout):
    """Seconds to connect and to read, cut to the deadline when they are asked for: a wait for the pool comes before.

    urllib3 takes copies to run a clock in each. Here the deadline is the clock, so one does for all.
    """

    def __init__(self, deadline: Deadline, connect: float | None, read: float | None) -> None:
        super().__init__(connect=connect, read=read)
        self._deadline, self._to_connect, self._to_read = deadline, connect, read

    def clone(self) -> DeadlineTimeout:
        """Return the same: it never changes."""
        return self

    def start_connect(self) -> float:
        """Start nothing."""
        return time.monotonic()

    @property
    def connect_timeout(self) -> float | None:
        """Return the seconds that connecting, and each write, may take from now."""
        return self._deadline.cap(self._to_connect)

    @property
    def read_timeout(self) -> float | None:
        """Return the seconds that the wait for the head may take from now."""
        return self._deadline.cap(self._to_read)


def make_body(raw: Any, deadline: Deadline, read: float | None, translate: Callable[[Exception], Exception]) -> Body:
    """Make the body of a response of urllib3 whose content nobody has read yet."""
    if not hasattr(raw, "read1"):
        raw._fp = _Read1Response(raw._fp)
    try:
        connection = _socket(raw)
    except AttributeError:  # it is over, or it was never a socket
        connection = None
    coded = "content-encoding" in raw.headers

    def release() -> None:
        if connection is not None and not raw.isclosed():
            connection.settimeout(_DRAIN_TIMEOUT)
            with suppress(Exception):  # the end of the body may be there already: then the connection can be kept
                _read_available(raw, coded)
        if not raw.isclosed():
            raw.close()
        raw.release_conn()

    return Body(
        _pieces(raw, connection, coded, deadline, read), lambda: shutdown_socket(connection), release, translate
    )


def _pieces(raw: Any, connection: Any, coded: bool, deadline: Deadline, read: float | None) -> Iterator[bytes]:
    over = False
    while not over:
        limit = deadline.cap(read)
        if connection is not None and not raw.isclosed():
            connection.settimeout(limit)
        piece = _read_available(raw, coded)
        if piece:
            yield piece
        over = raw.isclosed() and not (coded and piece)  # a decoder may hold more than it gives at once
    if raw.length_remaining:  # urllib3 1.26 lets a short body pass
        raise ConnectionError(f"the body ended {raw.length_remaining} bytes short of its Content-Length")


def _read_available(raw: Any, coded: bool) -> bytes:
    """Read what has arrived, decoded; wait only if nothing has. (stream() and read() wait until a buffer is full.)"""
    if hasattr(raw, "read1"):
        piece: bytes = raw.read1(_READ_SIZE, decode_content=coded)
        return piece
    piece = raw.read(1, decode_content=coded)  # at least one byte: `_Read1Response` gives what there is
    held = len(getattr(raw, "_decoded_buffer", b""))  # urllib3 2.0 and 2.1 keep what is more than they were asked for
    return piece + raw.read(held, decode_content=coded) if held else piece


class _Read1Response:
    """The response of http.client under one of urllib3 before 2.2, which has no read1: here read is read1.

    Nor does it heed how much is asked for: these versions would go on until they have as much.
    """

    def __init__(self, response: Any) -> None:
        self._response = response
        self._read = getattr(response, "read1", None) or response.read  # a test's stand-in may have but this

    def read(self, _: int) -> bytes:
        piece: bytes = self._read(_READ_SIZE)
        return piece

    def __getattr__(self, name: str) -> Any:
        return getattr(self._response, name)


def map_exception(error: Exception, *others: type[Exception]) -> Exception:
    """Return what `error` is called on our side of the seam.

    That is itself when it is neither urllib3's nor one of `others`, which keep what they were made from as it does.
    """
    if isinstance(error, TimeoutError) or not isinstance(
        error, (HTTPError, http.client.HTTPException, socket.timeout, *others)
    ):
        return error
    inside = list(_iter_causes(error))
    for cause in inside:
        # The frames of urllib3 hold their own error, and would hold its socket until the garbage is collected.
        traceback.clear_frames(cause.__traceback__)
    refused = next(
        (cause for cause in inside if isinstance(cause, (ssl.SSLCertVerificationError, CertificateError))), None
    )
    if refused is not None:
        return _to_certificate_error(refused)
    if any(map(_is_timeout, inside)):
        return wrap_exception(TimeoutError, error)
    if all(isinstance(cause, ValueError) for cause in inside):
        return wrap_exception(ValueError, error)  # a bad URL or header
    return wrap_exception(ConnectionError, error)


def _iter_causes(error: object) -> Iterable[Exception]:
    """Yield an error and those it was made from: requests and urllib3 keep them in `args` and `reason`.

    Not by __context__: whoever retries in an except clause would have his old error found in the new one.
    """
    if isinstance(error, Exception):
        yield error
        for part in (*error.args, getattr(error, "reason", None)):
            yield from _iter_causes(part)


def _is_timeout(cause: Exception) -> bool:
    kinds = (Urllib3TimeoutError, EmptyPoolError, socket.timeout, TimeoutError)
    return isinstance(cause, kinds) and not isinstance(cause, NewConnectionError)  # that is one by name only


def _to_certificate_error(cause: Exception) -> Exception:
    """Return the refusal of a certificate; urllib3 has one of its own where it compares the names itself."""
    if isinstance(cause, ssl.SSLCertVerificationError):
        return cause
    refused = ssl.SSLCertVerificationError(1, str(cause))
    refused.__cause__ = cause
    return refused
