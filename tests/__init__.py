# SPDX-License-Identifier: MIT
"""The test suite, which can run against any copy of the package.

The environment variable PACKAGE_UNDER_TEST names a vendored copy, such as `hostapp._vendor.oai`. Tests must import the
package through `package` and `load("call.exchange")` only.
"""

import importlib
import os
from pathlib import Path
from types import ModuleType

PACKAGE = os.environ.get("PACKAGE_UNDER_TEST", "openai_stdlib")
package = importlib.import_module(PACKAGE)
FOLDER = Path(str(package.__file__)).parent
# Modules that import pydantic, which the programs that use them have.
NEED_PYDANTIC = ("compat.pydantic_base", "compat.pydantic_models")


def load(module: str) -> ModuleType:
    """Import a module of the package under test, such as `load("results.sse")`."""
    return importlib.import_module(PACKAGE + "." + module)
