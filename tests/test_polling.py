# SPDX-License-Identifier: MIT
"""Polling: requests, headers, intervals, terminal states and failures, with both clients over real sockets."""

from __future__ import annotations

import asyncio
import json
import pickle
import threading
import warnings

import pytest

from . import load, package
from .threaded_server import Handler, ThreadedServer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterator, List, Tuple

errors, polling = load("call.errors"), load("helpers.polling")
helper_errors = load("call.helper_errors")
AsyncOpenAI, OpenAI = package.AsyncOpenAI, package.OpenAI
ArgumentError, OpenAIError, UploadError = errors.ArgumentError, errors.OpenAIError, errors.UploadError
PollTimeoutError, ProcessingTimeoutError = helper_errors.PollTimeoutError, helper_errors.ProcessingTimeoutError
POLL_TARGETS, poll, wait = load("helpers.poll_targets").POLL_TARGETS, polling.poll, polling.wait
Sleep = load("helpers.flow").Sleep
check_with_timeouts = load("testing.contract.assertions").check_with_timeouts

RUN = {"id": "run_1", "object": "thread.run", "thread_id": "thread_1"}
FILE = {"id": "file-1", "object": "vector_store.file", "vector_store_id": "vs_1"}
BATCH = {"id": "vsfb_1", "object": "vector_store.files_batch", "vector_store_id": "vs_1"}
VIDEO = {"id": "video_1", "object": "video"}
BOTH = pytest.mark.parametrize("mode", ["sync", "async"])


class Server(ThreadedServer):
    """Responds to requests for an object with its scripted states in turn, and then always with the last."""

    def __init__(self) -> None:
        super().__init__(ServerHandler)
        self.created: Dict[str, Any] = {}
        self.states: List[Dict[str, Any]] = []
        self.headers = {"openai-poll-after-ms": "1"}
        self.seen: List[Tuple[str, str, Any, bytes]] = []
        self.lock = threading.Lock()

    def script(self, fields: Dict[str, Any], *states: Any) -> None:
        """Set the object and its states; a state is a status, or a dict of fields."""
        self.created = {**fields, "status": "queued"}
        self.states = [{**fields, **({"status": state} if isinstance(state, str) else state)} for state in states]

    @property
    def calls(self) -> List[str]:
        """The requests so far, as method and path."""
        return ["{} {}".format(method, path) for method, path, _, _ in self.seen]


class ServerHandler(Handler):
    server: Server

    def do_GET(self) -> None:
        self._respond()

    do_POST = do_GET

    def _respond(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        server = self.server
        with server.lock:
            server.seen.append((self.command, self.path[len("/v1") :], self.headers, body))
            obj = server.created
            if self.path.endswith("/v1/files"):
                obj = {"id": "file-{}".format(len(server.seen)), "object": "file"}
            elif self.command == "GET":
                obj = server.states.pop(0) if len(server.states) > 1 else server.states[0]
        content = json.dumps(obj).encode()
        self.send_response(200)
        for name, value in {**server.headers, "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(content)


@pytest.fixture()
def server() -> Iterator[Server]:
    """A running server without a script."""
    with Server() as running:
        yield running


def run(mode: str, server: Server, call: Callable[[Any], Any]) -> Any:
    """Make a call with a sync or async client, ignoring deprecation warnings."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        if mode == "sync":
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
def test_a_helper_polls_until_the_object_is_in_a_terminal_state(mode: str, name: str, server: Server) -> None:
    obj, states, call, first, path = HELPERS[name]
    server.script(obj, *states)
    result = run(mode, server, call)
    last = states[-1]
    assert result.status == (last if isinstance(last, str) else last["status"])
    assert server.calls == [*first, "GET " + path, "GET " + path]
    assert all(headers["X-Stainless-Poll-Helper"] == "true" for method, _, headers, _ in server.seen if method == "GET")


@BOTH
def test_files_are_uploaded_and_added_to_the_batch_with_existing_ones(mode: str, server: Server) -> None:
    server.script(BATCH, WHOLE)
    calls: List[Any] = []
    result = run(
        mode,
        server,
        lambda c: c.vector_stores.file_batches.upload_and_poll(
            "vs_1", files=[b"a", b"b", b"c"], max_concurrency=2, file_ids=["file-0"],
            progress=lambda *counts: calls.append(counts),
        ),
    )  # fmt: skip
    assert result.status == "completed" and calls == [(3, 3)]
    assert server.calls[:3] == ["POST /files"] * 3
    body = json.loads(server.seen[3][3])
    assert body["file_ids"][0] == "file-0" and sorted(body["file_ids"][1:]) == ["file-1", "file-2", "file-3"]


@BOTH
def test_a_file_is_uploaded_and_attached(mode: str, server: Server) -> None:
    server.script(FILE, "in_progress")
    run(mode, server, lambda c: c.vector_stores.files.upload(vector_store_id="vs_1", file=b"x"))
    assert server.calls == ["POST /files", "POST /vector_stores/vs_1/files"]
    assert json.loads(server.seen[1][3]) == {"file_id": "file-1"}


@BOTH
def test_an_empty_list_of_files_is_an_error_before_anything_is_sent(mode: str, server: Server) -> None:
    with pytest.raises(UploadError, match="there are no files"):
        run(mode, server, lambda c: c.vector_stores.file_batches.upload_and_poll("vs_1", files=[]))
    assert server.seen == []


@BOTH
def test_the_callers_interval_takes_precedence_over_the_servers(mode: str, server: Server) -> None:
    server.headers = {"openai-poll-after-ms": "3600000"}
    server.script(FILE, "in_progress", "completed")
    run(mode, server, lambda c: c.vector_stores.files.poll("file-1", vector_store_id="vs_1", poll_interval_ms=1))
    assert [headers["X-Stainless-Custom-Poll-Interval"] for _, _, headers, _ in server.seen] == ["1", "1"]


class FakeResponse:
    """A raw response, as a flow receives it."""

    def __init__(self, status: str, after: Any = None) -> None:
        self.headers = {} if after is None else {"openai-poll-after-ms": after}
        self._obj = {"id": "x", "status": status}

    def parse(self) -> Any:
        """Return the object."""
        return self._obj


@pytest.mark.parametrize(
    ("after", "seconds"), [(None, 1.0), ("250", 0.25), ("0", 0.02), ("-5", 0.02), ("nan", 1.0), ("soon", 1.0)]
)
def test_each_response_sets_the_next_interval(after: Any, seconds: float) -> None:
    with OpenAI(api_key="k", environment=False) as client:
        flow = poll(client, POLL_TARGETS["video"], {"video_id": "x"})
        next(flow)
        assert flow.send(FakeResponse("queued", "500")) == Sleep(0.5)
        next(flow)
        assert flow.send(FakeResponse("queued", after)) == Sleep(seconds)
        flow.close()


@BOTH
def test_a_deadline_raises_with_the_last_object(mode: str, server: Server) -> None:
    def check(deadline: float) -> None:
        server.script(VIDEO, {"status": "in_progress", "progress": 40})
        calls: List[Any] = []
        progress = lambda *counts: calls.append(counts)  # noqa: E731
        with pytest.raises(PollTimeoutError, match="in_progress") as caught:
            run(mode, server, lambda c: c.videos.poll("video_1", deadline=deadline, progress=progress))
        error = caught.value
        assert isinstance(error, TimeoutError) and isinstance(error, OpenAIError)
        assert error.last.progress == 40 and error.waited >= deadline and (40, 100) in calls
        assert error.__context__ is None and pickle.loads(pickle.dumps(error)).waited == error.waited

    check_with_timeouts(check, 0.05, 1)


@BOTH
def test_a_limit_of_zero_sends_no_request(mode: str, server: Server) -> None:
    server.script(FILE, "in_progress")
    with pytest.raises(TimeoutError):
        run(mode, server, lambda c: c.vector_stores.files.poll("f", vector_store_id="vs_1", max_wait_seconds=0))
    assert server.seen == []


@BOTH
@pytest.mark.parametrize("limit", [-1, float("inf"), float("nan")])
def test_an_invalid_duration_is_rejected_before_anything_is_sent(mode: str, limit: float, server: Server) -> None:
    with pytest.raises(ValueError, match="max_wait_seconds"):
        run(
            mode,
            server,
            lambda c: c.vector_stores.files.upload_and_poll(vector_store_id="v", file=b"x", max_wait_seconds=limit),
        )
    assert server.seen == []


@BOTH
def test_a_file_that_is_not_processed_in_time_is_a_runtime_error(mode: str, server: Server) -> None:
    def check(limit: float) -> None:
        server.script({"id": "file-1", "object": "file"}, "uploaded")
        with pytest.raises(RuntimeError) as caught:
            run(
                mode,
                server,
                lambda c: c.files.wait_for_processing("file-1", poll_interval=0.001, max_wait_seconds=limit),
            )
        assert isinstance(caught.value, ProcessingTimeoutError) and caught.value.last.status == "uploaded"

    check_with_timeouts(check, 0.02, 1)


@BOTH
@pytest.mark.parametrize("name", sorted(POLL_TARGETS))
def test_every_target_can_be_waited_for(mode: str, name: str, server: Server) -> None:
    target = POLL_TARGETS[name]
    terminal, pending = sorted(target.terminal or {"completed"})[0], sorted(target.pending or {"queued"})[0]
    ids = {field: field + "_1" for field in target.ids.values()}
    server.script({"object": name, **ids}, terminal)
    result = run(mode, server, lambda c: wait(c, {"object": name, "status": pending, **ids}, poll_interval=0.001))
    assert result.status == terminal and len(server.seen) == 1
    assert all(value in server.seen[0][1] for value in ids.values())
    assert run(mode, server, lambda c: wait(c, result)) is result  # finished: no request
    assert len(server.seen) == 1


@BOTH
@pytest.mark.parametrize(
    ("obj", "name"), [({"object": "container", "status": "running"}, "container"), (3, "int"), ({}, "dict")]
)
def test_an_object_that_cannot_be_waited_for_is_named(mode: str, obj: Any, name: str, server: Server) -> None:
    with pytest.raises(ArgumentError, match=name):
        run(mode, server, lambda c: wait(c, obj))


@BOTH
def test_helpers_of_raw_response_clients_return_objects(mode: str, server: Server) -> None:
    server.script(FILE, "in_progress", "completed")
    result = run(mode, server, lambda c: c.with_raw_response.vector_stores.files.poll("file-1", vector_store_id="vs_1"))
    assert result.status == "completed"
    assert server.calls == ["GET " + FILE_PATH] * 2


def test_a_missing_id_is_named(server: Server) -> None:
    with pytest.raises(ArgumentError, match="thread_id"):
        run("sync", server, lambda c: wait(c, {"object": "thread.run", "id": "r", "status": "queued"}))


def test_a_deprecated_helper_warns_once_and_names_its_caller(server: Server) -> None:
    server.script(VIDEO, "queued", "completed")
    with OpenAI(api_key="k", base_url=server.base_url, environment=False) as client:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            client.videos.create_and_poll(prompt="a cat")
    assert [warning.category for warning in caught] == [DeprecationWarning]
    assert caught[0].filename == __file__


def test_cancellation_ends_a_poll_without_leftovers(server: Server) -> None:
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
    # Newer Pythons raise a new CancelledError where the task is awaited, with that of the task as its context.
    assert error.__context__ is None or isinstance(error.__context__, asyncio.CancelledError)


def test_an_interrupt_is_raised_from_a_poll(server: Server) -> None:
    server.script(BATCH, COUNTED)

    def interrupt(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt) as caught:
        run(
            "sync",
            server,
            lambda c: c.vector_stores.file_batches.poll("vsfb_1", vector_store_id="vs_1", progress=interrupt),
        )
    assert caught.value.__context__ is None and len(server.seen) == 1
