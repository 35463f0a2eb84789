# SPDX-License-Identifier: MIT
"""What the library tells the `logging` of a program: one logger, named like the package, and OPENAI_LOG.

Verbs, paths without queries, statuses, request ids, waits; never a header, a body or a key. A program that doesn't
import `logging` pays nothing: nobody can be listening. Called by call/drivers.py, and by whoever makes a client.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Mapping, Union

LEVELS = ("debug", "info", "warning", "error", "critical")
FORMAT = "[%(asctime)s - %(name)s:%(lineno)d - %(levelname)s] %(message)s"


def logger() -> Any:
    """Return the package's logger, or None where nothing could come of logging."""
    logging = sys.modules.get("logging")
    if logging is None:
        return None
    found = logging.getLogger(__package__)
    return found if found.isEnabledFor(logging.INFO) else None


def set_up(environment: Union[bool, Mapping[str, str]]) -> None:
    """Do what OPENAI_LOG asks for: a level in lower case, for this package, with a handler if there is none."""
    if environment is False:
        return
    from os import environ

    level = (environ if environment is True else environment).get("OPENAI_LOG")
    if level in LEVELS:
        import logging

        logging.basicConfig(format=FORMAT)
        logging.getLogger(__package__).setLevel(level.upper())
