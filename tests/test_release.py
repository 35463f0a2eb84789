# SPDX-License-Identifier: MIT
"""The version is in one place, and what a release publishes fits together. `tox -e dist` tests the distributions."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from . import package
from .test_docs import ROOT

OTHERS = ("CHANGELOG.md", "ecosystem.md", "how_it_compares.md")  # a heading; other libraries; what was measured
SOURCES = [
    path
    for pattern in (
        "*.md",
        "*.cfg",
        "*.toml",
        "*.ini",
        "docs/**/*.md",
        "openai_stdlib/**/*.py",
        "tools/**/*.py",
        "tests/*.py",
    )
    for path in sorted(ROOT.glob(pattern))
    if path.name not in OTHERS
]

pytestmark = pytest.mark.skipif(not (ROOT / "setup.cfg").exists(), reason="a vendored copy has no releases")


def test_only_the_package_names_its_version() -> None:
    version = re.compile(r"(?<![\w.]){}(?![\w.])".format(re.escape(package.__version__)))
    places = {path.relative_to(ROOT).as_posix() for path in SOURCES if version.search(path.read_text("utf-8"))}
    assert places == {"openai_stdlib/__init__.py"}
    assert "\nversion = attr: openai_stdlib.__version__\n" in (ROOT / "setup.cfg").read_text("utf-8")


def test_the_changelog_begins_with_the_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    headings = re.findall(r"^## \[(.+?)\](?: - (.+))?$", text, flags=re.M)
    assert headings[0][0] in ("Unreleased", package.__version__), "add a heading for the version"
    for version, date in headings:
        assert version == "Unreleased" or re.fullmatch(r"\d{4}-\d\d-\d\d|not yet released", date), version


def test_the_readme_begins_as_the_description_does() -> None:
    description = re.search(r"^description = (.+)$", (ROOT / "setup.cfg").read_text("utf-8"), flags=re.M)
    assert description and description[1] + " " in " ".join((ROOT / "README.md").read_text("utf-8").split()).replace(
        ":", " "
    )


@pytest.mark.parametrize("arguments, error", [(["--outdir", "."], "is not empty"), (["--no-such"], "unrecognized")])
def test_the_tool_refuses_wrong_usage(arguments: list[str], error: str) -> None:
    command = [sys.executable, str(ROOT / "tools" / "dist.py"), *arguments]
    done = subprocess.run(command, cwd=str(ROOT), stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    assert done.returncode == 2 and error in done.stderr.decode()
