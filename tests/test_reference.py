# SPDX-License-Identifier: MIT
"""The generated reference is up to date, and has every operation and every public name once."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from . import load, package
from .test_docs import ROOT

FOLDER = ROOT / "docs" / "reference"
pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="a vendored copy has no documentation")


def pages() -> dict[str, str]:
    """Return the text of the pages by name."""
    return {path.name: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.md"))}


@pytest.mark.skipif(sys.version_info < (3, 9), reason="the tool needs Python 3.9")
def test_it_is_up_to_date() -> None:
    command = [sys.executable, str(ROOT / "tools" / "write_reference.py"), "--check"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    assert (done.returncode, done.stdout.decode(), done.stderr.decode()) == (0, "", "")


def test_it_has_every_operation() -> None:
    table = pages()["operations.md"]
    texts = pages()
    for line in (ROOT / "tests" / "data" / "operations.tsv").read_text("utf-8").splitlines()[1:]:
        name, method, path = line.split("\t")[:3]
        row = r"^\| \[`{}`\]\([^)]+\) \| `{} {}` \|".format(*map(re.escape, (name, method, path)))
        assert re.search(row, table, flags=re.M), name
        assert texts[name.partition(".")[0] + ".md"].count("\n## client.{}\n".format(name)) == 1, name


def test_it_has_every_public_name_once() -> None:
    text = "\n".join(text for name, text in pages().items() if name.startswith("python_"))
    official = pages()["index.md"].partition("## Names of the openai package")[2]
    functions = set(load("api.flat_functions").FUNCTIONS)
    for name in package.__all__:
        headings = len(re.findall(r"^## {}$".format(name), text, flags=re.M))
        if name in functions or name in load("api").ROOT_RESOURCES:
            continue  # docs/flat_functions.md, and pages of their own
        assert headings + ("`{}`".format(name) in official) >= 1, name
    own = [name for names in package.MODULES.values() for name in names.split()]
    for name in own:
        assert len(re.findall(r"^## {}$".format(name), text, flags=re.M)) in (1, 2), name  # 2: also in a subpackage


@pytest.mark.parametrize("name", sorted(pages()) if FOLDER.exists() else [])
def test_a_page_is_complete(name: str) -> None:
    text = pages()[name]
    assert not re.search(r" object at 0x|<class |\bTODO\b", text)
    assert text.startswith("# ") and text.endswith("\n") and "\n\n\n" not in text
    assert not re.search(r"^## .+\n\n(?=## |\Z)", text, flags=re.M), "a section without text"
    assert text.count("\n```") % 2 == 0
