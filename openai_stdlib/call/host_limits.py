# SPDX-License-Identifier: MIT
"""What a host may lack: threads, and modules of the standard library.

WebAssembly starts no threads, nor does a container at its limit, and a subinterpreter may not. Work that should run in
threads runs in the calling one then; what needs a thread of its own raises an error that says what to do instead.
"""

from __future__ import annotations

from .errors import ConfigError, OpenAIError, is_shutting_down, shutdown_error

TYPE_CHECKING = False
if TYPE_CHECKING:
    from threading import Thread
    from typing import Any, Callable, Dict, Tuple, Type

_has_threads = False

# Modules that builds of Python leave out -> the error of a call that needs one.
NO_SOCKETS = (
    "transport: the built-in ones need the module {}, which this Python lacks; pass a transport that sends requests "
    "with what this host has"
)
MISSING_MODULES: Dict[str, Tuple[Type[OpenAIError], str]] = {
    "ssl": (
        ConfigError,
        "base_url: https needs the module {}, which this Python lacks; use a Python built with OpenSSL, or pass a "
        "transport with a TLS of its own",
    ),
    "socket": (ConfigError, NO_SOCKETS),
    "select": (ConfigError, NO_SOCKETS),
    "zlib": (
        OpenAIError,
        "the response is compressed, and this Python lacks the module {}; send no Accept-Encoding but identity, which "
        "is the default, or use another Python",
    ),
}


def explain_missing_module(error: ImportError) -> None:
    """Raise an error that says what to do, if a module is missing that builds of Python leave out."""
    name = error.name or ""
    if name.lstrip("_") in MISSING_MODULES:
        cls, message = MISSING_MODULES[name.lstrip("_")]
        raise cls(message.format(name)) from error


def can_start_threads() -> bool:
    """Return whether this host starts threads."""
    global _has_threads
    if is_shutting_down():
        return False
    if not _has_threads:
        from threading import Thread

        probe = Thread(target=int, daemon=False)
        try:
            probe.start()
        except RuntimeError:
            return False
        probe.join()
        _has_threads = True
    return True


def start_daemon(thread: Thread, what: str, instead: str) -> None:
    """Start a thread that does not keep the program alive. Raises OpenAIError with what needs it, and what to do."""
    try:
        thread.daemon = True
    except RuntimeError:
        pass  # a subinterpreter, which waits for its threads when it ends
    try:
        thread.start()
    except RuntimeError as error:
        if is_shutting_down():
            raise shutdown_error() from error
        raise OpenAIError("{}: it needs a thread, and this host starts none; {}".format(what, instead)) from error


async def run_in_thread(function: Callable[..., Any], *args: Any) -> Any:
    """Call a blocking function in a thread of the event loop's executor, or in this thread if there are no others."""
    if not can_start_threads():
        return function(*args)
    from asyncio import get_running_loop

    return await get_running_loop().run_in_executor(None, function, *args)
