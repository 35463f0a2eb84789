# SPDX-License-Identifier: MIT
"""Every example of the Elixir library: the call, its request, and the keys of its result.

A keyword list of Elixir is a mapping or keyword arguments in Python; each example is tried both ways.
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
api_errors = load("call.api_errors")

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

# Name, ids, params, method, path, keys of the result. Params are the body of a POST and the query of a GET.
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
# Name, file field, params, path, keys of the result.
UPLOADS = [
    ("audio_transcription", "file", AUDIO, "/audio/transcriptions", "text"),
    ("audio_translation", "file", AUDIO, "/audio/translations", "text"),
    ("images_edits", "image", IMAGE, "/images/edits", "created data"),
    ("image_edits", "image", IMAGE, "/images/edits", "created data"),
    ("images_variations", "image", {"n": "5"}, "/images/variations", "created data"),
    ("image_variations", "image", {"n": "5"}, "/images/variations", "created data"),
    ("files_upload", "file", {"purpose": "fine-tune"}, "/files", FILE_KEYS),
]
REMOVED = {"edits", "engines", "assistant_file", "thread_message_file"}


@pytest.fixture(scope="module")
def server():
    with EmbeddedServer(lenient=True) as server:
        yield server


@pytest.fixture
def api(server):
    """The package, with its default client configured for a server that invents unknown objects."""
    server.reset()
    package.configure(api_key="sk-seed", organization_key="org-seed", api_url=server.url + "/", environment=False)
    yield package
    package.configure(api_key="sk-seed", environment=False)


def example_id(example):
    return "{}/{}".format(example[0], len(example[1]) if isinstance(example[1], list) else "upload")


def call_ignoring_deprecation(function, *arguments, **keywords):
    """Call a function, ignoring deprecation warnings."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return function(*arguments, **keywords)


def check_request(request, method, path, params):
    assert (request.method, request.path) == (method, "/v1" + path)
    assert request.header("Authorization") == "Bearer sk-seed"
    assert request.header("OpenAI-Organization") == "org-seed"
    if method == "POST":
        sent_fields = request.json() if request.body else {}
        if path == "/embeddings":
            assert sent_fields.pop("encoding_format") == "base64"
        assert sent_fields == (params or {})
    else:
        assert request.body == b""
        assert request.query == {name: [str(value)] for name, value in (params or {}).items()}


def check_keys(result, keys):
    assert set(keys.split()) <= set(result.keys()), sorted(result.keys())


@pytest.mark.parametrize("example", EXAMPLES, ids=example_id)
def test_example(api, server, example):
    name, ids, params, method, path, keys = example
    function = getattr(api, name)
    config = Config(default_headers={"X-Team": "blue"})
    positional_params = [params] if params else []
    for arguments, keywords, team_header in (
        ([*ids, *positional_params], {}, ""),
        (ids, params or {}, ""),
        ([*ids, *positional_params, config], {}, "blue"),
        (ids, {"config": config, **(params or {})}, "blue"),
    ):
        server.reset()  # undoes what a previous call deleted or ended
        check_keys(call_ignoring_deprecation(function, *arguments, **keywords), keys)
        check_request(server.requests[-1], method, path, params)
        assert server.requests[-1].header("X-Team") == team_header


@pytest.mark.parametrize("example", UPLOADS, ids=example_id)
def test_upload_example(api, server, tmp_path, example):
    name, field, params, path, keys = example
    file = tmp_path / "myImg.png"
    file.write_bytes(b"\x89PNG not really")
    config = Config(default_headers={"X-Team": "blue"})
    function = getattr(api, name)
    for result in (
        function(str(file), params),
        function(file, **params),
        function(str(file), params, config),
        function(str(file), config=config, **params),
    ):
        check_keys(result, keys)
    assert len(server.requests) == 4
    for request in server.requests:
        assert (request.method, request.path) == ("POST", "/v1" + path)
        parts = {part.name: part for part in request.parts()}
        assert parts.pop(field).content == b"\x89PNG not really"
        assert {name: part.content.decode() for name, part in parts.items()} == params
    assert [request.header("X-Team") for request in server.requests] == ["", "", "blue", "blue"]


def test_every_function_has_an_example():
    names = set(load("api.flat_functions").FUNCTIONS)
    assert names == {example[0] for example in EXAMPLES} | {example[0] for example in UPLOADS} | {"audio_speech"}
    assert len(names - {"create_thread_message"}) == 51


def test_audio_speech_is_bytes(api, server):
    params = {"model": "tts-1", "input": "Did you ever take that test yourself?", "voice": "alloy"}
    for result in (api.audio_speech(params), api.audio_speech(**params), api.audio_speech(params, Config(beta="x"))):
        assert isinstance(result, bytes) and result
    check_request(server.requests[0], "POST", "/audio/speech", params)


def test_images_take_http_options_in_place_of_a_config(api, server, tmp_path):
    file = tmp_path / "image.png"
    file.write_bytes(b"png")
    options = {"recv_timeout": 10 * 60 * 1000, "params": {"trace": "1"}}
    api.image_generations(IMAGE, options)
    api.images_edits(file, IMAGE, options)
    api.images_variations(file, {"n": "5"}, options)
    assert [request.query for request in server.requests] == [{"trace": ["1"]}] * 3
    with pytest.raises(errors.ArgumentError, match="config must be a Config"):
        api.chat_completion(CHAT, options)


@pytest.mark.parametrize("name", sorted(REMOVED))
def test_removed_functions_warn_and_name_the_successor(api, name):
    ids = {"assistant_file": ["a", "b"], "thread_message_file": ["a", "b", "c"]}.get(name, [])
    params = [{"model": "m", "instruction": "i"}] if name == "edits" else []
    with pytest.warns(DeprecationWarning, match="has been removed from the API; use ") as caught:
        getattr(api, name)(*ids, *params)
    assert caught[0].filename == __file__


def test_every_field_of_a_config_applies(api, server):
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
    sent_fields = [
        request.header(name) for name in ("Authorization", "OpenAI-Organization", "OpenAI-Project", "OpenAI-Beta")
    ]
    assert sent_fields == ["Bearer sk-other", "org-other", "proj", "assistants=v9"]
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
    with pytest.raises(api_errors.APITimeoutError, match="read 0.2 s"):
        api.models(Config(http_options={"recv_timeout": 200}, max_retries=0))


@pytest.mark.parametrize("status", [200, 201, 202])
def test_any_2xx_is_success(api, server, status):
    server.inject_fault("status={}".format(status))
    assert api.chat_completion(CHAT).choices


def test_errors_have_status_headers_and_message(api, server):
    server.inject_fault("status=418; code=teapot; message=short and stout")
    with pytest.raises(api_errors.APIStatusError) as caught:
        api.chat_completion(CHAT)
    error = caught.value
    assert (error.status_code, error.code, error.message) == (418, "teapot", "Error code: 418 - short and stout")
    assert error.response.headers["X-Request-Id"] == error.request_id


def test_ids_are_escaped(api, server):
    api.files("../x?y=1")
    assert server.requests[-1].target == "/v1/files/..%2Fx%3Fy=1"
    with pytest.raises(errors.PathError):
        api.files("..")


def test_digits_in_a_text_response_are_text(api, tmp_path):
    file = tmp_path / "a.mp3"
    file.write_bytes(b"mp3")
    result = api.audio_transcription(file, {"model": "whisper-1", "response_format": "text", "prompt": "12345"})
    assert result.strip() == "12345"


def test_streams_iterate(api):
    chunks = list(api.chat_completion({**CHAT, "stream": True}))
    assert chunks[0].choices[0].delta.role == "assistant"
    assert chunks[0].object == "chat.completion.chunk"
    text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
    assert text == api.chat_completion(CHAT).choices[0].message.content


def test_events_split_across_reads_are_joined(api, server):
    server.inject_fault("slow=5")
    assert len(list(api.chat_completion({**CHAT, "stream": True}))) > 3


def test_two_streams_at_once_do_not_mix(api):
    def ask(prompt):
        messages = [{"role": "user", "content": prompt}]
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
    with pytest.raises(api_errors.RateLimitError):
        api.chat_completion({**CHAT, "stream": True})
    server.inject_fault("cut-events=3")
    stream = api.chat_completion({**CHAT, "stream": True})
    with pytest.raises(api_errors.IncompleteStreamError) as caught:
        list(stream)
    assert len(caught.value.received) == 3


def drain(events):
    """Return the items of a queue up to the StreamEnd, and the StreamEnd."""
    items = []
    while True:
        item = events.get(timeout=30)
        if isinstance(item, package.StreamEnd):
            return items, item
        items.append(item)


def test_stream_to_a_queue(api):
    events = queue.Queue()
    background = api.chat_completion(
        {**CHAT, "stream": True}, Config(http_options={"stream_to": events, "async": "once"})
    )
    items, end = drain(events)
    assert len(items) > 3 and end.error is None
    assert background.join(30) and background.error is None and events.empty()


def test_stream_to_a_callable_reports_errors(api, server):
    server.inject_fault("cut-events=2")
    items, done = [], threading.Event()

    def consume(item):
        items.append(item)
        if isinstance(item, package.StreamEnd):
            done.set()

    api.chat_completion({**CHAT, "stream": True}, Config(http_options={"stream_to": consume}))
    assert done.wait(30)
    assert len(items) == 3 and isinstance(items[-1].error, api_errors.IncompleteStreamError)


def test_target_that_raises_ends_the_stream(api):
    def fail(item):
        raise RuntimeError("no thanks")

    background = api.chat_completion({**CHAT, "stream": True}, Config(http_options={"stream_to": fail}))
    assert background.join(30) and str(background.error) == "no thanks"


def test_background_stream_can_be_closed(api, server):
    server.inject_fault("stall-body=30")
    events = queue.Queue()
    background = api.chat_completion({**CHAT, "stream": True}, Config(http_options={"stream_to": events}))
    assert not isinstance(events.get(timeout=30), package.StreamEnd)
    background.close()
    _, end = drain(events)
    assert end.error is None and background.join(30)


def test_functions_that_are_also_resources(api):
    assert api.models.list().data[0].id == list(api.models())[0].id
    assert api.files.list and api.assistants.create and api.threads.runs.create
    assert "create" in dir(api.completions)
