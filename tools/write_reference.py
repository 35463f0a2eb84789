# SPDX-License-Identifier: MIT
"""Write the reference, docs/reference/, from the operation table, the stubs, signatures and docstrings.

    python tools/write_reference.py          # write it
    python tools/write_reference.py --check  # say what is out of date, and exit with 1

It needs Python 3.9 or later and nothing installed; every version writes the same.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Dict, List

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "reference"
sys.path.insert(0, str(ROOT))

from tools.reference import operations, python_api  # noqa: E402

INDEX = """# Reference

What each method, class and function takes and returns. These pages are generated: methods from the operation table and
the type stubs, classes and functions from signatures and docstrings.

The same is at hand without them: `help(client.chat.completions.create)` in a Python prompt, completion in your
[editor](../types.md), and `openai-stdlib api --help` in a terminal.

## Operations

[All operations](operations.md) in one table. By resource of the client:

{resources}

## Classes and functions

{subjects}

Further packages:

{packages}

The functions of openai.ex, such as `openai_stdlib.chat_completion`, are in [Flat functions](../flat_functions.md).

## Names of the openai package

These exist only because programs import them from `openai`: {official}.

Its modules exist as well, such as `openai_stdlib.types`, `openai_stdlib.pagination` and `openai_stdlib.lib`; see
[Migrating from openai](../migrating_from_openai.md).
"""


def write_index(resources: List[str]) -> str:
    """Return the page that links all others."""
    subjects = ["- [{}](python_{}.md)".format(title.capitalize(), title) for title in python_api.SUBJECTS]
    packages = ["- [`{}`](python_{}.md)".format(title, key) for key, (title, _) in python_api.PACKAGES.items()]
    return INDEX.format(
        resources="\n".join("- [`client.{0}`]({0}.md)".format(name) for name in resources),
        subjects="\n".join(subjects),
        packages="\n".join(packages),
        official=", ".join("`{}`".format(name) for name in python_api.official_names()),
    )


def write_pages() -> Dict[str, str]:
    """Return all pages by name."""
    pages = operations.write_pages()
    index = write_index(sorted(name[: -len(".md")] for name in pages if name != "operations.md"))
    return {"index.md": index, **pages, **python_api.write_pages()}


def main(arguments: List[str]) -> int:
    """Write or check the pages, and return the exit code."""
    if arguments not in ([], ["--check"]) or sys.version_info < (3, 9):
        print("usage: python tools/write_reference.py [--check], with Python 3.9 or later", file=sys.stderr)
        return 2
    pages = write_pages()
    TARGET.mkdir(exist_ok=True)
    present = {path.name: path.read_text(encoding="utf-8") for path in TARGET.glob("*.md")}
    outdated = sorted(name for name in {*pages, *present} if pages.get(name) != present.get(name))
    if arguments:
        for name in outdated:
            print("docs/reference/{} is out of date; run python tools/write_reference.py".format(name))
        return 1 if outdated else 0
    for name in outdated:
        if name in pages:
            (TARGET / name).write_text(pages[name], encoding="utf-8")
        else:
            (TARGET / name).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
