# SPDX-License-Identifier: MIT
"""The command line: `main` parses the arguments, runs one command and maps errors to exit codes.

Each command's module has `add_parser(subparsers)`, and sets a `run(arguments)` that returns the exit code. Exit codes:
0 success, 1 the call failed, 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys

from .. import __version__
from ..call.api_errors import APIError
from ..call.errors import OpenAIError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List, Optional


def run() -> int:
    """Run `main` as the program of a process, and return its exit code."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)
    return main()


def _replace_missing_streams() -> None:
    """Open the null device for standard streams that a process without a console lacks."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode))  # noqa: SIM115


def _interrupt(*_: Any) -> None:
    # An interrupt can leave an object of the standard library half constructed, which prints an error when it is freed.
    sys.unraisablehook = lambda _: None
    raise KeyboardInterrupt


def main(argv: Optional[List[str]] = None) -> int:
    """Run one command and return its exit code. Errors are printed as one line on stderr, without a traceback."""
    from . import bulk, chat, files, install_as_openai, realtime, serve, usage, vendor

    _replace_missing_streams()
    parser = argparse.ArgumentParser(
        prog="python -m " + __name__.rpartition(".")[0], description="The OpenAI API from the command line."
    )
    parser.add_argument("--version", action="version", version=__version__)
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    chat.add_parser(subparsers)
    realtime.add_parser(subparsers)
    serve.add_parser(subparsers)
    files.add_parser(subparsers)
    bulk.add_parser(subparsers)
    usage.add_parser(subparsers)
    install_as_openai.add_parser(subparsers)
    vendor.add_parser(subparsers)
    arguments = parser.parse_args(argv)
    if arguments.command is None:
        parser.print_help()
        return 2
    output: Any = sys.stdout
    if hasattr(output, "reconfigure"):
        output.reconfigure(errors="backslashreplace")  # output may have characters that the terminal cannot show
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
        return code
    except OpenAIError as error:
        print("error: {}".format(error.summary if isinstance(error, APIError) else error), file=sys.stderr)
        return 1
    except ModuleNotFoundError as error:
        if not str(error).startswith(__name__.rpartition(".")[0] + "."):
            raise
        print("error: {}".format(error), file=sys.stderr)  # a copy without what the command needs
        return 1
    except KeyboardInterrupt:
        print("\ninterrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader closed the pipe, as `head` does. Replace stdout, or the interpreter's flush at exit would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
