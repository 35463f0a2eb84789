# SPDX-License-Identifier: MIT
"""Check the documentation: run its Python examples, follow its links, and look for names that it must describe.

Each example of README.md and docs/ runs as a program of its own against the embedded server; the one that is a test
suite runs under two test runners.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from . import FOLDER, load, package

ROOT = Path(__file__).resolve().parent.parent
EmbeddedServer = load("testing").EmbeddedServer

DOCS = sorted((ROOT / "docs").glob("*.md"))
PAGES = [path for path in [ROOT / "README.md", *DOCS] if path.exists()]
REFERENCE = sorted((ROOT / "docs" / "reference").glob("*.md"))  # tests/test_reference.py has further tests of it
LINKED_PAGES = [*PAGES, *REFERENCE, *sorted((ROOT / "examples").glob("*/README.md"))] + [
    path
    for path in map(ROOT.joinpath, ("ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "benchmarks/README.md"))
    if path.exists()
]
ENGINE_LIBRARIES = {"ray_data": ["ray"], "dask_collections": ["dask", "distributed"], "spark": ["pyspark"]}
FENCE = re.compile(r"^```.*?^```$", flags=re.DOTALL | re.MULTILINE)

pytestmark = pytest.mark.skipif(not PAGES, reason="a vendored copy has no documentation")


def page_name(path):
    """Return the path of a page relative to the project's root."""
    return path.relative_to(ROOT).as_posix() if isinstance(path, Path) else "none"  # of copies without documents


def python_examples():
    """Return a pytest parameter for each Python example of README.md and docs/, named by page and line."""
    examples = []
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        for match in re.finditer(r"^```python\n(.*?)^```$", text, flags=re.DOTALL | re.MULTILINE):
            line = text.count("\n", 0, match.start()) + 1
            examples.append(pytest.param(match.group(1), id="{}:{}".format(page_name(path), line)))
    return examples


def is_suite(example):
    """Return whether a parameter of `python_examples` is a test suite rather than a program."""
    return "unittest" in example.values[0]


def run_python(folder, *arguments, **environment):
    """Run Python in `folder`, without the developer's OPENAI_ variables and with warnings as errors."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("OPENAI_")}
    path = os.pathsep.join([str(FOLDER.parent)] + [path for path in sys.path if path])
    return subprocess.run(
        [sys.executable, "-W", "error", *arguments],
        cwd=str(folder),
        env={**inherited, "PYTHONPATH": path, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=120,
    )


@pytest.mark.parametrize("example", [example for example in python_examples() if not is_suite(example)])
def test_example_runs_against_the_embedded_server(example, tmp_path):
    for library in re.findall(r"^import (requests|urllib3|httpx|aiohttp)$", example, flags=re.MULTILINE):
        pytest.importorskip(library)
        pytest.importorskip("openai_stdlib_transports")
    if "WebsocketsTransport" in example:
        pytest.importorskip("websockets")
    engines = re.findall(r"^from openai_stdlib_engines\.(\w+) ", example, flags=re.MULTILINE)
    for engine in engines:
        for library in ENGINE_LIBRARIES[engine]:
            if find_spec(library) is None:
                pytest.skip("needs " + library)
    with EmbeddedServer() as server:
        warnings = ["-W", "ignore"] if engines else []  # engines have warnings and logs of their own
        process = run_python(
            tmp_path, *warnings, "-c", example, OPENAI_API_KEY="sk-docs", OPENAI_BASE_URL=server.base_url
        )
    assert (process.returncode, "" if engines else process.stderr.decode()) == (0, ""), process.stderr.decode()
    assert process.stdout


@pytest.mark.parametrize("runner", [("pytest", "-q", "-p", "no:cacheprovider"), ("unittest", "-q", "test_mine")])
@pytest.mark.parametrize("suite", [example for example in python_examples() if is_suite(example)])
def test_contract_suite_example_passes(suite, runner, tmp_path):
    pytest.importorskip("trustme")
    (tmp_path / "test_mine.py").write_text(suite)
    process = run_python(tmp_path, "-W", "ignore::UserWarning", "-m", *runner)
    output = (process.stdout + process.stderr).decode()
    assert process.returncode == 0 and re.search(r"([5-9]\d|\d{3}) passed|Ran ([5-9]\d|\d{3}) tests", output), output


def heading_anchors(path):
    """Return the anchors that GitHub gives to the headings of a page."""
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ +(.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", LINKED_PAGES, ids=page_name)
def test_relative_links_point_to_existing_files_and_headings(path):
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        if not target.exists() or (anchor and anchor not in heading_anchors(target)):
            broken.append(link)
    assert broken == []


def test_index_links_every_page_once():
    links = re.findall(r"\]\(([^)\s]+)\)", (ROOT / "docs" / "index.md").read_text(encoding="utf-8"))
    assert sorted(links) == [path.name for path in DOCS if path.name != "index.md"]


def test_every_flat_function_is_documented():
    text = (ROOT / "docs" / "flat_functions.md").read_text(encoding="utf-8")
    for name, dotted_names in load("api.flat_functions").FUNCTIONS.items():
        usages = getattr(package, name).__doc__.split("\n\n")[1:]  # "GET /models." and so on, one per operation
        assert len(usages) == len(dotted_names.split())
        for dotted, usage in zip(dotted_names.split(), usages):
            method, path = usage.split()[:2]
            assert re.search(
                r"`{}\(.*`{} {}`.*`client\.{}`".format(name, method, re.escape(path.rstrip(".")), dotted), text
            )


def test_every_setting_is_documented():
    config = load("config.config")
    options = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    http_options = (ROOT / "docs" / "flat_functions.md").read_text(encoding="utf-8").partition("## http_options")[2]
    for name in [*config.FIELDS, *config.ALIASES, *config.ENV_VARS.values()]:
        assert "`{}`".format(name) in options
    for name in load("config.http_options").HTTP_OPTIONS:
        assert "`{}`".format(name) in http_options


def test_every_error_is_documented():
    text = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    for name in dir(package):
        value = getattr(package, name, None)
        if isinstance(value, type) and issubclass(value, Exception):
            assert "`{}`".format(name) in text, name


def test_every_fault_is_documented():
    faults = load("testing.faults")
    text = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8").partition("## Faults")[2]
    for name in re.findall(r"^    ([a-z-]+)", faults.__doc__, flags=re.MULTILINE):
        assert re.search(r"`{}[=`]".format(name), text), name
