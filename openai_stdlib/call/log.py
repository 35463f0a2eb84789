# SPDX-License-Identifier: MIT
"""What the library tells the `logging` of a program: one logger, named like the package, and OPENAI_LOG.

HTTPMethodsMixin, paths without queries, statuses, request ids, waits; never a header, a body or a key. A program that doesn't
import `logging` pays nothing: nobody can be listening. Called by drivers.py, and by whoever makes a client.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Mapping, Union

    from .message import Request, Response

LOGGER_NAME = __name__.rpartition(".call.")[0]  # of the package, whatever it is called here
LEVELS = ("debug", "info", "warning", "error", "critical")
FORMAT = "[%(asctime)s - %(name)s:%(lineno)d - %(levelname)s] %(message)s"


def logger() -> Any:
    """Return the package's logger, or None where nothing could come of logging."""
    logging = sys.modules.get("logging")
    if logging is None:
        return None
    found = logging.getLogger(LOGGER_NAME)
    return found if found.isEnabledFor(logging.INFO) else None


def log_response(request: Request, reply: Response) -> None:
    """Tell of an answer's head."""
    log = logger()
    if log is not None:
        log.info(
            "HTTP Request: %s %s %d (request id %s, %.3f s)",
            request.method, request.safe_url, reply.status_code, reply.request_id, reply.finished_at - reply.started_at,
        )  # fmt: skip


def log_failure(request: Request, error: BaseException) -> None:
    """Tell of a request that got no answer."""
    log = logger()
    if log is not None:
        log.info("HTTP Request: %s %s failed: %s", request.method, request.safe_url, type(error).__name__)


def log_retry(seconds: float) -> None:
    """Tell of a wait before another attempt."""
    log = logger()
    if log is not None:
        log.info("Retrying in %.3f s", seconds)


def configure_from_environment(environment: Union[bool, Mapping[str, str]]) -> None:
    """Do what OPENAI_LOG asks for: a level in lower case, for this package, with a handler if there is none."""
    if environment is False:
        return
    from os import environ

    level = (environ if environment is True else environment).get("OPENAI_LOG")
    if level in LEVELS:
        import logging

        logging.basicConfig(format=FORMAT)
        logging.getLogger(LOGGER_NAME).setLevel(level.upper())
