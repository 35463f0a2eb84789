# SPDX-License-Identifier: MIT
"""The documentation: its Python examples run against the embedded server, and it mentions all functions and settings.

Examples are those of README.md, docs/helpers.md and docs/transports.md; examples of test suites run in test runners.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from . import FOLDER, load

ROOT = Path(__file__).resolve().parent.parent
EmbeddedServer = load("testing").EmbeddedServer

pytestmark = pytest.mark.skipif(not (ROOT / "README.md").exists(), reason="a vendored copy has no documentation")


def examples():
    """Return the Python examples of the documentation, in order."""
    paths = [
        path for path in map(ROOT.joinpath, ("README.md", "docs/helpers.md", "docs/transports.md")) if path.exists()
    ]
    text = "".join(path.read_text(encoding="utf-8") for path in paths)
    return re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL)


def run(cwd, *arguments, **environment):
    """Run Python in an environment without the developer's settings; return the finished process."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("OPENAI_")}
    path = os.pathsep.join([str(FOLDER.parent)] + [path for path in sys.path if path])
    return subprocess.run(
        [sys.executable, "-W", "error", *arguments],
        cwd=str(cwd),
        env={**inherited, "PYTHONPATH": path, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=120,
    )


SUITES = [example for example in examples() if "unittest" in example]


@pytest.mark.parametrize(
    "example",
    [example for example in examples() if example not in SUITES],
    ids=lambda example: re.sub(r"\W+", " ", example)[-30:],
)
def test_example_runs(example, tmp_path):
    for library in re.findall(r"^import (requests|urllib3|httpx|aiohttp)$", example, flags=re.MULTILINE):
        pytest.importorskip(library)
        pytest.importorskip("openai_stdlib_transports")
    with EmbeddedServer() as server:
        process = run(tmp_path, "-c", example, OPENAI_API_KEY="sk-readme", OPENAI_BASE_URL=server.base_url)
    assert (process.returncode, process.stderr.decode()) == (0, "")
    assert process.stdout or "environment=False" in example


@pytest.mark.parametrize("runner", [("pytest", "-q", "-p", "no:cacheprovider"), ("unittest", "-q", "test_mine")])
@pytest.mark.parametrize("suite", SUITES, ids=["contract"])
def test_example_of_a_test_suite_runs(suite, runner, tmp_path):
    pytest.importorskip("trustme")
    (tmp_path / "test_mine.py").write_text(suite)
    process = run(tmp_path, "-W", "ignore::UserWarning", "-m", *runner)
    output = (process.stdout + process.stderr).decode()
    assert process.returncode == 0 and re.search(r"([6-9]\d|\d{3}) passed|Ran ([6-9]\d|\d{3}) tests", output), output


def test_every_flat_function_is_documented():
    flat = load("api.flat_functions")
    text = (ROOT / "docs" / "flat_functions.md").read_text(encoding="utf-8")
    for name in flat.FUNCTIONS:
        for dotted, operation in zip(flat.FUNCTIONS[name].split(), flat.FlatFunction(name).rows):
            assert re.search(
                r"`{}\(.*`{} {}`.*`client\.{}`".format(name, operation.method, re.escape(operation.path), dotted), text
            )


def test_every_setting_is_documented():
    config = load("config.config")
    text = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    for name in [*config.FIELDS, *config.ALIASES, *config.HTTP_OPTIONS]:
        assert "`{}`".format(name) in text
