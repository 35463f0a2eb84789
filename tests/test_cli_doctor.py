# SPDX-License-Identifier: MIT
"""The command `doctor`: each diagnosis against a small server that behaves so."""

from __future__ import annotations

import json
import socket
import ssl
import sys
import threading
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from pathlib import Path
from typing import Any, Callable, Iterator

import pytest

from . import load
from .cli_support import KEY, Console, closed_port
from .threaded_server import Handler, ThreadedServer

EmbeddedServer = load("testing").EmbeddedServer
load("cli")
MODELS = {"object": "list", "data": [{"id": "m", "object": "model", "created": 1, "owned_by": "o"}]}
LOGIN_PAGE = b"<html><head><title>Airport Wi-Fi</title></head><body>Log in</body></html>"
NOW = datetime.now(timezone.utc)


class Answer:
    """A response of a small server."""

    def __init__(self, status: int = 200, body: Any = MODELS, **headers: str) -> None:
        self.status, self.headers = status, headers
        is_html = isinstance(body, bytes)
        self.body = body if is_html else json.dumps(body).encode()
        self.type = "text/html" if is_html else "application/json"


def error(status: int, message: str, code: str = "") -> Answer:
    """Return a response as the API reports errors."""
    return Answer(status, {"error": {"message": message, "code": code or None, "type": code or None}})


@contextmanager
def serving(
    answer: Callable[[Any], Answer], ahead: timedelta = timedelta(0), tls: Any = None
) -> Iterator[ThreadedServer]:
    """Run a server whose responses come from `answer(handler)`."""

    class SmallServer(Handler):
        def date_time_string(self, timestamp: Any = None) -> str:
            return format_datetime(datetime.now(timezone.utc) + ahead, usegmt=True)

        def do_GET(self) -> None:
            response = answer(self)
            self.send_response(response.status)
            for name, value in response.headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Type", response.type)
            self.send_header("Content-Length", str(len(response.body)))
            self.end_headers()
            self.wfile.write(response.body)

        def do_CONNECT(self) -> None:
            self.do_GET()
            self.close_connection = True

    server = ThreadedServer(SmallServer)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        server.base_url = "https" + server.base_url[4:]
        server.handle_error = lambda *_: None  # type: ignore[method-assign]  # clients reject the certificate
    with server:
        yield server


@pytest.fixture
def console() -> Console:
    console = Console()
    console.environment["OPENAI_API_KEY"] = KEY
    return console


def diagnose(console: Console, *options: str) -> tuple[int, dict[str, Any]]:
    """Run the command; return its exit code and the checks by name."""
    code, out, err = console.run("doctor", "--json", "--timeout", "5", *options)
    assert err == ""
    report = json.loads(out)
    assert report["ok"] == (code == 0) == (report["checks"][-1]["status"] == "ok")
    assert KEY not in out
    for check in report["checks"]:
        assert check["status"] in ("ok", "info") or check["step"], check
    return code, {check["name"]: check for check in report["checks"]}


def test_everything_works(console: Console) -> None:
    with serving(lambda _: Answer()) as server:
        console.environment["OPENAI_BASE_URL"] = server.base_url
        code, checks = diagnose(console)
    assert code == 0
    assert {name: check["status"] for name, check in checks.items()} == {
        "python": "info",
        "key": "ok",
        "base URL": "ok",
        "proxy": "info",
        "TLS": "info",
        "connect": "ok",
        "first byte": "ok",
        "clock": "ok",
        "call": "ok",
    }
    assert checks["key"]["detail"] == "sk-***efgh from OPENAI_API_KEY"
    assert checks["base URL"]["detail"] == server.base_url + " from OPENAI_BASE_URL"
    assert checks["call"]["detail"] == "GET /models: 1 models" and checks["connect"]["seconds"] >= 0


def test_the_embedded_server(console: Console) -> None:
    code, checks = diagnose(console, "--embedded")
    assert code == 0 and checks["call"]["status"] == "ok"


# What a server answers -> what the diagnosis and the next step contain.
ANSWERS = {
    "HTML": (Answer(200, LOGIN_PAGE), "titled 'Airport Wi-Fi'", "log in"),
    "HTML 403": (Answer(403, LOGIN_PAGE), "403", "firewall"),
    "HTML 404": (Answer(404, LOGIN_PAGE), "404", "base URL"),
    "no list": (Answer(200, {"hello": "world"}), "no list of models", "base URL"),
    "no JSON object": (Answer(200, [1]), "GET /models", "base URL"),
    "401": (error(401, "Incorrect API key provided"), "Incorrect API key", "another key"),
    "403": (error(403, "No access"), "No access", "permission"),
    "region": (error(403, "Country", "unsupported_country_region_territory"), "Country", "country"),
    "404": (error(404, "Nothing here"), "Nothing here", "/v1"),
    "quota": (error(429, "You exceeded your quota", "insufficient_quota"), "quota", "credit"),
    "429": (error(429, "Too many requests", "rate_limit_exceeded"), "Too many", "wait"),
    "500": (error(500, "Oops"), "Oops", "try again"),
    "407": (Answer(407, {}), "407", "password"),
    "418": (error(418, "Teapot"), "Teapot", "base URL"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_what_a_server_answers(console: Console, name: str) -> None:
    answer, detail, step = ANSWERS[name]
    with serving(lambda _: answer) as server:
        code, checks = diagnose(console, "--base-url", server.base_url)
    assert code == 1
    assert checks["call"]["status"] == "failed"
    assert detail in checks["call"]["detail"] and step in checks["call"]["step"]


def test_a_captive_portal_that_redirects(console: Console) -> None:
    def answer(handler: Any) -> Answer:
        return Answer(200, LOGIN_PAGE) if handler.path == "/login" else Answer(302, b"", Location="/login")

    with serving(answer) as server:
        code, checks = diagnose(console, "--base-url", server.base_url)
    assert code == 1 and "titled 'Airport Wi-Fi'" in checks["call"]["detail"]


def api_below_v1(handler: Any) -> Answer:
    return Answer() if handler.path == "/v1/models" else error(404, "Invalid URL")


@pytest.mark.parametrize("path", ["", "/", "/v1/v1", "/v1/chat/completions", "/chat/completions", "/v1/models"])
@pytest.mark.parametrize("page", [False, True], ids=["JSON", "HTML"])
def test_a_wrong_path_of_the_base_url(console: Console, path: str, page: bool) -> None:
    def answer(handler: Any) -> Answer:
        response = api_below_v1(handler)
        return Answer(200, LOGIN_PAGE) if page and response.status == 404 else response

    with serving(answer) as server:
        root = server.base_url[: -len("/v1")]
        code, checks = diagnose(console, "--base-url", root + path)
    assert code == 1
    assert checks["base URL"]["status"] == "warning"
    assert checks["call"]["step"] == "the API answers at {0}/v1: set OPENAI_BASE_URL={0}/v1".format(root)


def test_an_api_without_a_version_in_its_path(console: Console) -> None:
    with serving(lambda handler: Answer() if handler.path == "/models" else error(404, "no")) as server:
        code, checks = diagnose(console, "--base-url", server.base_url)
        assert "answers at {}:".format(server.base_url[: -len("/v1")]) in checks["call"]["step"]
        code, checks = diagnose(console, "--base-url", server.base_url[: -len("/v1")])
    assert (code, checks["base URL"]["status"]) == (0, "warning")


def test_a_blocked_user_agent(console: Console) -> None:
    def answer(handler: Any) -> Answer:
        return Answer() if "Mozilla" in handler.headers["User-Agent"] else Answer(403, b"<html>error 1010</html>")

    with serving(answer) as server:
        code, checks = diagnose(console, "--base-url", server.base_url)
    assert code == 1 and "User-Agent" in checks["call"]["step"] and "OPENAI_CUSTOM_HEADERS" in checks["call"]["step"]


@pytest.mark.parametrize(
    ("hours", "status", "text"), [(2, "warning", "behind"), (-2, "warning", "ahead"), (0.02, "info", "behind")]
)
def test_the_clock(console: Console, hours: float, status: str, text: str) -> None:
    with serving(lambda _: Answer(), ahead=timedelta(hours=hours)) as server:
        code, checks = diagnose(console, "--base-url", server.base_url)
        assert (code, checks["clock"]["status"]) == (0, status) and text in checks["clock"]["detail"]
    with serving(lambda _: error(401, "no"), ahead=timedelta(hours=hours)) as server:
        assert diagnose(console, "--base-url", server.base_url)[1]["clock"]["status"] == status


# The way to the server.


def test_a_dead_port(console: Console) -> None:
    code, checks = diagnose(console, "--base-url", "http://127.0.0.1:{}/v1".format(closed_port()))
    assert code == 1 and "call" not in checks
    assert "refused" in checks["connect"]["detail"] and "nothing listens" in checks["connect"]["step"]


def test_an_unknown_name(console: Console) -> None:
    code, checks = diagnose(console, "--base-url", "http://no-such-host.invalid/v1")
    assert code == 1 and checks["DNS"]["status"] == "failed" and "spelling" in checks["DNS"]["step"]


def test_a_server_that_does_not_answer(console: Console) -> None:
    ended = threading.Event()

    def answer(_: Any) -> Answer:
        ended.wait(30)
        return Answer()

    with serving(answer) as server:
        code, checks = diagnose(console, "--base-url", server.base_url, "--timeout", "0.3")
        ended.set()
    assert code == 1 and "--timeout" in checks["call"]["step"]


def test_a_server_that_closes_the_connection(console: Console) -> None:
    with EmbeddedServer() as server:
        server.inject_fault("reset; times=3")
        code, checks = diagnose(console, "--base-url", server.base_url)
    assert code == 1 and "without an answer" in checks["call"]["step"]


def test_a_proxy_that_wants_a_password(console: Console) -> None:
    with serving(lambda _: Answer(407, {})) as proxy:
        url = proxy.base_url[: -len("/v1")]
        console.environment["http_proxy"] = console.environment["https_proxy"] = url
        code, checks = diagnose(console, "--base-url", "http://api.example/v1")
        assert code == 1 and "password" in checks["call"]["step"]
        assert checks["proxy"]["detail"] == url + " from http_proxy"
        code, checks = diagnose(console, "--base-url", "https://api.example/v1")
    assert code == 1 and "407" in checks["tunnel"]["detail"] and "password" in checks["tunnel"]["step"]


def test_a_proxy_that_refuses(console: Console) -> None:
    with serving(lambda _: Answer(403, {})) as proxy:
        console.environment["https_proxy"] = proxy.base_url[: -len("/v1")]
        code, checks = diagnose(console, "--base-url", "https://api.example/v1")
    assert code == 1 and "403" in checks["tunnel"]["detail"] and "NO_PROXY" in checks["tunnel"]["step"]


def test_a_proxy_with_a_password_and_a_dead_port(console: Console) -> None:
    console.environment["HTTPS_PROXY"] = "http://user:secret-word@127.0.0.1:{}".format(closed_port())
    code, checks = diagnose(console, "--base-url", "https://api.example/v1")
    assert code == 1 and checks["connect"]["status"] == "failed" and "the proxy" in checks["connect"]["detail"]
    assert "secret-word" not in json.dumps(checks) and "***@" in checks["proxy"]["detail"]


def test_no_proxy_explains_why(console: Console) -> None:
    console.environment.update(http_proxy="http://127.0.0.1:1", NO_PROXY="localhost,127.0.0.0/8")
    with serving(lambda _: Answer()) as server:
        code, checks = diagnose(console, "--base-url", server.base_url)
    assert code == 0
    assert checks["proxy"]["detail"] == (
        "none for this server, because of NO_PROXY=localhost,127.0.0.0/8; http_proxy is not used"
    )


def test_an_invalid_proxy(console: Console) -> None:
    console.environment["http_proxy"] = "htp://proxy"
    code, checks = diagnose(console, "--base-url", "http://api.example/v1")
    assert code == 1 and "http_proxy" in checks["proxy"]["detail"]


# TLS


def server_context(certificate: Any) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


@pytest.fixture(scope="module")
def authority(tmp_path_factory: Any) -> tuple[Any, Path]:
    """Return a certificate authority, and the file to trust it with."""
    trustme = pytest.importorskip("trustme")
    ca = trustme.CA(organization_name="Intercepting Proxies Ltd")
    path = tmp_path_factory.mktemp("ca") / "ca.pem"
    ca.cert_pem.write_to_path(str(path))
    return ca, path


CERTIFICATES = {
    "trusted": ({}, True, None, ""),
    "soon": ({"not_after": NOW + timedelta(days=3, hours=1)}, True, None, "renewed"),
    "expired": ({"not_after": NOW - timedelta(days=1)}, True, "has expired", "renew"),
    "future": ({"not_before": NOW + timedelta(days=9)}, True, "not valid yet", "clock"),
    "name": ({"host": "other.example"}, True, "another name than 127.0.0.1", "host of the base URL"),
    "intercepted": ({}, False, "issued by Intercepting Proxies Ltd", "SSL_CERT_FILE"),
}


@pytest.mark.parametrize("name", CERTIFICATES)
def test_certificates(console: Console, authority: tuple[Any, Path], name: str) -> None:
    options, is_trusted, detail, step = CERTIFICATES[name]
    ca, path = authority
    if is_trusted:
        console.environment["SSL_CERT_FILE"] = str(path)
    options = dict(options)
    if name == "future" and sys.version_info < (3, 9):
        pytest.skip("this version of trustme makes no such certificates")
    certificate = ca.issue_cert(options.pop("host", "127.0.0.1"), **options)
    with serving(lambda _: Answer(), tls=server_context(certificate)) as server:
        code, checks = diagnose(console, "--base-url", server.base_url)
    assert code == (1 if detail else 0)
    assert (detail or "Intercepting") in checks["certificate"]["detail"]
    assert step in checks["certificate"].get("step", "")
    if is_trusted:
        assert str(path) in checks["certificates"]["detail"]


def test_tls_to_a_server_without_tls(console: Console) -> None:
    with serving(lambda _: Answer()) as server:
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        code, checks = diagnose(console, "--base-url", "https" + server.base_url[4:])
    assert code == 1 and "http:// server" in checks["TLS handshake"]["step"]


def test_a_file_of_certificates_that_is_missing(console: Console) -> None:
    console.environment["SSL_CERT_FILE"] = "/no/such/file"
    code, checks = diagnose(console, "--base-url", "https://127.0.0.1:{}/v1".format(closed_port()))
    assert code == 1 and checks["certificates"]["status"] == "failed" and "connect" not in checks


# Settings


def test_without_a_key_the_network_is_checked(console: Console) -> None:
    del console.environment["OPENAI_API_KEY"]
    with serving(lambda _: Answer()) as server:
        code, out, err = console.run("doctor", "--base-url", server.base_url)
    assert (code, err) == (1, "")
    assert "OPENAI_API_KEY" in out and "ok   connect" in out and "1 problem" in out


@pytest.mark.parametrize(
    ("key", "status", "text"),
    [('"sk-0123456789-abcdefghijk"', "failed", "quotes"), ("short", "ok", "*** from"), (KEY, "ok", "sk-***efgh")],
)
def test_keys(console: Console, key: str, status: str, text: str) -> None:
    console.environment["OPENAI_API_KEY"] = key
    with serving(lambda _: Answer()) as server:
        checks = diagnose(console, "--base-url", server.base_url)[1]
    assert checks["key"]["status"] == status and text in checks["key"]["detail"]
    assert "0123456789" not in json.dumps(checks)


def test_a_key_from_a_file(console: Console, tmp_path: Path) -> None:
    (tmp_path / "key").write_text(KEY)
    with serving(lambda _: Answer()) as server:
        code, checks = diagnose(console, "--base-url", server.base_url, "--api-key-file", str(tmp_path / "key"))
    assert code == 0 and checks["key"]["detail"] == "sk-***efgh from {}".format(tmp_path / "key")


def test_a_key_in_the_base_url_is_not_shown(console: Console) -> None:
    with serving(lambda _: Answer()) as server:
        for path in ("", "/models"):
            code, out, err = console.run("doctor", "--base-url", "{}{}?key={}".format(server.base_url, path, KEY))
            assert "?key=***" in out and KEY not in out + err


@pytest.mark.parametrize("variables", [{"OPENAI_BASE_URL": "htp://x"}, {"OPENAI_CUSTOM_HEADERS": "nonsense"}])
def test_invalid_settings(console: Console, variables: dict[str, str]) -> None:
    console.environment.update(variables)
    code, checks = diagnose(console)
    assert code == 1 and list(variables)[0] in checks["settings"]["detail"]


PROBLEMS = [
    ("https://api.openai.com/v1", ""),
    ("https://host/openai/v1", ""),
    ("https://host/v1beta/openai", ""),
    ("https://api.openai.com", "/v1"),
    ("https://api.openai.com/v1/v1", "twice"),
    ("https://api.openai.com/v1/responses", "operation"),
    ("http://api.openai.com/v1", "encrypted"),
]


@pytest.mark.parametrize(("url", "problem"), PROBLEMS)
def test_base_urls(url: str, problem: str) -> None:
    settings = load("cli.doctor_settings")
    found = settings.find_base_url_problem(url)
    assert problem in found and bool(found) == bool(problem)
    if "openai.com" in url and problem:
        assert settings.guess_base_urls(url)[0] == "https://api.openai.com/v1"


# What is printed


@pytest.mark.parametrize("width", [40, 60, 120])
def test_the_report_fits_the_terminal(console: Console, width: int) -> None:
    console.environment["COLUMNS"] = str(width)
    with serving(lambda _: error(401, "Incorrect API key " * 5)) as server:
        code, out, _ = console.run("doctor", "--base-url", server.base_url)
    assert code == 1
    shown = [line for line in out.splitlines() if "http" not in line]
    assert max(map(len, shown)) < width and "-> use another key" in " ".join(out.split())


def test_colours_appear_on_a_terminal_only(console: Console) -> None:
    with serving(lambda _: Answer()) as server:
        console.environment["OPENAI_BASE_URL"] = server.base_url
        assert "\x1b" not in console.run("doctor")[1]
        console.stdout_is_terminal = True
        console.environment["TERM"] = "xterm"
        assert "\x1b[32mok  \x1b[0m key" in console.run("doctor")[1]
        for variables in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
            console.environment.update(variables)
            assert "\x1b" not in console.run("doctor")[1]
            console.environment["TERM"] = "xterm"


def test_the_issuer_of_a_certificate_that_is_none() -> None:
    parse_issuer = load("cli.doctor_network").parse_issuer
    assert parse_issuer(b"") == parse_issuer(b"\x06\x03\x55\x04") == ""
    assert parse_issuer(b"\x06\x03\x55\x04\x0a\x0c\x05A\x1bBCD") == "ABCD"
    assert socket is not None
