# SPDX-License-Identifier: MIT
"""Requests of every operation of the API, compared with data/operations.tsv instead of the official client."""

from __future__ import annotations

import copy
import json
import re
from typing import Any, Dict, Iterator
from urllib.parse import parse_qsl, quote

import pytest

from . import load, package
from .operations import Operation, Recorder, find, operations

OPERATIONS = operations()
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def recorder() -> Iterator[Recorder]:
    with Recorder() as recorder:
        yield recorder


@pytest.fixture(scope="module")
def client(recorder: Recorder) -> Iterator[Any]:
    with package.OpenAI(api_key="sk-user", admin_api_key="sk-admin", base_url=recorder.base_url) as client:
        yield client


def argument_values(operation: Operation) -> Dict[str, Any]:
    """Return a distinct value for each argument."""
    values: Dict[str, Any] = {}
    for name in operation.arguments:
        if name == "stream":
            values[name] = False
        elif name == "betas":
            values[name] = ["one=v1", "two=v2"]
        elif operation.is_file(name):
            values[name] = (name + ".bin", b"bytes of " + name.encode("ascii"), "application/x-test")
        else:
            values[name] = "the {}".format(name)
    return values


def test_list_is_complete() -> None:
    assert len(OPERATIONS) == len({operation.name for operation in OPERATIONS}) == 390


@pytest.mark.parametrize("operation", OPERATIONS, ids=[operation.name for operation in OPERATIONS])
def test_request_of_an_operation(client: Any, recorder: Recorder, operation: Operation) -> None:
    arguments = argument_values(operation)
    before = dict(arguments)
    operation.call(client, arguments)
    assert arguments == before
    request = recorder.pop_request()
    assert request.method == operation.method
    path, _, literal = operation.path.partition("?")
    for name in operation.ids:
        path = path.replace("{" + name + "}", quote("the " + name))
    assert request.path == path
    key = "sk-admin" if operation.is_admin else "sk-user"
    assert request.headers["authorization"] == "Bearer " + key
    assert request.headers["accept"] == operation.accept
    beta = "one=v1,two=v2" if "betas" in operation.arguments else operation.beta or None
    assert request.headers.get("openai-beta") == beta
    rest = [name for name in operation.arguments if name not in operation.ids and name != "betas"]
    if "idempotency_key" in rest:
        rest.remove("idempotency_key")
        assert request.headers["idempotency-key"] == "the idempotency_key"
    query = [name for name, _ in parse_qsl(request.query)]
    if literal:
        query.remove(literal.partition("=")[0])
    body = body_names(request)
    assert sorted(query + body) == sorted(rest)
    assert not body if operation.method in ("GET", "DELETE") else set(query) <= {"include"}


def body_names(request: Any) -> Any:
    """Return the names of the fields in a body."""
    if request.content_type.startswith("multipart/"):
        return re.findall(rb'(?m)^Content-Disposition: form-data; name="([^"]+)"', request.body) and [
            name.decode("ascii") for name in re.findall(rb'form-data; name="([^"]+)"', request.body)
        ]
    return list(json.loads(request.body.decode("utf-8"))) if request.body else []


@pytest.mark.parametrize("operation", OPERATIONS, ids=[operation.name for operation in OPERATIONS])
def test_required_arguments_are_checked(client: Any, recorder: Recorder, operation: Operation) -> None:
    arguments = argument_values(operation)
    for missing in operation.required + operation.ids:
        incomplete = {name: arguments[name] for name in operation.required + operation.ids if name != missing}
        with pytest.raises(TypeError, match=missing):
            find(client, operation.name)(**incomplete)
    for name in operation.ids:
        with pytest.raises(ValueError, match="Expected a non-empty value for `{}`".format(name)):
            find(client, operation.name)(**{**arguments, name: ""})
    assert not recorder.requests


@pytest.mark.parametrize("operation", [o for o in OPERATIONS if o.page], ids=lambda operation: operation.name)
def test_lists_return_the_class_of_page_listed(client: Any, recorder: Recorder, operation: Operation) -> None:
    page = operation.call(client, argument_values(operation))
    recorder.pop_request()
    assert isinstance(page, getattr(load("pagination"), operation.page))


@pytest.mark.parametrize("operation", [o for o in OPERATIONS if o.streams], ids=lambda operation: operation.name)
def test_streaming_operations_return_streams(client: Any, recorder: Recorder, operation: Operation) -> None:
    arguments = {
        name: value for name, value in argument_values(operation).items() if name in operation.required + operation.ids
    }
    if "stream" in operation.arguments:
        arguments["stream"] = True
    with operation.call(client, arguments) as stream:
        assert isinstance(stream, package.Stream)
        assert list(stream) == []
    recorder.pop_request()


AGENT = {"compaction": {"async_": True, "threshold": 1}, "model": "m"}
SENT = {"compaction": {"async": True, "threshold": 1}, "model": "m"}


@pytest.mark.parametrize(
    "name, arguments, sent",
    [
        ("agents.create", AGENT, SENT),
        ("agents.create", SENT, SENT),
        ("agents.create", {"model": "m", "compaction": None}, {"model": "m", "compaction": None}),
        ("agents.create", {"model": "m", "tools": [{"async_": 1}]}, {"model": "m", "tools": [{"async_": 1}]}),
        ("agents.update", {"agent_id": "a", **AGENT}, SENT),
        ("agents.sessions.create", {"environment": {}, "agent": AGENT}, {"environment": {}, "agent": SENT}),
        ("agents.automations.update", {"automation_id": "a", "target": {"agent": AGENT}}, {"target": {"agent": SENT}}),
    ],
)
def test_nested_fields_have_the_names_of_the_api(
    client: Any, recorder: Recorder, name: str, arguments: Any, sent: Any
) -> None:
    before = copy.deepcopy(arguments)
    find(client, "beta." + name)(**arguments)
    assert arguments == before
    assert json.loads(recorder.pop_request().body.decode("utf-8")) == sent


@pytest.mark.parametrize("key", ["api_key", "admin_api_key"])
def test_missing_type_of_key_is_a_type_error(recorder: Recorder, key: str) -> None:
    with package.OpenAI(base_url=recorder.base_url, **{key: "sk-only"}) as client:
        with pytest.raises(TypeError, match="Could not resolve authentication method"):
            (client.models if key == "admin_api_key" else client.admin.organization.users).list()
    assert not recorder.requests
