# SPDX-License-Identifier: MIT
"""Client options, attributes, copies and requests, as programs written for the official package expect them."""

from __future__ import annotations

import copy
import pickle
import threading
from typing import Any, Dict, Iterator

import pytest

from . import load, package
from .operations import Recorder

OpenAI, RetryPolicy, Timeout = package.OpenAI, package.RetryPolicy, package.Timeout
NOT_GIVEN, omit = package.NOT_GIVEN, package.omit
CHAT: Dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "hi"}]}


@pytest.fixture
def recorder() -> Iterator[Recorder]:
    with Recorder() as recorder:
        yield recorder


def make_client(recorder: Recorder, **options: Any) -> Any:
    return OpenAI(**{"api_key": "sk-1", "base_url": recorder.base_url, **options})


def sent_by(recorder: Recorder, client: Any, **keywords: Any) -> Dict[str, str]:
    """Make a call and return the headers of its request."""
    client.models.list(**keywords)
    return recorder.pop_request().headers


# Options


def test_missing_credentials() -> None:
    with pytest.raises(package.OpenAIError, match="Missing credentials"):
        OpenAI()
    with pytest.raises(package.OpenAIError, match="Missing credentials"):
        OpenAI(api_key=None, environment={"OPENAI_API_KEY": ""})
    assert OpenAI(_enforce_credentials=False).api_key is None


def test_an_admin_key_is_enough_for_a_client(recorder: Recorder) -> None:
    with OpenAI(admin_api_key="sk-admin", base_url=recorder.base_url) as client:
        client.admin.organization.users.list()
        assert recorder.pop_request().headers["authorization"] == "Bearer sk-admin"


@pytest.mark.parametrize("retries, error_class", [(None, TypeError), ("2", TypeError), (-1, ValueError)])
def test_invalid_max_retries(retries: Any, error_class: Any) -> None:
    with pytest.raises(error_class, match="max_retries"):
        OpenAI(api_key="k", max_retries=retries)


@pytest.mark.parametrize(
    "residency, url",
    [
        ("global", "https://api.openai.com/v1"),
        ("eu", "https://eu.api.openai.com/v1"),
        ("jp", "https://jp.api.openai.com/v1"),
    ],
)
def test_data_residency_determines_the_base_url(residency: str, url: str) -> None:
    client = OpenAI(api_key="k", data_residency=residency, environment={"OPENAI_BASE_URL": "http://elsewhere"})
    assert client.base_url == url
    assert OpenAI(api_key="k").copy(data_residency=residency).base_url == url


@pytest.mark.parametrize("options", [{"data_residency": "moon"}, {"data_residency": "eu", "base_url": "http://h"}])
def test_invalid_data_residency(options: Dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="data_residency"):
        OpenAI(api_key="k", **options)


def test_callable_key_is_invoked_for_each_call(recorder: Recorder) -> None:
    keys = iter(["one", "two"])
    with make_client(recorder, api_key=lambda: next(keys)) as client:
        assert sent_by(recorder, client)["authorization"] == "Bearer one"
        assert sent_by(recorder, client)["authorization"] == "Bearer two"


def test_not_given_is_not_sent(recorder: Recorder) -> None:
    with make_client(recorder, timeout=NOT_GIVEN, organization=None) as client:
        assert client.timeout == Timeout(600, connect=5)
        client.chat.completions.create(
            temperature=omit, stop=NOT_GIVEN, user=None, timeout=NOT_GIVEN, extra_headers=NOT_GIVEN, **CHAT
        )
        assert recorder.pop_request().body == b'{"model":"m","messages":[{"role":"user","content":"hi"}],"user":null}'
    assert not NOT_GIVEN and not omit and repr(NOT_GIVEN) == "NOT_GIVEN"
    assert copy.deepcopy(NOT_GIVEN) is NOT_GIVEN is pickle.loads(pickle.dumps(NOT_GIVEN))


def test_omit_in_nested_fields_and_extras(recorder: Recorder) -> None:
    with make_client(recorder, default_headers={"X-Team": "blue"}) as client:
        client.chat.completions.create(
            model="m",
            messages=[{"role": "user", "content": "hi", "name": omit}, omit],
            extra_body={"model": omit, "more": {"a": omit, "b": 1}},
            extra_headers={"X-Team": omit, "Authorization": omit},
            extra_query={"q": omit, "r": 1},
        )
        request = recorder.pop_request()
    assert request.body == b'{"messages":[{"role":"user","content":"hi"}],"more":{"b":1}}'
    assert "x-team" not in request.headers and "authorization" not in request.headers
    assert request.query == "r=1"


# The environment


def test_environment_variables(recorder: Recorder) -> None:
    environment = {
        "OPENAI_API_KEY": "sk-env",
        "OPENAI_ADMIN_KEY": "sk-admin",
        "OPENAI_ORG_ID": "org",
        "OPENAI_PROJECT_ID": "proj",
        "OPENAI_WEBHOOK_SECRET": "whsec_c2VjcmV0",
        "OPENAI_BASE_URL": recorder.base_url,
        "OPENAI_CUSTOM_HEADERS": "X-One: 1\nX-Two:  a:b \n",
    }
    with OpenAI(environment=environment, default_headers={"x-one": "mine"}) as client:
        assert (client.admin_api_key, client.webhook_secret) == ("sk-admin", "whsec_c2VjcmV0")
        sent_headers = sent_by(recorder, client)
    assert (sent_headers["authorization"], sent_headers["openai-organization"], sent_headers["openai-project"]) == (
        "Bearer sk-env",
        "org",
        "proj",
    )
    assert (sent_headers["x-one"], sent_headers["x-two"]) == ("mine", "a:b")


def test_invalid_custom_headers() -> None:
    with pytest.raises(ValueError, match="OPENAI_CUSTOM_HEADERS"):
        OpenAI(environment={"OPENAI_API_KEY": "k", "OPENAI_CUSTOM_HEADERS": "no colon"})


# Assigning options, and copies


def test_options_can_be_assigned(recorder: Recorder) -> None:
    with make_client(recorder) as client:
        client.api_key, client.organization, client.project, client.max_retries = "sk-2", "org-2", "p-2", 0
        client.timeout = 7
        sent_headers = sent_by(recorder, client)
        assert (sent_headers["authorization"], sent_headers["openai-organization"], sent_headers["openai-project"]) == (
            "Bearer sk-2",
            "org-2",
            "p-2",
        )
        assert (client.timeout, client.max_retries) == (Timeout(7), 0)
        client.base_url = recorder.base_url + "/deeper/"
        assert client.base_url == recorder.base_url + "/deeper/"
        client.models.list()
        assert recorder.pop_request().path == "/deeper/models"
        for number in range(100):
            client.max_retries = number
        assert len(client.settings.layers) < 6, "layers accumulate"


def test_the_base_url_is_shown_with_a_slash_and_equals_both() -> None:
    client = OpenAI(api_key="k", base_url="http://host:1/v1?a=b")
    assert str(client.base_url) == "http://host:1/v1/?a=b"
    assert client.base_url.host == "host"
    default_url = OpenAI(api_key="k").base_url
    assert default_url == "https://api.openai.com/v1" and default_url == "https://api.openai.com/v1/"
    assert default_url != "https://api.openai.com" and hash(default_url) == hash("https://api.openai.com/v1")


def test_copy_changes_given_options_and_keeps_the_others(recorder: Recorder) -> None:
    options = {"organization": "org", "default_headers": {"X-A": "1"}, "default_query": {"a": "1"}, "timeout": 9}
    with make_client(recorder, **options) as client:
        assert client.chat._client is client
        other = client.with_options(
            default_headers={"X-B": "2"}, default_query={"b": "2"}, max_retries=7, organization=""
        )
        assert type(other) is type(client) and other.chat._client is other
        assert (other.timeout, other.max_retries, other.organization, client.max_retries) == (Timeout(9), 7, "org", 2)
        other.models.list()
        request = recorder.pop_request()
        assert (request.headers["x-a"], request.headers["x-b"], request.query) == ("1", "2", "a=1&b=2")
        replaced = client.copy(set_default_headers={"X-C": "3"}, set_default_query={}, api_key="sk-3", timeout=None)
        replaced.models.list()
        request = recorder.pop_request()
        assert "x-a" not in request.headers and request.headers["x-c"] == "3" and request.query == ""
        assert request.headers["authorization"] == "Bearer sk-3" and replaced.timeout == Timeout(None)
        with pytest.raises(ValueError, match="mutually exclusive"):
            client.copy(default_headers={}, set_default_headers={})
        with pytest.raises(TypeError, match="did you mean 'max_retries'"):
            client.with_options(max_retrys=1)


def test_copies_share_connections_and_layers_do_not_accumulate(recorder: Recorder) -> None:
    with make_client(recorder) as client:
        client.models.list()
        copied = client
        for number in range(50):
            copied = copied.with_options(max_retries=number)
            copied.models.list()
        assert len(copied.settings.layers) < 6
        assert copied._transports is client._transports and len(client._transports) == 1
    recorder.requests.clear()


def test_copy_with_a_key_drops_the_provider() -> None:
    provider = load("providers.base").Provider("own", "http://host/v1", key="secret")
    client = OpenAI(provider=provider)
    assert client.base_url == "http://host/v1"
    assert client.with_options(max_retries=1).settings.provider is provider
    assert client.with_options(api_key="k").settings.provider is None
    with pytest.raises(ValueError, match="and own are mutually exclusive"):
        OpenAI(provider=provider, api_key="k")


# Pickling and threads


def test_pickled_and_copied_clients_work(recorder: Recorder) -> None:
    with make_client(recorder, organization="org", default_headers={"X-A": "1"}, timeout=9) as client:
        client.models.list()
        recorder.pop_request()
        for other in (pickle.loads(pickle.dumps(client)), copy.copy(client), copy.deepcopy(client)):
            with other:
                sent_headers = sent_by(recorder, other)
                assert (sent_headers["authorization"], sent_headers["openai-organization"], sent_headers["x-a"]) == (
                    "Bearer sk-1",
                    "org",
                    "1",
                )
                assert other.timeout == Timeout(9)
        assert not client.is_closed()
    assert pickle.loads(pickle.dumps(client)).is_closed()


def test_32_threads_on_one_client(recorder: Recorder) -> None:
    """Check that the requests of all threads arrive complete and are not mixed up."""
    errors = []
    barrier = threading.Barrier(32)

    def work(number: int, client: Any) -> None:
        try:
            barrier.wait(60)
            for copied in range(8):
                name = "thread-{}-{}".format(number, copied)
                client.with_options(timeout=60).responses.create(model=name, input="x")
                client.admin.organization.users.retrieve(name)
                client.chat.completions.create(model=name, messages=[], extra_headers={"X-Name": name})
        except Exception as error:
            errors.append(error)

    with make_client(recorder, admin_api_key="sk-admin") as client:
        threads = [threading.Thread(target=work, args=(number, client)) for number in range(32)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(120)
    assert errors == []
    assert len(recorder.requests) == 32 * 8 * 3
    for request in recorder.requests:
        if "x-name" in request.headers:
            assert request.body.startswith('{{"model":"{}"'.format(request.headers["x-name"]).encode("ascii"))
        expected = "Bearer sk-admin" if "/organization/" in request.path else "Bearer sk-1"
        assert request.headers["authorization"] == expected


# Retry policies


class NeverRetry(RetryPolicy):  # type: ignore[misc]  # the class is found at run time
    """Retry policy that never retries."""

    def delay_after_error(self, error: BaseException, retries_taken: int) -> Any:
        return None

    def delay_after_status(self, status: int, headers: Any, code: Any, received_at: float, retries_taken: int) -> Any:
        return None


@pytest.mark.parametrize(
    "for_client, for_call, attempts",
    [
        ({"retry_policy": RetryPolicy(3, initial_delay=0)}, {}, 4),
        ({"retry_policy": RetryPolicy(3, initial_delay=0), "max_retries": 1}, {}, 2),
        ({"retry_policy": NeverRetry()}, {}, 1),
        ({"max_retries": 5}, {"retry_policy": NeverRetry()}, 1),
        ({"retry_policy": RetryPolicy(3, initial_delay=0)}, {"max_retries": 0}, 1),
        ({"retry_policy": RetryPolicy(1, initial_delay=0, retry_statuses=(404,))}, {}, 2),
    ],
)
def test_retry_policy_of_a_client_or_a_call(for_client: Any, for_call: Any, attempts: int) -> None:
    status = 404 if for_client.get("retry_policy") == RetryPolicy(1, initial_delay=0, retry_statuses=(404,)) else 503
    with load("testing").EmbeddedServer() as server:
        with OpenAI(api_key="k", base_url=server.base_url, **for_client) as client:
            server.inject_fault("status={}; times=9".format(status))
            with pytest.raises(package.APIStatusError) as caught:
                client.models.list(config=package.Config(**for_call))
            assert caught.value.attempts == len(server.requests) == attempts


# Custom requests


def test_custom_requests(recorder: Recorder) -> None:
    with make_client(recorder, default_query={"v": "1"}) as client:
        for method in ("get", "post", "put", "patch", "delete"):
            options = {} if method == "get" else {"body": {"b": 1, "a": omit, "c": None}}
            result = getattr(client, method)("/new/{thing}", cast_to=dict, options={"params": {"q": [1]}}, **options)
            assert result == {"id": "x", "data": [], "object": "list", "has_more": False}
            request = recorder.pop_request()
            assert (request.method, request.path, request.query) == (
                method.upper(),
                "/new/%7Bthing%7D",
                "v=1&q%5B%5D=1",
            )
            assert request.body == (b"" if method == "get" else b'{"b":1,"c":null}')
            assert ("content-type" in request.headers) == (method != "get")
        client.post("relative", cast_to=str, content=b"raw", options={"headers": {"Content-Type": "text/plain"}})
        request = recorder.pop_request()
        assert (request.path, request.body, request.headers["content-type"]) == ("/relative", b"raw", "text/plain")
        client.post("/form", cast_to=object, body={"a": "1"}, files={"f": ("n.txt", b"x")})
        assert recorder.pop_request().content_type == "multipart/form-data; boundary"
        client.post("/x", body={}, options={"idempotency_key": "mine", "max_retries": 0, "extra_json": {"y": 1}})
        request = recorder.pop_request()
        assert (request.headers["idempotency-key"], request.body) == ("mine", b'{"y":1}')
        with pytest.raises(TypeError, match="content"):
            client.post("/x", body={}, content=b"")
        assert (
            list(client.get("/x", stream=True)) == []
            and recorder.pop_request().headers["accept"] == "text/event-stream"
        )


def test_absolute_url_of_another_origin_gets_no_credentials(recorder: Recorder) -> None:
    with make_client(recorder, organization="org", project="p", default_headers={"Cookie": "c"}) as client:
        client.get(recorder.base_url + "/same?x=1")
        request = recorder.pop_request()
        assert (request.path, request.query, request.headers["authorization"]) == ("/same", "x=1", "Bearer sk-1")
        with Recorder() as other:
            client.get(other.base_url + "/other")
            sent_headers = other.pop_request().headers
    assert not {"authorization", "openai-organization", "openai-project", "cookie"} & set(sent_headers)
    with make_client(recorder) as client, pytest.raises(ValueError, match="path"):
        client.get("https://user:pw@host/x")


def test_cast_to(recorder: Recorder) -> None:
    class KeywordModel:
        def __init__(self, **fields: Any) -> None:
            self.fields = fields

    with make_client(recorder) as client:
        assert client.get("/x", cast_to=type(None)) is None
        assert client.get("/x", cast_to=bytes).startswith(b'{"id"')
        assert client.get("/x", cast_to=str).startswith('{"id"')
        assert client.get("/x", cast_to=KeywordModel).fields["id"] == "x"
        assert client.get("/x").id == "x"
        assert client.get("/x", cast_to=package.BinaryContent).content.startswith(b'{"id"')
        page = client.get_api_list("/x", model=object, page=load("pagination").SyncCursorPage)
        assert page.data == [] and not page.has_next_page()
        raw = client.with_raw_response.get("/x", cast_to=dict)
        assert raw.status_code == 200 and raw.parse()["id"] == "x"
    recorder.requests.clear()


def test_transport_as_http_client(recorder: Recorder) -> None:
    with pytest.raises(TypeError, match="http_client: expected a Client of httpx or httpx2, or a transport, got int"):
        make_client(recorder, http_client=5)
    transport = package.UrllibTransport()
    with make_client(recorder, http_client=transport) as client:
        client.models.list()
        with pytest.raises(ValueError, match="http_client and transport"):
            client.copy(http_client=transport, transport=transport)
    transport.close()


# Names that programs import


def test_names_removed_in_version_1_give_migration_advice() -> None:
    assert package.ChatCompletion is not None and "removed in openai 1.0" in repr(package.ChatCompletion)
    with pytest.raises(package.APIRemovedInV1, match="client.chat.completions.create"):
        package.ChatCompletion.create(model="m")
    with pytest.raises(AttributeError):
        _ = package.File.__nothing__


def test_other_names_of_the_official_package(tmp_path: Any) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    assert package.file_from_path(str(path)) == ("a.txt", b"x")
    assert package.NoneType is type(None) and package.VERSION == load("version").VERSION == load("_version").__version__
    assert package.DEFAULT_TIMEOUT == Timeout(600, connect=5) and package.DEFAULT_MAX_RETRIES == 2
    assert package.Client is OpenAI and issubclass(package.HttpxBinaryResponseContent, package.BinaryContent)
    assert package.api_key is None and package.types.chat.ChatCompletion.__name__ == "ChatCompletion"
