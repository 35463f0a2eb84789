# SPDX-License-Identifier: MIT
"""The version is in one place, and what a release publishes fits together. `tox -e dist` tests the distributions."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from . import package
from .test_docs import ROOT

dist = pytest.importorskip("tools.dist", reason="a copy of the folder alone has no tools")
OTHER_VERSIONS = (  # files that name the versions of other libraries, or of examples
    "docs/ecosystem.md",
    "docs/how_it_compares.md",
    "examples/",
    "tools/ecosystem/",
)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Return a folder that looks like an unpacked sdist, with the files that describe the release."""
    (tmp_path / "openai_stdlib.egg-info").mkdir()
    (tmp_path / "openai_stdlib").mkdir()
    for name in ("README.md", "CHANGELOG.md", "openai_stdlib/__init__.py"):
        shutil.copy(str(ROOT / name), str(tmp_path / name))
    (tmp_path / "openai_stdlib.egg-info" / "SOURCES.txt").write_text("README.md\nCHANGELOG.md\nmissing.py\n")
    return tmp_path


def test_only_the_package_names_its_version() -> None:
    if not ((ROOT / ".git").exists() and shutil.which("git") or (ROOT / "openai_stdlib.egg-info").exists()):
        pytest.skip("neither a clone nor an unpacked sdist")
    version = re.compile(r"(?<![\w.]){}(?![\w.])".format(re.escape(package.__version__)))
    places = []
    for path in dist.list_sources(ROOT):
        text = (ROOT / path).read_text("utf-8", errors="replace")
        if not path.startswith(OTHER_VERSIONS):
            places += [(path, line) for line in text.splitlines() if version.search(line)]
    places = [place for place in places if place[0] != "CHANGELOG.md" or not place[1].startswith("## [")]
    assert places == [("openai_stdlib/__init__.py", '__version__ = "{}"'.format(package.__version__))]
    assert "\nversion = attr: openai_stdlib.__version__\n" in (ROOT / "setup.cfg").read_text("utf-8")


def test_the_changelog_begins_with_the_version() -> None:
    headings = re.findall(r"^## \[(.+?)\] - (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), flags=re.M)
    (newest, date), released = headings[0], headings[1:]
    assert newest == package.__version__ and re.fullmatch(r"\d{4}-\d\d-\d\d|not yet released", date)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", date) for _, date in released)


def test_the_readme_begins_as_the_description_does() -> None:
    description = re.search(r"^description = (.+)$", (ROOT / "setup.cfg").read_text("utf-8"), flags=re.M)
    assert description
    text = " ".join((ROOT / "README.md").read_text("utf-8").split())
    assert text.startswith("# openai-stdlib {}: ".format(description[1]))


@pytest.mark.parametrize(
    "text, without_address, with_address",
    [
        ("see [Errors](docs/errors.md#table).", "see Errors.", "see [Errors](https://a/v1/docs/errors.md#table)."),
        ("[`x`](docs/x.md) `[a](b)`", "`x` `[a](b)`", "[`x`](https://a/v1/docs/x.md) `[a](b)`"),
        ("![A call](docs/call.svg)", "A call", "![A call](https://a/v1/docs/call.svg)"),
        ("[Why](#why) [two\nlines](a.md)", "[Why](#why) two\nlines", "[Why](#why) [two\nlines](https://a/v1/a.md)"),
    ],
)
def test_relative_links_of_the_readme(text: str, without_address: str, with_address: str) -> None:
    assert dist.convert_links(text, "1", "") == without_address + dist.PAGES_NOTE
    assert dist.convert_links(text, "1", "https://a/v{version}/{path}") == with_address


@pytest.mark.parametrize("text", ["[x](https://pypi.org/)", "```python\nrow[0](a)\n```\n", "`f[0](a)`", "[no] (link)"])
def test_everything_else_in_the_readme_stays(text: str) -> None:
    assert dist.convert_links(text, "1", "") == text


def test_sources_without_git(sources: Path, tmp_path: Path) -> None:
    assert dist.list_sources(sources) == ["CHANGELOG.md", "README.md"]  # what is not in the list is not part of it
    assert dist.find_version(sources) == package.__version__
    (sources / "openai_stdlib.egg-info" / "SOURCES.txt").unlink()
    with pytest.raises(SystemExit, match="neither a clone nor an unpacked sdist"):
        dist.list_sources(sources)


@pytest.mark.parametrize(
    "heading, may_be_published",
    [
        ("[1.2.3] - 2027-01-31", True),
        ("[1.2.3] - not yet released", False),
        ("[1.2.2] - 2027-01-31", False),
        ("[Unreleased]", False),
    ],
)
def test_a_release_needs_a_date(sources: Path, heading: str, may_be_published: bool) -> None:
    (sources / "CHANGELOG.md").write_text("# Changelog\n\n## {}\n\n## [1.2.3] - 2026-01-31\n".format(heading))
    assert (dist.find_obstacles(sources, "1.2.3") == []) is may_be_published


def test_a_release_needs_a_tag_and_no_changes(sources: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *identity, *arguments], cwd=str(sources), check=True, stdout=subprocess.DEVNULL)

    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    (sources / "CHANGELOG.md").write_text("## [1.2.3] - 2027-01-31\n")
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "x", "--date", "2027-01-31T00:00:00Z")
    assert dist.find_obstacles(sources, "1.2.3") == ["the commit has no tag v1.2.3"]
    git("tag", "v1.2.3")
    assert dist.find_obstacles(sources, "1.2.3") == []
    (sources / "README.md").write_text("changed")
    assert dist.find_obstacles(sources, "1.2.3") == ["there are changes that are not committed"]


@pytest.mark.parametrize(
    "arguments, error", [(["--outdir", "."], "is not empty|install|needs"), (["--no-such"], "unrecognized")]
)
def test_the_tool_refuses_wrong_usage(arguments: list[str], error: str) -> None:
    command = [sys.executable, str(ROOT / "tools" / "dist.py"), *arguments]
    done = subprocess.run(command, cwd=str(ROOT), stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    assert done.returncode == 2 and re.search(error, done.stderr.decode())
