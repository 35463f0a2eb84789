# SPDX-License-Identifier: MIT
"""Laws over the source: what makes the folder small, quick to import, safe to copy and impossible to conflict with.

Most read the syntax trees of the package under test and run none of it; the last ones ask an interpreter of their own.
"""

from __future__ import annotations

import ast
import configparser
import subprocess
import sys
from pathlib import Path
from typing import Iterator, NamedTuple

import pytest

from . import FOLDER, PACKAGE, load, package

PATIENCE = 60  # seconds that a process may take
LONGEST_FUNCTION = 60  # lines
PROJECT = Path(__file__).resolve().parent.parent
TOP_LEVEL = "(package)"  # what __init__.py itself holds

# Before Python 3.10 the interpreter has no list of its own modules. These are the ones that a client may want.
KNOWN_STANDARD = frozenset(
    """
    __future__ _thread abc argparse array asyncio base64 binascii bisect codecs collections concurrent configparser
    contextlib contextvars copy dataclasses datetime difflib email enum errno functools getpass glob gzip hashlib
    heapq hmac html http importlib inspect io itertools json locale logging math mimetypes operator os pathlib platform
    posixpath queue random re secrets select selectors shlex shutil signal socket socketserver ssl stat string
    struct sys tempfile textwrap threading time traceback types typing unicodedata unittest urllib uuid warnings weakref
    webbrowser zlib
    """.split()
)
STANDARD = frozenset(getattr(sys, "stdlib_module_names", KNOWN_STANDARD))

CALL = frozenset(("call",))
ALL = CALL | {
    "api", "auth", "client", "compat", "config", "helpers", "providers", "results", "testing", "transport", "types",
}  # fmt: skip
# Subpackage -> the other subpackages that it may import from. ARCHITECTURE.md draws it.
ALLOWED_IMPORTS = {
    "call": frozenset(),
    "transport": frozenset(),
    "results": CALL,
    "api": CALL,
    "config": CALL | {TOP_LEVEL},  # its version
    "auth": CALL | {"transport"},
    "helpers": CALL | {"results", "transport"},
    "client": CALL | {"api", "auth", "config", "helpers", "providers", "results", "transport", TOP_LEVEL},
    "providers": CALL | {"auth", "transport"},
    "compat": CALL | {"results", TOP_LEVEL},
    "types": frozenset(("compat",)),
    TOP_LEVEL: frozenset(("client", "compat")),
    "testing": ALL - {"testing"} | {TOP_LEVEL},
    "cli": ALL | {TOP_LEVEL},
    "__main__": frozenset(("cli",)),
}
# Where only some modules of a subpackage may be imported.
NARROW = {("api", "call"): {"call.errors", "call.json_body", "call.multipart"}}


class Source(NamedTuple):
    """One file of the package."""

    path: Path
    place: str  # its path inside the package
    text: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """The room that the file is in, or is."""
        first = self.place.split("/")[0]
        return TOP_LEVEL if self.place == "__init__.py" else first[:-3] if first.endswith(".py") else first

    def at(self, node: ast.AST) -> str:
        """Say where a node stands."""
        return "{}:{}".format(self.place, getattr(node, "lineno", 1))


class Import(NamedTuple):
    """One relative import, and the module of the package that it reaches, dotted; "" is the package itself."""

    source: Source
    node: ast.ImportFrom
    target: str

    @property
    def room(self) -> str:
        """The room that is reached."""
        return self.target.split(".")[0] or TOP_LEVEL

    def __str__(self) -> str:
        return "{} imports from {}".format(self.source.at(self.node), self.target or "the package")


def read() -> list[Source]:
    """Return all files of the package."""
    sources = []
    for path in sorted(FOLDER.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        sources.append(Source(path, path.relative_to(FOLDER).as_posix(), text, ast.parse(text)))
    return sources


SOURCES = read()


def nodes(*kinds: type) -> Iterator[tuple[Source, ast.AST]]:
    """Yield the nodes of these kinds in all files."""
    for source in SOURCES:
        for node in ast.walk(source.tree):
            if isinstance(node, kinds):
                yield source, node


def for_checkers(source: Source) -> set[ast.AST]:
    """Return the nodes below `if TYPE_CHECKING:`, which never run."""
    return {
        inner
        for node in ast.walk(source.tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for statement in node.body
        for inner in ast.walk(statement)
    }


def imports_of_ours() -> Iterator[Import]:
    """Yield the relative imports that run. `from . import a, b` reaches a and b if they are modules."""
    for source in SOURCES:
        exempt = for_checkers(source)
        here = source.place.split("/")[:-1]
        for node in ast.walk(source.tree):
            if not isinstance(node, ast.ImportFrom) or not node.level or node in exempt:
                continue
            base = here[: len(here) - (node.level - 1)]
            target = base + (node.module.split(".") if node.module else [])
            for alias in node.names:
                inner = FOLDER.joinpath(*target, alias.name)
                is_module = inner.is_dir() or inner.with_suffix(".py").is_file()
                yield Import(source, node, ".".join(target + [alias.name] * is_module))


def imported() -> Iterator[tuple[Source, ast.AST, str]]:
    """Yield the absolute imports: file, node and the module's name."""
    for source, node in nodes(ast.Import, ast.ImportFrom):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield source, node, alias.name
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield source, node, node.module or ""


def documented_nodes() -> Iterator[tuple[str, ast.AST]]:
    """Yield what is public and should have a docstring: modules, classes, functions and the methods of classes.

    A case of the contract says in its name what it checks.
    """
    for source in SOURCES:
        yield source.place, source.tree
        for node in source.tree.body:
            for holder, inner in [("", node)] + [(getattr(node, "name", ""), child) for child in bodies(node)]:
                named = isinstance(inner, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
                if named and not inner.name.startswith(("_", "test_")) and not holder.startswith("_"):
                    yield "{} {}".format(source.at(inner), inner.name), inner


def bodies(node: ast.AST) -> list[ast.AST]:
    """Return what stands in a class."""
    return list(node.body) if isinstance(node, ast.ClassDef) else []


def docstrings(source: Source) -> set[int]:
    """Return the identities of the constants that are docstrings."""
    return {
        id(node.body[0].value)
        for node in ast.walk(source.tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }


def called(node: ast.AST) -> str:
    """Return the name of what a call calls, dotted."""
    assert isinstance(node, ast.Call)
    function = node.func
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
        return function.value.id + "." + function.attr
    return function.id if isinstance(function, ast.Name) else ""


def run(code: str, *options: str) -> str:
    """Run code in another interpreter that can import the package, and nothing else of ours; return what it prints."""
    root = str(FOLDER.parents[PACKAGE.count(".")])
    command = [sys.executable, "-I", *options, "-c", "import sys\nsys.path.insert(0, {!r})\n{}".format(root, code)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=PATIENCE)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().strip()


def test_the_laws_see_the_whole_package() -> None:
    places = {source.place for source in SOURCES}
    assert {"__init__.py", "client/clients.py", "call/exchange.py", "transport/base.py", "results/stream.py"} <= places


def test_imports_are_relative_or_of_the_standard_library() -> None:
    foreign = [
        "{} imports {}".format(source.at(node), name)
        for source, node, name in imported()
        if name.split(".")[0] not in STANDARD
    ]
    assert foreign == []


def test_relative_imports_stay_inside_and_name_what_is_there() -> None:
    """`from . import *` or a step out of the folder would break a copy."""
    wrong = []
    for source, node in nodes(ast.ImportFrom):
        assert isinstance(node, ast.ImportFrom)
        if node.level > source.place.count("/") + 1 or any(alias.name == "*" for alias in node.names):
            wrong.append(source.at(node))
    assert wrong == []


def test_the_folder_holds_source_and_nothing_else() -> None:
    """Stubs and an empty py.typed are for type checkers; no program reads them."""
    others = [
        path.relative_to(FOLDER).as_posix()
        for path in FOLDER.rglob("*")
        if path.is_file()
        and "__pycache__" not in path.parts
        and path.suffix not in (".py", ".pyi")
        and (path.name != "py.typed" or path.stat().st_size)
    ]
    assert others == []


def test_every_folder_is_a_package() -> None:
    """A folder without __init__.py is a namespace package, which a zip and a wheel lose."""
    assert [source.place for source in SOURCES if not (source.path.parent / "__init__.py").is_file()] == []


def test_nothing_asks_for_installed_metadata_or_files() -> None:
    """Trap 15: a vendored copy has no metadata, one in a zip has no files, and importlib.metadata is slow."""
    asked = [
        source.at(node)
        for source, node, name in imported()
        if name.split(".")[0] in ("importlib", "pkg_resources") and name != "importlib.machinery"
    ]
    files = [source.at(node) for source, node in nodes(ast.Name) if getattr(node, "id", "") == "__file__"]
    assert asked + files == []


def test_the_own_name_stands_in_no_string() -> None:
    """A copy has another name; what needs it says __name__."""
    names = ("openai_stdlib", PACKAGE)
    found = []
    for source in SOURCES:
        exempt = docstrings(source)
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes)) and id(node) not in exempt:
                value = node.value if isinstance(node.value, str) else node.value.decode("latin-1")
                found += [source.at(node) for name in names if name in value]
    assert found == []


def test_each_file_begins_with_its_license() -> None:
    wrong = [source.place for source in SOURCES if not source.text.startswith("# SPDX-License-Identifier: MIT\n")]
    assert wrong == []


def test_all_that_is_public_has_a_docstring() -> None:
    missing = [where for where, node in documented_nodes() if not (ast.get_docstring(node) or "").strip()]  # type: ignore[arg-type]
    assert missing == []


def test_no_module_at_the_top_level_is_named_like_a_name_of_the_package() -> None:
    """Trap 17: importing a submodule binds it on the package, over the function of that name."""
    modules = {path.stem for path in FOLDER.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert modules & (set(package.FLAT_FUNCTIONS) | set(package.RESOURCES) | set(package.NAMES)) == set()
    assert "client" in modules and "call" in modules


def test_the_order_of_the_rooms_is_one_way() -> None:
    """Take away rooms that reach nothing that is left, until none is left: impossible if there is a circle."""
    left = {room: {other for other in others if other != TOP_LEVEL} for room, others in ALLOWED_IMPORTS.items()}
    while left:
        free = {room for room, others in left.items() if not others & set(left)}
        assert free, "a circle in {}".format(sorted(left))
        left = {room: others for room, others in left.items() if room not in free}


def test_every_room_has_its_place_in_the_order() -> None:
    assert {source.room for source in SOURCES} - set(ALLOWED_IMPORTS) == set()


def test_rooms_import_only_from_the_rooms_before_them() -> None:
    wrong, seen = [], 0
    for found in imports_of_ours():
        own = found.source.room
        if found.room == own:
            continue
        seen += 1
        allowed = found.room in ALLOWED_IMPORTS.get(own, ())
        narrow = NARROW.get((own, found.room))
        if not allowed or (narrow is not None and found.target not in narrow):
            wrong.append(str(found))
    assert wrong == []
    assert seen > 10


def test_leaves_import_nothing_of_ours_but_errors_and_values() -> None:
    """What can be understood by itself stays so. The seam and the bytes know nothing of a call."""
    leaves = {
        "call.errors": set(),
        "call.headers": {"call.errors"},
        # The last two are imported by methods of a response.
        "call.message": {"call.errors", "call.headers", "call.api_errors", "call.chunkers"},
        "call.api_errors": {"call.errors"},
        "call.timeout": {"call.errors"},
        "call.multipart": {"call.errors"},
        "call.chunkers": {"call.errors"},
        "call.sentinels": set(),
        "call.url": {"call.errors", "call.sentinels"},
        "call.json_body": {"call.errors", "call.sentinels"},
    }
    leaves.update(
        {
            "results.sse": set(),
            "results.objects": {"results.known_fields", "call.api_errors"},
            "transport.base": set(),
            "providers.sigv4": set(),
        }
    )
    for found in imports_of_ours():
        module = found.source.place[:-3].replace("/", ".")
        if module in leaves:
            assert found.target in leaves[module], str(found)


def test_no_function_is_longer_than_a_page() -> None:
    long = []
    for source, node in nodes(ast.FunctionDef, ast.AsyncFunctionDef):
        lines = int(getattr(node, "end_lineno", 0)) - int(getattr(node, "lineno", 0)) + 1
        if lines > LONGEST_FUNCTION:
            long.append("{} {} has {} lines".format(source.at(node), getattr(node, "name", ""), lines))
    assert long == []


def test_nothing_runs_code_that_it_was_given() -> None:
    calls = {"eval", "exec", "compile", "pickle.loads", "pickle.load", "marshal.loads", "os.system", "os.popen"}
    modules = {"subprocess", "pickle", "marshal", "shelve", "ctypes"}
    found = [source.at(node) for source, node in nodes(ast.Call) if called(node) in calls]
    found += [source.at(node) for source, node, name in imported() if name.split(".")[0] in modules]
    found += [source.at(node) for source, node in nodes(ast.keyword) if getattr(node, "arg", "") == "shell"]
    assert found == []


def test_only_the_command_line_prints() -> None:
    others = [(source, node) for source, node in nodes(ast.Call) if source.room != "cli"]
    assert [source.at(node) for source, node in others if called(node) in ("print", "input")] == []


def test_setup_cfg_lists_the_packages_that_there_are() -> None:
    config = configparser.ConfigParser()
    config.read(str(PROJECT / "setup.cfg"), encoding="utf-8")
    listed = config.get("options", "packages", fallback="").split()
    if PACKAGE not in listed or not (PROJECT / PACKAGE).is_dir():
        pytest.skip("this is not the project's own folder")
    places = dict(line.split(" = ") for line in config.get("options", "package_dir").strip().splitlines())
    roots = {PACKAGE: PROJECT / PACKAGE, **{name: PROJECT / place for name, place in places.items()}}
    there = [
        ".".join([name, *path.parent.relative_to(root).parts])
        for name, root in roots.items()
        for path in root.rglob("__init__.py")
    ]
    assert sorted(listed) == sorted(there)


def test_all_is_sorted_and_every_name_is_there() -> None:
    names = list(getattr(package, "__all__"))  # noqa: B009  # answered by the module's __getattr__
    assert names == sorted(set(names))
    # What the official package had before its version 1 can be imported, but should not come with a star.
    public = {name for name, module in package.NAMES.items() if module != "compat.old_api"}
    assert set(names) == public | set(package.FLAT_FUNCTIONS) | set(package.RESOURCES)
    assert [name for name in names if getattr(package, name, None) is None] == []
    assert set(names) <= set(dir(package))


def test_names_that_are_not_there_are_attribute_errors() -> None:
    for name in ("nothing", "_private", "files_", "__path_hooks__"):
        with pytest.raises(AttributeError, match=name):
            getattr(package, name)


def test_flat_names_are_the_table_s() -> None:
    """The front door repeats them, so that it need not import the table."""
    flat = load("api.flat_functions")
    assert sorted(package.FLAT_FUNCTIONS) == sorted(flat.FUNCTIONS)
    assert set(package.RESOURCES) <= set(load("api").ROOT_RESOURCES)


def test_a_star_import_binds_every_name_and_no_module() -> None:
    """Trap 14: without an answer for __all__ it would bind submodules."""
    code = "from {} import *\nbound = dict(globals())\nimport {} as package, types\n"
    code += "print(sorted(n for n in package.__all__ if n not in bound or isinstance(bound[n], types.ModuleType)))"
    assert run(code.format(PACKAGE, PACKAGE)) == "[]"


def test_importing_the_package_imports_nothing_else() -> None:
    code = "before = set(sys.modules)\nimport {}\nprint(' '.join(sorted(set(sys.modules) - before)))"
    parents = [PACKAGE.rsplit(".", count)[0] for count in range(PACKAGE.count(".") + 1)]
    gained = run(code.format(PACKAGE), "-S").split()
    assert [name for name in gained if name.split(".")[0] == PACKAGE.split(".")[0]] == sorted(parents)
    assert {name.split(".")[0] for name in gained} & {"json", "ssl", "http", "urllib", "email", "asyncio"} == set()


def test_the_first_client_loads_neither_tls_nor_asyncio() -> None:
    """They are the slowest of the imports, and a plain call needs neither."""
    code = "import {0}\nclient = {0}.OpenAI(api_key='key')\nclient.chat.completions.create\n"
    code += "print(sorted(n for n in ('ssl', 'asyncio', 'email', 'http.client') if n in sys.modules))"
    assert run(code.format(PACKAGE), "-S") == "[]"


def test_the_first_client_loads_no_other_way_of_signing() -> None:
    code = "import {0}\nclient = {0}.OpenAI(api_key='key')\nclient.chat.completions.create\n"
    code += "rooms = ('auth', 'providers', 'helpers')\n"
    code += "print(sorted(n for n in sys.modules if n.startswith('{0}.') and n[len('{0}.'):].split('.')[0] in rooms))"
    assert run(code.format(PACKAGE), "-S") == "[]"


@pytest.mark.parametrize("room", ["auth", "providers", "helpers"])
def test_a_room_of_leaves_imports_them_when_they_are_touched(room: str) -> None:
    code = "import {0}.{1}\nprint(sorted(n for n in sys.modules if n.startswith('{0}.')))"
    assert run(code.format(PACKAGE, room), "-S") == str([PACKAGE + "." + room])
