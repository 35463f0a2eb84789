# SPDX-License-Identifier: MIT
"""Transports over a client of httpx or httpx2 that the program passes as `http_client=`. Imports neither library.

Clients are recognized by their methods, and their errors by class names. What base.py requires beyond that (closing
from other threads, exact deadlines) is not provided here; the adapters in `openai_stdlib_transports` do.
"""

from __future__ import annotations

import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Iterator, Optional

    from .base import AsyncSendResult, SendResult

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
        headers = dict(request.headers)
        if body is not None and not isinstance(body, bytes):
            headers["Content-Length"] = str(request.body.length)  # httpx would send it chunked
        timeouts = {
            name: _cap(getattr(request.timeout, name), request) for name in ("connect", "read", "write", "pool")
        }
        # As a mapping in the extensions, to which httpx converts a Timeout: so its class is not needed.
        return self.client.build_request(
            request.method, request.url, headers=headers, content=body, extensions={"timeout": timeouts}
        )


def _cap(seconds: Optional[float], request: Any) -> Optional[float]:
    deadline = request.timeout.deadline
    return seconds if deadline is None else deadline if seconds is None else min(seconds, deadline)


class HttpxClient(_HttpxClientBase):
    """A transport over a sync client; see `Transport`."""

    def send(self, request: Any) -> SendResult:
        """Send a request; see `Transport.send`."""
        expires_at = _expires_at(request)
        try:
            response = self.client.send(self._build_request(request, request.body), stream=True, follow_redirects=False)
        except Exception as error:
            response = find_redirect(error)
            failure = map_exception(error)
        if response is None:
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
        expires_at = _expires_at(request)
        body = request.body if request.body is None or isinstance(request.body, bytes) else _iter_async(request.body)
        try:
            response = await self.client.send(self._build_request(request, body), stream=True, follow_redirects=False)
        except Exception as error:
            response = find_redirect(error)
            failure = map_exception(error)
        if response is None:
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
    return ConnectionError("invalid HTTP response: no final response after status {}".format(response.status_code))


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


def _iter_chunks(response: Any, expires_at: Optional[float]) -> Iterator[bytes]:
    try:
        for chunk in response.iter_bytes():
            yield chunk
            _check_deadline(expires_at)
        return
    except Exception as error:
        failure = map_exception(error)
    raise failure


async def _aiter_chunks(response: Any, expires_at: Optional[float]) -> AsyncIterator[bytes]:
    try:
        async for chunk in response.aiter_bytes():
            yield chunk
            _check_deadline(expires_at)
        return
    except Exception as error:
        failure = map_exception(error)
    raise failure


async def _iter_async(body: Any) -> AsyncIterator[bytes]:
    for chunk in body:
        yield chunk
