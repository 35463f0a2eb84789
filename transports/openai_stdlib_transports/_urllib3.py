# SPDX-License-Identifier: MIT
"""Shared code of the adapters over urllib3 (1.26 and 2) and over requests, which uses urllib3.

Converts request bodies and timeouts for urllib3, its responses into bodies that yield what has arrived, and its errors.
Imports neither requests nor the core.

Limits of urllib3 and http.client: a stalled write ends by the `connect` timeout, so `write` is not used. `connect`
applies to each address of a host, and `read` to each wait for bytes. A head that arrives byte by byte, any number of
100 Continue responses and a host with many addresses that do not respond are therefore limited by `deadline` alone.
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
from urllib3.connection import CertificateError  # type: ignore[attr-defined]  # the module that defines it has moved
from urllib3.exceptions import EmptyPoolError, HTTPError, NewConnectionError
from urllib3.exceptions import TimeoutError as Urllib3TimeoutError

from ._body import ResponseBody, decode_chunks, wrap_exception
from ._deadline import Deadline, shutdown_socket
from ._decoders import RemoteProtocolError, build_decoder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Iterable, Iterator

    Result = tuple[int, list[tuple[str, str]], ResponseBody, Callable[[], None]]

_READ_SIZE = 65536  # bytes requested at once; whatever has arrived is yielded
_DRAIN_TIMEOUT = 0.001  # seconds; enough to read what the kernel has buffered
_MAX_INTERIM_RESPONSES = 100
_get_socket = attrgetter("_fp.fp.raw._sock")  # urllib3 has no public attribute for it


class RequestBody:
    """The body of a request. `error` keeps what iterating it raised, since urllib3 would raise it in another form."""

    def __init__(self, body: Any) -> None:
        self._body, self._abandoned = body, False
        self.error: Exception | None = None
        self.len: int = getattr(body, "length", 0)  # bytes; requests reads this name to send Content-Length

    def get_data(self) -> Any:
        """Return the value to pass to the library, which would send an empty iterable chunked."""
        if self._body is None or isinstance(self._body, bytes):
            return self._body
        return self if self.len else b""

    def __iter__(self) -> Iterator[bytes]:
        try:
            for chunk in self._body:
                if self._abandoned:
                    raise TimeoutError("the request was abandoned at its deadline")
                yield chunk
        except Exception as error:
            self.error = error
            raise

    def abandon(self) -> None:
        """Send no more of the body."""
        self._abandoned = True


class DeadlineTimeout(urllib3.Timeout):
    """Timeouts in seconds that are capped by the deadline when urllib3 reads them, after it has waited for the pool.

    urllib3 clones a timeout to start a clock in each clone. Here the deadline is the clock, so no clones are needed.
    """

    def __init__(self, deadline: Deadline, connect: float | None, read: float | None) -> None:
        super().__init__(connect=connect, read=read)
        self._deadline, self._connect_seconds, self._read_seconds = deadline, connect, read

    def clone(self) -> DeadlineTimeout:
        """Return this object, which is immutable."""
        return self

    def start_connect(self) -> float:
        """Do nothing: the deadline has already started."""
        return time.monotonic()

    @property
    def connect_timeout(self) -> float | None:
        """Return the seconds that connecting, and each write, may take from now."""
        return self._deadline.cap(self._connect_seconds)

    @property
    def read_timeout(self) -> float | None:
        """Return the seconds that waiting for the response head may take from now."""
        return self._deadline.cap(self._read_seconds)


def make_result(
    response: Any,
    deadline: Deadline,
    read_timeout: float | None,
    max_ratio: float | None,
    map_error: Callable[[Exception], Exception],
) -> Result:
    """Return the result of a transport's `send` for a urllib3 response that has not been read yet.

    Compressed data may expand to `max_ratio` times its size. `map_error` converts errors of reads.
    """
    if not hasattr(response, "read1"):  # pragma: no cover  # urllib3 before 2.2
        response._fp = _Read1Response(response._fp)
    try:
        sock = _get_socket(response)
    except AttributeError:  # the body is complete, or it does not come from a socket
        sock = None

    def release() -> None:
        if sock is not None and not response.isclosed():
            sock.settimeout(_DRAIN_TIMEOUT)
            with suppress(Exception):  # if the end of the body has already arrived, the connection can be reused
                _read_available(response)
        if not response.isclosed():
            response.close()
        response.release_conn()

    headers = list(response.headers.items())
    chunks = decode_chunks(_iter_chunks(response, sock, deadline, read_timeout), build_decoder(headers, max_ratio))
    body = ResponseBody(chunks, lambda: shutdown_socket(sock), release, map_error)
    return response.status, headers, body, body.close


def read_final_response(response: Any, deadline: Deadline, read_timeout: float | None) -> Any:
    """Return the final response if `response` is an interim one, else `response` (RFC 9110 §15.2).

    http.client skips only 100, takes any other for the response, and would keep the connection for the next request,
    which would get the final response of this one.
    """
    if response.status >= 200:
        return response
    original, connection = response._original_response, response._connection
    try:
        for _ in range(_MAX_INTERIM_RESPONSES):
            if original is None or original.status < 100 or original.status == http.client.SWITCHING_PROTOCOLS:
                break
            _get_socket(response).settimeout(deadline.cap(read_timeout))
            original.headers = None  # otherwise begin() does nothing
            original.begin()
            if original.status >= 200:
                return _replace_head(response, original)
        raise RemoteProtocolError(f"invalid HTTP response: no final response after status {response.status}")
    except BaseException:
        response.close()
        if connection is not None:
            connection.close()
        raise


def _replace_head(response: Any, original: http.client.HTTPResponse) -> Any:
    """Return a urllib3 response for a http.client response whose head has been read anew."""
    connection, pool = response._connection, response._pool
    if original.will_close and connection is not None and connection.sock is not None:
        # As http.client does when it gets a response; the file of the response keeps the socket open.
        connection.sock.close()
        connection.sock = None
    response._fp = response._connection = None  # its finalizer would close both
    return type(response)(
        body=original,
        headers=type(response.headers)(original.headers.items()),
        status=original.status,
        version=original.version,
        reason=original.reason,
        preload_content=False,
        decode_content=False,
        original_response=original,
        pool=pool,
        connection=connection,
        retries=response.retries,
        enforce_content_length=True,
        request_method=original._method,  # type: ignore[attr-defined]
    )


def _iter_chunks(response: Any, sock: Any, deadline: Deadline, read_timeout: float | None) -> Iterator[bytes]:
    while not response.isclosed():
        timeout = deadline.cap(read_timeout)
        if sock is not None:
            sock.settimeout(timeout)
        chunk = _read_available(response)
        if chunk:
            yield chunk
    if response.length_remaining:  # urllib3 1.26 does not raise for this
        raise ConnectionError(f"incomplete response: {response.length_remaining} bytes are missing")


def _read_available(response: Any) -> bytes:
    """Return bytes that have arrived; wait only if there are none. stream() and read() would fill a buffer."""
    if hasattr(response, "read1"):
        chunk: bytes = response.read1(_READ_SIZE, decode_content=False)
    else:
        chunk = response.read(1, decode_content=False)  # `_Read1Response` returns what there is, at least one byte
    return chunk


class _Read1Response:  # pragma: no cover  # urllib3 before 2.2
    """Wraps the http.client response under a urllib3 response that has no read1 (before 2.2): `read` does read1.

    It ignores the requested size, because these versions would continue reading until they have that many bytes.
    """

    def __init__(self, response: Any) -> None:
        self._response = response
        self._read = getattr(response, "read1", None) or response.read  # a mocking library's may have only `read`

    def read(self, _: int) -> bytes:
        chunk: bytes = self._read(_READ_SIZE)
        return chunk

    def __getattr__(self, name: str) -> Any:
        return getattr(self._response, name)


def map_exception(error: Exception, *library_errors: type[Exception]) -> Exception:
    """Return the builtin error to raise in place of `error`.

    That is `error` itself if it belongs neither to urllib3 nor to `library_errors`: the classes of a library that keeps
    causes in the same attributes as urllib3.
    """
    if isinstance(error, TimeoutError) or not isinstance(
        error, (HTTPError, http.client.HTTPException, socket.timeout, *library_errors)
    ):
        return error
    causes = list(_iter_causes(error))
    for cause in causes:
        # urllib3's frames refer to their own error, which would keep the socket open until garbage collection.
        traceback.clear_frames(cause.__traceback__)
    certificate_error = next(
        (cause for cause in causes if isinstance(cause, (ssl.SSLCertVerificationError, CertificateError))), None
    )
    if certificate_error is not None:
        return _to_certificate_error(certificate_error)
    if any(map(_is_timeout, causes)):
        return wrap_exception(TimeoutError, error)
    if all(isinstance(cause, ValueError) for cause in causes):
        return wrap_exception(ValueError, error)  # an invalid URL or header
    return wrap_exception(ConnectionError, error)


def _iter_causes(error: object) -> Iterable[Exception]:
    """Yield an error and those it was made from, which requests and urllib3 keep in `args` and `reason`.

    Not those in __context__: with a retry in an except clause, that would be the error of the previous attempt.
    """
    if isinstance(error, Exception):
        yield error
        for cause in (*error.args, getattr(error, "reason", None)):
            yield from _iter_causes(cause)


def _is_timeout(cause: Exception) -> bool:
    classes = (Urllib3TimeoutError, EmptyPoolError, socket.timeout, TimeoutError)
    return isinstance(cause, classes) and not isinstance(cause, NewConnectionError)  # a subclass, but not a timeout


def _to_certificate_error(cause: Exception) -> Exception:
    """Return an SSLCertVerificationError; urllib3 raises its own class where it compares the host names itself."""
    if isinstance(cause, ssl.SSLCertVerificationError):
        return cause
    certificate_error = ssl.SSLCertVerificationError(1, str(cause))
    certificate_error.__cause__ = cause
    return certificate_error
