# SPDX-License-Identifier: MIT
"""Providers other than OpenAI: Azure OpenAI, Amazon Bedrock, Google Vertex AI; `OpenAI(provider=bedrock(…))`.

profiles.py has the servers that are compatible with OpenAI; `OpenAI(provider="ollama")`.

base.py is the interface of a provider. The modules here know HTTP requests and credentials but no client. Importing
this subpackage imports none of them (PEP 562).
"""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List

MODULES = {
    "AzureProvider": "azure",
    "PROFILES": "profiles",
    "Provider": "base",
    "ProfileProvider": "profiles",
    "bedrock": "bedrock",
    "vertex": "vertex",
}
__all__ = list(MODULES)  # pyright: ignore[reportUnsupportedDunderAll]


class _Package(type(sys)):  # type: ignore[misc]  # the module type, without importing `types`
    """Module class under which `bedrock` and `vertex` stay functions after the modules of these names are imported."""

    def __setattr__(self, name: str, value: "Any") -> None:
        # The import system sets each imported submodule as an attribute of its package.
        if name in MODULES:
            super().__setattr__("_{}_module".format(name), value)
            value = getattr(value, name)
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> "Any":
    if name not in MODULES:
        raise AttributeError("module {!r} has no attribute {!r}".format(__name__, name))
    return getattr(__import__(MODULES[name], globals(), None, [name], 1), name)


def __dir__() -> "List[str]":
    return sorted({*globals(), *MODULES})
