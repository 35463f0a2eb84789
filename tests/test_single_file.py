# SPDX-License-Identifier: MIT
"""The single file that `vendor --single-file` writes: its code, its modules, what tools see, and bad targets."""

from __future__ import annotations

import ast
import inspect
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from . import PACKAGE, load, needs_files
from .test_vendoring import PROCESS_TIMEOUT, limited_environment, run_command

load("cli.vendor")
pytestmark = needs_files
TYPES = (type, type(inspect.cleandoc))

# The handler of a Lambda function, in a folder that is read-only and without `site`: what it returns is the test.
HANDLER = """
import copy
import io
import pickle

from oai import APITimeoutError, NotFoundError, OpenAI, RateLimitError

MESSAGES = [{"role": "user", "content": "hi"}]
UNREACHABLE = "http://127.0.0.1:1/v1"


def lambda_handler(event, context):
    with OpenAI(api_key="k", base_url=event["url"], environment=False, max_retries=2) as client:
        completion = client.chat.completions.create(model="m", messages=MESSAGES)
        text = completion.choices[0].message.content
        with client.chat.completions.create(model="m", messages=MESSAGES, stream=True) as stream:
            streamed = "".join(chunk.choices[0].delta.content or "" for chunk in stream if chunk.choices)
        try:
            client.chat.completions.create(model="no-such-model", messages=MESSAGES)
        except NotFoundError as error:
            code = error.code
        uploaded = client.files.create(file=("a.txt", io.BytesIO(b"content")), purpose="assistants")
        content = client.files.content(uploaded.id).read()
        listed = [file.id for file in client.files.list(limit=1)]
        raw = client.chat.completions.with_raw_response.create(model="m", messages=MESSAGES)
        restored = pickle.loads(pickle.dumps(completion))
        assert type(restored) is type(completion) and restored == completion == copy.deepcopy(completion)
        assert type(pickle.loads(pickle.dumps(APITimeoutError()))) is APITimeoutError
        assert client.copy(timeout=3).files.list().data and raw.parse().choices and raw.headers
        assert completion.to_dict()["choices"] and "ChatCompletion(" in repr(completion)
    try:
        OpenAI(api_key="k", base_url=UNREACHABLE, environment=False, max_retries=0).models.list()
    except Exception as error:
        unreachable = type(error).__name__
    return [text == streamed, code, content, uploaded.id in listed, unreachable]
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return a folder with oai.py, which has all operations."""
    path = tmp_path_factory.mktemp("single")
    write(path / "oai.py")
    return path


@pytest.fixture
def single(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Import the single file; forget it afterwards."""
    monkeypatch.syspath_prepend(str(folder))
    module = import_module("oai")
    yield module
    forget("oai")


def write(path: Path, *options: str, code: int = 0) -> None:
    """Write a single file with the command."""
    assert load("cli").main(["vendor", "--single-file", str(path), *options]) == code


def forget(name: str) -> None:
    """Remove a module and those below from `sys.modules`, as a host does."""
    for module in [module for module in sys.modules if (module + ".").startswith(name + ".")]:
        del sys.modules[module]


def run(folder: Path, code: str, *options: str) -> str:
    """Run code with the single file in an isolated process, and return what it prints."""
    preamble = "import sys; sys.path.insert(0, {!r}); ".format(str(folder))
    return run_command([sys.executable, *options, "-W", "error", "-c", preamble + code], folder, {})


@pytest.mark.parametrize("options", [(), ("--only", "chat,files", "--with", "raw")], ids=["all", "only"])
def test_it_works_beside_a_handler_in_a_read_only_folder(options: Any, tmp_path: Path, server: Any) -> None:
    write(tmp_path / "oai.py", *options)
    (tmp_path / "lambda_function.py").write_text(HANDLER.replace(".models.list()", ".files.list()"))
    tmp_path.chmod(0o555)
    try:
        code = "from lambda_function import lambda_handler; print(lambda_handler({{'url': {!r}}}, None))"
        printed = run(tmp_path, code.format(server.base_url), "-I", "-S", "-B")
    finally:
        tmp_path.chmod(0o755)
    assert printed.strip() == "[True, 'model_not_found', b'content', True, 'APIConnectionError']"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lambda_function.py", "oai.py"]


def test_the_code_is_that_of_the_modules(folder: Path) -> None:
    """Each module is a branch with the same syntax tree, apart from its docstring, which is a value."""
    read = dict(load("compat.distribution").read_library((".py",)))
    statement: Any = ast.parse((folder / "oai.py").read_text("utf-8")).body[-1]
    assert isinstance(statement, ast.If)
    count = 0
    while len(statement.orelse) == 1 and isinstance(statement.orelse[0], ast.If):
        statement = statement.orelse[0]
        if not isinstance(statement.test, ast.Compare):  # the package itself
            continue
        name = ast.literal_eval(statement.test.comparators[0])
        if name == "finder":
            continue
        paths = [name.replace(".", "/") + end for end in (".py", "/__init__.py")]
        path = next(path for path in paths if path in read)
        tree = ast.parse(read[path].decode("utf-8"))
        assigned: Any = statement.body[0]
        assert assigned.targets[0].id == "__doc__" and assigned.value.value == ast.get_docstring(tree, clean=False), (
            path
        )
        body = [node for node in tree.body[1:] if getattr(node, "module", None) != "__future__"]
        if path != "left_out.py":
            assert dump(statement.body[1:]) == dump(body), path
        count += 1
    assert count > 100 and not statement.orelse


def dump(body: list[Any]) -> list[str]:
    """Return syntax trees as text, whatever the indentation of docstrings."""
    for node in ast.walk(ast.Module(body, [])):
        if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            if ast.get_docstring(node) is not None:
                node.body[0].value = ast.Constant(ast.get_docstring(node))  # type: ignore[attr-defined]
    return [ast.dump(node) for node in body]


def test_its_modules_are_those_of_the_library(single: Any, folder: Path) -> None:
    pkgutil = import_module("pkgutil")
    names = [module.name[len("oai.") :] for module in pkgutil.walk_packages(single.__path__, "oai.")]
    assert len(names) > 100
    for name in names:
        module, original = import_module("oai." + name), load(name)
        known = {key: value for key, value in vars(original).items() if not key.startswith("__")}
        found = {key for key in vars(module) if not key.startswith("__")} - {"sys", "_part", "annotations"}
        # Names of lazily imported modules and of caches depend on what has been used.
        assert {
            key for key in known if isinstance(known[key], TYPES) and known[key].__module__ == original.__name__
        } <= found
        assert module.__doc__ == original.__doc__ and module.__file__ == str(folder / "oai.py")
        assert hasattr(module, "__path__") is hasattr(original, "__path__") and module.__spec__.name == "oai." + name
        for key in found:
            value = getattr(module, key)
            if isinstance(value, TYPES) and value.__module__ == module.__name__ and hasattr(original, key):
                assert value.__qualname__ == getattr(original, key).__qualname__, (name, key)


def test_tools_find_the_source(single: Any, folder: Path) -> None:
    lines = (folder / "oai.py").read_text("utf-8").splitlines()
    assert inspect.getsource(single.OpenAI).lstrip().startswith("class OpenAI(")
    assert inspect.getsource(single.RetryPolicy.backoff_delay).lstrip().startswith("def backoff_delay(")
    assert inspect.getsourcefile(single.OpenAI) == str(folder / "oai.py")
    assert repr(sys.modules["oai.call.retry"]) == "<module 'oai.call.retry' from {!r}>".format(str(folder / "oai.py"))
    with pytest.raises(single.OpenAIError) as caught:
        single.OpenAI(api_key="k", base_url="ftp://host", environment=False)
    entries = [entry for entry in caught.traceback if str(entry.path) == str(folder / "oai.py")]
    assert entries and "raise" in lines[entries[-1].lineno]
    for entry in entries:
        assert lines[entry.lineno].strip() and entry.frame.f_globals["__name__"].startswith("oai.")


def test_help_and_imports_of_modules(folder: Path) -> None:
    code = """
import pydoc, oai
import oai.call.errors
from oai.call import retry
from oai import RetryPolicy
assert retry.RetryPolicy is RetryPolicy and oai.call.errors.OpenAIError is oai.OpenAIError
text = pydoc.plain(pydoc.render_doc(oai.OpenAI))
assert "class OpenAI" in text and "environment" in text
assert "create" in pydoc.render_doc(oai.OpenAI(api_key="k").chat.completions.create)
sys.path_importer_cache.clear()
import oai.transport.urllib_transport
try:
    import oai.call.nothing
except ModuleNotFoundError as error:
    assert error.name == "oai.call.nothing"
"""
    run(folder, code.replace("\n", "\n"), "-B")


def test_import_alone_loads_no_module(folder: Path) -> None:
    code = "import oai; print([name for name in sys.modules if name.startswith('oai.')])"
    assert run(folder, code, "-B").strip() == "[]"


THREADS = """
import threading
import oai
sys.setswitchinterval(1e-5)
NAMES = "OpenAI APIError RetryPolicy Stream UrllibTransport Timeout APIStatusError OpenAIError".split()
for _ in range(3):
    for name in [name for name in sys.modules if (name + ".").startswith("oai.")]:
        del sys.modules[name]
    import oai
    barrier = threading.Barrier(len(NAMES))
    found = {}
    def load(name):
        barrier.wait(30)
        found[name] = getattr(oai, name)
    threads = [threading.Thread(target=load, args=(name,)) for name in NAMES]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(found) == sorted(NAMES), found
    errors = sys.modules["oai.call.errors"]
    assert found["OpenAIError"] is errors.OpenAIError is oai.OpenAIError
    assert issubclass(found["APIError"], errors.OpenAIError)
    for name, module in list(sys.modules.items()):
        if name.startswith("oai.") and name.count(".") > 1:
            parent, _, child = name.rpartition(".")
            assert getattr(sys.modules[parent], child) is module, name
            assert getattr(module, "OpenAIError", errors.OpenAIError) is errors.OpenAIError, name
"""


def test_threads_that_import_at_once_get_the_same_classes(folder: Path) -> None:
    run(folder, THREADS)


def test_a_removed_copy_goes_on_beside_a_new_one(folder: Path, server: Any) -> None:
    code = """
import oai as old
client = old.OpenAI(api_key="k", base_url={!r}, environment=False)
for name in [name for name in sys.modules if (name + ".").startswith("oai.")]:
    del sys.modules[name]
import oai as new
assert new.OpenAIError is not old.OpenAIError
try:
    client.chat.completions.create(model="no-such-model", messages=[])
except old.NotFoundError as error:
    assert not isinstance(error, new.OpenAIError)
assert client.models.list().data and new.OpenAI(api_key="k").models
"""
    run(folder, code.format(server.base_url), "-B")


def test_a_removed_copy_that_nobody_uses_leaves_nothing(folder: Path, server: Any) -> None:
    code = """
import gc, weakref
hooks = list(sys.path_hooks)
import oai
oai.OpenAI(api_key="k", base_url={!r}, environment=False).models.list()
assert sys.path_hooks != hooks
copy = weakref.ref(oai)
del oai
for name in [name for name in sys.modules if (name + ".").startswith("oai.")]:
    del sys.modules[name]
gc.collect()
assert copy() is None and sys.path_hooks == hooks
assert not [path for path in sys.path_importer_cache if "oai.py" in path]
"""
    run(folder, code.format(server.base_url), "-B")


def test_it_runs_as_a_program(folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-I", "-B", str(folder / "oai.py"), "chat", "hi"]
    process = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=PROCESS_TIMEOUT)
    assert process.returncode == 1 and process.stderr.count(b"\n") == 1, process.stderr
    assert b"vendor --single-file oai.py --cli" in process.stderr
    write(tmp_path / "client.py", "--only", "chat", "--cli")
    for start in ([str(tmp_path / "client.py")], ["-m", "client"]):
        assert "chat" in run_command([sys.executable, "-B", *start, "--help"], tmp_path, {"PYTHONPATH": str(tmp_path)})


def test_tools_accept_it(folder: Path) -> None:
    file = str(folder / "oai.py")
    run_command([sys.executable, "-W", "error", "-m", "py_compile", file], folder, {})
    source = (folder / "oai.py").read_text("utf-8")
    compile(source, file, "exec", dont_inherit=True, flags=ast.PyCF_ONLY_AST)
    if sys.version_info >= (3, 8):
        ast.parse(source, feature_version=(3, 8))
    try:
        import_module("ruff")
    except ImportError:
        return
    run_command([sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--quiet", file], folder, {})


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))
from importlib import import_module
main = import_module(sys.argv[1] + ".cli").main
print([main(["vendor", "--single-file", path, "--only", "chat"]) for path in sys.argv[2:]])
"""


def make_targets(root: Path) -> dict[str, str]:
    """Create what may be in the place of the file; return what the command says about each."""
    (root / "folder.py").mkdir()
    (root / "foreign.py").write_text("mine")
    (root / "empty.py").write_text("")
    (root / "link.py").symlink_to(root / "nothing.py")
    (root / "file").write_text("mine")
    write(root / "edited.py", "--only", "chat")
    (root / "edited.py").write_text((root / "edited.py").read_text("utf-8") + "# mine", "utf-8")
    return {
        "folder.py": "Is a directory; nothing was changed",
        "foreign.py": "exists, and was not written by this command; move it away",
        "empty.py": "exists, and was not written by this command; move it away",
        "link.py": "No such file or directory; nothing was changed",
        "file/oai.py": "/file: ",
        "edited.py": "exists, and was changed; use --force",
    }


def state_of(root: Path) -> dict[str, Any]:
    """Return what is in a folder: links, folders, and contents of files."""
    return {
        path.relative_to(root).as_posix(): os.readlink(str(path))
        if path.is_symlink()
        else path.read_bytes()
        if path.is_file()
        else None
        for path in root.rglob("*")
    }


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_bad_targets_stay_as_they_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    messages = make_targets(tmp_path)
    before = state_of(tmp_path)
    capsys.readouterr()
    for name, message in messages.items():
        write(tmp_path / name, "--only", "chat", code=1)
        error = capsys.readouterr().err
        assert (
            error.startswith("error: ") and error.count("\n") == 1 and message in error and name.split("/")[0] in error
        )
    assert state_of(tmp_path) == before


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of POSIX")
def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path / "oai.py", "--only", "files")
    before = state_of(tmp_path)
    paths = [str(tmp_path / name) for name in ("oai.py", "new.py", "new/oai.py")]
    process = subprocess.run(
        [sys.executable, "-B", "-c", FULL, PACKAGE, *paths],
        env=limited_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=PROCESS_TIMEOUT,
    )
    assert process.stdout.decode().strip() == "[1, 1, 1]", process.stderr
    lines = process.stderr.decode().splitlines()
    assert len(lines) == 3 and all("; nothing was changed; " in line for line in lines), lines
    assert state_of(tmp_path) == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tmp_path.chmod(0o555)
    write(tmp_path / "oai.py", "--only", "chat", code=1)
    tmp_path.chmod(0o755)
    assert "Permission denied; nothing was changed" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
