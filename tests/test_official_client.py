# SPDX-License-Identifier: MIT
"""The official client, unchanged, against the embedded server; and what it sends against what ours sends.

Skipped without the package `openai`, unless NEED_OFFICIAL=1 says that it has to be there. Where the two clients
differ on the wire, the difference is listed here as data, with its reason; anything else is a defect of ours.
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

# The official package calls whole families deprecated as soon as they are touched.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

EmbeddedServer = load("testing").EmbeddedServer
rows = load("api.operation")
KEY = "sk-of-both"
ASKED: dict[str, Any] = {"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "Say hello"}]}
SPOKEN = "Hello from the embedded server! You said: Say hello"
TOOL = {"type": "function", "function": {"name": "weather", "parameters": {"type": "object", "properties": {}}}}


# Families that the embedded server knows well; test_official_wire.py compares the bytes of every operation.
COMPARED = (
    "audio.speech.", "audio.transcriptions.", "audio.translations.", "beta.assistants.", "beta.threads.", "chat.",
    "completions.", "embeddings.", "files.", "images.", "models.", "moderations.",
)  # fmt: skip

# Headers that differ on purpose; all others are compared. A name ending in - is the beginning of many.
DIFFERENT_HEADERS = {
    "user-agent": "each says who it is",
    "x-stainless-": "telemetry of the official client; ours has none",
    "accept-encoding": "ours asks for no coding: it would cost more to unpack than to receive",
    "connection": "both keep connections; only HTTP/1.0 needs the word",
    "idempotency-key": "ours sends one with each POST that it may repeat, so that the server can tell a second attempt",
}


class Case(NamedTuple):
    """One call, to be made by both clients."""

    dotted: str
    keywords: dict[str, Any]
    positional: tuple[Any, ...] = ()

    @property
    def name(self) -> str:
        """The operation and what is special about this call."""
        special = ",".join(name for name in self.keywords if name not in SAMPLES)
        return "{}({})".format(self.dotted, special)


def table() -> dict[str, Any]:
    """Return all rows by their dotted names."""

    def walk(prefix: str, resource: Any) -> Iterator[tuple[str, Any]]:
        for name, value in vars(resource).items():
            if isinstance(value, rows.Operation):
                yield prefix + name, value
            elif isinstance(value, rows.SubResource):
                yield from walk(prefix + name + ".", value.resolve(resource))

    api = load("api")
    return {
        name: row
        for family in sorted(api.ROOT_RESOURCES)
        for name, row in walk(family + ".", api.root_resource(family))
    }


TABLE = table()
SHARED = [name for name in TABLE if name.startswith(COMPARED)]

# Values for what rows require, by name. What isn't here is the text "sample".
SAMPLES: dict[str, Any] = {
    "messages": ASKED["messages"],
    "model": "gpt-4o-mini",
    "input": "some text",
    "file": ('sp\u00f6ken "a".mp3', b"\0\x01sound\r\n--", "audio/mpeg"),
    "image": ("a.png", b"\x89PNG", "image/png"),
    "metadata": {"team": "seven", "empty": ""},
    "tool_outputs": [{"tool_call_id": "call_1", "output": "21\u00b0"}],
    "role": "user",
    "assistant_id": "asst_1",
}


def sample(row: Any, **more: Any) -> dict[str, Any]:
    """Return keywords that make a whole call of a row. Ids hold what has to be escaped in a path."""
    ids = {name: "{}/a b%\u00e9?#".format(name[:4]) for name in row.path_names}
    required = {name: SAMPLES.get(name, "sample") for name in row.required.partition(" |")[0].split()}
    return {**required, **ids, **more}


def cases() -> Iterator[Case]:
    """Yield each shared row once as it is, and once with each of its irregularities."""
    paging = {"limit": 2, "after": "id_\u00e9 1", "order": "asc"}
    for dotted in SHARED:
        row = TABLE[dotted]
        yield Case(dotted, sample(row))
        if row.page == rows.CURSOR:
            yield Case(dotted, sample(row, **paging))
        if row.path_names:
            ids = sample(row)
            last = ids.pop(row.path_names[-1])
            yield Case(dotted, ids, (last,))
        extras = {
            "extra_headers": {"X-Team": "seven", "OpenAI-Beta": "other=v9"},
            "extra_query": {"q": [1, True], "z": {"a": "b"}},
        }
        yield Case(dotted, sample(row, **extras))
        if row.method == "POST" and not row.body_optional:
            yield Case(dotted, sample(row, extra_body={"more": {"deep": [1, None, "\u2603"]}, "model": "over"}))
    chat = "chat.completions.create"
    yield Case(chat, {**ASKED, "stream": True, "stream_options": {"include_usage": True}})
    yield Case(
        chat, {**ASKED, "temperature": 0.5, "stop": None, "tools": [TOOL], "n": 2, "logit_bias": {"50256": -100}}
    )
    yield Case(chat, {**ASKED, "stream": False, "metadata": {}, "seed": 2**62, "user": "\U0001f600\u2028</script>"})
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
    yield Case("files.create", {"file": Opened, "purpose": "batch"})
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


class Opened:
    """Stands for a file that is opened for each call anew."""

    @staticmethod
    def made() -> Any:
        """Return an open file that has a name."""
        return open(__file__, "rb")  # noqa: SIM115  # the call's to read, the test's to close


class Unnamed:
    """Stands for a file without a name, of which a part was read before."""

    @staticmethod
    def made() -> Any:
        """Return a file in memory."""
        file = io.BytesIO(b"skipped, sent")
        file.seek(9)
        return file


CASES = list(cases())

# Calls that the clients send differently on purpose, and why.
KNOWN_DIFFERENCES = [
    (
        Case("files.create", {"file": Unnamed, "purpose": "batch"}),
        "a file that was read in part goes on from there, as with every other reader; the official client rewinds it",
    ),
    (
        Case("files.create", {"file": (None, b"no name"), "purpose": "batch"}),
        "a file without a name is called 'upload'; without a name the API takes it for text and refuses it",
    ),
]

# Options of the clients; the base URL is that of the server and what is added here.
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
        "a header in another case takes the place of ours; the official client sends both",
    ),
    ({"base_url": "?version=3"}, "the query of a base URL stays a query; the official client appends the path to it"),
    ({"base_url": "/deep//"}, "slashes at the end of a base URL don't count, however many there are"),
]


@pytest.fixture(scope="module")
def shared_server() -> Iterator[Any]:
    with EmbeddedServer(lenient=True) as running:
        yield running


@pytest.fixture
def server() -> Iterator[Any]:
    with EmbeddedServer() as running:
        yield running


@pytest.fixture
def official(server: Any) -> Iterator[Any]:
    with client(openai, server) as made:
        yield made


def client(module: Any, server: Any, **options: Any) -> Any:
    """Return a client of either package."""
    options = {"api_key": KEY, "organization": "org-1", "project": "p-1", **options}
    options["base_url"] = server.base_url + options.get("base_url", "")
    return module.OpenAI(**options)


def find(made: Any, dotted: str) -> Callable[..., Any]:
    """Return the method of that name."""
    for name in dotted.split("."):
        made = getattr(made, name)
    return made  # type: ignore[no-any-return]


def sent(module: Any, server: Any, case: Case, **options: Any) -> dict[str, Any]:
    """Make a call and return what arrived at the server. What becomes of the answer is not the matter here."""
    server.reset()
    refused = (openai.NotFoundError, package.NotFoundError, openai.BadRequestError, package.BadRequestError)
    refused += (openai.AuthenticationError, package.AuthenticationError)
    with client(module, server, **options) as made, contextlib.ExitStack() as opened:
        keywords = dict(case.keywords)
        for name, value in keywords.items():
            if value in (Opened, Unnamed):
                keywords[name] = opened.enter_context(value.made())
        with contextlib.suppress(*refused):
            answer = find(made, case.dotted)(*case.positional, **keywords)
            if keywords.get("stream"):
                answer.close()
    assert len(server.requests) == 1
    return described(server.requests[0])


def described(request: Any) -> dict[str, Any]:
    """Return a request without what may differ: spelling of headers and JSON, boundaries, order of a query."""
    content_type = re.sub("boundary=[^;]*", "boundary", request.header("content-type"))
    body: Any = request.body
    if content_type.startswith("multipart/"):
        body = [(part.name, part.filename, part.content_type, part.content) for part in request.parts()]
    elif content_type == "application/json" and body:
        body = json.loads(body.decode("utf-8"))
    names = sorted({name.lower() for name, _ in request.headers})
    compared = {
        name: [value for known, value in request.headers if known.lower() == name]
        for name in names
        if not any(name == known or (known.endswith("-") and name.startswith(known)) for known in DIFFERENT_HEADERS)
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
    assert sent(package, shared_server, case) == sent(openai, shared_server, case)


@pytest.mark.parametrize("options", OPTIONS, ids=" ".join)
def test_both_clients_send_the_same_with_the_same_options(shared_server: Any, options: dict[str, Any]) -> None:
    for case in (Case("chat.completions.create", ASKED), Case("files.list", {"limit": 1})):
        assert sent(package, shared_server, case, **options) == sent(openai, shared_server, case, **options)


@pytest.mark.parametrize(("case", "reason"), KNOWN_DIFFERENCES, ids=[case.name for case, _ in KNOWN_DIFFERENCES])
def test_known_differences_are_still_there(shared_server: Any, case: Case, reason: str) -> None:
    """One that is gone goes out of the list."""
    assert sent(package, shared_server, case) != sent(openai, shared_server, case), reason


@pytest.mark.parametrize(
    ("options", "reason"), DIFFERENT_OPTIONS, ids=[" ".join(options) for options, _ in DIFFERENT_OPTIONS]
)
def test_known_differences_of_options_are_still_there(shared_server: Any, options: dict[str, Any], reason: str) -> None:
    case = Case("chat.completions.create", ASKED)
    assert sent(package, shared_server, case, **options) != sent(openai, shared_server, case, **options), reason


def test_headers_that_may_differ_are_still_sent_by_one_of_the_two(shared_server: Any) -> None:
    """Each entry of the list is needed, and the two clients disagree about it."""
    headers = []
    for module in (package, openai):
        shared_server.reset()
        with client(module, shared_server) as made:
            made.chat.completions.create(**ASKED)
        headers.append({name.lower(): value for name, value in shared_server.requests[0].headers})
    for known in DIFFERENT_HEADERS:
        ours, theirs = ({n: v for n, v in found.items() if n.startswith(known)} for found in headers)
        assert ours != theirs, known


def test_every_row_is_compared() -> None:
    assert {case.dotted for case in CASES} == set(SHARED)
    assert len(SHARED) >= 47
    with openai.OpenAI(api_key=KEY) as made:
        for dotted in SHARED:
            assert callable(find(made, dotted))


# The official client, as its users use it.


def test_chat(official: Any, server: Any) -> None:
    answer = official.chat.completions.create(**ASKED)
    assert isinstance(answer, openai.types.chat.ChatCompletion)
    assert answer.choices[0].message.content == SPOKEN
    assert answer.choices[0].finish_reason == "stop"
    assert answer.usage.total_tokens == answer.usage.prompt_tokens + answer.usage.completion_tokens
    assert answer._request_id == server.requests[0].request_id


def test_chat_that_calls_a_tool(official: Any) -> None:
    said = [{"role": "user", "content": "use the tool"}]
    answer = official.chat.completions.create(model="m", messages=said, tools=[TOOL])
    call = answer.choices[0].message.tool_calls[0]
    assert (answer.choices[0].finish_reason, call.function.name) == ("tool_calls", "weather")
    json.loads(call.function.arguments)


def without_what_is_made_anew(items: list[Any]) -> list[Any]:
    """Return items without ids and times, which count up from call to call."""
    return [{name: value for name, value in item.items() if name not in ("id", "created")} for item in items]


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"n": 2},
        {"stream_options": {"include_usage": True}},
        {"tools": [TOOL], "messages": [{"role": "user", "content": "use the tool"}]},
    ],
    ids=["plain", "two choices", "usage", "tool"],
)
def test_streams_are_read_alike(server: Any, official: Any, more: dict[str, Any]) -> None:
    theirs = [chunk.to_dict() for chunk in official.chat.completions.create(stream=True, **{**ASKED, **more})]
    server.reset()
    with client(package, server) as ours:
        mine = [chunk.to_dict() for chunk in ours.chat.completions.create(stream=True, **{**ASKED, **more})]
    assert without_what_is_made_anew(mine) == without_what_is_made_anew(theirs)
    assert len(mine) > 2


@pytest.mark.parametrize("encoding", [None, "float", "base64"])
def test_embeddings_are_read_alike(server: Any, official: Any, encoding: str | None) -> None:
    asked: dict[str, Any] = {"model": "text-embedding-3-small", "input": ["one", "two"], "dimensions": 64}
    if encoding:
        asked["encoding_format"] = encoding
    theirs = official.embeddings.create(**asked)
    with client(package, server) as ours:
        mine = ours.embeddings.create(**asked)
    assert [row.embedding for row in mine.data] == [row.embedding for row in theirs.data]
    assert isinstance(theirs.data[0].embedding, str if encoding == "base64" else list)
    assert mine.to_dict() == theirs.to_dict(warnings=False)


def test_files(official: Any, tmp_path: Path) -> None:
    content = bytes(range(256)) * 1000
    path = tmp_path / "sp\u00f6ken.bin"
    path.write_bytes(content)
    made = official.files.create(file=path, purpose="assistants")
    assert (made.filename, made.bytes, made.purpose) == (path.name, len(content), "assistants")
    assert official.files.retrieve(made.id) == made
    assert [file.id for file in official.files.list()] == [made.id]
    assert official.files.content(made.id).read() == content
    assert official.files.delete(made.id).deleted
    with pytest.raises(openai.NotFoundError):
        official.files.retrieve(made.id)


def test_lists_go_on_page_after_page(official: Any) -> None:
    made = [official.files.create(file=b"x", purpose="assistants").id for _ in range(5)]
    assert sorted(file.id for file in official.files.list(limit=2)) == sorted(made)


def test_assistants_threads_and_runs(official: Any) -> None:
    beta = official.beta
    assistant = beta.assistants.create(model="m", name="Parrot", tools=[{"type": "code_interpreter"}])
    assert beta.assistants.update(assistant.id, name="Macaw").name == "Macaw"
    thread = beta.threads.create(messages=[{"role": "user", "content": "Say hello"}])
    beta.threads.messages.create(thread.id, role="user", content="again")
    run = beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id, poll_interval_ms=10)
    assert run.status == "completed"
    assert [step.type for step in beta.threads.runs.steps.list(run.id, thread_id=thread.id)]
    said = [message.role for message in beta.threads.messages.list(thread.id, order="asc")]
    assert said == ["user", "user", "assistant"]
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
    known = [model.id for model in official.models.list()]
    assert official.models.retrieve(known[0]).id == known[0]


STATUS_ERRORS = [400, 401, 403, 404, 409, 422, 429, 500, 503]


@pytest.mark.parametrize("status", STATUS_ERRORS)
def test_errors_are_the_same(server: Any, status: int) -> None:
    """The same class by name, the same message, and the same fields."""
    found = []
    for module in (openai, package):
        server.reset()
        server.inject_fault("status={}; code=some_code; message=Said so".format(status))
        with client(module, server, max_retries=0) as made, pytest.raises(module.APIStatusError) as caught:
            made.chat.completions.create(**ASKED)
        error = caught.value
        found.append([type(error).__name__, error.status_code, error.request_id, error.code, error.param, error.type])
        found[-1] += [error.body, error.response.headers["x-request-id"], str(error.response.status_code)]
        assert "Said so" in str(error)
    assert found[0] == found[1]


@pytest.mark.parametrize("fault", ["reset", "garbage", "stall=30"])
def test_errors_of_the_connection_are_the_same(server: Any, fault: str) -> None:
    found = []
    for module in (openai, package):
        server.inject_fault(fault)
        with client(module, server, max_retries=0, timeout=0.2) as made, pytest.raises(
            module.APIConnectionError
        ) as caught:
            made.chat.completions.create(**ASKED)
        found.append([type(caught.value).__name__, [kind.__name__ for kind in type(caught.value).__mro__[:3]]])
    assert found[0] == found[1]


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
def test_both_try_again_in_the_same_cases(server: Any, fault: str) -> None:
    attempts = []
    for module in (openai, package):
        server.reset()
        server.inject_fault(fault)
        with client(module, server) as made:
            try:
                outcome = made.chat.completions.create(**ASKED).choices[0].message.content
            except module.APIStatusError as error:
                outcome = error.status_code
        attempts.append((len(server.requests), outcome))
    assert attempts[0] == attempts[1]


def test_the_official_client_gets_through_when_the_limit_is_over(server: Any, official: Any) -> None:
    server.inject_fault("status=429; retry-after-ms=5; times=2")
    assert official.chat.completions.create(**ASKED).choices[0].message.content == SPOKEN
    assert len(server.requests) == 3
