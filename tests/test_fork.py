# SPDX-License-Identifier: MIT
"""Child processes that are forked while the package is in use: none waits for ever, none uses the parent's connections.

The scenarios run in one new interpreter, because a fork copies the threads' state of the process that it is made in.
A child that does not end is killed by its alarm, and then fails the scenario.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys

import pytest

from . import FOLDER, PACKAGE

pytestmark = pytest.mark.skipif(not hasattr(os, "register_at_fork"), reason="there is no fork")
PROCESS_TIMEOUT = 120  # seconds

SCENARIOS = r'''
import asyncio, importlib, multiprocessing, os, signal, socket, sys, threading, traceback
from concurrent.futures import ProcessPoolExecutor

ai = importlib.import_module(PACKAGE)
load = lambda name: importlib.import_module(PACKAGE + "." + name)
HELLO = {"model": "m", "messages": [{"role": "user", "content": "hi"}]}
ALARM = 30  # seconds until a child that waits is killed
LIMIT = 60


def in_child(work):
    """Run `work` in a forked child; fail if it raises or does not end."""
    pid = os.fork()
    if pid == 0:
        status = 1
        signal.alarm(ALARM)
        try:
            work()
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    assert os.waitpid(pid, 0)[1] == 0, work.__name__


class Gate:
    """Makes a thread wait inside a function of the package, with the locks that it holds there."""

    def __init__(self, work):
        self.reached, self.opened = threading.Event(), threading.Event()
        self.is_waiting = True
        self.thread = threading.Thread(target=work, args=(self,), daemon=True)
        self.thread.start()
        assert self.reached.wait(LIMIT)

    def wait(self):
        if threading.current_thread() is self.thread:
            self.reached.set()
            assert self.opened.wait(LIMIT)

    def open(self):
        self.opened.set()
        self.thread.join(LIMIT)
        assert not self.thread.is_alive()


def ask(client):
    return client.chat.completions.create(**HELLO).choices[0].message.content


def another_thread_holds_the_lock_of_a_pool():
    class Key:
        def __hash__(self):  # the pool calls it while it holds its lock
            gate.wait() if gate else None
            return 1

    gate = None
    pool = load("transport.pool").ConnectionPool()
    def work(this):
        nonlocal gate
        gate = this
        pool.get(Key())
    gate = Gate(work)
    in_child(lambda: pool.get("key"))
    gate.open()
    pool.get("key")


def another_thread_holds_the_lock_of_the_default_client():
    class HttpxTimeout:  # is read while the client is made
        read = write = pool = 10.0
        @property
        def connect(self):
            gate.wait() if gate else None
            return 10.0

    gate = None
    ai.configure(api_key="k", base_url=server.base_url, environment=False)
    ai.timeout = HttpxTimeout()
    def work(this):
        nonlocal gate
        gate = this
        ai.chat_completion(HELLO)
    gate = Gate(work)
    in_child(lambda: ai.chat_completion(HELLO))
    gate.open()
    ai.timeout = None
    in_child(lambda: ai.chat_completion(HELLO))


def another_thread_fetches_a_token():
    gate = None
    class Token(load("auth.tokens").RefreshableToken):
        def _fetch_token(self, timeout):
            gate.wait() if gate else None
            return "token", 3600.0
    token = Token()
    request = load("call.message").Request("GET", server.base_url, load("call.headers").Headers(), None, ai.Timeout(10))
    def work(this):
        nonlocal gate
        gate = this
        token.sign(request)
    gate = Gate(work)
    in_child(lambda: token.sign(request))
    gate.open()


def another_thread_has_the_only_permit():
    gate = None
    class Slow:
        length = 2
        def __iter__(self):
            gate.wait() if gate else None
            yield b"{}"
    with ai.UrllibTransport(max_connections=1) as transport:
        def work(this):
            nonlocal gate
            gate = this
            request = load("call.message").Request("POST", server.base_url + "/moderations", {}, Slow(), ai.Timeout(10))
            transport.send(request)[3]()
        gate = Gate(work)
        client = ai.OpenAI(api_key="k", base_url=server.base_url, transport=transport, timeout=10, max_retries=0)
        in_child(lambda: ask(client))
        gate.open()
        ask(client)


def make_transports():
    yield ai.UrllibTransport()
    try:
        adapters = importlib.import_module("openai_stdlib_transports")
    except ImportError:
        return
    for name in ("RequestsTransport", "Urllib3Transport", "HttpxTransport", "Httpx2Transport"):
        try:
            yield getattr(adapters, name)()
        except ImportError:
            pass


def a_child_does_not_touch_open_connections():
    """The child reads or closes what the parent has open, and calls; then the parent goes on undisturbed.

    The last part of the stream is there only when the child has ended.
    """
    for transport in make_transports():
        for work in (list, lambda stream: stream.close(), lambda stream: None):
            with ai.OpenAI(api_key="k", base_url=server.base_url, transport=transport, max_retries=0) as client:
                ask(client)
                with SlowServer() as slow:
                    stream = client.with_options(base_url=slow.url).chat.completions.create(stream=True, **HELLO)
                    next(stream)
                    def child():
                        try:
                            work(stream)
                        except ai.OpenAIError:
                            pass
                        ask(client)
                    in_child(child)
                    slow.go_on.set()
                    assert len(list(stream)) == 1
                ask(client)
        transport.close()


class SlowServer:
    """Sends one event, and another one once `go_on` is set."""

    event = b'data: {"object": "chat.completion.chunk", "choices": [{"index": 0, "delta": {"content": "x"}}]}\n\n'

    def __init__(self):
        self.go_on = threading.Event()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = "http://127.0.0.1:{}/v1".format(self.listener.getsockname()[1])
        self.thread = threading.Thread(target=self.serve)

    def serve(self):
        connection, _ = self.listener.accept()
        with connection:
            while b"\r\n\r\n" not in connection.recv(65536):
                pass
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + self.event)
            assert self.go_on.wait(LIMIT)
            connection.sendall(self.event + b"data: [DONE]\n\n")

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.go_on.set()
        self.thread.join(LIMIT)
        self.listener.close()


def a_child_of_a_running_event_loop():
    async def talk(client):
        assert (await client.chat.completions.create(**HELLO)).choices

    async def main(transport):
        client = ai.AsyncOpenAI(api_key="k", base_url=server.base_url, transport=transport, max_retries=0)
        await talk(client)
        stream = await client.chat.completions.create(stream=True, **HELLO)
        await stream.__anext__()
        async def read():
            try:
                await stream.__anext__()
            except (ai.OpenAIError, StopAsyncIteration):
                pass
            await stream.close()
            await talk(client)
        in_child(lambda: asyncio.run(read()))
        assert len([chunk async for chunk in stream]) > 2
        await talk(client)

    for transport in (None, ai.ThreadTransport(ai.UrllibTransport())):
        asyncio.run(asyncio.wait_for(main(transport), LIMIT))
        if transport is not None:
            transport.close_nowait()


def many_forks_while_threads_call():
    if sys.version_info < (3, 14) and not getattr(sys, "_is_gil_enabled", lambda: True)():
        return  # there, children of a process with threads may hang, whatever they run
    stopped = threading.Event()
    with ai.OpenAI(api_key="k", base_url=server.base_url) as client:
        def call():
            while not stopped.is_set():
                ask(client)
        threads = [threading.Thread(target=call) for _ in range(4)]
        for thread in threads:
            thread.start()
        for _ in range(10):
            in_child(lambda: ask(client))
        stopped.set()
        for thread in threads:
            thread.join(LIMIT)
        ask(client)


def processes_of_multiprocessing():
    with ai.OpenAI(api_key="k", base_url=server.base_url) as client:
        ask(client)
        for method in ("fork", "spawn", "forkserver"):
            process = multiprocessing.get_context(method).Process(target=ask, args=(client,))
            process.start()
            process.join(LIMIT)
            assert process.exitcode == 0, method
        if sys.implementation.name == "cpython":  # that of PyPy 3.9 lacks a method
            with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as executor:
                assert executor.submit(ask, client).result(LIMIT) == ask(client)



if __name__ == "__main__":
    with load("testing").EmbeddedServer() as server:
        for scenario in (
            another_thread_holds_the_lock_of_a_pool,
            another_thread_holds_the_lock_of_the_default_client,
            another_thread_fetches_a_token,
            another_thread_has_the_only_permit,
            a_child_does_not_touch_open_connections,
            a_child_of_a_running_event_loop,
            many_forks_while_threads_call,
            processes_of_multiprocessing,
        ):
            scenario()
            print(scenario.__name__)
'''


def test_forked_children(tmp_path):
    program = tmp_path / "scenarios.py"
    program.write_text("PACKAGE = {!r}\n".format(PACKAGE) + SCENARIOS)
    paths = [FOLDER.parents[PACKAGE.count(".")], FOLDER.parents[PACKAGE.count(".")] / "transports"]
    # Python 3.12 and later warn of every fork of a process with threads, which is what this test is about.
    process = subprocess.run(
        [sys.executable, "-W", "error", "-W", "ignore::DeprecationWarning", str(program)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths))},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=PROCESS_TIMEOUT,
    )
    assert (process.returncode, process.stderr.decode()) == (0, "")
    assert len(process.stdout.split()) == 8


# Modules with locks or threads that a child never meets, because the operation that has them ends with its threads, or
# because each process has its own.
WITHOUT_LIFE_AFTER_FORK = (
    "helpers/upload_source.py", "helpers/flow.py", "helpers/tool_runner_jobs.py", "results/background_stream.py",
    "call/host_limits.py", "call/retry_budget.py", "bulk/job.py", "bulk/threads.py",
)  # fmt: skip


def test_everything_with_a_lock_or_threads_is_replaced_in_a_child():
    makers = {"allocate_lock", "Lock", "RLock", "Condition", "SimpleQueue", "ThreadPoolExecutor", "Thread"}
    for path in FOLDER.rglob("*.py"):
        name = path.relative_to(FOLDER).as_posix()
        if name.startswith(("testing/", "cli/")) or name in WITHOUT_LIFE_AFTER_FORK:
            continue
        names = {node.id for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Name)}
        assert names.isdisjoint(makers) or "call_in_child" in names, name
