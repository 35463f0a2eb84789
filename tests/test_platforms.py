# SPDX-License-Identifier: MIT
"""Hosts that lack something: each runs the programs of platform_programs.py in a new interpreter, over a real server.

Everything works, or raises an error of one line that says what to do instead.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from . import FOLDER, PACKAGE, load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterable, Iterator, Mapping

PROCESS_TIMEOUT = 120  # seconds
IS_POSIX = os.name == "posix"

START = """
import sys
sys.path[:0] = {paths!r}
{prelude}
import platform_programs
with open({output!r}, "a", encoding="utf-8") as output:
    platform_programs.run({package!r}, {url!r}, {names!r}, lambda line: output.write(line + "\\n"))
"""

NO_SSL = "base_url: https needs the module {}, which this Python lacks; use a Python built with OpenSSL, or "
NO_SOCKETS = "ConfigError: transport: the built-in ones need the module {}, which this Python lacks; pass a transport "
NO_THREAD = "OpenAIError: stream_to: it needs a thread, and this host starts none; iterate over the stream instead"
NO_ZLIB = "OpenAIError: the response is compressed, and this Python lacks the module zlib; "
REFUSED = "APIConnectionError: Connection error. GET https://127.0.0.1:9/v1/models: "
USUAL = {"https": REFUSED, "async_https": REFUSED}

REMOVE_THREADS = """
import _thread
def refuse(*args, **kwargs):
    raise RuntimeError("can't start new thread")
_thread.start_new_thread = _thread.start_joinable_thread = refuse
"""
REMOVE_SYSTEM_CALLS = """
import hashlib, os, select, socket
def refuse(*args, usedforsecurity=True):
    if usedforsecurity:
        raise ValueError("disabled for FIPS")
    return original(*args)
original, hashlib.md5 = hashlib.md5, refuse
for module in ("_asyncio", "_hashlib", "ctypes", "pwd", "fcntl"):
    sys.modules[module] = None
socket.has_ipv6 = False
for module, names in {
    os: ("fork", "forkpty", "register_at_fork"),
    select: ("poll", "epoll", "devpoll", "kqueue"),
    socket: ("AF_INET6", "IPPROTO_IPV6", "IPV6_V6ONLY"),
}.items():
    for name in names:
        if hasattr(module, name):
            delattr(module, name)
"""
BECOME_A_DAEMON = """
import os, tempfile
folder = tempfile.mkdtemp()
os.chdir(folder)
os.rmdir(folder)
os.environ.clear()
os.closerange(0, 3)
sys.stdin = sys.stdout = sys.stderr = sys.__stdin__ = sys.__stdout__ = sys.__stderr__ = None
sys.setrecursionlimit(150)
"""
# Host -> options of the interpreter, code to run first, and the programs that differ from USUAL with their results.
HOSTS = {
    "-OO": (("-OO",), "", {}),
    "-O -bb": (("-O", "-bb"), "", {}),
    "development mode": (("-X", "dev", "-W", "error"), "", {}),
    "no ssl": ((), "sys.modules['ssl'] = None", {name: "ConfigError: " + NO_SSL.format("ssl") for name in USUAL}),
    "no _ssl": ((), "sys.modules['_ssl'] = None", {name: "ConfigError: " + NO_SSL.format("_ssl") for name in USUAL}),
    "no threads": ((), REMOVE_THREADS, {"background": NO_THREAD}),
    "no zlib": ((), "sys.modules['zlib'] = None", {"compressed": NO_ZLIB}),
    "few system calls": ((), REMOVE_SYSTEM_CALLS, {}),
}
if IS_POSIX:
    HOSTS["daemon"] = ((), BECOME_A_DAEMON, {})


@pytest.fixture(scope="module")
def server_url() -> Iterator[str]:
    with load("testing").EmbeddedServer() as server:
        yield server.base_url


def run_programs(
    url: str, output: Path, options: Iterable[str], prelude: str, names: Iterable[str] = (), python: str = START
) -> dict[str, str]:
    """Return the results of programs in a new interpreter, by name. It must exit with 0 and print no warnings."""
    paths = [str(FOLDER.parents[PACKAGE.count(".")]), str(Path(__file__).parent)]
    code = python.format(paths=paths, prelude=prelude, output=str(output), package=PACKAGE, url=url, names=list(names))
    process = subprocess.run(
        [sys.executable, "-I", "-S", *options, "-c", code],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=PROCESS_TIMEOUT,
    )
    errors = process.stderr.decode()
    assert process.returncode == 0, errors
    assert "Warning" not in errors and "Exception ignored" not in errors, errors
    return dict(line.split(": ", 1) for line in output.read_text("utf-8").splitlines())


def check(results: Mapping[str, str], expected: Mapping[str, str]) -> None:
    """Compare the results of programs with how they begin; those that are not named have succeeded."""
    differences = {name: result for name, result in results.items() if not result.startswith(expected.get(name, "ok"))}
    assert results and differences == {}


@pytest.mark.parametrize("host", HOSTS)
def test_what_a_host_lacks(server_url: str, tmp_path: Path, host: str) -> None:
    options, prelude, expected = HOSTS[host]
    check(run_programs(server_url, tmp_path / "output", options, prelude), {**USUAL, **expected})


@pytest.mark.parametrize("module", ["socket", "_socket", "select"])
def test_a_host_without_sockets_needs_a_transport(server_url: str, tmp_path: Path, module: str) -> None:
    error = NO_SOCKETS.format(module)
    names = ("webhook", "own_transport", "chat", "stream", "upload")
    options = ("-W", "ignore::RuntimeWarning")  # of the hashlib of PyPy, which needs sockets to be fast
    prelude = "sys.modules[{!r}] = None".format(module)
    results = run_programs(server_url, tmp_path / "output", options, prelude, names)
    check(results, {"chat": error, "stream": error, "upload": error})


LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii:strict"}


def test_text_that_the_locale_cannot_encode(server_url: str) -> None:
    code = """
import sys
sys.path.insert(0, {!r})
import importlib
ai = importlib.import_module({!r})
with ai.OpenAI(api_key="k", base_url={!r}) as client:
    completion = client.chat.completions.create(model="m", messages=[{{"role": "user", "content": "caf\\u00e9"}}])
    assert "caf\\u00e9" in completion.choices[0].message.content
    print(ascii(completion.choices[0].message.content), sys.stdout.encoding)
""".format(str(FOLDER.parents[PACKAGE.count(".")]), PACKAGE, server_url)
    process = subprocess.run(
        [sys.executable, "-s", "-W", "error", "-c", code],
        env={**os.environ, **LOCALE},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=PROCESS_TIMEOUT,
    )
    assert (process.returncode, process.stderr.decode()) == (0, "")
    assert b"caf\\xe9" in process.stdout and b"ascii" in process.stdout


# Two subinterpreters, one after the other, and then the main interpreter.
SUBINTERPRETERS = """
import sys
CODE = {code!r}
for _ in range(2):
    try:
        from concurrent import interpreters
    except ImportError:
        try:
            import _interpreters as interpreters
        except ImportError:
            import _xxsubinterpreters as interpreters
        identifier = interpreters.create()
        problem = interpreters.run_string(identifier, CODE)
        assert problem is None, problem
        interpreters.destroy(identifier)
    else:
        interpreter = interpreters.create()
        interpreter.exec(CODE)
        interpreter.close()
exec(CODE)
"""


def run_in_subinterpreters(code: str) -> subprocess.CompletedProcess[bytes]:
    """Run code in two subinterpreters and in the main one of a new process."""
    return subprocess.run(
        [sys.executable, "-I", "-S", "-c", SUBINTERPRETERS.format(code=code)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=PROCESS_TIMEOUT,
    )


@pytest.mark.skipif(sys.implementation.name != "cpython", reason="there are no subinterpreters")
def test_subinterpreters(server_url: str, tmp_path: Path) -> None:
    if sys.version_info[:2] == (3, 12) and run_in_subinterpreters("import http.client").returncode:
        pytest.skip("this release of Python crashes when a subinterpreter that has imported http.client ends")
    output = tmp_path / "output"
    names = ["chat", "stream", "error", "webhook"]
    if sys.version_info >= (3, 9):  # before, asyncio alone crashes Python
        names.append("async_chat")
    if sys.version_info >= (3, 11):  # before, a thread that has just ended prevents the end of its interpreter
        names += ["by_name", "async_by_name", "parts", "async_upload", "async_threads", "background"]
    paths = [str(FOLDER.parents[PACKAGE.count(".")]), str(Path(__file__).parent)]
    code = START.format(paths=paths, prelude="", output=str(output), package=PACKAGE, url=server_url, names=names)
    process = run_in_subinterpreters(code)
    assert (process.returncode, process.stderr.decode()) == (0, "")
    lines = output.read_text("utf-8").splitlines()
    assert [line.split(": ")[0] for line in lines] == names * 3
    refused = {"background: " + NO_THREAD} if sys.version_info[:2] == (3, 11) else set()
    assert {line for line in lines if not line.endswith(": ok")} <= refused
    assert lines[-1].endswith(": ok")


THREADS = """
import sys, threading
sys.path[:0] = {paths!r}
import importlib
ai = importlib.import_module({package!r})
sys.setswitchinterval(1e-6)
client = ai.OpenAI(api_key="k", base_url={url!r})
barrier = threading.Barrier(8)
failures = []

def work(thread):
    barrier.wait(60)  # all of them import what the first call needs
    for number in range(4):
        text = "text {{}} of {{}}".format(number, thread)
        messages = [{{"role": "user", "content": text}}]
        completion = client.chat.completions.create(model="m", messages=messages)
        assert text in completion.choices[0].message.content and completion.to_json(), completion
        with client.chat.completions.stream(model="m", messages=messages) as stream:
            assert text in stream.get_final_completion().choices[0].message.content
        file = client.files.create(file=text.encode(), purpose="assistants")
        assert client.files.content(file.id).read() == text.encode()
        assert client.with_options(timeout=60).models.list().data
        try:
            client.models.retrieve("no-such-" + str(thread))
        except ai.NotFoundError as error:
            assert "no-such-" + str(thread) in str(error)

def run(thread):
    try:
        work(thread)
    except BaseException as error:
        failures.append(repr(error))

threads = [threading.Thread(target=run, args=(thread,)) for thread in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join(100)
client.close()
print(failures, getattr(sys, "_is_gil_enabled", lambda: True)())
"""


def test_threads_share_a_client(server_url: str) -> None:
    """Without the interpreter's lock where Python is built so; elsewhere, switching between threads all the time."""
    code = THREADS.format(paths=[str(FOLDER.parents[PACKAGE.count(".")])], package=PACKAGE, url=server_url)
    process = subprocess.run(
        [sys.executable, "-I", "-W", "error", "-c", code],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=PROCESS_TIMEOUT,
    )
    assert (process.returncode, process.stderr.decode()) == (0, "")
    is_free_threaded = "free-threading" in sys.version
    assert process.stdout.decode().split() == ["[]", str(not is_free_threaded)]


COOPERATIVE = {
    "gevent": (
        "from gevent import monkey; monkey.patch_all()",
        "gevent.spawn",
        "[task.get(timeout=60) for task in tasks]",
    ),
    "eventlet": ("eventlet.monkey_patch()", "eventlet.spawn", "[task.wait() for task in tasks]"),
}
COOPERATIVE_CALLS = """
import sys, warnings
sys.path[:0] = {paths!r}
warnings.simplefilter("ignore")  # eventlet says that it is deprecated
import {library}
{before}
{patch}
import importlib, time
ai = importlib.import_module({package!r})
seconds = []
HEADERS = {{"X-Embedded-Fault": "stall=1"}}
MESSAGES = [{{"role": "user", "content": "hi"}}]
def call(client):
    assert client.models.list(extra_headers=HEADERS).data
    assert len(list(client.chat.completions.create(model="m", messages=MESSAGES, stream=True))) > 2
for url in ({url!r}, {url!r}.replace("127.0.0.1", "localhost")):
    client = ai.OpenAI(api_key="k", base_url=url, max_retries=0)
    started = time.monotonic()
    tasks = [{spawn}(call, client) for _ in range(20)]
    {join}
    seconds.append(time.monotonic() - started)
print(max(seconds) < 10)  # one after another, they take 20 seconds
"""


@pytest.mark.parametrize("is_used_before", [False, True], ids=["patched first", "patched after use"])
@pytest.mark.parametrize("library", COOPERATIVE)
def test_calls_under_gevent_and_eventlet_wait_together(server_url: str, library: str, is_used_before: bool) -> None:
    """The environment `gevent` of tox has both libraries."""
    if importlib.util.find_spec(library) is None:
        assert "NEED_GEVENT" not in os.environ
        pytest.skip(library + " is not installed")
    patch, spawn, join = COOPERATIVE[library]
    before = "import {0}\n{0}.OpenAI(api_key='k', base_url={1!r}).models.list()".format(PACKAGE, server_url)
    code = COOPERATIVE_CALLS.format(
        paths=[str(FOLDER.parents[PACKAGE.count(".")])],
        library=library,
        before=before if is_used_before else "",
        patch=patch,
        package=PACKAGE,
        url=server_url,
        spawn=spawn,
        join=join,
    )
    process = subprocess.run(
        [sys.executable, "-c", code],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=PROCESS_TIMEOUT,
    )
    assert (process.returncode, process.stdout.decode().strip()) == (0, "True"), process.stderr.decode()
