# SPDX-License-Identifier: MIT
"""Every operation sends the same bytes with the official client and with ours.

Skipped if the package `openai` is not installed, unless NEED_OFFICIAL=1.
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
# Arguments that the official client processes itself, and arguments of its helpers, which are not sent.
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


def make_arguments(operation: Operation, names: Any, value: Any) -> Dict[str, Any]:
    """Return a value for each of the names; ids contain characters that must be escaped in a path."""
    values: Dict[str, Any] = {}
    for name in names:
        if name in operation.ids:
            values[name] = "{} /%é?#+".format(name)
        elif operation.is_file(name):
            values[name] = ("{}ü.txt".format(name), b"\0\x01" + name.encode("ascii"), "text/x-test")
        elif name not in NOT_SENT:
            values[name] = OWN_VALUES.get(name, value)
    return values


def assert_same(operation: Operation, ours: Any, theirs: Any, recorder: Recorder, arguments: Dict[str, Any]) -> None:
    """Make the call with both clients and compare the requests; ignore errors of the official client."""
    try:
        operation.call(theirs, dict(arguments))
    except (ValueError, TypeError, AttributeError):
        if not recorder.requests:
            raise
    expected = recorder.pop_request().comparable
    operation.call(ours, dict(arguments))
    assert recorder.pop_request().comparable == expected


@pytest.mark.parametrize("operation", OPERATIONS, ids=NAMES)
def test_required_arguments(operation: Operation, ours: Any, theirs: Any, recorder: Recorder) -> None:
    arguments = make_arguments(operation, operation.ids + operation.required, "a string")
    assert_same(operation, ours, theirs, recorder, arguments)


@pytest.mark.parametrize("operation", OPERATIONS, ids=NAMES)
def test_all_arguments(operation: Operation, ours: Any, theirs: Any, recorder: Recorder) -> None:
    arguments = make_arguments(operation, reversed(operation.arguments), "a string")
    assert_same(operation, ours, theirs, recorder, arguments)


@pytest.mark.parametrize("operation", OPERATIONS, ids=NAMES)
def test_nested_values(operation: Operation, ours: Any, theirs: Any, recorder: Recorder) -> None:
    arguments = {**make_arguments(operation, operation.arguments, NESTED)}
    if "sdp" in arguments:
        arguments["sdp"] = "text alone can be an offer"
    assert_same(operation, ours, theirs, recorder, arguments)


@pytest.mark.parametrize("operation", OPERATIONS, ids=NAMES)
def test_extra_arguments(operation: Operation, ours: Any, theirs: Any, recorder: Recorder) -> None:
    arguments = make_arguments(operation, operation.ids + operation.required, "a string")
    arguments["extra_headers"] = {"X-Team": "seven", "Accept": "text/x-other"}
    arguments["extra_query"] = {"q": ["1", True, None], "deep": {"a": ["b"]}}
    if operation.method == "POST" and arguments.keys() - set(operation.ids) - {"extra_headers", "extra_query"}:
        arguments["extra_body"] = {"more": [1, "☃"], "metadata": {"over": "all"}}
    assert_same(operation, ours, theirs, recorder, arguments)
