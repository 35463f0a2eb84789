# SPDX-License-Identifier: MIT
"""Vendored copies of the package: under another name, in a zip file, twice, isolated, and beside a host's settings.

Each test runs a new process that makes a call and reads a stream from the embedded server of the copy.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from . import FOLDER, NEED_PYDANTIC, PACKAGE, load

PROCESS_TIMEOUT = 60  # seconds
OUTPUT_TEXT = "Hello from the embedded server! You said: hi"

# Code that every process runs first: `talk(name)` imports a copy, and calls the embedded server of the copy.
TALK = """
import importlib, sys

REQUEST = {"model": "m", "messages": [{"role": "user", "content": "hi"}]}

def talk(name, **options):
    ai = importlib.import_module(name)
    testing = importlib.import_module(name + ".testing")
    options.setdefault("api_key", "key-of-" + name)
    with testing.EmbeddedServer() as server, ai.OpenAI(base_url=server.base_url, **options) as client:
        text = client.chat.completions.create(**REQUEST).choices[0].message.content
        with client.chat.completions.create(stream=True, **REQUEST) as stream:
            chunks = [chunk.choices[0].delta.content or "" for chunk in stream if chunk.choices]
        flat = ai.chat_completion(REQUEST, ai.Config(api_key=options["api_key"], base_url=server.base_url))
        keys = {request.header("authorization") for request in server.requests}
        assert len(server.requests) == 3
    assert keys == {"Bearer " + options["api_key"]}, keys
    assert len(chunks) > 2, chunks
    assert text == "".join(chunks) == flat.choices[0].message.content
    return text
"""


def copy(parent: Path, name: str) -> Path:
    """Copy the package below `parent` under a dotted name, as a vendoring tool does; return the folder."""
    target = parent.joinpath(*name.split("."))
    target.parent.mkdir(parents=True, exist_ok=True)
    for folder in target.parents:
        if folder == parent:
            break
        (folder / "__init__.py").touch()
    shutil.copytree(str(FOLDER), str(target), ignore=shutil.ignore_patterns("__pycache__"))
    return target


def make_zip(parent: Path, name: str) -> Path:
    """Write a zip file that contains a copy under a dotted name; return its path."""
    copy(parent / "to be packed", name)
    archive = parent / "libraries.zip"
    with zipfile.ZipFile(str(archive), "w", zipfile.ZIP_DEFLATED) as target:
        for path in sorted((parent / "to be packed").rglob("*.py")):
            target.write(str(path), path.relative_to(parent / "to be packed").as_posix())
    shutil.rmtree(str(parent / "to be packed"))
    return archive


def run(root: Path, code: str, *options: str, **environment: str) -> str:
    """Run code after TALK, with `root` first in sys.path; return what it prints.

    It must exit with 0 and print no errors or warnings. The process has no settings of the API except `environment`.
    """
    script = "import sys\nsys.path.insert(0, {!r})\n{}\n{}".format(str(root), TALK, code)
    return run_command([sys.executable, "-I", "-W", "error", *options, "-c", script], root, environment)


def run_command(command: list[str], root: Path, environment: dict[str, str]) -> str:
    """Run a command in the folder `root`, or beside a zip file; return what it prints."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("OPENAI_", "PYTHONPATH"))}
    folder = root if root.is_dir() else root.parent
    process = subprocess.run(
        command,
        cwd=str(folder),
        env={**inherited, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=PROCESS_TIMEOUT,
    )
    assert (process.returncode, process.stderr.decode()) == (0, ""), process.stderr.decode()
    return process.stdout.decode().strip()


def limited_environment() -> dict[str, str]:
    """Return the environment of a process that may not write files: it measures no coverage."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    return {**kept, "PYTHONPATH": str(original_root())}


def original_root() -> Path:
    """Return the folder from which the package under test is imported by its own name."""
    return FOLDER.parents[PACKAGE.count(".")]


@pytest.mark.parametrize("name", ["oai", "hostapp._vendor.ai_client", "plugins.v2.openai"])
def test_it_works_under_another_name(tmp_path: Path, name: str) -> None:
    copy(tmp_path, name)
    code = "print(talk({0!r}))\nprint(sorted(m for m in sys.modules if (m + '.').startswith({1!r} + '.')))"
    text, original_modules = run(tmp_path, code.format(name, PACKAGE)).splitlines()
    assert text == OUTPUT_TEXT
    assert original_modules == "[]"


def test_classes_of_a_copy_have_its_name_in_their_module(tmp_path: Path) -> None:
    """So that an error in a log, or a pickle, can be traced to its copy."""
    copy(tmp_path, "host.ai")
    code = "import host.ai as ai, pickle\nerror = pickle.loads(pickle.dumps(ai.APITimeoutError()))\n"
    code += "print(type(error) is ai.APITimeoutError, type(error).__module__, ai.OpenAI.__module__)"
    assert run(tmp_path, code) == "True host.ai host.ai.client.clients"


@pytest.mark.parametrize("options", [(), ("-S",)], ids=["isolated", "isolated without site"])
def test_it_works_isolated(options: tuple[str, ...]) -> None:
    assert run(original_root(), "print(talk({!r}))".format(PACKAGE), *options) == OUTPUT_TEXT


@pytest.mark.parametrize("name", ["ai", "lambda_app.ai"])
def test_it_works_from_a_zip(tmp_path: Path, name: str) -> None:
    archive = make_zip(tmp_path, name)
    code = "print(talk({0!r}))\nprint(importlib.import_module({0!r}).__file__)"
    text, file = run(archive, code.format(name), "-S").splitlines()
    assert text == OUTPUT_TEXT
    assert Path(file) == archive.joinpath(*name.split("."), "__init__.py")


def test_the_whole_package_can_be_imported_from_a_zip(tmp_path: Path) -> None:
    """This includes modules that are imported on demand only, and the whole operation table."""
    archive = make_zip(tmp_path, "ai")
    paths = [path.relative_to(FOLDER).with_suffix("") for path in sorted(FOLDER.rglob("*.py"))]
    names = [".".join(path.parts) for path in paths if path.name not in ("__main__", "__init__")]
    modules = ["ai." + name for name in names if name not in NEED_PYDANTIC]
    code = "for name in {!r}: importlib.import_module(name)\nfrom ai import *\nfrom ai.api import operations\n"
    code += "print(len(list(operations())) > 40, len(__import__('ai').__all__) == len(set(dir()) & set(ai.__all__)))"
    assert run(archive, "import ai\n" + code.format(modules)) == "True True"


@pytest.mark.parametrize("packing", [copy, make_zip], ids=["folder", "zip"])
def test_its_command_line_runs(tmp_path: Path, packing: object) -> None:
    path = packing(tmp_path, "ai")  # type: ignore[operator]
    code = "import runpy\nsys.argv = ['ai', 'chat', '--embedded', 'hi']\nrunpy.run_module('ai', run_name='__main__')"
    assert run(path if path.suffix else tmp_path, code) == OUTPUT_TEXT


def test_two_copies_in_one_process_are_independent(tmp_path: Path) -> None:
    """Settings, errors and values of one copy have no meaning in the other."""
    copy(tmp_path, "one.ai")
    copy(tmp_path, "two.ai")
    code = """
import one.ai as one, two.ai as two
assert talk("one.ai") == talk("two.ai")

# Settings: configure() of one copy does not affect the other.
from one.ai.testing import EmbeddedServer
with EmbeddedServer() as server:
    one.configure(api_key="key-of-one", base_url=server.base_url, environment=False)
    two.configure(environment=False)
    assert one.chat_completion(REQUEST).choices and one.chat.completions.create(**REQUEST).choices
    for call in (two.chat_completion, lambda request: two.chat.completions.create(**request)):
        try:
            call(REQUEST)
        except two.ConfigError as error:
            assert "api_key" in str(error), error
        else:
            raise AssertionError("the second copy used the settings of the first")
    two.configure(api_key="key-of-two", base_url=server.base_url, environment=False)
    two.chat_completion(REQUEST)
    one.chat_completion(REQUEST)
    assert [r.header("authorization")[-3:] for r in server.requests] == ["one", "one", "two", "one"]

    # Errors: an except clause for one copy does not catch errors of the other.
    server.inject_fault("status=400")
    try:
        try:
            one.chat_completion(REQUEST)
        except (two.OpenAIError, two.BadRequestError):
            raise AssertionError("caught by the other copy's class")
    except one.BadRequestError as error:
        assert not isinstance(error, two.OpenAIError)

# Values: one copy rejects a Config of the other.
try:
    two.chat.completions.create(config=one.Config(api_key="key"), **REQUEST)
except two.ArgumentError:
    print("apart")
TYPES = ("compat.names", "compat.annotations")  # made of the types of the interpreter
shared = [n for n in one.NAMES if one.NAMES[n] not in TYPES and getattr(one, n) is getattr(two, n)]
assert not shared, shared
"""
    assert run(tmp_path, code, "-S") == "apart"


def test_a_transport_of_one_copy_works_in_another(tmp_path: Path) -> None:
    """The transport interface uses builtins only, so adapters work with any copy."""
    copy(tmp_path, "one.ai")
    copy(tmp_path, "two.ai")
    code = """
import one.ai as one
with one.UrllibTransport() as transport:
    assert isinstance(transport, importlib.import_module("two.ai").Transport)
    print(talk("two.ai", transport=transport))
"""
    assert run(tmp_path, code) == OUTPUT_TEXT


def test_settings_of_the_host_are_ignored_with_environment_false() -> None:
    code = """
ai = importlib.import_module({0!r})
for make in (lambda: ai.OpenAI(environment=False), lambda: ai.AsyncOpenAI(environment=False)):
    try:
        make()
    except ai.ConfigError as error:
        assert "sk-of-the-host" not in str(error)
    else:
        raise AssertionError("an API key came from the environment")
ai.configure(environment=False)
try:
    ai.chat_completion(REQUEST)
except ai.ConfigError:
    pass
assert talk({0!r}, environment=False) == talk({0!r})
client = ai.OpenAI(api_key="mine", environment=False)
assert client.base_url == "https://api.openai.com/v1", client.base_url
assert "host" not in str(client.settings.explain()), client.settings.explain()
sent = client.settings.headers
assert "OpenAI-Organization" not in sent and "OpenAI-Project" not in sent
# By default, they are used.
host = ai.OpenAI()
print(host.api_key, host.base_url)
"""
    settings = {"API_KEY": "sk-of-the-host", "ORG_ID": "org-host", "PROJECT_ID": "p-host", "BASE_URL": "http://host/v1"}
    environment = {"OPENAI_" + name: value for name, value in settings.items()}
    assert run(original_root(), code.format(PACKAGE), **environment) == "sk-of-the-host http://host/v1/"


def test_importing_reads_no_environment() -> None:
    """A library may import the package before its host sets the variables."""
    code = """
import os
ai = importlib.import_module({0!r})
importlib.import_module({0!r} + ".client.clients")
importlib.import_module({0!r} + ".client.module_client")
os.environ["OPENAI_API_KEY"] = "set-after-import"
print(ai.OpenAI().api_key)
"""
    assert run(original_root(), code.format(PACKAGE), OPENAI_API_KEY="set-before") == "set-after-import"


OPTIONAL_SUBPACKAGES = ("helpers", "compat", "types", "providers", "auth", "testing", "cli")

CORE_CALLS = """
import sys
from small import OpenAI

with OpenAI(api_key="k", base_url=sys.argv[1]) as client:
    request = {"model": "m", "messages": [{"role": "user", "content": "hi"}]}
    for chunk in client.chat.completions.create(stream=True, **request):
        pass
    print(client.chat.completions.create(**request).choices[0].message.content, list(client.files.list()))
    print(client.responses.create(model="m", input="hi").output_text)
"""


def test_unused_subpackages_may_be_deleted(tmp_path: Path) -> None:
    folder = copy(tmp_path, "small")
    for subpackage in OPTIONAL_SUBPACKAGES:
        shutil.rmtree(str(folder / subpackage))
    with load("testing").EmbeddedServer() as server:
        process = subprocess.run(
            [sys.executable, "-W", "error", "-c", CORE_CALLS, server.base_url],
            cwd=str(tmp_path),
            env={name: value for name, value in os.environ.items() if not name.startswith("OPENAI_")},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            timeout=PROCESS_TIMEOUT,
        )
    assert (process.returncode, process.stderr.decode()) == (0, ""), process.stderr.decode()
    assert process.stdout.decode().splitlines() == [OUTPUT_TEXT + " []", OUTPUT_TEXT]
