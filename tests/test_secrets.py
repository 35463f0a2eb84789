# SPDX-License-Identifier: MIT
"""What identifies the caller is in nothing that a program prints, logs, pickles or sends to an error tracker.

Every secret of these tests contains MARK, and every trial looks for it in all that an error shows: its text, the
tracebacks of its whole chain with the locals of every frame, its pickle, the log, warnings and the standard streams.
"""

from __future__ import annotations

import asyncio
import base64
import io
import logging
import os
import pickle
import socket
import subprocess
import sys
import traceback
import warnings
from contextlib import closing
from typing import Any, Callable, Iterator

import pytest

from . import FOLDER, PACKAGE, load, package
from .raw_server import REQUEST, RawServer, answer

PATIENCE = 60  # seconds that a process may take
MARK = "secret-0f1e2d3c"
KEY = "sk-" + MARK + "-key"
ORGANIZATION = "org-" + MARK
PROJECT = "proj_" + MARK
COOKIE = "session=" + MARK
PASSWORD = "password-" + MARK
# What goes on the wire, and may lie about in a frame, has other forms of it.
PATTERNS = (MARK, base64.b64encode(b"user:" + PASSWORD.encode()).decode())

ASKED = {"model": "m", "messages": [{"role": "user", "content": "hi"}]}
SHORT = 0.3  # seconds; what waits for longer than this has its time run out
STALL = "stall=30"

EmbeddedServer = load("testing").EmbeddedServer


class Hold:
    """Something to call, without the secrets in it being a local of whoever calls."""

    def __init__(self, call: Callable[[], Any]) -> None:
        self.call = call


def failure(call: Callable[[], Any]) -> BaseException:
    """Return what a call raises."""
    try:
        call()
    except BaseException as error:  # also KeyboardInterrupt, which some trials raise
        return error
    raise AssertionError("nothing was raised")


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an exception and all that led to it, suppressed or not."""
    waiting, seen = [error], set()
    while waiting:
        current = waiting.pop()
        if current is not None and id(current) not in seen:
            seen.add(id(current))
            yield current
            waiting += [current.__cause__, current.__context__]


def shown(error: BaseException) -> Iterator[tuple[str, str]]:
    """Yield everything that an error shows, each with the name of what shows it."""
    for link in chain(error):
        name = type(link).__name__
        yield name + " as text", str(link)
        yield name + " as repr", repr(link)
        yield name + "'s args", repr(link.args)
        yield name + "'s attributes", repr(vars(link))
        for attribute in ("summary", "message", "body", "request", "response", "received", "request_id"):
            yield name + "." + attribute, repr(getattr(link, attribute, None))
        for owner in ("request", "response"):
            yield name + "'s headers", repr(getattr(getattr(link, owner, None), "headers", None))
        with_locals = traceback.TracebackException.from_exception(link, capture_locals=True)
        yield name + "'s traceback with locals", "".join(with_locals.format())
    yield "traceback", "".join(traceback.format_exception(type(error), error, error.__traceback__))
    if isinstance(error, package.OpenAIError):
        pickled = pickle.dumps(error)
        yield "pickle", pickled.decode("latin-1")
        restored = pickle.loads(pickled)
        assert type(restored) is type(error)
        assert str(restored) == str(error)
        yield "restored", repr(restored) + repr(vars(restored))


def check(error: BaseException, kind: str = "") -> None:
    """Fail if an error shows a secret, or is of another kind than expected. The failure names the place."""
    leaks = []
    for place, text in shown(error):
        for form in PATTERNS:
            if form in text:
                lines = text.splitlines()
                number = next((n for n, line in enumerate(lines) if form in line), 0)
                frame = next((line for line in reversed(lines[:number]) if line.lstrip().startswith("File ")), "")
                leaks.append("{}: {}{}".format(place, frame + " | " if frame else "", lines[number].strip()))
    assert leaks == []
    assert not kind or type(error).__name__ == kind, repr(error)


@pytest.fixture(autouse=True)
def nothing_is_told(caplog: Any, capfd: Any) -> Iterator[None]:
    """Look, after each trial, for secrets in the log at DEBUG, in warnings, and on both standard streams."""
    caplog.set_level(logging.DEBUG)
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        yield
    told = "".join(record.getMessage() + repr(record.args) + str(record.exc_text) for record in caplog.records)
    out, err = capfd.readouterr()
    for text in (told, out, err, "".join(str(warning.message) for warning in warned)):
        assert not any(form in text for form in PATTERNS), text


@pytest.fixture
def server() -> Iterator[Any]:
    with EmbeddedServer() as running:
        yield running


def client(base_url: str, **options: Any) -> Any:
    """Return a client with every secret that a client can have."""
    options.setdefault("timeout", 10)
    options.setdefault("max_retries", 0)
    return package.OpenAI(
        api_key=KEY,
        organization=ORGANIZATION,
        project=PROJECT,
        base_url=base_url,
        default_headers={"Cookie": COOKIE, "X-Api-Key": KEY},
        environment=False,
        **options,
    )


def dead_port() -> int:
    """Return a port on which nobody listens."""
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def chat(base_url: str, stream: bool = False, **options: Any) -> None:
    """Make a call, and read what it answers."""
    with client(base_url, **options) as ours:
        got = ours.chat.completions.create(stream=stream, **ASKED)
        if stream:
            for _ in got:
                pass


def chat_async(base_url: str, stream: bool = False) -> None:
    """Make the same call with the async client."""

    async def talk() -> None:
        options = {"api_key": KEY, "organization": ORGANIZATION, "project": PROJECT}
        made = package.AsyncOpenAI(base_url=base_url, timeout=10, max_retries=0, environment=False, **options)
        del options
        async with made as ours:
            got = await ours.chat.completions.create(stream=stream, **ASKED)
            if stream:
                async for _ in got:
                    pass

    asyncio.run(talk())


# Fault, and what it becomes: of a whole answer, and of a stream.
FAULTS = [
    ("reset", "APIConnectionError", "APIConnectionError"),
    ("garbage", "APIConnectionError", "APIConnectionError"),
    ("status=401", "AuthenticationError", "AuthenticationError"),
    ("status=500", "InternalServerError", "InternalServerError"),
    ("html", "APIResponseValidationError", "APIResponseValidationError"),
    ("html; status=502", "InternalServerError", "InternalServerError"),
    ("malformed", "APIResponseValidationError", "APIResponseValidationError"),
    ("empty", "APIResponseValidationError", ""),
    ("cut=20", "APIConnectionError", ""),
    ("reset=20", "APIConnectionError", ""),
    ("redirect=ftp://127.0.0.1/", "APIStatusError", "APIStatusError"),
]
STREAM_FAULTS = [
    ("cut-events=2", "IncompleteStreamError"),
    ("reset=700", "IncompleteStreamError"),
    ("no-done; cut-events=1", "IncompleteStreamError"),
    ("stream-error", "APIError"),
]


@pytest.mark.parametrize("make", [chat, chat_async], ids=["sync", "async"])
@pytest.mark.parametrize(("fault", "whole", "streamed"), FAULTS, ids=[fault for fault, _, _ in FAULTS])
def test_no_fault_shows_them(
    server: Any, fault: str, whole: str, streamed: str, make: Callable[[str, bool], None]
) -> None:
    server.inject_fault(fault)
    check(failure(lambda: make(server.base_url, False)), whole)
    assert server.requests[0].header("authorization") == "Bearer " + KEY
    if streamed:
        server.inject_fault(fault)
        check(failure(lambda: make(server.base_url, True)), streamed)


@pytest.mark.parametrize("make", [chat, chat_async], ids=["sync", "async"])
@pytest.mark.parametrize(("fault", "kind"), STREAM_FAULTS, ids=[fault for fault, _ in STREAM_FAULTS])
def test_no_fault_in_a_stream_shows_them(server: Any, fault: str, kind: str, make: Callable[[str, bool], None]) -> None:
    server.inject_fault(fault)
    check(failure(lambda: make(server.base_url, True)), kind)


@pytest.mark.parametrize("fault", [STALL, "stall-body=30"])
@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
def test_no_timeout_shows_them(server: Any, fault: str, stream: bool) -> None:
    server.inject_fault(fault)
    check(failure(lambda: chat(server.base_url, stream, timeout=SHORT)), "APITimeoutError")


@pytest.mark.parametrize("make", [chat, chat_async], ids=["sync", "async"])
def test_no_refused_connection_shows_them(make: Callable[[str], None]) -> None:
    check(failure(lambda: make("http://127.0.0.1:{}/v1".format(dead_port()))), "APIConnectionError")


def test_nothing_shows_them_after_retries(server: Any) -> None:
    server.inject_fault("status=503; retry-after-ms=1; times=2")
    server.inject_fault("reset; times=3")
    error = failure(lambda: chat(server.base_url, max_retries=2))
    check(error, "APIConnectionError")
    assert getattr(error, "attempts", 0) == 3


def test_no_missing_name_shows_them(server: Any) -> None:
    check(failure(lambda: chat("http://no-such-host.invalid/v1")), "APIConnectionError")


def test_an_error_that_is_raised_while_another_is_handled_leaves_that_one_alone(server: Any) -> None:
    """Frames of ours are emptied; those of the caller, whose exception is only the context, are the caller's."""
    server.inject_fault("reset")

    def handle() -> list[str]:
        try:
            raise LookupError("of the caller")
        except LookupError as own:
            before = own.__traceback__
            error = failure(lambda: chat(server.base_url))
            check(error, "APIConnectionError")
            assert before is not None
            assert own.__traceback__ is before
            return [frame.name for frame in traceback.extract_tb(own.__traceback__)]

    assert handle() == ["handle"]


# What a server may send back of what it was sent.


def test_a_server_that_repeats_the_key_is_not_repeated(server: Any) -> None:
    """Gateways exist that answer a refused key with the key."""
    said = "Invalid key {}, says the gateway".format(KEY)
    server.inject_fault("status=401; message=" + said)
    error = failure(lambda: chat(server.base_url))
    check(error, "AuthenticationError")
    assert "says the gateway" in str(error)


def test_the_organization_in_an_answer_is_not_shown() -> None:
    """The API names it in the head of every answer."""
    fields = ("OpenAI-Organization: " + ORGANIZATION, "Set-Cookie: " + COOKIE, "Content-Type: application/json")
    for status, body in (("400 Bad Request", b'{"error": {"message": "no"}}'), ("200 OK", b"{")):
        with RawServer(REQUEST, answer(body, status, *fields)) as raw:
            url = raw.url + "/v1"
            error = failure(lambda: chat(url))  # noqa: B023  # called at once
        check(error)
        assert getattr(error, "response").headers["openai-organization"] == ORGANIZATION  # noqa: B009


# Redirects.


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("make", [chat, chat_async], ids=["sync", "async"])
def test_another_origin_learns_nothing(server: Any, status: int, make: Callable[[str], None]) -> None:
    """Trap 5: urllib sends the headers along, key and all."""
    with EmbeddedServer() as other:
        server.inject_fault("redirect={}/elsewhere; status={}".format(other.base_url, status))
        check(failure(lambda: make(server.base_url)))
        arrived = other.requests[0]
        assert arrived.path == "/v1/elsewhere"
        identifying = ("authorization", "openai-organization", "openai-project", "cookie", "api-key", "x-api-key")
        assert {name: arrived.header(name) for name in identifying} == dict.fromkeys(identifying, "")
        assert MARK not in repr(arrived.headers) + arrived.target
        assert MARK not in arrived.body.decode()
    assert server.requests[0].header("openai-organization") == ORGANIZATION


def test_a_key_that_is_asked_for_stays_at_home_too(server: Any) -> None:
    with EmbeddedServer() as other:
        server.inject_fault("redirect={}/elsewhere; status=307".format(other.base_url))
        with package.OpenAI(api_key=lambda: KEY, base_url=server.base_url, environment=False, max_retries=0) as ours:
            check(failure(lambda: ours.chat.completions.create(**ASKED)))
        assert [request.header("authorization") for request in other.requests] == [""]
    assert server.requests[0].header("authorization") == "Bearer " + KEY


# Settings that cannot work. What is wrong is named, never shown.

BAD_KEYS = [KEY + "\n", KEY + " two", KEY + "é", KEY + "\u201d", KEY + "\r\nX-Evil: 1", KEY + "\0"]
BAD_KEY_IDS = ["newline", "blank", "latin", "quote", "injection", "nul"]


@pytest.mark.parametrize("key", BAD_KEYS, ids=BAD_KEY_IDS)
def test_a_key_that_cannot_be_sent_is_not_shown(server: Any, key: str) -> None:
    held = Hold(lambda: key)  # not a local of the frames that are looked at
    with client(server.base_url) as ours:
        ways = [
            lambda: package.OpenAI(api_key=held.call(), environment=False),
            lambda: package.AsyncOpenAI(api_key=held.call(), environment=False),
            lambda: package.Config(api_key=held.call()),
            lambda: package.configure(api_key=held.call()),
            lambda: package.configure(environment={"OPENAI_API_KEY": held.call() + "é"}),
            lambda: package.OpenAI(environment={"OPENAI_API_KEY": held.call() + "é"}),
            lambda: ours.chat.completions.create(config=package.Config(api_key=held.call()), **ASKED),
            lambda: package.OpenAI(api_key=held.call, base_url=server.base_url).chat.completions.create(**ASKED),
        ]
        for way in ways:
            check(failure(way), "ConfigError")
    assert server.requests == []


@pytest.mark.parametrize("bad", ["\n", "\u201d", "\0"], ids=["newline", "quote", "nul"])
def test_other_settings_that_cannot_be_sent_are_not_shown(server: Any, bad: str) -> None:
    for way in (
        lambda: package.OpenAI(api_key=KEY, organization=ORGANIZATION + bad, environment=False),
        lambda: package.OpenAI(api_key=KEY, project=PROJECT + bad, environment=False),
        lambda: package.OpenAI(api_key=KEY, default_headers={"Cookie": COOKIE + bad}, environment=False),
        lambda: package.OpenAI(
            api_key=KEY, default_headers={"Authorization": "Bearer " + KEY + bad}, environment=False
        ),
        lambda: package.Config(organization_key=ORGANIZATION + bad),
        lambda: package.Config(default_headers={"Authorization": KEY, "api-key": KEY + bad}),
        lambda: package.Config(http_options={"headers": {"Authorization": KEY + bad}}),
        lambda: package.Config(api_key=KEY, http_options={"header": {}}),
        lambda: package.Config(api_key=KEY, organisation=ORGANIZATION),
        lambda: package.Config(api_key=KEY, base_url="ftp://127.0.0.1"),
        lambda: package.OpenAI(api_key=KEY, organization=ORGANIZATION, timeout="soon", environment=False),
        lambda: package.OpenAI(api_key=KEY, default_headers={"Cookie": COOKIE}, base_url=package.Env("NO_SUCH_URL")),
    ):
        error = failure(way)
        check(error)
        assert isinstance(error, package.ConfigError), repr(error)


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": "Bearer " + KEY + "\n"},
        {"Authorization": "Bearer " + KEY, "X-Team": 5},
        {"Cookie": COOKIE + "\r\nX-Evil: 1"},
        {"api-key": KEY, "not a name": "x"},
        {"OpenAI-Organization": ORGANIZATION + "\u201d"},
    ],
    ids=["line break", "number", "injection", "name", "not latin"],
)
def test_headers_of_a_call_are_not_shown(server: Any, headers: dict[str, Any]) -> None:
    held = Hold(lambda: headers)
    with client(server.base_url) as ours:
        check(failure(lambda: ours.chat.completions.create(extra_headers=held.call(), **ASKED)), "ConfigError")
        server.inject_fault("status=400")
        good = Hold(lambda: {"Authorization": "Bearer " + KEY + "2", "Cookie": COOKIE})
        check(failure(lambda: ours.chat.completions.create(extra_headers=good.call(), **ASKED)), "BadRequestError")
        check(failure(lambda: ours.chat.completions.create(extra_headers=good.call(), model="m")), "ArgumentError")
    assert len(server.requests) == 1


def test_a_password_in_the_base_url_is_not_shown() -> None:
    for url in (
        "http://user:{}@127.0.0.1/v1",
        "https://{}@127.0.0.1/v1",
        "ftp://user:{}@127.0.0.1",
        "http://u:{}@h:x/",
    ):
        held = Hold(lambda: url.format(PASSWORD))  # noqa: B023  # called at once
        for way in (
            lambda: package.OpenAI(api_key=KEY, base_url=held.call(), environment=False),  # noqa: B023
            lambda: package.Config(base_url=held.call()),  # noqa: B023
            lambda: package.Config(api_url=held.call()),  # noqa: B023
            lambda: package.OpenAI(environment={"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": held.call()}),  # noqa: B023
        ):
            check(failure(way), "ConfigError")


def test_the_password_of_a_proxy_is_not_shown(server: Any) -> None:
    proxy = "http://user:{}@127.0.0.1:{}"
    refused = Hold(lambda: package.Config(http_options={"proxy": proxy.format(PASSWORD, dead_port())}))
    for base_url in ("http://127.0.0.1:9/v1", "https://127.0.0.1:9/v1"):
        with client(base_url) as ours:
            call = ours.chat.completions.create
            check(failure(lambda: call(config=refused.call(), **ASKED)), "APIConnectionError")  # noqa: B023
    for text in ("http:user:{}@127.0.0.1", "user:{}@127.0.0.1:x", "ftp://user:{}@127.0.0.1", "http://u:{}@127.0.0.1:x"):
        held = Hold(lambda: {"proxy": text.format(PASSWORD)})  # noqa: B023
        check(failure(lambda: package.Config(http_options=held.call())), "ConfigError")  # noqa: B023
    config = refused.call()
    for text in (repr(config), repr(config.http_options), str(package.OpenAI(api_key=KEY, config=config).settings)):
        assert not any(form in text for form in PATTERNS), text


def test_a_proxy_that_refuses_is_not_shown(server: Any) -> None:
    """Its 407 is an answer like others; for a tunnel it is a connection that failed."""
    with RawServer(REQUEST, answer(b"who are you?", "407 Proxy Authentication Required")) as proxy:
        url = "http://user:{}@127.0.0.1:{}".format(PASSWORD, proxy.port)
        config = package.Config(http_options={"proxy": url})
        del url
        for base_url, kind in ((server.base_url, "APIStatusError"), ("https://127.0.0.1:9/v1", "APIConnectionError")):
            with client(base_url) as ours:
                check(failure(lambda: ours.chat.completions.create(config=config, **ASKED)), kind)  # noqa: B023
        assert len(proxy.requests) == 2
    assert server.requests == []


# Values that are printed on the way.


def test_clients_settings_and_configs_do_not_show_them() -> None:
    config = package.Config(
        api_key=KEY,
        organization=ORGANIZATION,
        project=PROJECT,
        default_headers={"authorization": KEY, "COOKIE": COOKIE, "Api-Key": KEY, "X-Team": "seven"},
        http_options={"headers": {"Authorization": KEY}, "proxy": "http://user:{}@127.0.0.1:9".format(PASSWORD)},
    )
    environment = {"OPENAI_API_KEY": KEY, "OPENAI_ORG_ID": ORGANIZATION, "OPENAI_PROJECT_ID": PROJECT}
    ours = package.OpenAI(config=config, environment=environment)
    values = [
        ours,
        config,
        ours.settings,
        ours.settings.layers,
        ours.settings.headers,
        ours.settings.explain(),
        ours.files,
    ]
    values += [dict(ours.settings.headers), config.default_headers, config.http_options, config.organization]
    values += [ours.api_key, ours.chat.completions.create, vars(ours)]
    for value in values:
        text = repr(value)
        assert not any(form in text for form in PATTERNS), text
    explained = ours.settings.explain()
    assert explained["api_key"] == "*** (config)"
    assert "seven" in explained["default_headers[X-Team]"]
    assert not any(MARK in line for line in explained.values())
    # Hidden, and there.
    assert ours.api_key == KEY
    assert ours.settings.headers["openai-organization"] == ORGANIZATION
    assert "{}".format(ours.api_key) == KEY
    assert pickle.loads(pickle.dumps(config)) == config


def test_requests_and_answers_do_not_show_them(server: Any) -> None:
    with client(server.base_url) as ours:
        reply = ours.files.content(ours.files.create(file=b"x", purpose="assistants").id).response
        with ours.chat.completions.create(stream=True, **ASKED) as stream:
            values = [reply, reply.request, reply.request.headers, stream, stream.response, vars(stream)]
            assert not any(MARK in repr(value) for value in values)
            for value in (reply, reply.request):
                assert MARK.encode() not in pickle.dumps(value)
        assert reply.request.headers["authorization"] == "Bearer " + KEY


# What is no error of ours, and goes through us.


class Grows(io.BytesIO):
    """A file that is longer when it is read than when it was measured."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(size) + b"more"


class Breaks(io.BytesIO):
    """A file that cannot be read to its end."""

    error: type[BaseException] = OSError

    def read(self, size: int | None = -1) -> bytes:
        raise self.error("cannot be read")


class Interrupts(Breaks):
    """A file that is read when the user gives up."""

    error = KeyboardInterrupt


class HasABug(Breaks):
    """A file whose class has a bug."""

    error = ZeroDivisionError


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        (Grows, "UploadError"),
        (Breaks, "UploadError"),
        (Interrupts, "KeyboardInterrupt"),
        (HasABug, "ZeroDivisionError"),
    ],
)
def test_what_happens_while_sending_does_not_show_them(server: Any, file: type[io.BytesIO], kind: str) -> None:
    """The frames of http.client hold the head of the request in the clear."""
    with client(server.base_url) as ours:
        check(failure(lambda: ours.files.create(file=file(b"content"), purpose="assistants")), kind)


def test_an_exception_of_the_key_s_own_source_passes_through(server: Any) -> None:
    def source() -> str:
        raise PermissionError("the vault is locked")

    with package.OpenAI(api_key=source, organization=ORGANIZATION, base_url=server.base_url, max_retries=0) as ours:
        error = failure(lambda: ours.chat.completions.create(**ASKED))
    check(error)
    assert "the vault is locked" in str(error)


# The command line.

COMMANDS = [
    ("dead port", None, "error: "),
    ("401", "status=401; times=9", "401"),
    ("500", "status=500; times=9; should-retry=false", "500"),
    ("repeats", "status=401; times=9; message=Your key {} is no good".format(KEY), "no good"),
    ("reset", "reset; times=9", "error: "),
    ("stall", "stall=30; times=9", "timed out"),
    ("cut", "cut-events=2; times=9", "error: "),
    ("html", "html; times=9", "HTML"),
]


@pytest.mark.parametrize(("fault", "says"), [row[1:] for row in COMMANDS], ids=[row[0] for row in COMMANDS])
def test_the_command_line_does_not_show_them(server: Any, fault: str | None, says: str) -> None:
    base_url = server.base_url if fault else "http://127.0.0.1:{}/v1".format(dead_port())
    if fault:
        server.inject_fault(fault)
    settings = {"API_KEY": KEY, "ORG_ID": ORGANIZATION, "PROJECT_ID": PROJECT, "BASE_URL": base_url}
    environment = {**os.environ, **{"OPENAI_" + name: value for name, value in settings.items()}}
    environment["PYTHONPATH"] = str(FOLDER.parents[PACKAGE.count(".")])
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-m", PACKAGE, "chat", "--timeout", str(SHORT), "hi"],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=PATIENCE,
    )
    told = (done.stdout + done.stderr).decode()
    assert done.returncode == 1, told
    assert says in told
    assert "Traceback" not in told
    assert MARK not in told
