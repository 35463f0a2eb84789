# SPDX-License-Identifier: MIT
"""The generated reference: it is up to date and complete, and its texts are readable.

tools/write_reference.py writes it. Every Python writes the same pages.
"""

from __future__ import annotations

import collections
import importlib
import inspect
import re
from pathlib import Path

import pytest

from . import PACKAGE, package
from .operations import operations

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "reference"
SUBMODULES = ("auth", "helpers", "providers", "testing", "websocket")
# Modules of `lib` with public names. The others have names that only programs written for `openai` import.
LIBRARIES = (
    "lib.beta.agents", "lib.browser", "lib.computer", "lib.decisions_tool_runner", "lib.live",
    "lib.realtime_translation", "lib.responses_tool_runner", "lib.responses_websocket",
    "lib.streaming.agents", "lib.streaming.chat", "pagination",
)  # fmt: skip
HEADING = re.compile(r"^(#+) (.+)$", flags=re.MULTILINE)
FENCE = re.compile(r"^ *```.*?^ *```$", flags=re.DOTALL | re.MULTILINE)
IMPERATIVE = re.compile(r"[A-Z][a-z]*(?<![a-rt-z]s)\b")  # "Return", "Process", "Pass", but not "Returns"

pytestmark = pytest.mark.skipif(
    not FOLDER.exists() or PACKAGE != "openai_stdlib", reason="a vendored copy has no documentation"
)


@pytest.fixture(scope="module")
def tool():
    return importlib.import_module("tools.write_reference")


@pytest.fixture(scope="module")
def pages():
    """The pages as they are in the folder."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))}


@pytest.fixture(scope="module")
def python_names():
    """The names in the headings and tables of the pages of the Python API, with how often they appear."""
    subjects = importlib.import_module("tools.reference.subjects")
    names = [name for page in subjects.PAGES for section in page.sections for name in section.names]
    return collections.Counter(names)


def test_the_pages_are_up_to_date(tool) -> None:
    assert tool.find_differences(tool.build_pages()) == [], "run `python tools/write_reference.py`"


def test_every_operation_is_described_once(pages) -> None:
    headings = collections.Counter(text for page in pages.values() for _, text in HEADING.findall(page))
    table = pages["operations.md"]
    for operation in operations():
        name = operation.name
        assert "| [`{}`](".format(name) in table, name
        assert "`{} {}`".format(operation.method, operation.path) in table, name
        assert headings["`client.{}`".format(name)] == 1, name


def test_every_public_name_is_described_once(python_names) -> None:
    assert [name for name, count in python_names.items() if count > 1] == []
    assert sorted(set(package.__all__) - set(python_names)) == []


@pytest.mark.parametrize("module", SUBMODULES)
def test_every_public_name_of_a_submodule_is_described(python_names, module) -> None:
    public = importlib.import_module(PACKAGE + "." + module).__all__
    missing = [name for name in public if name not in python_names and module + "." + name not in python_names]
    assert missing == []


@pytest.mark.parametrize("module", LIBRARIES)
def test_every_class_and_function_of_a_library_is_described(python_names, module) -> None:
    """Those that exist for annotations are other types, such as `dict`, or models of the API."""
    library = importlib.import_module(PACKAGE + "." + module)
    missing = []
    for name in dir(library):
        value = getattr(library, name)
        is_own = getattr(value, "__module__", "").startswith(PACKAGE + ".") and ".types." not in value.__module__
        if (inspect.isclass(value) or inspect.isfunction(value)) and is_own:
            if name not in python_names and module + "." + name not in python_names:
                missing.append(name)
    assert [name for name in missing if name != "emit_tool_diagnostic"] == []


def test_every_adapter_and_engine_is_described(python_names) -> None:
    transports = (ROOT / "transports" / "openai_stdlib_transports" / "__init__.py").read_text(encoding="utf-8")
    names = re.findall(r'^    "(\w+)": \(', transports, flags=re.MULTILINE)
    assert names and {"openai_stdlib_transports." + name for name in names} <= set(python_names)
    for path in (ROOT / "engines" / "openai_stdlib_engines").glob("[a-z]*.py"):
        for name in re.findall(r"^def (map_\w+)", path.read_text(encoding="utf-8"), flags=re.MULTILINE):
            assert "openai_stdlib_engines.{}.{}".format(path.stem, name) in python_names


def test_every_name_is_on_its_page(tool, pages, python_names) -> None:
    subjects = importlib.import_module("tools.reference.subjects")
    for page in subjects.PAGES:
        text = pages[page.name + ".md"]
        for section in page.sections:
            for name in section.names:
                short = name.rpartition(".")[2]
                shown = "### `{}`\n".format(name) if section.kind == "entries" else "`{}`".format(short)
                assert shown in text or "`{}`".format(name) in text, name


def test_no_page_shows_an_address_in_memory_or_a_default_that_cannot_be_read(pages) -> None:
    for name, text in pages.items():
        assert re.search(r"\bat 0x|<factory>|<built-in|<function|<class|object at|\bNone None\b", text) is None, name


def test_anchors_are_unique(tool, pages) -> None:
    anchor = importlib.import_module("tools.reference.markdown").anchor
    for name, text in pages.items():
        anchors = collections.Counter(anchor(heading) for _, heading in HEADING.findall(FENCE.sub("", text)))
        assert [each for each, count in anchors.items() if count > 1] == [], name


def test_headings_have_one_root_and_skip_no_level(pages) -> None:
    for name, text in pages.items():
        levels = [len(marks) for marks, _ in HEADING.findall(FENCE.sub("", text))]
        assert levels[0] == 1 and levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:])), name


def test_rows_of_tables_have_the_same_number_of_cells(pages) -> None:
    for name, text in pages.items():
        for block in FENCE.sub("", text).split("\n\n"):
            if block.startswith("| "):
                counts = {len(re.findall(r"(?<!\\)\|", line)) for line in block.strip().splitlines()}
                assert len(counts) == 1, (name, block.splitlines()[0])


def test_the_index_links_every_page_once(pages) -> None:
    links = re.findall(r"\]\((\w+\.md)\)", pages["index.md"])
    assert sorted(links) == sorted(name for name in pages if name != "index.md")


def test_call_options_are_complete(tool, pages) -> None:
    options = importlib.import_module("openai_stdlib.api.signatures").OPTIONS
    assert all("| `{}` |".format(name) in pages["call_options.md"] for name in options)


def test_public_docstrings_begin_with_a_sentence(python_names) -> None:
    python_api = importlib.import_module("tools.reference.python_api")
    subjects = importlib.import_module("tools.reference.subjects")
    skipped = {"admin", "audio"} | set(subjects.CONSTANTS) | set(package.FLAT_FUNCTIONS) | set(package.RESOURCES)
    for name in python_names:
        if name in skipped or name.startswith("auth.") and name.endswith(("Identity", "Provider")):
            continue
        is_read = name.startswith(python_api.OTHER_PACKAGES)
        value = None if is_read else python_api.load(name)
        doc = inspect.cleandoc((python_api.find_adapter(name).doc if is_read else value.__doc__) or "")
        first = doc.split("\n\n")[0]
        assert re.match(r"[A-Z0-9`]", first) and first.rstrip()[-1] in ".:`", (name, first)
        if inspect.isfunction(value):
            assert IMPERATIVE.match(first), (name, first)


def test_types_are_compact() -> None:
    annotations = importlib.import_module("tools.reference.annotations")
    for text, members, compact in (
        ("Optional[str] | Omit", ["str", "None"], "str | None"),
        ("Union[str, Literal['a', 'b'], None]", ["str", '"a"', '"b"', "None"], 'str | Literal["a", "b"] | None'),
        ("Optional[Literal[False]] | Literal[True] | Omit", ["bool", "None"], "bool | None"),
        ("Iterable[Union[A, 'B']]", ["Iterable[Union[A, B]]"], "Iterable[Union[A, B]]"),
        ("Dict[str, Optional[typing.Any]]", ["Dict[str, Optional[Any]]"], "Dict[str, Optional[Any]]"),
        ("Callable[[], str] | NotGiven", ["Callable[[], str]"], "Callable[[], str]"),
        ("Callable[..., Any]", ["Callable[..., Any]"], "Callable[..., Any]"),
        ("Type[_T] | Any", ["Type[T]", "Any"], "Any"),
    ):
        assert list(annotations.union_members(text)) == members
        assert annotations.compact(text) == compact


def test_texts_are_escaped_and_linked_once() -> None:
    markdown = importlib.import_module("tools.reference.markdown")
    index = markdown.Index()
    index.claim("RetryPolicy", "limits", "`RetryPolicy`")
    links = markdown.Links(index, "page")
    text = markdown.prose("Takes *args and a RetryPolicy, see `RetryPolicy` and [1].", links)
    assert text == "Takes \\*args and a [RetryPolicy](limits.md#retrypolicy), see `RetryPolicy` and \\[1]."
    with pytest.raises(ValueError, match="twice"):
        index.claim("RetryPolicy", "other", "`RetryPolicy`")
