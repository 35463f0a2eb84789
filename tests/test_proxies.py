# SPDX-License-Identifier: MIT
"""Proxies of both default transports: TLS to the proxy, SOCKS, the variables of the environment, and bad settings."""

from __future__ import annotations

import asyncio
import re
import socket
import ssl
import sys
import traceback
import types
import urllib.request
from typing import Any, Callable

import pytest

from . import load, package
from .raw_server import DRAIN, HEAD, LIMIT, REQUEST, RawServer, forever, forward, respond, send
from .socks_server import SocksProxy
from .transport_contract import IterableBody, acall, call, echo
from .transport_contract import request as build_request

AsyncioTransport = load("transport.asyncio_transport").AsyncioTransport
UrllibTransport = load("transport.urllib_transport").UrllibTransport
ConfigError = load("call.errors").ConfigError
proxy_module = load("transport.proxy")
CREDENTIALS = (b"us:r", b"p@ss")
USERINFO = "us%3Ar:p%40ss@"
BASIC = "Basic dXM6cjpwQHNz"
TUNNEL_OPENED = send(b"HTTP/1.1 200 Connection established\r\n\r\n")
PASSWORD = "secret-0f1e"
RESPONSES_OF_SERVER = [(200, b"/one"), (200, b"/two")]


@pytest.fixture(params=["sync", "async"])
def make_transport(request: Any) -> Callable[..., Any]:
    """Return the class of one of the default transports."""
    return UrllibTransport if request.param == "sync" else AsyncioTransport


@pytest.fixture
def fetch(make_transport: Any) -> Callable[..., Any]:
    """Return a function that requests URLs one after another, and returns their statuses and bodies."""

    def fetch(*requests: Any, transport: Any = None, **options: Any) -> list[tuple[int, bytes]]:
        requests = tuple(build_request(one) if isinstance(one, str) else one for one in requests)
        transport = transport or make_transport(**options)
        if isinstance(transport, UrllibTransport):
            with transport:
                return [call(transport, one) for one in requests]

        async def main() -> Any:
            async with transport:
                return [await acall(transport, one) for one in requests]

        return asyncio.run(asyncio.wait_for(main(), 3 * LIMIT))

    return fetch


def with_userinfo(url: str) -> str:
    return url.replace("://", "://" + USERINFO)


# TLS to the proxy


def test_http_through_an_https_proxy(fetch: Any, certificates: Any) -> None:
    with RawServer(forever(REQUEST, respond(b"through")), tls=certificates.server()) as proxy:
        context = ssl.create_default_context(cafile=certificates.ca_file)
        urls = ["http://api.invalid/v1/a", "http://other.invalid:81/b"]
        assert fetch(*urls, proxy=with_userinfo(proxy.url), ssl_context=context) == [(200, b"through")] * 2
    assert [sent.target for sent in proxy.requests] == urls
    assert [sent.header("Host") for sent in proxy.requests] == [["api.invalid"], ["other.invalid:81"]]
    assert [sent.header("Proxy-Authorization") for sent in proxy.requests] == [[BASIC]] * 2
    assert proxy.connections == 1


def test_https_through_an_https_proxy(fetch: Any, certificates: Any) -> None:
    """TLS in TLS, kept for further requests, with bodies larger than any buffer both ways."""
    body = bytes(range(256)) * 8192
    context = ssl.create_default_context(cafile=certificates.ca_file)
    script = forever(REQUEST, lambda connection: respond(connection.server.requests[-1].body)(connection))
    with RawServer(script, tls=certificates.server()) as server:
        tunnel = HEAD, TUNNEL_OPENED, forward(lambda: server.port)
        with RawServer(*tunnel, tls=certificates.server()) as proxy:
            bodies = [body, IterableBody(*[body[:10000]] * 30), b"small"]
            requests = [build_request(server.url, "POST", one) for one in bodies]
            responses = fetch(*requests, proxy=with_userinfo(proxy.url), ssl_context=context)
    assert [response for _, response in responses] == [body, body[:10000] * 30, b"small"]
    assert proxy.connections == server.connections == 1
    assert proxy.wire[0].startswith(b"CONNECT 127.0.0.1:%d HTTP/1.1\r\n" % server.port)
    assert BASIC.encode() in proxy.wire[0] and b"Bearer" not in proxy.wire[0]


def test_certificates_of_a_proxy_and_behind_it_are_verified(fetch: Any, certificates: Any) -> None:
    context = ssl.create_default_context(cafile=certificates.ca_file)
    with RawServer(DRAIN, tls=certificates.wrong_host()) as proxy:
        for url in ("http://api.invalid/", "https://api.invalid/"):
            with pytest.raises(ssl.SSLCertVerificationError):
                fetch(url, proxy=with_userinfo(proxy.url), ssl_context=context)
        assert proxy.wire == [b"", b""]
    with RawServer(DRAIN, tls=certificates.wrong_host()) as server:
        with RawServer(HEAD, TUNNEL_OPENED, forward(lambda: server.port), tls=certificates.server()) as proxy:
            with pytest.raises(ssl.SSLCertVerificationError):
                fetch(server.url, proxy=proxy.url, ssl_context=context)
        assert server.wire == [b""]


def test_a_read_in_nested_tls_can_be_ended_by_another_thread(certificates: Any) -> None:
    context = ssl.create_default_context(cafile=certificates.ca_file)
    stream = send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n")
    with RawServer(REQUEST, stream, DRAIN, tls=certificates.server()) as server:
        with RawServer(HEAD, TUNNEL_OPENED, forward(lambda: server.port), tls=certificates.server()) as proxy:
            thread_transport = load("transport.thread_transport").ThreadTransport

            async def main() -> None:
                transport = thread_transport(UrllibTransport(proxy=proxy.url, ssl_context=context))
                _, _, chunks, close = await transport.send(build_request(server.url))
                assert await chunks.__anext__() == b"one"
                reader = asyncio.ensure_future(chunks.__anext__())
                await asyncio.sleep(0.05)
                await close()
                with pytest.raises(ConnectionError, match="closed before it was complete"):
                    await asyncio.wait_for(reader, LIMIT)
                await transport.aclose()

            asyncio.run(main())


def test_proxy_program_over_tls(fetch: Any, tls_proxy_program: Any, certificates: Any) -> None:
    context = ssl.create_default_context(cafile=certificates.ca_file)
    with RawServer(forever(echo)) as plain, RawServer(forever(echo), tls=certificates.server()) as safe:
        urls = [server.url + path for server in (plain, safe) for path in ("/one", "/two")]
        assert fetch(*urls, proxy=tls_proxy_program, ssl_context=context) == RESPONSES_OF_SERVER * 2
        assert safe.connections == 1
        with pytest.raises(OSError, match="the proxy refused the tunnel: 407"):
            fetch(safe.url, proxy=tls_proxy_program.replace("user:pass", "user:wrong"), ssl_context=context)


@pytest.mark.parametrize("scheme", ["http", "https", "socks5", "socks5h"])
@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "https://127.0.0.1:1/"])
def test_a_proxy_that_cannot_be_reached_is_named(fetch: Any, scheme: str, url: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(ConnectionRefusedError, match="cannot connect to the proxy 127.0.0.1:{}".format(port)) as caught:
        fetch(url, proxy="{}://user:hidden-password@127.0.0.1:{}".format(scheme, port))
    assert "hidden-password" not in str(caught.value)


# SOCKS


@pytest.mark.parametrize("scheme", ["socks5", "socks5h"])
@pytest.mark.parametrize("userinfo", ["", USERINFO])
@pytest.mark.parametrize("tls", [False, True])
def test_socks_proxy(fetch: Any, authority: Any, scheme: str, userinfo: str, tls: bool) -> None:
    if tls and authority is None:
        pytest.skip("trustme is not installed")
    context = ssl.create_default_context(cafile=authority.ca_file) if tls else None
    with RawServer(forever(echo), tls=authority.server() if tls else None) as server:
        socks = SocksProxy(lambda: server.port, CREDENTIALS if userinfo else None)
        with RawServer(socks) as proxy:
            urls = [server.url + "/one", server.url + "/two"]
            url = "{}://{}127.0.0.1:{}".format(scheme, userinfo, proxy.port)
            assert fetch(*urls, proxy=url, ssl_context=context) == RESPONSES_OF_SERVER
    assert socks.targets == [("127.0.0.1", server.port)], "the connection is not reused"
    assert socks.logins == ([CREDENTIALS] if userinfo else [])
    for sent in server.requests:
        assert sent.target in ("/one", "/two")
        assert sent.header("Host") == ["127.0.0.1:{}".format(server.port)]
        assert sent.header("Proxy-Authorization") == []


@pytest.mark.parametrize(
    "scheme, url, target",
    [
        ("socks5h", "http://api.invalid/", ("api.invalid", 80)),
        ("socks5h", "http://bücher.invalid:81/", ("xn--bcher-kva.invalid", 81)),
        ("socks5h", "http://[2001:db8::1]:8080/", ("2001:db8::1", 8080)),
        ("socks5", "http://[2001:db8::1]/", ("2001:db8::1", 80)),
        ("socks5", "http://192.0.2.7/", ("192.0.2.7", 80)),
        ("SOCKS5H", "http://" + "a" * 63 + ".invalid/", ("a" * 63 + ".invalid", 80)),
    ],
)
def test_who_looks_up_the_name(fetch: Any, scheme: str, url: str, target: tuple[str, int]) -> None:
    with RawServer(forever(REQUEST, respond(b"ok"))) as server:
        socks = SocksProxy(lambda: server.port)
        with RawServer(socks) as proxy:
            assert fetch(url, proxy="{}://127.0.0.1:{}".format(scheme, proxy.port)) == [(200, b"ok")]
    assert socks.targets == [target]


def test_socks5_looks_up_the_name_itself(fetch: Any) -> None:
    with RawServer(forever(REQUEST, respond(b"ok"))) as server:
        socks = SocksProxy(lambda: server.port)
        with RawServer(socks) as proxy:
            url = "http://localhost:{}/".format(server.port)
            assert fetch(url, proxy="socks5://127.0.0.1:{}".format(proxy.port)) == [(200, b"ok")]
    assert socks.targets == [("127.0.0.1", server.port)]
    assert server.requests[0].header("Host") == ["localhost:{}".format(server.port)]


SOCKS_FAILURES = [
    (b"HTTP/1.1 400 Bad Request\r\n\r\n", ConnectionError, "does not speak SOCKS5; is it an HTTP proxy?"),
    (b"\x04\x5a", ConnectionError, "does not speak SOCKS5"),
    (b"\x05\xff", OSError, "refused the authentication: it requires a user name and password"),
    (b"\x05\x02", OSError, "refused the authentication: it requires a user name and password"),
    (b"\x05\x01", OSError, "refused the authentication: it accepts none of the methods offered"),
    (b"\x05", ConnectionError, "the proxy closed the connection during the SOCKS5 handshake"),
    (b"\x05\x00\x05\x02\x00\x01", OSError, "refused the connection: its rules do not allow this connection"),
    (b"\x05\x00\x05\x04\x00\x01", OSError, "refused the connection: host unreachable"),
    (b"\x05\x00\x05\x05\x00\x01", OSError, "refused the connection: connection refused"),
    (b"\x05\x00\x05\x63\x00\x01", OSError, "refused the connection: error 99"),
    (b"\x05\x00\x05\x00\x00\x02", ConnectionError, "invalid SOCKS5 reply"),
    (b"\x05\x00\x05\x00\x00\x01\x7f\x00", ConnectionError, "closed the connection during the SOCKS5 handshake"),
    (b"\x05\x00\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x50HTTP/1.1", ConnectionError, "sent data after its reply"),
]


@pytest.mark.parametrize("data, error, message", SOCKS_FAILURES)
def test_negotiation_with_socks_fails(data: bytes, error: type, message: str) -> None:
    steps = load("transport.socks").negotiate_socks5("api.invalid", 443, lambda: None)
    assert next(steps) == b"\x05\x01\x00"
    with pytest.raises(error, match=re.escape(message)):
        steps.send(data[:1])
        steps.send(data[1:2])
        steps.send(data[2:])
        steps.send(b"")


def test_a_refused_password_is_not_shown(fetch: Any) -> None:
    socks = SocksProxy(lambda: 9, CREDENTIALS)
    with RawServer(socks) as proxy:
        with pytest.raises(OSError, match="the proxy rejected the user name or password") as caught:
            fetch("https://api.invalid/", proxy="socks5h://u:{}@127.0.0.1:{}".format(PASSWORD, proxy.port))
    assert PASSWORD not in str(caught.value) and socks.logins == [(b"u", PASSWORD.encode())]


# The environment


def choose(url: str, **environment: str) -> Any:
    """Return `scheme://host:port` of the proxy that an environment gives a URL, None for a direct connection."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        server = load("transport.urllib_transport").parse_url(url)[:3]
        proxy = proxy_module.ProxySettings().find(*server)
    return proxy and "{}://{}:{}".format(proxy.scheme, proxy.host, proxy.port)


@pytest.mark.parametrize(
    "url, environment, chosen",
    [
        ("http://h", {"http_proxy": "http://p:1"}, "http://p:1"),
        ("https://h", {"http_proxy": "http://p:1"}, None),
        ("https://h", {"HTTPS_PROXY": "http://p:1"}, "http://p:1"),
        ("https://h", {"https_proxy": "http://p:1", "HTTPS_PROXY": "http://q:2"}, "http://p:1"),
        ("https://h", {"https_proxy": "", "HTTPS_PROXY": "http://q:2"}, None),
        ("https://h", {"ALL_PROXY": "http://p:1"}, "http://p:1"),
        ("http://h", {"all_proxy": "socks5h://p"}, "socks5h://p:1080"),
        ("https://h", {"ALL_PROXY": "http://p:1", "https_proxy": "http://q:2"}, "http://q:2"),
        ("http://h", {"ALL_PROXY": "http://p:1", "https_proxy": "http://q:2"}, "http://p:1"),
        ("https://h", {"ALL_PROXY": "http://p:1", "all_proxy": "http://q:2"}, "http://q:2"),
        ("https://h", {"https_proxy": "p:3128"}, "http://p:3128"),
        ("https://h", {"https_proxy": " p:3128/ "}, "http://p:3128"),
        ("https://h", {"https_proxy": "user:pass@p:3128"}, "http://p:3128"),
        ("https://h", {"https_proxy": "p"}, "http://p:80"),
        ("https://h", {"https_proxy": "HTTPS://P"}, "https://p:443"),
        ("https://h", {"https_proxy": "http://[::1]:3128"}, "http://::1:3128"),
        ("https://h", {"https_proxy": "http://bücher.example:1"}, "http://xn--bcher-kva.example:1"),
        ("https://h", {"https_proxy": "http://u:a@b@p:1"}, "http://p:1"),
        ("https://h", {"all_proxy": "http://p:1", "no_proxy": "h"}, None),
        ("https://h", {"all_proxy": "http://p:1", "NO_PROXY": "*.x,h:443"}, None),
        ("https://h", {"all_proxy": "http://p:1", "no_proxy": "x", "NO_PROXY": "h"}, "http://p:1"),
        ("https://h", {"all_proxy": "http://p:1", "no_proxy": "", "NO_PROXY": "h"}, "http://p:1"),
        ("https://h", {"all_proxy": "broken://", "no_proxy": "h"}, None),  # it isn't needed
        ("http://h", {"HTTP_PROXY": "http://p:1", "REQUEST_METHOD": "GET"}, None),  # a header of the request
        ("http://h", {"http_proxy": "http://p:1", "REQUEST_METHOD": "GET"}, "http://p:1"),
        ("https://h", {"HTTPS_PROXY": "http://p:1", "REQUEST_METHOD": "GET"}, "http://p:1"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="names of variables have no case there")
def test_proxy_of_the_environment(url: str, environment: dict[str, str], chosen: str | None) -> None:
    assert choose(url, **environment) == chosen


def test_all_proxy_and_no_proxy_apply_to_requests(fetch: Any, monkeypatch: Any) -> None:
    with RawServer(forever(REQUEST, respond(b"direct"))) as server:
        socks = SocksProxy(lambda: server.port)
        with RawServer(socks) as proxy:
            monkeypatch.setenv("ALL_PROXY", "socks5h://127.0.0.1:{}".format(proxy.port))
            monkeypatch.setenv("NO_PROXY", "10.0.0.0/8 127.0.0.0/8")
            assert fetch("http://api.invalid/", server.url) == [(200, b"direct")] * 2
        assert socks.targets == [("api.invalid", 80)]
        assert server.connections == 2


def test_no_proxy_applies_to_a_given_proxy_and_may_change(fetch: Any, make_transport: Any, monkeypatch: Any) -> None:
    transport = make_transport(proxy="http://127.0.0.1:1")
    with RawServer(forever(REQUEST, respond(b"direct"))) as server:
        with pytest.raises(OSError):
            fetch(server.url, transport=transport)
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        assert fetch(server.url, transport=transport) == [(200, b"direct")]


def test_proxies_of_the_system(fetch: Any, monkeypatch: Any) -> None:
    """On macOS and Windows, urllib.request knows them."""
    with RawServer(forever(REQUEST, respond(b"through"))) as proxy, RawServer(REQUEST, respond(b"direct")) as server:
        monkeypatch.setattr(urllib.request, "getproxies", lambda: {"http": proxy.url, "ftp": "http://127.0.0.1:1"})
        monkeypatch.setattr(urllib.request, "proxy_bypass", lambda host: host.startswith("127."))
        assert fetch("http://api.invalid/", server.url) == [(200, b"through"), (200, b"direct")]
        monkeypatch.setattr(urllib.request, "getproxies", lambda: {"http": "socks4://127.0.0.1:1"})
        with pytest.raises(ConfigError, match="the proxy settings of the system: .*socks4"):
            fetch("http://api.invalid/")


def test_a_proxy_handler_of_urllib(certificates: Any) -> None:
    """The proxy that a further handler chooses is used, also for https."""
    context = ssl.create_default_context(cafile=certificates.ca_file)
    with RawServer(forever(echo), tls=certificates.server()) as server:
        with RawServer(HEAD, TUNNEL_OPENED, forward(lambda: server.port)) as tunnel:
            with RawServer(REQUEST, respond(b"through")) as proxy:
                urls = {"http": with_userinfo(proxy.url), "https": with_userinfo(tunnel.url)}
                handlers = [urllib.request.ProxyHandler(urls)]
                with UrllibTransport(proxy="", handlers=handlers, ssl_context=context) as transport:
                    assert call(transport, build_request("http://api.invalid/x")) == (200, b"through")
                    assert call(transport, build_request(server.url + "/safe")) == (200, b"/safe")
    assert proxy.requests[0].target == "http://api.invalid/x"
    assert proxy.requests[0].header("Proxy-Authorization") == [BASIC]
    assert BASIC.encode() in tunnel.wire[0] and b"Bearer" not in tunnel.wire[0]
    assert server.requests[0].header("Proxy-Authorization") == []


# Bad settings

BAD_URLS = [
    ("ftp://user:{}@p:1", r"'ftp://\*\*\*@p:1' is not the URL of a proxy: the scheme ftp is not supported; use http"),
    ("socks://{}@p:1", r"the scheme socks is not supported; did you mean socks5h://\?"),
    ("socks4a://user:{}@p:1", "the scheme socks4a is not supported"),
    ("http://user:{}@p:port", r"'http://\*\*\*@p:port' .* its port is not a number from 1 to 65535"),
    ("http://user:{}@p:0", "its port is not a number"),
    ("http://user:{}@p:65536", "its port is not a number"),
    ("http://user:{}@p:-1", "its port is not a number"),
    ("http://user:{}", r"'http://user:\*\*\*' .* its port is not a number"),
    ("http://user:{}@", "it has no host; expected a URL like http://user:password@host:3128"),
    ("http://user:{}@:3128", "it has no host"),
    ("http://", "it has no host"),
    ("http://user:{}@p q:1", "its host contains a blank"),
    ("http://user:{}@p\\q", "its host contains"),
    ("http://user:{}@a..b", "it has no valid host"),
    ("http://user:{}@[::1", "its IPv6 address is malformed"),
    ("http://user:{}/x@p:1", "its user name or password contains '/', '\\?' or '#'; write %2F, %3F or %23"),
    ("http://user:{}#x@p:1", "its user name or password contains"),
    ("http:user:{}@p:1", "'://' must follow the scheme"),
    ("http:/user:{}@p:1", "'://' must follow the scheme|its user name or password contains"),
    ("//user:{}@p:1", "'://' must follow the scheme"),
    ("http://http://user:{}@p:1", "'://' must follow the scheme, once"),
    ("://user:{}@p:1", "it does not begin with a scheme"),
    ("user:{}://p", "it does not begin with a scheme"),
    ("socks5://{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}@p", "at most 255 bytes"),
]


@pytest.mark.parametrize("template, message", BAD_URLS)
def test_bad_urls_of_proxies(template: str, message: str) -> None:
    with pytest.raises(ConfigError, match="^HTTPS_PROXY: .*(?:" + message + ")") as caught:
        proxy_module.parse_proxy(proxy_module.Hidden(template.format(PASSWORD)), "HTTPS_PROXY")
    assert PASSWORD not in str(caught.value)


@pytest.mark.parametrize("name", ["http_proxy", "HTTP_PROXY", "ALL_PROXY"])
@pytest.mark.parametrize("is_async", [False, True])
def test_a_bad_variable_is_named_before_anything_is_sent(name: str, is_async: bool, monkeypatch: Any) -> None:
    monkeypatch.setenv(name, "ftp://user:{}@127.0.0.1:1".format(PASSWORD))
    with RawServer() as server:
        options = {"api_key": "k", "base_url": server.url, "environment": False}
        with pytest.raises(package.ConfigError, match=r"^(?i:{}): 'ftp://\*\*\*@127".format(name)) as caught:
            if is_async:
                asyncio.run(package.AsyncOpenAI(**options).models.retrieve("m"))
            else:
                package.OpenAI(**options).models.retrieve("m")
    assert PASSWORD not in str(caught.value) and server.connections == 0


@pytest.mark.parametrize("value", [5, b"http://p", True, ["http://p"]])
def test_a_proxy_that_is_not_text(make_transport: Any, value: Any) -> None:
    with pytest.raises(ConfigError, match="^proxy: expected the URL of a proxy"):
        make_transport(proxy=value)


def test_no_password_in_transports_and_what_they_hold(fetch: Any, make_transport: Any) -> None:
    with RawServer(forever(REQUEST, respond(b"through"))) as proxy:
        transport = make_transport(proxy=proxy.url.replace("://", "://user:{}@".format(PASSWORD)))
        if make_transport is UrllibTransport:
            call(transport, build_request("http://api.invalid/"))
        else:
            asyncio.run(acall(transport, build_request("http://api.invalid/")))
        found = list(walk(transport, set()))
        transport.close() if make_transport is UrllibTransport else transport.close_nowait()
    assert any("ConnectionPool" in text for text in found)
    assert [text for text in found if PASSWORD in text or "dXNlcjpz" in text] == []


@pytest.mark.parametrize(
    "url, script, error",
    [
        ("ftp://user:{}@127.0.0.1:{}", (), ConfigError),
        ("http://user:{}@127.0.0.1:{}", (DRAIN,), TimeoutError),
        ("http://user:{}@127.0.0.1:{}", (HEAD, respond(b"", "407 Proxy Authentication Required")), OSError),
        ("socks5h://user:{}@127.0.0.1:{}", (SocksProxy(lambda: 9, CREDENTIALS),), OSError),
    ],
)
def test_no_password_in_tracebacks_with_local_variables(
    make_transport: Any, url: str, script: Any, error: type
) -> None:
    holder: list[Any] = []

    def send() -> None:
        transport = make_transport(proxy=holder.pop())
        if make_transport is UrllibTransport:
            transport.send(build_request("https://api.invalid/", connect=0.1))
        asyncio.run(transport.send(build_request("https://api.invalid/", connect=0.1)))

    with RawServer(*script) as proxy:
        holder.append(url.format(PASSWORD, proxy.port))
        with pytest.raises(error) as caught:
            send()
    chain = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    text = "".join(chain.format())
    assert "openai_stdlib" in text or "transport" in text
    assert PASSWORD not in text and "dXNlcjpz" not in text


def walk(value: Any, seen: set[int]) -> Any:
    """Yield the reprs of an object and of everything that vars(), slots and containers show, recursively."""
    if id(value) in seen or isinstance(value, (type, types.ModuleType, types.FunctionType)):
        return
    seen.add(id(value))
    yield repr(value)
    if isinstance(value, dict):
        inner = [*value, *value.values()]
    elif isinstance(value, (list, tuple, set, frozenset)):
        inner = list(value)
    else:
        names = [name for cls in type(value).__mro__ for name in getattr(cls, "__slots__", ()) if name[:2] != "__"]
        inner = [getattr(value, name, None) for name in names] + list(getattr(value, "__dict__", {}).values())
    for item in inner:
        yield from walk(item, seen)
