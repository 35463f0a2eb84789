# SPDX-License-Identifier: MIT
"""A transport over aiohttp (3.9.1 and later), under asyncio.

What lives here: how a request becomes a call of ``aiohttp.ClientSession`` and what its errors mean. What must not:
anything of the core. ``_body`` has what the adapters share.

Limits of aiohttp: it sends headers as UTF-8, so values that are not ASCII are refused. Waiting for the pool and
connecting have one limit together, `pool`; `connect` bounds each attempt within it. Time without bytes counts for
`read` also while nobody asks for them. A GET, PUT or DELETE that gets no answer it may send once more by itself. What
is given up in the middle of a body closes once the server has taken what was written, or hangs up.
"""

from __future__ import annotations

import asyncio
import ssl
from base64 import b64encode
from urllib.request import getproxies, proxy_bypass
from weakref import WeakKeyDictionary

import aiohttp
from yarl import URL  # aiohttp stands on it

from ._body import AsyncBody, Deadline, wrap_exception

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncGenerator, AsyncIterator, Awaitable, Callable

_PIECE = 65536  # bytes of a body that are handed over at once
_CONNECTIONS = 1000  # open at once in each event loop
_SKIP_AUTO_HEADERS = (
    "Accept",
    "Content-Type",
    "User-Agent",
)  # of what aiohttp adds, only the codings it knows are wanted


class AiohttpTransport:
    """Send with `aiohttp`: with your own session, which stays yours to close, or with one of its own per event loop.

    Of your session everything counts: connector, headers, cookies and its `auth`, if it has one. A session of its own
    keeps no cookies and is closed by `close`, or with its loop. `proxy` is a URL for all requests, "" for none; None
    leaves it to your session, or takes http_proxy, https_proxy and no_proxy from the environment. A body that is an
    iterable is read in the event loop: its pieces should be at hand, as those of a local file are.

    Raises TimeoutError, ssl.SSLCertVerificationError or another OSError when the network fails, ValueError for a
    request that cannot be sent, such as one with a header that is not ASCII.
    """

    def __init__(self, session: aiohttp.ClientSession | None = None, *, proxy: str | None = None) -> None:
        self._yours = session
        self._sessions: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()  # ours, by event loop
        self._proxies: dict[str, str] | None = None  # not looked for yet
        if proxy is not None or session is not None:
            self._proxies = {"http": proxy, "https": proxy} if proxy else {}

    async def send(
        self, request: Any
    ) -> tuple[int, list[tuple[str, str]], AsyncIterator[bytes], Callable[[], Awaitable[None]]]:
        """Send one request; the caller reads the chunks to their end or awaits the returned close."""
        session, url, fields = await self._session(), _url(request.url), _fields(request)
        if session.auth is not None:
            fields = {name: fields[name] for name in fields if name.lower() != "authorization"}
        upload = _Upload(request)
        try:
            response = await session.request(
                request.method,
                url,
                headers=fields,
                data=upload.data(),
                skip_auto_headers=_SKIP_AUTO_HEADERS,
                allow_redirects=False,
                raise_for_status=False,
                timeout=_limits(request.timeout),
                **self._way(url, fields),
            )
        except asyncio.CancelledError:
            if not upload.timed_out():
                raise
            failure: Exception = TimeoutError("timed out while sending")
        except Exception as error:
            failure = upload.error or _translated(error)
        else:
            body = _body(response)
            return response.status, _headers(response), body, body.close
        finally:
            upload.restart_timer(None)
        raise failure  # not in the except clause: it may be the cause of what it would be raised from

    async def _session(self) -> aiohttp.ClientSession:
        if self._yours is not None:
            return self._yours
        loop = asyncio.get_running_loop()
        if loop not in self._sessions:
            opened = _open_session()
            self._sessions[loop] = opened, await opened.__anext__()
        session: aiohttp.ClientSession = self._sessions[loop][1]
        return session

    def _way(self, url: URL, fields: dict[str, str]) -> dict[str, Any]:
        """Return what aiohttp is to know of the proxy, whose credentials may become one of the fields.

        Not by trust_env, which has ~/.netrc replace our Authorization. And not in the proxy's URL, which errors show.
        """
        if self._proxies is None:
            self._proxies = getproxies()
        found = self._proxies.get(url.scheme)
        if not found or proxy_bypass(f"{url.raw_host}:{url.port}"):
            return {}
        proxy, login = _proxy(found)
        own = [fields.pop(name) for name in list(fields) if name.lower() == "proxy-authorization"]
        credentials = {"Proxy-Authorization": (own or [login])[0]} if own or login else {}
        if url.scheme == "https":
            return {"proxy": proxy, "proxy_headers": credentials}
        fields.update(credentials)
        return {"proxy": proxy}

    async def close(self) -> None:
        """Close this event loop's session, unless it is yours."""
        opened, _ = self._sessions.pop(asyncio.get_running_loop(), (None, None))
        if opened is not None:
            await opened.aclose()

    aclose = close

    async def __aenter__(self) -> AiohttpTransport:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()


async def _open_session() -> AsyncGenerator[aiohttp.ClientSession, None]:
    """Yield a session; close it when this generator is closed, which an event loop does at its end at the latest."""
    connector = aiohttp.TCPConnector(limit=_CONNECTIONS)
    session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
    try:
        yield session
    finally:
        await session.close()


class _Upload:
    """A body for aiohttp: each of its pieces is to be taken in time, and an error of its own is kept as it was.

    aiohttp asks for the pieces in a task of its own, while ours waits for the answer: that one is cancelled.
    """

    def __init__(self, request: Any) -> None:
        self._body, self._seconds = request.body, request.timeout.write
        self._task: Any = asyncio.current_task()
        self._timer: asyncio.TimerHandle | None = None
        self._late = False
        self.error: Exception | None = None

    def data(self) -> Any:
        """Return what aiohttp is to send."""
        body = self._body
        if body is None or isinstance(body, bytes) and len(body) <= _PIECE:
            return body
        return self if isinstance(body, bytes) or body.length else b""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        whole = isinstance(self._body, bytes)
        try:
            for block in [self._body] if whole else self._body:
                for start in range(0, len(block), _PIECE):
                    self.restart_timer(self._seconds)
                    yield block[start : start + _PIECE]
        except Exception as error:
            self.error = error
            raise
        self.restart_timer(None)

    def restart_timer(self, seconds: float | None) -> None:
        """Let the send wait for so long from now, or for as long as it takes."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if seconds is not None:
            self._timer = asyncio.get_running_loop().call_later(seconds, self._end)

    def _end(self) -> None:
        self._late = True
        self._task.cancel()

    def timed_out(self) -> bool:
        """Tell whether the task was cancelled by this and by nobody else, and take that back."""
        return self._late and not (hasattr(self._task, "uncancel") and self._task.uncancel())


def _body(response: aiohttp.ClientResponse) -> AsyncBody:
    bounded = "Content-Length" in response.headers or "Transfer-Encoding" in response.headers
    # Of a body that ends with its connection aiohttp doesn't tell how that one ended; of others it does.
    protocol = None if bounded or response.connection is None else response.connection.protocol

    async def receive() -> bytes | None:
        try:
            piece = await response.content.readany()
        except BaseException:  # cancelled, above all
            response.close()
            raise
        lost = None if piece or protocol is None else protocol.exception()
        if isinstance(lost, aiohttp.ClientOSError):
            raise lost
        return piece or None

    async def release() -> None:
        response.close()

    return AsyncBody(receive, release, _translated)


def _headers(response: aiohttp.ClientResponse) -> list[tuple[str, str]]:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.raw_headers]


def _limits(limits: Any) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(
        total=Deadline(limits.deadline).cap(None),
        connect=limits.pool,
        sock_connect=limits.connect,
        sock_read=limits.read,
        ceil_threshold=float("inf"),  # or those over 5 seconds would be rounded up
    )


def _url(text: str) -> URL:
    """Return a URL that is sent as it is."""
    if not text.isascii() or not text.isprintable() or " " in text:
        raise ValueError("the URL holds what can't be in one")
    url = URL(text, encoded=True)
    if url.scheme not in ("http", "https") or not url.raw_host or not url.port:
        raise ValueError("the URL is none of http or https with a host")
    return url


def _fields(request: Any) -> dict[str, str]:
    """Return the headers; ValueError for what aiohttp would send as something else."""
    fields = dict(request.headers)
    known = " ".join([name + ":" + value for name, value in fields.items()]).lower()
    if not (known.isascii() and known.isprintable()):
        bad = [
            name for name, value in fields.items() if not ((name + value).isascii() and (name + value).isprintable())
        ]
        raise ValueError(f"the header {bad[0]!r} holds a line break, another control character, or what is not ASCII")
    if "" in fields:
        raise ValueError("a header has no name")
    if "expect:" in known:  # aiohttp would wait for a 100 for as long as it takes
        fields = {name: fields[name] for name in fields if name.lower() != "expect"}
    length = len(request.body) if isinstance(request.body, bytes) else getattr(request.body, "length", None)
    if length is not None and "content-length:" not in known:
        fields["Content-Length"] = str(length)  # or it would be sent chunked
    return fields


def _proxy(text: str) -> tuple[URL, str]:
    """Return the URL of a proxy without its credentials, and those as the value of a header."""
    try:
        url = URL(text if "://" in text else "http://" + text)
        valid = url.scheme in ("http", "https") and url.host and url.port
    except ValueError:
        valid = False
    if not valid:
        raise ValueError("the proxy's URL isn't one of http or https")  # it may hold a password
    if url.user is None and url.password is None:
        return url, ""
    login = f"{url.user or ''}:{url.password or ''}".encode()
    return url.with_user(None), "Basic " + b64encode(login).decode("ascii")


def _translated(error: Exception) -> Exception:
    """Return what `error` is called on our side of the seam; itself when it is none of the library's."""
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return error.certificate_error
    if isinstance(error, aiohttp.ServerFingerprintMismatch):
        return wrap_exception(ssl.SSLCertVerificationError, error)
    if isinstance(error, aiohttp.ClientResponseError):  # itself it has the headers of the request, with the key
        shorter = ConnectionError(f"{error.status} {error.message}")
        shorter.__cause__ = error.__cause__
        return shorter
    if isinstance(error, aiohttp.InvalidURL):
        return ValueError("aiohttp refuses the URL, or that of the proxy")  # which may hold a password
    if isinstance(error, (TimeoutError, asyncio.TimeoutError)):  # two kinds before Python 3.11
        return error if type(error) is TimeoutError else wrap_exception(TimeoutError, error)
    if type(error).__module__.startswith("aiohttp"):
        return wrap_exception(ConnectionError, error)
    return error
