# SPDX-License-Identifier: MIT
"""Architecture tests: import rules, sizes and conventions that keep the package small, fast to import and vendorable.

Most tests inspect the syntax trees of the package under test without running it; the last ones run code in a new
interpreter.
"""

from __future__ import annotations

import ast
import configparser
import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import Iterator, NamedTuple

import pytest

from . import FOLDER, PACKAGE, load, package

PROCESS_TIMEOUT = 60  # seconds
MAX_FUNCTION_LINES = 60
MAX_MODULE_LINES = 350
DATA_TABLES = ("api/*.py", "results/model_data*.py", "compat/modules.py")  # exempt from the limit for modules
PROJECT = Path(__file__).resolve().parent.parent
TOP_LEVEL = "(package)"  # stands for the __init__.py of the package

# Before Python 3.10 there is no sys.stdlib_module_names. These are the modules that a client may need.
STANDARD_BEFORE_3_10 = frozenset(
    """
    __future__ _thread _weakref abc argparse array ast asyncio base64 binascii bisect builtins codecs collections
    concurrent configparser contextlib contextvars copy csv dataclasses datetime difflib email enum errno fcntl
    fnmatch functools getpass glob gzip hashlib heapq hmac html http importlib inspect io ipaddress itertools json
    keyword locale logging math mimetypes mmap msvcrt operator os pathlib pkgutil platform posixpath py_compile queue
    random re readline secrets select selectors shlex shutil signal site socket socketserver ssl stat string struct
    sys sysconfig tempfile textwrap threading time token tokenize traceback types typing unicodedata unittest urllib
    uuid warnings wave weakref webbrowser zipfile zlib
    """.split()
)
STANDARD = frozenset(getattr(sys, "stdlib_module_names", STANDARD_BEFORE_3_10))

# Modules of the host where Python runs in Pyodide; below `if sys.platform == "emscripten":`, nothing else needs them.
HOST_MODULES = {("transport/fetch_transport.py", "js"), ("transport/fetch_transport.py", "pyodide")}

CALL = frozenset(("call",))
ALL_SUBPACKAGES = CALL | {
    "api", "auth", "bulk", "client", "compat", "config", "connections", "helpers", "hooks", "lib", "providers",
    "rate_limits", "recording", "resources", "results", "testing", "transport", "types", "usage", "websocket",
}  # fmt: skip
# Import rules: subpackage -> the other subpackages that it may import from. ARCHITECTURE.md explains them.
ALLOWED_IMPORTS = {
    "call": frozenset(),
    "transport": CALL,
    "results": CALL,
    "api": CALL,
    "config": CALL | {"providers", "transport"},
    "auth": CALL | {"transport"},
    "bulk": CALL | {"api", "config", "results"},
    "helpers": CALL | {"bulk", "config", "results", "transport"},
    "hooks": CALL,
    "websocket": CALL | {"config", "transport"},
    "rate_limits": CALL | {"transport"},
    "recording": CALL | {"transport"},
    "connections": CALL | {"api", "config", "hooks", "results", "transport", "websocket"},
    "client": CALL | {"api", "auth", "bulk", "config", "helpers", "hooks", "providers", "results", "transport"},
    "usage": CALL | {"transport"},
    "providers": CALL | {"auth", "transport"},
    "compat": CALL | {"api", "connections", "helpers", "results", TOP_LEVEL},
    "types": frozenset(("compat",)),
    "lib": frozenset(("compat",)),
    "resources": frozenset(("compat",)),
    "static_imports": ALL_SUBPACKAGES | {"cli", "host", "left_out", TOP_LEVEL},  # it never runs
    TOP_LEVEL: frozenset(("client", "compat", "left_out")),
    "testing": ALL_SUBPACKAGES - {"testing"} | {TOP_LEVEL},
    "cli": ALL_SUBPACKAGES | {"left_out", TOP_LEVEL},
    "__main__": frozenset(("cli",)),
    "_pyinstaller": frozenset(),
    "host": frozenset(),
    "left_out": frozenset(),
}
# (importing, imported) subpackage -> the only modules that may be imported.
ALLOWED_MODULES = {
    ("api", "call"): {
        "call.caller_warning",
        "call.errors",
        "call.file_source",
        "call.headers",
        "call.json_body",
        "call.multipart",
        "call.sentinels",
        "call.url",
    },  # fmt: skip
    ("config", "providers"): {"providers.profiles"},
    ("usage", "transport"): {"transport.pool"},
    ("transport", "call"): {"call.errors", "call.host_limits"},
    ("config", "transport"): {"transport.proxy"},
    ("rate_limits", "transport"): {"transport.pool"},
    ("recording", "call"): {"call.errors", "call.exchange", "call.headers"},
}
# Modules that can be understood alone -> the modules of the package that they may import.
DEPENDENCY_FREE_MODULES = {
    "call.errors": set(),
    "call.headers": {"call.errors", "call.jsonable"},  # the latter for values that are not text
    # Methods of a response import the last three.
    "call.message": {
        "call.errors",
        "call.headers",
        "call.url",
        "call.chunkers",
        "call.json_body",
        "call.response_errors",
    },
    "call.api_errors": {"call.errors", "call.error_body", "call.causes"},
    "call.error_body": set(),
    "call.response_errors": {"call.headers", "call.api_errors", "call.error_body", "call.json_body"},
    "call.timeout": {"call.errors", "call.timeout_conversion"},
    "call.timeout_conversion": {"call.errors"},
    "call.file_source": {"call.errors"},
    "call.conversion": {"call.errors"},
    "call.jsonable": {"call.conversion", "call.errors", "call.sentinels"},
    "call.multipart": {"call.errors", "call.file_source", "call.jsonable"},
    "call.chunkers": {"call.errors"},
    "call.sentinels": set(),
    # The last two only to report a malformed base URL, and for parts that programs read.
    "call.url": {"call.errors", "call.jsonable", "call.sentinels", "call.base_url_hints", "call.url_parts"},
    "call.url_parts": set(),
    "call.json_body": {"call.errors", "call.jsonable"},
    "results.event_decoder": {"call.errors"},
    "results.sse": {"call.errors", "results.event_decoder"},
    "results.objects": {"results.known_fields", "results.dump", "call.json_body", "call.response_errors"},
    "results.dump": {"call.conversion", "call.errors", "call.jsonable"},
    "transport.base": set(),
    "providers.sigv4": set(),
    "rate_limits.gate": set(),
    "rate_limits.rate_headers": set(),
    "rate_limits.bucket": {"rate_limits.gate", "rate_limits.rate_headers"},
    "rate_limits.state": {"rate_limits.bucket"},
    "rate_limits.token_estimate": set(),
}


class Source(NamedTuple):
    """One file of the package."""

    path: Path
    relative_path: str  # inside the package, with slashes
    text: str
    tree: ast.Module

    @property
    def module(self) -> str:
        """The dotted name of the module inside the package; "" is the package itself."""
        parts = self.relative_path[:-3].split("/")
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def subpackage(self) -> str:
        """The subpackage that contains the file, or the name of a top-level module."""
        return self.module.split(".")[0] or TOP_LEVEL

    def locate(self, node: ast.AST) -> str:
        """Return the path and line of a node."""
        return "{}:{}".format(self.relative_path, getattr(node, "lineno", 1))


class Import(NamedTuple):
    """One relative import, with the dotted name of the imported module; "" is the package itself."""

    source: Source
    node: ast.ImportFrom
    target: str

    @property
    def subpackage(self) -> str:
        """The subpackage that is imported from."""
        return self.target.split(".")[0] or TOP_LEVEL

    def __str__(self) -> str:
        return "{} imports from {}".format(self.source.locate(self.node), self.target or "the package")


def read_sources() -> list[Source]:
    """Read and parse all files of the package."""
    sources = []
    for path in sorted(FOLDER.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        sources.append(Source(path, path.relative_to(FOLDER).as_posix(), text, ast.parse(text)))
    return sources


SOURCES = read_sources()


def iter_nodes(*classes: type) -> Iterator[tuple[Source, ast.AST]]:
    """Yield the nodes of the given classes in all files."""
    for source in SOURCES:
        for node in ast.walk(source.tree):
            if isinstance(node, classes):
                yield source, node


def type_checking_nodes(source: Source) -> set[ast.AST]:
    """Return the nodes below `if TYPE_CHECKING:`, which never run."""
    return {
        inner
        for node in ast.walk(source.tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for statement in node.body
        for inner in ast.walk(statement)
    }


def is_below_emscripten(source: Source, node: ast.AST) -> bool:
    """Return whether a node is below `if sys.platform == "emscripten":`."""
    condition = ast.dump(ast.parse('sys.platform == "emscripten"', mode="eval").body)
    return any(
        node in ast.walk(statement)
        for outer in ast.walk(source.tree)
        if isinstance(outer, ast.If) and ast.dump(outer.test) == condition
        for statement in outer.body
    )


def iter_relative_imports() -> Iterator[Import]:
    """Yield the relative imports that run, those inside functions included.

    `from . import a` imports the module `a` if there is one, and otherwise the package.
    """
    for source in SOURCES:
        exempt = type_checking_nodes(source)
        package_path = source.relative_path.split("/")[:-1]
        for node in ast.walk(source.tree):
            if not isinstance(node, ast.ImportFrom) or not node.level or node in exempt:
                continue
            base = package_path[: len(package_path) - (node.level - 1)]
            target = base + (node.module.split(".") if node.module else [])
            for alias in node.names:
                path = FOLDER.joinpath(*target, alias.name)
                is_module = path.is_dir() or path.with_suffix(".py").is_file()
                yield Import(source, node, ".".join(target + [alias.name] * is_module))


def iter_absolute_imports() -> Iterator[tuple[Source, ast.AST, str]]:
    """Yield the file, node and module name of each absolute import."""
    for source, node in iter_nodes(ast.Import, ast.ImportFrom):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield source, node, alias.name
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield source, node, node.module or ""


def iter_public_nodes() -> Iterator[tuple[str, ast.AST]]:
    """Yield the location and node of all public modules, classes, functions and methods.

    The tests of the transport contract are left out: their names say what they check.
    """
    for source in SOURCES:
        yield source.relative_path, source.tree
        for node in source.tree.body:
            for owner, inner in [("", node)] + [(getattr(node, "name", ""), child) for child in class_body(node)]:
                is_definition = isinstance(inner, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
                if is_definition and not inner.name.startswith(("_", "test_")) and not owner.startswith("_"):
                    yield "{} {}".format(source.locate(inner), inner.name), inner


def class_body(node: ast.AST) -> list[ast.AST]:
    """Return the statements of a class; an empty list for any other node."""
    return list(node.body) if isinstance(node, ast.ClassDef) else []


def docstring_ids(source: Source) -> set[int]:
    """Return the id() of each constant that is a docstring."""
    return {
        id(node.body[0].value)
        for node in ast.walk(source.tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }


def called_name(node: ast.AST) -> str:
    """Return the dotted name of the function that a call calls; "" if it is not a plain name."""
    assert isinstance(node, ast.Call)
    function = node.func
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
        return function.value.id + "." + function.attr
    return function.id if isinstance(function, ast.Name) else ""


def run(code: str, *options: str) -> str:
    """Run code in a new interpreter that can import the package but not the tests; return what it prints."""
    root = str(FOLDER.parents[PACKAGE.count(".")])
    command = [sys.executable, "-I", *options, "-c", "import sys\nsys.path.insert(0, {!r})\n{}".format(root, code)]
    process = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=PROCESS_TIMEOUT)
    assert process.returncode == 0, process.stderr.decode()
    return process.stdout.decode().strip()


def import_graph() -> dict[str, set[str]]:
    """Return the modules of the package, each with the modules that it imports from."""
    graph: dict[str, set[str]] = {source.module: set() for source in SOURCES}
    for imported in iter_relative_imports():
        graph[imported.source.module].add(imported.target)
    return graph


def reachable_modules(graph: dict[str, set[str]], start: str) -> set[str]:
    """Return the modules that are imported, directly or not, when `start` is; with the packages that contain them."""
    seen: set[str] = set()
    pending = [start]
    while pending:
        module = pending.pop()
        if module not in seen:
            seen.add(module)
            pending += [module.rpartition(".")[0], *graph.get(module, ())]
    return seen


def find_cycles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Return the sets of nodes that reach each other, sorted, each with at least two nodes."""

    def reachable(start: str) -> set[str]:
        seen: set[str] = set()
        pending = [start]
        while pending:
            for target in graph.get(pending.pop(), set()) - seen:
                seen.add(target)
                pending.append(target)
        return seen

    reached = {node: reachable(node) for node in graph}
    cycles = {tuple(sorted(other for other in reached[node] if node in reached.get(other, ()))) for node in graph}
    return sorted(list(cycle) for cycle in cycles if len(cycle) > 1)


def test_the_whole_package_is_inspected() -> None:
    paths = {source.relative_path for source in SOURCES}
    assert {"__init__.py", "client/clients.py", "call/exchange.py", "transport/base.py", "results/stream.py"} <= paths


def test_imports_are_relative_or_from_the_standard_library() -> None:
    foreign = [
        "{} imports {}".format(source.locate(node), name)
        for source, node, name in iter_absolute_imports()
        if name.split(".")[0] not in STANDARD
        and not ((source.relative_path, name) in HOST_MODULES and is_below_emscripten(source, node))
    ]
    assert foreign == []


def test_relative_imports_stay_in_the_package_and_name_what_they_import() -> None:
    """`from . import *` or an import from outside the package would break a vendored copy."""
    wrong = []
    for source, node in iter_nodes(ast.ImportFrom):
        assert isinstance(node, ast.ImportFrom)
        if node.level > source.relative_path.count("/") + 1 or any(alias.name == "*" for alias in node.names):
            wrong.append(source.locate(node))
    assert wrong == []


def test_the_package_contains_only_source_files() -> None:
    """Stubs, an empty py.typed, and the licence and the manifest of a vendored copy are allowed."""
    others = [
        path.relative_to(FOLDER).as_posix()
        for path in FOLDER.rglob("*")
        if path.is_file()
        and "__pycache__" not in path.parts
        and path.suffix not in (".py", ".pyi")
        and (path.name != "py.typed" or path.stat().st_size)
        and (path.name not in ("LICENSE", "VENDORED.json") or path.parent != FOLDER)
    ]
    assert others == []


def test_every_folder_is_a_package() -> None:
    """A folder without __init__.py is a namespace package, which zip files and wheels may omit."""
    assert [source.relative_path for source in SOURCES if not (source.path.parent / "__init__.py").is_file()] == []


def test_no_module_reads_installed_metadata_or_files() -> None:
    """A vendored copy has no metadata, a copy in a zip file has no files, and importlib.metadata is slow."""
    metadata = [
        source.locate(node)
        for source, node, name in iter_absolute_imports()
        if name.split(".")[0] in ("importlib", "pkg_resources") and name != "importlib.machinery"
    ]
    files = [source.locate(node) for source, node in iter_nodes(ast.Name) if getattr(node, "id", "") == "__file__"]
    assert metadata + files == []


def test_no_string_contains_the_name_of_the_package() -> None:
    """A vendored copy has another name; use __name__. Two of its modules have the command that wrote the copy."""
    names = ("openai_stdlib", PACKAGE)
    wrong = []
    for source in SOURCES:
        if source.module in ("left_out", "") and load("left_out").COMMAND:
            continue
        exempt = docstring_ids(source)
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes)) and id(node) not in exempt:
                value = node.value if isinstance(node.value, str) else node.value.decode("latin-1")
                wrong += [source.locate(node) for name in names if name in value]
    assert wrong == []


def test_each_file_starts_with_the_license() -> None:
    wrong = [
        source.relative_path for source in SOURCES if not source.text.startswith("# SPDX-License-Identifier: MIT\n")
    ]
    assert wrong == []


def test_everything_public_has_a_docstring() -> None:
    missing = [location for location, node in iter_public_nodes() if not (ast.get_docstring(node) or "").strip()]  # type: ignore[arg-type]
    assert missing == []


def test_no_top_level_module_has_the_name_of_a_public_name() -> None:
    """Importing a submodule sets it as an attribute of the package, and would replace a function of the same name."""
    modules = {path.stem for path in FOLDER.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert modules & (set(package.FLAT_FUNCTIONS) | set(package.RESOURCES) | set(package.NAMES)) == set()
    assert "client" in modules and "call" in modules


def test_import_rules_have_no_cycle() -> None:
    """The __init__.py of the package, of which others read the version, is left out."""
    rules = {name: {other for other in others if other != TOP_LEVEL} for name, others in ALLOWED_IMPORTS.items()}
    assert find_cycles(rules) == []


def test_every_subpackage_has_an_import_rule() -> None:
    assert {source.subpackage for source in SOURCES} - set(ALLOWED_IMPORTS) == set()


def test_subpackages_follow_the_import_rules() -> None:
    wrong, count = [], 0
    for imported in iter_relative_imports():
        own = imported.source.subpackage
        if imported.subpackage == own:
            continue
        count += 1
        is_allowed = imported.subpackage in ALLOWED_IMPORTS.get(own, ())
        allowed_modules = ALLOWED_MODULES.get((own, imported.subpackage))
        if not is_allowed or (allowed_modules is not None and imported.target not in allowed_modules):
            wrong.append(str(imported))
    assert wrong == []
    assert count > 10


def test_tools_that_follow_import_statements_find_every_module() -> None:
    """static_imports.py has what is imported by a computed name, for tools that collect the modules of a program.

    The package names it in a function: Nuitka leaves out what stands below `if TYPE_CHECKING:` at the top of a module.
    """
    found = reachable_modules(import_graph(), "static_imports")
    exempt = {
        source.module for source in SOURCES if source.subpackage in ("testing", "cli", "_pyinstaller", "__main__")
    }
    assert sorted({source.module for source in SOURCES} - found - exempt) == []
    package_source = next(source for source in SOURCES if not source.module)
    functions = [node for node in package_source.tree.body if isinstance(node, ast.FunctionDef)]
    imports = [node for function in functions for node in ast.walk(function) if isinstance(node, ast.ImportFrom)]
    assert "static_imports" in {alias.name for node in imports for alias in node.names}


@pytest.mark.parametrize("subpackage", ["testing", "cli"])
def test_tools_find_the_modules_of_a_subpackage_that_is_imported(subpackage: str) -> None:
    modules = {source.module for source in SOURCES if source.subpackage == subpackage}
    if not modules:
        pytest.skip("a copy without " + subpackage)
    assert sorted(modules - reachable_modules(import_graph(), subpackage)) == []


def test_the_drawing_of_the_packages_shows_every_subpackage_and_what_a_first_call_loads() -> None:
    drawing = PROJECT / "docs" / "images" / "packages.svg"
    if not drawing.exists():
        pytest.skip("a copy has no drawings")
    pattern = r'<rect class="(first|dashed)"[^\n]*\n  <text class="word"[^>]*>([^<]+)</text>'
    drawn = {
        name.rstrip("/"): kind
        for kind, names in re.findall(pattern, drawing.read_text("utf-8"))
        for name in names.split()
    }
    subpackages = {path.parent.name for path in FOLDER.glob("*/__init__.py")}
    assert set(drawn) == subpackages - {"_pyinstaller"} | {"__init__.py"}
    code = "import os, {0}\nclient = {0}.OpenAI(api_key='key', base_url='http://127.0.0.1:9', max_retries=0)\n"
    code += "try:\n client.chat.completions.create(model='m', messages=[])\nexcept {0}.APIConnectionError:\n pass\n"
    code += "print(*{{n.split('.')[1] for n in sys.modules if n.startswith('{0}.')}})"
    loaded = set(run(code.format(PACKAGE), "-S").split()) | {"results"}  # which the response needs
    assert {name for name, kind in drawn.items() if kind == "first"} == loaded & subpackages | {"__init__.py"}


def test_find_cycles() -> None:
    graph = {"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": set(), "e": {"f"}, "f": {"e"}}
    assert find_cycles(graph) == [["b", "c"], ["e", "f"]]


def test_modules_have_no_import_cycle() -> None:
    """Imports inside functions count, because a cycle with them is as hard to understand."""
    assert find_cycles(import_graph()) == []


def test_dependency_free_modules_import_only_errors_and_values() -> None:
    for imported in iter_relative_imports():
        module = imported.source.module
        if module in DEPENDENCY_FREE_MODULES:
            assert imported.target in DEPENDENCY_FREE_MODULES[module], str(imported)


def test_no_module_is_too_long() -> None:
    """Data tables are exempt."""
    long = [
        "{} has {} lines".format(source.relative_path, source.text.count("\n"))
        for source in SOURCES
        if source.text.count("\n") > MAX_MODULE_LINES
        and not any(fnmatch(source.relative_path, pattern) for pattern in DATA_TABLES)
    ]
    assert long == []


def test_no_function_is_too_long() -> None:
    long = []
    for source, node in iter_nodes(ast.FunctionDef, ast.AsyncFunctionDef):
        lines = int(getattr(node, "end_lineno", 0)) - int(getattr(node, "lineno", 0)) + 1
        if lines > MAX_FUNCTION_LINES:
            long.append("{} {} has {} lines".format(source.locate(node), getattr(node, "name", ""), lines))
    assert long == []


def test_no_call_names_an_optional_library() -> None:
    """Tools that freeze programs read such calls, and would pack a library that the program does not use."""
    calls = [(source, node) for source, node in iter_nodes(ast.Call) if called_name(node) == "__import__"]
    assert len(calls) > 5
    wrong = []
    for source, node in calls:
        arguments = getattr(node, "args", ())
        name = getattr(arguments[0], "value", None)
        if len(arguments) < 5 and isinstance(name, str) and name.split(".")[0] not in STANDARD | {"annotationlib"}:
            wrong.append(source.locate(node))
    assert wrong == []


def test_no_module_runs_external_code() -> None:
    calls = {"eval", "exec", "compile", "pickle.loads", "pickle.load", "marshal.loads", "os.system", "os.popen"}
    modules = {"subprocess", "pickle", "marshal", "shelve", "ctypes"}
    wrong = [source.locate(node) for source, node in iter_nodes(ast.Call) if called_name(node) in calls]
    wrong += [source.locate(node) for source, node, name in iter_absolute_imports() if name.split(".")[0] in modules]
    wrong += [source.locate(node) for source, node in iter_nodes(ast.keyword) if getattr(node, "arg", "") == "shell"]
    assert wrong == []


def test_only_the_command_line_prints() -> None:
    calls = [(source, node) for source, node in iter_nodes(ast.Call) if source.subpackage != "cli"]
    assert [source.locate(node) for source, node in calls if called_name(node) in ("print", "input")] == []


def test_setup_cfg_lists_all_packages() -> None:
    config = configparser.ConfigParser()
    config.read(str(PROJECT / "setup.cfg"), encoding="utf-8")
    listed = config.get("options", "packages", fallback="").split()
    if PACKAGE not in listed or not (PROJECT / PACKAGE).is_dir():
        pytest.skip("not run in the repository")
    folders = dict(line.split(" = ") for line in config.get("options", "package_dir").strip().splitlines())
    roots = {PACKAGE: PROJECT / PACKAGE, **{name: PROJECT / folder for name, folder in folders.items()}}
    existing = [
        ".".join([name, *path.parent.relative_to(root).parts])
        for name, root in roots.items()
        for path in root.rglob("__init__.py")
    ]
    assert sorted(listed) == sorted(existing)


def test_all_is_sorted_and_every_name_exists() -> None:
    names = list(getattr(package, "__all__"))  # noqa: B009  # provided by the module's __getattr__
    assert names == sorted(set(names))
    # Names that the official package had before version 1 can be imported, but are not in __all__.
    public = {name for name, module in package.NAMES.items() if module != "compat.old_api"}
    assert set(names) == public | set(package.FLAT_FUNCTIONS) | set(package.RESOURCES)
    assert [name for name in names if getattr(package, name, None) is None] == []
    assert set(names) <= set(dir(package))


def test_unknown_names_raise_attribute_error() -> None:
    for name in ("nothing", "_private", "files_", "__path_hooks__"):
        with pytest.raises(AttributeError, match=name):
            getattr(package, name)


def test_flat_function_names_match_the_operation_table() -> None:
    """The package lists them again, so that importing it does not import the table."""
    flat = load("api.flat_functions")
    assert sorted(package.FLAT_FUNCTIONS) == sorted(flat.FUNCTIONS)
    assert set(package.RESOURCES) <= set(load("api").ROOT_RESOURCES)


def test_star_import_binds_every_name_and_no_module() -> None:
    """Without __all__, it would bind submodules."""
    code = "from {} import *\nbound = dict(globals())\nimport {} as package, types\n"
    code += "print(sorted(n for n in package.__all__ if n not in bound or isinstance(bound[n], types.ModuleType)))"
    assert run(code.format(PACKAGE, PACKAGE)) == "[]"


def test_importing_the_package_imports_no_other_module() -> None:
    code = "before = set(sys.modules)\nimport {}\nprint(' '.join(sorted(set(sys.modules) - before)))"
    parents = [PACKAGE.rsplit(".", count)[0] for count in range(PACKAGE.count(".") + 1)]
    loaded = run(code.format(PACKAGE), "-S").split()
    assert [name for name in loaded if name.split(".")[0] == PACKAGE.split(".")[0]] == sorted(parents)
    assert {name.split(".")[0] for name in loaded} & {"json", "ssl", "http", "urllib", "email", "asyncio"} == set()


def test_the_first_client_loads_neither_tls_nor_asyncio() -> None:
    """They are the slowest to import, and a call over plain HTTP needs neither."""
    code = "import {0}\nclient = {0}.OpenAI(api_key='key')\nclient.chat.completions.create\n"
    code += "print(sorted(n for n in ('ssl', 'asyncio', 'email', 'http.client') if n in sys.modules))"
    assert run(code.format(PACKAGE), "-S") == "[]"


def test_the_first_client_loads_neither_auth_providers_nor_helpers() -> None:
    code = "import {0}\nclient = {0}.OpenAI(api_key='key')\nclient.chat.completions.create\n"
    code += "names = ('auth', 'providers', 'helpers')\n"
    code += "print(sorted(n for n in sys.modules if n.startswith('{0}.') and n[len('{0}.'):].split('.')[0] in names))"
    assert run(code.format(PACKAGE), "-S") == "[]"


@pytest.mark.parametrize("subpackage", ["auth", "providers", "helpers"])
def test_importing_a_subpackage_loads_none_of_its_modules(subpackage: str) -> None:
    code = "import {0}.{1}\nprint(sorted(n for n in sys.modules if n.startswith('{0}.')))"
    assert run(code.format(PACKAGE, subpackage), "-S") == str([PACKAGE + "." + subpackage])
