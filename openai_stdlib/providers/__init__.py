# SPDX-License-Identifier: MIT
"""Who serves the API beside OpenAI itself: `OpenAI(provider=bedrock(…))`, `vertex(…)`, and Azure.

One file each, and base.py for what they have in common. They know HTTP requests and credentials, and no client.
Importing this folder imports none of them (PEP 562).
"""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MODULES = {"AzureProvider": "azure", "Provider": "base", "bedrock": "bedrock", "vertex": "vertex"}


class _Package(type(sys)):  # type: ignore[misc]  # the type of modules, without an import for it
    """Here `bedrock` and `vertex` are the functions, whoever imported the modules of these names before."""

    def __setattr__(self, name: str, value: "Any") -> None:
        # The import system sets a submodule as an attribute of its package.
        super().__setattr__(name, getattr(value, name) if name in MODULES else value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> "Any":
    if name not in MODULES:
        raise AttributeError("module {!r} has no attribute {!r}".format(__name__, name))
    return getattr(__import__(__name__ + "." + MODULES[name], None, None, [name]), name)
