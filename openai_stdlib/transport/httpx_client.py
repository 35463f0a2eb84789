# SPDX-License-Identifier: MIT
"""Transports over a client of httpx or httpx2 that the program passes as `http_client=`. Imports neither library.

Clients are recognized by their methods, and their errors by class names. What base.py requires beyond that (closing
from other threads, exact deadlines) is not provided here; the adapters in `openai_stdlib_transports` do.
"""

from __future__ import annotations

import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Dict, Iterator, Optional

    from .base import AsyncSendResult, SendResult
    from .decoders import ContentDecoder

DEFAULT_TIMEOUT = 5.0  # seconds: httpx's own default for each of its timeouts


def transport_for_client(client: Any, is_async: bool) -> Any:
    """Return a transport over an httpx client.

    Returns `client` itself if it already is a transport, and None for anything else, including an httpx client that is
    sync where `is_async` is set, or async where it is not.
    """
    if callable(getattr(client, "build_request", None)) and callable(getattr(client, "send", None)):
        if callable(getattr(client, "aclose", None)) == is_async:
            return AsyncHttpxClient(client) if is_async else HttpxClient(client)
        return None
    return client if callable(getattr(client, "send", None)) else None


class _HttpxClientBase:
    """Base of both transports. The client is not closed: it belongs to the caller."""

    def __init__(self, client: Any) -> None:
        self.client = client

    @property
    def timeout(self) -> Any:
        """The client's timeouts, or None if they equal httpx's defaults, since then nobody set them."""
        timeout = getattr(self.client, "timeout", None)
        values = {getattr(timeout, name, DEFAULT_TIMEOUT) for name in ("connect", "read", "write", "pool")}
        return None if values == {DEFAULT_TIMEOUT} else timeout

    def _build_request(self, request: Any, body: Any) -> Any:
        # Text would be encoded as ASCII.
        headers = {name.encode("ascii"): value.encode("latin-1") for name, value in request.headers.items()}
        if body is not None and not isinstance(body, bytes):
            headers[b"Content-Length"] = b"%d" % request.body.length  # httpx would send it chunked
        timeouts = {
            name: _cap(getattr(request.timeout, name), request) for name in ("connect", "read", "write", "pool")
        }
        # As a mapping in the extensions, to which httpx converts a Timeout: so its class is not needed.
        options = {"headers": headers, "content": body, "extensions": {"timeout": timeouts}}
        built = self.client.build_request(request.method, request.url, **options)
        if getattr(request, "is_cross_origin", False):
            # Of the same class, without the headers, cookies and parameters of the client, which may be credentials.
            built = type(built)(request.method, request.url, **options)
        return built

    def _send_options(self, request: Any) -> Dict[str, Any]:
        options: Dict[str, Any] = {"stream": True, "follow_redirects": False}
        if getattr(request, "is_cross_origin", False):
            options["auth"] = _add_nothing  # instead of the `auth` of the client
        return options


def _add_nothing(request: Any) -> Any:
    """Return the request, as an `auth` function of httpx."""
    return request


def _cap(seconds: Optional[float], request: Any) -> Optional[float]:
    deadline = request.timeout.deadline
    return seconds if deadline is None else deadline if seconds is None else min(seconds, deadline)


class HttpxClient(_HttpxClientBase):
    """A transport over a sync client; see `Transport`."""

    def send(self, request: Any) -> SendResult:
        """Send a request; see `Transport.send`."""
        expires_at, failure = _expires_at(request), None
        try:
            response = self.client.send(self._build_request(request, request.body), **self._send_options(request))
        except Exception as error:
            response = find_redirect(error)
            failure = map_exception(error)
        if failure is not None and response is None:
            raise failure  # outside the except clause, because it may be the cause of `error`
        if response.status_code < 200:
            response.close()
            raise interim_error(response)
        return response.status_code, _header_pairs(response), _iter_chunks(response, expires_at), response.close

    def close(self) -> None:
        """Do nothing: the client belongs to the caller."""


class AsyncHttpxClient(_HttpxClientBase):
    """A transport over an async client; see `AsyncTransport`."""

    async def send(self, request: Any) -> AsyncSendResult:
        """Send a request; see `AsyncTransport.send`."""
        expires_at, failure = _expires_at(request), None
        body = request.body if request.body is None or isinstance(request.body, bytes) else _iter_async(request.body)
        try:
            response = await self.client.send(self._build_request(request, body), **self._send_options(request))
        except Exception as error:
            response = find_redirect(error)
            failure = map_exception(error)
        if failure is not None and response is None:
            raise failure  # outside the except clause, because it may be the cause of `error`
        if response.status_code < 200:
            await response.aclose()
            raise interim_error(response)
        return response.status_code, _header_pairs(response), _aiter_chunks(response, expires_at), response.aclose

    async def aclose(self) -> None:
        """Do nothing: the client belongs to the caller."""


def find_redirect(error: Exception) -> Any:
    """Return the response of a redirect with a Location that httpx refuses, or None if `error` has another reason.

    httpx parses the Location although it must not follow it, and closes the response. Its error has no attribute for
    the response. call/redirect.py refuses the redirect by its own rules, with one error for all transports.
    """
    entry = error.__traceback__
    while entry is not None:
        if entry.tb_frame.f_code.co_name == "_build_redirect_request":
            return entry.tb_frame.f_locals.get("response")
        entry = entry.tb_next
    return None


def interim_error(response: Any) -> ConnectionError:
    """Return the error for a response that httpx took for the final one: it skips all but 101."""
    from .http1 import protocol_error

    return protocol_error("no final response after status {}".format(response.status_code))


def map_exception(error: Exception) -> Exception:
    """Return the builtin error to raise in place of `error`; `error` itself if it is not one of httpx."""
    names = {cls.__name__ for cls in type(error).__mro__}
    message = str(error) or type(error).__name__
    if not names.isdisjoint(("InvalidURL", "UnsupportedProtocol", "LocalProtocolError")):
        return ValueError(message)
    if "RequestError" not in names:
        return error
    cls = TimeoutError if "TimeoutException" in names else ConnectionError
    mapped = cls(message)
    mapped.__cause__ = error
    return mapped


def _expires_at(request: Any) -> Optional[float]:
    deadline = request.timeout.deadline
    return None if deadline is None else time.monotonic() + deadline


def _check_deadline(expires_at: Optional[float]) -> None:
    if expires_at is not None and time.monotonic() > expires_at:
        raise TimeoutError("the call's deadline was exceeded")


def _header_pairs(response: Any) -> Any:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw]


def _build_decoder(response: Any) -> Optional[ContentDecoder]:
    """Return a decoder for the raw body, or None if httpx's own is to be used.

    httpx takes truncated data for complete, and leaves what it cannot decode as it is. It decodes what it asked for.
    """
    content_encoding = response.headers.get("content-encoding")
    if not content_encoding or response.is_stream_consumed:  # by a hook of the client
        return None
    from .decoders import DECODABLE, ContentDecoder, parse_content_encoding

    codings = parse_content_encoding(content_encoding)
    requested = response.request.headers.get("accept-encoding", "")
    if all(coding in requested and coding not in DECODABLE for coding in codings):
        return None
    is_framed = "content-length" in response.headers or "transfer-encoding" in response.headers
    return ContentDecoder(codings, is_framed)


def _iter_chunks(response: Any, expires_at: Optional[float]) -> Iterator[bytes]:
    decoder = _build_decoder(response)
    try:
        for chunk in response.iter_bytes() if decoder is None else response.iter_raw():
            for decoded in (chunk,) if decoder is None else decoder.decode(chunk):
                yield decoded
            _check_deadline(expires_at)
        if decoder is not None:
            decoder.finish()
        return
    except Exception as error:
        failure = map_exception(error)
    raise failure


async def _aiter_chunks(response: Any, expires_at: Optional[float]) -> AsyncIterator[bytes]:
    decoder = _build_decoder(response)
    try:
        async for chunk in response.aiter_bytes() if decoder is None else response.aiter_raw():
            for decoded in (chunk,) if decoder is None else decoder.decode(chunk):
                yield decoded
            _check_deadline(expires_at)
        if decoder is not None:
            decoder.finish()
        return
    except Exception as error:
        failure = map_exception(error)
    raise failure


async def _iter_async(body: Any) -> AsyncIterator[bytes]:
    for chunk in body:
        yield chunk
