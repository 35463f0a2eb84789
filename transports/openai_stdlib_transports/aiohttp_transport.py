# SPDX-License-Identifier: MIT
"""A transport over aiohttp (3.9.1 and later), under asyncio.

What lives here: how a request becomes a call of ``aiohttp.ClientSession`` and what its errors mean. What must not:
anything of the core. ``_body`` has the deadline and the words that the adapters share.

Limits of aiohttp: it sends headers as UTF-8, so values that are not ASCII are refused; and nothing tells when a body of
one piece has gone, so `write` counts only for larger ones. In a session of your own, one limit, the sum of `connect`
and `pool`, is for both; a connection that is given up while it sends stays until the server has taken what was
written; and before 3.12, a GET, PUT or DELETE that got no answer is sent once more, as aiohttp does on its own.
"""

from __future__ import annotations

import asyncio
import ssl
import weakref
from base64 import b64encode
from functools import partial
from urllib.request import getproxies, proxy_bypass

import aiohttp
from aiohttp.client import DEFAULT_TIMEOUT
from yarl import URL  # aiohttp stands on it

from ._body import CLOSED, Deadline, renamed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any, AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterator

_CONNECTIONS = 100  # open at once, in each event loop
_PIECE = 65536  # bytes of a body that are handed over at once
_RESENT = (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError)  # after them aiohttp sends a GET or PUT again
_WAITING = "waiting for an answer"
_NO_LIMITS = aiohttp.ClientTimeout()
_NOT_ADDED = ("Accept", "Content-Type", "User-Agent")  # of what aiohttp adds, only the codings it knows are wanted


class AiohttpTransport:
    """Send with `aiohttp`: with your own session, which stays yours to close, or with its own in each event loop.

    Of your session everything counts: connector, proxies, headers, cookies, its `auth`, if it has one, and its timeout
    where the request sets none; but no ~/.netrc. A session of its own keeps no cookies, takes http_proxy, https_proxy
    and no_proxy from the environment, and closes with this or with its event loop. A body that is an iterable is read
    in the event loop: its pieces should be at hand, as those of a local file are.

    Raises TimeoutError, ssl.SSLCertVerificationError or another OSError when the network fails, ValueError for a
    request that cannot be sent, such as one with a header that is not ASCII.
    """

    def __init__(self, session: aiohttp.ClientSession | None = None) -> None:
        self._session = session
        self._homes: dict[asyncio.AbstractEventLoop, _Home] = {}
        self._connector = _connector
        self._proxies: dict[str, str] | None = None

    async def send(
        self, request: Any
    ) -> tuple[int, list[tuple[str, str]], AsyncIterator[bytes], Callable[[], Awaitable[None]]]:
        """Send one request; the caller reads the chunks to their end or awaits the returned close."""
        url, fields = _url(request.url), _fields(request)
        home = await self._home() if self._session is None else _Yours(self._session)
        sending = _Sending(request, home.session.timeout)
        home.users += 1
        try:
            more = self._more(sending, url, fields)
            response = await sending.response(home.session, url, fields, more)
        except Exception as error:
            failure = sending.body_error or _translated(error)
        except BaseException:
            await home.leave()
            raise
        else:
            body = _Body(response, sending, home)
            return response.status, _headers(response), body, body.close
        await home.leave()
        raise failure  # not in the except clause: it may be the cause of what it would be raised from

    async def _home(self) -> _Home:
        loop = asyncio.get_running_loop()
        if loop not in self._homes:
            for closed in [each for each in self._homes if each.is_closed()]:
                await self._homes.pop(closed).session.close()  # nothing is left to wait for
        if loop not in self._homes:
            self._homes[loop] = await _Home.made(self._connector())
        return self._homes[loop]

    def _more(self, sending: _Sending, url: URL, fields: dict[str, str]) -> dict[str, Any]:
        """Return what else aiohttp is to know; what it is to learn by other ways is taken out of the fields."""
        if self._session is not None:
            return _as_yours(self._session, fields)
        return {"trace_request_ctx": sending, **self._through_proxy(url, fields)}

    def _through_proxy(self, url: URL, fields: dict[str, str]) -> dict[str, Any]:
        """Return what aiohttp is to know of the proxy; its credentials may become one of the fields.

        Not by trust_env, which has ~/.netrc replace our Authorization. And not in the proxy's URL, which errors show.
        """
        if self._proxies is None:
            self._proxies = getproxies()
        found = self._proxies.get(url.scheme)
        if not found or proxy_bypass(_authority(url)):
            return {}
        proxy, credentials = _proxy(found)
        given = [fields.pop(name) for name in list(fields) if name.lower() == "proxy-authorization"]
        credentials = given[-1] if given else credentials
        if not credentials:
            return {"proxy": proxy}
        if url.scheme == "https":
            return {"proxy": proxy, "proxy_headers": {"Proxy-Authorization": credentials}}
        fields["Proxy-Authorization"] = credentials
        return {"proxy": proxy}

    async def close(self) -> None:
        """Close this event loop's session, once no answer is read over it, unless it is yours."""
        home = self._homes.pop(asyncio.get_running_loop(), None)
        if home is not None:
            await home.retire()

    aclose = close

    async def __aenter__(self) -> AiohttpTransport:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()


# Sessions


class _Yours:
    """Your session, which is not ours to close."""

    users = 0

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self.session = session

    async def leave(self) -> None:
        """Do nothing."""


def _as_yours(session: aiohttp.ClientSession, fields: dict[str, str]) -> dict[str, Any]:
    """Return what has aiohttp send once, and with our Authorization, whatever ~/.netrc has, unless you have an auth."""
    value = ""
    if session.auth is not None or session.trust_env:  # aiohttp refuses to have two
        for name in [name for name in fields if name.lower() == "authorization"]:
            value = fields.pop(name)
    if session.auth is not None:
        value = ""
    if hasattr(session, "_middlewares"):  # since 3.12
        return {"middlewares": (_middleware(value), *session._middlewares)}
    return {"auth": _AsItIs("", value)} if value else {}


def _middleware(authorization: str) -> Any:
    async def once(request: Any, handler: Any) -> Any:
        if authorization:
            request.headers["Authorization"] = authorization
        try:
            return await handler(request)
        except aiohttp.ClientConnectorError:
            raise
        except _RESENT as error:
            raise aiohttp.ClientConnectionError(str(error)) from error

    return once


class _AsItIs(aiohttp.BasicAuth):
    """An auth whose password is the whole header."""

    def encode(self) -> str:
        return str(self.password)


class _Home:
    """A session of ours in its event loop, with the number of exchanges that use it."""

    def __init__(self, session: aiohttp.ClientSession, connections: Any) -> None:
        self.session = session
        self.users = 0
        self._retired = False
        self._ending = _closed_in_the_end(session, connections)

    @classmethod
    async def made(cls, connector: aiohttp.BaseConnector) -> _Home:
        """Open a session in the running event loop."""
        connections: Any = weakref.WeakSet()
        response_class: Any = partial(_Response, connections=connections)
        session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            response_class=response_class,
            timeout=_NO_LIMITS,
            trace_configs=[_watched()],
        )
        home = cls(session, connections)
        await home._ending.__anext__()
        return home

    async def leave(self) -> None:
        """End one use."""
        self.users -= 1
        if self._retired and not self.users:
            await self._ending.aclose()

    async def retire(self) -> None:
        """Close the session as soon as nobody uses it."""
        self._retired = True
        if not self.users:
            await self._ending.aclose()


async def _closed_in_the_end(session: aiohttp.ClientSession, connections: Any) -> AsyncGenerator[None, None]:
    """Be a generator that closes a session when it is closed, which an event loop does at its end at the latest."""
    try:
        yield
    finally:
        for connection in connections:
            connection.abort()  # older versions don't wait for the farewells of TLS
        await session.close()
        await asyncio.sleep(0)  # until the sockets are closed


def _connector() -> aiohttp.BaseConnector:
    return aiohttp.TCPConnector(limit=_CONNECTIONS)


class _Response(aiohttp.ClientResponse):
    """A response that is asked for only once, and leaves no connection half closed."""

    def __init__(self, *args: Any, connections: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._connections = connections

    async def start(self, connection: Any) -> aiohttp.ClientResponse:
        transport = connection.transport
        if transport is None:
            raise aiohttp.ClientConnectionError("the connection was lost")
        self._connections.add(transport)
        connection.protocol._should_close = False  # older versions keep no connection to a proxy
        try:
            return await super().start(connection)
        except _RESENT as error:
            raise aiohttp.ClientConnectionError(str(error)) from error
        except BaseException:
            transport.abort()  # to be closed only, it would first send what is left of a body
            raise


def _watched() -> aiohttp.TraceConfig:
    """Return hooks that tell a `_Sending` what aiohttp waits for."""

    def hook(doing: str, limit: str) -> Any:
        async def limited(session: object, context: Any, _: object) -> None:
            sending = context.trace_request_ctx
            sending.limit(doing, getattr(sending.limits, limit, None))

        return limited

    config = aiohttp.TraceConfig()
    config.on_connection_queued_start.append(hook("waiting for one of the pool's connections", "pool"))
    config.on_connection_queued_end.append(hook(_WAITING, ""))
    config.on_connection_create_start.append(hook("connecting", "connect"))
    config.on_connection_create_end.append(hook(_WAITING, ""))
    return config


# Time


class _Watch:
    """Ends what its block waits for at a moment that can be moved: by cancelling, which comes out as TimeoutError."""

    _doing = ""
    _task: Any

    def __enter__(self) -> _Watch:
        self._task = asyncio.current_task()
        self._before = self._task.cancelling() if hasattr(self._task, "cancelling") else 0
        self._timer: asyncio.TimerHandle | None = None
        self._late = self._left = False
        return self

    def move(self, doing: str, seconds: float | None) -> None:
        """Have it end in so many seconds, or not at all for None."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._doing = doing
        if seconds is not None and not self._late and not self._left:
            self._timer = asyncio.get_running_loop().call_later(seconds, self._end)

    def _end(self) -> None:
        self._late = True
        self._task.cancel()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.move(self._doing, None)
        self._left = True
        if not self._late:
            return
        others = self._task.uncancel() > self._before if hasattr(self._task, "uncancel") else False
        if isinstance(error, asyncio.CancelledError) and not others:
            raise TimeoutError("timed out while " + self._doing) from error


class _Sending:
    """A request on its way: its body, and how long each wait may take."""

    def __init__(self, request: Any, yours: aiohttp.ClientTimeout) -> None:
        self._request = request
        self.limits = _Limits(request.timeout, _NO_LIMITS if yours is DEFAULT_TIMEOUT else yours)
        self.deadline = Deadline(self.limits.deadline)
        self.body_error: Exception | None = None
        self._watch = _Watch()

    async def response(
        self, session: aiohttp.ClientSession, url: URL, fields: dict[str, str], more: dict[str, Any]
    ) -> aiohttp.ClientResponse:
        """Send, and return the response when its head is there."""
        with self._watch:
            self._watch.move(_WAITING, self.deadline.cap(None))
            response = await session.request(
                self._request.method,
                url,
                headers=fields,
                data=self._data(),
                skip_auto_headers=_NOT_ADDED,
                allow_redirects=False,
                raise_for_status=False,
                auto_decompress=True,
                timeout=self.limits.for_aiohttp(),
                **more,
            )
        _stop_read_timer(response)
        return response

    def limit(self, doing: str, seconds: float | None) -> None:
        """Allow so many seconds from now on, and none beyond the deadline."""
        try:
            seconds = self.deadline.cap(seconds)
        except TimeoutError:
            seconds = 0.0
        self._watch.move(doing, seconds)

    def _data(self) -> Any:
        body = self._request.body
        if isinstance(body, bytes):
            return body if len(body) <= _PIECE else _Upload(self, [body])
        if body is None:
            return None
        return _Upload(self, body) if body.length else b""

    def pieces(self, body: Any) -> Iterator[bytes]:
        """Yield a body in pieces, each to be taken in time; an error of the body itself is kept as it is."""
        self.body_error = None
        try:
            for whole in body:
                for start in range(0, len(whole), _PIECE):
                    self.limit("sending", self.limits.write)
                    yield whole[start : start + _PIECE]
        except Exception as error:
            self.body_error = error
            raise
        # Only now does aiohttp write the last piece, and then begin to wait for the answer.
        self.limit(_WAITING, _sum(self.limits.write, self.limits.read))


class _Upload:
    """A body for aiohttp, which may iterate over it anew."""

    def __init__(self, sending: _Sending, body: Any) -> None:
        self._sending, self._body = sending, body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self._sending.pieces(self._body):
            yield piece


class _Limits:
    """The limits of a request in seconds, or those of your session where it has none."""

    def __init__(self, limits: Any, yours: aiohttp.ClientTimeout) -> None:
        self.connect = _either(limits.connect, yours.sock_connect)
        self.read = _either(limits.read, yours.sock_read)
        self.write: float | None = limits.write
        self.pool: float | None = limits.pool
        self.deadline = _either(limits.deadline, yours.total)
        self._both = _either(_sum(limits.connect, limits.pool), yours.connect)

    def for_aiohttp(self) -> aiohttp.ClientTimeout:
        """Return them as aiohttp has them; the deadline is not among them."""
        return aiohttp.ClientTimeout(
            total=None,
            connect=self._both,
            sock_connect=self.connect,
            sock_read=self.read,
            ceil_threshold=float("inf"),  # or those over 5 seconds would be rounded up
        )


def _either(ours: float | None, yours: float | None) -> float | None:
    return yours if ours is None else ours


def _sum(one: float | None, two: float | None) -> float | None:
    return None if one is None or two is None else one + two


def _stop_read_timer(response: aiohttp.ClientResponse) -> None:
    """Have aiohttp no longer measure the time between bytes: it does so also while nobody waits for any."""
    protocol = _protocol(response)
    if protocol is not None:
        protocol.read_timeout = protocol._read_timeout = None  # the first one since 3.10
        protocol.start_timeout()


def _protocol(response: aiohttp.ClientResponse) -> Any:
    """Return what reads from the connection of a response; None if the connection is not needed any more."""
    return None if response.connection is None else response.connection.protocol


# Answers


class _Body:
    """Bytes of a response for one task; any task of the same loop may close it."""

    def __init__(self, response: aiohttp.ClientResponse, sending: _Sending, home: _Home | _Yours) -> None:
        self._response, self._home = response, home
        self._deadline, self._read = sending.deadline, sending.limits.read
        self._protocol = None if _is_bounded(response) else _protocol(response)
        self._over = self._closed = False

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        if self._over:
            raise StopAsyncIteration
        if self._closed:
            raise ConnectionError(CLOSED)
        try:
            limit = self._deadline.cap(self._read)
            with _Watch() as watch:
                watch.move("reading", limit)
                piece = await self._response.content.readany()
            if piece and not self._closed:
                return piece
            failure = self._end()
        except Exception as error:
            failure = ConnectionError(CLOSED) if self._closed else _translated(error)
        except BaseException:  # cancelled
            await self.close()
            raise
        await self.close()
        raise failure

    def _end(self) -> Exception:
        """Return what is to be raised at the end: cut off, a body without a length must not look whole."""
        if self._closed:
            return ConnectionError(CLOSED)
        lost = None if self._protocol is None else self._protocol.exception()
        if isinstance(lost, aiohttp.ClientOSError):
            return _translated(lost)
        self._over = True
        return StopAsyncIteration()

    async def close(self) -> None:
        """Let go of the connection: to the pool when the body is over, else it is closed."""
        if not self._closed:
            self._closed = True
            connection = self._response.connection
            if connection is not None and connection.transport is not None:
                connection.transport.abort()  # to be closed only, it would first send what is left of a body
            self._response.close()
            await self._home.leave()


def _is_bounded(response: aiohttp.ClientResponse) -> bool:
    """Tell whether a body says itself where it ends; aiohttp sees to those."""
    return "Content-Length" in response.headers or "Transfer-Encoding" in response.headers


def _headers(response: aiohttp.ClientResponse) -> list[tuple[str, str]]:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.raw_headers]


# Requests


def _url(text: str) -> URL:
    """Return a URL that is sent as it is."""
    if not text.isascii() or not text.isprintable() or " " in text:
        raise ValueError("the URL holds what can't be in one")
    url = URL(text, encoded=True)
    if url.scheme not in ("http", "https") or not url.raw_host or not url.port:
        raise ValueError("the URL is none of http or https with a host")
    return url


def _authority(url: URL) -> str:
    host = url.raw_host or ""
    return f"[{host}]:{url.port}" if ":" in host else f"{host}:{url.port}"


def _fields(request: Any) -> dict[str, str]:
    """Return the headers; ValueError for what aiohttp would send as something else."""
    fields: dict[str, str] = dict(request.headers)
    for name, value in fields.items():
        if not (name + value).isascii() or any(sign in name + value for sign in "\r\n\0"):
            raise ValueError(f"the header {name!r} holds a line break, a zero, or what is not ASCII")
        if name.lower() == "expect":
            fields[name] = value + " "  # of no meaning; aiohttp doesn't see then that it could wait for a 100 forever
    length = len(request.body) if isinstance(request.body, bytes) else getattr(request.body, "length", None)
    if length is not None and not any(name.lower() == "content-length" for name in fields):
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


# Errors


def _translated(error: Exception) -> Exception:
    """Return what `error` is called on our side of the seam; itself when it is none of the library's."""
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return error.certificate_error
    if isinstance(error, aiohttp.ServerFingerprintMismatch):
        return renamed(ssl.SSLCertVerificationError, error)
    if isinstance(error, aiohttp.ClientResponseError):  # itself it has the headers of the request, with the key
        shorter = ConnectionError(f"{error.status} {error.message}")
        shorter.__cause__ = error.__cause__
        return shorter
    if isinstance(error, aiohttp.InvalidURL):
        return ValueError("aiohttp refuses the URL, or that of the proxy")  # which may hold a password
    if isinstance(error, (TimeoutError, asyncio.TimeoutError)):  # the same only since Python 3.11
        return error if type(error) is TimeoutError else renamed(TimeoutError, error)
    if type(error).__module__.startswith("aiohttp"):
        return renamed(ConnectionError, error)
    return error
