# SPDX-License-Identifier: MIT
"""A small run of tools/soak.py: threads and tasks whose calls meet faults get their own results or errors."""

from __future__ import annotations

import pytest

from . import package

soak = pytest.importorskip("tools.soak", reason="a copy of the folder alone has no tools")


def test_calls_with_faults_get_their_own_results_or_errors() -> None:
    with soak.server_process() as base_url:
        outcome, _ = soak.soak(package, base_url, seed=7, threads=4, tasks=12, calls=8)
    assert outcome.failures == []
    assert sum(outcome.counts.values()) == 128
    assert all(outcome.counts[kind + " result"] for kind in ("chat", "stream", "file", "left conversation"))
    assert any(name.endswith("Error") for name in outcome.counts)


def test_conversations_over_websockets_with_faults_end_and_leave_nothing() -> None:
    with soak.server_process() as base_url:
        outcome, _ = soak.soak(
            package, base_url, seed=3, threads=4, tasks=16, calls=8, kinds=("conversation", "left conversation")
        )
    assert outcome.failures == []
    assert sum(outcome.counts.values()) == 160
    errors = ("ConnectionClosedError", "ConnectionClosedOK", "TimeoutError", "AuthenticationError")
    assert all(outcome.counts["conversation " + name] for name in ("result", *errors))


def test_a_wrong_result_is_noticed() -> None:
    outcome = soak.Outcome()
    plan = soak.Plan("token", "chat", soak.FaultCase(""))
    outcome.add(plan, soak.expected_result(plan), None)
    assert outcome.failures == []
    outcome.add(plan, soak.expected_result(plan._replace(token="other")), None)
    outcome.add(plan, None, ValueError("unexpected"))
    outcome.add(plan._replace(case=soak.FaultCase("reset", ("APIConnectionError",))), "a result", None)
    assert len(outcome.failures) == 3


def test_plans_depend_on_the_seed_only() -> None:
    first, again, other = (list(soak.make_plans(seed, "task1", 50)) for seed in (1, 1, 2))
    assert first == again != other
    assert len({plan.token for plan in first + other}) == 100
