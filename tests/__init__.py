# SPDX-License-Identifier: MIT
"""The suite. Which package it tests is said here and nowhere else.

PACKAGE_UNDER_TEST=hostapp._vendor.oai runs it over a vendored copy. Tests reach the package through `package` and
`load("call.exchange")`, so that they hold for any copy.
"""

import importlib
import os
from pathlib import Path
from types import ModuleType

PACKAGE = os.environ.get("PACKAGE_UNDER_TEST", "openai_stdlib")
package = importlib.import_module(PACKAGE)
FOLDER = Path(str(package.__file__)).parent


def load(module: str) -> ModuleType:
    """Import a module of the package under test: load("results.sse")."""
    return importlib.import_module(PACKAGE + "." + module)
