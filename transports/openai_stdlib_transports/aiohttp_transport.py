# SPDX-License-Identifier: MIT
"""A transport over aiohttp (3.9.1 and later), under asyncio.

Limits of aiohttp: it sends headers as UTF-8, so non-ASCII values are refused. The `pool` timeout covers both the wait
for the pool and connecting; `connect` limits each attempt within it. The `read` timeout also runs while nobody reads,
and starts anew with each byte, so a head that arrives byte by byte, and any number of interim responses, are limited by
`deadline` alone. A name server that does not respond does not exceed the deadline, but asyncio.run() waits for it at
its end.
aiohttp may send a GET, PUT or DELETE once more by itself if it gets no response. A connection that is closed in the
middle of an upload stays open until the server has read what was written, or disconnects.
"""

from __future__ import annotations

import asyncio
import ssl
from base64 import b64encode
from urllib.request import getproxies, proxy_bypass
from weakref import WeakKeyDictionary

import aiohttp
from yarl import URL  # a dependency of aiohttp

from ._body import AsyncResponseBody, wrap_exception
from ._deadline import Deadline
from ._decoders import MAX_DECOMPRESSION_RATIO, RemoteProtocolError, accept_encoding, build_decoder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncGenerator, AsyncIterator, Awaitable, Callable

    from ._decoders import ContentDecoder

_CHUNK_SIZE = 65536  # bytes of a request body sent at once
_MAX_FIELD_SIZE = 65536  # bytes of a status line or header field; aiohttp's default is 8,190
_MAX_CONNECTIONS = 1000  # open at once in each event loop
# Headers that aiohttp must not add.
_SKIP_AUTO_HEADERS = ("Accept", "Content-Type", "User-Agent")


class AiohttpTransport:
    """Transport over `aiohttp.ClientSession`.

    A `session` that you pass in is used with all its settings (connector, headers, cookies and `auth`) and is not
    closed. Without one, the transport creates one for each event loop, which keeps no cookies and is closed by `close`,
    or with its loop. `proxy` is a URL for all requests, "" for no proxy; None leaves it to your session, or reads
    http_proxy, https_proxy and no_proxy from the environment. A compressed response of more than 16 MiB may expand to
    `max_decompression_ratio` times its size (None: no limit). A request body that is an iterable is read in the event
    loop, so its chunks should be available without waiting, as those of a local file are.

    Raises TimeoutError, ssl.SSLCertVerificationError or another OSError when the network fails, ValueError for a
    request that cannot be sent, such as one with a non-ASCII header.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession | None = None,
        *,
        proxy: str | None = None,
        max_decompression_ratio: float | None = MAX_DECOMPRESSION_RATIO,
    ) -> None:
        self._user_session, self._max_ratio = session, max_decompression_ratio
        self._sessions: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()  # created here, by event loop
        self._proxies: dict[str, str] | None = None  # by scheme; None until first needed
        if proxy is not None or session is not None:
            self._proxies = {"http": proxy, "https": proxy} if proxy else {}

    async def send(
        self, request: Any
    ) -> tuple[int, list[tuple[str, str]], AsyncIterator[bytes], Callable[[], Awaitable[None]]]:
        """Send one request; return `(status, headers, chunks, close)`. The caller must await `close`."""
        session, url, headers = await self._session(), _parse_url(request.url), _build_headers(request)
        is_cross_origin = getattr(request, "is_cross_origin", False)
        if is_cross_origin:  # headers, cookies and `auth` of the session may be credentials
            session = _open_plain_session(session)
        if not any(name.lower() == "accept-encoding" for name in headers):
            headers["Accept-Encoding"] = accept_encoding(session.headers.get("Accept-Encoding", "gzip, deflate"))
        if session.auth is not None:
            headers = {name: headers[name] for name in headers if name.lower() != "authorization"}
        request_body = _RequestBody(request)
        try:
            response = await session.request(
                request.method,
                url,
                headers=headers,
                data=request_body.get_data(),
                skip_auto_headers=_SKIP_AUTO_HEADERS,
                allow_redirects=False,
                raise_for_status=False,
                auto_decompress=False,  # see _decoders.py
                max_line_size=_MAX_FIELD_SIZE,
                max_field_size=_MAX_FIELD_SIZE,
                timeout=_client_timeout(request.timeout),
                **self._proxy_options(url, headers),
            )
        except asyncio.CancelledError:
            if not request_body.timed_out():
                raise
            failure: Exception = TimeoutError("timed out while sending")
        except Exception as error:
            failure = request_body.error or map_exception(error)
        else:
            return _make_result(response, self._max_ratio)
        finally:
            request_body.restart_timer(None)
            if is_cross_origin:
                session.detach()  # the response keeps its connection
        raise failure  # outside the except clause, because it may be the cause of `error`

    async def _session(self) -> aiohttp.ClientSession:
        if self._user_session is not None:
            return self._user_session
        loop = asyncio.get_running_loop()
        if loop not in self._sessions:
            generator = _open_session()
            self._sessions[loop] = generator, await generator.__anext__()
        session: aiohttp.ClientSession = self._sessions[loop][1]
        return session

    def _proxy_options(self, url: URL, headers: dict[str, str]) -> dict[str, Any]:
        """Return aiohttp's arguments for the proxy; without TLS, add the proxy's credentials to `headers`.

        trust_env is not used, since it replaces Authorization with ~/.netrc. The credentials are removed from the
        proxy's URL, which aiohttp's errors show.
        """
        if self._proxies is None:
            self._proxies = getproxies()
        proxy_url = self._proxies.get(url.scheme)
        if not proxy_url or proxy_bypass(f"{url.raw_host}:{url.port}"):
            return {}
        proxy, authorization = _parse_proxy_url(proxy_url)
        explicit = [headers.pop(name) for name in list(headers) if name.lower() == "proxy-authorization"]
        proxy_headers = {"Proxy-Authorization": (explicit or [authorization])[0]} if explicit or authorization else {}
        if url.scheme == "https":
            return {"proxy": proxy, "proxy_headers": proxy_headers}
        headers.update(proxy_headers)
        return {"proxy": proxy}

    async def close(self) -> None:
        """Close the session of this event loop, unless it was passed in."""
        generator, _ = self._sessions.pop(asyncio.get_running_loop(), (None, None))
        if generator is not None:
            await generator.aclose()

    aclose = close

    async def __aenter__(self) -> AiohttpTransport:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()


def _open_plain_session(session: aiohttp.ClientSession) -> aiohttp.ClientSession:
    """Return a session with the connections of another one, and nothing else of it. Its user detaches it."""
    return aiohttp.ClientSession(
        connector=session.connector, connector_owner=False, cookie_jar=aiohttp.DummyCookieJar()
    )


async def _open_session() -> AsyncGenerator[aiohttp.ClientSession, None]:
    """Yield a session and close it with this generator, which its event loop closes at the latest when it ends."""
    connector = aiohttp.TCPConnector(limit=_MAX_CONNECTIONS)
    session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
    try:
        yield session
    finally:
        await session.close()


class _RequestBody:
    """The body of a request for aiohttp, with the `write` timeout for each chunk.

    `error` keeps what iterating the body raised. aiohttp iterates in its own task while the sending one waits for the
    response, so a timeout cancels the latter.
    """

    def __init__(self, request: Any) -> None:
        self._body, self._write_timeout = request.body, request.timeout.write
        self._task: Any = asyncio.current_task()
        self._timer: asyncio.TimerHandle | None = None
        self._expired = False
        self.error: Exception | None = None

    def get_data(self) -> Any:
        """Return the value to pass to aiohttp as `data`."""
        body = self._body
        if body is None or isinstance(body, bytes) and len(body) <= _CHUNK_SIZE:
            return body
        return self if isinstance(body, bytes) or body.length else b""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            for chunk in [self._body] if isinstance(self._body, bytes) else self._body:
                for start in range(0, len(chunk), _CHUNK_SIZE):
                    self.restart_timer(self._write_timeout)
                    yield chunk[start : start + _CHUNK_SIZE]
        except Exception as error:
            self.error = error
            raise
        self.restart_timer(None)

    def restart_timer(self, seconds: float | None) -> None:
        """Cancel the sending task in `seconds`, or never if None."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if seconds is not None:
            self._timer = asyncio.get_running_loop().call_later(seconds, self._expire)

    def _expire(self) -> None:
        self._expired = True
        self._task.cancel()

    def timed_out(self) -> bool:
        """Return whether only the timer cancelled the task, and undo that cancellation."""
        return self._expired and not (hasattr(self._task, "uncancel") and self._task.uncancel())


def _make_result(
    response: aiohttp.ClientResponse, max_ratio: float | None
) -> tuple[int, list[tuple[str, str]], AsyncResponseBody, Callable[[], Awaitable[None]]]:
    if response.status < 200:  # aiohttp skips all but 101
        response.close()
        protocol = getattr(response, "_protocol", None)
        if protocol is not None:
            protocol.close()  # the connection is in the pool already, as after any response without a body
        raise RemoteProtocolError(f"invalid HTTP response: no final response after status {response.status}")
    headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.raw_headers]
    body = _make_body(response, build_decoder(headers, max_ratio))
    return response.status, headers, body, body.close


def _make_body(response: aiohttp.ClientResponse, decoder: ContentDecoder | None) -> AsyncResponseBody:
    has_framing = "Content-Length" in response.headers or "Transfer-Encoding" in response.headers
    # aiohttp does not report how a connection ended if the body ends with it; for other bodies it does.
    protocol = None if has_framing or response.connection is None else response.connection.protocol

    async def receive() -> bytes | None:
        try:
            chunk = await response.content.readany()
        except BaseException:  # in particular CancelledError
            response.close()
            raise
        connection_error = None if chunk or protocol is None else protocol.exception()
        if isinstance(connection_error, aiohttp.ClientOSError):
            raise connection_error
        return chunk or None

    async def release() -> None:
        response.close()

    return AsyncResponseBody(receive, release, map_exception, decoder)


def _client_timeout(timeout: Any) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(
        total=Deadline(timeout.deadline).cap(None),
        connect=timeout.pool,
        sock_connect=timeout.connect,
        sock_read=timeout.read,
        ceil_threshold=float("inf"),  # do not round timeouts over 5 seconds up
    )


def _parse_url(text: str) -> URL:
    """Return a URL that aiohttp sends unchanged. Raises ValueError."""
    if not text.isascii() or not text.isprintable() or " " in text:
        raise ValueError("url: it contains a space, a control character or a non-ASCII character")
    url = URL(text, encoded=True)
    if url.scheme not in ("http", "https") or not url.raw_host or not url.port:
        raise ValueError("url: expected an http:// or https:// URL with a host")
    return url


def _build_headers(request: Any) -> dict[str, str]:
    """Return the headers to send. Raises ValueError for headers that aiohttp would send differently."""
    headers = dict(request.headers)
    text = " ".join([name + ":" + value.replace("\t", " ") for name, value in headers.items()]).lower()
    if not (text.isascii() and text.isprintable()):
        texts = [(name, name + value.replace("\t", " ")) for name, value in headers.items()]
        invalid = [name for name, field in texts if not (field.isascii() and field.isprintable())]
        raise ValueError(f"headers: {invalid[0]!r} contains a line break, a control character or a non-ASCII character")
    if "" in headers:
        raise ValueError("headers: '' is not a header name")
    if "expect:" in text:  # aiohttp would wait for a 100 without a timeout
        headers = {name: headers[name] for name in headers if name.lower() != "expect"}
    length = len(request.body) if isinstance(request.body, bytes) else getattr(request.body, "length", None)
    if length is not None and "content-length:" not in text:
        headers["Content-Length"] = str(length)  # aiohttp would send it chunked
    return headers


def _parse_proxy_url(text: str) -> tuple[URL, str]:
    """Return the URL of a proxy without credentials, and its Proxy-Authorization value or "". Raises ValueError."""
    url = None
    try:
        url = URL(text if "://" in text else "http://" + text)
        is_valid = url.scheme in ("http", "https") and url.host and url.port
    except ValueError:
        is_valid = False
    if url is None or not is_valid:
        # The URL may contain a password, so the message does not show it.
        raise ValueError("proxy: expected an http:// or https:// URL with a host")
    if url.user is None and url.password is None:
        return url, ""
    credentials = f"{url.user or ''}:{url.password or ''}".encode()
    return url.with_user(None), "Basic " + b64encode(credentials).decode("ascii")


def map_exception(error: Exception) -> Exception:
    """Return the builtin error to raise in place of `error`; `error` itself if it is not one of the library's."""
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return error.certificate_error
    if isinstance(error, aiohttp.ServerFingerprintMismatch):
        return wrap_exception(ssl.SSLCertVerificationError, error)
    if isinstance(error, aiohttp.ClientResponseError):  # not wrapped: it has the request's headers, with the API key
        mapped = ConnectionError(f"{error.status} {error.message}")
        mapped.__cause__ = error.__cause__
        return mapped
    if isinstance(error, aiohttp.InvalidURL):
        return ValueError("url: aiohttp refuses the URL or that of the proxy")  # not shown: it may contain a password
    if isinstance(error, (TimeoutError, asyncio.TimeoutError)):  # two classes before Python 3.11
        return error if type(error) is TimeoutError else wrap_exception(TimeoutError, error)
    if type(error).__module__.startswith("aiohttp"):
        return wrap_exception(ConnectionError, error)
    return error
