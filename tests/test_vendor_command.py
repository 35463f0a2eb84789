# SPDX-License-Identifier: MIT
"""The command `vendor`: what a copy has, what was left out, manifests, updates, zip files, bytecode, and bad input."""

from __future__ import annotations

import hashlib
import json
import os
import random
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from . import FOLDER, IS_MIDDLE_VERSION, PACKAGE, load, package
from .raw_server import REQUEST, RawServer, forever, respond
from .test_vendoring import limited_environment, original_root, run_command

vendor_parts = load("cli.vendor_parts")
VENDORED = load("cli.vendored_copy")
FAMILIES, PARTS = vendor_parts.FAMILIES, vendor_parts.PARTS
MANIFEST, LICENCE = VENDORED.MANIFEST, VENDORED.LICENCE
OPERATIONS = str(Path(__file__).with_name("vendored_operations.py"))
slow = pytest.mark.skipif(IS_MIDDLE_VERSION, reason="the oldest and the newest Python run it")
SETS_OF_FAMILIES = [*FAMILIES, *(",".join(random.Random(n).sample(FAMILIES, 3)) for n in range(3))]
if IS_MIDDLE_VERSION:  # these test a share each
    SETS_OF_FAMILIES = SETS_OF_FAMILIES[sys.version_info[1] % 4 :: 4]
HAS_DOCS = (original_root() / "docs").is_dir()
LICENCE_TEXT = "MIT License\n\nCopyright (c) 2026 The openai-stdlib authors\n"

# A chat, a stream and an error, with the copy that `oai` is.
CHAT = """
import sys
sys.path.insert(0, sys.argv[2])
import oai
request = {"model": "m", "messages": [{"role": "user", "content": "hi"}]}
with oai.OpenAI(api_key="k", base_url=sys.argv[1], environment=False, max_retries=0) as client:
    completion = client.chat.completions.create(**request)
    text = completion.choices[0].message.content
    with client.chat.completions.create(stream=True, **request) as stream:
        assert text == "".join(chunk.choices[0].delta.content or "" for chunk in stream if chunk.choices)
    assert completion.to_dict()["object"] == "chat.completion" and "ChatCompletion(" in repr(completion)
    assert client.with_options(timeout=5).chat.completions.list().data == []
    try:
        client.chat.completions.create(model="no-such-model", messages=request["messages"])
    except oai.NotFoundError as error:
        print(error.status_code, error.code, text)
"""
CHATTED = "404 model_not_found Hello from the embedded server! You said: hi"


@pytest.fixture(scope="module", autouse=True)
def licence(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Put the licence beside a package that has been copied without it."""
    path = FOLDER / LICENCE
    beside = [path, FOLDER.parent / LICENCE, *FOLDER.parent.glob("openai_stdlib-*/**/" + LICENCE)]
    if any(other.is_file() for other in beside):
        yield
        return
    path.write_text(LICENCE_TEXT)
    yield
    path.unlink()


def vendor(*arguments: Any, code: int = 0) -> None:
    """Run the command in this process."""
    assert load("cli").main(["vendor", *map(str, arguments)]) == code


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the contents of all files in a folder, without bytecode of interpreters."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.parent.name != "__pycache__"]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def chat(root: Path, url: str, code: str = "", *options: str) -> str:
    """Run CHAT, and more code, with a copy below `root` or in a zip file."""
    command = [sys.executable, *(options or ("-I", "-S")), "-W", "error", "-c", CHAT + code, url, str(root)]
    return run_command(command, root, {})


def test_a_copy_for_chat(tmp_path: Path, server: Any, capsys: pytest.CaptureFixture[str]) -> None:
    vendor(tmp_path / "new" / "vendor", "--name", "oai", "--only", "chat")
    copy = tmp_path / "new" / "vendor" / "oai"
    assert chat(copy.parent, server.base_url) == CHATTED
    assert "{:,} bytes of source".format(source_size(copy)) in capsys.readouterr().out
    assert source_size(copy) < 0.2 * source_size(FOLDER)


def source_size(folder: Path) -> int:
    """Return the size of all modules in a folder, in bytes."""
    return sum(path.stat().st_size for path in folder.rglob("*.py"))


# The sizes that docs/vendoring.md names, in KB. A copy may grow by 2 % before somebody must look at what has grown.
SIZES = {"chat": 341, "chat,embeddings,files,responses": 411}


@pytest.mark.parametrize("families", SIZES)
def test_copies_stay_small(tmp_path: Path, families: str) -> None:
    vendor(tmp_path, "--name", "oai", "--only", families)
    assert source_size(tmp_path / "oai") <= 1020 * SIZES[families]
    documented = (original_root() / "docs" / "vendoring.md").read_text(encoding="utf-8") if HAS_DOCS else ""
    assert not HAS_DOCS or "| {} KB |".format(SIZES[families]) in documented


PARTS_OF_A_COPY = """
import copy, datetime, inspect, pickle, urllib.request
client = oai.OpenAI(api_key="sk-0123456789", base_url=sys.argv[1], environment=False, max_retries=0)
create = client.chat.completions.create

def message_of(cls, function, *arguments, **keywords):
    try:
        function(*arguments, **keywords)
    except cls as error:
        assert "\\n" not in str(error)
        return str(error)
    raise AssertionError(function)

def check_left_out(part, function, *arguments, **keywords):
    message = message_of(ModuleNotFoundError, function, *arguments, **keywords)
    assert message.endswith("vendor DIR --name oai --only chat,responses --with " + part), message

# Signatures: names and coroutine flags stay, parameters and documentation are missing.
assert (create.__name__, create.__qualname__) == ("create", "Completions.create")
assert create.__doc__ == "POST /chat/completions"
assert str(inspect.signature(create)) == "(*arguments, **keywords)" and inspect.signature(oai.OpenAI).parameters
# Objects of other libraries.
message = message_of(oai.BodyError, create, metadata={"when": datetime.date(2026, 1, 2)}, **request)
assert message.startswith("metadata.when: date cannot be represented in JSON; oai.call.conversion: was left"), message
assert message.endswith("--with interop; nothing was sent"), message
check_left_out("interop", create, timeout=(1, 2), **request)
assert create(**request).choices  # although urllib.request has been imported, whose handlers are not asked
handlers = [urllib.request.BaseHandler()]
through = client.with_options(transport=oai.UrllibTransport(handlers=handlers))
check_left_out("interop", through.chat.completions.create, **request)
url = client._prepare(type(client.chat.completions).table["create"], dict(request))[0].request.url
assert not hasattr(url, "host") and "--with interop" in message_of(AttributeError, lambda: url.host)
# Hints: the message has no part of a URL that may contain a password.
message = message_of(oai.ConfigError, oai.OpenAI, api_key="k", base_url="htp://me:secret@host")
assert message == "base_url: the URL must start with http:// or https://, like https://api.openai.com/v1", message
response = client.responses.create(model="m", input="hi")
assert response.output_text and not hasattr(response, "nothing")
response["output"] = 5
message = message_of(oai.APIResponseValidationError, lambda: response.output_text)
assert message.startswith("Invalid data from the server: TypeError: "), message
# Others.
check_left_out("http_options", oai.Config, http_options={"stream_to": print})
check_left_out("sse", lambda: oai.iter_events)
check_left_out("socks", oai.UrllibTransport, proxy="socks5h://127.0.0.1:1")
proxied = oai.UrllibTransport(proxy="https://127.0.0.1:1")  # nobody is there, and nobody is asked
secure = client.with_options(base_url="https://127.0.0.1:1", transport=proxied)
check_left_out("socks", secure.chat.completions.create, **request)
error = message_of(oai.APIStatusError, client.with_options(base_url=sys.argv[3]).chat.completions.create, **request)
assert error.startswith("Error code: 307 - oai.call.redirect: was left out"), error
assert error.endswith("--with redirects"), error
assert not hasattr(client, "_custom_headers") and not hasattr(client, "nothing")
# Results can be compared, copied, inspected and pickled.
one, other = create(**request), create(**request)
assert one == one and copy.deepcopy(one) == one and one.choices == copy.copy(one).choices and vars(one)["id"] == one.id
assert not hasattr(one, "__rich_repr__") and (one == other) is (one.to_dict() == other.to_dict())
restored = pickle.loads(pickle.dumps(one))
assert type(restored) is type(one) and restored == one
assert type(restored.choices[0].message) is type(one.choices[0].message)
assert oai.APIObject(a=1).choices is None and not hasattr(oai.APIObject(a=1), "nothing") and oai.Stream[int]
client.close()
"""


def test_without_a_part_there_is_a_fallback_or_an_error_before_anything_is_sent(tmp_path: Path, server: Any) -> None:
    vendor(tmp_path, "--name", "oai", "--only", "chat,responses")
    moved = respond(b"", "307 Moved", "Location: /other")
    with RawServer(forever(REQUEST, moved)) as redirecting:
        command = [sys.executable, "-W", "error", "-c", CHAT + PARTS_OF_A_COPY, server.base_url, str(tmp_path)]
        assert run_command([*command, redirecting.url], tmp_path, {}) == CHATTED


@pytest.mark.parametrize("part", vendor_parts.FURTHER)
def test_each_part_brings_its_modules(tmp_path: Path, part: str) -> None:
    vendor(tmp_path, "--name", "less", "--only", "chat")
    vendor(tmp_path, "--name", "more", "--only", "chat", "--with", part)
    less, more = files_of(tmp_path / "less"), files_of(tmp_path / "more")
    assert set(less) < set(more)
    code = "from more.left_out import LEFT_OUT; print(' --with {}' in LEFT_OUT)".format(part)
    assert run_command([sys.executable, "-c", code], tmp_path, {}) == "False"


def test_what_was_left_out_says_how_to_get_it(tmp_path: Path, server: Any) -> None:
    vendor(tmp_path, "--name", "oai", "--only", "chat")
    code = """
def touch_all():
    yield "oai.api.files: ", " --only chat,files", lambda: client.files
    yield "oai.client.async_client: ", " --only chat --async", lambda: oai.AsyncOpenAI
    yield "oai.client.module_client: ", " --with compat", lambda: oai.audio
    yield "oai.helpers: ", " --helpers", lambda: client.chat.completions.parse(**request)
    yield "oai.helpers: ", " --helpers", lambda: client.chat.completions.stream(**request)
    yield "oai.api.response_views: ", " --with raw", lambda: client.chat.completions.with_raw_response
    yield "oai.client.http_methods: ", " --with custom", lambda: client.post("/new", body={})
    yield "oai.client.provider_clients: ", " --provider azure", lambda: oai.AzureOpenAI
    yield "oai.client.provider_options: ", " --provider profiles", lambda: oai.OpenAI(provider="groq")
    yield "oai.types: ", " --with compat", lambda: __import__("oai.types.chat")
    yield "oai.testing: ", " --testing", lambda: __import__("oai.testing")
    yield "oai.cli: ", " --cli", lambda: exec("from oai import cli")

for start, end, touch in touch_all():
    for _ in range(2):
        try:
            touch()
        except ModuleNotFoundError as error:
            assert str(error).startswith(start), error
            assert "was left out of this copy" in str(error) and "vendor DIR --name oai" in str(error), error
            assert end in str(error), error
        else:
            raise AssertionError(start)
try:
    import oai.nothing
except ModuleNotFoundError as error:
    assert "left out" not in str(error), error
assert not hasattr(oai, "nothing") and not hasattr(client, "nothing")
try:
    oai.chat_completion
except AttributeError as error:
    assert str(error).endswith("vendor DIR --name oai --only chat --with compat"), error
print(client.chat.completions.create.__name__)
"""
    assert chat(tmp_path, server.base_url, code) == CHATTED + "\ncreate"


@pytest.mark.parametrize("families", SETS_OF_FAMILIES)
def test_operations_of_a_family_work_without_the_others(tmp_path: Path, families: str) -> None:
    """All modules of the copy can be imported, and its results have the same classes as those of the whole library."""
    # Streams of agents are made by helpers, which the error says otherwise.
    options = ["--helpers"] if "beta" in families.split(",") else []
    vendor(tmp_path, "--name", "part", "--only", families, *options)
    with load("testing").EmbeddedServer(lenient=True) as server:
        warnings = ["-W", "error", "-W", "ignore::DeprecationWarning", "-W", "ignore::ResourceWarning"]
        command = [sys.executable, *warnings, OPERATIONS, server.base_url, "part", PACKAGE, families]
        path = os.pathsep.join([str(tmp_path), str(original_root())])
        assert run_command(command, tmp_path, {"PYTHONPATH": path}) == ""


def test_the_modules_of_a_copy_need_no_others() -> None:
    """For each family, for each part, and for random combinations."""
    graph = VENDORED.ModuleGraph(dict(VENDORED.read_library((".py",))), package.NAMES)
    generator = random.Random(16)
    combinations: list[Any] = [([family], []) for family in FAMILIES] + [(["chat"], [part]) for part in PARTS]
    for _ in range(40):
        combinations.append((generator.sample(FAMILIES, 2), generator.sample(PARTS, generator.randrange(6))))
    for families, parts in combinations:
        modules = VENDORED.Selection(graph, families, parts).modules
        for module in modules:
            assert graph.eager_imports(module) <= modules, (families, parts, module)
    assert len(graph.eager_imports("client.clients")) > 10 and "call.retry" in graph.imports("call.exchange")


def test_models_of_events_come_with_what_receives_or_names_them() -> None:
    graph = VENDORED.ModuleGraph(dict(VENDORED.read_library((".py",))), package.NAMES)
    events = {"results.model_data.realtime_events", "results.model_data.server_events"}
    for families, parts, expected in (
        (["chat"], ["compat", "connections"], set()),
        (["realtime", "responses", "live", "beta"], ["websocket"], set()),
        (["chat", "live"], ["connections"], {"results.model_data.realtime_events"}),
        (["realtime"], ["compat"], {"results.model_data.realtime_events"}),
        (["responses"], ["connections"], {"results.model_data.server_events"}),
        (["beta"], ["connections"], events),
    ):
        modules = VENDORED.Selection(graph, families, parts).modules
        assert modules & events == expected, (families, parts)
        assert ("connections.connecting" in modules) == ("connections" in parts)
    assert "results.model_data.beta" not in VENDORED.Selection(graph, ["responses"], ["connections"]).modules


def test_connections_of_a_copy(tmp_path: Path, server: Any) -> None:
    vendor(tmp_path, "--name", "oai", "--only", "chat,realtime", "--with", "connections")
    code = """
client = oai.OpenAI(api_key="k", base_url=sys.argv[1], environment=False)
with client, client.realtime.connect(model="m") as connection:
    event = connection.recv()
    connection.session.update(session={"type": "realtime", "output_modalities": ["text"]})
    print(type(event).__name__, type(connection.recv().session).__name__)
"""
    assert chat(tmp_path, server.base_url, code) == (CHATTED + "\nSessionCreatedEvent RealtimeSessionCreateRequest")
    vendor(tmp_path, "--name", "oai", "--only", "chat,realtime", "--force")
    code = """
try:
    oai.OpenAI(api_key="k", environment=False).realtime.connect(model="m")
except ModuleNotFoundError as error:
    print(str(error).rpartition("--name oai ")[2])
"""
    assert chat(tmp_path, server.base_url, code) == CHATTED + "\n--only chat,realtime --with connections"


@pytest.mark.parametrize("seed", range(3))
def test_the_modules_of_a_random_combination_can_be_imported(tmp_path: Path, seed: int) -> None:
    generator = random.Random(seed)
    parts = generator.sample([part for part in PARTS if part != "stubs"], 4)
    options = [word for part in parts for word in vendor_parts.option_of(part).split()]
    vendor(tmp_path, "--name", "part", "--only", ",".join(generator.sample(FAMILIES, 2)), *options)
    code = """
import importlib, pkgutil, part
for module in pkgutil.walk_packages(part.__path__, "part."):
    if not module.name.endswith(("__main__", "static_imports", ".compat.pydantic_base", ".compat.pydantic_models")):
        importlib.import_module(module.name)
"""
    assert run_command([sys.executable, "-W", "error", "-c", code], tmp_path, {}) == ""


def test_parts_work(tmp_path: Path, server: Any) -> None:
    options = ["--async", "--helpers", "--provider", "azure", "--provider", "groq", "--testing", "--with", "raw,compat"]
    vendor(tmp_path, "--name", "oai", "--only", "chat,responses", *options)
    code = """
import asyncio
from oai.testing import EmbeddedServer
from oai.types.chat import ChatCompletion

async def talk(url):
    async with oai.AsyncOpenAI(api_key="k", base_url=url) as client:
        assert (await client.chat.completions.create(**request)).choices
        async with await client.chat.completions.create(stream=True, **request) as stream:
            return [chunk async for chunk in stream]

with EmbeddedServer() as server, oai.OpenAI(api_key="k", base_url=server.base_url) as client:
    assert len(asyncio.run(talk(server.base_url))) > 2
    with client.chat.completions.stream(**request) as stream:
        assert stream.get_final_completion().choices[0].message.content == text
    assert client.chat.completions.with_raw_response.create(**request).parse().choices
    assert client.responses.create(model="m", input="hi").output_text == text
    assert type(client.chat.completions.create(**request)) is ChatCompletion
    oai.configure(api_key="k", base_url=server.base_url)
    assert oai.chat.completions.create(**request).choices
assert oai.AzureOpenAI(azure_endpoint="http://x", api_key="k", api_version="1")
assert oai.OpenAI(provider="groq", api_key="k", environment=False).base_url
"""
    assert chat(tmp_path, server.base_url, code) == CHATTED


def test_the_command_line_of_a_copy(tmp_path: Path, server: Any) -> None:
    vendor(tmp_path, "--name", "oai", "--only", "chat", "--cli")
    command = [sys.executable, "-m", "oai", "chat", "hi"]
    environment = {"OPENAI_API_KEY": "k", "OPENAI_BASE_URL": server.base_url}
    assert run_command(command, tmp_path, environment).endswith("You said: hi")
    process = subprocess.run([sys.executable, "-m", "oai", "vendor", "x"], cwd=str(tmp_path), stderr=subprocess.PIPE)
    assert (process.returncode, b"run the command of the complete library" in process.stderr) == (1, True)
    for arguments, part in ((["realtime", "hi"], b"realtime"), (["chat", "--embedded", "hi"], b"--testing")):
        process = subprocess.run(
            [sys.executable, "-m", "oai", *arguments], cwd=str(tmp_path), stderr=subprocess.PIPE,
            env={**os.environ, **environment},
        )  # fmt: skip
        assert process.returncode == 1 and process.stderr.startswith(b"error: oai."), process.stderr
        assert len(process.stderr.splitlines()) == 1 and process.stderr.strip().endswith(part)


def test_the_embedded_server_of_a_copy_speaks_websockets(tmp_path: Path) -> None:
    """It needs the protocol, but none of the clients; with these, the command realtime works, too."""
    vendor(tmp_path, "--name", "server", "--only", "chat", "--testing")
    modules = {path for path in files_of(tmp_path / "server") if "websocket" in path and not path.startswith("testing")}
    assert modules == {"transport/websocket_{}.py".format(name) for name in ("frames", "handshake", "protocol")}
    vendor(tmp_path, "--name", "both", "--only", "realtime", "--testing", "--cli", "--with", "connections")
    code = """
import threading
from both import OpenAI
from both.cli import main
from server.testing import EmbeddedServer
with EmbeddedServer() as server, OpenAI(api_key="k", base_url=server.base_url, environment=False) as client:
    with client.realtime.connect(model="m") as connection:
        print(connection.recv().type)
sys.exit(main(["realtime", "--embedded", "hi"]))
"""
    command = [sys.executable, "-W", "error", "-c", "import sys" + code]
    assert run_command(command, tmp_path, {}).split("\n") == [
        "session.created",
        "Hello from the embedded server! You said: hi",
    ]


def test_stubs_are_added_on_request(tmp_path: Path) -> None:
    if not (FOLDER / "py.typed").is_file():
        pytest.skip("a copy without type stubs")
    vendor(tmp_path, "--name", "with_stubs", "--only", "chat", "--stubs")
    vendor(tmp_path, "--name", "without", "--only", "chat")
    assert (tmp_path / "with_stubs" / "py.typed").is_file() and (tmp_path / "with_stubs" / "__init__.pyi").is_file()
    assert not list((tmp_path / "without").rglob("*.pyi"))


def test_a_whole_copy_has_everything_but_testing(tmp_path: Path) -> None:
    vendor(tmp_path, "--name", "whole")
    vendor(tmp_path, "--name", "tested", "--testing")
    own = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.py")}
    own = {path for path in own if not path.startswith("_pyinstaller/")}  # which needs an entry point of the wheel
    whole, tested = files_of(tmp_path / "whole"), files_of(tmp_path / "tested")
    assert set(whole) == {path for path in own if not path.startswith("testing/")} | {LICENCE, MANIFEST}
    assert set(tested) == own | {LICENCE, MANIFEST}
    for path in own - {"left_out.py"}:
        assert tested[path] == (FOLDER / path).read_bytes(), path
    code = "import tested; from tested.testing import EmbeddedServer; from tested.left_out import *; print(LEFT_OUT)"
    assert run_command([sys.executable, "-c", code], tmp_path, {}) == "{}"


@slow
def test_without_docs_the_code_is_the_same(tmp_path: Path, server: Any) -> None:
    import ast

    def code_of(source: bytes) -> str:
        tree = ast.parse(source)
        for node in ast.walk(tree):
            if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
                statements = node.body[1:] if ast.get_docstring(node) is not None else node.body
                node.body = [entry for entry in statements if not isinstance(entry, ast.Pass)]
        return ast.dump(tree)

    vendor(tmp_path, "--name", "oai", "--no-docs")
    vendor(tmp_path, "--name", "full")
    short, full = files_of(tmp_path / "oai"), files_of(tmp_path / "full")
    for path in full:
        if path.endswith(".py") and path != "left_out.py":
            assert code_of(short[path]) == code_of(full[path]), path
            assert short[path].startswith(b"# SPDX-License-Identifier: MIT\n") and b"\n\n\n\n" not in short[path], path
    assert sum(map(len, short.values())) < 0.85 * sum(map(len, full.values()))
    assert chat(tmp_path, server.base_url) == CHATTED


def test_the_manifest(tmp_path: Path) -> None:
    vendor(tmp_path, "--name", "oai", "--only", "files,chat", "--async", "--provider", "vertex")
    files = files_of(tmp_path / "oai")
    manifest = json.loads(files.pop(MANIFEST).decode("utf-8"))
    assert manifest["files"] == {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}
    assert list(manifest["files"]) == sorted(manifest["files"])
    assert (manifest["name"], manifest["license"], manifest["source"]) == ("oai", "MIT", "openai-stdlib")
    assert manifest["version"] == package.__version__
    options = {"only": ["chat", "files"], "parts": ["async", "vertex"], "docs": False, "compile": None}
    assert manifest["options"] == options
    assert b"The openai-stdlib authors" in files[LICENCE]


@slow
def test_equal_options_make_equal_copies(tmp_path: Path) -> None:
    """From a folder of installed packages and from a zip file as well, in any time zone and at any time."""
    installed, archive = tmp_path / "site-packages", tmp_path / "library.zip"
    name = PACKAGE.rpartition(".")[2]
    ignored = shutil.ignore_patterns("__pycache__", LICENCE, "*.pyi")
    shutil.copytree(str(FOLDER), str(installed / name), ignore=ignored)
    metadata = installed / "openai_stdlib-{}.dist-info".format(package.__version__) / "licenses"
    metadata.mkdir(parents=True)
    (metadata / LICENCE).write_bytes(next(VENDORED._find_licences()))
    with zipfile.ZipFile(str(archive), "w") as target:
        for path in sorted(installed.rglob("*")):
            target.write(str(path), path.relative_to(installed).as_posix())
    results = []
    for number, root in enumerate((installed, archive, original_root())):
        module = PACKAGE if root == original_root() else name
        folder = tmp_path / str(number)
        command = [sys.executable, "-m", module, "vendor", str(folder), "--name", "oai", "--zip", str(folder) + ".zip"]
        command += ["--only", "chat,files", "--helpers"]
        run_command(command, tmp_path, {"PYTHONPATH": str(root), "TZ": "Asia/Tokyo", "PYTHONHASHSEED": str(number)})
        files = files_of(folder / "oai")
        files.pop("left_out.py"), files.pop(MANIFEST)  # have the name of the command
        results.append((files, len(Path(str(folder) + ".zip").read_bytes()) > 0))
    assert results[0] == results[1] == results[2]
    command[4], command[8] = str(tmp_path / "4"), str(tmp_path / "4.zip")
    run_command(command, tmp_path, {"PYTHONPATH": str(original_root()), "TZ": "UTC"})
    assert (tmp_path / "4.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()
    assert files_of(tmp_path / "4") == files_of(tmp_path / "2")


@slow
def test_equal_options_make_equal_bytecode(tmp_path: Path) -> None:
    """It does not depend on what the process that runs the command has loaded and interned."""
    root = tmp_path / "root"
    ignored = shutil.ignore_patterns("__pycache__", "*.pyi")
    shutil.copytree(str(original_root() / PACKAGE.replace(".", os.sep)), str(root / "library"), ignore=ignored)
    (root / LICENCE).write_bytes(next(VENDORED._find_licences()))
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(root.rglob("*.py")))
    (tmp_path / "names").write_text("\n".join(re.findall(r"\w+", text)), encoding="utf-8")
    load_much = """
import asyncio, sys, unittest
with open("names", encoding="utf-8") as file:
    names = [sys.intern(name) for name in [*file.read().split(), *map(chr, range(256))]]
"""
    run = "import sys\nfrom library.cli import main\nsys.exit(main(sys.argv[1:]))"
    archives = []
    for number, program in enumerate((run, load_much + run)):
        archive = tmp_path / "{}.zip".format(number)
        command = [sys.executable, "-B", "-c", program, "vendor", "--zip", str(archive), "--name", "oai"]
        variables = {"PYTHONPATH": str(root), "PYTHONHASHSEED": "0"}
        run_command([*command, "--only", "chat", "--compile"], tmp_path, variables)
        archives.append(archive.read_bytes())
    assert archives == [archives[0]] * len(archives)


def test_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    vendor(tmp_path, "--name", "oai", "--only", "chat")
    copy = tmp_path / "oai"
    vendor("--check", tmp_path)
    vendor("--check", copy)
    vendor("--check", tmp_path, "--name", "oai")
    assert capsys.readouterr().out.count("files are as they were written") == 3
    (copy / "call" / "retry.py").write_text("changed")
    (copy / LICENCE).unlink()
    (copy / "call" / "more.py").write_text("")
    (copy / "__pycache__").mkdir(exist_ok=True)
    (copy / "__pycache__" / "host.cpython-399.pyc").write_bytes(b"")
    vendor("--check", tmp_path, code=1)
    lines = capsys.readouterr().out.splitlines()
    expected = {"added": "call/more.py", "changed": "call/retry.py", "lost": LICENCE}
    assert sorted(lines) == ["{}: {}".format(kind, copy / path) for kind, path in expected.items()]


def test_results_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy, archive, module = tmp_path / "oai", tmp_path / "oai.zip", tmp_path / "one.py"
    vendor(tmp_path, "--zip", archive, "--name", "oai", "--only", "chat", "--json")
    vendor("--single-file", module, "--only", "chat", "--json")
    vendor(tmp_path, "--name", "oai", "--only", "chat", "--json")
    vendor("--check", copy, "--json")
    (copy / LICENCE).unlink()
    vendor("--check", copy, "--json", code=1)
    vendor("--update", "--force", copy, "--json")
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["state"], Path(line["path"])) for line in lines] == [
        ("written", archive),
        ("written", copy),
        ("written", module),
        ("up to date", copy),
        ("unchanged", copy),
        ("lost", copy / LICENCE),
        ("written", copy),
    ]
    assert lines[0]["bytes"] == archive.stat().st_size
    assert lines[2]["bytes"] == module.stat().st_size


@pytest.mark.parametrize("compiled", [(), ("--compile",)], ids=["source", "compiled"])
def test_a_zip_file_is_checked_and_updated(tmp_path: Path, capsys: pytest.CaptureFixture[str], compiled: Any) -> None:
    archive = tmp_path / "layer.zip"
    vendor("--zip", archive, "--name", "oai", "--only", "chat", "--with", "hints", *compiled)
    before = archive.read_bytes()
    vendor("--check", archive)
    vendor("--update", archive)
    output = capsys.readouterr().out
    assert "files are as they were written" in output and "is up to date" in output and archive.read_bytes() == before
    with zipfile.ZipFile(str(archive)) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    files.update({"oai/call/retry.py": b"mine", "oai/more.py": b"", "handler.py": b""})
    del files["oai/" + LICENCE]
    with zipfile.ZipFile(str(archive), "w") as changed:
        for name, content in files.items():
            changed.writestr(name, content)
    broken = archive.read_bytes()
    vendor("--check", archive, code=1)
    lines = capsys.readouterr().out.splitlines()
    expected = {"changed": "oai/call/retry.py", "lost": "oai/" + LICENCE}
    assert sorted(lines) == sorted(
        ["{}: {}/{}".format(kind, archive, path) for kind, path in expected.items()]
        + ["added: {}/{}".format(archive, path) for path in ("handler.py", "oai/more.py")]
    )
    vendor("--update", archive, code=1)
    assert "use --force" in capsys.readouterr().err and archive.read_bytes() == broken
    vendor("--update", archive, "--force")
    assert archive.read_bytes() == before or (compiled and sys.version_info < (3, 11))
    vendor("--check", archive)


def test_a_single_file_is_checked_and_updated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "oai.py"
    vendor("--single-file", file, "--only", "chat", "--with", "hints,socks", "--docs")
    before = file.read_bytes()
    vendor("--check", file)
    vendor("--update", file)
    output = capsys.readouterr().out
    assert "1 file is as it was written" in output and "is up to date" in output and file.read_bytes() == before
    file.write_bytes(before + b"# mine")
    vendor("--check", file, code=1)
    assert capsys.readouterr().out == "changed: {}\n".format(file)
    vendor("--update", file, code=1)
    assert "use --force" in capsys.readouterr().err
    vendor("--update", file, "--force")
    assert file.read_bytes() == before
    other = tmp_path / "other.py"
    other.write_text("mine")
    vendor("--check", other, code=1)
    vendor("--update", other, "--force", code=1)
    assert capsys.readouterr().err.count("was not written by `vendor`") == 2 and other.read_text() == "mine"


def test_copies_with_only_have_docs_on_request(tmp_path: Path) -> None:
    vendor(tmp_path, "--name", "short", "--only", "chat")
    vendor(tmp_path, "--name", "full", "--only", "chat", "--docs")
    short, full = files_of(tmp_path / "short"), files_of(tmp_path / "full")
    for path in set(full) - {"left_out.py", "__init__.py", "static_imports.py", MANIFEST, LICENCE}:
        assert full[path] == (FOLDER / path).read_bytes(), path
        assert short[path].startswith(b"# SPDX-License-Identifier: MIT\n") and b'"""' not in short[path][:60], path
    assert b"the complete library has them" in short["__init__.py"]
    assert b" --docs --only chat" in full["left_out.py"] and b"--docs" not in short["left_out.py"]


def test_update(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    vendor(tmp_path, "--name", "oai", "--only", "chat,files", "--helpers", "--no-docs")
    before = files_of(tmp_path / "oai")
    vendor("--update", tmp_path)
    assert "is up to date" in capsys.readouterr().out
    make_old(tmp_path / "oai")
    vendor("--update", tmp_path)
    assert "(was 0.0.1)" in capsys.readouterr().out
    assert files_of(tmp_path / "oai") == before
    # A changed copy needs --force, and stays as it is without.
    (tmp_path / "oai" / "call" / "retry.py").write_text("mine")
    changed = files_of(tmp_path / "oai")
    for arguments in (["--update", tmp_path], [tmp_path, "--name", "oai", "--only", "chat"]):
        vendor(*arguments, code=1)
        assert "changed: call/retry.py" in capsys.readouterr().err
        assert files_of(tmp_path / "oai") == changed
    vendor("--update", tmp_path, "--force")
    assert files_of(tmp_path / "oai") == before
    # So does a copy of a newer version.
    make_old(tmp_path / "oai", "99.0")
    vendor("--update", tmp_path, code=1)
    assert "has version 99.0" in capsys.readouterr().err


def make_old(copy: Path, version: str = "0.0.1") -> None:
    """Have a copy look like one of another version that had one file less."""
    manifest = json.loads((copy / MANIFEST).read_text())
    manifest["version"] = version
    manifest["files"].pop("call/retry.py")
    (copy / "call" / "retry.py").unlink()
    (copy / MANIFEST).write_text(json.dumps(manifest))


@pytest.mark.parametrize("compiled", [(), ("--compile",)], ids=["source", "compiled"])
def test_a_zip_file(tmp_path: Path, server: Any, compiled: Any) -> None:
    archive = tmp_path / "lambda.zip"
    vendor("--zip", archive, "--name", "oai", "--only", "chat", *compiled)
    assert chat(archive, server.base_url) == CHATTED
    with zipfile.ZipFile(str(archive)) as opened:
        opened.extractall(str(tmp_path / "task"))
    assert chat(tmp_path / "task", server.base_url) == CHATTED
    before = archive.read_bytes()
    vendor("--zip", archive, "--name", "oai", "--only", "chat", *compiled)  # its own file is replaced
    assert archive.read_bytes() == before or sys.version_info < (3, 11)


def test_bytecode_is_used_in_read_only_folders_and_zip_files(tmp_path: Path, server: Any) -> None:
    """The code comes from the bytecode, because the sources beside it are broken."""
    archive = tmp_path / "oai.zip"
    vendor(tmp_path, "--name", "oai", "--only", "chat", "--compile", "--zip", archive)
    copy = tmp_path / "oai"
    vendor("--check", tmp_path)
    with zipfile.ZipFile(str(archive)) as opened, zipfile.ZipFile(str(tmp_path / "broken.zip"), "w") as broken:
        for name in opened.namelist():
            broken.writestr(name, b"broken(" if name.endswith(".py") else opened.read(name))
    for path in copy.rglob("*.py"):
        path.write_text("broken(")
    for folder in [copy, *copy.rglob("*")]:
        folder.chmod(0o555 if folder.is_dir() else 0o444)
    try:
        assert chat(tmp_path, server.base_url) == CHATTED
        if sys.version_info >= (3, 8):
            assert chat(tmp_path / "broken.zip", server.base_url) == CHATTED
    finally:
        for folder in [copy, *(path for path in copy.rglob("*") if path.is_dir())]:
            folder.chmod(0o755)


def test_a_single_file(tmp_path: Path, server: Any, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "oai.py"
    vendor("--single-file", file, "--only", "chat")
    assert "{:,} bytes of source".format(file.stat().st_size) in capsys.readouterr().out
    code = """
import pickle
assert type(pickle.loads(pickle.dumps(oai.APITimeoutError()))) is oai.APITimeoutError
assert oai.OpenAI.__module__ == "oai.client.clients" and oai.OpenAI.__qualname__ == "OpenAI"
assert oai.RetryPolicy.backoff_delay.__doc__ is None
for touch in (lambda: client.files, lambda: oai.AsyncOpenAI, lambda: __import__("oai.types")):
    try:
        touch()
    except ModuleNotFoundError as error:
        assert "vendor --single-file oai.py --only chat" in str(error), error
    else:
        raise AssertionError(touch)
"""
    assert chat(tmp_path, server.base_url, code) == CHATTED
    source = file.read_text(encoding="utf-8")
    assert LICENCE_TEXT.splitlines()[0] in source and not {"exec(", "b64decode", "decompress("} & set(source.split())
    vendor("--single-file", file, "--only", "chat")  # its own file is replaced, by an equal one
    assert file.read_text(encoding="utf-8") == source
    file.write_text(source + "# mine", encoding="utf-8")
    vendor("--single-file", file, "--only", "chat", code=1)
    assert "was changed; use --force" in capsys.readouterr().err
    vendor("--single-file", file, "--only", "chat", "--force")
    assert file.read_text(encoding="utf-8") == source
    (tmp_path / "other.py").write_text("mine")
    vendor("--single-file", tmp_path / "other.py", "--force", code=1)
    assert (tmp_path / "other.py").read_text() == "mine"


@slow
def test_all_operations_of_a_single_file(tmp_path: Path) -> None:
    vendor("--single-file", tmp_path / "single.py")
    families = ",".join(family for family in FAMILIES if family != "beta")  # whose streams need helpers
    with load("testing").EmbeddedServer(lenient=True) as server:
        warnings = ["-W", "error", "-W", "ignore::DeprecationWarning", "-W", "ignore::ResourceWarning"]
        command = [sys.executable, *warnings, OPERATIONS, server.base_url, "single", PACKAGE, families]
        path = os.pathsep.join([str(tmp_path), str(original_root())])
        assert run_command(command, tmp_path, {"PYTHONPATH": path}) == ""


REFUSED = [
    (["--only", "chat,embedings"], "--only: unknown family 'embedings'; did you mean embeddings?"),
    (["--only", "zzz"], "--only: unknown family 'zzz'; expected admin, audio"),
    (["--only", ","], "--only: names no family"),
    (["--provider", "azur"], "--provider: unknown provider 'azur'; did you mean azure?"),
    (["--with", "row"], "--with: unknown part 'row'; did you mean raw?"),
    (["--license", "{}/foreign"], "is not the licence of openai-stdlib"),
    (["--license", "{}/nothing"], "nothing: No such file"),
]


@pytest.mark.parametrize("arguments, message", REFUSED, ids=[" ".join(arguments) for arguments, _ in REFUSED])
def test_bad_arguments_change_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    (tmp_path / "foreign").write_text("Copyright: somebody else")
    vendor(tmp_path / "new" / "folder", *(word.format(tmp_path) for word in arguments), code=1)
    error = capsys.readouterr().err
    assert error.startswith("error: ") and message in error and error.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["foreign"]


@pytest.mark.parametrize(
    "arguments",
    [[], ["--check"], ["x", "--check", "--update"], ["x", "--check", "--only", "chat"], ["x", "--update", "--zip", "y"]]
    + [["x", "--name", name] for name in ("a.b", "1a", "import", "", "../a")]
    + [["--single-file", name] for name in ("a", "a.b.py", "import.py", "1.py")]
    + [["--single-file", "a.py", "--zip", "b"], ["x", "--single-file", "a.py"]]
    + [["x", "--docs", "--no-docs"], ["x", "--update", "--docs"], ["x", "--check", "--no-docs"]],
)
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        vendor(*arguments)
    assert caught.value.code == 2


def test_targets_that_are_not_ours_are_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "mine.py").write_text("mine")
    (tmp_path / "file").write_text("mine")
    (tmp_path / "module.py").write_text("mine")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / MANIFEST).write_text('{"format": 1}')
    (tmp_path / "mine.zip").write_bytes(b"mine")
    before = files_of(tmp_path)
    for name in ("foreign", "file", "module", "broken"):
        vendor(tmp_path, "--name", name, "--only", "chat", "--force", code=1)
    vendor("--zip", tmp_path / "mine.zip", "--only", "chat", code=1)
    vendor(tmp_path / "file", "--only", "chat", code=1)
    vendor(tmp_path / "foreign", "--check", code=1)
    vendor(tmp_path / "foreign", "--update", code=1)
    vendor(tmp_path / "nothing", "--check", code=1)
    assert files_of(tmp_path) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted({path.split("/")[0] for path in before})
    assert capsys.readouterr().err.count("error: ") == 9
    (tmp_path / "empty").mkdir()
    vendor(tmp_path, "--name", "empty", "--only", "chat")  # an empty folder may be filled


def test_a_missing_licence_is_an_error(tmp_path: Path) -> None:
    shutil.copytree(str(FOLDER), str(tmp_path / "lib"), ignore=shutil.ignore_patterns("__pycache__", LICENCE, "*.pyi"))
    (tmp_path / LICENCE).write_text("Copyright: the host")
    command = [sys.executable, "-m", "lib", "vendor", "out"]
    process = subprocess.run(command, cwd=str(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert (process.returncode, b"license: lib has none" in process.stderr) == (1, True)
    assert not (tmp_path / "out").exists()
    (tmp_path / "licence").write_text(LICENCE_TEXT)
    run_command([*command, "--license", "licence"], tmp_path, {})
    assert (tmp_path / "out" / "lib" / LICENCE).read_text() == LICENCE_TEXT


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))
from importlib import import_module
sys.exit(import_module(sys.argv[1] + ".cli").main(["vendor", *sys.argv[2:]]))
"""


@slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of POSIX")
def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    """A file that cannot be written in full stands for it."""
    vendor(tmp_path, "--name", "oai", "--only", "chat")
    vendor("--zip", tmp_path / "oai.zip", "--name", "oai", "--only", "chat")
    before = files_of(tmp_path)
    for arguments in (
        [str(tmp_path), "--name", "oai", "--only", "chat,files"],
        [str(tmp_path / "new"), "--only", "chat"],
        ["--zip", str(tmp_path / "oai.zip"), "--only", "files"],
        ["--zip", str(tmp_path / "new" / "oai.zip"), "--only", "chat"],
    ):
        process = subprocess.run(
            [sys.executable, "-B", "-c", FULL, PACKAGE, *arguments],
            env=limited_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert process.returncode == 1 and b"; nothing was changed; " in process.stderr, process.stderr
        assert process.stderr.count(b"\n") == 1
        assert files_of(tmp_path) == before and not (tmp_path / "new").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tmp_path.chmod(0o555)
    vendor(tmp_path / "new", "--only", "chat", code=1)
    vendor("--zip", tmp_path / "oai.zip", "--only", "chat", code=1)
    tmp_path.chmod(0o755)
    assert capsys.readouterr().err.count("Permission denied; nothing was changed") == 2
    assert list(tmp_path.iterdir()) == []
