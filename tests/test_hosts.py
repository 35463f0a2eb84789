# SPDX-License-Identifier: MIT
"""The package in a host that reloads modules, removes them from `sys.modules`, or ends: each case in a new interpreter.

A plug-in host removes the modules of a plug-in to load its next version. Clients that exist go on as before, raise the
classes of their own copy, and leave nothing behind that the next copy would find.
"""

from __future__ import annotations

import ast
import os
import queue
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from . import FOLDER, NEED_PYDANTIC, PACKAGE, load
from .test_vendoring import copy, original_root, run

OLD_PYTHONS = ("2.7", "3.5", "3.6", "3.7")

# Code that every process runs first. `use(ai, client)` needs many modules for the first time.
USE = """
import asyncio, gc, importlib, sys, weakref

ai = importlib.import_module({package!r})
server = importlib.import_module({package!r} + ".testing").EmbeddedServer()
server.__enter__()
HELLO = {{"model": "m", "messages": [{{"role": "user", "content": "hi"}}]}}


def names(name=ai.__name__):
    return [module for module in list(sys.modules) if (module + ".").startswith(name + ".")]


def make(ai, cls="OpenAI"):
    return getattr(ai, cls)(api_key="k", base_url=server.base_url, max_retries=1)


def fails(ai, fault, error, call):
    server.inject_fault(fault)
    try:
        call()
    except ai.OpenAIError as caught:
        assert type(caught) is getattr(ai, error), (type(caught), error)
    else:
        raise AssertionError(fault)
    finally:
        server.reset()


def use(ai, client):
    create = client.chat.completions.create
    completion = create(**HELLO)
    assert completion.usage.total_tokens and completion.choices[0].message.content and completion.to_json()
    assert isinstance(completion, ai.types.chat.ChatCompletion), type(completion)
    assert len(list(create(stream=True, **HELLO))) > 2
    with client.chat.completions.stream(**HELLO) as stream:
        assert stream.get_final_completion().choices
    with client.responses.stream(model="m", input="hi") as stream:
        assert stream.get_final_response().output_text
    fails(ai, "status=429; times=9; retry-after-ms=1", "RateLimitError", lambda: create(**HELLO))
    fails(ai, "reset; times=9", "APIConnectionError", lambda: create(**HELLO))
    fails(ai, "html; times=9", "APIResponseValidationError", lambda: create(**HELLO))
    fails(ai, "cut-events=1", "IncompleteStreamError", lambda: list(create(stream=True, **HELLO)))
    fails(ai, "", "BodyError", lambda: create(wrong=object(), **HELLO))
    fails(ai, "", "PathError", lambda: client.files.retrieve(""))
    assert list(client.models.list()) and client.models.with_raw_response.list().parse().data
    file = client.files.create(file=b"x", purpose="assistants")
    assert client.files.content(file.id).read() == b"x"
    assert client.with_options(timeout=5).files.list(config=ai.Config(max_retries=0)).data
    assert ai.chat_completion(HELLO, ai.Config(api_key="k", base_url=server.base_url)).choices
    assert ai.providers.bedrock and ai.lib.streaming.chat.ChatCompletionStream is ai.ChatCompletionStream
    ai.AzureOpenAI(api_key="k", azure_endpoint="http://127.0.0.1:9", api_version="1")


async def use_async(ai, client):
    create = client.chat.completions.create
    assert (await create(**HELLO)).choices
    assert len([chunk async for chunk in await create(stream=True, **HELLO)]) > 2
    async with client.chat.completions.stream(**HELLO) as stream:
        assert (await stream.get_final_completion()).choices
    server.inject_fault("status=400")
    try:
        await create(**HELLO)
    except ai.BadRequestError:
        assert [model async for model in client.models.list()]
"""


def run_host(code: str, root: Path | None = None, package: str = PACKAGE) -> str:
    """Run code after USE; return what it prints. Clients that are still open at the end are not the subject here."""
    options = ("-W", "ignore::ResourceWarning")
    return run(original_root() if root is None else root, USE.format(package=package) + code, *options)


def test_modules_can_be_reloaded_one_by_one_in_any_order() -> None:
    """As Blender does with those of an add-on. Both clients from before and new ones work, with one set of classes."""
    code = """
import random
before = make(ai)
use(ai, before)
OpenAIError, client_class = ai.OpenAIError, ai.OpenAI
finders = list(sys.meta_path)
orders = [sorted(names()), sorted(names(), reverse=True)]
orders += [random.Random(seed).sample(names(), len(names())) for seed in range(3)]
for order in orders:
    for name in order:
        module = sys.modules[name]
        spec, loader, file = module.__spec__, module.__loader__, getattr(module, "__file__", None)
        assert importlib.reload(module) is module is sys.modules[name]
        assert (module.__spec__, module.__loader__, getattr(module, "__file__", None)) == (spec, loader, file), name
use(ai, before)
use(ai, make(ai))
asyncio.run(use_async(ai, make(ai, "AsyncOpenAI")))
assert ai.OpenAIError is OpenAIError and ai.OpenAI is client_class
assert sys.meta_path == finders
print("done")
"""
    assert run_host(code) == "done"


# How a host removes the modules, and whether the clients have been used before.
REMOVALS = {
    "in order": ("for name in names(): del sys.modules[name]", True),
    "backwards": ("for name in reversed(names()): del sys.modules[name]", False),
    "kept elsewhere": ("kept = {name: sys.modules.pop(name) for name in names()}", False),
    "from items": (
        "for name, module in list(sys.modules.items()):\n    name in names() and sys.modules.pop(name)",
        True,
    ),
}


@pytest.mark.parametrize(("removal", "used"), REMOVALS.values(), ids=REMOVALS)
def test_clients_of_a_removed_copy_go_on(removal: str, used: bool) -> None:
    """Modules that they need for the first time are those of their copy, under a name that nobody imports."""
    code = """
client, async_client = make(ai), make(ai, "AsyncOpenAI")
stream = client.chat.completions.create(stream=True, **HELLO) if {used} else None
result = client.chat.completions.create(**HELLO) if {used} else None
package = ai.__name__
{removal}
if {used}:
    assert len(list(stream)) > 2
    assert result.usage.total_tokens and isinstance(result.choices[0], ai.types.chat.chat_completion.Choice)
use(ai, client)
asyncio.run(use_async(ai, async_client))
assert names(package) == [], names(package)

new = importlib.import_module(package)
assert new is not ai and new.OpenAIError is not ai.OpenAIError
use(new, make(new))
use(ai, client)
use(ai, make(ai))
for module in names(package):
    assert (sys.modules[module].__package__ + ".").startswith(package + "."), module
assert importlib.import_module(package + ".call.errors").OpenAIError is new.OpenAIError
assert importlib.import_module(package + ".lib.streaming.chat").ChatCompletionStream is new.ChatCompletionStream
print("done")
"""
    assert run_host(code.format(removal=removal, used=used)) == "done"


needs_finalizers = pytest.mark.skipif(
    sys.implementation.name == "pypy", reason="PyPy gives no finalizer to an object whose class is replaced"
)


@needs_finalizers
def test_a_removed_copy_that_nobody_uses_is_freed() -> None:
    code = """
finders = len(sys.meta_path)
name, copies = ai.__name__, []
for _ in range(3):
    make(ai).chat.completions.create(**HELLO)
    copies.append(weakref.ref(ai))
    for module in names(name):
        del sys.modules[module]
    server.__exit__(None, None, None)
    del ai, make, use, use_async, fails, server
    gc.collect()
    ai = importlib.import_module(name)
    server = importlib.import_module(name + ".testing").EmbeddedServer()
    server.__enter__()
    make = lambda ai: ai.OpenAI(api_key="k", base_url=server.base_url)
    use = use_async = fails = None
gc.collect()
assert [copy() for copy in copies] == [None] * 3, copies
assert len(sys.meta_path) == finders, sys.meta_path
print("done")
"""
    assert run_host(code) == "done"


def test_a_removed_copy_leaves_nothing_in_the_process() -> None:
    """Also if its name is never imported again, as after a plug-in has been disabled."""
    code = """
name, modules, finders = ai.__name__, names(), list(sys.meta_path)
use(ai, make(ai))
asyncio.run(use_async(ai, make(ai, "AsyncOpenAI")))
server.__exit__(None, None, None)
copy, finders = weakref.ref(ai), [finder for finder in finders if getattr(finder, "package", None) is not ai]
for module in names(name.partition(".")[0]):  # the package that it is in refers to it
    del sys.modules[module]
del ai, make, use, use_async, fails, server
gc.collect()
assert copy() is None
assert sys.meta_path == finders, sys.meta_path
print("done")
"""
    assert run_host(code) == "done"


def test_modules_that_a_host_forgets_to_remove_are_not_mixed_with_a_new_copy() -> None:
    code = """
use(ai, make(ai))
name, forgotten = ai.__name__, sys.modules[ai.__name__ + ".results.objects"]
for module in names():
    if not module.startswith(name + ".results"):
        del sys.modules[module]
new = importlib.import_module(name)
use(new, make(new))
use(ai, make(ai))
assert sys.modules[name + ".results.objects"] is not forgotten
print("done")
"""
    assert run_host(code) == "done"


@needs_finalizers
def test_every_loaded_module_of_a_removed_copy_is_found() -> None:
    """Also those of names that a package has as something else, such as the function `providers.bedrock`."""
    code = """
import pkgutil
for found in pkgutil.walk_packages(ai.__path__, ai.__name__ + "."):
    if not found.name.endswith(("__main__", *{!r})):
        importlib.import_module(found.name)
importlib.import_module(ai.__name__ + ".lib.streaming.chat")
loaded, name = names(), ai.__name__
for module in loaded:
    del sys.modules[module]
import gc
gc.collect()  # some modules refer to each other
renamed = set(module[module.index(")") + 1:] for module in ai._modules)
print([module for module in loaded if module[len(name):] not in renamed and not module.endswith("._presence")])
"""
    assert run_host(code.format(NEED_PYDANTIC)) == "[]"


def test_two_copies_are_reloaded_and_removed_independently(tmp_path: Path) -> None:
    copy(tmp_path, "one.ai")
    copy(tmp_path, "two.ai")
    code = """
one, two = ai, importlib.import_module("two.ai")
first, second = make(one), make(two)
for name in names("one"):
    if name != "one":
        del sys.modules[name]
for name in names("two"):
    importlib.reload(sys.modules[name])
use(one, first)
use(two, second)
assert names("one") == ["one"] and importlib.import_module("one.ai") is not one
use(two, make(two))
use(one, first)
print("done")
"""
    assert run_host(code, tmp_path, "one.ai") == "done"


# What runs in atexit, in a thread that outlives the main one, or in __del__ while modules are being freed.
LATE_CALLS = """
import atexit, os, threading
out = os.dup(1)
OpenAIError, run, write = ai.OpenAIError, asyncio.run, os.write
client, async_client = make(ai), make(ai, "AsyncOpenAI")
in_threads = ai.ThreadTransport(ai.UrllibTransport())
threaded = ai.AsyncOpenAI(api_key="k", base_url=server.base_url, transport=in_threads)
by_name = make(ai, "AsyncOpenAI").with_options(base_url=server.base_url.replace("127.0.0.1", "localhost"))
queue = __import__("queue").Queue()
background = ai.Config(http_options={"stream_to": queue})
parts = dict(file=b"x" * 30, filename="x", mime_type="text/plain", purpose="assistants", part_size=10)

CALLS = {
    "call": lambda: client.chat.completions.create(**HELLO),
    "stream": lambda: list(client.chat.completions.create(stream=True, **HELLO)),
    "helper": lambda: client.chat.completions.stream(**HELLO).__enter__().get_final_completion(),
    "copy": lambda: client.with_options(timeout=5).with_raw_response.models.list(),
    "background": lambda: client.chat.completions.create(stream=True, config=background, **HELLO),
    "parts": lambda: client.uploads.upload_file_chunked(**parts),
    "async": lambda: run(use_async(async_client)),
    "async parts": lambda: run(upload(async_client)),
    "threads": lambda: run(use_async(threaded)),
    "by name": lambda: run(use_async(by_name)),
}

async def use_async(client):
    await client.chat.completions.create(**HELLO)
    async for chunk in await client.chat.completions.create(stream=True, **HELLO):
        pass

async def upload(client):
    await client.uploads.upload_file_chunked(**parts)


class Late:
    def __init__(self, when):
        self.when = when

    def call(self):
        for name, call in CALLS.items():
            try:
                call()
                result = "success"
            except OpenAIError as error:
                result = "OpenAIError" if type(error) is OpenAIError else type(error).__name__
            except BaseException as error:
                result = repr(error)
            write(out, "{}: {}: {}\\n".format(self.when, name, result).encode())


class Dying(Late):
    def __del__(self):
        self.call()


def outlive():
    threading.main_thread().join()
    Late("thread").call()


run(use_async(async_client))
atexit.register(Late("atexit").call)
threading.Thread(target=outlive).start()
dying = Dying("del")
"""


def test_calls_while_the_interpreter_ends_succeed_or_raise_errors_of_the_package() -> None:
    with load("testing").EmbeddedServer() as server:
        # The server is in this process: while an interpreter ends, its own servers can start no more threads.
        code = "class server:\n    base_url = {!r}\n".format(server.base_url)
        code = USE.format(package=PACKAGE) + code + LATE_CALLS
        script = "import sys\nsys.path.insert(0, {!r})\n{}".format(str(original_root()), code)
        process = subprocess.run(
            [sys.executable, "-I", "-c", script],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    results = [tuple(line.split(": ", 2)) for line in process.stdout.decode().splitlines()]
    is_cpython = sys.implementation.name == "cpython"  # PyPy calls no __del__ when it ends
    assert len(results) == (30 if is_cpython else 20), process.stderr.decode()
    allowed = {"thread": ("success", "OpenAIError"), "atexit": ("success", "OpenAIError"), "del": ("OpenAIError",)}
    assert [result for result in results if result[2] not in allowed[result[0]]] == []
    # Only a thread that must be started prevents a call before modules are freed.
    assert {name for when, name, result in results if when != "del" and result != "success"} <= {"background"}


def test_a_semaphore_follows_gevent_when_it_replaces_queues(monkeypatch: pytest.MonkeyPatch) -> None:
    """gevent and eventlet replace `queue.SimpleQueue` by one that switches tasks instead of blocking the thread."""

    class Cooperative(queue.SimpleQueue):  # type: ignore[type-arg]
        waits = 0

        def get(self, block: bool = True, timeout: float | None = None) -> object:
            Cooperative.waits += 1
            return super().get(block, timeout)

    semaphore = load("transport.pool").ConnectionSemaphore(2)
    before = semaphore.acquire(1)
    monkeypatch.setattr(queue, "SimpleQueue", Cooperative)
    permits = [semaphore.acquire(1)]
    with pytest.raises(TimeoutError):
        semaphore.acquire(0.001)
    before.release()
    permits.append(semaphore.acquire(1))
    assert Cooperative.waits == 3
    for permit in permits:
        permit.release()
        permit.release()
    assert semaphore.acquire(1) and semaphore.acquire(1)


def find_old_pythons() -> list[str]:
    """Return interpreters that are too old, on PATH or in pyenv."""
    folder = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    found = []
    for version in OLD_PYTHONS:
        paths = [str(path) for path in sorted(folder.glob(version + ".*/bin/python"))]
        path = shutil.which("python" + version)
        # A shim of pyenv starts no interpreter unless its version is chosen.
        is_shim = path and subprocess.run([path, "-c", ""], stderr=subprocess.DEVNULL, timeout=60).returncode != 0
        found += paths[-1:] or ([path] if path and not is_shim else [])
    return found


TEST_RUNNER = str(Path(__file__).resolve().parent.parent / "tools" / "test.py")


@pytest.mark.parametrize(
    "arguments", [("-c", "import {}"), ("-m", "{}"), (TEST_RUNNER,)], ids=["import", "command", "test runner"]
)
def test_an_older_python_says_which_one_is_needed(arguments: tuple[str, ...]) -> None:
    pythons = find_old_pythons()
    if not pythons:
        pytest.skip("no interpreter before 3.8")
    if arguments == (TEST_RUNNER,) and not Path(TEST_RUNNER).exists():
        pytest.skip("a copy of the folder alone has no tools")
    for python in pythons:
        process = subprocess.run(
            [python, "-B"] + [argument.format(PACKAGE) for argument in arguments],
            cwd=str(original_root()),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            timeout=60,
        )
        lines = process.stderr.decode().splitlines()
        assert process.returncode == 1, lines
        assert " needs Python 3.8 or later; this is Python " in lines[-1]
        assert len(lines) == 1 or arguments[0] == "-c", lines


def test_the_front_module_has_nothing_that_python_2_does_not_know() -> None:
    """The test above is skipped where there is no old interpreter."""
    text = (FOLDER / "__init__.py").read_text("utf-8")
    assert text.isascii()
    for node in ast.walk(ast.parse(text)):
        assert not isinstance(node, (ast.AnnAssign, ast.JoinedStr, ast.NamedExpr, ast.AsyncFunctionDef, ast.Nonlocal))
        if isinstance(node, ast.FunctionDef):
            arguments = node.args.args + node.args.kwonlyargs
            assert node.returns is None and not any(argument.annotation for argument in arguments), node.name
            assert not node.args.kwonlyargs and not node.args.posonlyargs, node.name


def test_a_module_that_does_not_exist_is_reported_without_the_compat_layer(tmp_path: Path) -> None:
    shutil.rmtree(str(copy(tmp_path, "small") / "compat"))
    code = """
import importlib, small
for name in ("small.lib.streaming", "small.nothing", "small.types.chat"):
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:
        print(error.name, error)
"""
    lines = run(tmp_path, code).splitlines()
    assert lines[:2] == ["small.compat No module named 'small.compat'", "small.nothing No module named 'small.nothing'"]
