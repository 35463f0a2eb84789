# SPDX-License-Identifier: MIT
"""The clients over a real socket: options, the tree, pages, threads, closing."""

from __future__ import annotations

import copy
import os
import pickle
import queue
import threading
import warnings

import pytest

from . import HAS_STUBS, load, package

EmbeddedServer = load("testing").EmbeddedServer
errors = load("call.errors")
Config = package.Config
OpenAI = package.OpenAI

HELLO = {"model": "m", "messages": [{"role": "user", "content": "Say hello"}]}


@pytest.fixture
def client(server):
    with OpenAI(api_key="sk-test", base_url=server.base_url, environment=False) as client:
        yield client


def test_a_chat_call(client, server):
    result = client.chat.completions.create(**HELLO)
    assert result.choices[0].message.content == "Hello from the embedded server! You said: Say hello"
    assert result._request_id == "req_000001"
    request = server.requests[0]
    assert (request.method, request.target) == ("POST", "/v1/chat/completions")
    assert request.json() == HELLO
    assert request.header("User-Agent").startswith("openai-stdlib/")
    assert not [name for name, _ in request.headers if name.lower().startswith("x-stainless")]


def test_arguments_are_never_changed(client):
    arguments = copy.deepcopy(HELLO)
    headers, query, body = {"X-A": "1"}, {"q": "1"}, {"user": "u"}
    client.chat.completions.create(**arguments, extra_headers=headers, extra_query=query, extra_body=body)
    assert (arguments, headers, query, body) == (HELLO, {"X-A": "1"}, {"q": "1"}, {"user": "u"})


def test_extra_headers_query_and_body(client, server):
    client.chat.completions.create(
        **HELLO, extra_headers={"x-a": "1", "Accept": None}, extra_query={"q": ["a", "b"]}, extra_body={"model": "n"}
    )
    request = server.requests[0]
    assert (request.header("X-A"), request.header("Accept")) == ("1", "")
    assert request.target == "/v1/chat/completions?q%5B%5D=a&q%5B%5D=b"
    assert request.json()["model"] == "n"


def test_the_tree_is_there_and_says_what_it_is(client):
    assert {"chat", "files", "models", "beta"} <= set(dir(client))
    assert "POST /chat/completions" in client.chat.completions.create.__doc__
    required = "messages: Iterable[ChatCompletionMessageParam] (required)" if HAS_STUBS else "messages (required)"
    assert required in client.chat.completions.create.__doc__
    assert repr(client.files.retrieve).startswith("<bound method Files.retrieve of ")
    with pytest.raises(AttributeError, match="nonsense"):
        client.nonsense  # noqa: B018


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda c: c.chat.completions.create(model="m"), r"Missing required argument: 'messages' \(create\(\) is POST"),
        (lambda c: c.chat.completions.create(), r"Missing required arguments: 'messages' and 'model'"),
        (lambda c: c.files.retrieve(), r"Missing required argument: 'file_id'"),
        (lambda c: c.beta.threads.messages.retrieve("m"), r"Missing required argument: 'thread_id'"),
        (lambda c: c.files.retrieve("a", "b"), r"takes one positional argument but 2 were given"),
        (lambda c: c.files.list("a"), r"takes no positional arguments but 1 were given"),
        (lambda c: c.files.retrieve("a", file_id="b"), r"multiple values for argument 'file_id'"),
        (lambda c: c.chat.completions.create(**HELLO, config={"api_key": "k"}), r"config: expected a Config, got dict"),
        (lambda c: c.chat.completions.create(model="m", messages=[{"content": b"x"}]), r"messages\[0\].content: bytes"),
        (
            lambda c: c.chat.completions.create(**HELLO, temperature=float("nan")),
            r"temperature: nan cannot be represented in JSON",
        ),
    ],
)
def test_wrong_arguments_are_type_errors_and_nothing_is_sent(client, server, call, message):
    with pytest.raises(TypeError, match=message):
        call(client)
    assert server.requests == []


@pytest.mark.parametrize("file_id", ["", ".", "..", "%2e%2E"])
def test_ids_that_would_leave_their_place_are_value_errors(client, server, file_id):
    with pytest.raises(ValueError, match="file_id"):
        client.files.retrieve(file_id)
    assert server.requests == []


def test_no_key_says_what_to_do():
    with pytest.raises(package.OpenAIError, match="Missing credentials.*OPENAI_API_KEY"):
        OpenAI(environment=False)
    with pytest.raises(package.OpenAIError, match="Missing credentials"):
        OpenAI(environment={"OPENAI_API_KEY": ""})
    with pytest.raises(package.ConfigError, match="api_key: it is empty"):
        OpenAI(api_key="", environment=False)


def test_the_environment_is_read_when_the_client_is_made(server):
    environment = {"OPENAI_API_KEY": "sk-env", "OPENAI_BASE_URL": server.base_url, "OPENAI_ORG_ID": "org-env"}
    with OpenAI(environment=environment) as client:
        environment["OPENAI_API_KEY"] = "sk-late"
        client.models.list()
    assert server.requests[0].header("Authorization") == "Bearer sk-env"
    assert server.requests[0].header("OpenAI-Organization") == "org-env"
    assert client.settings.explain()["api_key"] == "*** (environment)"


def test_the_process_environment_is_the_default(server, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-process")
    monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
    with OpenAI() as client:
        client.models.list()
    assert server.requests[0].header("Authorization") == "Bearer sk-process"
    with OpenAI(api_key="sk-mine") as client:
        client.models.list()
    assert server.requests[1].header("Authorization") == "Bearer sk-mine"


def test_a_callable_key_is_asked_for_each_attempt(server):
    keys = iter(["sk-one", "sk-two", "sk-three"])
    server.inject_fault("status=500; retry-after-ms=1; times=2")
    with OpenAI(api_key=lambda: next(keys), base_url=server.base_url, environment=False) as client:
        client.models.list()
    assert [r.header("Authorization") for r in server.requests] == ["Bearer sk-one", "Bearer sk-two", "Bearer sk-three"]


def test_an_authorization_of_the_call_wins(client, server):
    client.models.list(extra_headers={"authorization": "Bearer sk-call"})
    assert server.requests[0].header("Authorization") == "Bearer sk-call"


def test_retried_posts_have_one_idempotency_key(client, server):
    server.inject_fault("status=500; retry-after-ms=1; times=2")
    client.chat.completions.create(**HELLO)
    client.chat.completions.create(**HELLO)
    keys = [request.header("Idempotency-Key") for request in server.requests]
    assert len(keys) == 4 and keys[0] == keys[1] == keys[2] != keys[3] and keys[0]


def test_a_page_iterates_over_all_items(client, server, tmp_path):
    names = ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"]
    for name in names:
        client.files.create(file=(name, b"x"), purpose="assistants")
    page = client.files.list(limit=2, order="asc", extra_headers={"X-A": "1"})
    assert [file.filename for file in page.data] == names[:2] and page.has_next_page()
    assert [file.filename for file in page] == names
    assert [len(part.data) for part in page.iter_pages()] == [2, 2, 1]
    following = page.get_next_page()
    assert [file.filename for file in following.data] == names[2:4]
    requests = [request for request in server.requests if request.method == "GET"]
    assert requests[1].query == {"limit": ["2"], "order": ["asc"], "after": [page.data[-1].id]}
    assert {request.header("X-A") for request in requests} == {"1"}
    last = list(page.iter_pages())[-1]
    assert not last.has_next_page()
    assert last.get_next_page().data == []  # has_more may be out of date: who asks is told
    with pytest.raises(RuntimeError, match="last page"):
        last.get_next_page().get_next_page()
    assert pickle.loads(pickle.dumps(page)) == page


def test_the_calls_config_holds_for_further_pages(client, server):
    for name in "abc":
        client.files.create(file=(name, b"x"), purpose="assistants")
    list(client.files.list(limit=1, config=Config(api_key="sk-call")))
    assert {r.header("Authorization") for r in server.requests if r.method == "GET"} == {"Bearer sk-call"}


def test_embeddings_are_floats_and_travel_as_base64(client, server):
    quick = client.embeddings.create(model="text-embedding-3-small", input=["a", "b"], dimensions=8)
    assert server.requests[0].json()["encoding_format"] == "base64"
    plain = client.embeddings.create(
        model="text-embedding-3-small", input=["a", "b"], dimensions=8, encoding_format="float"
    )
    for one, other in zip(quick.data, plain.data):
        assert one.embedding == pytest.approx(other.embedding) and len(one.embedding) == 8
        assert type(one.embedding) is list and type(one.embedding[0]) is float
    received = client.embeddings.create(model="text-embedding-3-small", input="a", encoding_format="base64")
    assert isinstance(received.data[0].embedding, str)


def test_binary_content(client, tmp_path):
    file = client.files.create(file=("a.json", b'{"a": 1}'), purpose="assistants")
    content = client.files.content(file.id)
    assert content.read() == content.content == bytes(content) == b'{"a": 1}'
    assert (content.text, content.json()["a"], len(content)) == ('{"a": 1}', 1, 8)
    assert list(content.iter_bytes(3)) == [b'{"a', b'": ', b"1}"]
    content.write_to_file(tmp_path / "copy.json")
    assert (tmp_path / "copy.json").read_bytes() == b'{"a": 1}'


@pytest.mark.parametrize("response_format", ["json", "text", "srt", "vtt", "verbose_json", None])
def test_transcripts_by_response_format(client, response_format):
    options = {} if response_format is None else {"response_format": response_format}
    result = client.audio.transcriptions.create(file=("a.wav", b"RIFF"), model="whisper-1", **options)
    assert isinstance(result, str) is (response_format in ("text", "srt", "vtt"))
    assert isinstance(result, str) or isinstance(result.text, str)


def test_answers_can_be_fed_back(client, server):
    first = client.chat.completions.create(**HELLO)
    client.chat.completions.create(model="m", messages=[*HELLO["messages"], first.choices[0].message])
    assert server.requests[1].json()["messages"][1] == first.choices[0].message


def test_a_client_is_closed_once_and_for_all(server):
    client = OpenAI(api_key="k", base_url=server.base_url, environment=False)
    client.models.list()
    client.close()
    client.close()
    assert client.is_closed()
    with pytest.raises(package.OpenAIError, match="the client is closed"):
        client.models.list()


def test_a_transport_that_is_passed_in_stays_open(server):
    with package.UrllibTransport() as transport:
        for _ in range(2):
            with OpenAI(api_key="k", base_url=server.base_url, transport=transport, environment=False) as client:
                client.models.list()
        assert len({request.connection for request in server.requests}) == 1


def test_a_transport_of_the_wrong_kind_is_refused():
    with pytest.raises(package.ConfigError, match=r"OpenAI needs an object with send\(request\) and close\(\)"):
        OpenAI(api_key="k", transport=package.ThreadTransport(package.UrllibTransport()))
    with pytest.raises(package.ConfigError, match=r"AsyncOpenAI needs an object with async send"):
        package.AsyncOpenAI(api_key="k", transport=package.UrllibTransport())


def test_proxy_and_ssl_per_call_need_our_own_transport(server):
    with package.UrllibTransport() as transport:
        client = OpenAI(api_key="k", base_url=server.base_url, transport=transport, environment=False)
        with pytest.raises(package.ConfigError, match="proxy and ssl"):
            client.models.list(config=Config(http_options={"proxy": "http://127.0.0.1:1"}))
    assert server.requests == []


def test_32_threads_share_a_client(client, server):
    results = queue.Queue()
    start = threading.Barrier(32)

    def work(number):
        start.wait(30)
        words = "number {}".format(number)
        for _ in range(5):
            result = client.chat.completions.create(model="m", messages=[{"role": "user", "content": words}])
            results.put(result.choices[0].message.content.endswith(words))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(32)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert [results.get_nowait() for _ in range(160)] == [True] * 160
    assert len({request.connection for request in server.requests}) <= 32


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
def test_a_forked_process_uses_connections_of_its_own(client, server):
    client.models.list()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of forking beside the server's threads
        child = os.fork()
    if child == 0:
        try:
            client.models.list()
            os._exit(0)
        except BaseException:
            os._exit(1)
    assert os.waitpid(child, 0)[1] == 0
    client.models.list()
    connections = [request.connection for request in server.requests]
    assert connections[0] == connections[2] != connections[1]


def test_a_subclass_that_overrides_request_sees_every_custom_request(server):
    class Recording(package.OpenAI):
        def request(self, method, path, **options):
            seen.append((method, path))
            return super().request(method, path, **options)

    seen = []
    with Recording(api_key="k", base_url=server.base_url) as client:
        assert client.get("/models", options={"headers": {"X-A": "b"}}).data
        client.post("/embeddings", body={"model": "m", "input": "x"})
        with pytest.raises(package.NotFoundError):
            client.put("/nowhere")
    assert seen == [("GET", "/models"), ("POST", "/embeddings"), ("PUT", "/nowhere")]
    assert [dict(request.headers).get("X-A") for request in server.requests] == ["b", None, None]


def test_a_copy_takes_config_and_environment() -> None:
    client = package.OpenAI(api_key="k", environment={"OPENAI_ORG_ID": "first"}, max_retries=1)
    copied = client.copy(
        environment={"OPENAI_ORG_ID": "second"}, config=package.Config(timeout=3, max_retries=5), max_retries=7
    )
    assert (client.organization, copied.organization) == ("first", "second")
    assert (client.max_retries, copied.max_retries, copied.timeout.read) == (1, 7, 3)
    assert client.with_options(environment=False).organization is None
    assert client.with_options(config=package.Config(max_retries=4)).max_retries == 4
    for wrong, text in (({"environment": 3}, "environment: expected a bool or a mapping"), ({"config": 3}, "config: ")):
        with pytest.raises(package.OpenAIError, match=text):
            client.copy(**wrong)
    keyless = package.OpenAI(environment=False, _enforce_credentials=False)
    assert keyless.copy().api_key is None
    with pytest.raises(package.ConfigError, match="there is no API key"):
        keyless.copy(_enforce_credentials=True)


def test_further_options_of_a_copy_are_not_changed() -> None:
    further = {"max_retries": 5, "default_headers": {"X-A": "1"}}
    client = package.OpenAI(api_key="k", environment=False)
    copied = client.with_options(timeout=3, _extra_kwargs=further)
    assert (copied.max_retries, copied.timeout.read, copied.default_headers["X-A"]) == (5, 3, "1")
    assert further == {"max_retries": 5, "default_headers": {"X-A": "1"}}
    azure = package.AzureOpenAI(api_key="k", azure_endpoint="https://h", api_version="1", environment=False)
    assert azure.copy(_extra_kwargs={"api_version": "2"})._api_version == "2"
    assert client.copy(config=package.NOT_GIVEN, environment=package.NOT_GIVEN).max_retries == client.max_retries


def test_further_options_of_a_copy_show_no_credentials() -> None:
    client = package.OpenAI(api_key="k", environment=False)
    with pytest.raises(package.OpenAIError) as caught:
        client.copy(_extra_kwargs={"api_key": "sk-secret\n", "nope": "sk-secret"})
    assert "sk-secret" not in str(caught.value)
    traceback = caught.tb.tb_next
    while traceback is not None:
        assert "sk-secret" not in repr(traceback.tb_frame.f_locals)
        traceback = traceback.tb_next
