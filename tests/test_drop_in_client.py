# SPDX-License-Identifier: MIT
"""What a client takes, remembers, hands on to copies and sends, as programs for the official package expect it."""

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
    with Recorder() as running:
        yield running


def client(recorder: Recorder, **options: Any) -> Any:
    return OpenAI(**{"api_key": "sk-1", "base_url": recorder.base_url, **options})


def headers(recorder: Recorder, made: Any, **keywords: Any) -> Dict[str, str]:
    """Make a call and return the headers that came."""
    made.models.list(**keywords)
    return recorder.pop_request().headers


# Options


def test_no_credentials_at_all() -> None:
    with pytest.raises(package.OpenAIError, match="Missing credentials"):
        OpenAI()
    with pytest.raises(package.OpenAIError, match="Missing credentials"):
        OpenAI(api_key=None, environment={"OPENAI_API_KEY": ""})
    assert OpenAI(_enforce_credentials=False).api_key is None


def test_an_admin_key_is_enough_for_a_client(recorder: Recorder) -> None:
    with OpenAI(admin_api_key="sk-admin", base_url=recorder.base_url) as made:
        made.admin.organization.users.list()
        assert recorder.pop_request().headers["authorization"] == "Bearer sk-admin"


@pytest.mark.parametrize("retries, kind", [(None, TypeError), ("2", TypeError), (-1, ValueError)])
def test_max_retries_of_the_wrong_kind(retries: Any, kind: Any) -> None:
    with pytest.raises(kind, match="max_retries"):
        OpenAI(api_key="k", max_retries=retries)


@pytest.mark.parametrize(
    "residency, url",
    [
        ("global", "https://api.openai.com/v1"),
        ("eu", "https://eu.api.openai.com/v1"),
        ("jp", "https://jp.api.openai.com/v1"),
    ],
)
def test_data_residency_says_where_calls_go(residency: str, url: str) -> None:
    made = OpenAI(api_key="k", data_residency=residency, environment={"OPENAI_BASE_URL": "http://elsewhere"})
    assert made.base_url == url
    assert OpenAI(api_key="k").copy(data_residency=residency).base_url == url


@pytest.mark.parametrize("options", [{"data_residency": "moon"}, {"data_residency": "eu", "base_url": "http://h"}])
def test_data_residency_that_cannot_be(options: Dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="data_residency"):
        OpenAI(api_key="k", **options)


def test_a_callable_key_is_asked_for_each_call(recorder: Recorder) -> None:
    keys = iter(["one", "two"])
    with client(recorder, api_key=lambda: next(keys)) as made:
        assert headers(recorder, made)["authorization"] == "Bearer one"
        assert headers(recorder, made)["authorization"] == "Bearer two"


def test_not_given_is_not_given(recorder: Recorder) -> None:
    with client(recorder, timeout=NOT_GIVEN, organization=None) as made:
        assert made.timeout == Timeout(600, connect=5)
        made.chat.completions.create(
            temperature=omit, stop=NOT_GIVEN, user=None, timeout=NOT_GIVEN, extra_headers=NOT_GIVEN, **CHAT
        )
        assert recorder.pop_request().body == b'{"model":"m","messages":[{"role":"user","content":"hi"}],"user":null}'
    assert not NOT_GIVEN and not omit and repr(NOT_GIVEN) == "NOT_GIVEN"
    assert copy.deepcopy(NOT_GIVEN) is NOT_GIVEN is pickle.loads(pickle.dumps(NOT_GIVEN))


def test_omit_inside_of_a_body_and_of_extras(recorder: Recorder) -> None:
    with client(recorder, default_headers={"X-Team": "blue"}) as made:
        made.chat.completions.create(
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


def test_names_of_the_environment(recorder: Recorder) -> None:
    environment = {
        "OPENAI_API_KEY": "sk-env",
        "OPENAI_ADMIN_KEY": "sk-admin",
        "OPENAI_ORG_ID": "org",
        "OPENAI_PROJECT_ID": "proj",
        "OPENAI_WEBHOOK_SECRET": "whsec_c2VjcmV0",
        "OPENAI_BASE_URL": recorder.base_url,
        "OPENAI_CUSTOM_HEADERS": "X-One: 1\nX-Two:  a:b \n",
    }
    with OpenAI(environment=environment, default_headers={"x-one": "mine"}) as made:
        assert (made.admin_api_key, made.webhook_secret) == ("sk-admin", "whsec_c2VjcmV0")
        sent = headers(recorder, made)
    assert (sent["authorization"], sent["openai-organization"], sent["openai-project"]) == (
        "Bearer sk-env",
        "org",
        "proj",
    )
    assert (sent["x-one"], sent["x-two"]) == ("mine", "a:b")


def test_custom_headers_that_are_none() -> None:
    with pytest.raises(ValueError, match="OPENAI_CUSTOM_HEADERS"):
        OpenAI(environment={"OPENAI_API_KEY": "k", "OPENAI_CUSTOM_HEADERS": "no colon"})


# What can be set, and copies


def test_options_can_be_set(recorder: Recorder) -> None:
    with client(recorder) as made:
        made.api_key, made.organization, made.project, made.max_retries = "sk-2", "org-2", "p-2", 0
        made.timeout = 7
        sent = headers(recorder, made)
        assert (sent["authorization"], sent["openai-organization"], sent["openai-project"]) == (
            "Bearer sk-2",
            "org-2",
            "p-2",
        )
        assert (made.timeout, made.max_retries) == (Timeout(7), 0)
        made.base_url = recorder.base_url + "/deeper/"
        assert made.base_url == recorder.base_url + "/deeper/"
        made.models.list()
        assert recorder.pop_request().path == "/deeper/models"
        for number in range(100):
            made.max_retries = number
        assert len(made.settings.layers) < 6, "settings pile up"


def test_the_base_url_is_shown_with_a_slash_and_equals_both() -> None:
    made = OpenAI(api_key="k", base_url="http://host:1/v1?a=b")
    assert str(made.base_url) == "http://host:1/v1/?a=b"
    assert made.base_url.host == "host"
    plain = OpenAI(api_key="k").base_url
    assert plain == "https://api.openai.com/v1" and plain == "https://api.openai.com/v1/"
    assert plain != "https://api.openai.com" and hash(plain) == hash("https://api.openai.com/v1")


def test_a_copy_changes_what_it_says_and_keeps_the_rest(recorder: Recorder) -> None:
    options = {"organization": "org", "default_headers": {"X-A": "1"}, "default_query": {"a": "1"}, "timeout": 9}
    with client(recorder, **options) as made:
        assert made.chat._client is made
        other = made.with_options(
            default_headers={"X-B": "2"}, default_query={"b": "2"}, max_retries=7, organization=""
        )
        assert type(other) is type(made) and other.chat._client is other
        assert (other.timeout, other.max_retries, other.organization, made.max_retries) == (Timeout(9), 7, "org", 2)
        other.models.list()
        request = recorder.pop_request()
        assert (request.headers["x-a"], request.headers["x-b"], request.query) == ("1", "2", "a=1&b=2")
        anew = made.copy(set_default_headers={"X-C": "3"}, set_default_query={}, api_key="sk-3", timeout=None)
        anew.models.list()
        request = recorder.pop_request()
        assert "x-a" not in request.headers and request.headers["x-c"] == "3" and request.query == ""
        assert request.headers["authorization"] == "Bearer sk-3" and anew.timeout == Timeout(None)
        with pytest.raises(ValueError, match="exclude each other"):
            made.copy(default_headers={}, set_default_headers={})
        with pytest.raises(TypeError, match="did you mean 'max_retries'"):
            made.with_options(max_retrys=1)


def test_copies_share_connections_and_settings_do_not_pile_up(recorder: Recorder) -> None:
    with client(recorder) as made:
        made.models.list()
        step = made
        for number in range(50):
            step = step.with_options(max_retries=number)
            step.models.list()
        assert len(step.settings.layers) < 6
        assert step._transports is made._transports and len(made._transports) == 1
    recorder.requests.clear()


def test_the_key_of_a_provider_goes_when_a_copy_has_its_own() -> None:
    workload = load("providers.base").Provider("own", "http://host/v1", key="secret")
    made = OpenAI(provider=workload)
    assert made.base_url == "http://host/v1"
    assert made.with_options(max_retries=1).settings.provider is workload
    assert made.with_options(api_key="k").settings.provider is None
    with pytest.raises(ValueError, match="cannot be combined with own"):
        OpenAI(provider=workload, api_key="k")


# Pickling and threads


def test_a_client_travels(recorder: Recorder) -> None:
    with client(recorder, organization="org", default_headers={"X-A": "1"}, timeout=9) as made:
        made.models.list()
        recorder.pop_request()
        for other in (pickle.loads(pickle.dumps(made)), copy.copy(made), copy.deepcopy(made)):
            with other:
                sent = headers(recorder, other)
                assert (sent["authorization"], sent["openai-organization"], sent["x-a"]) == ("Bearer sk-1", "org", "1")
                assert other.timeout == Timeout(9)
        assert not made.is_closed()
    assert pickle.loads(pickle.dumps(made)).is_closed()


def test_32_threads_on_one_client(recorder: Recorder) -> None:
    """Each call of each thread is answered with what it asked for; nothing is lost and nothing mixed up."""
    failures = []
    begin = threading.Barrier(32)

    def work(number: int, made: Any) -> None:
        try:
            begin.wait(60)
            for step in range(8):
                name = "thread-{}-{}".format(number, step)
                made.with_options(timeout=60).responses.create(model=name, input="x")
                made.admin.organization.users.retrieve(name)
                made.chat.completions.create(model=name, messages=[], extra_headers={"X-Name": name})
        except Exception as error:
            failures.append(error)

    with client(recorder, admin_api_key="sk-admin") as made:
        threads = [threading.Thread(target=work, args=(number, made)) for number in range(32)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(120)
    assert failures == []
    assert len(recorder.requests) == 32 * 8 * 3
    for request in recorder.requests:
        if "x-name" in request.headers:
            assert request.body.startswith('{{"model":"{}"'.format(request.headers["x-name"]).encode("ascii"))
        wanted = "Bearer sk-admin" if "/organization/" in request.path else "Bearer sk-1"
        assert request.headers["authorization"] == wanted


# Retries that a policy decides


class Never(RetryPolicy):  # type: ignore[misc]  # the class is found at run time
    """Tries nothing again, whatever the number says."""

    def delay_after_error(self, error: BaseException, retries_taken: int) -> Any:
        return None

    def delay_after_status(self, status: int, headers: Any, code: Any, received_at: float, retries_taken: int) -> Any:
        return None


@pytest.mark.parametrize(
    "for_client, for_call, attempts",
    [
        ({"retry_policy": RetryPolicy(3, initial_delay=0)}, {}, 4),
        ({"retry_policy": RetryPolicy(3, initial_delay=0), "max_retries": 1}, {}, 2),
        ({"retry_policy": Never()}, {}, 1),
        ({"max_retries": 5}, {"retry_policy": Never()}, 1),
        ({"retry_policy": RetryPolicy(3, initial_delay=0)}, {"max_retries": 0}, 1),
        ({"retry_policy": RetryPolicy(1, initial_delay=0, retry_statuses=(404,))}, {}, 2),
    ],
)
def test_a_retry_policy_for_a_client_or_a_call(for_client: Any, for_call: Any, attempts: int) -> None:
    status = 404 if for_client.get("retry_policy") == RetryPolicy(1, initial_delay=0, retry_statuses=(404,)) else 503
    with load("testing").EmbeddedServer() as server:
        with OpenAI(api_key="k", base_url=server.base_url, **for_client) as made:
            server.inject_fault("status={}; times=9".format(status))
            with pytest.raises(package.APIStatusError) as caught:
                made.models.list(config=package.Config(**for_call))
            assert caught.value.attempts == len(server.requests) == attempts


# Any path


def test_calls_of_any_path(recorder: Recorder) -> None:
    with client(recorder, default_query={"v": "1"}) as made:
        for verb in ("get", "post", "put", "patch", "delete"):
            options = {} if verb == "get" else {"body": {"b": 1, "a": omit, "c": None}}
            answer = getattr(made, verb)("/new/{thing}", cast_to=dict, options={"params": {"q": [1]}}, **options)
            assert answer == {"id": "x", "data": [], "object": "list", "has_more": False}
            request = recorder.pop_request()
            assert (request.verb, request.path, request.query) == (verb.upper(), "/new/{thing}", "v=1&q%5B%5D=1")
            assert request.body == (b"" if verb == "get" else b'{"b":1,"c":null}')
            assert ("content-type" in request.headers) == (verb != "get")
        made.post("relative", cast_to=str, content=b"raw", options={"headers": {"Content-Type": "text/plain"}})
        request = recorder.pop_request()
        assert (request.path, request.body, request.headers["content-type"]) == ("/relative", b"raw", "text/plain")
        made.post("/form", cast_to=object, body={"a": "1"}, files={"f": ("n.txt", b"x")})
        assert recorder.pop_request().content_type == "multipart/form-data; boundary"
        made.post("/x", body={}, options={"idempotency_key": "mine", "max_retries": 0, "extra_json": {"y": 1}})
        request = recorder.pop_request()
        assert (request.headers["idempotency-key"], request.body) == ("mine", b'{"y":1}')
        with pytest.raises(TypeError, match="content"):
            made.post("/x", body={}, content=b"")
        assert (
            list(made.get("/x", stream=True)) == [] and recorder.pop_request().headers["accept"] == "text/event-stream"
        )


def test_a_whole_url_of_another_origin_gets_no_credentials(recorder: Recorder) -> None:
    with client(recorder, organization="org", project="p", default_headers={"Cookie": "c"}) as made:
        made.get(recorder.base_url + "/same?x=1")
        request = recorder.pop_request()
        assert (request.path, request.query, request.headers["authorization"]) == ("/same", "x=1", "Bearer sk-1")
        with Recorder() as other:
            made.get(other.base_url + "/other")
            sent = other.pop_request().headers
    assert not {"authorization", "openai-organization", "openai-project", "cookie"} & set(sent)
    with client(recorder) as made, pytest.raises(ValueError, match="path"):
        made.get("https://user:pw@host/x")


def test_what_is_cast_to(recorder: Recorder) -> None:
    class Own:
        def __init__(self, **fields: Any) -> None:
            self.fields = fields

    with client(recorder) as made:
        assert made.get("/x", cast_to=type(None)) is None
        assert made.get("/x", cast_to=bytes).startswith(b'{"id"')
        assert made.get("/x", cast_to=str).startswith('{"id"')
        assert made.get("/x", cast_to=Own).fields["id"] == "x"
        assert made.get("/x").id == "x"
        assert made.get("/x", cast_to=package.BinaryContent).content.startswith(b'{"id"')
        page = made.get_api_list("/x", model=object, page=load("pagination").SyncCursorPage)
        assert page.data == [] and not page.has_next_page()
        raw = made.with_raw_response.get("/x", cast_to=dict)
        assert raw.status_code == 200 and raw.parse()["id"] == "x"
    recorder.requests.clear()


def test_an_own_transport_and_none(recorder: Recorder) -> None:
    with pytest.raises(TypeError, match="http_client: expected a Client of httpx or httpx2, or a transport, got int"):
        client(recorder, http_client=5)
    transport = package.UrllibTransport()
    with client(recorder, http_client=transport) as made:
        made.models.list()
        with pytest.raises(ValueError, match="http_client and transport"):
            made.copy(http_client=transport, transport=transport)
    transport.close()


# Names that programs import


def test_names_of_before_version_1_say_what_to_do() -> None:
    assert package.ChatCompletion is not None and "no more" in repr(package.ChatCompletion)
    with pytest.raises(package.APIRemovedInV1, match="client.chat.completions.create"):
        package.ChatCompletion.create(model="m")
    with pytest.raises(AttributeError):
        _ = package.File.__nothing__


def test_small_names_of_the_official_package(tmp_path: Any) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    assert package.file_from_path(str(path)) == ("a.txt", b"x")
    assert package.NoneType is type(None) and package.VERSION == package.__version__
    assert package.DEFAULT_TIMEOUT == Timeout(600, connect=5) and package.DEFAULT_MAX_RETRIES == 2
    assert package.Client is OpenAI and package.HttpxBinaryResponseContent is package.BinaryContent
    assert package.api_key is None and package.types.chat.ChatCompletion.__name__ == "ChatCompletion"
