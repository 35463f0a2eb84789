# SPDX-License-Identifier: MIT
"""The classes of the operations under the official names: `from openai_stdlib.resources.chat import Completions`.

The finder in ../compat/finder.py makes the modules below, and ../compat/resources.py looks their names up; this folder
also has their type stubs.
"""

from __future__ import annotations

from ..compat import resources

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List

__path__: List[str] = []  # no module below is a file


def __getattr__(name: str) -> Any:
    if name == "__all__":
        return resources.list_names("")
    if name[:1] != "_" and resources.entry_kind(name):
        return __import__(name, globals(), None, ["__name__"], 1)
    try:
        value = resources.lookup("", name)
    except KeyError:
        raise AttributeError("module {!r} has no attribute {!r}".format(__name__, name)) from None
    globals()[name] = value
    return value


def __dir__() -> List[str]:
    return resources.list_names("")
