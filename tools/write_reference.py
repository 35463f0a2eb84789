# SPDX-License-Identifier: MIT
"""Write the reference in docs/reference: all operations of the API, and all public names of the Python packages.

    python tools/write_reference.py            write the pages
    python tools/write_reference.py --check    report the pages that differ from what would be written

It reads the table of operations, the type stubs and the docstrings. Any supported Python writes the same pages, and no
other package is needed. tools/reference/subjects.py says which public name is on which page.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Dict, List

PROJECT = Path(__file__).resolve().parent.parent
FOLDER = PROJECT / "docs" / "reference"
sys.path.insert(0, str(PROJECT))

from tools.reference.markdown import Index  # noqa: E402  # importable from the line above on
from tools.reference.operations import OperationPages  # noqa: E402
from tools.reference.overview import build_call_options, build_index  # noqa: E402
from tools.reference.python_api import PythonPages  # noqa: E402


def build_pages() -> Dict[str, str]:
    """Return the text of each page by its file name."""
    index = Index()
    operations, python = OperationPages(index), PythonPages(index)
    pages = {**operations.build(), **python.build()}
    pages["operations"] = operations.build_table()
    pages["call_options"] = build_call_options()
    pages["index"] = build_index(operations.titles())
    return {name + ".md": text for name, text in sorted(pages.items())}


def find_differences(pages: Dict[str, str]) -> List[str]:
    """Return what differs from the pages in the folder."""
    differences = [
        "not needed any more: " + path.name for path in sorted(FOLDER.glob("*.md")) if path.name not in pages
    ]
    for name, text in pages.items():
        path = FOLDER / name
        if not path.exists():
            differences.append("missing: " + name)
        elif path.read_text(encoding="utf-8") != text:
            differences.append("differs: " + name)
    return differences


def write(pages: Dict[str, str]) -> None:
    """Replace the pages in the folder."""
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, text in pages.items():
        (FOLDER / name).write_bytes(text.encode("utf-8"))  # with "\n" on each system


def main() -> int:
    """Write or check the pages; return the exit code."""
    parser = argparse.ArgumentParser(description="Write the reference in docs/reference.")
    parser.add_argument("--check", action="store_true", help="only report differences; exit with 1 if there are any")
    is_check = parser.parse_args().check
    pages = build_pages()
    if not is_check:
        write(pages)
        print("{} pages, {} KB".format(len(pages), sum(len(text.encode("utf-8")) for text in pages.values()) // 1000))
        return 0
    differences = find_differences(pages)
    for difference in differences:
        print(difference)
    print("run `python tools/write_reference.py`" if differences else "all pages are up to date")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
