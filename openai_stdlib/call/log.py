# SPDX-License-Identifier: MIT
"""Messages to the standard `logging`: one logger, named like the package, and the variable OPENAI_LOG.

Logs methods, URLs without queries, statuses, request ids and delays; never a header, a body or a key. Import this
module only when the program has imported `logging` or set OPENAI_LOG: no other program can have a listener.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Mapping, Tuple, Union

    from .message import Request, Response

LOGGER_NAME: str = sys.modules[__name__.rpartition(".call.")[0]]._host_name  # of the package, which may be vendored
LEVELS = ("debug", "info", "warning", "error", "critical")
FORMAT = "[%(asctime)s - %(name)s:%(lineno)d - %(levelname)s] %(message)s"


_found: Tuple[Any, Any] = (None, None)  # the module `logging` and the package's logger: looking it up takes a lock


def logger(level: str = "INFO") -> Any:
    """Return the package's logger, or None if nothing is logged at a level."""
    global _found
    logging = sys.modules.get("logging")
    if logging is None:
        return None
    module, package_logger = _found
    if module is not logging:
        package_logger = logging.getLogger(LOGGER_NAME)
        _found = logging, package_logger
    return package_logger if package_logger.isEnabledFor(getattr(logging, level)) else None


def log_response(request: Request, response: Response) -> None:
    """Log the status of a response."""
    log = logger()
    if log is not None:
        request_id = response.request_id
        if request_id is not None and not request_id.isprintable():  # a server must not change what a line looks like
            request_id = repr(request_id)
        log.info(
            "HTTP Request: %s %s %d (request id %s, %.3f s)",
            request.method, request.safe_url, response.status_code, request_id,
            response.finished_at - response.started_at,
        )  # fmt: skip


def log_failure(request: Request, error: BaseException) -> None:
    """Log a request that got no response."""
    log = logger()
    if log is not None:
        log.info("HTTP Request: %s %s failed: %s", request.method, request.safe_url, type(error).__name__)


def log_retry(seconds: float) -> None:
    """Log the delay before another attempt, in seconds."""
    log = logger()
    if log is not None:
        log.info("Retrying in %.3f s", seconds)


def log_wait(seconds: float, model: str) -> None:
    """Log that a call waits for the limits of a RateLimiter, about how many seconds."""
    log = logger()
    if log is not None:
        log.info("Waiting about %.3f s for the rate limits of %s", seconds, model)


def configure_from_environment(environment: Union[bool, Mapping[str, str]]) -> None:
    """Set the log level that OPENAI_LOG names in lower case, and add a handler if the root logger has none.

    `environment` is True for the variables of the process, or a mapping of variables. Other values of OPENAI_LOG have
    no effect.
    """
    if environment is False:
        return
    from os import environ

    level = (environ if environment is True else environment).get("OPENAI_LOG")
    if level in LEVELS:
        import logging

        logging.basicConfig(format=FORMAT)
        logging.getLogger(LOGGER_NAME).setLevel(level.upper())
