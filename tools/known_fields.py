# SPDX-License-Identifier: MIT
"""Write openai_stdlib/answer/known_fields.py: the names of all fields that the API's answers can have.

Run it from the project's root with an interpreter that has the official package installed, whose model classes are
the most complete list of fields there is:  python tools/known_fields.py [--check]
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
import textwrap
from pathlib import Path
from typing import Iterator, Set, Type

TARGET = Path("openai_stdlib/answer/known_fields.py")
MODULE = '''# SPDX-License-Identifier: MIT
"""The names of all fields that answers of the API can have, from its reference. Data only; read by objects.py.

Written by tools/known_fields.py. Imported when an answer is first asked for a field that it doesn't have.
"""

KNOWN_FIELDS = frozenset(
    """
{}
""".split()
)
'''


def models(base: Type[object]) -> Iterator[Type[object]]:
    """Yield every model class that the official package defines."""
    for model in base.__subclasses__():
        yield model
        yield from models(model)


def known_fields() -> Set[str]:
    """Return the names of the fields of all models."""
    import openai.types

    for module in pkgutil.walk_packages(openai.types.__path__, "openai.types."):
        importlib.import_module(module.name)
    names: Set[str] = set()
    for model in models(openai.BaseModel):
        names.update(getattr(model, "model_fields", {}))
    return names


def main() -> int:
    """Write the module, or with --check compare it with what would be written."""
    text = MODULE.format("\n".join(textwrap.wrap(" ".join(sorted(known_fields())), 118)))
    if "--check" in sys.argv:
        same = TARGET.read_text(encoding="utf-8") == text
        print("up to date" if same else "{} is not what this script writes".format(TARGET))
        return 0 if same else 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
