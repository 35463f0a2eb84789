# SPDX-License-Identifier: MIT
"""The names of the official package that known programs use, listed in used_names.txt.

    python -m tools.follow.used_names FOLDER [--write]

FOLDER has wheels or sources of programs (`pip download --no-deps --dest FOLDER llm instructor …`). Run it from the
project's root with an interpreter that has the official package: names that it lacks are left out. The names are
printed; `--write` adds them to the list. Names are read from the syntax trees; no program runs.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import re
import sys
import warnings
import zipfile
from pathlib import Path
from typing import Any, Dict, Iterable, Iterator, List, Optional, Set

PACKAGE = "openai"
LIST = Path(__file__).resolve().parent / "used_names.txt"
MODULE_TEXT = re.compile(PACKAGE + r"(\.\w+)+$")
NAME_TEXT = re.compile(r"[A-Za-z]\w*(\.\w+)*$")
AFTER_DUNDER = re.compile(r"(\.__\w+__)\..*")  # attributes of `__annotations__` and others are not the package's
HEAD = """\
# Names of the official package, without `openai.` in front, that known programs import, touch or wrap.
# `python -m tools.follow.used_names FOLDER --write` adds those that the wheels in a folder use.
"""


def read_list() -> List[str]:
    """Return the listed names."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def has_name(package: str, dotted: str) -> bool:
    """Tell whether a package has a name: an attribute, or a module that can be imported."""
    value: Any = importlib.import_module(package)
    path = package
    for name in dotted.split("."):
        path += "." + name
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                value = getattr(value, name) if hasattr(value, name) else importlib.import_module(path)
            except Exception:  # an optional library is missing, or an option of the module-level client
                return False
    return True


def find_names(source: str) -> Set[str]:
    """Return the names of the package that a program uses, without the package's own name in front."""
    tree = ast.parse(source)
    bound: Dict[str, str] = {}  # names of the program -> what they stand for
    found: Set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if (alias.name + ".").startswith(PACKAGE + "."):
                    found.add(alias.name)
                    bound[alias.asname or PACKAGE] = alias.name if alias.asname else PACKAGE
        elif isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").partition(".")[0] == PACKAGE:
            for alias in node.names:
                found.add("{}.{}".format(node.module, alias.name))
                bound[alias.asname or alias.name] = "{}.{}".format(node.module, alias.name)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            found.update(filter(None, [dotted_name(node, bound)]))
        elif isinstance(node, ast.Call):
            found.update(named_in_texts(node))
    names = {AFTER_DUNDER.sub(r"\1", name[len(PACKAGE) + 1 :]) for name in found}
    return {name for name in names if name and not name.endswith("*")}


def dotted_name(node: ast.AST, bound: Dict[str, str]) -> Optional[str]:
    """Return what an attribute of an imported name is, None for any other."""
    if isinstance(node, ast.Attribute):
        owner = dotted_name(node.value, bound)
        return owner and "{}.{}".format(owner, node.attr)
    return bound.get(node.id) if isinstance(node, ast.Name) else None


def named_in_texts(call: ast.Call) -> Iterator[str]:
    """Yield what a call names in texts: `wrap_function_wrapper("openai.resources.embeddings", "Embeddings.create")`."""
    arguments = [*call.args, *(keyword.value for keyword in call.keywords)]
    texts = [node.value for node in arguments if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    for text, following in zip(texts, [*texts[1:], ""]):
        if MODULE_TEXT.match(text):
            yield text
            if NAME_TEXT.match(following) and not following.startswith(PACKAGE):
                yield "{}.{}".format(text, following)


def iter_sources(folder: Path) -> Iterator[str]:
    """Yield the modules of all programs in a folder that name the package."""
    for wheel in sorted(folder.glob("*.whl")):
        with zipfile.ZipFile(str(wheel)) as archive:
            for name in archive.namelist():
                if name.endswith(".py"):
                    yield archive.read(name).decode("utf-8", "replace")
    for path in sorted(folder.rglob("*.py")):
        yield path.read_text(encoding="utf-8", errors="replace")


def collect(sources: Iterable[str]) -> List[str]:
    """Return the names that programs use and the installed official package has."""
    names: Set[str] = set()
    for source in sources:
        if PACKAGE in source:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                try:
                    names.update(find_names(source))
                except (SyntaxError, ValueError):  # a template, or for a later Python
                    pass
    return sorted(name for name in names if has_name(PACKAGE, name))


def main() -> int:
    """Print the names, or add them to the list."""
    parser = argparse.ArgumentParser(prog="used_names", description="Find the names that programs use.")
    parser.add_argument("folder", type=Path, help="with wheels or sources of programs")
    parser.add_argument("--write", action="store_true", help="add the names to used_names.txt")
    options = parser.parse_args()
    names = collect(iter_sources(options.folder))
    if options.write:
        known = read_list() if LIST.exists() else []
        LIST.write_text(HEAD + "\n".join(sorted({*known, *names})) + "\n", encoding="utf-8")
    else:
        print("\n".join(names))
    return 0


if __name__ == "__main__":
    sys.exit(main())
