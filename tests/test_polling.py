# SPDX-License-Identifier: MIT
"""Polling: what is asked how often, with which headers, when it ends and how it fails; both clients, real sockets."""

from __future__ import annotations

import asyncio
import json
import pickle
import threading
import warnings
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from . import load, package

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterator, List, Tuple

errors, polling = load("call.errors"), load("helpers.polling")
AsyncOpenAI, OpenAI = package.AsyncOpenAI, package.OpenAI
ArgumentError, OpenAIError, UploadError = errors.ArgumentError, errors.OpenAIError, errors.UploadError
PollTimeoutError, ProcessingTimeoutError = errors.PollTimeoutError, errors.ProcessingTimeoutError
KINDS, polled, wait = polling.POLL_TARGETS, polling.poll, polling.wait
Sleep = load("helpers.flow").Sleep

RUN = {"id": "run_1", "object": "thread.run", "thread_id": "thread_1"}
FILE = {"id": "file-1", "object": "vector_store.file", "vector_store_id": "vs_1"}
BATCH = {"id": "vsfb_1", "object": "vector_store.files_batch", "vector_store_id": "vs_1"}
VIDEO = {"id": "video_1", "object": "video"}
BOTH = pytest.mark.parametrize("kind", ["sync", "async"])


class Server(ThreadingHTTPServer):
    """Answers requests for an object with its states, one after the other, the last one for ever."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.made: Dict[str, Any] = {}
        self.states: List[Dict[str, Any]] = []
        self.headers = {"openai-poll-after-ms": "1"}
        self.seen: List[Tuple[str, str, Any, bytes]] = []
        self.lock = threading.Lock()
        self.base_url = "http://127.0.0.1:{}/v1".format(self.server_address[1])

    def script(self, made: Dict[str, Any], *states: Any) -> None:
        """Say what is answered: states are strings, or fields of the object."""
        self.made = {**made, "status": "queued"}
        self.states = [{**made, **({"status": one} if isinstance(one, str) else one)} for one in states]

    @property
    def asked(self) -> List[str]:
        """The requests, as verb and path."""
        return ["{} {}".format(verb, path) for verb, path, _, _ in self.seen]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        self._answer()

    do_POST = do_GET

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        server = self.server
        with server.lock:
            server.seen.append((self.command, self.path[len("/v1") :], self.headers, body))
            found = server.made
            if self.path.endswith("/v1/files"):
                found = {"id": "file-{}".format(len(server.seen)), "object": "file"}
            elif self.command == "GET":
                found = server.states.pop(0) if len(server.states) > 1 else server.states[0]
        answer = json.dumps(found).encode()
        self.send_response(200)
        for name, value in {**server.headers, "Content-Length": str(len(answer))}.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture()
def server() -> Iterator[Server]:
    """A server with a script."""
    with Server() as made:
        thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield made
        made.shutdown()
        thread.join(30)


def ask(kind: str, server: Server, call: Callable[[Any], Any]) -> Any:
    """Make a call with a client of that kind; its warnings of what is deprecated don't count here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        if kind == "sync":
            with OpenAI(api_key="k", base_url=server.base_url, environment=False, max_retries=0) as client:
                return call(client)

        async def main() -> Any:
            async with AsyncOpenAI(api_key="k", base_url=server.base_url, environment=False, max_retries=0) as client:
                return await call(client)

        return asyncio.run(main())


RUN_PATH = "/threads/thread_1/runs/run_1"
FILE_PATH = "/vector_stores/vs_1/files/file-1"
BATCH_PATH = "/vector_stores/vs_1/file_batches/vsfb_1"
COUNTED = {"status": "in_progress", "file_counts": {"in_progress": 1, "completed": 2, "total": 3}}
WHOLE = {"status": "completed", "file_counts": {"in_progress": 0, "completed": 3, "total": 3}}

HELPERS = {
    "run": (RUN, ["queued", "completed"], lambda c: c.beta.threads.runs.poll("run_1", "thread_1"), [], RUN_PATH),
    "created run": (
        RUN,
        ["in_progress", "requires_action"],
        lambda c: c.beta.threads.runs.create_and_poll(thread_id="thread_1", assistant_id="a"),
        ["POST /threads/thread_1/runs"],
        RUN_PATH,
    ),
    "outputs": (
        RUN,
        ["cancelling", "incomplete"],
        lambda c: c.beta.threads.runs.submit_tool_outputs_and_poll(
            thread_id="thread_1", run_id="run_1", tool_outputs=[]
        ),
        ["POST " + RUN_PATH + "/submit_tool_outputs"],
        RUN_PATH,
    ),
    "thread": (
        RUN,
        ["queued", "expired"],
        lambda c: c.beta.threads.create_and_run_poll(assistant_id="a"),
        ["POST /threads/runs"],
        RUN_PATH,
    ),
    "video": (VIDEO, ["in_progress", "failed"], lambda c: c.videos.poll("video_1"), [], "/videos/video_1"),
    "created video": (
        VIDEO,
        ["queued", "completed"],
        lambda c: c.videos.create_and_poll(prompt="a cat"),
        ["POST /videos"],
        "/videos/video_1",
    ),
    "file": (
        {"id": "file-1", "object": "file"},
        ["uploaded", "processed"],
        lambda c: c.files.wait_for_processing("file-1", poll_interval=0.001),
        [],
        "/files/file-1",
    ),
    "store file": (
        FILE,
        ["in_progress", "failed"],
        lambda c: c.vector_stores.files.poll("file-1", vector_store_id="vs_1"),
        [],
        FILE_PATH,
    ),
    "created store file": (
        FILE,
        ["in_progress", "completed"],
        lambda c: c.vector_stores.files.create_and_poll("file-1", vector_store_id="vs_1"),
        ["POST /vector_stores/vs_1/files"],
        FILE_PATH,
    ),
    "uploaded store file": (
        FILE,
        ["in_progress", "completed"],
        lambda c: c.vector_stores.files.upload_and_poll(vector_store_id="vs_1", file=b"x"),
        ["POST /files", "POST /vector_stores/vs_1/files"],
        FILE_PATH,
    ),
    "batch": (
        BATCH,
        [COUNTED, WHOLE],
        lambda c: c.vector_stores.file_batches.poll("vsfb_1", vector_store_id="vs_1"),
        [],
        BATCH_PATH,
    ),
    "created batch": (
        BATCH,
        [COUNTED, WHOLE],
        lambda c: c.vector_stores.file_batches.create_and_poll("vs_1", file_ids=["file-1"]),
        ["POST /vector_stores/vs_1/file_batches"],
        BATCH_PATH,
    ),
}


@BOTH
@pytest.mark.parametrize("name", HELPERS)
def test_a_helper_makes_the_calls_and_ends_when_the_server_is_done(kind: str, name: str, server: Server) -> None:
    made, states, call, first, path = HELPERS[name]
    server.script(made, *states)
    found = ask(kind, server, call)
    last = states[-1]
    assert found.status == (last if isinstance(last, str) else last["status"])
    assert server.asked == [*first, "GET " + path, "GET " + path]
    assert all(headers["X-Stainless-Poll-Helper"] == "true" for verb, _, headers, _ in server.seen if verb == "GET")


@BOTH
def test_files_are_uploaded_together_and_join_those_that_were(kind: str, server: Server) -> None:
    server.script(BATCH, WHOLE)
    told: List[Any] = []
    found = ask(
        kind,
        server,
        lambda c: c.vector_stores.file_batches.upload_and_poll(
            "vs_1", files=[b"a", b"b", b"c"], max_concurrency=2, file_ids=["file-0"],
            progress=lambda *counts: told.append(counts),
        ),
    )  # fmt: skip
    assert found.status == "completed" and told == [(3, 3)]
    assert server.asked[:3] == ["POST /files"] * 3
    body = json.loads(server.seen[3][3])
    assert body["file_ids"][0] == "file-0" and sorted(body["file_ids"][1:]) == ["file-1", "file-2", "file-3"]


@BOTH
def test_a_file_is_uploaded_and_attached(kind: str, server: Server) -> None:
    server.script(FILE, "in_progress")
    ask(kind, server, lambda c: c.vector_stores.files.upload(vector_store_id="vs_1", file=b"x"))
    assert server.asked == ["POST /files", "POST /vector_stores/vs_1/files"]
    assert json.loads(server.seen[1][3]) == {"file_id": "file-1"}


@BOTH
def test_no_files_are_an_error_before_anything_is_sent(kind: str, server: Server) -> None:
    with pytest.raises(UploadError, match="there are none"):
        ask(kind, server, lambda c: c.vector_stores.file_batches.upload_and_poll("vs_1", files=[]))
    assert server.seen == []


@BOTH
def test_the_interval_of_the_caller_goes_before_the_servers(kind: str, server: Server) -> None:
    server.headers = {"openai-poll-after-ms": "3600000"}
    server.script(FILE, "in_progress", "completed")
    ask(kind, server, lambda c: c.vector_stores.files.poll("file-1", vector_store_id="vs_1", poll_interval_ms=1))
    assert [headers["X-Stainless-Custom-Poll-Interval"] for _, _, headers, _ in server.seen] == ["1", "1"]


class Answer:
    """An answer, as a flow is sent it."""

    def __init__(self, status: str, after: Any = None) -> None:
        self.headers = {} if after is None else {"openai-poll-after-ms": after}
        self._found = {"id": "x", "status": status}

    def parse(self) -> Any:
        """Return the object."""
        return self._found


@pytest.mark.parametrize(
    ("after", "seconds"), [(None, 1.0), ("250", 0.25), ("0", 0.02), ("-5", 0.02), ("nan", 1.0), ("soon", 1.0)]
)
def test_the_server_says_on_each_answer_when_to_ask_again(after: Any, seconds: float) -> None:
    with OpenAI(api_key="k", environment=False) as client:
        flow = polled(client, KINDS["video"], {"video_id": "x"})
        next(flow)
        assert flow.send(Answer("queued", "500")) == Sleep(0.5)
        next(flow)
        assert flow.send(Answer("queued", after)) == Sleep(seconds)
        flow.close()


@BOTH
def test_a_deadline_raises_with_the_last_object(kind: str, server: Server) -> None:
    server.script(VIDEO, {"status": "in_progress", "progress": 40})
    told: List[Any] = []
    with pytest.raises(PollTimeoutError, match="in_progress") as caught:
        ask(kind, server, lambda c: c.videos.poll("video_1", deadline=0.05, progress=lambda *now: told.append(now)))
    error = caught.value
    assert isinstance(error, TimeoutError) and isinstance(error, OpenAIError)
    assert error.last.progress == 40 and error.waited >= 0.05 and (40, 100) in told
    assert error.__context__ is None and pickle.loads(pickle.dumps(error)).waited == error.waited


@BOTH
def test_a_store_files_time_of_zero_asks_nothing(kind: str, server: Server) -> None:
    server.script(FILE, "in_progress")
    with pytest.raises(TimeoutError):
        ask(kind, server, lambda c: c.vector_stores.files.poll("f", vector_store_id="vs_1", max_wait_seconds=0))
    assert server.seen == []


@BOTH
@pytest.mark.parametrize("limit", [-1, float("inf"), float("nan")])
def test_a_time_that_is_none_is_refused_before_anything_is_sent(kind: str, limit: float, server: Server) -> None:
    with pytest.raises(ValueError, match="max_wait_seconds"):
        ask(
            kind,
            server,
            lambda c: c.vector_stores.files.upload_and_poll(vector_store_id="v", file=b"x", max_wait_seconds=limit),
        )
    assert server.seen == []


@BOTH
def test_a_file_that_is_not_processed_in_time_is_a_runtime_error(kind: str, server: Server) -> None:
    server.script({"id": "file-1", "object": "file"}, "uploaded")
    with pytest.raises(RuntimeError) as caught:
        ask(kind, server, lambda c: c.files.wait_for_processing("file-1", poll_interval=0.001, max_wait_seconds=0.02))
    assert isinstance(caught.value, ProcessingTimeoutError) and caught.value.last.status == "uploaded"


@BOTH
@pytest.mark.parametrize("name", sorted(KINDS))
def test_whatever_has_a_status_can_be_waited_for(kind: str, name: str, server: Server) -> None:
    known = KINDS[name]
    over, begun = sorted(known.terminal or {"completed"})[0], sorted(known.pending or {"queued"})[0]
    ids = {field: field + "_1" for field in known.ids.values()}
    server.script({"object": name, **ids}, over)
    found = ask(kind, server, lambda c: wait(c, {"object": name, "status": begun, **ids}, poll_interval=0.001))
    assert found.status == over and len(server.seen) == 1
    assert all(value in server.seen[0][1] for value in ids.values())
    assert ask(kind, server, lambda c: wait(c, found)) is found  # done: without a call
    assert len(server.seen) == 1


@BOTH
@pytest.mark.parametrize(
    ("thing", "named"), [({"object": "container", "status": "running"}, "container"), (3, "int"), ({}, "dict")]
)
def test_what_cannot_be_waited_for_is_named(kind: str, thing: Any, named: str, server: Server) -> None:
    with pytest.raises(ArgumentError, match=named):
        ask(kind, server, lambda c: wait(c, thing))


def test_an_object_without_its_ids_is_named(server: Server) -> None:
    with pytest.raises(ArgumentError, match="thread_id"):
        ask("sync", server, lambda c: wait(c, {"object": "thread.run", "id": "r", "status": "queued"}))


def test_a_deprecated_helper_warns_once_and_at_its_caller(server: Server) -> None:
    server.script(VIDEO, "queued", "completed")
    with OpenAI(api_key="k", base_url=server.base_url, environment=False) as client:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            client.videos.create_and_poll(prompt="a cat")
    assert [one.category for one in caught] == [DeprecationWarning]
    assert caught[0].filename == __file__


def test_cancelling_ends_a_poll_and_passes_clean(server: Server) -> None:
    server.headers = {"openai-poll-after-ms": "3600000"}
    server.script(FILE, "in_progress")

    async def main() -> BaseException:
        async with AsyncOpenAI(api_key="k", base_url=server.base_url, environment=False) as client:
            task = asyncio.ensure_future(client.vector_stores.files.poll("file-1", vector_store_id="vs_1"))
            while not server.seen:
                await asyncio.sleep(0.005)
            task.cancel()
            with pytest.raises(asyncio.CancelledError) as caught:
                await task
            assert len(asyncio.all_tasks()) == 1
            return caught.value

    error = asyncio.run(main())
    # Newer Pythons raise a CancelledError anew where a task is awaited, with the task's own behind it.
    assert error.__context__ is None or isinstance(error.__context__, asyncio.CancelledError)


def test_an_interrupt_passes_through_a_poll(server: Server) -> None:
    server.script(BATCH, COUNTED)

    def interrupt(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt) as caught:
        ask(
            "sync",
            server,
            lambda c: c.vector_stores.file_batches.poll("vsfb_1", vector_store_id="vs_1", progress=interrupt),
        )
    assert caught.value.__context__ is None and len(server.seen) == 1
