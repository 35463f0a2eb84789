# SPDX-License-Identifier: MIT
"""The models of the API under the official names and modules: `from openai_stdlib.types.chat import ChatCompletion`.

The classes are those of the objects that calls return. There is no file for each module below this package: the
finder in ../compat/finder.py makes them, and ../compat/models.py looks their names up.
"""

from __future__ import annotations

from ..compat import models

__path__ = []  # no module below is a file; this folder also has their type stubs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List


def __getattr__(name: str) -> Any:
    if name == "__all__":
        return models.list_names("")
    if models.entry_kind(name):
        return __import__(name, globals(), None, ["__name__"], 1)  # "*" would look all its names up
    try:
        return models.lookup("", name)
    except KeyError:
        raise AttributeError("module {!r} has no attribute {!r}".format(__name__, name)) from None


def __dir__() -> List[str]:
    return models.list_names("")
