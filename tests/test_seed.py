# SPDX-License-Identifier: MIT
"""Every example of the library that this one grew out of: the call as it was written there, the request that it makes,
and the shape of the answer. In Python a keyword list is a mapping or keywords; both ways are tried with each example.
"""

from __future__ import annotations

import queue
import threading
import warnings

import pytest

from . import load, package

Config = load("config.config").Config
EmbeddedServer = load("testing").EmbeddedServer
errors = load("call.errors")
failures = load("call.api_errors")

CHAT = {
    "model": "gpt-3.5-turbo",
    "messages": [
        {"role": "system", "content": "You are a helpful assistant."},
        {"role": "user", "content": "Who won the world series in 2020?"},
        {"role": "assistant", "content": "The Los Angeles Dodgers won the World Series in 2020."},
        {"role": "user", "content": "Where was it played?"},
    ],
}
AUDIO = {"model": "whisper-1"}
IMAGE = {"prompt": "A developer writing a test", "size": "256x256"}
MESSAGES = [
    {"role": "user", "content": "Hello, what is AI?", "file_ids": ["file-..."]},
    {"role": "user", "content": "How does AI work? Explain it in simple terms."},
]
THREAD_METADATA = {"key_1": "value 1", "key_2": "value 2"}
RUN_METADATA = {"key_3": "value 3"}
RETRIEVAL = [{"type": "retrieval"}]
LIST_KEYS = "object data first_id last_id has_more"
ASSISTANT_KEYS = "created_at description file_ids id instructions metadata model name object tools"
MESSAGE_KEYS = "assistant_id content created_at file_ids id metadata object role run_id thread_id"
RUN_KEYS = (
    "assistant_id cancelled_at completed_at created_at expires_at failed_at file_ids id instructions last_error "
    "metadata model object started_at status thread_id tools"
)
STEP_KEYS = (
    "assistant_id cancelled_at completed_at created_at expires_at failed_at id last_error object run_id status "
    "step_details thread_id type"
)
FINE_TUNE_KEYS = (
    "created_at events fine_tuned_model hyperparams id model object organization_id result_files status "
    "training_files updated_at validation_files"
)
DELETED_KEYS = "deleted id object"
FILE_KEYS = "bytes created_at filename id object purpose status status_details"

# name, ids, params, verb, path, keys of the answer. Params go into the body of a POST and the query of a GET.
EXAMPLES = [
    ("models", [], None, "GET", "/models", "data object"),
    ("models", ["davinci-search-query"], None, "GET", "/models/davinci-search-query", "created id object owned_by parent permission root"),
    ("completions", [], {"model": "finetuned-model", "prompt": "once upon a time", "max_tokens": 5, "temperature": 1}, "POST", "/completions", "choices created id model object"),
    ("completions", ["davinci"], {"prompt": "once upon a time", "max_tokens": 5, "temperature": 1}, "POST", "/engines/davinci/completions", "choices created id model object"),
    ("chat_completion", [], CHAT, "POST", "/chat/completions", "choices created id model object usage"),
    ("edits", [], {"model": "text-davinci-edit-001", "input": "What day of the wek is it?", "instruction": "Fix the spelling mistakes"}, "POST", "/edits", "choices created object usage"),
    ("images_generations", [], IMAGE, "POST", "/images/generations", "created data"),
    ("image_generations", [], IMAGE, "POST", "/images/generations", "created data"),
    ("embeddings", [], {"model": "text-embedding-ada-002", "input": "The food was delicious and the waiter..."}, "POST", "/embeddings", "data model object usage"),
    ("files", [], None, "GET", "/files", "data object"),
    ("files", ["file-123321"], None, "GET", "/files/file-123321", FILE_KEYS),
    ("files_delete", ["file-123"], None, "DELETE", "/files/file-123", DELETED_KEYS),
    ("finetunes", [], None, "GET", "/fine-tunes", "object data"),
    ("finetunes", ["t-AF1WoRqd3aJAHsqc9NY7iL8F"], None, "GET", "/fine-tunes/t-AF1WoRqd3aJAHsqc9NY7iL8F", FINE_TUNE_KEYS),
    ("finetunes_create", [], {"training_file": "file-123213231", "model": "curie"}, "POST", "/fine-tunes", FINE_TUNE_KEYS),
    ("finetunes_list_events", ["ft-AF1WoRqd3aJAHsqc9NY7iL8F"], None, "GET", "/fine-tunes/ft-AF1WoRqd3aJAHsqc9NY7iL8F/events", "data object"),
    ("finetunes_cancel", ["ft-AF1WoRqd3aJAHsqc9NY7iL8F"], None, "POST", "/fine-tunes/ft-AF1WoRqd3aJAHsqc9NY7iL8F/cancel", FINE_TUNE_KEYS),
    ("finetunes_delete_model", ["model-id"], None, "DELETE", "/models/model-id", DELETED_KEYS),
    ("moderations", [], {"input": "I want to kill everyone!"}, "POST", "/moderations", "id model results"),
    ("assistants", [], None, "GET", "/assistants", LIST_KEYS),
    ("assistants", [], {"after": "", "limit": 10}, "GET", "/assistants", LIST_KEYS),
    ("assistants", ["asst_..."], None, "GET", "/assistants/asst_...", ASSISTANT_KEYS),
    ("assistants_create", [], {"model": "gpt-3.5-turbo-1106", "name": "My assistant", "instructions": "You are a research assistant.", "tools": RETRIEVAL, "file_ids": ["file-..."]}, "POST", "/assistants", ASSISTANT_KEYS),
    ("assistants_modify", ["asst_..."], {"model": "gpt-4-1106-preview", "name": "My upgraded assistant"}, "POST", "/assistants/asst_...", ASSISTANT_KEYS),
    ("assistants_delete", ["asst_..."], None, "DELETE", "/assistants/asst_...", DELETED_KEYS),
    ("assistant_files", ["asst_..."], None, "GET", "/assistants/asst_.../files", LIST_KEYS),
    ("assistant_files", ["asst_..."], {"order": "desc"}, "GET", "/assistants/asst_.../files", LIST_KEYS),
    ("assistant_file", ["asst_...", "file_..."], None, "GET", "/assistants/asst_.../files/file_...", "assistant_id created_at id object"),
    ("assistant_file_create", ["asst_..."], {"file_id": "file-..."}, "POST", "/assistants/asst_.../files", "assistant_id created_at id object"),
    ("assistant_file_delete", ["asst_...", "file-..."], None, "DELETE", "/assistants/asst_.../files/file-...", DELETED_KEYS),
    ("threads", [], None, "GET", "/threads", LIST_KEYS),
    ("threads", [], {"limit": 2}, "GET", "/threads", LIST_KEYS),
    ("threads", ["thread_..."], None, "GET", "/threads/thread_...", "created_at id metadata object"),
    ("threads_create", [], {"messages": MESSAGES, "metadata": THREAD_METADATA}, "POST", "/threads", "created_at id metadata object"),
    ("threads_create_and_run", [], {"assistant_id": "asst_...", "thread": {"messages": MESSAGES, "metadata": THREAD_METADATA}, "model": "gpt-4-1106-preview", "instructions": "You are an AI learning assistant.", "tools": RETRIEVAL, "metadata": RUN_METADATA}, "POST", "/threads/runs", RUN_KEYS),
    ("threads_modify", ["thread_..."], {"metadata": RUN_METADATA}, "POST", "/threads/thread_...", "created_at id metadata object"),
    ("threads_delete", ["thread_..."], None, "DELETE", "/threads/thread_...", DELETED_KEYS),
    ("thread_messages", ["thread_..."], None, "GET", "/threads/thread_.../messages", LIST_KEYS),
    ("thread_messages", ["thread_..."], {"after": "msg_..."}, "GET", "/threads/thread_.../messages", LIST_KEYS),
    ("thread_message", ["thread_...", "msg_..."], None, "GET", "/threads/thread_.../messages/msg_...", MESSAGE_KEYS),
    ("thread_message_create", ["thread_..."], {"role": "user", "content": "Hello, what is AI?", "file_ids": ["file-9Riyo515uf9KVfwdSrIQiqtC"], "metadata": THREAD_METADATA}, "POST", "/threads/thread_.../messages", MESSAGE_KEYS),
    ("create_thread_message", ["thread_..."], {"role": "user", "content": "Hello, what is AI?"}, "POST", "/threads/thread_.../messages", MESSAGE_KEYS),
    ("thread_message_modify", ["thread_...", "msg_..."], {"metadata": RUN_METADATA}, "POST", "/threads/thread_.../messages/msg_...", MESSAGE_KEYS),
    ("thread_message_files", ["thread_...", "msg_..."], None, "GET", "/threads/thread_.../messages/msg_.../files", LIST_KEYS),
    ("thread_message_files", ["thread_...", "msg_..."], {"after": "file-..."}, "GET", "/threads/thread_.../messages/msg_.../files", LIST_KEYS),
    ("thread_message_file", ["thread_...", "msg_...", "file-..."], None, "GET", "/threads/thread_.../messages/msg_.../files/file-...", "created_at id message_id object"),
    ("thread_runs", ["thread_..."], {"limit": 10}, "GET", "/threads/thread_.../runs", LIST_KEYS),
    ("thread_run", ["thread_...", "run_..."], None, "GET", "/threads/thread_.../runs/run_...", RUN_KEYS),
    ("thread_run_create", ["thread_..."], {"assistant_id": "asst_...", "model": "gpt-4-1106-preview", "tools": RETRIEVAL}, "POST", "/threads/thread_.../runs", RUN_KEYS),
    ("thread_run_modify", ["thread_...", "run_..."], {"metadata": RUN_METADATA}, "POST", "/threads/thread_.../runs/run_...", RUN_KEYS),
    ("thread_run_submit_tool_outputs", ["thread_...", "run_..."], {"tool_outputs": [{"tool_call_id": "call_abc123", "output": "test"}]}, "POST", "/threads/thread_.../runs/run_.../submit_tool_outputs", RUN_KEYS),
    ("thread_run_cancel", ["thread_...", "run_..."], None, "POST", "/threads/thread_.../runs/run_.../cancel", RUN_KEYS),
    ("thread_run_steps", ["thread_...", "run_..."], None, "GET", "/threads/thread_.../runs/run_.../steps", LIST_KEYS),
    ("thread_run_steps", ["thread_...", "run_..."], {"order": "asc"}, "GET", "/threads/thread_.../runs/run_.../steps", LIST_KEYS),
    ("thread_run_step", ["thread_...", "run_...", "step_..."], None, "GET", "/threads/thread_.../runs/run_.../steps/step_...", STEP_KEYS),
    ("engines", [], None, "GET", "/engines", "data"),
    ("engines", ["davinci"], None, "GET", "/engines/davinci", "id object"),
]  # fmt: skip
# name, field of the file, params, path, keys of the answer.
UPLOADS = [
    ("audio_transcription", "file", AUDIO, "/audio/transcriptions", "text"),
    ("audio_translation", "file", AUDIO, "/audio/translations", "text"),
    ("images_edits", "image", IMAGE, "/images/edits", "created data"),
    ("image_edits", "image", IMAGE, "/images/edits", "created data"),
    ("images_variations", "image", {"n": "5"}, "/images/variations", "created data"),
    ("image_variations", "image", {"n": "5"}, "/images/variations", "created data"),
    ("files_upload", "file", {"purpose": "fine-tune"}, "/files", FILE_KEYS),
]
RETIRED = {"edits", "engines", "assistant_file", "thread_message_file"}


@pytest.fixture(scope="module")
def server():
    with EmbeddedServer(lenient=True) as running:
        yield running


@pytest.fixture
def api(server):
    """The package, its package-level client set to a server that makes up what it doesn't know."""
    server.reset()
    package.configure(api_key="sk-seed", organization_key="org-seed", api_url=server.url + "/", environment=False)
    yield package
    package.configure(api_key="sk-seed", environment=False)


def name_of(example):
    return "{}/{}".format(example[0], len(example[1]) if isinstance(example[1], list) else "upload")


def quietly(function, *arguments, **keywords):
    """Call a function that may warn of its retirement."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return function(*arguments, **keywords)


def check_request(request, verb, path, params):
    assert (request.method, request.path) == (verb, "/v1" + path)
    assert request.header("Authorization") == "Bearer sk-seed"
    assert request.header("OpenAI-Organization") == "org-seed"
    if verb == "POST":
        sent = request.json() if request.body else {}
        if path == "/embeddings":
            assert sent.pop("encoding_format") == "base64"
        assert sent == (params or {})
    else:
        assert request.body == b""
        assert request.query == {name: [str(value)] for name, value in (params or {}).items()}


def check_keys(answer, keys):
    assert set(keys.split()) <= set(answer.keys()), sorted(answer.keys())


@pytest.mark.parametrize("example", EXAMPLES, ids=name_of)
def test_example(api, server, example):
    name, ids, params, verb, path, keys = example
    function = getattr(api, name)
    config = Config(default_headers={"X-Team": "blue"})
    given = [params] if params else []
    for arguments, keywords, team in (
        ([*ids, *given], {}, ""),
        (ids, params or {}, ""),
        ([*ids, *given, config], {}, "blue"),
        (ids, {"config": config, **(params or {})}, "blue"),
    ):
        server.reset()  # what a call before has deleted or ended
        check_keys(quietly(function, *arguments, **keywords), keys)
        check_request(server.requests[-1], verb, path, params)
        assert server.requests[-1].header("X-Team") == team


@pytest.mark.parametrize("example", UPLOADS, ids=name_of)
def test_upload_example(api, server, tmp_path, example):
    name, field, params, path, keys = example
    file = tmp_path / "myImg.png"
    file.write_bytes(b"\x89PNG not really")
    config = Config(default_headers={"X-Team": "blue"})
    function = getattr(api, name)
    for answer in (
        function(str(file), params),
        function(file, **params),
        function(str(file), params, config),
        function(str(file), config=config, **params),
    ):
        check_keys(answer, keys)
    assert len(server.requests) == 4
    for request in server.requests:
        assert (request.method, request.path) == ("POST", "/v1" + path)
        parts = {part.name: part for part in request.parts()}
        assert parts.pop(field).content == b"\x89PNG not really"
        assert {name: part.content.decode() for name, part in parts.items()} == params
    assert [request.header("X-Team") for request in server.requests] == ["", "", "blue", "blue"]


def test_every_function_has_an_example():
    known = set(load("api.flat_functions").FUNCTIONS)
    assert known == {example[0] for example in EXAMPLES} | {example[0] for example in UPLOADS} | {"audio_speech"}
    assert len(known - {"create_thread_message"}) == 51


def test_audio_speech_is_bytes(api, server):
    params = {"model": "tts-1", "input": "Did you ever take that test yourself?", "voice": "alloy"}
    for answer in (api.audio_speech(params), api.audio_speech(**params), api.audio_speech(params, Config(beta="x"))):
        assert isinstance(answer, bytes) and answer
    check_request(server.requests[0], "POST", "/audio/speech", params)


def test_images_take_http_options_in_place_of_a_config(api, server, tmp_path):
    file = tmp_path / "image.png"
    file.write_bytes(b"png")
    options = {"recv_timeout": 10 * 60 * 1000, "params": {"trace": "1"}}
    api.image_generations(IMAGE, options)
    api.images_edits(file, IMAGE, options)
    api.images_variations(file, {"n": "5"}, options)
    assert [request.query for request in server.requests] == [{"trace": ["1"]}] * 3
    with pytest.raises(errors.ArgumentError, match="a config must be a Config"):
        api.chat_completion(CHAT, options)


@pytest.mark.parametrize("name", sorted(RETIRED))
def test_retired_functions_warn_and_name_the_successor(api, name):
    ids = {"assistant_file": ["a", "b"], "thread_message_file": ["a", "b", "c"]}.get(name, [])
    params = [{"model": "m", "instruction": "i"}] if name == "edits" else []
    with pytest.warns(DeprecationWarning, match="retired by the API: use ") as caught:
        getattr(api, name)(*ids, *params)
    assert caught[0].filename == __file__


def test_every_field_of_a_config_is_honoured(api, server):
    with EmbeddedServer() as other:
        api.chat_completion(
            CHAT,
            Config(
                api_key="sk-other",
                organization_key="org-other",
                project="proj",
                beta="assistants=v9",
                api_url=other.url,
                default_query={"q": "1"},
                default_headers={"X-A": "b"},
                http_options={"params": {"p": "2"}, "headers": {"X-C": "d"}},
                application="host/1",
            ),
        )
        request = other.requests[0]
    assert server.requests == []
    sent = [request.header(name) for name in ("Authorization", "OpenAI-Organization", "OpenAI-Project", "OpenAI-Beta")]
    assert sent == ["Bearer sk-other", "org-other", "proj", "assistants=v9"]
    assert request.query == {"q": ["1"], "p": ["2"]}
    assert (request.header("X-A"), request.header("X-C")) == ("b", "d")
    assert request.header("User-Agent").startswith("host/1 openai-stdlib/")


def test_http_options_merge_with_those_of_the_package(api, server):
    api.configure(
        api_key="k", api_url=server.url, environment=False, http_options={"params": {"a": "1"}, "headers": {"X": "y"}}
    )
    api.models(Config(http_options={"recv_timeout": 5000}))
    assert server.requests[-1].query == {"a": ["1"]}
    assert server.requests[-1].header("X") == "y"


def test_recv_timeout_is_in_milliseconds(api, server):
    server.inject_fault("stall=30")
    with pytest.raises(failures.APITimeoutError, match="read 0.2 s"):
        api.models(Config(http_options={"recv_timeout": 200}, max_retries=0))


@pytest.mark.parametrize("status", [200, 201, 202])
def test_any_2xx_is_success(api, server, status):
    server.inject_fault("status={}".format(status))
    assert api.chat_completion(CHAT).choices


def test_failures_keep_status_headers_and_body(api, server):
    server.inject_fault("status=418; code=teapot; message=short and stout")
    with pytest.raises(failures.APIStatusError) as caught:
        api.chat_completion(CHAT)
    error = caught.value
    assert (error.status_code, error.code, error.message) == (418, "teapot", "Error code: 418 - short and stout")
    assert error.response.headers["X-Request-Id"] == error.request_id


def test_ids_are_escaped(api, server):
    api.files("../x?y=1")
    assert server.requests[-1].target == "/v1/files/..%2Fx%3Fy=1"
    with pytest.raises(errors.PathError):
        api.files("..")


def test_a_number_as_text_is_text(api, tmp_path):
    file = tmp_path / "a.mp3"
    file.write_bytes(b"mp3")
    answer = api.audio_transcription(file, {"model": "whisper-1", "response_format": "text", "prompt": "12345"})
    assert answer.strip() == "12345"


def test_streams_iterate(api):
    chunks = list(api.chat_completion({**CHAT, "stream": True}))
    assert chunks[0].choices[0].delta.role == "assistant"
    assert chunks[0].object == "chat.completion.chunk"
    said = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
    assert said == api.chat_completion(CHAT).choices[0].message.content


def test_events_that_the_network_splits_survive(api, server):
    server.inject_fault("slow=5")
    assert len(list(api.chat_completion({**CHAT, "stream": True}))) > 3


def test_two_streams_at_once_do_not_mix(api):
    def ask(word):
        messages = [{"role": "user", "content": word}]
        return iter(api.chat_completion(model="m", messages=messages, stream=True))

    one, two = ask("apples"), ask("pears")
    texts = ["", ""]
    for chunks in zip(one, two):
        for index, chunk in enumerate(chunks):
            texts[index] += chunk.choices[0].delta.content or ""
    assert "apples" in texts[0] and "pears" not in texts[0]
    assert "pears" in texts[1] and "apples" not in texts[1]


def test_a_stream_that_fails_raises(api, server):
    server.inject_fault("status=429; code=insufficient_quota")
    with pytest.raises(failures.RateLimitError):
        api.chat_completion({**CHAT, "stream": True})
    server.inject_fault("cut-events=3")
    stream = api.chat_completion({**CHAT, "stream": True})
    with pytest.raises(failures.IncompleteStreamError) as caught:
        list(stream)
    assert len(caught.value.received) == 3


def received(events):
    """Take all that a queue is given until the end of the stream, and return the items and the end."""
    items = []
    while True:
        item = events.get(timeout=30)
        if isinstance(item, package.StreamEnd):
            return items, item
        items.append(item)


def test_stream_to_a_queue(api):
    events = queue.Queue()
    delivery = api.chat_completion(
        {**CHAT, "stream": True}, Config(http_options={"stream_to": events, "async": "once"})
    )
    items, end = received(events)
    assert len(items) > 3 and end.error is None
    assert delivery.join(30) and delivery.error is None and events.empty()


def test_stream_to_a_callable_delivers_errors_too(api, server):
    server.inject_fault("cut-events=2")
    items, done = [], threading.Event()

    def take(item):
        items.append(item)
        if isinstance(item, package.StreamEnd):
            done.set()

    api.chat_completion({**CHAT, "stream": True}, Config(http_options={"stream_to": take}))
    assert done.wait(30)
    assert len(items) == 3 and isinstance(items[-1].error, failures.IncompleteStreamError)


def test_a_target_that_fails_ends_the_delivery(api):
    def refuse(item):
        raise RuntimeError("no thanks")

    delivery = api.chat_completion({**CHAT, "stream": True}, Config(http_options={"stream_to": refuse}))
    assert delivery.join(30) and str(delivery.error) == "no thanks"


def test_a_delivery_can_be_closed(api, server):
    server.inject_fault("stall-body=30")
    events = queue.Queue()
    delivery = api.chat_completion({**CHAT, "stream": True}, Config(http_options={"stream_to": events}))
    assert not isinstance(events.get(timeout=30), package.StreamEnd)
    delivery.close()
    _, end = received(events)
    assert end.error is None and delivery.join(30)


def test_names_that_are_resources_too(api):
    assert api.models.list().data[0].id == list(api.models())[0].id
    assert api.files.list and api.assistants.create and api.threads.runs.create
    assert "create" in dir(api.completions)
