# SPDX-License-Identifier: MIT
"""Every operation, called on the official client and on ours: what comes over the wire is the same, byte for byte.

Skipped without the package `openai`, unless NEED_OFFICIAL=1 says that it has to be there.
"""

from __future__ import annotations

import os
from typing import Any, Dict, Iterator

import pytest

from . import package
from .operations import Operation, Recorder, operations

try:
    import openai
except ImportError:
    if os.environ.get("NEED_OFFICIAL") == "1":
        raise
    pytest.skip("the official client is not installed", allow_module_level=True)

OPERATIONS = operations()
NAMES = [operation.name for operation in OPERATIONS]
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

NESTED: Dict[str, Any] = {"text": 'ü "☃"\n', "list": [1, True, None, {"deep": 1.5}], "none": None, "empty": {}}
# Arguments that the official client takes apart itself, or that are for its helpers.
OWN_VALUES: Dict[str, Any] = {"betas": ["one=v1", "two=v2"], "stream": False, "idempotency_key": "key"}
NOT_SENT = ("output_type", "tool_handlers")


@pytest.fixture(scope="module")
def recorder() -> Iterator[Recorder]:
    with Recorder() as running:
        yield running


def options(recorder: Recorder) -> Dict[str, Any]:
    return {
        "api_key": "sk-user",
        "admin_api_key": "sk-admin",
        "organization": "org-1",
        "project": "proj-1",
        "base_url": recorder.base_url,
        "max_retries": 0,
    }


@pytest.fixture(scope="module")
def ours(recorder: Recorder) -> Iterator[Any]:
    with package.OpenAI(**options(recorder)) as client:
        yield client


@pytest.fixture(scope="module")
def theirs(recorder: Recorder) -> Iterator[Any]:
    with openai.OpenAI(**options(recorder)) as client:
        yield client


def arguments(operation: Operation, names: Any, value: Any) -> Dict[str, Any]:
    """Return a value for each of the names, ids with what has to be escaped in a path."""
    found: Dict[str, Any] = {}
    for name in names:
        if name in operation.ids:
            found[name] = "{} /%é?#+".format(name)
        elif operation.is_file(name):
            found[name] = ("{}ü.txt".format(name), b"\0\x01" + name.encode("ascii"), "text/x-test")
        elif name not in NOT_SENT:
            found[name] = OWN_VALUES.get(name, value)
    return found


def same(operation: Operation, ours: Any, theirs: Any, recorder: Recorder, given: Dict[str, Any]) -> None:
    """Make the call with both clients and compare. What the official client makes of the answer is its own matter."""
    try:
        operation.call(theirs, dict(given))
    except (ValueError, TypeError, AttributeError):
        if not recorder.requests:
            raise
    expected = recorder.pop_request().comparable
    operation.call(ours, dict(given))
    assert recorder.pop_request().comparable == expected


@pytest.mark.parametrize("operation", OPERATIONS, ids=NAMES)
def test_with_what_is_required(operation: Operation, ours: Any, theirs: Any, recorder: Recorder) -> None:
    given = arguments(operation, operation.ids + operation.required, "a string")
    same(operation, ours, theirs, recorder, given)


@pytest.mark.parametrize("operation", OPERATIONS, ids=NAMES)
def test_with_all_arguments(operation: Operation, ours: Any, theirs: Any, recorder: Recorder) -> None:
    given = arguments(operation, reversed(operation.arguments), "a string")
    same(operation, ours, theirs, recorder, given)


@pytest.mark.parametrize("operation", OPERATIONS, ids=NAMES)
def test_with_nested_values(operation: Operation, ours: Any, theirs: Any, recorder: Recorder) -> None:
    given = {**arguments(operation, operation.arguments, NESTED)}
    if "sdp" in given:
        given["sdp"] = "text alone can be an offer"
    same(operation, ours, theirs, recorder, given)


@pytest.mark.parametrize("operation", OPERATIONS, ids=NAMES)
def test_with_extras(operation: Operation, ours: Any, theirs: Any, recorder: Recorder) -> None:
    given = arguments(operation, operation.ids + operation.required, "a string")
    given["extra_headers"] = {"X-Team": "seven", "Accept": "text/x-other"}
    given["extra_query"] = {"q": ["1", True, None], "deep": {"a": ["b"]}}
    if operation.method == "POST" and given.keys() - set(operation.ids) - {"extra_headers", "extra_query"}:
        given["extra_body"] = {"more": [1, "☃"], "metadata": {"over": "all"}}
    same(operation, ours, theirs, recorder, given)
