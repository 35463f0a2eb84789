# SPDX-License-Identifier: MIT
"""Retry budgets and circuit breakers: their states by hand, in exchanges, and in clients during an outage."""

from __future__ import annotations

import asyncio
import copy
import pickle
import threading

import pytest

from . import load, package

api_errors = load("call.api_errors")
errors = load("call.errors")
exchange = load("call.exchange")
message = load("call.message")
Headers = load("call.headers").Headers
Timeout = load("call.timeout").Timeout
RetryPolicy = load("call.retry").RetryPolicy
retry_budget = load("call.retry_budget")
RetryBudget, CircuitBreaker = retry_budget.RetryBudget, retry_budget.CircuitBreaker
Sleep = exchange.Sleep

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

CHAT = {"model": "m", "messages": [{"role": "user", "content": "hi"}]}


class Clock:
    """A clock that a test sets, in seconds."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def run(policy: Any, results: list[Any]) -> Any:
    """Run one exchange: a status or an exception for each attempt. Returns the number of attempts and the outcome."""
    request = message.Request("POST", "https://api.example/v1/x", Headers({}), b"{}", Timeout(5))
    flow = exchange.exchange(request, policy)
    attempts = 0
    try:
        effect = next(flow)
        while True:
            if isinstance(effect, exchange.Send):
                result = results[min(attempts, len(results) - 1)]
                attempts += 1
                if isinstance(result, BaseException):
                    effect = flow.throw(result)
                else:
                    effect = flow.send(message.Response(result, [], (), lambda: None, 0.0))
            else:
                effect = flow.send(b"{}" if isinstance(effect, exchange.Read) else None)
    except StopIteration as stop:
        return attempts, stop.value.status_code
    except errors.OpenAIError as error:
        return attempts, error


# Budget


def test_a_full_budget_allows_its_capacity_and_then_a_share_of_the_successes() -> None:
    budget = RetryBudget(0.5, capacity=2)
    assert [budget.take_retry() for _ in range(3)] == [True, True, False]
    budget.record_success()
    assert (budget.take_retry(), budget.tokens) == (False, 0.5)
    budget.record_success()
    assert (budget.take_retry(), budget.take_retry()) == (True, False)


def test_sums_of_tenths_make_a_whole_retry_and_the_capacity_is_never_exceeded() -> None:
    budget = RetryBudget(0.1, capacity=1)
    assert budget.take_retry()
    for _ in range(10):
        assert not budget.take_retry()
        budget.record_success()
    assert budget.take_retry()
    for _ in range(100):
        budget.record_success()
    assert budget.tokens == 1.0


@pytest.mark.parametrize("ratio, capacity", [(0.1, 10), (0.0, 0), (0.2, 5), (0.0, 3)])
@pytest.mark.parametrize("failure", [503, 429, ConnectionResetError(), TimeoutError()], ids=repr)
def test_an_outage_of_1000_calls_is_not_multiplied(ratio: float, capacity: float, failure: Any) -> None:
    policy = RetryPolicy(2, budget=RetryBudget(ratio, capacity=capacity))
    counts, last = 0, None
    for _ in range(1000):
        attempts, last = run(policy, [failure])
        counts += attempts
    assert counts == 1000 + capacity
    assert isinstance(last, api_errors.APIError)
    assert last.retry_refused == "the retry budget is exhausted"
    assert last.summary.endswith("(not retried, because the retry budget is exhausted)")
    assert pickle.loads(pickle.dumps(last)).retry_refused == last.retry_refused


def test_retries_of_a_server_that_fails_now_and_then_are_a_share_of_the_successes() -> None:
    policy = RetryPolicy(2, budget=RetryBudget(0.1, capacity=5))
    retries = succeeded = 0
    for _ in range(1000):
        attempts, outcome = run(policy, [500, 200])
        retries, succeeded = retries + attempts - 1, succeeded + (outcome == 200)
    assert succeeded == retries  # a retry succeeds here
    assert retries <= 5 + 0.1 * succeeded + 1e-6


def test_what_the_rules_do_not_retry_takes_nothing_from_the_budget() -> None:
    budget = RetryBudget(capacity=3)
    for failure in (400, 401, 404):
        attempts, error = run(RetryPolicy(2, budget=budget), [failure])
        assert (attempts, error.retry_refused, budget.tokens) == (1, None, 3.0)
    assert run(RetryPolicy(0, budget=budget), [500])[0] == 1
    assert budget.tokens == 3.0


def test_threads_share_a_budget() -> None:
    budget, taken = RetryBudget(0.0, capacity=50), []

    def take() -> None:
        for _ in range(100):
            if budget.take_retry():
                taken.append(1)

    threads = [threading.Thread(target=take) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(taken) == 50


# Circuit breaker


def test_a_circuit_opens_makes_one_trial_at_a_time_and_closes() -> None:
    clock = Clock()
    breaker = CircuitBreaker(2, 10, clock=clock)
    assert breaker.start_attempt() is None
    breaker.record_failure()
    assert not breaker.is_open
    breaker.record_failure()
    assert breaker.is_open
    assert breaker.start_attempt() == 10
    clock.now += 4
    assert breaker.start_attempt() == 6
    clock.now += 6
    assert breaker.start_attempt() is None  # the trial
    assert breaker.start_attempt() == 10
    breaker.record_failure()
    clock.now += 9
    assert breaker.start_attempt() == 1
    clock.now += 1
    assert breaker.start_attempt() is None  # the second trial, which is never reported
    clock.now += 10
    assert breaker.start_attempt() is None
    breaker.record_success()
    assert (breaker.is_open, breaker.start_attempt(), breaker.start_attempt()) == (False, None, None)
    breaker.record_failure()
    assert not breaker.is_open


def test_calls_fail_without_an_attempt_while_the_circuit_is_open() -> None:
    clock = Clock()
    policy = RetryPolicy(0, circuit_breaker=CircuitBreaker(3, 30, clock=clock))
    assert [run(policy, [503])[0] for _ in range(5)] == [1, 1, 1, 0, 0]
    clock.now += 20
    attempts, error = run(policy, [200])
    assert (attempts, type(error), error.retry_after, error.attempts) == (0, api_errors.CircuitOpenError, 10.0, 0)
    assert isinstance(error, api_errors.APIConnectionError)
    assert "the next trial is in 10.0 s" in str(error)
    assert pickle.loads(pickle.dumps(error)).retry_after == 10.0
    clock.now += 10
    assert run(policy, [200]) == (1, 200)
    assert run(policy, [200]) == (1, 200)


def test_a_call_is_not_retried_once_the_circuit_is_open() -> None:
    policy = RetryPolicy(5, circuit_breaker=CircuitBreaker(2))
    attempts, error = run(policy, [TimeoutError()])
    assert (attempts, error.retry_refused) == (2, "the circuit breaker is open")
    assert "not retried, because the circuit breaker is open" in error.summary


@pytest.mark.parametrize("status", [400, 401, 404, 408, 409, 422, 429])
def test_a_server_that_refuses_a_request_works(status: int) -> None:
    policy = RetryPolicy(0, circuit_breaker=CircuitBreaker(2))
    assert [run(policy, [failure])[0] for failure in (500, status, 500, status, 500)] == [1] * 5


def test_a_trial_may_be_redirected() -> None:
    clock = Clock()
    breaker = CircuitBreaker(1, 5, clock=clock)
    breaker.record_failure()
    clock.now += 5
    request = message.Request("GET", "https://api.example/v1/x", Headers({}), None, Timeout(5))
    flow = exchange.exchange(request, RetryPolicy(0, circuit_breaker=breaker))
    next(flow)
    flow.send(message.Response(307, [("location", "/v1/y")], (), lambda: None, 0.0))
    assert flow.send(None).request.url == "https://api.example/v1/y"
    flow.close()


# Policies and clients


@pytest.mark.parametrize(
    "make",
    [
        lambda: RetryBudget(-1),
        lambda: RetryBudget("0.1"),
        lambda: RetryBudget(True),
        lambda: RetryBudget(float("nan")),
        lambda: RetryBudget(float("inf")),
        lambda: RetryBudget(capacity=-1),
        lambda: RetryBudget(capacity=None),
        lambda: CircuitBreaker(0),
        lambda: CircuitBreaker(2.5),
        lambda: CircuitBreaker(True),
        lambda: CircuitBreaker(reset_after=0),
        lambda: CircuitBreaker(reset_after="30"),
        lambda: CircuitBreaker(clock=1.0),
        lambda: RetryPolicy(budget=0.1),
        lambda: RetryPolicy(budget=RetryBudget),
        lambda: RetryPolicy(circuit_breaker=RetryBudget()),
    ],
)
def test_invalid_arguments_are_refused_when_the_object_is_made(make: Callable[[], Any]) -> None:
    with pytest.raises(errors.ConfigError, match="expected"):
        make()


def test_policies_are_copied_pickled_and_compared_with_their_parts() -> None:
    policy = RetryPolicy(1, budget=RetryBudget(0.2, capacity=3), circuit_breaker=CircuitBreaker(4, 5))
    policy.budget.take_retry()
    shared, restored = copy.copy(policy), pickle.loads(pickle.dumps(policy))
    assert shared.budget is policy.budget and shared.circuit_breaker is policy.circuit_breaker
    assert shared == restored == copy.deepcopy(policy) == policy
    assert (restored.budget.tokens, policy.budget.tokens) == (3.0, 2.0)  # another process starts anew
    assert policy != RetryPolicy(1) and policy != RetryPolicy(1, budget=RetryBudget(0.3))
    assert repr(policy.budget) == "RetryBudget(ratio=0.2, capacity=3.0)"
    assert repr(policy.circuit_breaker) == "CircuitBreaker(failures=4, reset_after=5.0)"
    assert repr(policy) == repr(restored)


def options(server: Any, policy: Any) -> dict[str, Any]:
    return {"api_key": "sk-test-key", "base_url": server.base_url, "environment": False, "retry_policy": policy}


def test_a_client_its_copies_and_its_calls_share_the_budget(server: Any) -> None:
    policy = RetryPolicy(9, initial_delay=0.001, budget=RetryBudget(capacity=4))
    with package.OpenAI(**options(server, policy)) as client:
        server.inject_fault("status=503; times=100")
        calls = [
            lambda: client.chat.completions.create(**CHAT),
            lambda: client.with_options(max_retries=1).chat.completions.create(**CHAT),
            lambda: client.chat.completions.create(**CHAT, config=package.Config(max_retries=7)),
            lambda: list(client.chat.completions.create(**CHAT, stream=True)),
            lambda: client.chat.completions.with_raw_response.create(**CHAT),
        ]
        client.max_retries = 2
        for call in calls:
            with pytest.raises(api_errors.InternalServerError):
                call()
        assert len(server.requests) == len(calls) + 4


def test_tasks_share_a_circuit_breaker(server: Any) -> None:
    policy = RetryPolicy(0, circuit_breaker=CircuitBreaker(3, 600))
    server.inject_fault("status=500; times=100")

    async def main() -> list[Any]:
        async with package.AsyncOpenAI(**options(server, policy)) as client:
            outcomes = []
            for _ in range(4):
                calls = [client.chat.completions.create(**CHAT) for _ in range(3)]
                outcomes += await asyncio.gather(*calls, return_exceptions=True)
            return outcomes

    outcomes = asyncio.run(main())
    assert [type(error) for error in outcomes[:3]] == [api_errors.InternalServerError] * 3
    assert [type(error) for error in outcomes[3:]] == [api_errors.CircuitOpenError] * 9
    assert len(server.requests) == 3
