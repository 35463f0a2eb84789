# SPDX-License-Identifier: MIT
"""`FetchTransport`: requests with the `fetch` of the host, for Pyodide in browsers, Node.js and workers.

Python compiled to WebAssembly has no sockets; the host connects, reuses connections, verifies certificates and removes
content codings. The modules `js` and `pyodide` exist only there.
"""

from __future__ import annotations

import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, List, Optional

    from .base import AsyncSendResult

js: Any = None
ffi: Any = None
if sys.platform == "emscripten":
    try:
        import js
        from pyodide import ffi
    except ImportError:
        pass  # CPython's own build for WebAssembly has neither

# Fields that `fetch` sets itself. Browsers ignore these, and others that they forbid; Node.js raises an error.
HOST_FIELDS = frozenset(("content-length", "expect", "keep-alive", "transfer-encoding", "upgrade"))
HOST_CODINGS = frozenset(("gzip", "x-gzip", "deflate", "br", "zstd", "dcb", "dcz"))  # that a host may remove
ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"  # the start of a body that the host has not decoded
WRITE_SIZE = 64 * 1024  # bytes of a request that `Timeout.write` permits the host to send
MAX_TIMER = 2**31 - 1  # milliseconds; a timer of the host with more expires at once
DRAIN_TIMEOUT = 0.05  # seconds that `close` may wait for an outstanding end of the body
CLOSED = "the response was closed before it was complete"
TIMEOUT_CODES = frozenset(("ETIMEDOUT", "UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"))


class FetchTransport:
    """Sends requests with the host's `fetch`. The default of `AsyncOpenAI` where Python runs in Pyodide.

    The host decides about proxies and certificates, so `proxy` and `ssl_context` cannot be set. `fetch` does not tell
    when it has connected or how much it has sent: `Timeout.read` limits the whole wait for the head of a response, with
    `Timeout.write` added for each 64 KiB of the request. Raises ConfigError if the host has no `fetch`.
    """

    def __init__(self, *, proxy: Optional[str] = None, ssl_context: Any = None) -> None:
        if proxy or ssl_context is not None:
            problem = "the host's fetch() connects, so proxy and ssl cannot be set; configure the host instead"
        elif not hasattr(js, "fetch"):
            problem = "FetchTransport needs the fetch() of a host that runs Pyodide; use another transport"
        else:
            return
        from ..call.errors import ConfigError

        proxy = None  # so that the traceback does not show its password
        raise ConfigError("transport: " + problem)

    async def send(self, request: Any) -> AsyncSendResult:
        """Send a request; see `AsyncTransport.send`."""
        exchange = Exchange(request.timeout)
        options = build_options(request)
        options.signal = exchange.signal
        seconds = exchange.read_timeout
        if seconds is not None and request.body is not None:
            size = len(request.body) if isinstance(request.body, bytes) else request.body.length
            seconds += (request.timeout.write or 0) * (size // WRITE_SIZE)
        response = await exchange.wait(seconds, js.fetch, build_url(request.url), options)
        if response.type == "opaqueredirect":  # a browser tells nobody where it leads
            exchange.abort()
            raise invalid_response(
                "the server redirects, and a browser does not tell where; use the URL that it redirects to as base_url"
            )
        body = FetchBody(exchange, response)
        return response.status, [(pair[0], pair[1]) for pair in response.headers], body, body.close

    def close_nowait(self) -> None:
        """Do nothing: the host closes its connections."""

    async def aclose(self) -> None:
        """Do nothing; required by `AsyncTransport`."""

    async def __aenter__(self) -> FetchTransport:
        return self

    async def __aexit__(self, *_: object) -> None:
        pass


def build_url(url: str) -> str:
    """Return a URL that `fetch` accepts. Raises ValueError, which does not show the credentials of a URL."""
    try:
        parts = js.URL.new(url)
    except ffi.JsException:
        raise ValueError("url: not a valid URL") from None
    if parts.protocol not in ("http:", "https:"):
        raise ValueError("unknown url type: {}; expected http or https".format(parts.protocol[:-1]))
    if parts.username or parts.password:
        raise ValueError("url: it contains a user name or password; pass them in a header")
    return url


def build_options(request: Any) -> Any:
    """Return the options for `fetch`. Raises ValueError if the request is invalid."""
    options = js.Object.new()
    options.method = request.method
    options.headers = build_headers(request.headers)
    options.redirect = "manual"  # the client follows or refuses redirects
    if js.Reflect.has(js.Request.prototype, "credentials"):  # Cloudflare has no cookies, and refuses the option
        options.credentials = "omit"
    if request.body is not None:
        if request.method in ("GET", "HEAD"):
            raise ValueError("body: fetch() cannot send one with {}; use another method".format(request.method))
        options.body = build_body(request.body)
    return options


def build_headers(headers: Any) -> Any:
    """Return headers for `fetch`; browsers ignore those that they forbid. Raises ValueError if one is invalid."""
    result = js.Headers.new()
    names = set()
    for name, value in headers.items():
        lower_name = name.lower()
        names.add(lower_name)
        if lower_name in HOST_FIELDS:
            continue
        if "\r" in value or "\n" in value:  # `fetch` would accept and remove those at the end
            raise ValueError("headers: a value contains a line break")
        try:
            result.append(name, value)
        except ffi.JsException:
            raise ValueError("headers: {!r} is not a valid name, or its value is not Latin-1".format(name)) from None
    if "accept-encoding" not in names:
        result.append("Accept-Encoding", "identity")  # browsers send their own
    return result


def build_body(body: Any) -> Any:
    """Return a body for `fetch`: the chunks of an iterable move to the host one by one, and are sent with a length."""
    if isinstance(body, bytes):
        return ffi.to_js(body)
    chunks = js.Array.new()
    for chunk in body:
        chunks.push(ffi.to_js(chunk))
    return js.Blob.new(chunks)


class Exchange:
    """The waits of one request: each ends with its timeout, the deadline, or when its task is cancelled."""

    def __init__(self, timeout: Any) -> None:
        controller = js.AbortController.new()
        self.signal: Any = controller.signal
        # Functions of the host: Python functions that are passed to it have to be destroyed.
        self.abort: Any = controller.abort.bind(controller)
        self._timeout_reason = js.DOMException.new("timed out", "TimeoutError")
        self.read_timeout: Optional[float] = timeout.read
        self._expires_at: Optional[float] = None if timeout.deadline is None else time.monotonic() + timeout.deadline

    async def wait(self, seconds: Optional[float], start: Callable[..., Any], *args: Any) -> Any:
        """Await what `start(*args)` returns, for up to `seconds`. Raises TimeoutError or another OSError."""
        remaining = None if self._expires_at is None else self._expires_at - time.monotonic()
        message = "timed out"
        if remaining is not None and (seconds is None or remaining <= seconds):
            seconds, message = remaining, "the call's deadline was exceeded"
            if remaining <= 0:
                self.abort()
                raise TimeoutError(message)
        timer = None
        if seconds is not None:  # not a timer of the event loop, which would keep Node.js running
            timer = js.setTimeout(self.abort, min(seconds * 1000, MAX_TIMER), self._timeout_reason)
        try:
            return await start(*args)
        except ffi.JsException as error:
            raise map_exception(error, message) from error
        except BaseException:  # cancelled
            self.abort()
            raise
        finally:
            if timer is not None:
                js.clearTimeout(timer)


class FetchBody:
    """The body of a response: an async iterator of its bytes as they arrive, and `close`."""

    def __init__(self, exchange: Exchange, response: Any) -> None:
        self._exchange = exchange
        self._reader: Any = response.body.getReader() if response.body else None
        self._complete = self._reader is None
        self._reading = False
        self._coding: str = response.headers.get("content-encoding") or ""

    def __aiter__(self) -> FetchBody:
        return self

    async def __anext__(self) -> bytes:
        while self._reader is not None:
            self._reading = True
            try:
                result = await self._exchange.wait(self._exchange.read_timeout, self._reader.read)
                chunk = b"" if result.done else result.value.to_bytes()
                if chunk and self._coding:
                    self._check_coding(chunk)
            except BaseException:
                self._reader = None
                self._exchange.abort()
                raise
            finally:
                self._reading = False
            if result.done:
                self._reader, self._complete = None, True
            elif chunk:
                data: bytes = chunk
                return data
        if self._complete:
            raise StopAsyncIteration
        raise ConnectionError(CLOSED)

    def _check_coding(self, chunk: bytes) -> None:
        """Raise an error if the first chunk of a body has a coding that the host has not removed."""
        from .decoders import parse_content_encoding

        codings, self._coding = parse_content_encoding(self._coding), ""
        left = [name for name in codings if name not in HOST_CODINGS]
        if "zstd" in codings and chunk.startswith(ZSTD_MAGIC):
            left.append("zstd")
        if left:
            raise invalid_response("the host cannot decode the Content-Encoding {!r}".format(left[0]))

    async def close(self) -> None:
        """Release the connection. May be called at any time, more than once."""
        reader, self._reader = self._reader, None
        if reader is None:
            return
        done = False
        try:
            # After the last event of a stream, only its end is outstanding.
            done = not self._reading and (await self._exchange.wait(DRAIN_TIMEOUT, reader.read)).done
        except OSError:
            pass
        finally:
            if not done:
                self._exchange.abort()

    def close_nowait(self) -> None:
        """Close the connection, unless the body is complete."""
        reader, self._reader = self._reader, None
        if reader is not None:
            self._exchange.abort()

    def __del__(self) -> None:
        if hasattr(self, "_reader"):
            self.close_nowait()


def map_exception(error: Any, timeout_message: str = "timed out") -> OSError:
    """Return the builtin error to raise for an exception of `fetch`, whose cause only Node.js tells."""
    if error.name == "TimeoutError":
        return TimeoutError(timeout_message)
    if error.name == "AbortError":
        return ConnectionError(CLOSED)
    cause = getattr(error, "cause", None)
    code = str(getattr(cause, "code", None) or "")
    reasons: List[str] = [str(error.message), str(getattr(cause, "message", None) or ""), code]
    message = ": ".join(reason for reason in reasons if reason)
    if code in TIMEOUT_CODES:
        return TimeoutError(message)
    if code.startswith(("Z_", "ERR__ERROR_", "ZSTD_")):  # of zlib, Brotli, Zstandard
        return invalid_response("the Content-Encoding cannot be decoded: " + message)
    if code == "UNABLE_TO_VERIFY_LEAF_SIGNATURE" or ("CERT" in code and not code.startswith("ERR_SSL_")):
        return certificate_error(message)
    if not code:
        message += (
            "; a browser tells the reason only in its console: often, that the server does not allow the page (CORS)"
        )
    return ConnectionError(message)


def certificate_error(message: str) -> OSError:
    """Return the error for a certificate that the host rejects; Pyodide may lack the module `ssl`."""
    try:
        from ssl import SSLCertVerificationError
    except ImportError:
        return invalid_response(message)
    return SSLCertVerificationError(1, message)


def invalid_response(message: str) -> OSError:
    """Return an error that is not retried."""
    from .http1 import RemoteProtocolError

    return RemoteProtocolError(message)
