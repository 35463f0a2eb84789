# SPDX-License-Identifier: MIT
"""The folder as other programs carry it: under another name, in a zip, twice, isolated, next to a host's settings.

Each trial is a process of its own that makes a real call and reads a real stream from the copy's own embedded server.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from . import FOLDER, PACKAGE, load

PATIENCE = 60  # seconds that a process may take
SPOKEN = "Hello from the embedded server! You said: hi"

# What every trial can do: `talk(name)` imports a copy and has a conversation with the server that the copy brings.
TALK = """
import importlib, sys

ASKED = {"model": "m", "messages": [{"role": "user", "content": "hi"}]}

def talk(name, **options):
    ai = importlib.import_module(name)
    testing = importlib.import_module(name + ".testing")
    options.setdefault("api_key", "key-of-" + name)
    with testing.EmbeddedServer() as server, ai.OpenAI(base_url=server.base_url, **options) as client:
        whole = client.chat.completions.create(**ASKED).choices[0].message.content
        with client.chat.completions.create(stream=True, **ASKED) as stream:
            pieces = [chunk.choices[0].delta.content or "" for chunk in stream if chunk.choices]
        flat = ai.chat_completion(ASKED, ai.Config(api_key=options["api_key"], base_url=server.base_url))
        keys = {request.header("authorization") for request in server.requests}
        assert len(server.requests) == 3
    assert keys == {"Bearer " + options["api_key"]}, keys
    assert len(pieces) > 2, pieces
    assert whole == "".join(pieces) == flat.choices[0].message.content
    return whole
"""


def copy(parent: Path, name: str) -> Path:
    """Copy the package below `parent` under a dotted name, as a vendoring tool does. Returns the folder."""
    target = parent.joinpath(*name.split("."))
    target.parent.mkdir(parents=True, exist_ok=True)
    for folder in target.parents:
        if folder == parent:
            break
        (folder / "__init__.py").touch()
    shutil.copytree(str(FOLDER), str(target), ignore=shutil.ignore_patterns("__pycache__"))
    return target


def packed(parent: Path, name: str) -> Path:
    """Write a zip that holds a copy under a dotted name. Returns its path."""
    copy(parent / "to be packed", name)
    archive = parent / "libraries.zip"
    with zipfile.ZipFile(str(archive), "w", zipfile.ZIP_DEFLATED) as target:
        for path in sorted((parent / "to be packed").rglob("*.py")):
            target.write(str(path), path.relative_to(parent / "to be packed").as_posix())
    shutil.rmtree(str(parent / "to be packed"))
    return archive


def run(where: Path, code: str, *options: str, **environment: str) -> str:
    """Run code after TALK, with `where` as the only place of ours; it must end well and complain of nothing.

    The process gets no settings of the API but those in `environment`.
    """
    whole = "import sys\nsys.path.insert(0, {!r})\n{}\n{}".format(str(where), TALK, code)
    return finished([sys.executable, "-I", "-W", "error", *options, "-c", whole], where, environment)


def finished(command: list[str], where: Path, environment: dict[str, str]) -> str:
    """Run a command to its end and return what it printed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OPENAI_", "PYTHONPATH"))}
    folder = where if where.is_dir() else where.parent
    done = subprocess.run(
        command,
        cwd=str(folder),
        env={**kept, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=PATIENCE,
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return done.stdout.decode().strip()


def original() -> Path:
    """Return the folder from which the package under test is imported by its own name."""
    return FOLDER.parents[PACKAGE.count(".")]


@pytest.mark.parametrize("name", ["oai", "hostapp._vendor.ai_client", "plugins.v2.openai"])
def test_it_works_under_another_name(tmp_path: Path, name: str) -> None:
    copy(tmp_path, name)
    code = "print(talk({0!r}))\nprint(sorted(m for m in sys.modules if (m + '.').startswith({1!r} + '.')))"
    said, strangers = run(tmp_path, code.format(name, PACKAGE)).splitlines()
    assert said == SPOKEN
    assert strangers == "[]"


def test_all_its_classes_say_the_new_name(tmp_path: Path) -> None:
    """So that an error in a log, or a pickle, leads to the copy that it came from."""
    copy(tmp_path, "host.ai")
    code = "import host.ai as ai, pickle\nerror = pickle.loads(pickle.dumps(ai.APITimeoutError()))\n"
    code += "print(type(error) is ai.APITimeoutError, type(error).__module__, ai.OpenAI.__module__)"
    assert run(tmp_path, code) == "True host.ai.call.api_errors host.ai.client.clients"


@pytest.mark.parametrize("options", [(), ("-S",)], ids=["isolated", "isolated without site"])
def test_it_works_isolated(options: tuple[str, ...]) -> None:
    assert run(original(), "print(talk({!r}))".format(PACKAGE), *options) == SPOKEN


@pytest.mark.parametrize("name", ["ai", "lambda_app.ai"])
def test_it_works_from_a_zip(tmp_path: Path, name: str) -> None:
    archive = packed(tmp_path, name)
    code = "print(talk({0!r}))\nprint(importlib.import_module({0!r}).__file__)"
    said, file = run(archive, code.format(name), "-S").splitlines()
    assert said == SPOKEN
    assert Path(file) == archive.joinpath(*name.split("."), "__init__.py")


def test_the_whole_package_can_be_imported_from_a_zip(tmp_path: Path) -> None:
    """Also what is only imported when it is needed, and the tree of the whole API."""
    archive = packed(tmp_path, "ai")
    modules = [
        ".".join(("ai",) + path.relative_to(FOLDER).with_suffix("").parts)
        for path in sorted(FOLDER.rglob("*.py"))
        if path.name not in ("__main__.py", "__init__.py")
    ]
    code = "for name in {!r}: importlib.import_module(name)\nfrom ai import *\nfrom ai.api import operations\n"
    code += "print(len(list(operations())) > 40, len(__import__('ai').__all__) == len(set(dir()) & set(ai.__all__)))"
    assert run(archive, "import ai\n" + code.format(modules)) == "True True"


@pytest.mark.parametrize("packing", [copy, packed], ids=["folder", "zip"])
def test_its_command_line_runs(tmp_path: Path, packing: object) -> None:
    place = packing(tmp_path, "ai")  # type: ignore[operator]
    code = "import runpy\nsys.argv = ['ai', 'chat', '--embedded', 'hi']\nrunpy.run_module('ai', run_name='__main__')"
    assert run(place if place.suffix else tmp_path, code) == SPOKEN


def test_two_copies_in_one_process_do_not_know_of_each_other(tmp_path: Path) -> None:
    """Neither settings nor errors nor values of one count in the other."""
    copy(tmp_path, "one.ai")
    copy(tmp_path, "two.ai")
    code = """
import one.ai as one, two.ai as two
assert talk("one.ai") == talk("two.ai")

# Settings: configure() of one leaves the other alone.
from one.ai.testing import EmbeddedServer
with EmbeddedServer() as server:
    one.configure(api_key="key-of-one", base_url=server.base_url, environment=False)
    two.configure(environment=False)
    assert one.chat_completion(ASKED).choices and one.chat.completions.create(**ASKED).choices
    for call in (two.chat_completion, lambda asked: two.chat.completions.create(**asked)):
        try:
            call(ASKED)
        except two.ConfigError as error:
            assert "api_key" in str(error), error
        else:
            raise AssertionError("the second copy has taken the settings of the first")
    two.configure(api_key="key-of-two", base_url=server.base_url, environment=False)
    two.chat_completion(ASKED)
    one.chat_completion(ASKED)
    assert [r.header("authorization")[-3:] for r in server.requests] == ["one", "one", "two", "one"]

    # Errors: who catches those of one does not catch those of the other.
    server.inject_fault("status=400")
    try:
        try:
            one.chat_completion(ASKED)
        except (two.OpenAIError, two.BadRequestError):
            raise AssertionError("caught by the other copy's class")
    except one.BadRequestError as error:
        assert not isinstance(error, two.OpenAIError)

# Values: a config of one is none for the other, and is not read by guesswork.
try:
    two.chat.completions.create(config=one.Config(api_key="key"), **ASKED)
except two.ArgumentError:
    print("apart")
# (What compat/names.py hands out is the interpreter's own.)
shared = [n for n in one.NAMES if one.NAMES[n] != "compat.names" and getattr(one, n) is getattr(two, n)]
assert not shared, shared
"""
    assert run(tmp_path, code, "-S") == "apart"


def test_a_transport_of_one_copy_serves_another(tmp_path: Path) -> None:
    """Only builtins cross the seam, so adapters need not know the copy that they work for."""
    copy(tmp_path, "one.ai")
    copy(tmp_path, "two.ai")
    code = """
import one.ai as one
with one.UrllibTransport() as transport:
    assert isinstance(transport, importlib.import_module("two.ai").Transport)
    print(talk("two.ai", transport=transport))
"""
    assert run(tmp_path, code) == SPOKEN


def test_the_host_s_settings_stay_out_if_they_are_told_to() -> None:
    code = """
ai = importlib.import_module({0!r})
for make in (lambda: ai.OpenAI(environment=False), lambda: ai.AsyncOpenAI(environment=False)):
    try:
        make()
    except ai.ConfigError as error:
        assert "sk-of-the-host" not in str(error)
    else:
        raise AssertionError("a key came from somewhere")
ai.configure(environment=False)
try:
    ai.chat_completion(ASKED)
except ai.ConfigError:
    pass
assert talk({0!r}, environment=False) == talk({0!r})
client = ai.OpenAI(api_key="mine", environment=False)
assert client.base_url == "https://api.openai.com/v1", client.base_url
assert "host" not in str(client.settings.explain()), client.settings.explain()
sent = client.settings.headers
assert "OpenAI-Organization" not in sent and "OpenAI-Project" not in sent
# ... and they count where nobody said so.
host = ai.OpenAI()
print(host.api_key, host.base_url)
"""
    settings = {"API_KEY": "sk-of-the-host", "ORG_ID": "org-host", "PROJECT_ID": "p-host", "BASE_URL": "http://host/v1"}
    environment = {"OPENAI_" + name: value for name, value in settings.items()}
    assert run(original(), code.format(PACKAGE), **environment) == "sk-of-the-host http://host/v1/"


def test_importing_reads_no_environment() -> None:
    """A library imports us before its host has said what the settings are."""
    code = """
import os
ai = importlib.import_module({0!r})
importlib.import_module({0!r} + ".client.clients")
importlib.import_module({0!r} + ".client.module_client")
os.environ["OPENAI_API_KEY"] = "set-after-import"
print(ai.OpenAI().api_key)
"""
    assert run(original(), code.format(PACKAGE), OPENAI_API_KEY="set-before") == "set-after-import"


ROOMS_FOR_LATER = ("helpers", "compat", "types", "providers", "auth", "testing", "cli")

BARE_CALLS = """
import sys
from small import OpenAI

with OpenAI(api_key="k", base_url=sys.argv[1]) as client:
    asked = {"model": "m", "messages": [{"role": "user", "content": "hi"}]}
    for chunk in client.chat.completions.create(stream=True, **asked):
        pass
    print(client.chat.completions.create(**asked).choices[0].message.content, list(client.files.list()))
    print(client.responses.create(model="m", input="hi").output_text)
"""


def test_rooms_that_are_not_called_may_be_left_out(tmp_path: Path) -> None:
    folder = copy(tmp_path, "small")
    for room in ROOMS_FOR_LATER:
        shutil.rmtree(str(folder / room))
    with load("testing").EmbeddedServer() as server:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", BARE_CALLS, server.base_url],
            cwd=str(tmp_path),
            env={name: value for name, value in os.environ.items() if not name.startswith("OPENAI_")},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            timeout=PATIENCE,
        )
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert done.stdout.decode().splitlines() == [SPOKEN + " []", SPOKEN]
