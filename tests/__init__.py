# SPDX-License-Identifier: MIT
"""The test suite, which can run against any copy of the package.

The environment variable PACKAGE_UNDER_TEST names a vendored copy, such as `hostapp._vendor.oai`. Tests must import the
package through `package` and `load("call.exchange")` only. Tests that need what was left out of a copy are skipped.
"""

import importlib
import os
from pathlib import Path
from types import ModuleType
from typing import Dict, List

import pytest

PACKAGE = os.environ.get("PACKAGE_UNDER_TEST", "openai_stdlib")
package = importlib.import_module(PACKAGE)
FILE = Path(str(package.__file__))
IS_SINGLE_FILE = FILE.name != "__init__.py"  # as `vendor --single-file` writes it
FOLDER = FILE.with_suffix("") if IS_SINGLE_FILE else FILE.parent  # a single file has none
HAS_STUBS = (FOLDER / "types" / "__init__.pyi").exists()
needs_stubs = pytest.mark.skipif(not HAS_STUBS, reason="this copy has no type stubs")
needs_files = pytest.mark.skipif(IS_SINGLE_FILE, reason="a single file has no files to copy")
# Set for copies, and for Pythons between the oldest and the newest that tools/test.py finds; conftest.py says what they
# leave out.
IS_MIDDLE_VERSION = bool(os.environ.get("MIDDLE_VERSION"))
IS_MIDDLE_INTERPRETER = os.environ.get("MIDDLE_VERSION") == "interpreter"
# Modules that import pydantic, which the programs that use them have.
NEED_PYDANTIC = ("compat.pydantic_base", "compat.pydantic_models", "compat.pydantic_names")


LEFT_OUT = " left out of this copy"  # in the errors of a copy that the command `vendor` has written


def load(module: str) -> ModuleType:
    """Import a module of the package under test, such as `load("results.sse")`."""
    try:
        return importlib.import_module(PACKAGE + "." + module)
    except ModuleNotFoundError as error:
        if LEFT_OUT in str(error):
            pytest.skip(str(error), allow_module_level=True)
        raise


def read_recorded(name: str) -> Dict[str, List[List[str]]]:
    """Return the lines that a program printed with the official package, by program; of its sync client first."""
    programs: Dict[str, List[List[str]]] = {}
    for line in (Path(__file__).parent / "data" / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            programs.setdefault(line[2:], []).append([])
        else:
            list(programs.values())[-1][-1].append(line)
    return programs
