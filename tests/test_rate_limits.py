# SPDX-License-Identifier: MIT
"""Tests of `rate_limiter=` with clients on real sockets: threads, tasks, retries, streams, copies and bad values."""

from __future__ import annotations

import asyncio
import copy
import logging
import pickle
import threading
import time
from types import SimpleNamespace
from typing import Any, Callable, Iterator

import pytest

from . import load, package
from .test_clients_over_transports import make_transport, resolve

testing = load("testing")
EmbeddedServer, ServerLimits = testing.EmbeddedServer, testing.ServerLimits
Timeout = load("call.timeout").Timeout
Headers = load("call.headers").Headers
message = load("call.message")
exchange = load("call.exchange")
Request, Response, Send, Sleep = message.Request, message.Response, exchange.Send, exchange.Sleep

RateLimiter: Any = load("rate_limits.limiter").RateLimiter
OpenAI: Any = package.OpenAI
AsyncOpenAI: Any = package.AsyncOpenAI
RateLimitWaitError: Any = package.RateLimitWaitError
MESSAGES = [{"role": "user", "content": "hi"}]


@pytest.fixture(scope="module")
def shared_server() -> Iterator[Any]:
    with EmbeddedServer() as running:
        yield running


@pytest.fixture
def server(shared_server: Any) -> Any:
    shared_server.reset()
    return shared_server


def make_client(server: Any, limiter: Any = None, **options: Any) -> Any:
    return OpenAI(api_key="k", base_url=server.base_url, rate_limiter=limiter, **options)


def call(client: Any, model: str = "m", **options: Any) -> Any:
    return client.chat.completions.create(model=model, messages=MESSAGES, **options)


def available(limiter: Any, name: str = "requests", model: str = "m") -> float:
    value: float = limiter.describe()[model][name]["available"]
    return value


@pytest.mark.parametrize("explicit", [True, False])
def test_sixteen_threads_get_no_429(explicit: bool) -> None:
    """Ten times 600 requests and 90,000 tokens a minute, of which the server allows half a second at once."""
    limits = ServerLimits(6000, 900_000, burst=0.5)
    limiter = RateLimiter(6000, 900_000) if explicit else RateLimiter()
    with EmbeddedServer(rate_limits=limits) as server, make_client(server, limiter) as client:
        for _ in range(20):  # in which the limits are learned
            call(client)
        begin = time.monotonic()

        def work() -> None:
            while time.monotonic() < begin + 0.6:
                call(client)

        threads = [threading.Thread(target=work) for _ in range(16)]
        accepted = limits.accepted
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        seconds = time.monotonic() - begin
    assert limits.refused == 0
    assert limits.accepted - accepted <= 100 * (seconds + 1)


def test_tasks_wait_without_blocking_the_loop(server: Any) -> None:
    limiter = RateLimiter(5)

    async def run() -> tuple[list[float], int]:
        ticks, begin, finished = 0, time.monotonic(), []

        async def work() -> None:
            await client.chat.completions.create(model="m", messages=MESSAGES)
            finished.append(time.monotonic() - begin)

        async with AsyncOpenAI(api_key="k", base_url=server.base_url, rate_limiter=limiter) as client:
            tasks = [asyncio.ensure_future(work()) for _ in range(7)]
            while len(finished) < 5:
                await asyncio.sleep(0.01)
                ticks += 1
            assert limiter.describe()["m"]["waiting"] == 2
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        return finished, ticks

    finished, ticks = asyncio.run(run())
    assert len(finished) == 5 and ticks
    assert limiter.describe()["m"]["waiting"] == 0  # cancelled calls give up their places
    assert len(server.requests) == 5


@pytest.mark.parametrize(
    "options, reason",
    [
        ({"timeout": Timeout(5, deadline=3)}, "deadline is 3 s"),
        ({"timeout": Timeout(5, deadline=lambda: 4.0)}, "deadline is 4 s"),
        ({}, "max_wait is 7 s"),
    ],
)
def test_a_call_that_would_wait_too_long_is_not_sent(server: Any, options: Any, reason: str) -> None:
    limiter = RateLimiter(1, max_wait=None if options else 7)
    with make_client(server, limiter) as client:
        call(client)
        begin = time.monotonic()
        with pytest.raises(RateLimitWaitError, match=reason) as caught:
            call(client, **options)
        assert time.monotonic() - begin < 2
    assert isinstance(caught.value, TimeoutError) and not isinstance(caught.value, package.APIError)
    assert 50 < caught.value.wait < 62 and caught.value.model == "m"
    assert "{:.1f} s".format(caught.value.wait) in str(caught.value)
    assert len(server.requests) == 1
    assert limiter.describe()["m"]["waiting"] == 0
    assert pickle.loads(pickle.dumps(caught.value)).wait == caught.value.wait


def test_a_call_waits_for_tokens_that_others_may_give_back(server: Any) -> None:
    """Their estimates take the whole limit, of which they use little."""
    limiter = RateLimiter(100, 1000, estimate=lambda body, arguments: 900, max_wait=20)
    with make_client(server, limiter) as client:
        server.inject_fault("stall=0.2")
        threads = [threading.Thread(target=call, args=(client,)) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(server.requests) == 3


def test_the_deadline_ends_a_wait_in_async_calls(server: Any) -> None:
    async def run() -> None:
        async with AsyncOpenAI(api_key="k", base_url=server.base_url, rate_limiter=RateLimiter(1)) as client:
            await client.chat.completions.create(model="m", messages=MESSAGES)
            with pytest.raises(RateLimitWaitError, match="deadline"):
                await client.chat.completions.create(model="m", messages=MESSAGES, timeout=Timeout(5, deadline=1))

    asyncio.run(run())


def test_calls_without_a_model_pass(server: Any) -> None:
    with make_client(server, RateLimiter(1)) as client:
        call(client)
        for _ in range(3):
            client.models.list()
            client.get("/models", cast_to=dict)


def test_requests_by_path_have_the_model_of_their_body(server: Any) -> None:
    limiter = RateLimiter(5)
    with make_client(server, limiter) as client:
        client.post("/chat/completions", cast_to=dict, body={"model": "m", "messages": MESSAGES})
    assert available(limiter) == 4


def test_each_attempt_takes_a_request(server: Any) -> None:
    limiter = RateLimiter(100)
    server.inject_fault("status=500; times=2; retry-after-ms=1")
    with make_client(server, limiter) as client:
        call(client)
    assert available(limiter) == 97


def test_a_429_stops_the_other_calls_too(server: Any) -> None:
    limiter = RateLimiter(100)
    with make_client(server, limiter, max_retries=0) as client:
        server.inject_fault("status=429; retry-after=30")
        with pytest.raises(package.RateLimitError):
            call(client)
        with pytest.raises(RateLimitWaitError):
            call(client, timeout=Timeout(5, deadline=10))
    assert len(server.requests) == 1


def test_a_retry_waits_no_longer_than_the_server_says() -> None:
    limits = ServerLimits(600, burst=0.1)
    with EmbeddedServer(rate_limits=limits) as server, make_client(server, RateLimiter()) as client:
        begin = time.monotonic()
        for _ in range(3):
            call(client)
        assert time.monotonic() - begin < 5


def stream(client: Any) -> None:
    options = {"include_usage": True}
    assert list(call(client, stream=True, stream_options=options))


def fail(client: Any) -> None:
    with pytest.raises(package.NotFoundError):
        call(client, model="no-such")


@pytest.mark.parametrize(
    "make_call",
    [
        call,
        stream,
        lambda client: client.chat.completions.with_raw_response.create(model="m", messages=MESSAGES),
        lambda client: client.responses.create(model="m", input="hi"),
        lambda client: client.embeddings.create(model="m", input="hi there"),
    ],
)
def test_tokens_are_those_that_the_server_reports(server: Any, make_call: Callable[[Any], Any]) -> None:
    limiter = RateLimiter(100, 10_000, estimate=lambda body, arguments: 500)
    with make_client(server, limiter) as client:
        make_call(client)
    assert 10_000 - 50 < available(limiter, "tokens") < 10_000


def test_usage_counts_with_limits_of_the_user() -> None:
    limiter = RateLimiter(100, 10_000, estimate=lambda body, arguments: 500)
    with EmbeddedServer() as server, make_client(server, limiter) as client:
        stream(client)
        assert 10_000 - available(limiter, "tokens") == 12
        fail(client)
        assert 10_000 - available(limiter, "tokens") == 12
        call(client)
        assert 10_000 - available(limiter, "tokens") == 24
        call(client, stream=True).close()
        assert 10_000 - available(limiter, "tokens") > 24  # the estimate


def test_a_lost_connection_takes_the_request_alone(server: Any) -> None:
    limiter = RateLimiter(100, 10_000)
    server.inject_fault("reset")
    with make_client(server, limiter, max_retries=0) as client, pytest.raises(package.APIConnectionError):
        call(client)
    assert available(limiter) == 99
    assert available(limiter, "tokens") == 10_000


def test_copies_share_the_limiter(server: Any) -> None:
    limiter = RateLimiter(100)
    with make_client(server, limiter) as client:
        for same in (client, client.with_options(max_retries=1), client.copy(), copy.deepcopy(client)):
            call(same)
        with OpenAI(api_key="k", base_url=server.base_url) as other:
            call(other, config=package.Config(rate_limiter=limiter))
    assert available(limiter) == 95


def test_a_pickled_client_has_a_limiter_of_its_own_or_shares_the_file(server: Any, tmp_path: Any) -> None:
    for path, left in ((None, 99), (tmp_path / "limits", 98)):
        limiter = RateLimiter(100, path=path)
        with make_client(server, limiter) as client, pickle.loads(pickle.dumps(client)) as restored:
            call(client)
            call(restored)
        assert available(limiter) == left
        assert "100" in repr(limiter)


def test_waits_are_logged_once(server: Any, caplog: Any) -> None:
    with make_client(server, RateLimiter(1)) as client, caplog.at_level(logging.INFO, logger=package.__name__):
        call(client)
        with pytest.raises(RateLimitWaitError):
            call(client, timeout=Timeout(5, deadline=0.5))
    assert [text for text in caplog.messages if "rate limits of m" in text] != []
    assert not any("Retrying" in text for text in caplog.messages)


@pytest.mark.parametrize(
    "options, error, message",
    [
        ({"requests_per_minute": 0}, "ConfigError", "requests_per_minute: expected a number of at least 1, got 0"),
        ({"requests_per_minute": -5}, "ConfigError", "got -5"),
        ({"requests_per_minute": "600"}, "OptionTypeError", "requests_per_minute: expected a number, got '600'"),
        ({"requests_per_minute": True}, "OptionTypeError", "got True"),
        ({"tokens_per_minute": 0.5}, "ConfigError", "tokens_per_minute: expected a number of at least 1"),
        ({"tokens_per_minute": float("nan")}, "ConfigError", "got nan"),
        ({"tokens_per_minute": float("inf")}, "ConfigError", "got inf"),
        ({"max_wait": -1}, "ConfigError", "max_wait: expected a number of at least 0"),
        ({"per_model": "yes"}, "OptionTypeError", "per_model: expected True, False or None"),
        ({"estimate": 5}, "OptionTypeError", "estimate: expected a function, got int"),
        ({"clock": 5}, "OptionTypeError", "clock: expected a function"),
        ({"path": 5}, "OptionTypeError", "path: expected a path, got int"),
        ({"path": "no/such/folder/limits"}, "ConfigError", "path: cannot open .*No such file"),
        ({"path": "."}, "ConfigError", "path: cannot open"),
        ({"path": "nul\0"}, "ConfigError", "path: cannot open"),
    ],
)
def test_wrong_limits(options: Any, error: str, message: str) -> None:
    with pytest.raises(getattr(package, error), match=message):
        RateLimiter(**options)


@pytest.mark.parametrize("value", [RateLimiter, 600, "600", {"requests_per_minute": 600}])
def test_wrong_limiters(value: Any) -> None:
    with pytest.raises(package.OptionTypeError, match="rate_limiter: expected a RateLimiter"):
        OpenAI(api_key="k", rate_limiter=value)


@pytest.mark.parametrize("estimate", [None, "many", -1, float("nan")])
def test_wrong_estimates(server: Any, estimate: Any) -> None:
    limiter = RateLimiter(5, estimate=lambda body, arguments: estimate)
    with make_client(server, limiter) as client, pytest.raises(package.ConfigError, match="estimate: "):
        call(client)
    assert server.requests == []


@pytest.mark.parametrize("fixed_window", [True, False])
def test_the_server_enforces_and_reports_its_limits(fixed_window: bool) -> None:
    now = [100.0]
    limits = ServerLimits(3, 1000, fixed_window=fixed_window, per_model=True, clock=lambda: now[0])
    with EmbeddedServer(rate_limits=limits) as server, make_client(server, max_retries=0) as client:
        raw = client.chat.completions.with_raw_response
        heads = [raw.create(model="m", messages=MESSAGES).headers for _ in range(3)]
        assert [head["x-ratelimit-remaining-requests"] for head in heads] == ["2", "1", "0"]
        assert [head["x-ratelimit-remaining-tokens"] for head in heads] == ["988", "976", "964"]
        assert heads[0]["x-ratelimit-reset-requests"] == ("1m0s" if fixed_window else "20s")
        with pytest.raises(package.RateLimitError, match="Limit 3") as caught:
            call(client)
        assert 0 < float(caught.value.response.headers["retry-after"]) <= 61
        call(client, model="other")
        now[0] += 61
        call(client)
    assert limits.refused == 1 and limits.accepted == 5
    with EmbeddedServer(rate_limits=ServerLimits(tokens_per_minute=50)) as server, make_client(server) as client:
        head = client.chat.completions.with_raw_response.create(model="m", messages=MESSAGES).headers
        assert "x-ratelimit-limit-requests" not in head and head["x-ratelimit-limit-tokens"] == "50"


def test_attempts_wait_in_the_generator() -> None:
    """Without I/O: the limiter passes the effects of the exchange on, and sleeps before those that send."""
    now = [0.0]
    limiter = RateLimiter(1, clock=lambda: now[0])
    request = Request("POST", "http://127.0.0.1:9/v1/chat/completions", Headers(), b"{}", Timeout(5))
    call = SimpleNamespace(request=request, arguments={"model": "m"}, operation=SimpleNamespace(is_custom=False))
    flow = limiter.observe_call(call).watch(exchange.exchange(request, 1))
    assert next(flow) == Send(request)
    assert isinstance(flow.throw(TimeoutError()), Sleep)  # the retry
    waited = flow.send(None)
    assert waited == Sleep(waited.seconds, "rate limit")
    now[0] = 61.0
    assert flow.send(None) == Send(request)
    response = Response(200, [], (), lambda: None, 0.0)
    assert type(flow.send(response)).__name__ == "Read"
    with pytest.raises(StopIteration) as stopped:
        flow.send(b"{}")
    assert stopped.value.value is response
    flow = limiter.observe_call(call).watch(exchange.exchange(request, 1))
    assert next(flow).reason == "rate limit"
    flow.close()
    assert limiter.describe()["m"]["waiting"] == 0


@pytest.mark.parametrize(
    "name",
    [
        "ThreadTransport",
        "RequestsTransport",
        "Urllib3Transport",
        "HttpxTransport",
        "AsyncHttpxTransport",
        "AiohttpTransport",
    ],
)
def test_other_transports(server: Any, name: str) -> None:
    limiter = RateLimiter(1)

    async def run() -> None:
        transport = make_transport(name)
        is_async = name.startswith(("A", "Thread"))
        cls = AsyncOpenAI if is_async else OpenAI
        client = cls(api_key="k", base_url=server.base_url, transport=transport, rate_limiter=limiter)
        try:
            await resolve(call(client))
            with pytest.raises(RateLimitWaitError):
                await resolve(call(client, timeout=Timeout(5, deadline=1)))
        finally:
            await resolve(client.close())
            await resolve(transport.aclose() if is_async else transport.close())

    asyncio.run(run())
    assert limiter.describe()["m"]["tokens"]["limit"] == 1_000_000  # which the server has reported
