# SPDX-License-Identifier: MIT
"""Write the type stubs of the package: what editors and type checkers see of the operations, models and clients.

Run it from the project's root with an interpreter that has the official package and ruff:

    python tools/write_stubs.py            write the stubs
    python tools/write_stubs.py --check    report the stubs that differ from what would be written

Names, types and what is optional come from the official package; which operations exist, their methods and paths come
from this project's tables. No documentation is read. Stubs without the line "Written by" are kept by hand.
"""

from __future__ import annotations

import argparse
import ast
import subprocess
import sys
from pathlib import Path
from typing import Dict, List

PROJECT = Path(__file__).resolve().parent.parent
PACKAGE = PROJECT / "openai_stdlib"
sys.path.insert(0, str(PROJECT))

from tools.stubs.write import HEAD, build_stubs  # noqa: E402  # importable from the line above on


def list_generated() -> List[Path]:
    """Return the stubs in the package that this program wrote."""
    return [path for path in PACKAGE.rglob("*.pyi") if path.read_text(encoding="utf-8").startswith(HEAD)]


def find_differences(texts: Dict[str, str]) -> List[str]:
    """Return what differs from the stubs in the package; the format of the text does not count."""
    differences = ["not written by this program: " + str(path.relative_to(PACKAGE)) for path in list_generated()]
    differences = [text for text in differences if text.partition(": ")[2].replace("\\", "/") not in texts]
    for name, text in texts.items():
        path = PACKAGE / name
        if not path.exists():
            differences.append("missing: " + name)
        elif ast.dump(ast.parse(path.read_text(encoding="utf-8"))) != ast.dump(ast.parse(text)):
            differences.append("differs: " + name)
    return differences


def write(texts: Dict[str, str]) -> None:
    """Replace the stubs in the package and format them."""
    for path in list_generated():
        path.unlink()
    for name, text in texts.items():
        path = PACKAGE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    subprocess.run(["ruff", "format", "--quiet", str(PACKAGE)], check=True)


def main() -> int:
    """Write or check the stubs; return the exit code."""
    parser = argparse.ArgumentParser(description="Write the type stubs of the package.")
    parser.add_argument("--check", action="store_true", help="only report differences; exit with 1 if there are any")
    is_check = parser.parse_args().check
    import openai

    texts = build_stubs(Path(openai.__file__).parent, PACKAGE)
    if not is_check:
        write(texts)
        print("{} stubs, {} KB".format(len(texts), sum(map(len, texts.values())) // 1000))
        return 0
    differences = find_differences(texts)
    for difference in differences[:20]:
        print(difference)
    print("{} of {} stubs differ".format(len(differences), len(texts)) if differences else "all stubs are up to date")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
