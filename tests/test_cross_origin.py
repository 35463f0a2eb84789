# SPDX-License-Identifier: MIT
"""Credentials of any kind reach one origin only: after redirects, in custom requests, and with sessions of libraries.

Each secret contains MARK, plain or in base64, and the tests look for it in everything that the other origin receives.
"""

from __future__ import annotations

import asyncio
import base64
import inspect
import warnings
from typing import Any, Callable, Iterator

import pytest

from . import load, package
from .raw_server import REQUEST, RawServer, forever, per_connection, respond

MARK = "c0ffee-mark"
ENCODED = base64.b64encode(b"user:" + MARK.encode()).decode()
HEADERS = {
    "X-Api-Key": MARK,
    "x-goog-api-key": MARK,
    "Helicone-Auth": "Bearer " + MARK,
    "X-Vault-Token": MARK,
    "CF-Access-Client-Secret": MARK,
    "Ocp-Apim-Subscription-Key": MARK,
    "Cookie": "session=" + MARK,
}
MODELS = respond(b'{"object": "list", "data": []}', "200 OK", "Content-Type: application/json")


def requests_session() -> Any:
    library = pytest.importorskip("requests")
    session = library.Session()
    session.auth, session.params = ("user", MARK), {"key": MARK}
    session.headers.update({"X-Api-Key": MARK, "X-Team": "blue"})
    return session


def httpx_client(cls: str) -> Callable[[], Any]:
    def make() -> Any:
        library = pytest.importorskip(cls.partition(".")[0])
        return getattr(library, cls.partition(".")[2])(
            auth=("user", MARK),
            headers={"X-Api-Key": MARK, "X-Team": "blue"},
            params={"key": MARK},
            cookies={"session": MARK},
        )

    return make


def urllib3_manager() -> Any:
    library = pytest.importorskip("urllib3")
    return library.PoolManager(headers={"X-Api-Key": MARK, "Authorization": "Basic " + ENCODED, "X-Team": "blue"})


def aiohttp_session() -> Any:
    library = pytest.importorskip("aiohttp")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own, of `auth`
        return library.ClientSession(
            auth=library.BasicAuth("user", MARK),
            headers={"X-Api-Key": MARK, "X-Team": "blue"},
            cookies={"session": MARK},
        )


# Transport, or http_client -> the session or client of its library, with credentials of its own.
SYNC: dict[str, Callable[[], Any]] = {
    "RequestsTransport": requests_session,
    "Urllib3Transport": urllib3_manager,
    "HttpxTransport": httpx_client("httpx.Client"),
    "Httpx2Transport": httpx_client("httpx2.Client"),
    "http_client of httpx": httpx_client("httpx.Client"),
    "http_client of httpx2": httpx_client("httpx2.Client"),
}
ASYNC: dict[str, Callable[[], Any]] = {
    "AiohttpTransport": aiohttp_session,
    "AsyncHttpxTransport": httpx_client("httpx.AsyncClient"),
    "AsyncHttpx2Transport": httpx_client("httpx2.AsyncClient"),
    "http_client of httpx": httpx_client("httpx.AsyncClient"),
    "http_client of httpx2": httpx_client("httpx2.AsyncClient"),
}
PARAMETERS = [(name, False) for name in SYNC] + [(name, True) for name in ASYNC]


async def resolve(value: Any) -> Any:
    return await value if inspect.isawaitable(value) else value


def call(name: str, is_async: bool, base_url: str, path: str = "/models") -> None:
    """Make a call with a session or client that has credentials of its own."""

    async def talk() -> None:
        adapters: Any = None
        if not name.startswith("http_client"):
            adapters = pytest.importorskip("openai_stdlib_transports", reason="not part of a vendored core")
        session = (ASYNC if is_async else SYNC)[name]()
        cls: Any = package.AsyncOpenAI if is_async else package.OpenAI
        option = {"http_client": session} if adapters is None else {"transport": getattr(adapters, name)(session)}
        client = cls(api_key=MARK, base_url=base_url, environment=False, max_retries=0, timeout=30, **option)
        try:
            await resolve(client.get(path, cast_to=dict))
        finally:
            await resolve(client.close())
            close = getattr(session, "clear", None) or getattr(session, "aclose", None) or session.close
            await resolve(close())

    asyncio.run(talk())


@pytest.fixture
def other() -> Iterator[Any]:
    """A server of another origin."""
    with RawServer(forever(REQUEST, MODELS)) as server:
        yield server


def leaks(server: Any) -> list[str]:
    """Return where a server has received a secret."""
    assert server.requests
    found = []
    for request in server.requests:
        fields = [("the target", request.target), ("the body", request.body.decode()), *request.headers]
        found += [name for name, value in fields if MARK in value or ENCODED in value]
    return found


@pytest.mark.parametrize(("name", "is_async"), PARAMETERS)
def test_credentials_of_a_session_stay_at_its_origin(other: Any, name: str, is_async: bool) -> None:
    with RawServer(
        REQUEST, respond(b"", "307 Temporary Redirect", "Location: {}/v1/models".format(other.url))
    ) as first:
        call(name, is_async, first.url + "/v1")
        assert {"X-Api-Key"} <= set(leaks(first))  # the session is in use
    assert leaks(other) == []
    assert other.requests[0].header("X-Team") == []


@pytest.mark.parametrize(("name", "is_async"), PARAMETERS)
def test_credentials_of_a_session_are_sent_after_a_redirect_to_the_same_origin(name: str, is_async: bool) -> None:
    redirect = respond(b"", "307 Temporary Redirect", "Location: /v1/elsewhere", "Connection: close")
    with RawServer(per_connection([REQUEST, redirect], [REQUEST, MODELS])) as server:
        call(name, is_async, server.url + "/v1")
    assert [request.header("X-Api-Key") for request in server.requests] == [[MARK]] * 2


@pytest.mark.parametrize(("name", "is_async"), PARAMETERS)
def test_credentials_of_a_session_are_not_sent_to_an_absolute_url_elsewhere(
    other: Any, name: str, is_async: bool
) -> None:
    call(name, is_async, "http://127.0.0.1:1/v1", other.url + "/v1/models")
    assert leaks(other) == []


def make_client(base_url: str, is_async: bool = False, **options: Any) -> Any:
    cls: Any = package.AsyncOpenAI if is_async else package.OpenAI
    return cls(api_key=MARK, base_url=base_url, environment=False, max_retries=0, timeout=30, **options)


def run(client: Any, act: Callable[[Any], Any]) -> None:
    """Make a call with a client of either kind, and close it."""

    async def main() -> None:
        try:
            await resolve(act(client))
        finally:
            await resolve(client.close())

    asyncio.run(main())


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("place", ["client", "call"])
def test_headers_whose_names_say_that_they_are_credentials_stay_at_their_origin(
    other: Any, is_async: bool, place: str
) -> None:
    options = {"default_headers": {**HEADERS, "X-Team": "blue"}} if place == "client" else {}
    extra = {"extra_headers": {**HEADERS, "X-Team": "blue"}} if place == "call" else {}
    with RawServer(REQUEST, respond(b"", "302 Found", "Location: {}/v1/models".format(other.url))) as first:
        run(make_client(first.url + "/v1", is_async, **options), lambda client: client.models.list(**extra))
        assert set(HEADERS) <= set(leaks(first))
    assert leaks(other) == []
    assert other.requests[0].header("X-Team") == ["blue"]


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_an_absolute_url_elsewhere_gets_neither_default_query_nor_credentials(other: Any, is_async: bool) -> None:
    options = {
        "default_query": {"api-key": MARK, "region": "eu"},
        "default_headers": HEADERS,
        "organization": MARK,
        "project": MARK,
    }
    client = make_client("http://127.0.0.1:1/v1?code=" + MARK, is_async, **options)
    run(client, lambda client: client.get(other.url + "/v1/models?a=1", cast_to=dict))
    assert leaks(other) == []
    assert other.requests[0].target == "/v1/models?a=1"


def test_the_provider_of_a_call_gets_no_default_query_of_the_client(other: Any) -> None:
    client = make_client("http://127.0.0.1:1/v1", default_query={"api-key": MARK}, default_headers=HEADERS)
    provider = {"name": "elsewhere", "base_url": other.url, "query": {"region": "eu"}}
    run(client, lambda client: client.models.list(config=package.Config(provider=provider)))
    assert leaks(other) == []
    assert other.requests[0].target == "/models?region=eu"


def test_a_hook_adds_no_headers_to_retries_at_another_origin() -> None:
    def on_event(name: str, fields: Any) -> None:
        if name == "begun":
            fields["extra_headers"]["X-Trace"] = MARK

    load("hooks")
    failing = respond(b"", "503 Service Unavailable", "retry-after-ms: 1")
    with RawServer(forever(REQUEST, failing)) as other:
        redirect = respond(b"", "307 Temporary Redirect", "Location: {}/v1/models".format(other.url))
        with RawServer(REQUEST, redirect) as first:
            client = make_client(first.url + "/v1", on_event=on_event).with_options(max_retries=2)
            with pytest.raises(package.InternalServerError):
                run(client, lambda client: client.models.list())
            assert leaks(first) == ["Authorization", "X-Trace"]
        assert len(other.requests) == 3 and leaks(other) == []
