# SPDX-License-Identifier: MIT
"""The official client against the embedded server, and its requests compared with those of this package.

Skipped without the package `openai`, unless NEED_OFFICIAL=1 is set. Intended differences between the requests are
listed here as data, with their reasons; any other difference is a bug in this package.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
from pathlib import Path
from typing import Any, Callable, Iterator, NamedTuple

import pytest

from . import load, package

try:
    import openai
except ImportError:
    if os.environ.get("NEED_OFFICIAL") == "1":
        raise
    pytest.skip("the official client is not installed", allow_module_level=True)

# The official package emits deprecation warnings when some resources are accessed.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

EmbeddedServer = load("testing").EmbeddedServer
operation_module = load("api.operation")
KEY = "sk-shared"
CHAT_ARGUMENTS: dict[str, Any] = {"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "Say hello"}]}
CHAT_OUTPUT = "Hello from the embedded server! You said: Say hello"
TOOL = {"type": "function", "function": {"name": "weather", "parameters": {"type": "object", "properties": {}}}}


# Operations that the embedded server implements; test_official_wire.py compares the bytes of every operation.
COMPARED_PREFIXES = (
    "audio.speech.", "audio.transcriptions.", "audio.translations.", "beta.assistants.", "beta.threads.", "chat.",
    "completions.", "embeddings.", "files.", "images.", "models.", "moderations.",
)  # fmt: skip

# Headers that differ intentionally; all others are compared. A name ending in - is a prefix.
DIFFERENT_HEADERS = {
    "user-agent": "each client names itself",
    "x-stainless-": "telemetry of the official client",
    "accept-encoding": "this package requests no compression: decompressing would cost more time than it saves",
    "connection": "both keep connections alive; only HTTP/1.0 needs the header",
    "idempotency-key": "this package sends one with each POST that it may retry, so that the server recognises a retry",
}


class Case(NamedTuple):
    """One call, made by both clients."""

    dotted: str
    keywords: dict[str, Any]
    positional: tuple[Any, ...] = ()

    @property
    def name(self) -> str:
        """The operation and what is special about this call."""
        special = ",".join(name for name in self.keywords if name not in SAMPLES)
        return "{}({})".format(self.dotted, special)


def operations_by_name() -> dict[str, Any]:
    """Return all operations by their dotted names."""

    def walk(prefix: str, resource: Any) -> Iterator[tuple[str, Any]]:
        for name, value in vars(resource).items():
            if isinstance(value, operation_module.Operation):
                yield prefix + name, value
            elif isinstance(value, operation_module.SubResource):
                yield from walk(prefix + name + ".", value.resolve(resource))

    api = load("api")
    return {
        name: operation
        for root in sorted(api.ROOT_RESOURCES)
        for name, operation in walk(root + ".", api.root_resource(root))
    }


OPERATIONS = operations_by_name()
SHARED = [name for name in OPERATIONS if name.startswith(COMPARED_PREFIXES)]

# Values of required arguments, by name; the default is "sample".
SAMPLES: dict[str, Any] = {
    "messages": CHAT_ARGUMENTS["messages"],
    "model": "gpt-4o-mini",
    "input": "some text",
    "file": ('sp\u00f6ken "a".mp3', b"\0\x01sound\r\n--", "audio/mpeg"),
    "image": ("a.png", b"\x89PNG", "image/png"),
    "metadata": {"team": "seven", "empty": ""},
    "tool_outputs": [{"tool_call_id": "call_1", "output": "21\u00b0"}],
    "role": "user",
    "assistant_id": "asst_1",
}


def sample_arguments(operation: Any, **extra: Any) -> dict[str, Any]:
    """Return valid arguments of an operation. The ids contain characters that must be escaped in a path."""
    ids = {name: "{}/a b%\u00e9?#".format(name[:4]) for name in operation.path_names}
    required = {name: SAMPLES.get(name, "sample") for name in operation.required.partition(" |")[0].split()}
    return {**required, **ids, **extra}


def cases() -> Iterator[Case]:
    """Yield a plain call of each compared operation, and calls with its special features."""
    paging = {"limit": 2, "after": "id_\u00e9 1", "order": "asc"}
    for dotted in SHARED:
        operation = OPERATIONS[dotted]
        yield Case(dotted, sample_arguments(operation))
        if operation.page == operation_module.CURSOR:
            yield Case(dotted, sample_arguments(operation, **paging))
        if operation.path_names:
            ids = sample_arguments(operation)
            last_id = ids.pop(operation.path_names[-1])
            yield Case(dotted, ids, (last_id,))
        extras = {
            "extra_headers": {"X-Team": "seven", "OpenAI-Beta": "other=v9"},
            "extra_query": {"q": [1, True], "z": {"a": "b"}},
        }
        yield Case(dotted, sample_arguments(operation, **extras))
        if operation.method == "POST" and not operation.body_optional:
            yield Case(
                dotted, sample_arguments(operation, extra_body={"more": {"deep": [1, None, "\u2603"]}, "model": "over"})
            )
    chat = "chat.completions.create"
    yield Case(chat, {**CHAT_ARGUMENTS, "stream": True, "stream_options": {"include_usage": True}})
    yield Case(
        chat,
        {**CHAT_ARGUMENTS, "temperature": 0.5, "stop": None, "tools": [TOOL], "n": 2, "logit_bias": {"50256": -100}},
    )
    yield Case(
        chat, {**CHAT_ARGUMENTS, "stream": False, "metadata": {}, "seed": 2**62, "user": "\U0001f600\u2028</script>"}
    )
    yield Case("chat.completions.list", {"metadata": {"team": "seven"}, "model": "m", "order": "desc"})
    yield Case("completions.create", {"model": "m", "prompt": ["one", "two"], "stream": True})
    yield Case("embeddings.create", {"model": "m", "input": [[1, 2], [3]], "dimensions": 8})
    yield Case("embeddings.create", {"model": "m", "input": "text", "encoding_format": "float"})
    yield Case("embeddings.create", {"model": "m", "input": "text", "encoding_format": "base64"})
    yield Case("moderations.create", {"input": [{"type": "text", "text": "x"}], "model": "omni-moderation-latest"})
    speech = {"input": "say", "model": "tts-1", "voice": "alloy"}
    yield Case("audio.speech.create", {**speech, "response_format": "wav", "speed": 1.5})
    transcript = {"model": "whisper-1", "file": ("a.wav", b"RIFF")}
    yield Case("audio.transcriptions.create", {**transcript, "timestamp_granularities": ["word", "segment"]})
    yield Case("audio.transcriptions.create", {**transcript, "response_format": "text", "temperature": 0})
    yield Case(
        "audio.transcriptions.create", {**transcript, "include": ["logprobs"], "language": "", "prompt": "\u00fc\r\n"}
    )
    yield Case(
        "audio.transcriptions.create", {**transcript, "chunking_strategy": {"type": "server_vad", "threshold": 0.5}}
    )
    yield Case("audio.transcriptions.create", {**transcript, "stream": True})
    yield Case("audio.translations.create", {**transcript, "response_format": "verbose_json"})
    for file in (b"only bytes", ("x.unknown-type", b""), ("a.txt", b"t"), ("f.jsonl", b"{}", None)):
        yield Case("files.create", {"file": file, "purpose": "assistants"})
    yield Case("files.create", {"file": Path(__file__), "purpose": "batch"})
    yield Case("files.create", {"file": OpenedFile, "purpose": "batch"})
    yield Case("files.create", {"file": ("a", b"b", "text/x", {"X-Part": "1"}), "purpose": "vision"})
    yield Case(
        "files.create", {"file": b"x", "purpose": "batch", "expires_after": {"anchor": "created_at", "seconds": 60}}
    )
    yield Case("files.list", {"purpose": "batch"})
    yield Case("files.list", {"extra_query": {"limit": 1}, "limit": 7, "extra_headers": {"accept": "text/plain"}})
    images = [("a.png", b"1", "image/png"), ("b.png", b"2")]
    yield Case("images.edit", {"image": images, "prompt": "both", "model": "gpt-image-1", "n": 2})
    yield Case("images.edit", {"image": b"1", "mask": ("m.png", b"m"), "prompt": "p", "background": None})
    yield Case("images.generate", {"prompt": "p", "model": "gpt-image-1", "stream": True, "partial_images": 1})
    yield Case("images.create_variation", {"image": ("a.png", b"1"), "n": 1, "response_format": "b64_json"})
    runs = "beta.threads.runs."
    yield Case(runs + "create", {"thread_id": "t", "assistant_id": "a", "include": ["x", "y"], "stream": True})
    yield Case(runs + "list", {"thread_id": "t", "before": "run_9"})
    yield Case(runs + "submit_tool_outputs", {"thread_id": "t", "run_id": "r", "tool_outputs": [], "stream": True})
    yield Case(runs + "steps.list", {"thread_id": "t", "run_id": "r", "include": ["step_details.tool_calls[*].file"]})
    yield Case("beta.threads.create", {"messages": [{"role": "user", "content": "x"}], "metadata": None})
    yield Case("beta.threads.create_and_run", {"assistant_id": "a", "thread": {"messages": []}, "stream": True})
    yield Case("beta.threads.messages.list", {"thread_id": "t", "run_id": "run_1", "limit": 1})


class OpenedFile:
    """Placeholder for a file that is opened for each call."""

    @staticmethod
    def open() -> Any:
        """Return an open file that has a name."""
        return Path(__file__).open("rb")  # noqa: SIM115  # closed by the caller


class UnnamedFile:
    """Placeholder for a file without a name that has been read in part."""

    @staticmethod
    def open() -> Any:
        """Return a file in memory."""
        file = io.BytesIO(b"skipped, sent")
        file.seek(9)
        return file


CASES = list(cases())

# Calls whose requests differ intentionally, and why.
KNOWN_DIFFERENCES = [
    (
        Case("files.create", {"file": UnnamedFile, "purpose": "batch"}),
        "a file that was read in part is sent from its position, as usual in Python; the official client rewinds it",
    ),
    (
        Case("files.create", {"file": (None, b"no name"), "purpose": "batch"}),
        "a file without a name is named 'upload', because the API rejects a part without a file name",
    ),
]

# Options of the clients; `base_url` is appended to the URL of the server.
OPTIONS: list[dict[str, Any]] = [
    {"default_headers": {"X-Team": "seven", "OpenAI-Organization": "another"}},
    {"default_headers": {"OpenAI-Project": "another", "accept": "text/plain"}},
    {"default_headers": {"Authorization": "Basic eDp5"}},
    {"default_query": {"version": "2", "list": ["a", "b"]}},
    {"organization": None, "project": None},
    {"base_url": "/"},
    {"base_url": "/deep/er/"},
    {"api_key": lambda: "sk-asked-for"},
    {"max_retries": 0},
    {"timeout": 5},
]
DIFFERENT_OPTIONS: list[tuple[dict[str, Any], str]] = [
    (
        {"default_headers": {"openai-project": "another"}},
        "a default header in another case replaces the built-in one; the official client sends both",
    ),
    ({"base_url": "?version=3"}, "the query of a base URL is kept; the official client appends the path to it"),
    ({"base_url": "/deep//"}, "all slashes at the end of a base URL are ignored"),
]


@pytest.fixture(scope="module")
def shared_server() -> Iterator[Any]:
    with EmbeddedServer(lenient=True) as server:
        yield server


@pytest.fixture
def server() -> Iterator[Any]:
    with EmbeddedServer() as server:
        yield server


@pytest.fixture
def official(server: Any) -> Iterator[Any]:
    with client(openai, server) as instance:
        yield instance


def client(module: Any, server: Any, **options: Any) -> Any:
    """Return a client of either package."""
    options = {"api_key": KEY, "organization": "org-1", "project": "p-1", **options}
    options["base_url"] = server.base_url + options.get("base_url", "")
    return module.OpenAI(**options)


def find(instance: Any, dotted: str) -> Callable[..., Any]:
    """Return the method with a dotted name."""
    for name in dotted.split("."):
        instance = getattr(instance, name)
    return instance  # type: ignore[no-any-return]


def send(module: Any, server: Any, case: Case, **options: Any) -> dict[str, Any]:
    """Make a call and return a description of its request. Error responses are ignored."""
    server.reset()
    ignored = (openai.NotFoundError, package.NotFoundError, openai.BadRequestError, package.BadRequestError)
    ignored += (openai.AuthenticationError, package.AuthenticationError)
    with client(module, server, **options) as instance, contextlib.ExitStack() as opened:
        keywords = dict(case.keywords)
        for name, value in keywords.items():
            if value in (OpenedFile, UnnamedFile):
                keywords[name] = opened.enter_context(value.open())
        with contextlib.suppress(*ignored):
            result = find(instance, case.dotted)(*case.positional, **keywords)
            if keywords.get("stream"):
                result.close()
    assert len(server.requests) == 1
    return describe_request(server.requests[0])


def describe_request(request: Any) -> dict[str, Any]:
    """Return a request without allowed differences: case of headers, whitespace of JSON, boundaries, query order."""
    content_type = re.sub("boundary=[^;]*", "boundary", request.header("content-type"))
    body: Any = request.body
    if content_type.startswith("multipart/"):
        body = [(part.name, part.filename, part.content_type, part.content) for part in request.parts()]
    elif content_type == "application/json" and body:
        body = json.loads(body.decode("utf-8"))
    names = sorted({name.lower() for name, _ in request.headers})
    compared = {
        name: [value for header, value in request.headers if header.lower() == name]
        for name in names
        if not any(
            name == pattern or (pattern.endswith("-") and name.startswith(pattern)) for pattern in DIFFERENT_HEADERS
        )
    }
    if "content-type" in compared:
        compared["content-type"] = [content_type]
    return {
        "method": request.method,
        "path": request.path,
        "query": {name: sorted(values) for name, values in request.query.items()},
        "headers": compared,
        "body": body,
    }


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_both_clients_send_the_same(shared_server: Any, case: Case) -> None:
    assert send(package, shared_server, case) == send(openai, shared_server, case)


@pytest.mark.parametrize("options", OPTIONS, ids=" ".join)
def test_both_clients_send_the_same_with_equal_options(shared_server: Any, options: dict[str, Any]) -> None:
    for case in (Case("chat.completions.create", CHAT_ARGUMENTS), Case("files.list", {"limit": 1})):
        assert send(package, shared_server, case, **options) == send(openai, shared_server, case, **options)


@pytest.mark.parametrize(("case", "reason"), KNOWN_DIFFERENCES, ids=[case.name for case, _ in KNOWN_DIFFERENCES])
def test_known_differences_exist(shared_server: Any, case: Case, reason: str) -> None:
    """Check that each difference still exists; otherwise its entry must be removed."""
    assert send(package, shared_server, case) != send(openai, shared_server, case), reason


@pytest.mark.parametrize(
    ("options", "reason"), DIFFERENT_OPTIONS, ids=[" ".join(options) for options, _ in DIFFERENT_OPTIONS]
)
def test_known_differences_of_options_exist(shared_server: Any, options: dict[str, Any], reason: str) -> None:
    case = Case("chat.completions.create", CHAT_ARGUMENTS)
    assert send(package, shared_server, case, **options) != send(openai, shared_server, case, **options), reason


def test_different_headers_exist(shared_server: Any) -> None:
    """Check that each header of the list is sent differently by the two clients."""
    headers = []
    for module in (package, openai):
        shared_server.reset()
        with client(module, shared_server) as instance:
            instance.chat.completions.create(**CHAT_ARGUMENTS)
        headers.append({name.lower(): value for name, value in shared_server.requests[0].headers})
    for pattern in DIFFERENT_HEADERS:
        ours, other = ({n: v for n, v in sent.items() if n.startswith(pattern)} for sent in headers)
        assert ours != other, pattern


def test_every_operation_is_compared() -> None:
    assert {case.dotted for case in CASES} == set(SHARED)
    assert len(SHARED) >= 47
    with openai.OpenAI(api_key=KEY) as instance:
        for dotted in SHARED:
            assert callable(find(instance, dotted))


# The official client against the embedded server


def test_chat(official: Any, server: Any) -> None:
    result = official.chat.completions.create(**CHAT_ARGUMENTS)
    assert isinstance(result, openai.types.chat.ChatCompletion)
    assert result.choices[0].message.content == CHAT_OUTPUT
    assert result.choices[0].finish_reason == "stop"
    assert result.usage.total_tokens == result.usage.prompt_tokens + result.usage.completion_tokens
    assert result._request_id == server.requests[0].request_id


def test_chat_that_calls_a_tool(official: Any) -> None:
    messages = [{"role": "user", "content": "use the tool"}]
    result = official.chat.completions.create(model="m", messages=messages, tools=[TOOL])
    call = result.choices[0].message.tool_calls[0]
    assert (result.choices[0].finish_reason, call.function.name) == ("tool_calls", "weather")
    json.loads(call.function.arguments)


def without_ids_and_times(items: list[Any]) -> list[Any]:
    """Return items without ids and times, which differ between calls."""
    return [{name: value for name, value in item.items() if name not in ("id", "created")} for item in items]


@pytest.mark.parametrize(
    "extra",
    [
        {},
        {"n": 2},
        {"stream_options": {"include_usage": True}},
        {"tools": [TOOL], "messages": [{"role": "user", "content": "use the tool"}]},
    ],
    ids=["plain", "two choices", "usage", "tool"],
)
def test_streams_yield_the_same(server: Any, official: Any, extra: dict[str, Any]) -> None:
    their_result = [
        chunk.to_dict() for chunk in official.chat.completions.create(stream=True, **{**CHAT_ARGUMENTS, **extra})
    ]
    server.reset()
    with client(package, server) as ours:
        our_result = [
            chunk.to_dict() for chunk in ours.chat.completions.create(stream=True, **{**CHAT_ARGUMENTS, **extra})
        ]
    assert without_ids_and_times(our_result) == without_ids_and_times(their_result)
    assert len(our_result) > 2


@pytest.mark.parametrize("encoding", [None, "float", "base64"])
def test_embeddings_are_the_same(server: Any, official: Any, encoding: str | None) -> None:
    arguments: dict[str, Any] = {"model": "text-embedding-3-small", "input": ["one", "two"], "dimensions": 64}
    if encoding:
        arguments["encoding_format"] = encoding
    their_result = official.embeddings.create(**arguments)
    with client(package, server) as ours:
        our_result = ours.embeddings.create(**arguments)
    assert [item.embedding for item in our_result.data] == [item.embedding for item in their_result.data]
    assert isinstance(their_result.data[0].embedding, str if encoding == "base64" else list)
    assert our_result.to_dict() == their_result.to_dict(warnings=False)


def test_files(official: Any, tmp_path: Path) -> None:
    content = bytes(range(256)) * 1000
    path = tmp_path / "sp\u00f6ken.bin"
    path.write_bytes(content)
    created = official.files.create(file=path, purpose="assistants")
    assert (created.filename, created.bytes, created.purpose) == (path.name, len(content), "assistants")
    assert official.files.retrieve(created.id) == created
    assert [file.id for file in official.files.list()] == [created.id]
    assert official.files.content(created.id).read() == content
    assert official.files.delete(created.id).deleted
    with pytest.raises(openai.NotFoundError):
        official.files.retrieve(created.id)


def test_lists_are_paginated(official: Any) -> None:
    created = [official.files.create(file=b"x", purpose="assistants").id for _ in range(5)]
    assert sorted(file.id for file in official.files.list(limit=2)) == sorted(created)


def test_assistants_threads_and_runs(official: Any) -> None:
    beta = official.beta
    assistant = beta.assistants.create(model="m", name="Parrot", tools=[{"type": "code_interpreter"}])
    assert beta.assistants.update(assistant.id, name="Macaw").name == "Macaw"
    thread = beta.threads.create(messages=[{"role": "user", "content": "Say hello"}])
    beta.threads.messages.create(thread.id, role="user", content="again")
    run = beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id, poll_interval_ms=10)
    assert run.status == "completed"
    assert [step.type for step in beta.threads.runs.steps.list(run.id, thread_id=thread.id)]
    roles = [message.role for message in beta.threads.messages.list(thread.id, order="asc")]
    assert roles == ["user", "user", "assistant"]
    with beta.threads.runs.stream(thread_id=thread.id, assistant_id=assistant.id) as stream:
        events = [event.event for event in stream]
    assert "thread.message.delta" in events
    assert "thread.run.completed" in events
    assert beta.threads.delete(thread.id).deleted
    assert beta.assistants.delete(assistant.id).deleted


def test_images(official: Any) -> None:
    picture = official.images.generate(prompt="a parrot", response_format="b64_json").data[0]
    assert picture.b64_json
    assert official.images.edit(image=("a.png", b"\x89PNG", "image/png"), prompt="a hat").data
    assert official.images.create_variation(image=("a.png", b"\x89PNG", "image/png"), n=2).data


def test_audio(official: Any, tmp_path: Path) -> None:
    speech = official.audio.speech.create(model="tts-1", voice="alloy", input="Say hello")
    speech.write_to_file(tmp_path / "speech.mp3")
    assert (tmp_path / "speech.mp3").read_bytes() == speech.content != b""
    assert official.audio.transcriptions.create(model="whisper-1", file=tmp_path / "speech.mp3").text
    as_text = official.audio.transcriptions.create(model="whisper-1", file=("a.mp3", b"x"), response_format="text")
    assert isinstance(as_text, str)
    assert official.audio.translations.create(model="whisper-1", file=("a.mp3", b"x")).text


def test_moderations_and_models(official: Any) -> None:
    assert not official.moderations.create(input="hello").results[0].flagged
    assert official.moderations.create(input="kill").results[0].flagged
    models = [model.id for model in official.models.list()]
    assert official.models.retrieve(models[0]).id == models[0]


STATUS_ERRORS = [400, 401, 403, 404, 409, 422, 429, 500, 503]


@pytest.mark.parametrize("status", STATUS_ERRORS)
def test_errors_are_the_same(server: Any, status: int) -> None:
    """Compare the name of the class, the message and the fields."""
    outcomes = []
    for module in (openai, package):
        server.reset()
        server.inject_fault("status={}; code=some_code; message=Said so".format(status))
        with client(module, server, max_retries=0) as instance, pytest.raises(module.APIStatusError) as caught:
            instance.chat.completions.create(**CHAT_ARGUMENTS)
        error = caught.value
        outcomes.append(
            [type(error).__name__, error.status_code, error.request_id, error.code, error.param, error.type]
        )
        outcomes[-1] += [error.body, error.response.headers["x-request-id"], str(error.response.status_code)]
        assert "Said so" in str(error)
    assert outcomes[0] == outcomes[1]


@pytest.mark.parametrize("fault", ["reset", "garbage", "stall=30"])
def test_errors_of_the_connection_are_the_same(server: Any, fault: str) -> None:
    outcomes = []
    timeout = 0.2 if "stall" in fault else 60
    for module in (openai, package):
        server.inject_fault(fault)
        with client(module, server, max_retries=0, timeout=timeout) as instance, pytest.raises(
            module.APIConnectionError
        ) as caught:
            instance.chat.completions.create(**CHAT_ARGUMENTS)
        outcomes.append([type(caught.value).__name__, [cls.__name__ for cls in type(caught.value).__mro__[:3]]])
    assert outcomes[0] == outcomes[1]


@pytest.mark.parametrize(
    "fault",
    [
        "status=429; retry-after-ms=5; times=2",
        "status=503; retry-after-ms=5; times=2",
        "status=409; retry-after-ms=5; times=2",
        "status=400; should-retry=true; retry-after-ms=5; times=2",
        "status=429; retry-after-ms=5; times=9",
        "status=500; should-retry=false; times=9",
        "status=400; times=9",
        "status=501; retry-after-ms=5; times=9",
        "status=408; retry-after-ms=5; times=1",
    ],
)
def test_both_retry_in_the_same_cases(server: Any, fault: str) -> None:
    attempts = []
    for module in (openai, package):
        server.reset()
        server.inject_fault(fault)
        with client(module, server) as instance:
            try:
                outcome = instance.chat.completions.create(**CHAT_ARGUMENTS).choices[0].message.content
            except module.APIStatusError as error:
                outcome = error.status_code
        attempts.append((len(server.requests), outcome))
    assert attempts[0] == attempts[1]


def test_official_client_retries_after_the_rate_limit(server: Any, official: Any) -> None:
    server.inject_fault("status=429; retry-after-ms=5; times=2")
    assert official.chat.completions.create(**CHAT_ARGUMENTS).choices[0].message.content == CHAT_OUTPUT
    assert len(server.requests) == 3
