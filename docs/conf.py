# SPDX-License-Identifier: MIT
"""Settings of Sphinx, which builds the documentation as a site: `tox -e docs`.

The source folder is the root of the repository, so that relative links mean the same on the site, on a forge and in an
editor. The table of contents comes from the groups and links of docs/index.md.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import List

from sphinx.application import Sphinx

ROOT = Path(__file__).resolve().parent.parent
VERSION = re.search(r'^__version__ = "(.+)"$', (ROOT / "openai_stdlib/__init__.py").read_text("utf-8"), flags=re.M)
assert VERSION, "openai_stdlib/__init__.py: there is no __version__"

# Sphinx reads these names.
project = "openai-stdlib"
release = version = VERSION[1]
author = "The openai-stdlib authors"
language = "en"
extensions = ["myst_parser", "sphinx_copybutton"]
root_doc = "docs/index"
include_patterns = ["docs/**.md", "*.md", "benchmarks/README.md", "examples/*/README.md"]
exclude_patterns = [".tox", ".venv", "build", "dist"]
nitpicky = True
suppress_warnings = ["misc.highlighting_failure"]  # "…" stands for code that is left out

myst_heading_anchors = 4
html_theme = "furo"
html_title = "openai-stdlib " + release
html_static_path = ["_static"]
html_extra_path = ["_start"]  # index.html, which opens the home page
html_css_files = ["site.css"]
html_favicon = "_static/favicon.svg"
html_copy_source = False
html_use_index = False
html_show_copyright = False
html_show_sphinx = False
html_last_updated_fmt = None  # equal sources give equal pages
html_theme_options = {"navigation_with_keys": True}
pygments_style = "default"
pygments_dark_style = "github-dark"

OTHER_PAGES = ["README", "CHANGELOG", "SECURITY", "ARCHITECTURE", "CONTRIBUTING", "benchmarks/README"]


def add_table_of_contents(app: Sphinx, name: str, content: List[str]) -> None:
    """Append hidden tables of contents to the home page, one for each of its groups of links, and to the reference."""
    if name == "docs/reference/index":
        pages = re.findall(r"\]\((\w+)\.md\)", content[0])
        content[0] += "\n\n" + "\n".join(["```{toctree}", ":hidden:", *pages, "```"]) + "\n"
    if name != root_doc:
        return
    groups = re.split(r"^## (.+)$", content[0], flags=re.M)
    captions, lists = groups[1::2], groups[2::2]
    entries = [["/docs/" + link for link in re.findall(r"\]\(([\w/]+)\.md\)", text)] for text in lists]
    examples = sorted(path.parent.name for path in ROOT.glob("examples/*/README.md"))
    captions += ["Examples", "The project"]
    entries += [["/examples/{}/README".format(example) for example in examples]]
    entries += [["/" + page for page in OTHER_PAGES if (ROOT / (page + ".md")).exists()]]
    for caption, pages in zip(captions, entries):
        lines = ["```{toctree}", ":hidden:", ":caption: " + caption, *pages, "```"]
        content[0] += "\n\n" + "\n".join(lines) + "\n"


def setup(app: Sphinx) -> None:
    """Register the function that makes the table of contents."""
    app.connect("source-read", add_table_of_contents)
