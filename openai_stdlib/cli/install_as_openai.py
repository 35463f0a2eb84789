# SPDX-License-Identifier: MIT
"""The `install-as-openai` command: a package `openai` that stands for this library, in an environment or as a wheel."""

from __future__ import annotations

import os
import sys

from ..call.errors import ConfigError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any

EPILOG = """\
Without DIR, the package is written into the site-packages of this Python. Exit codes: 0 it is done, or was done before;
1 refused, or the files cannot be written; 2 wrong usage.
"""


def add_parser(subparsers: Any) -> None:
    """Add the command to a parser's subcommands."""
    parser = subparsers.add_parser(
        "install-as-openai",
        help="have `import openai` give this library",
        description="Write a package `openai` that hands everything on to this library, with its metadata.",
        epilog=EPILOG,
    )
    parser.add_argument("folder", nargs="?", metavar="DIR", help="a folder, which is created if it does not exist")
    parser.add_argument("--user", action="store_true", help="write into the user's site-packages")
    parser.add_argument("--models", choices=("pydantic",), help="make the models pydantic classes")
    parser.add_argument("--remove", action="store_true", help="remove what the command has written")
    parser.add_argument("--wheel", metavar="DIR", help="write a wheel into a folder instead, for pip and uv")
    parser.add_argument("--standalone", action="store_true", help="a wheel that contains the library and requires none")
    parser.set_defaults(run=run, usage_error=parser.error)


def run(arguments: Namespace) -> int:
    """Write or remove the package, or write a wheel. Returns the exit code."""
    _check_usage(arguments)
    try:
        from ..compat.install import check_models
    except ModuleNotFoundError:
        raise ConfigError("install-as-openai: this copy of the library has no folder compat; copy it, too") from None
    if arguments.models:
        check_models(arguments.models)
    folder = arguments.wheel or arguments.folder
    try:
        if arguments.wheel:
            from .local_wheel import write_wheel

            message = write_wheel(os.path.abspath(folder), arguments.models, arguments.standalone)
        else:
            from . import site_packages

            search_path = [] if folder else sys.path
            folder = site_packages.find_target(folder, arguments.user)
            if arguments.remove:
                message = site_packages.remove(folder)
            else:
                message = site_packages.install(folder, arguments.models, search_path)
    except OSError as error:
        raise ConfigError(
            "{}: {}; choose a folder that you may write to: a virtual environment, --user, or DIR".format(
                folder, error.strerror or error
            )
        ) from None
    print(message)
    return 0


def _check_usage(arguments: Namespace) -> None:
    """Exit with 2 for options that exclude each other."""
    if arguments.wheel and (arguments.folder or arguments.user or arguments.remove):
        arguments.usage_error("--wheel DIR: not allowed with another DIR, --user or --remove")
    if arguments.standalone and not arguments.wheel:
        arguments.usage_error("--standalone: only allowed with --wheel DIR")
    if arguments.folder and arguments.user:
        arguments.usage_error("--user: not allowed with DIR")
    if arguments.remove and arguments.models:
        arguments.usage_error("--models: not allowed with --remove")
