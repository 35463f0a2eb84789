# SPDX-License-Identifier: MIT
"""Every operation of the API on the wire, as data/operations.tsv says; no official client is needed."""

from __future__ import annotations

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
    with Recorder() as running:
        yield running


@pytest.fixture(scope="module")
def client(recorder: Recorder) -> Iterator[Any]:
    with package.OpenAI(api_key="sk-user", admin_api_key="sk-admin", base_url=recorder.base_url) as made:
        yield made


def values(operation: Operation) -> Dict[str, Any]:
    """Return a value for each argument, by which it can be found again."""
    found: Dict[str, Any] = {}
    for name in operation.arguments:
        if name == "stream":
            found[name] = False
        elif name == "betas":
            found[name] = ["one=v1", "two=v2"]
        elif operation.is_file(name):
            found[name] = (name + ".bin", b"bytes of " + name.encode("ascii"), "application/x-test")
        else:
            found[name] = "the {}".format(name)
    return found


def test_the_list_is_whole() -> None:
    assert len(OPERATIONS) == len({operation.name for operation in OPERATIONS}) == 390


@pytest.mark.parametrize("operation", OPERATIONS, ids=[operation.name for operation in OPERATIONS])
def test_an_operation_on_the_wire(client: Any, recorder: Recorder, operation: Operation) -> None:
    given = values(operation)
    before = dict(given)
    operation.call(client, given)
    assert given == before
    request = recorder.taken()
    assert request.verb == operation.verb
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
    body = names_in(request)
    assert sorted(query + body) == sorted(rest)
    assert not body if operation.verb in ("GET", "DELETE") else set(query) <= {"include"}


def names_in(request: Any) -> Any:
    """Return the names of what a body holds."""
    if request.content_type.startswith("multipart/"):
        return re.findall(rb'(?m)^Content-Disposition: form-data; name="([^"]+)"', request.body) and [
            name.decode("ascii") for name in re.findall(rb'form-data; name="([^"]+)"', request.body)
        ]
    return list(json.loads(request.body.decode("utf-8"))) if request.body else []


@pytest.mark.parametrize("operation", OPERATIONS, ids=[operation.name for operation in OPERATIONS])
def test_what_is_required_is_asked_for(client: Any, recorder: Recorder, operation: Operation) -> None:
    whole = values(operation)
    for missing in operation.required + operation.ids:
        given = {name: whole[name] for name in operation.required + operation.ids if name != missing}
        with pytest.raises(TypeError, match=missing):
            find(client, operation.name)(**given)
    for name in operation.ids:
        with pytest.raises(ValueError, match="Expected a non-empty value for `{}`".format(name)):
            find(client, operation.name)(**{**whole, name: ""})
    assert not recorder.requests


@pytest.mark.parametrize("operation", [o for o in OPERATIONS if o.page], ids=lambda operation: operation.name)
def test_lists_are_pages_of_their_kind(client: Any, recorder: Recorder, operation: Operation) -> None:
    page = operation.call(client, values(operation))
    recorder.taken()
    assert isinstance(page, getattr(load("pagination"), operation.page))


@pytest.mark.parametrize("operation", [o for o in OPERATIONS if o.streams], ids=lambda operation: operation.name)
def test_streams(client: Any, recorder: Recorder, operation: Operation) -> None:
    given = {name: value for name, value in values(operation).items() if name in operation.required + operation.ids}
    if "stream" in operation.arguments:
        given["stream"] = True
    with operation.call(client, given) as stream:
        assert isinstance(stream, package.Stream)
        assert list(stream) == []
    recorder.taken()


@pytest.mark.parametrize("key", ["api_key", "admin_api_key"])
def test_a_missing_kind_of_key_is_a_type_error(recorder: Recorder, key: str) -> None:
    with package.OpenAI(base_url=recorder.base_url, **{key: "sk-only"}) as client:
        with pytest.raises(TypeError, match="Could not resolve authentication method"):
            (client.models if key == "admin_api_key" else client.admin.organization.users).list()
    assert not recorder.requests
