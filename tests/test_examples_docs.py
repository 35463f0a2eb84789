# SPDX-License-Identifier: MIT
"""docs/hosts.md: what it quotes from the examples is there, and each example is described."""

from __future__ import annotations

import re
import textwrap

from .examples import EXAMPLES, ROOT

PAGE = (ROOT / "docs" / "hosts.md").read_text(encoding="utf-8")
HOSTS = {"ansible_module", "blender_addon", "embedded_library", "qgis_plugin", "sublime_plugin", "tkinter_app"}


def test_quotations_are_parts_of_the_examples() -> None:
    """test_docs.py runs the examples in blocks named python; those named py need their host."""
    quotations = re.findall(r"^```py\n(.*?)^```$", PAGE, flags=re.DOTALL | re.MULTILINE)
    sources = [path.read_text(encoding="utf-8") for path in EXAMPLES.rglob("*.py") if "openai_client" not in path.parts]
    assert len(quotations) == 4
    for quotation in quotations:
        assert any(quotation in source for source in sources), textwrap.dedent(quotation)


def test_each_example_is_described() -> None:
    for name in HOSTS:
        assert "../examples/{}/README.md".format(name) in PAGE
        readme = (EXAMPLES / name / "README.md").read_text(encoding="utf-8")
        (anchor,) = re.findall(r"docs/hosts\.md#([\w-]+)", readme)
        headings = [line[3:].lower().replace(" ", "-") for line in PAGE.splitlines() if line.startswith("## ")]
        assert anchor in headings
