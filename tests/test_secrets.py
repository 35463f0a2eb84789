# SPDX-License-Identifier: MIT
"""Credentials are in nothing that a program prints, logs, pickles or sends to an error tracker.

Every secret of these tests contains MARK, and every test looks for it in everything that an error shows: its text, the
tracebacks of its chain with the local variables of every frame, its pickle, the log, warnings and standard streams.
"""

from __future__ import annotations

import asyncio
import base64
import io
import json
import logging
import os
import pickle
import socket
import subprocess
import sys
import traceback
import warnings
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any, Callable, Iterator

import pytest

from . import FOLDER, PACKAGE, load, package
from .raw_server import REQUEST, RawServer, forever, respond

PROCESS_TIMEOUT = 60  # seconds for a child process
MARK = "secret-0f1e2d3c"
KEY = "sk-" + MARK + "-key"
ORGANIZATION = "org-" + MARK
PROJECT = "proj_" + MARK
COOKIE = "session=" + MARK
PASSWORD = "password-" + MARK
# The plain form of a secret, and the encoded form of a proxy password that is sent, and may be in a frame.
PATTERNS = (MARK, base64.b64encode(b"user:" + PASSWORD.encode()).decode())

ARGUMENTS = {"model": "m", "messages": [{"role": "user", "content": "hi"}]}
SHORT_TIMEOUT = 0.3  # seconds, shorter than any stall of the server
STALL = "stall=30"

EmbeddedServer = load("testing").EmbeddedServer


class Hold:
    """A callable whose secrets are not local variables of its caller."""

    def __init__(self, call: Callable[[], Any]) -> None:
        self.call = call


def failure(call: Callable[[], Any]) -> BaseException:
    """Return the exception that `call` raises."""
    try:
        call()
    except BaseException as error:  # also KeyboardInterrupt, which some tests raise
        return error
    raise AssertionError("nothing was raised")


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an exception with its causes and contexts, also suppressed ones."""
    pending, seen = [error], set()
    while pending:
        current = pending.pop()
        if current is not None and id(current) not in seen:
            seen.add(id(current))
            yield current
            pending += [current.__cause__, current.__context__]


def iter_shown(error: BaseException) -> Iterator[tuple[str, str]]:
    """Yield everything that an error shows as pairs of source and text."""
    for cause in chain(error):
        name = type(cause).__name__
        yield name + " as text", str(cause)
        yield name + " as repr", repr(cause)
        yield name + "'s args", repr(cause.args)
        yield name + "'s attributes", repr(vars(cause))
        for attribute in ("summary", "message", "body", "request", "response", "received", "request_id"):
            yield name + "." + attribute, repr(getattr(cause, attribute, None))
        for owner in ("request", "response"):
            yield name + "'s headers", repr(getattr(getattr(cause, owner, None), "headers", None))
        with_locals = traceback.TracebackException.from_exception(cause, capture_locals=True)
        yield name + "'s traceback with locals", "".join(with_locals.format())
    yield "traceback", "".join(traceback.format_exception(type(error), error, error.__traceback__))
    if isinstance(error, package.OpenAIError):
        pickled = pickle.dumps(error)
        yield "pickle", pickled.decode("latin-1")
        restored = pickle.loads(pickled)
        assert type(restored) is type(error)
        assert str(restored) == str(error)
        yield "restored", repr(restored) + repr(vars(restored))


def check(error: BaseException, error_name: str = "") -> None:
    """Fail if an error shows a secret, or if its class is not named `error_name`. The failure names the location."""
    leaks = []
    for source, text in iter_shown(error):
        for pattern in PATTERNS:
            if pattern in text:
                lines = text.splitlines()
                number = next((n for n, line in enumerate(lines) if pattern in line), 0)
                frame = next((line for line in reversed(lines[:number]) if line.lstrip().startswith("File ")), "")
                leaks.append("{}: {}{}".format(source, frame + " | " if frame else "", lines[number].strip()))
    assert leaks == []
    assert not error_name or type(error).__name__ == error_name, repr(error)


@pytest.fixture(autouse=True)
def check_output(caplog: Any, capfd: Any) -> Iterator[None]:
    """After each test, look for secrets in the log at level DEBUG, in warnings, and on both standard streams."""
    caplog.set_level(logging.DEBUG)
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        yield
    output = "".join(record.getMessage() + repr(record.args) + str(record.exc_text) for record in caplog.records)
    out, err = capfd.readouterr()
    for text in (output, out, err, "".join(str(warning.message) for warning in warned)):
        assert not any(pattern in text for pattern in PATTERNS), text


@pytest.fixture
def server() -> Iterator[Any]:
    with EmbeddedServer() as running:
        yield running


def make_client(base_url: str, **options: Any) -> Any:
    """Return a client with every secret that a client can have."""
    options.setdefault("timeout", 10)
    options.setdefault("max_retries", 0)
    return package.OpenAI(
        api_key=KEY,
        organization=ORGANIZATION,
        project=PROJECT,
        base_url=base_url,
        default_headers={"Cookie": COOKIE, "X-Api-Key": KEY, "Helicone-Auth": "Bearer " + KEY},
        default_query={"api-key": KEY},
        environment=False,
        **options,
    )


def dead_port() -> int:
    """Return a port on which no process listens."""
    with closing(socket.socket()) as unused:
        unused.bind(("127.0.0.1", 0))
        return int(unused.getsockname()[1])


def chat(base_url: str, stream: bool = False, **options: Any) -> None:
    """Make a call with the sync client, and read its result."""
    with make_client(base_url, **options) as openai_client:
        result = openai_client.chat.completions.create(stream=stream, **ARGUMENTS)
        if stream:
            for _ in result:
                pass


def chat_async(base_url: str, stream: bool = False) -> None:
    """Make the same call with the async client."""

    async def talk() -> None:
        options = {"api_key": KEY, "organization": ORGANIZATION, "project": PROJECT}
        unopened = package.AsyncOpenAI(base_url=base_url, timeout=10, max_retries=0, environment=False, **options)
        del options
        async with unopened as openai_client:
            result = await openai_client.chat.completions.create(stream=stream, **ARGUMENTS)
            if stream:
                async for _ in result:
                    pass

    asyncio.run(talk())


# Fault, and the error it causes: in a complete response, and in a stream.
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
@pytest.mark.parametrize(("fault", "error_of_result", "streamed"), FAULTS, ids=[fault for fault, _, _ in FAULTS])
def test_faults_show_no_secrets(
    server: Any, fault: str, error_of_result: str, streamed: str, make: Callable[[str, bool], None]
) -> None:
    server.inject_fault(fault)
    check(failure(lambda: make(server.base_url, False)), error_of_result)
    assert server.requests[0].header("authorization") == "Bearer " + KEY
    if streamed:
        server.inject_fault(fault)
        check(failure(lambda: make(server.base_url, True)), streamed)


@pytest.mark.parametrize("make", [chat, chat_async], ids=["sync", "async"])
@pytest.mark.parametrize(("fault", "error_name"), STREAM_FAULTS, ids=[fault for fault, _ in STREAM_FAULTS])
def test_faults_in_streams_show_no_secrets(
    server: Any, fault: str, error_name: str, make: Callable[[str, bool], None]
) -> None:
    server.inject_fault(fault)
    check(failure(lambda: make(server.base_url, True)), error_name)


@pytest.mark.parametrize("fault", [STALL, "stall-body=30"])
@pytest.mark.parametrize("stream", [False, True], ids=["body", "stream"])
def test_timeouts_show_no_secrets(server: Any, fault: str, stream: bool) -> None:
    server.inject_fault(fault)
    check(failure(lambda: chat(server.base_url, stream, timeout=SHORT_TIMEOUT)), "APITimeoutError")


@pytest.mark.parametrize("make", [chat, chat_async], ids=["sync", "async"])
def test_refused_connections_show_no_secrets(make: Callable[[str], None]) -> None:
    check(failure(lambda: make("http://127.0.0.1:{}/v1".format(dead_port()))), "APIConnectionError")


def test_errors_after_retries_show_no_secrets(server: Any) -> None:
    server.inject_fault("status=503; retry-after-ms=1; times=2")
    server.inject_fault("reset; times=3")
    error = failure(lambda: chat(server.base_url, max_retries=2))
    check(error, "APIConnectionError")
    assert getattr(error, "attempts", 0) == 3


def test_unknown_host_names_show_no_secrets(server: Any) -> None:
    check(failure(lambda: chat("http://no-such-host.invalid/v1")), "APIConnectionError")


def test_exception_that_the_caller_is_handling_keeps_its_frames(server: Any) -> None:
    """Only the library's own frames are cleared, not those of an exception that is only the context."""
    server.inject_fault("reset")

    def handle() -> list[str]:
        try:
            raise LookupError("of the caller")
        except LookupError as handled:
            before = handled.__traceback__
            error = failure(lambda: chat(server.base_url))
            check(error, "APIConnectionError")
            assert before is not None
            assert handled.__traceback__ is before
            return [frame.name for frame in traceback.extract_tb(handled.__traceback__)]

    assert handle() == ["handle"]


# Secrets that a server repeats.


def test_key_that_a_server_repeats_is_masked(server: Any) -> None:
    """Some gateways repeat a rejected key in their message."""
    text = "Invalid key {}, says the gateway".format(KEY)
    server.inject_fault("status=401; message=" + text)
    error = failure(lambda: chat(server.base_url))
    check(error, "AuthenticationError")
    assert "says the gateway" in str(error)


def test_organization_in_response_headers_is_not_shown() -> None:
    """The API sends it with every response."""
    fields = ("OpenAI-Organization: " + ORGANIZATION, "Set-Cookie: " + COOKIE, "Content-Type: application/json")
    for status, body in (("400 Bad Request", b'{"error": {"message": "no"}}'), ("200 OK", b"{")):
        with RawServer(REQUEST, respond(body, status, *fields)) as raw:
            url = raw.url + "/v1"
            error = failure(lambda: chat(url))  # noqa: B023  # called at once
        check(error)
        assert getattr(error, "response").headers["openai-organization"] == ORGANIZATION  # noqa: B009


# Files and hooks.


@pytest.mark.parametrize("status", ["200 OK", "401 Unauthorized"])
def test_files_and_hooks_hold_no_secrets(status: str, tmp_path: Path) -> None:
    """What a program writes with everything that writes files, to a server that repeats the key."""
    for module in ("bulk", "hooks", "rate_limits", "recording", "usage"):
        load(module)  # skips in a copy without it
    seen: list[Any] = []
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "hi"}}
    body: dict[str, Any] = {"id": "c", "object": "chat.completion", "model": "m", "choices": [choice]}
    if status.startswith("401"):
        body = {"error": {"message": "Invalid key {}".format(KEY), "code": KEY}}
    answer = respond(json.dumps(body).encode(), status, "Content-Type: application/json", "Set-Cookie: " + COOKIE)
    with RawServer(forever(REQUEST, answer)) as raw, ExitStack() as stack:
        transport = package.RecordTransport(tmp_path / "cassette.jsonl", mode="all")
        stack.callback(transport.close)
        options: dict[str, Any] = {
            "ledger": package.Ledger(path=tmp_path / "ledger.jsonl"),
            "rate_limiter": package.RateLimiter(requests_per_minute=60_000, path=tmp_path / "limits.json"),
            "on_event": lambda name, fields: seen.append((name, dict(fields))),
            "content": True,
            "transport": transport,
        }
        openai_client = stack.enter_context(make_client(raw.url + "/v1", **options))
        row = {"custom_id": "1", "url": "/v1/chat/completions", "body": ARGUMENTS}
        summary = openai_client.bulk([row], tmp_path / "out.jsonl")
        summary.write_report(tmp_path / "report.html")
    names = {path.name for path in tmp_path.iterdir()}
    assert {"cassette.jsonl", "ledger.jsonl", "limits.json", "out.jsonl", "out.jsonl.journal", "report.html"} <= names
    texts = [(path.name, path.read_bytes().decode("latin-1")) for path in tmp_path.iterdir() if path.is_file()]
    assert {"begun", "attempt_sent", "head_received"} <= {name for name, _ in seen}
    for name, text in [*texts, ("hooks", repr(seen)), ("summary", repr(summary))]:
        assert not any(pattern in text for pattern in PATTERNS), (name, text)


# Redirects.


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("make", [chat, chat_async], ids=["sync", "async"])
def test_redirects_send_no_secrets_to_another_origin(server: Any, status: int, make: Callable[[str], None]) -> None:
    """The redirect handler of urllib would send all headers, with the key."""
    with EmbeddedServer() as other:
        server.inject_fault("redirect={}/elsewhere; status={}".format(other.base_url, status))
        check(failure(lambda: make(server.base_url)))
        request = other.requests[0]
        assert request.path == "/v1/elsewhere"
        sensitive = ("authorization", "openai-organization", "openai-project", "cookie", "api-key", "x-api-key")
        assert {name: request.header(name) for name in sensitive} == dict.fromkeys(sensitive, "")
        assert MARK not in repr(request.headers) + request.target
        assert MARK not in request.body.decode()
    assert server.requests[0].header("openai-organization") == ORGANIZATION


def test_redirects_send_no_key_of_a_callable_to_another_origin(server: Any) -> None:
    with EmbeddedServer() as other:
        server.inject_fault("redirect={}/elsewhere; status=307".format(other.base_url))
        with package.OpenAI(
            api_key=lambda: KEY, base_url=server.base_url, environment=False, max_retries=0
        ) as openai_client:
            check(failure(lambda: openai_client.chat.completions.create(**ARGUMENTS)))
        assert [request.header("authorization") for request in other.requests] == [""]
    assert server.requests[0].header("authorization") == "Bearer " + KEY


# Invalid settings. Messages name them, and never show their values.

BAD_KEYS = [KEY + "\n", KEY + "\x85", KEY + "\u201d", KEY + "\r\nX-Evil: 1", KEY + "\0"]
BAD_KEY_IDS = ["newline", "next line", "quote", "injection", "nul"]


@pytest.mark.parametrize("key", BAD_KEYS, ids=BAD_KEY_IDS)
def test_invalid_key_is_not_shown(server: Any, key: str) -> None:
    held = Hold(lambda: key)  # not a local variable of a frame that is inspected
    with make_client(server.base_url) as openai_client:
        calls = [
            lambda: package.OpenAI(api_key=held.call(), environment=False),
            lambda: package.AsyncOpenAI(api_key=held.call(), environment=False),
            lambda: package.Config(api_key=held.call()),
            lambda: package.configure(api_key=held.call()),
            lambda: package.configure(environment={"OPENAI_API_KEY": held.call() + "漢"}),
            lambda: package.OpenAI(environment={"OPENAI_API_KEY": held.call() + "漢"}),
            lambda: openai_client.chat.completions.create(config=package.Config(api_key=held.call()), **ARGUMENTS),
            lambda: package.OpenAI(api_key=held.call, base_url=server.base_url).chat.completions.create(**ARGUMENTS),
        ]
        for call in calls:
            check(failure(call), "ConfigError")
    assert server.requests == []


class Shown:
    """An object whose repr shows its content."""

    def __repr__(self) -> str:
        return "Shown({!r})".format(KEY)


# Values of types that no key, text or header has. They are made by functions, so no inspected frame refers to them.
WRONG_TYPES: dict[str, Callable[[], Any]] = {
    "bytes": KEY.encode,
    "list": lambda: [KEY],
    "nested": lambda: [[{"key": [KEY]}]],
    "mapping": lambda: {"key": KEY.encode()},
    "pairs": lambda: [("Authorization", KEY.encode())],
    "object": Shown,
}
TEXT_OPTIONS = ("api_key", "admin_api_key", "webhook_secret", "organization", "project", "base_url", "default_headers")
WEBHOOK_HEADERS = {"webhook-signature": "v1,x", "webhook-timestamp": "1", "webhook-id": "id"}


def ask(openai_client: Any) -> Any:
    return openai_client.chat.completions.create(**ARGUMENTS)


async def ask_async(held: Hold, base_url: str) -> None:
    async def key() -> Any:
        return held.call()

    options: Any = {"base_url": base_url, "environment": False, "max_retries": 0}
    await package.AsyncOpenAI(api_key=key, **options).chat.completions.create(**ARGUMENTS)


def set_package_attribute(name: str, held: Hold) -> None:
    try:
        setattr(package, name, held.call())
        package.chat_completion(ARGUMENTS)
    finally:
        delattr(package, name)


def iter_wrong_calls(held: Hold, openai_client: Any) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Yield calls that pass the held value wherever a key or a header can be passed, with their names."""
    base_url, create = str(openai_client.base_url), openai_client.chat.completions.create
    azure = {"api_version": "1", "azure_endpoint": base_url, "environment": False}
    bedrock = load("providers").bedrock
    region = {"region": "us-east-1", "base_url": base_url}
    options: Any = {"base_url": base_url, "environment": False, "max_retries": 0}
    for name in TEXT_OPTIONS:
        yield "OpenAI " + name, lambda: package.OpenAI(**{"api_key": "k", name: held.call()}, environment=False)  # noqa: B023
        yield "AsyncOpenAI " + name, lambda: package.AsyncOpenAI(**{"api_key": "k", name: held.call()})  # noqa: B023
        yield "Config " + name, lambda: package.Config(**{name: held.call()})  # noqa: B023
        yield "configure " + name, lambda: package.configure(**{name: held.call()})  # noqa: B023
        yield "copy " + name, lambda: openai_client.copy(**{name: held.call()})  # noqa: B023
        yield "package." + name, lambda: set_package_attribute(name, held)  # noqa: B023
        if name != "default_headers":
            yield "client." + name, lambda: setattr(openai_client.copy(), name, held.call())  # noqa: B023
    yield "header", lambda: package.OpenAI(default_headers={"Authorization": held.call()}, environment=False)
    yield "Config header", lambda: package.Config(default_headers={"X-Other": held.call()})
    yield "set_default_headers", lambda: openai_client.copy(set_default_headers={"api-key": held.call()})
    yield "extra_headers", lambda: create(extra_headers=held.call(), **ARGUMENTS)
    yield "extra_headers header", lambda: create(extra_headers={"Authorization": held.call()}, **ARGUMENTS)
    yield "get", lambda: openai_client.get("/models", options={"headers": {"Authorization": held.call()}})
    yield "http_options headers", lambda: package.Config(http_options={"headers": {"Authorization": held.call()}})
    yield "http_options proxy", lambda: package.Config(http_options={"proxy": held.call()})
    yield "config of a call", lambda: create(config=held.call(), **ARGUMENTS)
    yield "config of a client", lambda: package.OpenAI(config=held.call(), environment=False)
    yield "callable", lambda: ask(package.OpenAI(api_key=held.call, **options))
    yield "coroutine", lambda: asyncio.run(ask_async(held, base_url))
    yield "variable", lambda: package.OpenAI(environment={"OPENAI_API_KEY": held.call()})
    yield "variable of configure", lambda: package.configure(environment={"OPENAI_API_KEY": held.call()})
    yield "Azure api_key", lambda: ask(package.AzureOpenAI(api_key=held.call(), **azure))
    yield "Azure azure_ad_token", lambda: ask(package.AzureOpenAI(azure_ad_token=held.call(), **azure))
    yield "Azure provider", lambda: ask(package.AzureOpenAI(azure_ad_token_provider=held.call, **azure))
    yield "Bedrock api_key", lambda: ask(package.OpenAI(provider=bedrock(api_key=held.call(), **region)))
    yield (
        "Bedrock secret",
        lambda: bedrock(access_key_id="a", secret_access_key=held.call(), **region),
    )
    yield (
        "Bedrock session",
        lambda: bedrock(access_key_id="a", secret_access_key="b", session_token=held.call(), **region),
    )
    yield "Bedrock provider", lambda: ask(package.OpenAI(provider=bedrock(token_provider=held.call, **region)))
    yield "unwrap", lambda: openai_client.webhooks.unwrap("{}", WEBHOOK_HEADERS, secret=held.call())


@pytest.mark.parametrize("wrong", WRONG_TYPES)
def test_a_key_of_a_wrong_type_is_not_shown(server: Any, wrong: str) -> None:
    """It is told by the name of its type; nothing is sent."""
    held = Hold(WRONG_TYPES[wrong])
    refused = 0
    with make_client(server.base_url) as openai_client:
        for name, call in iter_wrong_calls(held, openai_client):
            if wrong == "mapping" and name.endswith(("default_headers", "extra_headers")) or wrong == "pairs" == name:
                continue  # a header with a wrong value
            try:
                error = failure(call)
            except AssertionError:  # a mapping, or pairs, can be headers
                assert "headers" in name, name
                continue
            check(error)
            assert isinstance(error, (package.OpenAIError, package.InvalidWebhookSignatureError)), (name, error)
            refused += 1
    assert server.requests == [] and refused > 60


@pytest.mark.parametrize("bad", ["\n", "\u201d", "\0"], ids=["newline", "quote", "nul"])
def test_other_invalid_settings_are_not_shown(server: Any, bad: str) -> None:
    for call in (
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
        error = failure(call)
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
    with make_client(server.base_url) as openai_client:
        check(
            failure(lambda: openai_client.chat.completions.create(extra_headers=held.call(), **ARGUMENTS)),
            "ConfigError",
        )
        server.inject_fault("status=400")
        good = Hold(lambda: {"Authorization": "Bearer " + KEY + "2", "Cookie": COOKIE})
        check(
            failure(lambda: openai_client.chat.completions.create(extra_headers=good.call(), **ARGUMENTS)),
            "BadRequestError",
        )
        check(
            failure(lambda: openai_client.chat.completions.create(extra_headers=good.call(), model="m")),
            "ArgumentError",
        )
    assert len(server.requests) == 1


def test_a_password_in_the_base_url_is_not_shown() -> None:
    for url in (
        "http://user:{}@127.0.0.1/v1",
        "https://{}@127.0.0.1/v1",
        "ftp://user:{}@127.0.0.1",
        "http://u:{}@h:x/",
    ):
        held = Hold(lambda: url.format(PASSWORD))  # noqa: B023  # called at once
        for call in (
            lambda: package.OpenAI(api_key=KEY, base_url=held.call(), environment=False),  # noqa: B023
            lambda: package.Config(base_url=held.call()),  # noqa: B023
            lambda: package.Config(api_url=held.call()),  # noqa: B023
            lambda: package.OpenAI(environment={"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": held.call()}),  # noqa: B023
        ):
            check(failure(call), "ConfigError")


def test_the_password_of_a_proxy_is_not_shown(server: Any) -> None:
    proxy = "http://user:{}@127.0.0.1:{}"
    refused = Hold(lambda: package.Config(http_options={"proxy": proxy.format(PASSWORD, dead_port())}))
    for base_url in ("http://127.0.0.1:9/v1", "https://127.0.0.1:9/v1"):
        with make_client(base_url) as openai_client:
            call = openai_client.chat.completions.create
            check(failure(lambda: call(config=refused.call(), **ARGUMENTS)), "APIConnectionError")  # noqa: B023
    for text in ("http:user:{}@127.0.0.1", "user:{}@127.0.0.1:x", "ftp://user:{}@127.0.0.1", "http://u:{}@127.0.0.1:x"):
        held = Hold(lambda: {"proxy": text.format(PASSWORD)})  # noqa: B023
        check(failure(lambda: package.Config(http_options=held.call())), "ConfigError")  # noqa: B023
    config = refused.call()
    for text in (repr(config), repr(config.http_options), str(package.OpenAI(api_key=KEY, config=config).settings)):
        assert not any(pattern in text for pattern in PATTERNS), text


def test_password_of_a_refusing_proxy_is_not_shown(server: Any) -> None:
    """A 407 is an ordinary response; for a tunnel it is a connection failure."""
    with RawServer(REQUEST, respond(b"who are you?", "407 Proxy Authentication Required")) as proxy:
        url = "http://user:{}@127.0.0.1:{}".format(PASSWORD, proxy.port)
        config = package.Config(http_options={"proxy": url})
        del url
        for base_url, error_name in (
            (server.base_url, "APIStatusError"),
            ("https://127.0.0.1:9/v1", "APIConnectionError"),
        ):
            with make_client(base_url) as openai_client:
                check(failure(lambda: openai_client.chat.completions.create(config=config, **ARGUMENTS)), error_name)  # noqa: B023
        assert len(proxy.requests) == 2
    assert server.requests == []


# Values that programs print.


def test_clients_settings_and_configs_show_no_secrets() -> None:
    config = package.Config(
        api_key=KEY,
        organization=ORGANIZATION,
        project=PROJECT,
        default_headers={"authorization": KEY, "COOKIE": COOKIE, "Api-Key": KEY, "X-Team": "seven"},
        http_options={"headers": {"Authorization": KEY}, "proxy": "http://user:{}@127.0.0.1:9".format(PASSWORD)},
    )
    environment = {"OPENAI_API_KEY": KEY, "OPENAI_ORG_ID": ORGANIZATION, "OPENAI_PROJECT_ID": PROJECT}
    openai_client = package.OpenAI(config=config, environment=environment)
    values = [
        openai_client,
        config,
        openai_client.settings,
        openai_client.settings.layers,
        openai_client.settings.headers,
        openai_client.settings.explain(),
        openai_client.files,
    ]
    values += [dict(openai_client.settings.headers), config.default_headers, config.http_options, config.organization]
    values += [openai_client.api_key, openai_client.chat.completions.create, vars(openai_client)]
    for value in values:
        text = repr(value)
        assert not any(pattern in text for pattern in PATTERNS), text
    explained = openai_client.settings.explain()
    assert explained["api_key"] == "*** (config)"
    assert "seven" in explained["default_headers[X-Team]"]
    assert not any(MARK in line for line in explained.values())
    # Masked only when they are shown.
    assert openai_client.api_key == KEY
    assert openai_client.settings.headers["openai-organization"] == ORGANIZATION
    assert "{}".format(openai_client.api_key) == KEY
    assert pickle.loads(pickle.dumps(config)) == config


def test_requests_and_responses_show_no_secrets(server: Any) -> None:
    with make_client(server.base_url) as openai_client:
        response = openai_client.files.content(openai_client.files.create(file=b"x", purpose="assistants").id).response
        with openai_client.chat.completions.create(stream=True, **ARGUMENTS) as stream:
            values = [response, response.request, response.request.headers, stream, stream.response, vars(stream)]
            assert not any(MARK in repr(value) for value in values)
            for value in (response, response.request):
                assert MARK.encode() not in pickle.dumps(value)
        assert response.request.headers["authorization"] == "Bearer " + KEY


# Exceptions of the caller that pass through the library.


class Grows(io.BytesIO):
    """A file that returns more than its size."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(size) + b"more"


class Breaks(io.BytesIO):
    """A file that cannot be read."""

    error: type[BaseException] = OSError

    def read(self, size: int | None = -1) -> bytes:
        raise self.error("cannot be read")


class Interrupts(Breaks):
    """A file whose read() is interrupted by Ctrl-C."""

    error = KeyboardInterrupt


class HasABug(Breaks):
    """A file whose read() has a bug."""

    error = ZeroDivisionError


@pytest.mark.parametrize(
    ("file", "error_name"),
    [
        (Grows, "UploadError"),
        (Breaks, "UploadError"),
        (Interrupts, "KeyboardInterrupt"),
        (HasABug, "ZeroDivisionError"),
    ],
)
def test_errors_while_sending_show_no_secrets(server: Any, file: type[io.BytesIO], error_name: str) -> None:
    """The frames of http.client contain the unmasked headers of the request."""
    with make_client(server.base_url) as openai_client:
        check(failure(lambda: openai_client.files.create(file=file(b"content"), purpose="assistants")), error_name)


def test_exception_of_the_api_key_callable_passes_through(server: Any) -> None:
    def source() -> str:
        raise PermissionError("the vault is locked")

    with package.OpenAI(
        api_key=source, organization=ORGANIZATION, base_url=server.base_url, max_retries=0
    ) as openai_client:
        error = failure(lambda: openai_client.chat.completions.create(**ARGUMENTS))
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


def start_chat(base_url: str, timeout: float) -> subprocess.Popen[bytes]:
    """Start the chat command in a process that has every secret in its environment."""
    settings = {"API_KEY": KEY, "ORG_ID": ORGANIZATION, "PROJECT_ID": PROJECT, "BASE_URL": base_url}
    return subprocess.Popen(
        [sys.executable, "-X", "dev", "-m", PACKAGE, "chat", "--timeout", str(timeout), "hi"],
        env={
            **os.environ,
            **{"OPENAI_" + name: value for name, value in settings.items()},
            "PYTHONPATH": str(FOLDER.parents[PACKAGE.count(".")]),
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_command_line_shows_no_secrets() -> None:
    """The commands run at the same time, because most of what they do is to wait before they retry."""
    with ExitStack() as stack:
        processes = []
        for _, fault, _ in COMMANDS:
            base_url, timeout = "http://127.0.0.1:{}/v1".format(dead_port()), float(PROCESS_TIMEOUT)
            if fault:
                faulty = stack.enter_context(EmbeddedServer())
                faulty.inject_fault(fault)
                base_url = faulty.base_url
                timeout = SHORT_TIMEOUT if "stall" in fault else timeout
            processes.append(stack.enter_context(start_chat(base_url, timeout)))
            stack.callback(processes[-1].kill)
        for (name, _, message), process in zip(COMMANDS, processes):
            output = b"".join(process.communicate(timeout=PROCESS_TIMEOUT)).decode()
            assert process.returncode == 1, (name, output)
            assert message in output, (name, output)
            assert "Traceback" not in output, (name, output)
            assert MARK not in output, (name, output)
