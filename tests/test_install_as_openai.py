# SPDX-License-Identifier: MIT
"""The name `openai` for the library: in a process, in a folder of installed packages, and as a wheel for pip and uv."""

from __future__ import annotations

import base64
import configparser
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from typing import Any

import pytest

from . import IS_SINGLE_FILE, PACKAGE, load, package
from .test_vendoring import copy, original_root, run, run_command

VERSION = load("compat.version").VERSION
DIST_INFO = "openai-{}.dist-info".format(VERSION)
WHEEL = "openai-{}-py3-none-any.whl".format(VERSION)
PROJECT = Path(__file__).resolve().parent.parent

# What a program can rely on when `openai` is the library, whose name is in `library`.
USES = """
import importlib, importlib.metadata, importlib.resources, importlib.util, pickle, pkgutil
from unittest import mock

spec = importlib.util.find_spec("openai")
assert spec.submodule_search_locations, spec
import openai
import openai.types.chat
from openai import OpenAI, RateLimitError
from openai.types.chat.chat_completion import ChatCompletion, Choice

own = importlib.import_module(library)
assert openai.OpenAI is OpenAI is own.OpenAI and RateLimitError is own.RateLimitError
assert openai.types is own.types and ChatCompletion is own.types.chat.ChatCompletion
assert openai.lib.streaming.chat.ChatCompletionStream is own.ChatCompletionStream
late = importlib.import_module("openai.types.responses.response")
assert late is sys.modules[library + ".types.responses.response"] and late.Response is own.types.responses.Response

versions = {openai.__version__, openai.VERSION, openai._version.__version__, openai.version.VERSION}
assert versions == {version, importlib.metadata.version("openai")}, versions
assert own.__version__ != version and importlib.metadata.metadata("openai")["Name"] == "openai"

openai.api_key = "sk-1"
openai.base_url = "http://127.0.0.1:9/v1"
client = importlib.import_module(library + ".client.module_client").package_client()
assert (own.api_key, client.base_url, client.api_key) == ("sk-1", "http://127.0.0.1:9/v1", "sk-1")
with mock.patch("openai.api_key", "sk-2"), mock.patch("openai.OpenAI") as fake:
    assert own.api_key == "sk-2" and own.OpenAI is fake
assert (openai.api_key, openai.OpenAI) == ("sk-1", OpenAI)
del openai.api_key
assert own.api_key is None and openai.api_key is None

for module in (openai, openai.types, openai.types.chat, late):
    assert importlib.reload(module) is module
assert openai.base_url == "http://127.0.0.1:9/v1" and openai.OpenAI is OpenAI and openai.__version__ == version

result = ChatCompletion.model_validate({"id": "1", "choices": [{"index": 0}]})
pickled = pickle.dumps(result, 0)
for text in (pickled, pickled.replace(library.encode() + b".", b"openai.")):
    again = pickle.loads(text)
    assert again == result and type(again) is ChatCompletion and type(again.choices[0]) is Choice
assert {"OpenAI", "chat", "api_key", "RateLimitError"} <= set(dir(openai))
assert "openai.types" in {module.name for module in pkgutil.walk_packages(openai.__path__, "openai.")}

for name, error in (("nothing", "No module named 'openai.nothing'"), ("types.nothing", "'openai.types.nothing'")):
    try:
        importlib.import_module("openai." + name)
    except ModuleNotFoundError as caught:
        assert error in str(caught), caught
    else:
        raise AssertionError(name)
assert not hasattr(openai, "nothing")
for error in (RateLimitError, openai.OpenAIError, openai.BadRequestError):
    assert error.__module__ == "openai" and pickle.loads(pickle.dumps(error)) is error
names = [name for name in sys.modules if name.startswith("openai.") and not (name + ".").startswith(library + ".")]
for name in names:
    assert sys.modules[name] is sys.modules[library + name[len("openai"):]], name
assert sum(getattr(finder, "alias_of_package", "") == "openai" for finder in sys.meta_path) == 1
print("done", len(names) > 5)
"""
IN_PROCESS = "import importlib\nimportlib.import_module(library).install_as_openai()\n"


def script(code: str, library: str = PACKAGE) -> str:
    """Return code with the names that USES needs."""
    return "library, version = {!r}, {!r}\n{}".format(library, VERSION, code)


def command(*arguments: str) -> int:
    """Run the command line in this process; return its exit code."""
    if IS_SINGLE_FILE:
        pytest.skip("a single file has no files to install")
    try:
        code: int = load("cli").main(["install-as-openai", *arguments])
    except SystemExit as error:
        code = int(str(error.code))
    return code


def refused(capsys: Any, *arguments: str) -> str:
    """Run a command that must be refused with exit code 1; return the one line on stderr."""
    assert command(*arguments) == 1
    out, err = capsys.readouterr()
    assert out == "" and err.startswith("error: ") and err.count("\n") == 1, err
    return str(err)


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def check_record(files: dict[str, bytes]) -> None:
    """Check that RECORD lists all files with their hashes and sizes."""
    rows = [line.split(",") for line in files[DIST_INFO + "/RECORD"].decode().splitlines()]
    assert sorted(row[0] for row in rows) == sorted(files)
    for path, digest, size in rows:
        if path != DIST_INFO + "/RECORD":
            encoded = base64.urlsafe_b64encode(hashlib.sha256(files[path]).digest()).decode().rstrip("=")
            assert (digest, int(size)) == ("sha256=" + encoded, len(files[path])), path


def test_the_version_is_that_of_the_followed_release() -> None:
    config = configparser.ConfigParser()
    if not config.read(str(PROJECT / "tox.ini")):
        pytest.skip("not run in the repository")
    assert config.get("openai", "version") == VERSION == package.VERSION


# In one process


def test_the_library_stands_for_openai_in_a_process() -> None:
    assert run(original_root(), script(IN_PROCESS * 2 + USES)) == "done True"


def test_a_vendored_copy_stands_for_openai(tmp_path: Path) -> None:
    copy(tmp_path, "my._vendor.oai")
    assert run(tmp_path, script(IN_PROCESS + USES, "my._vendor.oai")) == "done True"


def test_it_comes_before_an_installed_package(tmp_path: Path) -> None:
    (tmp_path / "openai").mkdir()
    (tmp_path / "openai" / "__init__.py").write_text("raise SystemError\n")
    copy(tmp_path, "oai")
    assert run(tmp_path, script(IN_PROCESS + "import openai\nprint(openai.OpenAI.__module__)", "oai")).startswith(
        "oai."
    )


def test_it_is_refused_after_another_openai_has_been_imported(tmp_path: Path) -> None:
    (tmp_path / "openai.py").write_text("x = 1\n")
    copy(tmp_path, "oai")
    code = """
import oai, openai
finders = list(sys.meta_path)
try:
    oai.install_as_openai()
except oai.ConfigError as error:
    print(error)
assert openai.x == 1 and sys.modules["openai"] is openai and finders == sys.meta_path
"""
    text = run(tmp_path, code)
    assert text.startswith("openai: already imported from {}".format(tmp_path)) and "before anything" in text


def test_two_copies_cannot_both_stand_for_openai(tmp_path: Path) -> None:
    copy(tmp_path, "a.oai")
    copy(tmp_path, "b.oai")
    code = """
import a.oai, b.oai
a.oai.install_as_openai()
try:
    b.oai.install_as_openai()
except b.oai.ConfigError as error:
    print(error)
import openai
print(openai.OpenAI is a.oai.OpenAI)
"""
    text, last = run(tmp_path, code).splitlines()
    assert text.startswith("openai: already imported from ") and last == "True"


def test_a_new_generation_of_a_copy_takes_over(tmp_path: Path) -> None:
    """A host removes a copy and imports it again; modules that hold the old `openai` go on with the old copy."""
    copy(tmp_path, "oai")
    code = """
import oai as old
old.install_as_openai()
import openai as old_openai, openai.types
for name in [name for name in sys.modules if (name + ".").startswith("oai.")]:
    del sys.modules[name]
import oai as new
assert new is not old and old_openai.lib.streaming.chat.ChatCompletionStream is old.ChatCompletionStream
import openai.types.responses as late
assert late.Response is old.types.responses.Response
new.install_as_openai()
import openai
from openai.types.chat import ChatCompletion
print(openai.OpenAI is new.OpenAI, ChatCompletion is new.types.chat.ChatCompletion, old_openai.OpenAI is old.OpenAI)
"""
    assert run(tmp_path, code) == "True True True"


def test_an_invalid_choice_of_models_changes_nothing() -> None:
    finders = list(sys.meta_path)
    with pytest.raises(package.ConfigError, match="^models: expected None or 'pydantic', got 'attrs'$"):
        package.install_as_openai("attrs")
    assert sys.meta_path == finders


def test_the_choice_of_pydantic_mode_is_passed_on(tmp_path: Path) -> None:
    folder = copy(tmp_path, "oai")
    (folder / "compat" / "pydantic_mode.py").write_text("def enable():\n    print('enabled')\n")
    code = "import oai\noai.install_as_openai()\nassert 'oai.compat.pydantic_mode' not in sys.modules\n"
    assert run(tmp_path, code + "oai.install_as_openai(models='pydantic')") == "enabled"
    run_command([sys.executable, "-m", "oai", "install-as-openai", "out", "--models", "pydantic"], tmp_path, {})
    assert run(tmp_path, "sys.path.insert(0, 'out')\nimport openai") == "enabled"
    (folder / "compat" / "pydantic_mode.py").unlink()
    code = "import oai\ntry: oai.install_as_openai('pydantic')\nexcept oai.ConfigError as error: print(error)\n"
    text = run(tmp_path, code + "assert 'openai' not in sys.modules")
    assert text.startswith("models: this copy of the library has no pydantic models")


# In a folder of installed packages


def test_a_program_uses_a_folder(tmp_path: Path, capsys: Any) -> None:
    target = tmp_path / "new" / "folder"
    assert command(str(target)) == 0
    assert str(target) in capsys.readouterr().out
    root = str(original_root())
    assert run(target, script("sys.path.insert(1, {!r})\n{}".format(root, USES))) == "done True"
    archive = shutil.make_archive(str(tmp_path / "packed"), "zip", str(target))
    code = "sys.path.insert(1, {!r})\n{}".format(root, USES)
    assert run(Path(archive), script(code)) == "done True"
    # The folder hands on to a library; without it, the error says so, and is an ImportError.
    code = "try: import openai\nexcept ImportError as error: print(error)"
    missing = run(target, code, "-S")
    assert missing.startswith("openai: this package hands on to " + PACKAGE) and "cannot be imported" in missing


def test_files_of_the_distribution(tmp_path: Path) -> None:
    assert command(str(tmp_path)) == 0
    files = tree(tmp_path)
    check_record(files)
    assert files["openai/py.typed"] == b"" and files[DIST_INFO + "/INSTALLER"] == b"openai-stdlib\n"
    assert files[DIST_INFO + "/top_level.txt"] == b"openai\n"
    stub = "from {}.types.chat.chat_completion import *\n".format(PACKAGE)
    assert files["openai/types/chat/chat_completion.pyi"].decode() == stub
    assert [path for path in files if path.endswith(".py")] == ["openai/__init__.py"]


def test_it_is_idempotent_and_can_be_removed(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "other.py").write_text("")
    (tmp_path / "openai_other").mkdir()
    assert command(str(tmp_path)) == 0
    first = tree(tmp_path)
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert command(str(tmp_path)) == 0
    assert "up to date" in capsys.readouterr().out
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == times and tree(tmp_path) == first
    (tmp_path / "openai" / "__pycache__").mkdir()
    (tmp_path / "openai" / "__pycache__" / "__init__.cpython-399.pyc").write_bytes(b"")
    assert command(str(tmp_path), "--remove") == 0
    assert sorted(os.listdir(str(tmp_path))) == ["openai_other", "other.py"]
    capsys.readouterr()
    assert "has no openai" in refused(capsys, str(tmp_path), "--remove")


def test_an_earlier_version_is_replaced(tmp_path: Path) -> None:
    assert command(str(tmp_path)) == 0
    files = tree(tmp_path)
    old = tmp_path / "openai-3.1.0.dist-info"
    (tmp_path / DIST_INFO).rename(old)
    (old / "RECORD").write_text((old / "RECORD").read_text().replace(DIST_INFO, old.name))
    assert command(str(tmp_path)) == 0
    assert tree(tmp_path) == files


def test_what_was_changed_is_kept(tmp_path: Path, capsys: Any) -> None:
    assert command(str(tmp_path)) == 0
    first = tree(tmp_path)
    for name, text in (("__init__.py", "x = 1\n"), ("mine.py", "x = 1\n"), ("py.typed", None)):
        path = tmp_path / "openai" / name
        content = path.read_bytes() if path.exists() else None
        path.unlink() if text is None else path.write_text(text)
        files = tree(tmp_path)
        capsys.readouterr()
        for options in ([], ["--remove"]):
            assert "(openai/{})".format(name) in refused(capsys, str(tmp_path), *options)
        assert tree(tmp_path) == files
        path.unlink() if content is None else path.write_bytes(content)
    assert tree(tmp_path) == first and command(str(tmp_path), "--remove") == 0


OTHERS = {
    "wheel": (
        {"openai/__init__.py": "", "openai-2.1.0.dist-info/WHEEL": "Generator: hatchling"},
        "openai 2.1.0: is inst",
    ),
    "egg": ({"openai-0.9.egg-info/PKG-INFO": ""}, "openai 0.9: is installed"),
    "editable": ({"openai-3.0.0.dist-info/RECORD": "", "__editable__.openai.pth": ""}, "openai 3.0.0: is installed"),
    "module": ({"openai.py": ""}, "openai: another one is in "),
    "folder": ({"openai/notes.txt": ""}, "not written by this command"),
}


@pytest.mark.parametrize(("files", "message"), OTHERS.values(), ids=OTHERS)
def test_another_openai_is_kept(tmp_path: Path, capsys: Any, files: dict[str, str], message: str) -> None:
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    before = tree(tmp_path)
    for options in ([], ["--remove"]):
        text = refused(capsys, str(tmp_path), *options)
        assert message in text and str(tmp_path) in text and "; " in text
    assert tree(tmp_path) == before


def test_a_folder_that_cannot_be_written(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "file").write_text("")
    assert "not a folder" in refused(capsys, str(tmp_path / "file"))
    text = refused(capsys, str(tmp_path / "file" / "below"))
    assert "Not a directory" in text or os.name == "nt"
    assert "choose a folder that you may write to" in text


@pytest.mark.parametrize(
    "options",
    [
        ("--wheel", "w", "DIR"),
        ("--wheel", "w", "--remove"),
        ("--standalone",),
        ("DIR", "--user"),
        ("--models", "attrs"),
    ],
)
def test_options_that_exclude_each_other(capsys: Any, options: tuple[str, ...]) -> None:
    assert command(*options) == 2
    assert "usage: " in capsys.readouterr().err


# Wheels


def test_the_wheel(tmp_path: Path, capsys: Any) -> None:
    assert command("--wheel", str(tmp_path / "a")) == command("--wheel", str(tmp_path / "b")) == 0
    path = tmp_path / "a" / WHEEL
    assert capsys.readouterr().out.splitlines()[0] == str(path)
    assert path.read_bytes() == (tmp_path / "b" / WHEEL).read_bytes()
    with zipfile.ZipFile(str(path)) as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name) for name in archive.namelist()}
    check_record(files)
    requires = "Requires-Dist: openai-stdlib>={}\n".format(package.__version__)
    assert (requires in files[DIST_INFO + "/METADATA"].decode()) == (PACKAGE == "openai_stdlib")
    assert b"\nTag: py3-none-any\n" in files[DIST_INFO + "/WHEEL"] and DIST_INFO + "/INSTALLER" not in files
    assert command("--wheel", str(tmp_path / "a")) == 0
    path.write_bytes(b"not ours")
    capsys.readouterr()
    assert "not written by this command" in refused(capsys, "--wheel", str(tmp_path / "a"))
    assert path.read_bytes() == b"not ours"


def test_a_program_uses_a_standalone_wheel(tmp_path: Path) -> None:
    """The wheel is a zip file, from which Python can import."""
    assert command("--wheel", str(tmp_path), "--standalone") == 0
    assert run(tmp_path / WHEEL, script(USES, "openai._stdlib")) == "done True"


def make_needing_wheel(folder: Path) -> Path:
    """Write a wheel of a package that requires the `openai` package."""
    path = folder / "needs_openai-1.0-py3-none-any.whl"
    information = {
        "METADATA": "Metadata-Version: 2.1\nName: needs-openai\nVersion: 1.0\nRequires-Dist: openai[vertex]>=2\n",
        "WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        "RECORD": "",
    }
    with zipfile.ZipFile(str(path), "w") as archive:
        archive.writestr("needs_openai.py", "from openai import OpenAI\nimport openai\n")
        for name, text in information.items():
            archive.writestr("needs_openai-1.0.dist-info/" + name, text)
    return path


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """Create a virtual environment without any package; return its interpreter."""
    venv.create(str(tmp_path / "environment"), with_pip=False)
    return tmp_path / "environment" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def pip(python: Path, *arguments: str) -> str:
    """Run pip on an environment without a package index; return its output. Skip the test if there is no pip."""
    if importlib.util.find_spec("pip") is None:
        pytest.skip("pip is not installed")
    options = ["--python", str(python), "--disable-pip-version-check", "--no-color"]
    process = subprocess.run(
        [sys.executable, "-m", "pip", *options, *arguments],
        env={**os.environ, "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
    )
    assert process.returncode == 0, process.stdout.decode()
    return process.stdout.decode()


def test_pip_satisfies_requirements_with_the_wheel(tmp_path: Path, environment: Path) -> None:
    assert command("--wheel", str(tmp_path), "--standalone") == 0
    output = pip(environment, "install", str(tmp_path / WHEEL), str(make_needing_wheel(tmp_path)))
    assert "Successfully installed" in output and "WARNING" not in output
    code = "import needs_openai; print(needs_openai.openai.__version__)"
    assert run_command([str(environment), "-I", "-c", code], tmp_path, {}) == VERSION
    assert "No broken requirements" in pip(environment, "check")
    process = subprocess.run(
        [str(environment), "-m", "openai._stdlib", "install-as-openai"], stderr=subprocess.PIPE, timeout=60
    )
    assert process.returncode == 1 and b"from a wheel by pip; let pip" in process.stderr
    pip(environment, "uninstall", "--yes", "openai")
    assert list((tmp_path / "environment").rglob("openai*")) == []


def test_uv_satisfies_requirements_with_the_wheel(tmp_path: Path, environment: Path) -> None:
    uv = shutil.which("uv")
    if uv is None:
        pytest.skip("uv is not installed")
    assert command("--wheel", str(tmp_path), "--standalone") == 0
    (tmp_path / "overrides.txt").write_text("openai @ {}\n".format((tmp_path / WHEEL).as_uri()))
    arguments = ["pip", "install", "--offline", "--no-cache", "--no-index", "--python", str(environment)]
    arguments += ["--override", "overrides.txt", str(make_needing_wheel(tmp_path))]
    subprocess.run([uv, *arguments], cwd=str(tmp_path), check=True, timeout=120, stderr=subprocess.DEVNULL)
    code = "import needs_openai; print(needs_openai.openai.__version__)"
    assert run_command([str(environment), "-I", "-c", code], tmp_path, {}) == VERSION


def test_an_environment_is_installed_into_and_cleaned(tmp_path: Path, environment: Path) -> None:
    """pip lists what the command has written, finds it sound, and can uninstall it."""
    root = {"PYTHONPATH": str(original_root())}
    install = [str(environment), "-m", PACKAGE, "install-as-openai"]
    assert "stands for " + PACKAGE in run_command(install, tmp_path, root)
    pip(environment, "install", str(make_needing_wheel(tmp_path)))
    listed = pip(environment, "list", "--format=freeze")
    assert "openai=={}".format(VERSION) in listed and "needs-openai==1.0" in listed.replace("_", "-")
    assert "No broken requirements" in pip(environment, "check")
    code = "import needs_openai as n; print(n.openai.__version__, n.OpenAI.__module__)"
    assert run_command([str(environment), "-c", code], tmp_path, root) == "{} {}.client.clients".format(
        VERSION, PACKAGE
    )
    pip(environment, "uninstall", "--yes", "openai")
    assert list((tmp_path / "environment").rglob("openai*")) == []
    assert "stands for " in run_command(install, tmp_path, root)
    assert "removed" in run_command([*install, "--remove"], tmp_path, root)
    assert list((tmp_path / "environment").rglob("openai*")) == []
