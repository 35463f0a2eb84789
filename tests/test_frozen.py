# SPDX-License-Identifier: MIT
"""Programs without an installed package: in zip files, and frozen by PyInstaller, cx_Freeze, Nuitka and shiv.

Each program must print the same as it does with the installed package. It runs without environment variables, in
another folder, and must write nothing beside itself. The tools that are not in the standard library are there in the
environments `frozen` and `frozen-nuitka` of tox.
"""

from __future__ import annotations

import compileall
import configparser
import importlib
import importlib.util
import os
import re
import shutil
import socket
import subprocess
import sys
import sysconfig
import zipapp
import zipfile
from pathlib import Path
from typing import Any, Iterator

import pytest

from . import FOLDER, NEED_PYDANTIC, PACKAGE
from .test_vendoring import copy, original_root, run_command

TIMEOUT = 120  # seconds for a program that has just been written, on a busy machine
FREEZE_TIMEOUT = 1200  # seconds
TOOLS = os.environ.get("NEED_FROZEN", "").split()  # modules of the tools that must be there
VENDORED = "app._vendor.oai"
# Not in programs unless they import them.
ON_REQUEST = ("cli", "testing", "_pyinstaller", "__main__", "static_imports")


def needs(tool: str) -> Any:
    """Return a mark that skips a test outside of the environments that have a tool, given as its module."""
    if tool == "PyInstaller" and sys.platform == "linux" and not shutil.which("objdump"):
        return pytest.mark.skip(reason="PyInstaller needs objdump: apt install binutils")
    return pytest.mark.skipif(tool not in TOOLS, reason="needs tox -e frozen, or frozen-nuitka")


class Program:
    """Runs the program with its arguments: the running server, a dead one, and a file to upload."""

    def __init__(self, server: Any, dead_url: str, folder: Path) -> None:
        self._server = server
        self._folder = folder
        (folder / "note.txt").write_text("hello")
        self._arguments = [server.base_url, dead_url, str(folder / "note.txt")]
        # With the package under test as it is. The program is a module, as in a zip file.
        write_program(folder)
        code = "import sys; sys.path[:0] = sys.argv[1:3]; del sys.argv[1:3]; import program; program.main()"
        command = [sys.executable, "-I", "-B", "-W", "error", "-c", code, str(original_root()), str(folder)]
        self.expected = self.run(command, folder)
        assert "missing modules []" in self.expected

    def run(self, command: list[str], root: Path, name: str = PACKAGE) -> list[str]:
        """Return what the program prints; `root` is its folder, `name` the package in it."""
        self._server.reset()
        return run_program([*command, *self._arguments, *late_modules(name)], root, self._folder)


@pytest.fixture(scope="module")
def program(running: Any, tmp_path_factory: Any) -> Iterator[Program]:
    """Return how to run the program."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))  # not listening, so that the port stays free but refuses connections
        dead_url = "http://127.0.0.1:{}/v1".format(bound.getsockname()[1])
        yield Program(running, dead_url, tmp_path_factory.mktemp("elsewhere"))


def late_modules(name: str) -> list[str]:
    """Return every module of the package that a program must be able to import, under another name of the package."""
    names = []
    for path in sorted(FOLDER.rglob("*.py")):
        parts = path.relative_to(FOLDER).with_suffix("").parts
        parts = parts[:-1] if parts[-1] == "__init__" else parts
        if parts[:1] not in [(exempt,) for exempt in ON_REQUEST] and ".".join(parts) not in NEED_PYDANTIC:
            names.append(".".join([name, *parts]))
    return names


def run_program(command: list[str], root: Path, folder: Path) -> list[str]:
    """Run a program without environment variables; return the lines that it prints. Its own folder is read-only."""
    before = list_files(root)
    for path in before:
        os.chmod(path, os.stat(path).st_mode & ~0o222)
    kept = ("SYSTEMROOT", "SHIV_ROOT")  # Windows cannot do without the former
    environment = {key: value for key, value in os.environ.items() if key in kept}
    try:
        process = subprocess.run(
            command,
            cwd=str(folder),
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            timeout=TIMEOUT,
        )
        assert (process.returncode, process.stderr.decode()) == (0, "")
        assert list_files(root) == before
    finally:
        for path in before:
            os.chmod(path, os.stat(path).st_mode | 0o200)
    return process.stdout.decode().splitlines()


def list_files(folder: Path) -> list[str]:
    """Return the paths of a folder and of everything in it."""
    return sorted([str(folder), *map(str, folder.rglob("*"))])


def write_program(folder: Path, name: str = PACKAGE, source: str = "frozen_program") -> Path:
    """Write a program that imports the package under a name; return its path."""
    text = Path(__file__).with_name(source + ".py").read_text(encoding="utf-8")
    path = folder / "program.py"
    path.write_text(re.sub(r"\bopenai_stdlib\b", name, text), encoding="utf-8")
    return path


def fill(folder: Path, name: str) -> None:
    """Write the program and a copy of the package, as a developer lays them out for a zip file."""
    copy(folder, name)
    for path in [*FOLDER.rglob("*.pyi"), FOLDER / "py.typed"]:  # tools of this kind pack modules
        target = folder.joinpath(*name.split("."), path.relative_to(FOLDER))
        if target.exists():
            target.unlink()
    write_program(folder, name)


def test_a_library_zip_of_bytecode(program: Program, tmp_path: Path) -> None:
    """As py2exe makes it: bytecode without docstrings. Besides, `sys.path` has the standard library alone."""
    root, build = tmp_path / "app", tmp_path / "build"
    build.mkdir()
    fill(build, VENDORED)
    assert compileall.compile_dir(str(build), quiet=2, legacy=True, optimize=2, ddir="")
    root.mkdir()
    with zipfile.ZipFile(str(root / "library.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(build.rglob("*.pyc")):
            archive.write(str(path), path.relative_to(build).as_posix())
    code = "import sys; sys.path.insert(0, sys.argv.pop(1)); import program; program.main()"
    command = [sys.executable, "-I", "-S", "-B", "-OO", "-W", "error", "-c", code, str(root / "library.zip")]
    assert program.run(command, root, VENDORED) == program.expected


def test_zipapp(program: Program, tmp_path: Path) -> None:
    root, build = tmp_path / "app", tmp_path / "build"
    root.mkdir()
    build.mkdir()
    fill(build, PACKAGE)
    zipapp.create_archive(str(build), str(root / "program.pyz"), main="program:main", compressed=True)
    command = [sys.executable, "-I", "-S", "-B", "-W", "error", str(root / "program.pyz")]
    assert program.run(command, root) == program.expected


STREAMLESS_PROGRAM = """
import sys
sys.path.insert(0, {root!r})
assert sys.stdin is sys.stdout is sys.stderr is None
import traceback, warnings
from {package} import OpenAI
from {package}.cli import main
try:
    with OpenAI(api_key="k", base_url={url!r}) as client:
        completion = client.chat.completions.create(model="m", messages=[{{"role": "user", "content": "hi"}}])
    warnings.warn("shown nowhere", UserWarning)
    codes = [main(["chat", "--embedded", "hi"]), main(["chat", "--base-url", "nonsense", "hi"]), main([])]
    result = str([completion.choices[0].finish_reason, *codes])
except BaseException:
    result = traceback.format_exc()
with open({result!r}, "w") as file:
    file.write(result)
"""


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that closes descriptors")
def test_without_standard_streams(server: Any, tmp_path: Path) -> None:
    """As in a program with a window instead of a console: `sys.stdout` and `sys.stderr` are None."""
    result = tmp_path / "result"
    code = STREAMLESS_PROGRAM.format(
        root=str(original_root()), package=PACKAGE, url=server.base_url, result=str(result)
    )
    command = [sys.executable, "-I", "-B", "-W", "error", "-W", "default::UserWarning", "-c", code]
    shell = ["sh", "-c", 'exec "$0" "$@" <&- >&- 2>&-', *command]
    assert subprocess.run(shell, env={"OPENAI_LOG": "debug"}, timeout=TIMEOUT).returncode == 0
    assert result.read_text() == "['stop', 0, 1, 2]"


def freeze(folder: Path, *command: str, paths: Any = ()) -> str:
    """Run a tool with the interpreter of the tests; return what it prints, which must not warn of the package."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "OPENAI_"))}
    environment["PYTHONPATH"] = os.pathsep.join(paths)
    environment["PATH"] = os.pathsep.join([sysconfig.get_path("scripts"), environment.get("PATH", os.defpath)])
    process = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=str(folder),
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=FREEZE_TIMEOUT,
    )
    output = process.stdout.decode(errors="replace")
    assert process.returncode == 0, output
    wrong = [line for line in output.splitlines() if re.search("WARNING|ERROR|Hidden import", line)]
    assert [line for line in wrong if "openai" in line or "oai" in line] == []
    return output


def pyinstaller(folder: Path, path: Path, *options: str) -> list[str]:
    """Freeze a program below folder/dist; return the modules that PyInstaller has not found."""
    build = folder / "build"
    options += ("--workpath", str(build), "--specpath", str(build), "--distpath", str(folder / "dist"))
    freeze(folder, "PyInstaller", "--noconfirm", *options, str(path))
    warnings = (build / "program" / "warn-program.txt").read_text(encoding="utf-8")
    return re.findall(r"^(?:missing|invalid) module named '?([\w.]+)", warnings, re.MULTILINE)


def executable(folder: Path) -> str:
    """Return the path of the frozen program in a folder."""
    return str(folder / ("program.exe" if os.name == "nt" else "program"))


def vendor(folder: Path) -> None:
    """Write a copy of the library by the command `vendor`, as `app._vendor.oai`, and a program that uses it."""
    target = folder / "app" / "_vendor"
    target.mkdir(parents=True)
    for package in (target, target.parent):
        (package / "__init__.py").touch()
    command = [sys.executable, "-m", PACKAGE, "vendor", str(target), "--name", "oai"]
    run_command(command, original_root(), {"PYTHONDONTWRITEBYTECODE": "1"})
    write_program(folder, VENDORED)


@needs("PyInstaller")
def test_pyinstaller_with_a_folder(program: Program, tmp_path: Path) -> None:
    missing = pyinstaller(tmp_path, write_program(tmp_path), "--onedir")
    assert [name for name in missing if name.startswith(PACKAGE)] == [], "the hook tells that these names exist"
    folder = tmp_path / "dist" / "program"
    assert program.run([executable(folder)], folder) == program.expected


@needs("PyInstaller")
def test_pyinstaller_with_one_file_and_a_vendored_copy(program: Program, tmp_path: Path) -> None:
    """No entry point leads to the hook here: import statements are enough."""
    vendor(tmp_path)
    missing = pyinstaller(tmp_path, tmp_path / "program.py", "--onefile")
    assert not set(missing) & set(late_modules(VENDORED))
    folder = tmp_path / "dist"
    assert program.run([executable(folder)], folder, VENDORED) == program.expected


@needs("PyInstaller")
def test_pyinstaller_with_all_of_the_package(program: Program, tmp_path: Path) -> None:
    """`--collect-all` also brings type stubs and metadata, and a program may read them."""
    path = write_program(tmp_path)
    with path.open("a", encoding="utf-8") as file:
        file.write("    import importlib.metadata, inspect\n    print(importlib.metadata.version('openai-stdlib'))\n")
        file.write("    print(list(inspect.signature(OpenAI(api_key='k').embeddings.create).parameters))\n")
    pyinstaller(tmp_path, path, "--onedir", "--collect-all", PACKAGE)
    folder = tmp_path / "dist" / "program"
    *lines, version, parameters = program.run([executable(folder)], folder)
    assert version in lines[0] and "'dimensions'" in parameters
    assert lines == program.expected


@needs("PyInstaller")
def test_pyinstaller_with_the_name_openai_and_adapters(tmp_path: Path, certificates: Any) -> None:
    from openai_stdlib.testing import EmbeddedServer

    path = write_program(tmp_path, source="frozen_further_program")
    (tmp_path / "installed" / "openai").mkdir(parents=True)
    (tmp_path / "installed" / "openai" / "__init__.py").write_text("raise RuntimeError('the wrong package')\n")
    missing = pyinstaller(tmp_path, path, "--onedir", "--paths", str(tmp_path / "installed"), "--exclude-module=openai")
    assert [name for name in missing if name.startswith(PACKAGE)] == []
    folder = tmp_path / "dist" / "program"
    with EmbeddedServer(ssl_context=certificates.server()) as server:
        arguments = [server.base_url, certificates.ca_file, "HttpxTransport", "RequestsTransport"]
        lines = run_further([executable(folder), *arguments], tmp_path)
        assert lines == run_further([sys.executable, "-I", str(path), *arguments], tmp_path)
    assert "HttpxTransport list 10" in lines and "command 0" in lines
    assert any("CertificateError" in line and "SSL_CERT_FILE" in line for line in lines)


def run_further(command: list[str], folder: Path) -> list[str]:
    """Run the further program, which prints an error of its command on stderr."""
    process = subprocess.run(
        command,
        cwd=str(folder),
        env={},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=TIMEOUT,
    )
    assert (process.returncode, process.stderr.decode()[:16]) == (0, "error: base_url:")
    return process.stdout.decode().splitlines()


@needs("cx_Freeze")
@pytest.mark.parametrize("name", [PACKAGE, VENDORED])
def test_cx_freeze(program: Program, tmp_path: Path, name: str) -> None:
    if name == PACKAGE:
        write_program(tmp_path)
    else:
        vendor(tmp_path)
    paths = [] if name == PACKAGE else [str(tmp_path)]
    freeze(tmp_path, "cx_Freeze", "build", "--script=program.py", "--build-exe=dist", paths=paths)
    folder = tmp_path / "dist"
    assert program.run([executable(folder)], folder, name) == program.expected


@needs("shiv")
def test_shiv(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, root = tmp_path / "site", tmp_path / "app"
    site.mkdir()
    root.mkdir()
    fill(site, PACKAGE)
    monkeypatch.setenv("SHIV_ROOT", str(tmp_path / "unpacked"))
    archive = str(root / "program.pyz")
    freeze(tmp_path, "shiv", "--site-packages", str(site), "--entry-point", "program:main", "--output-file", archive)
    assert program.run([sys.executable, "-I", "-B", "-W", "error", archive], root) == program.expected


@needs("nuitka")
def test_nuitka(program: Program, tmp_path: Path) -> None:
    """The library stays bytecode: compiling it takes long, and a program that waits for a server gains nothing."""
    path = str(write_program(tmp_path))
    options = ["--mode=standalone", "--output-dir=build", "--output-filename=program"]
    freeze(tmp_path, "nuitka", *options, "--noinclude-custom-mode={}:bytecode".format(PACKAGE), path)
    folder = tmp_path / "build" / "program.dist"
    assert program.run([executable(folder)], folder) == program.expected


@pytest.mark.parametrize("tool", TOOLS)
def test_the_tools_are_there(tool: str) -> None:
    assert importlib.util.find_spec(tool) is not None
    assert shutil.which("patchelf") or tool != "nuitka" or sys.platform != "linux"


@pytest.mark.skipif(PACKAGE != "openai_stdlib", reason="only the wheel has a hook")
def test_the_wheel_registers_the_hook() -> None:
    config = configparser.ConfigParser()
    config.read(str(FOLDER.parent / "setup.cfg"))
    if not config.sections():
        pytest.skip("an installed wheel")
    name, _, module = config["options.entry_points"]["pyinstaller40"].strip().partition(" = ")
    module, _, function = module.partition(":")
    (folder,) = getattr(importlib.import_module(module), function)()
    assert name == "hook-dirs" and module in config["options"]["packages"].split()
    assert (Path(folder) / "hook-{}.py".format(PACKAGE)).is_file()
