# SPDX-License-Identifier: MIT
"""What was left out of this copy of the package, which the command `vendor` fills in; the package itself is complete.

The import system asks `check` about modules that are not found, so nothing else has to know about missing parts.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict

# Options of the command -> the modules and packages that they bring.
LEFT_OUT: Dict[str, str] = {}
COMMAND = ""  # that wrote this copy


def check(module: str) -> None:
    """Raise ModuleNotFoundError if a module, or a package that it belongs to, was left out of this copy."""
    package = __name__.rpartition(".")[0]
    path = module
    while path:
        for options, modules in LEFT_OUT.items():
            if path in modules.split():
                text = "{}.{}: was left out of this copy of openai-stdlib; write the copy again with it: {}{}"
                # Without the argument `name`, because `from package import module` would replace an error that has it.
                raise ModuleNotFoundError(text.format(package, module, COMMAND, options))
        path = path.rpartition(".")[0]
